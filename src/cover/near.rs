//! How near two texts are in meaning, as their words are used: what a word does not say in full it may nearly say.

use crate::align::WordRelation;
use crate::cover::gist::{Class, Gist, Word};
use crate::cover::meet::{Met, SAID};
use crate::cover::seen::Seen;
use crate::lexicon::vectors::{self, Vector};

/// A word that no vector tells the rarity of weighs as much as this; a name or a number more.
const PLAIN: u64 = 50_000;
const RARE: u64 = 60_000;

/// How far the first text says the second, in thousandths, a word weighing what it is rare.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Near {
    /// By the words that meet.
    pub(crate) rare: u32,
    /// The same, where a word that none meets counts as far as one of the first is used alike.
    pub(crate) word: u32,
    /// What the second says beyond the first, set against what the first says beyond the second.
    pub(crate) rest: u32,
}

/// Compares two texts.
pub(crate) fn near(a: &Gist, b: &Gist, seen: &Seen) -> Near {
    let plain = a.words.iter().filter(|w| w.class == Class::Plain);
    let of_a: Vec<Vector> = plain.filter_map(|w| vectors::vector(&w.lemma)).collect();
    let (mut whole, mut said, mut nearly) = (0, 0, 0);
    for (word, met) in b.words.iter().zip(&seen.met) {
        let vector = vectors::vector(&word.lemma);
        let rarity = match word.class {
            Class::Plain => vector.as_ref().map_or(PLAIN, Vector::weight),
            Class::Name | Class::Number => RARE,
        };
        let weight = rarity * u64::from(word.weight);
        let score = met.map_or(0, |m| m.score);
        let alike = vector.filter(|_| score < 1000 && can_be_near(word, *met));
        let nearest = alike.and_then(|y| of_a.iter().map(|x| x.likeness(&y).unsigned_abs()).max());
        whole += weight;
        said += weight * u64::from(score);
        nearly += weight * u64::from(nearest.unwrap_or(0).max(score));
    }
    let share = |part: u64| u32::try_from(part / whole.max(1)).unwrap_or(1000);
    Near {
        rare: share(said),
        word: share(nearly),
        rest: rest(a, b, seen),
    }
}

/// Whether what a word says may be said by one that is used alike: a name stands for nothing but itself, and words of
/// opposite meaning are used alike, too.
fn can_be_near(word: &Word, met: Option<Met>) -> bool {
    let apart = |m: Met| matches!(m.relation, WordRelation::Opposite(_) | WordRelation::Sibling);
    word.class == Class::Plain && !met.is_some_and(apart)
}

/// How near what the second text says beyond the first is to what the first says beyond the second.
fn rest(a: &Gist, b: &Gist, seen: &Seen) -> u32 {
    let mut taken = vec![false; a.words.len()];
    for met in seen.met.iter().flatten().filter(|m| m.score >= SAID) {
        if let Some(taken) = taken.get_mut(met.at) {
            *taken = true;
        }
    }
    let left = a.words.iter().zip(&taken);
    let left: Vec<&str> = left
        .filter(|(w, taken)| w.class == Class::Plain && !**taken)
        .map(|(w, _)| w.lemma.as_str())
        .collect();
    let more = b.words.iter().zip(&seen.met);
    let more: Vec<&str> = more
        .filter(|(w, m)| m.is_none_or(|m| m.score < SAID) && can_be_near(w, **m))
        .map(|(w, _)| w.lemma.as_str())
        .collect();
    let (left, more) = (vectors::phrase(&left), vectors::phrase(&more));
    left.zip(more).map_or(0, |(x, y)| x.likeness(&y).unsigned_abs())
}
