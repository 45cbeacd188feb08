//! Whether a text speaks of what another is about: how much of the one's words the other has, by weight.
//!
//! A word weighs what its vector is long: rare words much, frequent ones little. A word is met by the same lemma, by one that
//! begins alike ("meteor", "meteorite"), or by one that texts use alike.

use std::collections::HashMap;

use super::Told;
use crate::lexicon::manner::{self, Manner};
use crate::lexicon::vectors::{self, Vector};
use crate::text::{Token, Upos};

/// The words of a text that tell what it is about, and where they stand.
#[derive(Debug, Clone)]
pub(super) struct Words {
    words: Vec<Word>,
    /// For each sentence, for each of its tokens, which word it is.
    sentences: Vec<Vec<Option<usize>>>,
}

#[derive(Debug, Clone)]
struct Word {
    lemma: String,
    vector: Option<Vector>,
    weight: u64,
    is_name: bool,
}

/// How a text speaks of what another is about; shares in thousandths.
#[derive(Debug, Clone)]
pub(crate) struct About {
    /// Whether it speaks of it.
    pub(super) speaks: bool,
    /// How much of it each sentence has.
    pub(super) sentences: Vec<u64>,
    /// For each sentence, which tokens meet a word of the other.
    pub(super) met: Vec<Vec<bool>>,
}

/// From this likeness on, in thousandths, one word stands for another.
const ALIKE: i32 = 600;

/// What two words are worth to each other that begin alike.
const BEGINS_ALIKE: u64 = 900;

/// What a word weighs whose letters no vector is known for: a number, a name in other letters.
const UNKNOWN: u64 = 40_000;

/// How much of what is asked, in thousandths, one sentence must have, and how much more for each further sentence, which may
/// have it by chance; no more is asked than of ten.
const LEAST: u64 = 170;
const FURTHER: u64 = 18;

/// How much of what is asked beside its names, in thousandths, the whole must have.
const PLAIN: u64 = 300;

impl Words {
    pub(super) fn new(told: &[Told]) -> Words {
        let mut words: Vec<Word> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        let sentences = told
            .iter()
            .map(|t| {
                let place = |token: &Token| {
                    let lemma = content(token, &t.text)?;
                    Some(*known.entry(lemma).or_insert_with_key(|lemma| {
                        words.push(Word::new(lemma, token.upos));
                        words.len() - 1
                    }))
                };
                t.sentence.tokens.iter().map(place).collect()
            })
            .collect();
        Words { words, sentences }
    }

    /// How this text speaks of what the other is about.
    pub(super) fn about(&self, asked: &Words) -> About {
        let worth: Vec<Vec<u64>> = self
            .words
            .iter()
            .map(|w| asked.words.iter().map(|a| a.worth(w)).collect())
            .collect();
        let weights: Vec<u64> = asked.words.iter().map(|w| w.weight).collect();
        let most_met = |tokens: &mut dyn Iterator<Item = &Option<usize>>| {
            let mut best = vec![0; weights.len()];
            for row in tokens.filter_map(|t| worth.get((*t)?)) {
                for (b, &w) in best.iter_mut().zip(row) {
                    *b = w.max(*b);
                }
            }
            best
        };
        let best = |tokens: &mut dyn Iterator<Item = &Option<usize>>| share(&most_met(tokens), &weights);
        let sentences: Vec<u64> = self.sentences.iter().map(|s| best(&mut s.iter())).collect();
        let all = most_met(&mut self.sentences.iter().flatten());
        let whole = share(&all, &weights);
        let most = sentences.iter().copied().max().unwrap_or(0);
        // A headline may tell only part of what is asked, or more: what counts is the greater share of the two.
        let turned = if sentences.len() <= SHORT {
            let best: Vec<u64> = worth
                .iter()
                .map(|row| row.iter().copied().max().unwrap_or(0))
                .collect();
            share(&best, &self.words.iter().map(|w| w.weight).collect::<Vec<_>>())
        } else {
            0
        };
        // Whom it names is not what it says of them; a headline has room for little else.
        let plain = asked.words.iter().map(|w| if w.is_name { 0 } else { w.weight });
        let plain: Vec<u64> = plain.collect();
        let says = sentences.len() <= SHORT || plain.iter().all(|&w| w == 0) || share(&all, &plain) >= PLAIN;
        let further = sentences.len().saturating_sub(1).min(9) as u64;
        let met = |tokens: &Vec<Option<usize>>| {
            let meets = |t: &Option<usize>| {
                t.and_then(|w| worth.get(w))
                    .is_some_and(|row| row.iter().any(|&w| w > 0))
            };
            tokens.iter().map(meets).collect()
        };
        About {
            speaks: says && u64::midpoint(whole, most).max(turned) >= LEAST + FURTHER * further,
            met: self.sentences.iter().map(met).collect(),
            sentences,
        }
    }
}

/// Up to this many sentences, a text is a headline.
pub(super) const SHORT: usize = 2;

/// The share of the weights that is met, in thousandths.
fn share(met: &[u64], weights: &[u64]) -> u64 {
    let all: u64 = weights.iter().sum();
    let met: u64 = met.iter().zip(weights).map(|(m, w)| m * w).sum();
    met.checked_div(all).unwrap_or(0)
}

/// The lemma of a word that tells what a text is about: neither a function word nor a word for how something is told.
fn content(token: &Token, text: &str) -> Option<String> {
    let open = matches!(
        token.upos,
        Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Adv | Upos::Num
    );
    let form = token.form(text).to_lowercase();
    if !open || !form.chars().any(char::is_alphanumeric) {
        return None;
    }
    let lemma = token.lemma.to_lowercase();
    let telling = [
        Manner::Sham,
        Manner::Falsely,
        Manner::Denial,
        Manner::Hearsay,
        Manner::Ask,
    ];
    let light = matches!(
        lemma.as_str(),
        "be" | "have" | "do" | "say" | "get" | "make" | "take" | "go" | "will" | "not" | "report"
    );
    if light
        || telling
            .iter()
            .any(|&m| manner::is(m, &lemma) || manner::is(m, &form))
    {
        return None;
    }
    Some(lemma)
}

impl Word {
    fn new(lemma: &str, upos: Upos) -> Word {
        let vector = vectors::vector(lemma);
        let weight = vector.as_ref().map_or(UNKNOWN, Vector::weight);
        Word {
            lemma: lemma.to_owned(),
            weight: if upos == Upos::Propn {
                weight.max(UNKNOWN)
            } else {
                weight
            },
            vector,
            is_name: upos == Upos::Propn,
        }
    }

    /// How far another word stands for this one, in thousandths; 0 if it does not.
    fn worth(&self, other: &Word) -> u64 {
        if self.lemma == other.lemma {
            return 1000;
        }
        if begins_alike(&self.lemma, &other.lemma) {
            return BEGINS_ALIKE;
        }
        match (&self.vector, &other.vector) {
            (Some(a), Some(b)) => {
                let likeness = a.likeness(b);
                if likeness >= ALIKE {
                    likeness.unsigned_abs().into()
                } else {
                    0
                }
            }
            _ => 0,
        }
    }
}

/// Whether one word is the other with an ending: "Korea", "Korean"; "behead", "beheading".
fn begins_alike(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.len() >= 4 && long.len() <= short.len() + 4 && long.starts_with(short)
}
