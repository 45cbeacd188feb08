//! What two claims say in the same words, weighed by how rare the words are in the two documents.
//!
//! Two articles on one event share its names and its topic in nearly every sentence; where both make one claim they share
//! more: words that stand in few other sentences of either (an inverse document frequency with sentences for documents,
//! Spärck Jones 1972), and that are rare in all texts. The two documents alone are counted, so that a third changes nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use itertools::Itertools;

use crate::align::meaning::{Meaning, known};
use crate::align::numbers::Numbers;
use crate::align::telling::{NAME, is_number, logarithm, rarity, stem, telling};
use crate::claim::Claim;
use crate::lexicon::nouns;
use crate::span::{Span, Words};

/// The words that two claims share.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wording {
    /// How much they tell, in thousandths of a bit: of each word the logarithm of how few sentences have it, less for a word
    /// that is common everywhere.
    pub weight: u32,
    /// Which share of what the first says they are, in thousandths.
    pub of_a: u16,
    /// Which share of what the second says they are, in thousandths.
    pub of_b: u16,
    /// The shared words as the first says them.
    pub a: Vec<Words>,
    /// The shared words as the second says them, in the same order.
    pub b: Vec<Words>,
    /// Words of the first that are used like words of the second, each with that.
    pub alike: Vec<(Words, Words)>,
}

/// The words of all claims, ready to be compared.
#[derive(Debug)]
pub(crate) struct Wordings<'c> {
    claims: Vec<Entry<'c>>,
    documents: Vec<Vocabulary>,
    meanings: Vec<Meaning>,
}

/// The words of a claim, each once, by their numbers.
#[derive(Debug)]
struct Entry<'c> {
    document: usize,
    quote: &'c Words,
    said: BTreeMap<u32, Said>,
}

/// A word of a claim.
#[derive(Debug, Clone, Copy)]
struct Said {
    /// Where it stands in the quote; nowhere if it names whom the quote speaks of with other words.
    at: Option<(usize, usize)>,
    /// How much it tells in any text, in thousandths.
    rarity: u32,
    /// How it is used, by its place among all meanings.
    meaning: Option<u32>,
}

/// The claims of a document, the sentences that make them, and in which of both a word stands.
#[derive(Debug, Default)]
struct Vocabulary {
    claims: Vec<usize>,
    sentences: BTreeSet<Span>,
    having: HashMap<u32, Having>,
}

/// Where a word stands in a document.
#[derive(Debug, Default)]
struct Having {
    sentences: BTreeSet<Span>,
    /// By their places among the document's claims.
    claims: Vec<usize>,
}

/// Two documents.
type Both<'v> = (&'v Vocabulary, &'v Vocabulary);

impl<'c> Wordings<'c> {
    /// Reads the words of each claim.
    pub(crate) fn new(claims: &'c [Claim]) -> Wordings<'c> {
        let (mut numbers, mut ids, mut forms) = (Numbers::new(), Numbers::new(), Numbers::new());
        let mut meanings = Vec::new();
        let mut documents: Vec<Vocabulary> = Vec::new();
        let mut entries = Vec::with_capacity(claims.len());
        for (i, claim) in claims.iter().enumerate() {
            let document = ids.of(claim.document.as_str()) as usize;
            documents.resize_with(ids.len(), Vocabulary::default);
            let mut said = BTreeMap::new();
            for at in telling(&claim.quote.text) {
                let word = claim.quote.text.get(at.0..at.1).unwrap_or_default();
                said.entry(numbers.of(stem(word))).or_insert_with(|| {
                    let known = known(word);
                    let rarity = rarity(word, known.as_ref().map(|(_, vector)| vector));
                    let meaning = known.filter(|_| !is_number(word)).map(|(form, vector)| {
                        let number = forms.of(form.clone());
                        if forms.len() > meanings.len() {
                            meanings.push(Meaning::new(form, vector));
                        }
                        number
                    });
                    Said {
                        at: Some(at),
                        rarity,
                        meaning,
                    }
                });
            }
            let entities = claim.proposition.arguments.iter().map(|a| &a.term.entity);
            for name in entities.flatten().filter_map(|e| e.name.split(' ').next_back()) {
                said.entry(numbers.of(stem(name))).or_insert(Said {
                    at: None,
                    rarity: NAME,
                    meaning: None,
                });
            }
            if let Some(vocabulary) = documents.get_mut(document) {
                vocabulary.add(i, claim.sentence, said.keys());
            }
            entries.push(Entry {
                document,
                quote: &claim.quote,
                said,
            });
        }
        Wordings {
            claims: entries,
            documents,
            meanings,
        }
    }

    /// What the claims of different documents share, by their places, where it is so much that they may make one claim; of
    /// each two claims the first is one of the first `leading`.
    pub(crate) fn all(&self, leading: usize) -> BTreeMap<(usize, usize), Wording> {
        let documents = || self.documents.iter().enumerate();
        // Documents stand in the order of their first claims.
        let lead = |document: &Vocabulary| document.claims.first().is_some_and(|&i| i < leading);
        documents()
            .take_while(|(_, left)| lead(left))
            .flat_map(|(n, left)| documents().skip(n + 1).map(move |(_, right)| (left, right)))
            .flat_map(|both| self.between(both))
            .filter(|((i, _), _)| *i < leading)
            .collect()
    }

    /// What two claims, given by their places in order, share, if it is so much that they may be one.
    pub(crate) fn told_alike(&self, a: usize, b: usize) -> Option<Wording> {
        let document = |i: usize| self.documents.get(self.claims.get(i)?.document);
        let mut found = self.between((document(a)?, document(b)?)).into_iter();
        found.find_map(|(places, wording)| (places == (a, b)).then_some(wording))
    }

    /// The claims of two documents that are told alike, and neither of which shares far more with another.
    fn between(&self, both: Both<'_>) -> Vec<((usize, usize), Wording)> {
        let entries = |v: &Vocabulary| -> Vec<(usize, &Entry<'c>, u32)> {
            let entries = v.claims.iter().filter_map(|&i| Some((i, self.claims.get(i)?)));
            entries.map(|(i, entry)| (i, entry, entry.weight(both))).collect()
        };
        let others = entries(both.1);
        let mut most = vec![0; others.len()];
        let mut found = Vec::new();
        for (i, x, whole) in entries(both.0) {
            let mut met = vec![0; others.len()];
            for (&word, said) in &x.said {
                let worth = worth(both, word);
                for &place in both.1.having.get(&word).map_or(&[][..], |h| &h.claims) {
                    let other = others.get(place).and_then(|(_, y, _)| y.said.get(&word));
                    if let Some((sum, other)) = met.get_mut(place).zip(other) {
                        *sum += worth * said.rarity.min(other.rarity) / 1000;
                    }
                }
            }
            // Claims that share nothing rival nobody.
            let sharing = others.iter().zip(&met).enumerate();
            let sharing = sharing.filter(|(_, (_, weight))| **weight > 0);
            let scored = sharing.map(|(place, (&(_, y, other), &weight))| {
                // Words that are used alike count as well, for what they are alike.
                let alike = if weight >= NEAR {
                    self.alike((x, y), both)
                } else {
                    Vec::new()
                };
                let weight = weight + alike.iter().map(|pair| pair.weight).sum::<u32>();
                let share = |whole: u32| (1000 * weight / whole.max(1)).min(1000) as u16;
                let told = Wording {
                    weight,
                    of_a: share(whole),
                    of_b: share(other),
                    ..Wording::default()
                };
                (place, told.score(), told, alike)
            });
            let scored = scored.filter(|(_, score, ..)| *score >= LEAST).collect_vec();
            let own = scored
                .iter()
                .map(|(_, score, ..)| *score)
                .max()
                .unwrap_or_default();
            for (place, score, told, alike) in scored {
                if let Some(most) = most.get_mut(place) {
                    *most = score.max(*most);
                }
                if rivals(score, own) {
                    found.push((i, x, place, score, told, alike));
                }
            }
        }
        let mut told: Vec<((usize, usize), Wording)> = Vec::new();
        for (i, x, place, score, wording, alike) in found {
            let Some((&(j, y, _), &most)) = others.get(place).zip(most.get(place)) else {
                continue;
            };
            if rivals(score, most)
                && let Some(wording) = wording.shown((x, y), &alike)
            {
                let turned = if i < j { wording } else { wording.mirrored() };
                told.push(((i.min(j), i.max(j)), turned));
            }
        }
        told
    }

    /// Words that only one of two claims says, each with the one of the other's that is most used like it.
    fn alike(&self, (x, y): (&Entry<'_>, &Entry<'_>), both: Both<'_>) -> Vec<Alike> {
        let own = |of: &Entry<'_>, than: &Entry<'_>| -> Vec<(u32, u32, &Meaning)> {
            let alone = of.said.iter().filter(|(word, _)| !than.said.contains_key(word));
            let known = alone.filter_map(|(&word, said)| {
                let meaning = self.meanings.get(said.meaning? as usize)?;
                Some((word, worth(both, word) * said.rarity / 1000, meaning))
            });
            known.collect()
        };
        let mut free = own(y, x);
        let mut found = Vec::new();
        for (a, worth, meaning) in own(x, y) {
            let likeness = free.iter().map(|(.., other)| meaning.likeness(other));
            let best = likeness.enumerate().max_by_key(|(i, l)| (*l, usize::MAX - i));
            if let Some((i, likeness)) = best.filter(|(_, l)| *l >= ALIKE) {
                let (b, other, meant) = free.remove(i);
                if !meaning.excludes(meant) {
                    let weight = worth.min(other) * likeness / 1000;
                    found.push(Alike { a, b, weight });
                }
            }
        }
        found
    }
}

/// Two words that are used alike.
#[derive(Debug)]
struct Alike {
    a: u32,
    b: u32,
    /// How much it tells, in thousandths of a bit.
    weight: u32,
}

/// Whether what two claims share comes near the most that one of them shares with any.
fn rivals(score: u32, most: u32) -> bool {
    10 * score >= 6 * most
}

impl Vocabulary {
    fn add<'w>(&mut self, claim: usize, sentence: Span, words: impl Iterator<Item = &'w u32>) {
        let place = self.claims.len();
        self.claims.push(claim);
        self.sentences.insert(sentence);
        for &word in words {
            let having = self.having.entry(word).or_default();
            having.sentences.insert(sentence);
            having.claims.push(place);
        }
    }
}

impl Wording {
    /// How much they share, and how much of what they say that is, in thousandths of a bit.
    pub(crate) fn score(&self) -> u32 {
        self.weight + 10 * (u32::from(self.of_a) * u32::from(self.of_b)).isqrt()
    }

    /// Whether a word, in whatever form, is among the shared ones, as the first says them or as the second does.
    pub(crate) fn has(&self, word: &str) -> bool {
        let stem_of = stem(word);
        self.a.iter().chain(&self.b).any(|w| stem(&w.text) == stem_of)
    }

    /// With the words themselves, unless they show nothing of what is said.
    fn shown(mut self, (a, b): (&Entry<'_>, &Entry<'_>), alike: &[Alike]) -> Option<Wording> {
        let both = || a.said.keys().filter(|w| b.said.contains_key(w));
        self.a = both().filter_map(|w| a.words(*w)).collect();
        self.b = both().filter_map(|w| b.words(*w)).collect();
        let pairs = alike
            .iter()
            .filter_map(|pair| Some((a.words(pair.a)?, b.words(pair.b)?)));
        self.alike = pairs.collect();
        // Names and times alone tell whom it is about and when, not what is said of them.
        let plain = |w: &Words| !w.text.starts_with(char::is_uppercase) && !nouns::is_time(&w.text);
        let shows = !self.alike.is_empty() || self.a.iter().any(plain) && self.b.iter().any(plain);
        (shows && both().count() + self.alike.len() >= 2).then_some(self)
    }

    fn mirrored(self) -> Wording {
        Wording {
            of_a: self.of_b,
            of_b: self.of_a,
            a: self.b,
            b: self.a,
            alike: self.alike.into_iter().map(|(a, b)| (b, a)).collect(),
            ..self
        }
    }
}

/// Claims that share less are not taken to speak of one thing, in thousandths of a bit.
const LEAST: u32 = 8_000;

/// What two claims share weighs so much, in thousandths of a bit, before words that are only used alike are counted.
const NEAR: u32 = 2_000;
/// From here on, in thousandths, two words are used alike.
const ALIKE: u32 = 550;

impl Entry<'_> {
    /// How much all its words tell in two documents.
    fn weight(&self, both: Both<'_>) -> u32 {
        self.said
            .iter()
            .map(|(&word, said)| worth(both, word) * said.rarity / 1000)
            .sum()
    }

    /// A word as it stands in the document.
    fn words(&self, word: u32) -> Option<Words> {
        let (start, end) = self.said.get(&word)?.at?;
        let at = self.quote.span;
        Some(Words {
            span: Span::new(at.field, at.start + start..at.start + end),
            text: self.quote.text.get(start..end)?.to_owned(),
        })
    }
}

/// How much it tells in two documents that both have a word.
fn worth((left, right): Both<'_>, word: u32) -> u32 {
    let count = |v: &Vocabulary| v.having.get(&word).map_or(0, |h| h.sentences.len());
    let all = left.sentences.len() + right.sentences.len();
    logarithm(all, count(left) + count(right))
}
