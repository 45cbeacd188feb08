//! Attitudes to what is no clause: "criticised the plan", "called for a strike", "his support for the plan".
//!
//! Nobody is committed to anything by these, so they make no claims; but they tell what somebody said or felt about what.

use super::attribution::subject;
use super::embedding::{kind, lemmas};
use super::frame::passive;
use super::reading::Tree;
use crate::lexicon::signatures::Kind;
use crate::lexicon::{attitudes, speech};
use crate::text::{Deprel, Upos};

/// The words that say what an attitude is about; none where the word names no attitude.
pub(super) fn matter(tree: Tree<'_>, word: usize) -> Vec<usize> {
    match kind(tree, word) {
        Some(Kind::Verb) if tree.token(word).is_some_and(|t| t.upos == Upos::Verb) => of_verb(tree, word),
        Some(Kind::Noun) if tree.token(word).is_some_and(|t| t.upos == Upos::Noun) => of_noun(tree, word),
        _ => Vec::new(),
    }
}

fn of_verb(tree: Tree<'_>, verb: usize) -> Vec<usize> {
    if matches!(
        tree.deprel(verb),
        Some(Deprel::Amod | Deprel::Compound | Deprel::Case)
    ) {
        return Vec::new();
    }
    let passive = passive(tree, verb);
    if !passive && !somebody(tree, verb) {
        return Vec::new();
    }
    let about = |frame: &str| lemmas(tree, verb).any(|l| attitudes::about(Kind::Verb, &l, frame));
    if passive {
        let subject = tree.dependent(verb, &[Deprel::NsubjPass]);
        return match subject {
            Some(subject) if about("np") => tree.subtree(subject),
            _ => Vec::new(),
        };
    }
    let object = tree.dependents(verb, &[Deprel::Obj, Deprel::Iobj]).next();
    let complement = tree
        .dependents(verb, &[Deprel::Xcomp, Deprel::Ccomp, Deprel::Advcl])
        .find(|&c| c > verb && infinitive(tree, c));
    if let Some(object) = object {
        if complement.is_some_and(|c| object < c) && about("objto") || about("np") {
            return onwards(tree, verb, object);
        }
        return Vec::new();
    }
    if let Some(complement) = complement
        && about("to")
    {
        return tree.subtree(complement);
    }
    tree.dependents(verb, &[Deprel::Obl, Deprel::Advcl])
        .filter(|&o| o > verb)
        .find(|&o| {
            tree.dependents(o, &[Deprel::Case, Deprel::Mark])
                .any(|c| about(&tree.form(c).to_lowercase()))
        })
        .map(|o| onwards(tree, verb, o))
        .unwrap_or_default()
}

/// Whether the verb does no more than put into words what its object names.
pub(super) fn expresses(tree: Tree<'_>, verb: usize) -> bool {
    matches!(
        tree.lemma(verb),
        "express"
            | "voice"
            | "raise"
            | "issue"
            | "release"
            | "make"
            | "give"
            | "offer"
            | "deliver"
            | "repeat"
            | "reiterate"
    )
}

fn infinitive(tree: Tree<'_>, word: usize) -> bool {
    tree.dependents(word, &[Deprel::Mark])
        .any(|m| tree.form(m).eq_ignore_ascii_case("to"))
}

/// The words from a dependent of the verb on that belong to what it is about: no time, and nothing set off.
fn onwards(tree: Tree<'_>, verb: usize, from: usize) -> Vec<usize> {
    let mut words = tree.subtree(from);
    for next in tree.children(verb).filter(|&c| c > from) {
        let part = tree.subtree(next);
        let joins = part
            .first()
            .zip(words.last())
            .is_some_and(|(first, last)| *first == last + 1);
        let belongs = match tree.deprel(next) {
            Some(Deprel::Xcomp | Deprel::Obj | Deprel::Ccomp) => true,
            Some(Deprel::Obl | Deprel::Advcl) => {
                tree.dependents(next, &[Deprel::Case, Deprel::Mark]).any(|c| {
                    matches!(
                        tree.form(c).to_lowercase().as_str(),
                        "for" | "of" | "as" | "to" | "over" | "against"
                    )
                })
            }
            _ => false,
        };
        if joins && belongs {
            words.extend(part);
        }
    }
    words
}

/// Whether somebody who can speak does what the verb says.
fn somebody(tree: Tree<'_>, verb: usize) -> bool {
    match subject(tree, verb) {
        Some(subject) => tree.token(subject).is_some_and(|t| match t.upos {
            Upos::Propn => true,
            Upos::Pron => !matches!(
                tree.form(subject).to_lowercase().as_str(),
                "it" | "this" | "that" | "there" | "what"
            ),
            _ => speech::speaker(&t.lemma) || speech::document(&t.lemma),
        }),
        // A participle is somebody's too, whoever it is; an order is nobody's.
        None => tree.deprel(verb) != Some(Deprel::Root),
    }
}

fn of_noun(tree: Tree<'_>, noun: usize) -> Vec<usize> {
    let lemma = tree.lemma(noun).to_lowercase();
    let about = |frame: &str| attitudes::about(Kind::Noun, &lemma, frame);
    if let Some(clause) = tree
        .dependents(noun, &[Deprel::Acl])
        .find(|&c| c > noun && infinitive(tree, c) && about("to-infinitive"))
    {
        return tree.subtree(clause);
    }
    tree.dependents(noun, &[Deprel::Nmod, Deprel::Acl])
        .filter(|&n| n > noun)
        .find(|&n| {
            tree.dependents(n, &[Deprel::Case, Deprel::Mark])
                .any(|c| about(&tree.form(c).to_lowercase()))
        })
        .map(|n| tree.subtree(n))
        .unwrap_or_default()
}
