//! Bonds: a noun for what two have with each other takes for granted what each is to the other.
//!
//! "The Lima–Quito axis", "the alliance between Chile and Peru" and "Chile's alliance with Peru" speak of allies.

use super::clause::{self, Clause, Form};
use super::event;
use super::knowledge;
use super::light;
use super::predication::{Predication, argument, is_party};
use super::presupposition::taken_for_granted;
use super::quantifier::quantifier;
use super::quote;
use super::reading::{At, Tree};
use super::role::Roles;
use super::tense::tense;
use super::term::Terms;
use super::wording;
use crate::proposition::{
    ModifierKind, Predicate, PredicateClass, Proposition, Quantifier, Role, Tense, Term,
};

/// What is said of a bond that is no longer, or not yet.
const PASSING: &[&str] = &[
    "end",
    "collapse",
    "dissolve",
    "break",
    "abandon",
    "quit",
    "leave",
    "terminate",
    "dismantle",
    "destroy",
    "forge",
    "form",
    "create",
    "build",
    "establish",
    "found",
    "fail",
    "unravel",
    "crumble",
    "cease",
    "revive",
    "renew",
    "restore",
    "former",
    "end",
    "collapse",
    "dissolution",
    "formation",
    "creation",
    "revival",
];

/// What a bond that a definite noun names makes of the first two who have it.
pub(super) fn bond(terms: Terms<'_>, tree: Tree<'_>, at: At) -> Option<Predication> {
    let role = knowledge::bond(&tree.lemma(at.token).to_lowercase())?;
    let definite = quantifier(tree, at.token) == Quantifier::Definite;
    let governor = tree.token(at.token).and_then(|t| t.head);
    let passing = governor.is_some_and(|g| PASSING.contains(&tree.lemma(g)));
    if !definite || passing || event::is_unreal(tree, at.token) {
        return None;
    }
    let proposition = made(terms, tree, at, (role, Tense::None), parties(terms, tree, at))?;
    let quote = quote::span(tree, &wording::phrase(tree, at.token))?;
    Some(Predication {
        article: Some(super::inflect::indefinite(role).to_owned()),
        ..taken_for_granted(tree, at, proposition, quote)
    })
}

/// "Chile and Peru have an alliance", "there is no alliance between the two": what a clause says by naming the bond.
pub(super) fn held(
    terms: Terms<'_>,
    tree: Tree<'_>,
    at: At,
    clause: Clause,
    roles: &Roles,
) -> Option<Proposition> {
    let (noun, mut parties) = match clause.form {
        Form::Verb if HOLDING.contains(&tree.lemma(clause.word)) => {
            let subject = terms.term(tree, at.word(roles.subject?));
            let noun = roles.object?;
            let members = if subject.members.is_empty() {
                vec![subject]
            } else {
                subject.members
            };
            (noun, members)
        }
        Form::Existence => (tree.dependent(clause.word, clause::SUBJECTS)?, Vec::new()),
        _ => return None,
    };
    let role = knowledge::bond(&tree.lemma(noun).to_lowercase())?;
    parties.extend(self::parties(terms, tree, at.word(noun)));
    let with = roles.obliques.iter().filter(|(marker, _)| marker == "with");
    parties.extend(with.map(|(_, word)| terms.term(tree, at.word(*word))));
    made(
        terms,
        tree,
        at.word(noun),
        (role, tense(tree, clause.word)),
        parties,
    )
}

/// Verbs that say that two have a bond.
const HOLDING: &[&str] = &["have", "enjoy", "share", "maintain"];

/// The proposition that the first of the parties is to the second what the bond makes it.
fn made(
    terms: Terms<'_>,
    tree: Tree<'_>,
    noun: At,
    (role, tense): (&str, Tense),
    parties: Vec<Term>,
) -> Option<Proposition> {
    let mut parties = parties.into_iter();
    let (first, second) = (parties.next()?, parties.next()?);
    Some(Proposition {
        predicate: Predicate {
            lemma: role.to_owned(),
            class: PredicateClass::Nominal,
            tense,
            modifiers: light::manner(terms, tree, noun),
            ..Predicate::default()
        },
        arguments: vec![
            argument(Role::Subject, None, first),
            argument(Role::Oblique, Some("of".to_owned()), second),
        ],
        qualifiers: Vec::new(),
    })
}

/// Who has the bond, in the order of the text.
fn parties(terms: Terms<'_>, tree: Tree<'_>, at: At) -> Vec<Term> {
    let mut parties = Vec::new();
    for modifier in terms.modifiers(tree, at, 2) {
        let named = modifier.term.entity.as_ref().is_some_and(is_party);
        let belongs = match modifier.kind {
            ModifierKind::Possessor => true,
            ModifierKind::Compound | ModifierKind::Adjective => named,
            ModifierKind::Preposition => {
                matches!(
                    modifier.marker.as_deref(),
                    Some("between" | "with" | "of" | "among")
                )
            }
            _ => false,
        };
        if !belongs {
            continue;
        }
        let mut term = modifier.term;
        if term.members.is_empty() {
            if let Some(entity) = &term.entity {
                term.text.clone_from(&entity.name);
            }
            parties.push(term);
        } else {
            parties.append(&mut term.members);
        }
    }
    parties
}
