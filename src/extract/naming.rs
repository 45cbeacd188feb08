//! What somebody calls something in words of their own: "hailed a “milestone”", "refers to the war as a “victory”". The quoted
//! words say what it is, in the speaker's voice.

use super::attribution::subject;
use super::clause;
use super::predication::{argument, nominal};
use super::reading::{At, Tree};
use super::term::Terms;
use crate::lexicon::signatures::{self, Frame, Kind};
use crate::lexicon::speech;
use crate::proposition::{Predicate, PredicateClass, Proposition, Role, Tense, Term};
use crate::text::{Deprel, Upos};

/// Verbs that give their object a name with "as".
const CALLING: &[&str] = &[
    "hail",
    "tout",
    "herald",
    "denounce",
    "decry",
    "condemn",
    "dismiss",
    "describe",
    "characterise",
    "characterize",
    "portray",
    "depict",
    "refer",
    "slam",
    "blast",
    "praise",
    "celebrate",
    "welcome",
    "bill",
    "criticise",
    "criticize",
    "deride",
    "mock",
    "attack",
    "lambast",
    "cast",
    "paint",
    "deplore",
    "lament",
];

/// Verbs whose object itself can be the name: "hailed a “milestone”".
const CHEERING: &[&str] = &[
    "hail",
    "tout",
    "herald",
    "celebrate",
    "lament",
    "decry",
    "denounce",
];

fn definite(tree: Tree<'_>, noun: usize) -> bool {
    tree.dependents(noun, &[Deprel::Det, Deprel::NmodPoss])
        .any(|d| !matches!(tree.lemma(d), "a" | "an" | "another"))
}

/// A name given in somebody's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Naming {
    /// The verb that gives it.
    pub(super) verb: usize,
    /// The noun that is the name.
    pub(super) noun: usize,
    /// What is so called, if that is told.
    pub(super) called: Option<usize>,
}

/// What the verb calls something, if it quotes the name.
pub(super) fn naming(tree: Tree<'_>, verb: usize) -> Option<Naming> {
    if tree.token(verb)?.upos != Upos::Verb {
        return None;
    }
    let lemma = tree.lemma(verb);
    let calls = signatures::source(Kind::Verb, lemma, Frame::Pred).is_some_and(|s| s.holder.is_some());
    if !calls && !CALLING.contains(&lemma) {
        return None;
    }
    let speaks = subject(tree, verb).is_some_and(|s| {
        tree.token(s)
            .is_some_and(|t| t.upos == Upos::Propn || speech::speaker(&t.lemma) || speech::document(&t.lemma))
    });
    let object = tree.dependent(verb, &[Deprel::Obj]);
    let as_marked = |n: usize| tree.dependents(n, &[Deprel::Case]).any(|c| tree.lemma(c) == "as");
    // "Describes the tax as a theft", where the tree hangs the name on what is so called.
    let nested = tree
        .dependents(verb, &[Deprel::Obj, Deprel::Obl])
        .find_map(|called| {
            let noun = tree
                .dependents(called, &[Deprel::Nmod])
                .find(|&n| as_marked(n) && quoted(tree, n))?;
            Some(Naming {
                verb,
                noun,
                called: clause::resolved(tree, called),
            })
        });
    if speaks && nested.is_some() {
        return nested;
    }
    let noun = tree
        .dependents(verb, &[Deprel::Xcomp, Deprel::Obl, Deprel::Obj])
        .filter(|&n| n > verb && quoted(tree, n))
        .find(|&n| match tree.deprel(n) {
            Some(Deprel::Obl) => tree.dependents(n, &[Deprel::Case]).any(|c| tree.lemma(c) == "as"),
            Some(Deprel::Obj) if object == Some(n) => CHEERING.contains(&lemma) && !definite(tree, n),
            _ => calls && object != Some(n),
        })?;
    let called = object
        .filter(|&o| o != noun)
        .or_else(|| {
            tree.dependents(verb, &[Deprel::Obl]).find(|&o| {
                o != noun
                    && lemma == "refer"
                    && tree.dependents(o, &[Deprel::Case]).any(|c| tree.lemma(c) == "to")
            })
        })
        .and_then(|o| clause::resolved(tree, o));
    (speaks && tree.token(noun)?.upos == Upos::Noun).then_some(Naming { verb, noun, called })
}

/// The naming that a noun is the name of.
pub(super) fn named_by(tree: Tree<'_>, noun: usize) -> Option<Naming> {
    let head = tree.token(noun)?.head?;
    let above = tree.token(head).and_then(|t| t.head);
    [Some(head), above]
        .into_iter()
        .flatten()
        .find_map(|verb| naming(tree, verb))
        .filter(|n| n.noun == noun)
}

/// Whether a noun stands at the head of quoted words.
fn quoted(tree: Tree<'_>, noun: usize) -> bool {
    let opening = |i: usize| matches!(tree.form(i), "“" | "‘" | "``" | "\"" | "«" | "„");
    let words = tree.subtree(noun);
    let first = words.first().copied().unwrap_or(noun);
    (first..noun).any(opening)
}

/// That what is called so is so, or that there is what is spoken of.
pub(super) fn proposition(terms: Terms<'_>, tree: Tree<'_>, at: At, naming: Naming) -> Proposition {
    let noun = at.word(naming.noun);
    // The marks are the text's.
    let plain = |mut term: Term| {
        term.text = term.text.replace(['“', '”', '"'], "");
        term
    };
    let Some(called) = naming.called else {
        return Proposition {
            predicate: Predicate {
                lemma: "exist".to_owned(),
                class: PredicateClass::Existence,
                tense: Tense::None,
                modifiers: Vec::new(),
                ..Predicate::default()
            },
            arguments: vec![argument(Role::Subject, None, plain(terms.term(tree, noun)))],
            qualifiers: Vec::new(),
        };
    };
    let mut proposition = Proposition {
        predicate: Predicate {
            lemma: tree.lemma(naming.noun).to_lowercase(),
            class: PredicateClass::Nominal,
            tense: Tense::None,
            modifiers: Vec::new(),
            ..Predicate::default()
        },
        arguments: vec![argument(
            Role::Subject,
            None,
            plain(
                terms
                    .without(at.word(naming.verb))
                    .without(noun)
                    .term(tree, at.word(called)),
            ),
        )],
        qualifiers: Vec::new(),
    };
    nominal(terms, tree, noun, &mut proposition);
    proposition
}
