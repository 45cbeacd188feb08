//! When, where and how much: the phrases that qualify a predicate and are no arguments of it.

use super::knowledge::{self, Sort};
use super::reading::{At, Tree};
use super::term::Terms;
use super::wording;
use crate::entity::EntityKind;
use crate::measure;
use crate::proposition::Qualifier;

/// Prepositions of place.
fn is_locative(marker: &str) -> bool {
    matches!(
        marker,
        "in" | "at"
            | "near"
            | "inside"
            | "outside"
            | "around"
            | "across"
            | "throughout"
            | "within"
            | "above"
            | "below"
            | "beside"
            | "behind"
            | "under"
            | "beneath"
            | "off"
            | "along"
            | "opposite"
            | "amid"
            | "on"
    )
}

/// Conjunctions whose clauses qualify what is claimed.
pub(super) fn is_qualifying(marker: &str) -> bool {
    let first = marker.split(' ').next().unwrap_or_default();
    matches!(
        first,
        "if" | "unless"
            | "because"
            | "although"
            | "though"
            | "despite"
            | "while"
            | "whereas"
            | "since"
            | "so"
            | "as"
            | "to"
            | "when"
            | "after"
            | "before"
            | "until"
            | "once"
            | "whenever"
            | "where"
            | "by"
            | "without"
            | "in"
            | "for"
            | "provided"
            | "given"
            | "even"
            | "lest"
            | "whether"
            | "than"
            | "following"
            | "till"
    )
}

/// The time or the quantity that a phrase says.
pub(super) fn measure(_terms: Terms<'_>, tree: Tree<'_>, at: At) -> Option<Qualifier> {
    quantity(tree, at.token, "")
}

/// A phrase with a preposition as a qualifier; `None` if it is an argument.
pub(super) fn oblique(terms: Terms<'_>, tree: Tree<'_>, at: At, marker: &str) -> Option<Qualifier> {
    let entity = terms.references.entity(at);
    let place = match entity {
        Some(entity) => matches!(entity.kind, EntityKind::Country | EntityKind::Place),
        None => knowledge::sort(&tree.lemma(at.token).to_lowercase()) == Sort::Place,
    };
    if is_locative(marker) && place {
        return Some(Qualifier::Place {
            marker: marker.to_owned(),
            term: terms.term(tree, at),
        });
    }
    matches!(marker, "by" | "to" | "at" | "from" | "for" | "of").then(|| quantity(tree, at.token, marker))?
}

/// A phrase without a preposition: "last week", "5 per cent".
pub(super) fn bare(_terms: Terms<'_>, tree: Tree<'_>, at: At) -> Option<Qualifier> {
    quantity(tree, at.token, "")
}

/// An adverb of time: "yesterday", "now".
pub(super) fn adverb(_terms: Terms<'_>, _tree: Tree<'_>, _at: At) -> Option<Qualifier> {
    None
}

/// The quantity that is all of a phrase: "by 5 per cent", "at 45", but not "45 people".
fn quantity(tree: Tree<'_>, head: usize, marker: &str) -> Option<Qualifier> {
    let words = wording::phrase(tree, head);
    let (&first, &last) = words.first().zip(words.last())?;
    let forms: Vec<&str> = (first..=last).map(|i| tree.form(i)).collect();
    let (taken, quantity) = measure::quantity_at(&forms, 0)?;
    (first + taken > head).then(|| Qualifier::Quantity {
        marker: marker.to_owned(),
        quantity,
        words: tree.words(tree.span(&words)),
    })
}
