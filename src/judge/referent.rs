//! Who and what: claims about different people or things do not meet, unless only one can fill the place.

use std::collections::BTreeSet;

use crate::align::{Pair, Part, PartMatch, Situation};
use crate::claim::Claim;
use crate::judge::{evidence, roles};
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::predicates::{self, Fillers};
use crate::measure::PeriodRelation;
use crate::proposition::{
    Modifier, ModifierKind, Predicate, PredicateClass, Proposition, Qualifier, Quantifier, Role, Tense, Term,
};

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let alignment = pair.alignment();
    if roles::exchanged(pair) {
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
    clash.is_some_and(|clash| !roles::exchanged(pair) && excluded(pair, clash).is_none())
}

/// The kind of conflict, if the two differ in nothing but this, speak of one known thing, and just one filler fits there.
fn excluded(pair: &Pair<'_>, clash: &PartMatch) -> Option<Kind> {
    let parts = &pair.alignment().parts;
    // "Protests took place in Lisbon" and "in Porto": there can be any number of what is not known.
    let one = |p: &PartMatch| {
        let known = |part: Part, claim: &Claim| part.term(&claim.proposition).is_some_and(is_known);
        p.meets() && known(p.a, pair.a()) && known(p.b, pair.b())
    };
    // Some of them may have been arrested here, and some there.
    let several = |p: &PartMatch| {
        let plural = |part: Part, claim: &Claim| part.term(&claim.proposition).is_some_and(|t| t.plural);
        p.meets() && (plural(p.a, pair.a()) || plural(p.b, pair.b()))
    };
    let only = parts.iter().filter(|p| p.clashes()).count() == 1
        && parts.iter().any(one)
        && parts.iter().all(|p| p.clashes() || p.meets());
    only.then(|| single(pair, clash))
        .flatten()
        .filter(|&kind| kind != Kind::Place || !parts.iter().any(several))
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
    if a.predicate.class == PredicateClass::Nominal {
        if a.predicate.one_of_several || b.predicate.one_of_several {
            return None;
        }
        // "The president is X": one holder. The other way round both can be so.
        let subject = clash.a.role(a) == Some(Role::Subject) && clash.b.role(b) == Some(Role::Subject);
        return (subject && holds_one(pair)).then_some(Kind::Value);
    }
    let role = role_name(clash.a, a)?;
    let fillers = |p: &Proposition| predicates::role_fillers(&p.predicate.lemma, role);
    fillers(a).and(fillers(b))?;
    match role {
        "by" => does_one_deed(pair).then_some(Kind::Value),
        _ if matches!(clash.a, Part::Qualifier(_)) || role == "in" => Some(Kind::Place),
        _ => Some(Kind::Value),
    }
}

/// Whether both tell of a deed to one thing that is known: "wrote the book", "will preside over the trial". What can be won
/// again is won again in another article.
fn does_one_deed(pair: &Pair<'_>) -> bool {
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let done = |p: &Proposition| {
        let over = p.arguments.iter().find(|a| a.marker.as_deref() == Some("over"));
        p.argument(Role::Object)
            .or(over.map(|a| &a.term))
            .is_some_and(Term::is_one_known)
    };
    let timed = |p: &Proposition| p.times().next().is_some();
    let again = a.predicate.lemma == "win" && pair.alignment().documents;
    let at_once = pair.alignment().times == Some(PeriodRelation::Same);
    done(a) && done(b) && timed(a) == timed(b) && (at_once || !again)
}

/// Whether both say of the same office or slot who fills it, and at one time only one does: a vice president is another, and so
/// is who was president.
fn holds_one(pair: &Pair<'_>) -> bool {
    let (a, b) = (&pair.a().proposition.predicate, &pair.b().proposition.predicate);
    match (slot(a), slot(b)) {
        (Some((x, Fillers::One)), Some((y, _))) | (Some((x, _)), Some((y, Fillers::One))) => x == y,
        (Some((x, Fillers::OneAtATime)), Some((y, _))) => {
            let past = |p: &Predicate| p.tense == Tense::Past;
            let at_once = pair.alignment().times == Some(PeriodRelation::Same);
            x == y && (at_once || past(a) == past(b) && !(past(a) && pair.alignment().documents))
        }
        _ => false,
    }
}

/// The slot that a noun names with the words that narrow it, and how many fill it.
fn slot(predicate: &Predicate) -> Option<(Vec<&str>, Fillers)> {
    let holds = |m: &&Modifier| matches!(m.term.head.as_str(), "current" | "new" | "present" | "incumbent");
    let narrows =
        |m: &&Modifier| matches!(m.kind, ModifierKind::Adjective | ModifierKind::Compound) && !holds(m);
    let narrowing: Vec<&str> = predicate
        .modifiers
        .iter()
        .filter(narrows)
        .map(|m| m.term.head.as_str())
        .collect();
    let named = |word: &&str| predicates::fillers(&[word, " ", predicate.lemma.as_str()].concat());
    let fillers = narrowing.iter().find_map(named);
    Some((
        narrowing,
        fillers.or_else(|| predicates::fillers(&predicate.lemma))?,
    ))
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

/// The name of a part's role: "obj", "by" for who does it, or its preposition; where something is near, it is.
fn role_name(part: Part, proposition: &Proposition) -> Option<&str> {
    let marker = match part {
        Part::Argument(i) => {
            let argument = proposition.arguments.get(i)?;
            match argument.role {
                Role::Object => "obj",
                Role::Subject => "by",
                _ => argument.marker.as_deref()?,
            }
        }
        Part::Qualifier(i) => match proposition.qualifiers.get(i)? {
            Qualifier::Place { marker, .. } => marker,
            _ => return None,
        },
        Part::Within(..) | Part::Modifier(_) => return None,
    };
    Some(match marker {
        "near" | "off" | "outside" => "in",
        _ => marker,
    })
}
