//! The words of many texts by numbers, and how much each of them tells in two documents.
//!
//! A word tells more the fewer sentences of the two have it: an inverse document frequency with sentences for documents
//! (Spärck Jones 1972). The two documents alone are counted, so that a third changes nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::align::meaning::{Meaning, known};
use crate::align::met::Met;
use crate::align::numbers::Numbers;
use crate::align::telling::{NAME, is_number, logarithm, rarity, stem, telling};
use crate::lexicon::nouns;
use crate::span::Span;

/// A word of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said {
    /// Its number: words with one stem have the same.
    pub(super) word: u32,
    /// Where it stands; nowhere if it names whom the text speaks of with other words.
    pub(super) at: Option<(usize, usize)>,
    /// How much it tells in any text, in thousandths.
    pub(super) rarity: u32,
    pub(super) is_number: bool,
    /// Whether it tells what is said, and not only of whom or when.
    pub(super) is_plain: bool,
    /// The number of its meaning; unknown of names and numbers.
    pub(super) meaning: Option<u32>,
}

/// The words that were read.
#[derive(Debug, Default)]
pub(super) struct Lexis<'t> {
    stems: Numbers<String>,
    forms: HashMap<&'t str, Said>,
    meant: Numbers<String>,
    /// How words are used, by their numbers.
    meanings: Vec<Meaning>,
    likeness: Met<u32>,
}

impl<'t> Lexis<'t> {
    /// The words of a text that tell something and the names that it speaks of, each once, in the order of their numbers.
    pub(super) fn read(&mut self, text: &'t str, names: impl Iterator<Item = &'t str>) -> Vec<Said> {
        let words = telling(text).into_iter().map(|at| {
            let form = text.get(at.0..at.1).unwrap_or_default();
            Said {
                at: Some(at),
                ..self.word(form)
            }
        });
        let mut said: Vec<Said> = words.collect();
        said.extend(names.map(|name| Said {
            rarity: NAME,
            meaning: None,
            ..self.word(name)
        }));
        // The first of each stays the first.
        said.sort_by_key(|said| said.word);
        said.dedup_by_key(|said| said.word);
        said
    }

    /// How alike the words of two meanings, by their numbers, are used, in thousandths.
    pub(super) fn likeness(&self, a: u32, b: u32) -> u32 {
        let of = || Some(self.meaning(a)?.likeness(self.meaning(b)?));
        self.likeness.recall((a, b, 0), || of().unwrap_or_default())
    }

    /// Whether the words of two meanings, by their numbers, are opposites.
    pub(super) fn excludes(&self, a: u32, b: u32) -> bool {
        let meanings = self.meaning(a).zip(self.meaning(b));
        meanings.is_some_and(|(a, b)| a.excludes(b))
    }

    fn meaning(&self, number: u32) -> Option<&Meaning> {
        self.meanings.get(number as usize)
    }

    /// A word as it counts, wherever it stands.
    fn word(&mut self, form: &'t str) -> Said {
        if let Some(&said) = self.forms.get(form) {
            return said;
        }
        let known = known(form);
        let is_number = is_number(form);
        let rarity = rarity(form, known.as_ref().map(|(_, vector)| vector));
        let meaning = known.filter(|_| !is_number).map(|(base, vector)| {
            let number = self.meant.of(base.clone());
            if self.meant.len() > self.meanings.len() {
                self.meanings.push(Meaning::new(base, vector));
            }
            number
        });
        let said = Said {
            word: self.stems.of(stem(form)),
            at: None,
            rarity,
            is_number,
            is_plain: !form.starts_with(char::is_uppercase) && !nouns::is_time(form),
            meaning,
        };
        self.forms.insert(form, said);
        said
    }
}

/// How often the words of a document stand in it.
#[derive(Debug, Default)]
pub(super) struct Counts {
    sentences: BTreeSet<Span>,
    having: BTreeMap<u32, Having>,
}

/// Where a word stands in a document.
#[derive(Debug, Default)]
struct Having {
    sentences: BTreeSet<Span>,
    /// By their places among the document's texts, with how much it tells there in any text.
    texts: Vec<(usize, u32)>,
}

impl Counts {
    /// Adds a text of a sentence.
    pub(super) fn add(&mut self, place: usize, sentence: Span, said: &[Said]) {
        self.sentences.insert(sentence);
        for Said { word, rarity, .. } in said {
            let having = self.having.entry(*word).or_default();
            having.sentences.insert(sentence);
            having.texts.push((place, *rarity));
        }
    }
}

/// For each word, by its number, how much it tells in two documents, and where it stands in the second.
#[derive(Debug)]
pub(super) struct Worth<'t> {
    words: Vec<(u32, &'t [(usize, u32)])>,
    /// Which words the two documents have.
    weighed: Vec<u32>,
}

impl<'t> Worth<'t> {
    /// Room for the words that were read.
    pub(super) fn new(lexis: &Lexis<'_>) -> Worth<'t> {
        Worth {
            words: vec![(0, &[]); lexis.stems.len()],
            weighed: Vec::new(),
        }
    }

    /// What the words tell in two documents, until this is done for two others.
    pub(super) fn weigh(&mut self, left: &'t Counts, right: &'t Counts) {
        for word in self.weighed.drain(..) {
            if let Some(of) = self.words.get_mut(word as usize) {
                *of = (0, &[]);
            }
        }
        for (&word, having) in left.having.iter().chain(&right.having) {
            if let Some((count, _)) = self.words.get_mut(word as usize) {
                if *count == 0 {
                    self.weighed.push(word);
                }
                *count += having.sentences.len() as u32;
            }
        }
        let all = left.sentences.len() + right.sentences.len();
        for &word in &self.weighed {
            if let Some((count, _)) = self.words.get_mut(word as usize) {
                *count = logarithm(all, *count as usize);
            }
        }
        for (&word, having) in &right.having {
            if let Some((_, texts)) = self.words.get_mut(word as usize) {
                *texts = &having.texts;
            }
        }
    }

    /// How much a word tells in the two documents, in thousandths of a bit.
    pub(super) fn of(&self, word: u32) -> u32 {
        self.words.get(word as usize).map_or(0, |(worth, _)| *worth)
    }

    /// How much all words of a text tell.
    pub(super) fn whole(&self, said: &[Said]) -> u32 {
        said.iter().map(|said| self.said(said)).sum()
    }

    /// How much a word of a text tells.
    pub(super) fn said(&self, said: &Said) -> u32 {
        self.of(said.word) * said.rarity / 1000
    }

    /// How much what a text of the first document shares with each of so many texts of the second tells.
    pub(super) fn share(&self, said: &[Said], texts: usize, shared: &mut Vec<u32>) {
        shared.clear();
        shared.resize(texts, 0);
        for said in said {
            let Some((worth, places)) = self.words.get(said.word as usize) else {
                continue;
            };
            for &(place, other) in *places {
                if let Some(sum) = shared.get_mut(place) {
                    *sum += worth * said.rarity.min(other) / 1000;
                }
            }
        }
    }
}
