//! Counts that differ and can both be right: taken one after the other, or one of a part of what the other is of.

use std::cmp::Ordering;

use crate::align::{Pair, pos};
use crate::claim::Claim;
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::predicates::{self, Aspect};
use crate::measure::{Bound, PeriodRelation, Quantity, QuantityRelation};
use crate::proposition::{ModifierKind, PredicateClass, Proposition, Qualifier, Term};

/// Why the numbers of two claims exclude nothing, though no value fits both.
pub(super) fn both_right(pair: &Pair<'_>) -> Option<Step> {
    let (rule, kind, note) = if in_turn(pair) {
        (
            "quantity.superseded",
            Kind::Superseded,
            "one count was taken after the other",
        )
    } else if part_of_time(pair) {
        (
            "quantity.part",
            Kind::DifferentTime,
            "one number is of a part of the time that the other is of",
        )
    } else if part_of_place(pair) {
        (
            "quantity.place",
            Kind::DifferentPlace,
            "one number is of a place, and nothing says of where the other is",
        )
    } else {
        return None;
    };
    Some(Step::new(rule, Natural::Independence, 850, note).failed(kind))
}

/// "By Tuesday", "by Thursday"; "the initial toll", "the final toll".
fn in_turn(pair: &Pair<'_>) -> bool {
    let so_far = |p: &Proposition| {
        let mut times = p.times();
        times.any(|t| matches!(t.bound, Bound::Until | Bound::Since | Bound::Before))
    };
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let timed = a.times().next().is_some() && b.times().next().is_some();
    let apart = timed && pair.alignment().times != Some(PeriodRelation::Same);
    apart && (so_far(a) || so_far(b)) || stage(a) != stage(b)
}

/// Whether a count is called an early one or a late one.
fn stage(proposition: &Proposition) -> Option<bool> {
    let adverbs = proposition.predicate.modifiers.iter();
    let adverbs = adverbs.filter(|m| m.kind == ModifierKind::Adverb);
    let subject = proposition.arguments.iter().flat_map(|a| &a.term.modifiers);
    adverbs.chain(subject).find_map(|m| match m.term.head.as_str() {
        "first" | "initial" | "initially" | "early" | "earlier" | "preliminary" | "provisional"
        | "originally" | "original" | "previously" => Some(false),
        "late" | "later" | "final" | "finally" | "eventually" | "subsequently" | "ultimately" | "latest"
        | "revised" | "updated" => Some(true),
        _ => None,
    })
}

/// "Sold 5,000 in May", "sold 31,000 in the first half of the year".
fn part_of_time(pair: &Pair<'_>) -> bool {
    let event = |claim: &Claim| claim.proposition.predicate.class == PredicateClass::Event;
    let smaller = match pair.alignment().times {
        Some(PeriodRelation::Within) => Ordering::Less,
        Some(PeriodRelation::Contains) => Ordering::Greater,
        _ => return false,
    };
    event(pair.a()) && event(pair.b()) && order(pair) == Some(smaller)
}

/// "Employs 300 in Hexley", "employs 4,000 worldwide"; "turnout in the north was 40 percent".
fn part_of_place(pair: &Pair<'_>) -> bool {
    let sited = |claim: &Claim| {
        let qualifiers = &claim.proposition.qualifiers;
        qualifiers.iter().any(|q| matches!(q, Qualifier::Place { .. }))
    };
    let (a, b) = (sited(pair.a()), sited(pair.b()));
    let be = |claim: &Claim| claim.proposition.predicate.lemma == "be";
    let lasts = |claim: &Claim| {
        let predicate = &claim.proposition.predicate;
        predicates::aspect(&predicate.lemma, pos(predicate)) == Some(Aspect::State)
    };
    let both = |test: &dyn Fn(&Claim) -> bool| test(pair.a()) && test(pair.b());
    let smaller = match (a, b) {
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        _ => return false,
    };
    both(&be) || both(&lasts) && order(pair) == Some(smaller)
}

/// Which of the first numbers of the two claims that exclude each other is the smaller.
fn order(pair: &Pair<'_>) -> Option<Ordering> {
    let alignment = pair.alignment();
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let of_terms = alignment.parts.iter().find_map(|p| {
        let apart = p.quantities == Some(QuantityRelation::Disjoint);
        let quantity = |term: Option<&Term>| least(term?.quantity.as_ref()?);
        apart.then(|| Some((quantity(p.a.term(a))?, quantity(p.b.term(b))?)))?
    });
    let measured = |p: &Proposition, at: usize| match p.qualifiers.get(at) {
        Some(Qualifier::Quantity { quantity, .. }) => least(quantity),
        _ => None,
    };
    let of_predicates = || {
        let (i, j, _) = alignment.quantities?;
        Some((measured(a, i)?, measured(b, j)?))
    };
    let (x, y) = of_terms.or_else(of_predicates)?;
    x.partial_cmp(&y)
}

fn least(quantity: &Quantity) -> Option<f64> {
    quantity.low.or(quantity.high)
}
