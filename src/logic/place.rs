//! Whether words that answer each other stand in one place.

use crate::logic::amount::Amount;
use crate::logic::edits::{Met, Sides};
use crate::logic::form::{Bond, Form, Node};
use crate::logic::matching::{ONE_MATTER, likeness};

/// Where two words stand that answer each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In one place.
    Same,
    /// In places that may come to the same.
    Near,
    /// In others, so that the sentences say different things of the same.
    Other,
}

/// Compares the places of two words that answer each other. A word is only known to stand elsewhere where both sentences
/// have the words that it hangs on: of "free registration" registration is free, and what is provided is given.
pub(super) fn placed(sides: Sides<'_>, met: Met<'_>) -> Place {
    let has_head = |own: &Form, node: &Node, other: &Form| {
        let head = node.head.and_then(|h| own.get(h));
        head.is_none_or(|head| speaks_of(other, head))
    };
    let kept = || has_head(sides.a, met.left, sides.b) && has_head(sides.b, met.right, sides.a);
    match by_bonds(sides, met) {
        Place::Other if !kept() || !taken(sides, met) => Place::Near,
        place => place,
    }
}

/// Whether something else stands where one of two arguments would stand in the other sentence: who is watched there, watches
/// here. What describes other things than in the other sentence needs no such sign.
fn taken(sides: Sides<'_>, met: Met<'_>) -> bool {
    let filled = |form: &Form, head: Option<usize>, bond: Bond, but: usize| {
        let mut nodes = form.nodes.iter().enumerate();
        head.is_some() && nodes.any(|(i, n)| i != but && n.head == head && n.bond == bond)
    };
    let answer_a = met.right.head.and_then(|h| sides.matching.a(h));
    let answer_b = met.left.head.and_then(|h| sides.matching.b(h));
    let none = |n: &Node| n.amount == Amount::No;
    // "Is roped before a climb", "is climbing a rope".
    let turned = |a: Option<usize>, b: Option<usize>| {
        let words = a.and_then(|i| sides.a.get(i)).zip(b.and_then(|j| sides.b.get(j)));
        words.is_some_and(|(x, y)| x.pos != y.pos)
    };
    met.left.bond == met.right.bond && met.left.bond == Bond::Adjective
        || none(met.left) != none(met.right)
        || turned(Some(met.at.0), Some(met.at.1))
        || turned(met.left.head, answer_b)
        || turned(answer_a, met.right.head)
        || filled(sides.a, answer_a, met.right.bond, met.at.0)
        || filled(sides.b, answer_b, met.left.bond, met.at.1)
}

/// Whether a sentence has a word for a matter.
fn speaks_of(form: &Form, word: &Node) -> bool {
    form.nodes.iter().any(|n| likeness(word, n) >= ONE_MATTER)
}

/// Compares the places of two words that answer each other by how they hang on the next words that are answered.
fn by_bonds(sides: Sides<'_>, met: Met<'_>) -> Place {
    let (left, right) = (met.left, met.right);
    let loose = |n: &Node| {
        matches!(
            n.bond,
            Bond::Oblique | Bond::Adverb | Bond::Adverbial | Bond::Other | Bond::Clause
        )
    };
    let core = |n: &Node| matches!(n.bond, Bond::Subject | Bond::Object);
    let answered = sides.matching;
    let heads = (
        first_met(sides.a, left, &|k| answered.b(k).is_some()),
        first_met(sides.b, right, &|k| answered.a(k).is_some()),
    );
    let subject = left.bond == Bond::Subject || right.bond == Bond::Subject;
    let (Some((above, steps)), Some((other, more))) = heads else {
        // One of them is what its sentence is built on, or what that hangs on is said by one alone.
        let hangs = left.head.is_some() && right.head.is_some();
        return if hangs && subject && left.bond != right.bond {
            Place::Other
        } else {
            Place::Same
        };
    };
    let meets = answered.b(above).is_some_and(|k| sides.b.together(k, other))
        || answered.a(other).is_some_and(|k| sides.a.together(k, above));
    if !meets {
        let described = left.bond == Bond::Adjective && right.bond == Bond::Adjective;
        return if core(left) && core(right) || described {
            Place::Other
        } else {
            Place::Near
        };
    }
    // Something stands between them on one side.
    if steps > 0 || more > 0 {
        return Place::Near;
    }
    let narrows = |n: &Node| matches!(n.bond, Bond::Adjective | Bond::Compound);
    let one_word = narrows(left) && narrows(right) && left.lemma == right.lemma;
    let same = left.bond == right.bond || loose(left) && loose(right) || one_word;
    match (same, subject) {
        (true, _) => Place::Same,
        (_, true) => Place::Other,
        _ => Place::Near,
    }
}

/// The next word above that has a counterpart, and how many have none before it.
fn first_met(form: &Form, node: &Node, met: &dyn Fn(usize) -> bool) -> Option<(usize, usize)> {
    let mut at = node.head;
    for steps in 0..form.nodes.len() {
        let head = at?;
        if met(head) {
            return Some((head, steps));
        }
        at = form.get(head)?.head;
    }
    None
}
