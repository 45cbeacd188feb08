//! Words of opposite meaning that are said of one thing, wherever they stand: "the guards deny the crew water at sea" and
//! "the crew is allowed water".

use crate::ablation::Part;
use crate::align::{Opposition, WordRelation, compare_words};
use crate::cover::gist::{Bond, Class, Gist, Standing, Word};
use crate::cover::seen::{Pairing, Seen};
use crate::cover::slot::Exclusion;
use crate::judgement::Kind;
use crate::lexicon::wordnet::Pos;

/// Finds a word of the second text that excludes one of the first.
pub(super) fn exclusion(a: &Gist, b: &Gist, seen: &Seen) -> Option<Exclusion> {
    opposites(a, b, seen)
        .filter(|_| Part::CoverContrast.is_kept())
        .or_else(|| comparisons(a, b, seen).filter(|_| Part::CoverComparison.is_kept()))
}

/// "More detailed plans" and "less detailed plans".
fn comparisons(a: &Gist, b: &Gist, seen: &Seen) -> Option<Exclusion> {
    b.words.iter().enumerate().find_map(|(at, second)| {
        let place = seen.said_at(at)?;
        let first = a.words.get(place)?;
        let turned = (first.compared.zip(second.compared)).is_some_and(|(x, y)| x == y.reverse());
        let pairing = Pairing {
            a: place,
            b: at,
            relation: WordRelation::Opposite(Opposition::Gradable),
        };
        (turned && seen.in_one_place(first, second)).then_some(Exclusion {
            pairing,
            kind: Kind::Opposites,
            note: "it is more in one text and less in the other",
            reliability: 800,
            of_one: true,
        })
    })
}

/// Finds words of opposite meaning that are said of one thing.
fn opposites(a: &Gist, b: &Gist, seen: &Seen) -> Option<Exclusion> {
    let places = |gist: &Gist| -> Vec<(usize, Place)> {
        let words = gist.words.iter().enumerate();
        words.filter_map(|(i, w)| Some((i, Place::of(w)?))).collect()
    };
    let (firsts, seconds) = (places(a), places(b));
    seconds
        .iter()
        .filter(|(j, _)| seen.said_at(*j).is_none())
        .find_map(|&(j, second)| {
            let y = b.words.get(j)?;
            firsts.iter().find_map(|&(i, first)| {
                let x = a.words.get(i)?;
                let (relation, _) = compare_words(&x.lemma, x.pos, &y.lemma, y.pos);
                let pairing = Pairing { a: i, b: j, relation };
                // What was done and what undoes it can follow each other.
                let undone = relation == WordRelation::Opposite(Opposition::Reversive);
                let excludes =
                    relation.excludes() && !undone && of_one(a, b, seen, (&pairing, first, second));
                excludes.then_some(Exclusion {
                    pairing,
                    kind: Kind::Opposites,
                    note: "words of opposite meaning are said of one thing",
                    reliability: 800,
                    of_one: (first, second) != (Place::Modifier, Place::Modifier),
                })
            })
        })
}

/// How a text says a word of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// As what it is or does: "the season is long".
    Predicate,
    /// In passing: "the long season".
    Modifier,
}

impl Place {
    /// How a verb or an adjective that a text holds is said; nothing for other words.
    fn of(word: &Word) -> Option<Place> {
        let holds = matches!(word.standing, Standing::Holds | Standing::Open);
        let plain = word.class == Class::Plain && matches!(word.pos, Pos::Verb | Pos::Adjective);
        match word.bond {
            _ if !holds || !plain => None,
            Bond::Other => Some(Place::Predicate),
            Bond::Modifier if word.pos == Pos::Adjective => Some(Place::Modifier),
            _ => word.head.is_none().then_some(Place::Predicate),
        }
    }
}

/// The words that hang on a predicate as those that it is said of.
fn around(gist: &Gist, at: usize) -> impl Iterator<Item = (usize, &Word)> {
    gist.words.iter().enumerate().filter(move |(_, w)| {
        w.head == Some(at) && (w.subject || matches!(w.bond, Bond::Subject | Bond::Object))
    })
}

/// Whether a predicate is said of somebody who need not be any other that is spoken of. "A man sits there and waits": who
/// waits is said above.
fn is_new(gist: &Gist, at: usize) -> bool {
    std::iter::once(at)
        .chain(gist.above(at))
        .find_map(|at| {
            let subject = around(gist, at).map(|(_, w)| w).find(|w| w.subject);
            subject.or_else(|| gist.words.get(at).filter(|w| w.some))
        })
        .is_some_and(|w| w.some)
}

/// "Karr is higher than Dell", "Dell is lower than Karr": words of opposite meaning that see one thing from its two sides.
pub(super) fn seen_from_there(a: &Gist, b: &Gist, seen: &Seen, pairing: &Pairing) -> bool {
    let compared = |i: usize| {
        let word = a.words.get(i);
        word.is_some_and(|x| x.head == Some(pairing.a) && x.marker.as_deref() == Some("than"))
    };
    around(b, pairing.b).any(|(j, w)| w.subject && seen.said_at(j).is_some_and(compared))
}

/// Whether both words are said of one thing.
fn of_one(a: &Gist, b: &Gist, seen: &Seen, (pairing, first, second): (&Pairing, Place, Place)) -> bool {
    let answered = |i: usize, j: usize| seen.said_at(j) == Some(i);
    let head = |gist: &Gist, at: usize| gist.words.get(at).and_then(|w| w.head);
    let subject = |gist: &Gist, at: usize| around(gist, at).find(|(_, w)| w.subject).map(|(i, _)| i);
    let is_some = |gist: &Gist, at: usize| gist.words.get(at).is_some_and(|w| w.some);
    match (first, second) {
        (Place::Predicate, Place::Predicate) => {
            let act = b.words.get(pairing.b).is_some_and(|y| y.pos == Pos::Verb);
            let new = is_new(b, pairing.b) || act && is_new(a, pairing.a);
            // Who changes her mind may stay where she is.
            let other = act
                && around(a, pairing.a)
                    .any(|(i, w)| !w.subject && !seen.met.iter().flatten().any(|m| m.at == i));
            // Smoking in restaurants is not smoking in parks.
            let narrowed = |gist: &Gist, head: usize, missing: &dyn Fn(usize) -> bool| {
                let mut words = gist.words.iter().enumerate();
                words.any(|(k, w)| {
                    let narrows = matches!(w.bond, Bond::Oblique | Bond::Modifier) && w.pos == Pos::Noun;
                    w.head == Some(head) && narrows && missing(k)
                })
            };
            let met = |i: usize| seen.met.iter().flatten().any(|m| m.at == i);
            let apart = around(b, pairing.b).any(|(j, _)| {
                let place = seen.said_at(j);
                place.is_some_and(|i| narrowed(a, i, &|i| !met(i)))
                    && narrowed(b, j, &|j| seen.said_at(j).is_none())
            });
            !new && !other
                && !apart
                && !seen_from_there(a, b, seen, pairing)
                && around(b, pairing.b).all(|(j, w)| !act && !w.subject || seen.said_at(j).is_some())
        }
        (Place::Modifier, Place::Modifier) => head(a, pairing.a)
            .zip(head(b, pairing.b))
            .is_some_and(|(i, j)| answered(i, j) && !is_some(b, j)),
        (Place::Predicate, Place::Modifier) => subject(a, pairing.a)
            .zip(head(b, pairing.b))
            .is_some_and(|(i, j)| answered(i, j) || subject(b, j).is_some_and(|j| answered(i, j))),
        (Place::Modifier, Place::Predicate) => head(a, pairing.a)
            .zip(subject(b, pairing.b))
            .is_some_and(|(i, j)| answered(i, j) || subject(a, i).is_some_and(|i| answered(i, j))),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Relation, relate_texts};

    #[test]
    fn what_is_more_is_not_less() {
        let conflict = |a, b| relate_texts(a, b).relation == Relation::Conflict;
        let more = "More detailed plans will be needed for the harbour.";
        assert!(conflict(
            more,
            "Less detailed plans will be needed for the harbour."
        ));
        assert!(!conflict(more, "More detailed plans will be needed."));
    }

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
        assert!(conflict(
            "The council, which met in Hexley on Friday, strongly opposes any cut in bus fares.",
            "Any cut in bus fares is supported by the council."
        ));
        assert!(conflict(
            "The number of complaints was negligible.",
            "The huge number of complaints surprised the board."
        ));
        assert!(conflict(
            "A flight at night should be dangerous.",
            "It is safe to take a night flight."
        ));
        assert!(!conflict("A boy is raising a flag.", "A boy is lowering a flag."));
        assert!(!conflict("The clerk hates rain.", "The baker loves music."));
    }
}
