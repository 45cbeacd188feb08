//! Words that only one of two texts says, and that are used like words of the other: "travellers" and "passengers".

use std::cmp::Reverse;

use crate::align::lexis::{Lexis, Said, Worth};

/// A text in the light of two documents.
#[derive(Debug)]
pub(super) struct Weighed<'w> {
    /// Its words, in the order of their numbers.
    said: &'w [Said],
    /// How much all its words tell, in thousandths of a bit.
    pub(super) whole: u32,
    /// Its words that have a meaning.
    meant: Vec<Meant>,
}

/// A word that has a meaning.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meant {
    word: u32,
    /// How much it tells, in thousandths of a bit.
    worth: u32,
    /// The number of its meaning.
    meaning: u32,
}

/// Two words that are used alike, by their numbers.
#[derive(Debug)]
pub(super) struct Alike {
    pub(super) a: u32,
    pub(super) b: u32,
    /// How much it tells, in thousandths of a bit.
    pub(super) weight: u32,
}

impl<'w> Weighed<'w> {
    /// Weighs the words of a text, which stand in the order of their numbers.
    pub(super) fn new(said: &'w [Said], worth: &Worth<'_>) -> Weighed<'w> {
        let meant = |said: &Said| {
            Some(Meant {
                word: said.word,
                worth: worth.said(said),
                meaning: said.meaning?,
            })
        };
        Weighed {
            said,
            whole: worth.whole(said),
            meant: said.iter().filter_map(meant).collect(),
        }
    }

    /// The words that only this one says, each with the one of the other's that is most used like it; `free` is room to work in.
    pub(super) fn alike(&self, other: &Weighed<'_>, lexis: &Lexis<'_>, free: &mut Vec<Meant>) -> Vec<Alike> {
        let mut found: Vec<Alike> = Vec::new();
        free.clear();
        free.extend(other.alone(self));
        for own in self.alone(other) {
            let likeness = free.iter().map(|its| lexis.likeness(own.meaning, its.meaning));
            let best = likeness
                .enumerate()
                .max_by_key(|&(place, likeness)| (likeness, Reverse(place)));
            let Some((place, likeness)) = best.filter(|(_, likeness)| *likeness >= ALIKE) else {
                continue;
            };
            let its = free.remove(place);
            if !lexis.excludes(own.meaning, its.meaning) {
                found.push(Alike {
                    a: own.word,
                    b: its.word,
                    weight: own.worth.min(its.worth) * likeness / 1000,
                });
            }
        }
        found
    }

    /// The words that have a meaning and are not said by the other.
    fn alone<'s>(&'s self, other: &'s Weighed<'_>) -> impl Iterator<Item = &'s Meant> {
        let mut others = other.said.iter().map(|said| said.word).peekable();
        self.meant.iter().filter(move |own| {
            while others.next_if(|word| *word < own.word).is_some() {}
            others.peek() != Some(&own.word)
        })
    }
}

/// From here on, in thousandths, two words are used alike.
const ALIKE: u32 = 450;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::lexis::Counts;
    use crate::span::{Field, Span};

    /// How many words of two texts are used alike, shared ones left out.
    fn alike(a: &'static str, b: &'static str) -> usize {
        let mut lexis = Lexis::default();
        let (x, y) = (
            lexis.read(a, std::iter::empty()),
            lexis.read(b, std::iter::empty()),
        );
        let counts = |said: &[Said]| {
            let mut counts = Counts::default();
            counts.add(0, Span::new(Field::Text, 0..1), said);
            counts
        };
        let (left, right) = (counts(&x), counts(&y));
        let mut worth = Worth::new(&lexis);
        worth.weigh(&left, &right);
        Weighed::new(&x, &worth)
            .alike(&Weighed::new(&y, &worth), &lexis, &mut Vec::new())
            .len()
    }

    #[test]
    fn words_that_only_one_text_says_meet_those_used_like_them() {
        assert_eq!(alike("travellers in the hall", "passengers in the hall"), 1);
        assert_eq!(alike("the army", "the army"), 0);
        assert_eq!(alike("travellers", "gardening"), 0);
    }

    #[test]
    fn opposites_are_used_alike_and_mean_something_else() {
        assert_eq!(alike("prices increase", "prices decrease"), 0);
    }
}
