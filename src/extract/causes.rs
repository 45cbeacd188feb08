//! What caused what, however it is told: "the cause of the fire was a fault", "the fire was due to a fault", "officials blamed
//! the fire on a fault".

use super::clause::{Clause, Form};
use super::knowledge::{self, Sort};
use super::polarity::polarity;
use super::predication::verbal;
use super::reading::{At, Tree};
use super::role::{self, Roles};
use super::term::Terms;
use crate::proposition::Proposition;
use crate::text::{Deprel, Upos};

/// Something and what caused it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Caused {
    /// What caused it.
    pub(super) cause: usize,
    /// What was caused.
    pub(super) effect: usize,
    /// Whether somebody says so by the clause's verb.
    pub(super) told: bool,
}

/// What a clause says was caused, and by what.
pub(super) fn caused(tree: Tree<'_>, clause: Clause, roles: &Roles) -> Option<Caused> {
    let plain = |cause, effect| Caused {
        cause,
        effect,
        told: false,
    };
    match clause.form {
        Form::Copula => copula(tree, clause, roles).map(|(cause, effect)| plain(cause, effect)),
        Form::Verb => happened(tree, clause, roles)
            .map(|(cause, effect)| plain(cause, effect))
            .or_else(|| blamed(tree, clause.word)),
        Form::Existence => None,
    }
}

/// The roles of "X caused Y".
pub(super) fn causing(caused: Caused, roles: Roles) -> Roles {
    let rest = roles.obliques.into_iter();
    let rest = rest.filter(|(_, word)| ![caused.cause, caused.effect].contains(word));
    Roles {
        subject: Some(caused.cause),
        object: Some(caused.effect),
        recipient: None,
        complement: None,
        obliques: rest.collect(),
        ..roles
    }
}

/// "X caused Y", of the roles that [`causing`] gives.
pub(super) fn proposition(
    terms: Terms<'_>,
    tree: Tree<'_>,
    at: At,
    clause: Clause,
    (caused, roles): (Caused, &Roles),
) -> Proposition {
    // "A gas leak for the explosion": the parser may hang the one on the other.
    let terms = terms.without(at.word(caused.effect));
    let mut proposition = verbal(terms, tree, at, clause, roles);
    "cause".clone_into(&mut proposition.predicate.lemma);
    proposition
}

/// "The cause of the fire was a fault", "a fault was the cause of the fire", "the fire was the result of a fault", "the fire was
/// due to a fault".
fn copula(tree: Tree<'_>, clause: Clause, roles: &Roles) -> Option<(usize, usize)> {
    let (subject, core) = (roles.subject?, clause.core);
    if role::case(tree, core)
        .is_some_and(|case| matches!(case.as_str(), "due to" | "because of" | "owing to"))
    {
        return is_noun(tree, core).then_some((core, subject));
    }
    let of = |noun: usize, wanted: &[&str]| {
        let mut below = tree.dependents(noun, &[Deprel::Nmod]);
        below.find(|&c| role::case(tree, c).is_some_and(|case| wanted.contains(&case.as_str())))
    };
    // "A cause" may be one of several.
    let only = |noun: usize| {
        let mut determiners = tree.dependents(noun, &[Deprel::Det]);
        determiners.all(|d| tree.lemma(d) == "the")
    };
    let effect = |noun: usize| match tree.lemma(noun) {
        _ if !only(noun) => None,
        "cause" => of(noun, &["of", "for", "behind"]),
        "reason" => of(noun, &["for", "behind"]),
        _ => None,
    };
    if !(is_noun(tree, core) && is_noun(tree, subject)) || role::case(tree, core).is_some() {
        return None;
    }
    effect(subject)
        .map(|effect| (core, effect))
        .or_else(|| effect(core).map(|effect| (subject, effect)))
        .or_else(|| {
            let result = matches!(tree.lemma(core), "result" | "consequence");
            of(core, &["of"]).filter(|_| result).map(|cause| (cause, subject))
        })
}

/// "The accident happened because of ice", "it stemmed from a fault", "a fault was to blame for the fire".
fn happened(tree: Tree<'_>, clause: Clause, roles: &Roles) -> Option<(usize, usize)> {
    let subject = roles.subject?;
    let led = |wanted: &str| {
        let mut obliques = roles.obliques.iter();
        obliques
            .find(|(marker, _)| marker == wanted)
            .map(|(_, word)| *word)
    };
    match tree.lemma(clause.word) {
        "happen" | "occur" => led("because of").map(|cause| (cause, subject)),
        "result" | "stem" | "arise" => led("from").map(|cause| (cause, subject)),
        "blame" if tree.dependent(clause.word, &[Deprel::Cop]).is_some() => {
            led("for").map(|effect| (subject, effect))
        }
        _ => None,
    }
}

/// "Blamed the fire on a fault", "a fault was blamed for the fire", "the fire was put down to a fault". Whom somebody blames
/// need not have caused it.
fn blamed(tree: Tree<'_>, verb: usize) -> Option<Caused> {
    let lemma = tree.lemma(verb);
    let down = || {
        let mut particles = tree.dependents(verb, &[Deprel::CompoundPrt, Deprel::Advmod]);
        particles.any(|p| tree.lemma(p) == "down")
    };
    let markers: &[&str] = match lemma {
        "blame" => &["on", "for"],
        "attribute" | "ascribe" => &["to"],
        "put" if down() => &["to"],
        _ => return None,
    };
    let first = tree.dependent(verb, &[Deprel::NsubjPass, Deprel::Obj])?;
    let below = [verb, first];
    let mut parts = below
        .iter()
        .flat_map(|&h| tree.dependents(h, &[Deprel::Obl, Deprel::Nmod]));
    let (marker, second) = parts.find_map(|c| {
        let case = role::case(tree, c)?;
        markers.contains(&case.as_str()).then_some((case, c))
    })?;
    let (cause, effect) = if marker == "for" {
        (first, second)
    } else {
        (second, first)
    };
    let person = knowledge::sort(tree.lemma(cause)) == Sort::Person;
    // A picture is attributed to its painter.
    let event = lemma == "blame" || lemma == "put" || knowledge::event_verb(tree.lemma(effect)).is_some();
    let fits = is_noun(tree, cause) && is_noun(tree, effect) && !person && event;
    (fits && polarity(tree, verb).negators.is_empty()).then_some(Caused {
        cause,
        effect,
        told: true,
    })
}

/// The verb by which somebody says that a noun is the cause of something.
pub(super) fn blaming(tree: Tree<'_>, noun: usize) -> Option<usize> {
    let verb = tree.token(noun)?.head?;
    blamed(tree, verb).filter(|c| c.cause == noun).map(|_| verb)
}

/// Whether a word is a noun, and no name: whoever is named may be a person.
fn is_noun(tree: Tree<'_>, word: usize) -> bool {
    tree.token(word).is_some_and(|t| t.upos == Upos::Noun)
}
