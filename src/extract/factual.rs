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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::reference::References;
    use crate::source::Document;

    /// Where the text stands towards a word, and what negates it.
    fn stand(text: &str, word: &str) -> (i8, Vec<String>) {
        let document = Document::new("test", text);
        let reading = Reading::new(&document, crate::text::parse);
        let references = References::new(&reading, &std::collections::BTreeMap::new());
        let commitments = Commitments::new(&reading, |at| references.entity(at).cloned());
        let events = events(&reading, &commitments);
        let event = events.iter().find(|e| e.words.text == word).expect(word);
        let negators = event.negators.iter().map(|n| n.text.clone()).collect();
        (event.event.value(), negators)
    }

    #[test]
    fn of_a_state_without_its_object_the_object_is_denied() {
        let no = vec!["no".to_owned()];
        assert_eq!(stand("The mayor has no plans.", "has"), (3, no.clone()));
        assert_eq!(stand("The mayor has no plans.", "plans"), (-3, no.clone()));
        assert_eq!(stand("The mayor closed no bridges.", "closed"), (-3, no));
        let not = vec!["not".to_owned()];
        assert_eq!(stand("The mayor did not see a plan.", "see"), (-3, not));
    }

    #[test]
    fn what_is_done_to_something_named_leaves_it_as_it_is() {
        assert_eq!(stand("The king wants to mediate the crisis.", "crisis").0, 3);
        assert_eq!(stand("The king wants to mediate a crisis.", "crisis").0, 1);
        assert_eq!(stand("The police did not stop the march.", "march").0, 2);
        assert_eq!(stand("The police wanted to prevent a march.", "march").0, -1);
        assert_eq!(stand("The council imposed a ban on imports.", "imports").0, -3);
        assert_eq!(stand("The council imposed a tax on imports.", "imports").0, 3);
        assert_eq!(stand("The move is expected to save money.", "move").0, 3);
    }

    #[test]
    fn a_negation_above_negates_only_what_it_reaches() {
        assert!(stand("She did not know that it closed.", "closed").1.is_empty());
        assert!(!stand("She did not manage to close it.", "close").1.is_empty());
    }
}
