//! The words of a document that can stand for events, with where everybody stands towards each.

use std::ops::Range;

use super::affix;
use super::commitments::Commitments;
use super::reading::{At, Reading, Tree};
use crate::event::Event;
use crate::span::{Span, Words};
use crate::text::{Deprel, Upos};

/// The events of a document, in order.
pub(super) fn events(reading: &Reading<'_>, commitments: &Commitments<'_>) -> Vec<Event> {
    let mut events = Vec::new();
    for (place, tree) in reading.trees() {
        let words = (0..tree.len()).filter(|&i| eventive(tree, i));
        events.extend(words.filter_map(|word| event(tree, place.word(word), commitments)));
    }
    events
}

/// Whether a word can stand for something that happens or holds.
fn eventive(tree: Tree<'_>, word: usize) -> bool {
    tree.token(word).is_some_and(|t| match t.upos {
        Upos::Verb | Upos::Noun | Upos::Propn | Upos::Adj => true,
        Upos::Aux => !matches!(t.deprel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop),
        Upos::Adv if affix::negative(tree.form(word), t.upos).is_some() => true,
        // "He was out": what is said of somebody.
        _ => tree
            .dependent(word, &[Deprel::Cop, Deprel::Nsubj, Deprel::NsubjPass])
            .is_some(),
    })
}

fn event(tree: Tree<'_>, at: At, commitments: &Commitments<'_>) -> Option<Event> {
    let token = tree.token(at.token)?;
    let stands = commitments.stands(at);
    let mut negators = stands.negators;
    if let Some(affix) = affix::negative(tree.form(at.token), token.upos) {
        negators.push(part(tree, &token.span, &affix));
    }
    Some(Event {
        words: tree.words(Span::new(tree.field, token.span.clone())),
        negators,
        event: stands.event,
        clause: stands.clause,
    })
}

/// A part of a word.
fn part(tree: Tree<'_>, word: &Range<usize>, part: &Range<usize>) -> Words {
    tree.words(Span::new(
        tree.field,
        word.start + part.start..word.start + part.end,
    ))
}
