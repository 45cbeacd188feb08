//! Who and what: claims about different people or things do not meet, unless only one can fill the place.

use std::collections::BTreeSet;

use crate::align::{Pair, Part, PartMatch, Roles, Situation};
use crate::claim::Claim;
use crate::judge::evidence;
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::predicates;
use crate::proposition::{PredicateClass, Proposition, Qualifier, Quantifier, Role, Term};

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let alignment = pair.alignment();
    if alignment.swapped && alignment.predicate.roles == Roles::Same {
        return;
    }
    let clashing: Vec<&PartMatch> = alignment.parts.iter().filter(|p| p.clashes()).collect();
    let met = alignment.parts.iter().filter(|p| p.meets()).count();
    if alignment.situation == Situation::Unknown && !share_a_name(pair) {
        steps.push(
            Step::new(
                "referent.unknown",
                Natural::Independence,
                900,
                "no name shows that they speak of the same",
            )
            .failed(Kind::DifferentReferent),
        );
        return;
    }
    let Some(clash) = clashing.first() else {
        if met == 0 {
            steps.push(
                Step::new(
                    "referent.none",
                    Natural::Independence,
                    950,
                    "nothing shows that they speak of the same",
                )
                .failed(Kind::DifferentReferent),
            );
        }
        return;
    };
    let words = (
        evidence::of_part(pair.a(), clash.a),
        evidence::of_part(pair.b(), clash.b),
    );
    let made = match excluded(pair, clash) {
        Some(kind) => Step::new(
            "referent.single",
            Natural::Alternation,
            880,
            "only one can fill the place",
        )
        .with_kind(kind),
        None if elsewhere(pair) => Step::new(
            "place.different",
            Natural::Independence,
            950,
            "they speak of different places",
        )
        .failed(Kind::DifferentPlace),
        None => Step::new(
            "referent.different",
            Natural::Independence,
            950,
            "they speak of different people or things",
        )
        .failed(Kind::DifferentReferent),
    };
    steps.push(made.on(words.0, words.1));
}

/// Whether they speak of different people or things, so that [`rule`] ends in a gate.
pub(super) fn fails(pair: &Pair<'_>) -> bool {
    let alignment = pair.alignment();
    let clash = alignment.parts.iter().find(|p| p.clashes());
    let exchanged = alignment.swapped && alignment.predicate.roles == Roles::Same;
    !exchanged && clash.is_some_and(|clash| excluded(pair, clash).is_none())
}

/// The kind of conflict, if the two differ in nothing but this, speak of one known thing, and just one filler fits there.
fn excluded(pair: &Pair<'_>, clash: &PartMatch) -> Option<Kind> {
    let parts = &pair.alignment().parts;
    // "Protests took place in Lisbon" and "in Porto": there can be any number of what is not known.
    let one = |p: &PartMatch| {
        let known = |part: Part, claim: &Claim| part.term(&claim.proposition).is_some_and(is_known);
        p.meets() && known(p.a, pair.a()) && known(p.b, pair.b())
    };
    let only = parts.iter().filter(|p| p.clashes()).count() == 1
        && parts.iter().any(one)
        && parts.iter().all(|p| p.clashes() || p.meets());
    only.then(|| single(pair, clash)).flatten()
}

/// Whether a term speaks of somebody or something in particular.
fn is_known(term: &Term) -> bool {
    let some = matches!(
        term.quantifier,
        Quantifier::Indefinite | Quantifier::Some | Quantifier::Number
    );
    term.entity.is_some() || !some && (term.quantifier != Quantifier::Bare || !term.plural)
}

/// Whether a name stands in both claims.
fn share_a_name(pair: &Pair<'_>) -> bool {
    let of = |claim: &Claim| -> BTreeSet<String> {
        claim
            .proposition
            .names()
            .into_iter()
            .map(str::to_lowercase)
            .collect()
    };
    !of(pair.a()).is_disjoint(&of(pair.b()))
}

/// The kind of conflict, if just one filler fits where the two differ.
fn single(pair: &Pair<'_>, clash: &PartMatch) -> Option<Kind> {
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let lemma = a.predicate.lemma.as_str();
    if a.predicate.class == PredicateClass::Nominal {
        if a.predicate.one_of_several || b.predicate.one_of_several {
            return None;
        }
        // "The president is X": one holder. The other way round both can be so.
        let subject = clash.a.role(a) == Some(Role::Subject) && clash.b.role(b) == Some(Role::Subject);
        return (subject && predicates::fillers(lemma).is_some()).then_some(Kind::Value);
    }
    let role = role_name(clash.a, a)?;
    let place = matches!(clash.a, Part::Qualifier(_));
    predicates::role_fillers(lemma, &role).map(|_| if place { Kind::Place } else { Kind::Value })
}

/// Whether they differ in nothing but where it is.
fn elsewhere(pair: &Pair<'_>) -> bool {
    let parts = &pair.alignment().parts;
    let place = |p: &PartMatch| is_place(p.a, pair.a()) && is_place(p.b, pair.b());
    parts.iter().all(|p| p.meets() || p.clashes() && place(p))
}

/// Whether a part tells where it is.
fn is_place(part: Part, claim: &Claim) -> bool {
    let Part::Qualifier(i) = part else { return false };
    matches!(claim.proposition.qualifiers.get(i), Some(Qualifier::Place { .. }))
}

/// The name of a part's role: "obj" or its preposition.
fn role_name(part: Part, proposition: &Proposition) -> Option<String> {
    match part {
        Part::Argument(i) => {
            let argument = proposition.arguments.get(i)?;
            match argument.role {
                Role::Object => Some("obj".to_owned()),
                _ => argument.marker.clone(),
            }
        }
        Part::Qualifier(i) => match proposition.qualifiers.get(i)? {
            Qualifier::Place { marker, .. } => Some(marker.clone()),
            _ => None,
        },
        Part::Within(..) | Part::Modifier(_) => None,
    }
}
