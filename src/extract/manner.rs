//! How something is done, where a phrase tells it: "behind schedule", "by a narrow majority".

use super::knowledge;
use super::reading::Tree;
use super::term::{modifier, plain};
use crate::proposition::{Modifier, ModifierKind, Term};
use crate::text::{Deprel, Upos};

/// A preposition with its noun and what stands between them, in lower case: "behind closed doors".
pub(super) fn phrase(tree: Tree<'_>, noun: usize) -> Option<String> {
    phrase_to(tree, noun, noun)
}

/// The same, up to a word behind the noun.
fn phrase_to(tree: Tree<'_>, noun: usize, last: usize) -> Option<String> {
    let preposition = tree.dependent(noun, &[Deprel::Case]).filter(|&p| p < noun)?;
    let words = (preposition..=last).map(|i| tree.form(i));
    Some(words.collect::<Vec<_>>().join(" ").to_lowercase())
}

/// A preposition with its noun that together say how something is done: "behind schedule".
pub(super) fn manner(tree: Tree<'_>, noun: usize) -> Option<Modifier> {
    let divided = divided(tree, noun);
    let text = phrase_to(tree, noun, divided.unwrap_or(noun))?;
    let head = divided.map_or_else(|| text.clone(), |_| "by majority vote".to_owned());
    if !knowledge::is_manner_phrase(&head) {
        return None;
    }
    let term = Term {
        text,
        head,
        ..plain(tree, noun)
    };
    Some(modifier(ModifierKind::Adverb, None, term))
}

/// "By twelve votes to nine", "with two votes against": not all were of one mind. The last word that says so.
fn divided(tree: Tree<'_>, noun: usize) -> Option<usize> {
    let against = tree
        .token(noun + 1)
        .is_some_and(|t| t.lemma == "against" && t.head == Some(noun));
    let counted = || {
        tree.dependents(noun, &[Deprel::Nmod]).find(|&other| {
            let number = tree.token(other).is_some_and(|t| t.upos == Upos::Num);
            number
                && tree
                    .dependents(other, &[Deprel::Case])
                    .any(|case| tree.lemma(case) == "to")
        })
    };
    let last = if against { Some(noun + 1) } else { counted() };
    last.filter(|_| tree.lemma(noun) == "vote")
}
