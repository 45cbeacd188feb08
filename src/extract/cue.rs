//! The words of a cue: a verb with what belongs to it, a noun with its preposition.

use std::ops::Range;

use super::attitude;
use super::embedding::kind;
use super::reading::Tree;
use crate::lexicon::signatures::Kind;
use crate::lexicon::speech;
use crate::text::{Deprel, Upos};

/// The words of the cue with the given head.
///
/// A verb comes with its auxiliaries, its particles, the adverbs beside it and the verbs that it is put under ("went on to
/// say"); a noun with the verb that brings it along ("expressed concern").
pub(super) fn words(tree: Tree<'_>, cue: usize) -> Vec<usize> {
    if kind(tree, cue) == Some(Kind::Noun) {
        return noun(tree, cue);
    }
    let mut words: Vec<usize> = group(tree, cue).collect();
    let mut top = cue;
    while tree.deprel(top) == Some(Deprel::Xcomp)
        && let Some(head) = tree.token(top).and_then(|t| t.head)
        && head < top
        && tree.dependent(head, &[Deprel::Obj, Deprel::Iobj]).is_none()
        && tree.token(head).is_some_and(|t| t.upos == Upos::Verb)
    {
        words.extend(group(tree, head));
        top = head;
    }
    if tree.form(cue).eq_ignore_ascii_case("according") {
        words.push(cue + 1);
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// A verb with what belongs to it and stands beside it.
fn group(tree: Tree<'_>, verb: usize) -> Range<usize> {
    let own = |i: usize, relations: &[Deprel]| {
        tree.token(i)
            .is_some_and(|t| t.head == Some(verb) && relations.contains(&t.deprel))
            && (tree.deprel(i) != Some(Deprel::Mark) || tree.lemma(i) == "to")
    };
    let before = [Deprel::Aux, Deprel::AuxPass, Deprel::Advmod, Deprel::Mark];
    let after = [Deprel::CompoundPrt, Deprel::Advmod];
    let first = (0..verb).rev().take_while(|&i| own(i, &before)).last();
    let last = (verb + 1..tree.len()).take_while(|&i| own(i, &after)).last();
    first.unwrap_or(verb)..last.unwrap_or(verb) + 1
}

/// A noun, with the verb that brings it along.
fn noun(tree: Tree<'_>, noun: usize) -> Vec<usize> {
    let brought = tree.deprel(noun) == Some(Deprel::Obj);
    let verb = tree
        .token(noun)
        .and_then(|t| t.head)
        .filter(|&v| brought && v < noun);
    match verb {
        Some(verb) if speech::light(&tree.lemma(verb).to_lowercase()) || attitude::expresses(tree, verb) => {
            (group(tree, verb).start..=noun).collect()
        }
        _ => vec![noun],
    }
}

/// Whether the word is a preposition that belongs to the cue before it: "accused of", "call for".
pub(super) fn takes(tree: Tree<'_>, word: usize) -> bool {
    tree.token(word)
        .is_some_and(|t| t.upos == Upos::Adp || t.deprel == Deprel::Mark)
        && matches!(
            tree.form(word).to_lowercase().as_str(),
            "of" | "for" | "about" | "on" | "with" | "against" | "from" | "in" | "at" | "by" | "to" | "over"
        )
        && tree.token(word).is_some_and(|t| t.upos != Upos::Part)
}
