//! What two claims say in the same words, weighed by how rare the words are in the two documents.
//!
//! Two articles on one event share its names and its topic in nearly every sentence; where both make one claim they share
//! more: words that stand in few other sentences of either, and that are rare in all texts.

use std::collections::BTreeMap;

use itertools::Itertools;

use crate::align::alike::{Alike, Weighed};
use crate::align::lexis::{Counts, Lexis, Said, Worth};
use crate::align::numbers::Numbers;
use crate::align::telling::{last_word, root, stem};
use crate::claim::Claim;
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
    lexis: Lexis<'c>,
}

/// The words of a claim.
#[derive(Debug)]
struct Entry<'c> {
    document: usize,
    quote: &'c Words,
    said: Vec<Said>,
}

/// The claims of a document, and in which of them a word stands.
#[derive(Debug, Default)]
struct Vocabulary {
    claims: Vec<usize>,
    counts: Counts,
}

impl<'c> Wordings<'c> {
    /// Reads the words of each claim.
    pub(crate) fn new(claims: &'c [Claim]) -> Wordings<'c> {
        let (mut ids, mut lexis) = (Numbers::new(), Lexis::default());
        let mut documents: Vec<Vocabulary> = Vec::new();
        let mut entries = Vec::with_capacity(claims.len());
        for (i, claim) in claims.iter().enumerate() {
            let document = ids.of(claim.document.as_str()) as usize;
            documents.resize_with(ids.len(), Vocabulary::default);
            let entities = claim.proposition.arguments.iter().map(|a| &a.term.entity);
            let names = entities.flatten().map(|e| last_word(&e.name));
            let said = lexis.read(&claim.quote.text, names);
            if let Some(vocabulary) = documents.get_mut(document) {
                vocabulary
                    .counts
                    .add(vocabulary.claims.len(), claim.sentence, &said);
                vocabulary.claims.push(i);
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
            lexis,
        }
    }

    /// What the claims of different documents share, by their places, where it is so much that they may make one claim; of
    /// each two claims the first is one of the first `leading`.
    pub(crate) fn all(&self, leading: usize) -> BTreeMap<(usize, usize), Wording> {
        // Documents stand in the order of their first claims.
        let lead = |document: &&Vocabulary| document.claims.first().is_some_and(|&i| i < leading);
        let mut worth = Worth::new(&self.lexis);
        let mut found = BTreeMap::new();
        for (n, left) in self.documents.iter().take_while(lead).enumerate() {
            for right in self.documents.iter().skip(n + 1) {
                let told = self.between((left, right), &mut worth).into_iter();
                found.extend(told.filter(|((i, _), _)| *i < leading));
            }
        }
        found
    }

    /// What two claims, given by their places in order, share, if it is so much that they may be one.
    pub(crate) fn told_alike(&self, a: usize, b: usize) -> Option<Wording> {
        let document = |i: usize| self.documents.get(self.claims.get(i)?.document);
        let mut worth = Worth::new(&self.lexis);
        let mut found = self.between((document(a)?, document(b)?), &mut worth).into_iter();
        found.find_map(|(places, wording)| (places == (a, b)).then_some(wording))
    }

    /// The claims of two documents that are told alike, and neither of which shares far more with another.
    fn between<'w>(
        &'w self,
        (left, right): (&'w Vocabulary, &'w Vocabulary),
        worth: &mut Worth<'w>,
    ) -> Vec<((usize, usize), Wording)> {
        worth.weigh(&left.counts, &right.counts);
        let weighed = |v: &Vocabulary| {
            let entries = v.claims.iter().filter_map(|&i| Some((i, self.claims.get(i)?)));
            let weighed = entries.map(|(i, entry)| (i, entry, Weighed::new(&entry.said, worth)));
            weighed.collect_vec()
        };
        let others = weighed(right);
        let mut most = vec![0; others.len()];
        let (mut met, mut free) = (Vec::new(), Vec::new());
        let mut found = Vec::new();
        for (i, entry, x) in weighed(left) {
            worth.share(&entry.said, others.len(), &mut met);
            // Claims that share nothing rival nobody.
            let sharing = others.iter().zip(&met).enumerate();
            let sharing = sharing.filter(|(_, (_, weight))| **weight > 0);
            let scored = sharing.map(|(place, ((.., y), &weight))| {
                // Words that are used alike count as well, for what they are alike.
                let alike = if weight >= NEAR {
                    x.alike(y, &self.lexis, &mut free)
                } else {
                    Vec::new()
                };
                let weight = weight + alike.iter().map(|pair| pair.weight).sum::<u32>();
                let share = |whole: u32| (1000 * weight / whole.max(1)).min(1000) as u16;
                let told = Wording {
                    weight,
                    of_a: share(x.whole),
                    of_b: share(y.whole),
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
                    found.push(((i, entry), place, score, told, alike));
                }
            }
        }
        let mut told: Vec<((usize, usize), Wording)> = Vec::new();
        for ((i, x), place, score, wording, alike) in found {
            let Some(((j, y, _), &most)) = others.get(place).zip(most.get(place)) else {
                continue;
            };
            if rivals(score, most)
                && let Some(wording) = wording.shown((x, y), &alike)
            {
                let j = *j;
                let turned = if i < j { wording } else { wording.mirrored() };
                told.push(((i.min(j), i.max(j)), turned));
            }
        }
        told
    }
}

/// Whether what two claims share comes near the most that one of them shares with any.
fn rivals(score: u32, most: u32) -> bool {
    10 * score >= 6 * most
}

impl Wording {
    /// How much they share, and how much of what they say that is, in thousandths of a bit.
    pub(crate) fn score(&self) -> u32 {
        self.weight + 10 * root(u64::from(self.of_a) * u64::from(self.of_b)) as u32
    }

    /// Whether a word, in whatever form, is among the shared ones, as the first says them or as the second does.
    pub(crate) fn has(&self, word: &str) -> bool {
        let stem_of = stem(word);
        self.a.iter().chain(&self.b).any(|w| stem(&w.text) == stem_of)
    }

    /// With the words themselves, unless they show nothing of what is said.
    fn shown(mut self, (a, b): (&Entry<'_>, &Entry<'_>), alike: &[Alike]) -> Option<Wording> {
        let both = || a.said.iter().filter_map(|own| Some((own, b.said(own.word)?)));
        self.a = both().filter_map(|(own, _)| a.words(own)).collect();
        self.b = both().filter_map(|(_, other)| b.words(other)).collect();
        let pairs = alike
            .iter()
            .filter_map(|pair| Some((a.words(a.said(pair.a)?)?, b.words(b.said(pair.b)?)?)));
        self.alike = pairs.collect();
        // Names and times alone tell whom it is about and when, not what is said of them.
        let plain = |said: &Said| said.is_plain && said.at.is_some();
        let shows = !self.alike.is_empty()
            || both().any(|(own, _)| plain(own)) && both().any(|(_, other)| plain(other));
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

impl Entry<'_> {
    fn said(&self, word: u32) -> Option<&Said> {
        let place = self.said.binary_search_by_key(&word, |said| said.word);
        self.said.get(place.ok()?)
    }

    /// A word as it stands in the document.
    fn words(&self, said: &Said) -> Option<Words> {
        let (start, end) = said.at?;
        let at = self.quote.span;
        Some(Words {
            span: Span::new(at.field, at.start + start..at.start + end),
            text: self.quote.text.get(start..end)?.to_owned(),
        })
    }
}
