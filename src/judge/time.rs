//! When: claims of different times do not meet, unless the thing happens just once.

use crate::align::{Pair, PartMatch, pos};
use crate::claim::Claim;
use crate::judge::evidence;
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::predicates::{self, Aspect};
use crate::measure::PeriodRelation;
use crate::proposition::{Quantifier, Role};

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let Some(relation) = pair.alignment().times else {
        return;
    };
    let made = match relation {
        PeriodRelation::Same => Step::new(
            "time.same",
            Natural::Equivalence,
            990,
            "both speak of the same time",
        ),
        PeriodRelation::Within => Step::new(
            "time.within",
            Natural::Forward,
            960,
            "the first tells the time more precisely",
        )
        .beside_the_core(),
        PeriodRelation::Contains => Step::new(
            "time.within",
            Natural::Reverse,
            960,
            "the second tells the time more precisely",
        )
        .beside_the_core(),
        PeriodRelation::Disjoint if once(pair) => Step::new(
            "time.once",
            Natural::Alternation,
            850,
            "it happens once, and the times differ",
        )
        .with_kind(Kind::Time),
        PeriodRelation::Disjoint => Step::new(
            "time.different",
            Natural::Independence,
            950,
            "they speak of different times",
        )
        .failed(Kind::DifferentTime),
        PeriodRelation::Overlaps | PeriodRelation::Unknown => return,
    };
    steps.push(made.on(evidence::of_times(pair.a()), evidence::of_times(pair.b())));
}

/// Whether both tell of something that happens just once to the same.
fn once(pair: &Pair<'_>) -> bool {
    let once = |claim: &Claim| {
        let predicate = &claim.proposition.predicate;
        predicates::aspect(&predicate.lemma, pos(predicate)) == Some(Aspect::Once)
    };
    let met = pair
        .alignment()
        .parts
        .iter()
        .any(|p| p.terms.relation == Natural::Equivalence)
        && pair.alignment().parts.iter().all(PartMatch::meets);
    // Who discovers a comet may discover another.
    let new = |claim: &Claim| {
        claim.proposition.arguments.iter().any(|a| {
            a.role == Role::Object && matches!(a.term.quantifier, Quantifier::Indefinite | Quantifier::Some)
        })
    };
    met && once(pair.a()) && once(pair.b()) && !(new(pair.a()) && new(pair.b()))
}
