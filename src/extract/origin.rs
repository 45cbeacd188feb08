//! The words for whoever speaks.

use std::ops::Range;

use super::aside;
use super::attribution::subject;
use super::frame::passive;
use super::reading::Tree;
use crate::lexicon::speech;
use crate::text::{Deprel, Upos};

/// The words of the phrase for somebody, with what is said of them: appositions, and clauses that narrow down who it is.
pub(super) fn words(tree: Tree<'_>, cue: usize, head: usize) -> Vec<usize> {
    let head = nearer(tree, cue, head);
    let words = tree.subtree_without(head, |c| {
        c == cue
            || tree.token(c).is_some_and(|t| {
                let own = t.head == Some(head);
                match t.deprel {
                    Deprel::Cc
                    | Deprel::Cop
                    | Deprel::Mark
                    | Deprel::Nsubj
                    | Deprel::Advcl
                    | Deprel::Parataxis
                    | Deprel::Ccomp => own,
                    Deprel::Case => own && t.xpos != "POS",
                    Deprel::Conj => own && clause(tree, c),
                    Deprel::AclRelcl | Deprel::Acl => own && set_off(tree, c),
                    _ => false,
                }
            })
    });
    together(&words, head)
}

/// The words of a source that was read from the words around its verb, with what follows to say who it is: ", an engineer".
pub(super) fn extended(tree: Tree<'_>, source: &Range<usize>) -> Range<usize> {
    let start = source.end + 1;
    let rest = (start..tree.len()).take_while(|&i| aside::nominal(tree, i));
    let end = rest.last().map_or(start, |l| l + 1);
    let closes = end == tree.len() || tree.token(end).is_some_and(|t| t.upos == Upos::Punct);
    let somebody = |i: usize| {
        tree.token(i)
            .is_some_and(|t| t.upos == Upos::Noun && speech::speaker(&t.lemma))
    };
    let apposed = tree.form(source.end) == "," && closes && (start..end).any(somebody);
    source.start..if apposed { end } else { source.end }
}

fn clause(tree: Tree<'_>, word: usize) -> bool {
    tree.dependent(word, &[Deprel::Nsubj, Deprel::Obj, Deprel::Cop])
        .is_some()
}

/// Whether a mark stands before the clause.
pub(super) fn set_off(tree: Tree<'_>, top: usize) -> bool {
    let words = tree.subtree(top);
    let punctuation = |i: usize| tree.token(i).is_some_and(|t| t.upos == Upos::Punct);
    words
        .first()
        .is_some_and(|&f| punctuation(f) || f.checked_sub(1).is_some_and(punctuation))
}

/// The word that stands for the source where the cue is: a relative pronoun, not what it points to.
fn nearer(tree: Tree<'_>, cue: usize, head: usize) -> usize {
    tree.dependents(cue, &[Deprel::Nsubj, Deprel::NsubjPass])
        .find(|&s| matches!(tree.form(s).to_lowercase().as_str(), "who" | "which" | "that"))
        .filter(|_| !passive(tree, cue) && subject(tree, cue) == Some(head))
        .unwrap_or(head)
}

/// Those of the words around `head` that stand without a gap.
fn together(words: &[usize], head: usize) -> Vec<usize> {
    let Some(place) = words.iter().position(|&w| w == head) else {
        return vec![head];
    };
    let gap = |i: &usize| {
        words
            .get(i + 1)
            .zip(words.get(*i))
            .is_some_and(|(b, a)| *b > a + 1)
    };
    let end = (place..words.len()).find(gap).map_or(words.len(), |i| i + 1);
    let start = (0..place).rev().find(gap).map_or(0, |i| i + 1);
    words.get(start..end).unwrap_or_default().to_vec()
}
