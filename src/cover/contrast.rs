//! Predicates of opposite meaning that are said of one thing, wherever they stand: "the guards deny the crew water at sea" and
//! "the crew is allowed water".

use crate::align::{Opposition, WordRelation};
use crate::cover::gist::{Bond, Gist, Standing, Word};
use crate::cover::meet::SAID;
use crate::cover::seen::{Pairing, Seen};
use crate::lexicon::wordnet::Pos;

/// A text of so few words has no more to tell what it speaks of.
const SHORT: usize = 4;

/// Finds a predicate of the second text that excludes one of the first.
pub(super) fn exclusion(a: &Gist, b: &Gist, seen: &Seen) -> Option<Pairing> {
    seen.opposed().find(|p| {
        // What was done and what undoes it can follow each other.
        let undone = p.relation == WordRelation::Opposite(Opposition::Reversive);
        let words = a.words.get(p.a).zip(b.words.get(p.b));
        !undone
            && words.is_some_and(|(x, y)| x.pos == y.pos && is_said_of(y) && holds(x))
            && !is_new(b, p.b)
            && of_one(a, b, seen, p)
    })
}

fn holds(word: &Word) -> bool {
    matches!(word.standing, Standing::Holds | Standing::Open)
}

/// Whether a text holds a word of something that stands beside it.
fn is_said_of(word: &Word) -> bool {
    matches!(word.pos, Pos::Verb | Pos::Adjective)
        && (word.head.is_none() || word.bond == Bond::Other)
        && holds(word)
}

/// What a predicate is said of: the words that hang on it.
fn around(gist: &Gist, at: usize) -> impl Iterator<Item = (usize, &Word)> {
    gist.words.iter().enumerate().filter(move |(_, w)| {
        w.head == Some(at) && matches!(w.bond, Bond::Subject | Bond::Object | Bond::Oblique)
    })
}

/// Whether it is said of somebody who need not be any other that is spoken of. "A man sits there and waits": who waits is
/// said above.
fn is_new(b: &Gist, at: usize) -> bool {
    std::iter::once(at)
        .chain(b.above(at))
        .find_map(|at| {
            let subject = around(b, at).map(|(_, w)| w).find(|w| w.subject);
            subject.or_else(|| b.words.get(at).filter(|w| w.some))
        })
        .is_some_and(|w| w.some)
}

/// Whether both predicates are said of one thing. An act is told by all that it is done to; of what it is said to be, it is
/// enough that the first text speaks of it.
fn of_one(a: &Gist, b: &Gist, seen: &Seen, pairing: &Pairing) -> bool {
    let said = |k: usize| {
        let met = seen.met.get(k).copied().flatten()?;
        (met.score >= SAID).then_some(met.at)
    };
    let above = a.words.get(pairing.a).and_then(|x| x.head);
    let beside = |i: usize| {
        let head = a.words.get(i).and_then(|w| w.head);
        head == Some(pairing.a) || above.is_some() && (head == above || Some(i) == above)
    };
    let others = (0..b.words.len()).filter(|&k| k != pairing.b);
    let (of_one, known) = others.fold((0, 0), |(all, known), k| {
        (all + 1, known + usize::from(said(k).is_some()))
    });
    let alone = of_one == 0 && a.words.len() <= SHORT;
    let act = b.words.get(pairing.b).is_some_and(|y| y.pos == Pos::Verb);
    if act {
        around(b, pairing.b).all(|(k, w)| said(k).is_some_and(|i| !w.subject || beside(i)))
            && (alone || around(b, pairing.b).any(|(k, _)| said(k).is_some_and(beside)))
    } else {
        around(b, pairing.b).all(|(k, w)| !w.subject || said(k).is_some())
            && (alone || known > 0 && 3 * known >= of_one)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Relation, relate_texts};

    #[test]
    fn what_is_said_of_one_thing_excludes_its_opposite() {
        let conflict = |a, b| relate_texts(a, b).relation == Relation::Conflict;
        let harvest =
            "Lind hires forty pickers from Hexley to bring in the grapes during the short harvest season.";
        assert!(conflict(harvest, "The harvest season is very long."));
        assert!(!conflict(harvest, "The road to Hexley is very long."));
        assert!(!conflict(
            "A tall man is waiting outside.",
            "A man who is small is waiting outside."
        ));
        assert!(conflict("He hates us.", "He loves us."));
        assert!(!conflict("The clerk hates rain.", "The baker loves music."));
    }
}
