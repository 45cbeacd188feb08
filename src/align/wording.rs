//! What two claims say in the same words, weighed by how rare the words are in the two documents.
//!
//! Two articles on one event share its names and its topic in nearly every sentence; where both make one claim they share
//! more: words that stand in few other sentences of either (an inverse document frequency with sentences for documents,
//! Spärck Jones 1972). The two documents alone are counted, so that a third changes nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::align::numbers::Numbers;
use crate::claim::Claim;
use crate::lexicon::function_words::is_function_word;
use crate::span::{Span, Words};

/// The words that two claims share.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wording {
    /// How much they tell, in thousandths of a bit: of each word the logarithm of how few sentences have it.
    pub weight: u32,
    /// Which share of what the first says they are, in thousandths.
    pub of_a: u16,
    /// Which share of what the second says they are, in thousandths.
    pub of_b: u16,
    /// The shared words as the first says them.
    pub a: Vec<Words>,
    /// The shared words as the second says them, in the same order.
    pub b: Vec<Words>,
}

/// The words of all claims, ready to be compared.
#[derive(Debug)]
pub(crate) struct Wordings<'c> {
    claims: Vec<Entry<'c>>,
    documents: Vec<Vocabulary>,
}

/// The words of a claim's quote, each once, by their numbers.
#[derive(Debug)]
struct Entry<'c> {
    document: usize,
    quote: &'c Words,
    /// For each word where it stands in the quote.
    said: BTreeMap<u32, (usize, usize)>,
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

impl<'c> Wordings<'c> {
    /// Reads the words of each claim.
    pub(crate) fn new(claims: &'c [Claim]) -> Wordings<'c> {
        let (mut numbers, mut ids) = (Numbers::new(), Numbers::new());
        let mut documents: Vec<Vocabulary> = Vec::new();
        let mut entries = Vec::with_capacity(claims.len());
        for (i, claim) in claims.iter().enumerate() {
            let document = ids.of(claim.document.as_str()) as usize;
            documents.resize_with(ids.len(), Vocabulary::default);
            let mut said = BTreeMap::new();
            for (start, end) in telling(&claim.quote.text) {
                let word = claim.quote.text.get(start..end).unwrap_or_default();
                said.entry(numbers.of(stem(word))).or_insert((start, end));
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
            .flat_map(|(left, right)| self.between(left, right))
            .filter(|((i, _), _)| *i < leading)
            .collect()
    }

    /// What two claims, given by their places, share, if it is so much that they may be one.
    pub(crate) fn told_alike(&self, a: usize, b: usize) -> Option<Wording> {
        let (x, y) = (self.claims.get(a)?, self.claims.get(b)?);
        let documents = (self.documents.get(x.document)?, self.documents.get(y.document)?);
        let both = x.said.keys().filter(|w| y.said.contains_key(w));
        let shared = both.map(|&w| weight(documents, w)).sum();
        wording((x, x.weight(documents)), (y, y.weight(documents)), shared)
    }

    /// The claims of two documents that are told alike.
    fn between(&self, left: &Vocabulary, right: &Vocabulary) -> Vec<((usize, usize), Wording)> {
        let entries = |v: &Vocabulary| -> Vec<(usize, &Entry<'c>, u32)> {
            let entries = v.claims.iter().filter_map(|&i| Some((i, self.claims.get(i)?)));
            entries
                .map(|(i, entry)| (i, entry, entry.weight((left, right))))
                .collect()
        };
        let others = entries(right);
        let mut found = Vec::new();
        for (i, x, whole) in entries(left) {
            let mut met = vec![0; others.len()];
            for &word in x.said.keys() {
                let weight = weight((left, right), word);
                for &place in right.having.get(&word).map_or(&[][..], |h| &h.claims) {
                    if let Some(sum) = met.get_mut(place) {
                        *sum += weight;
                    }
                }
            }
            for (&(j, y, other), &shared) in others.iter().zip(&met) {
                let told = if i < j {
                    wording((x, whole), (y, other), shared)
                } else {
                    wording((y, other), (x, whole), shared)
                };
                found.extend(told.map(|told| ((i.min(j), i.max(j)), told)));
            }
        }
        found
    }
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

/// What two claims share that weighs so much, each with what all its words weigh, if they may be one.
fn wording(a: (&Entry<'_>, u32), b: (&Entry<'_>, u32), weight: u32) -> Option<Wording> {
    let share = |whole: u32| (1000 * weight / whole.max(1)) as u16;
    let mut found = Wording {
        weight,
        of_a: share(a.1),
        of_b: share(b.1),
        ..Wording::default()
    };
    if found.score() < LEAST {
        return None;
    }
    let both = || a.0.said.keys().filter(|w| b.0.said.contains_key(w));
    found.a = both().filter_map(|w| a.0.words(*w)).collect();
    found.b = both().filter_map(|w| b.0.words(*w)).collect();
    // Names alone tell whom it is about, not what is said of them.
    let plain = |w: &Words| !w.text.starts_with(char::is_uppercase);
    (found.a.len() >= 2 && found.a.iter().any(plain)).then_some(found)
}

impl Wording {
    /// How much they share, and how much of what they say that is, in thousandths of a bit.
    pub(crate) fn score(&self) -> u32 {
        self.weight + 10 * (u32::from(self.of_a) * u32::from(self.of_b)).isqrt()
    }
}

/// Claims that share less are not taken to be one, in thousandths of a bit.
const LEAST: u32 = 11_000;

impl Entry<'_> {
    /// How much all its words tell in two documents.
    fn weight(&self, documents: (&Vocabulary, &Vocabulary)) -> u32 {
        self.said.keys().map(|&word| weight(documents, word)).sum()
    }

    /// A word as it stands in the document.
    fn words(&self, word: u32) -> Option<Words> {
        let &(start, end) = self.said.get(&word)?;
        let at = self.quote.span;
        Some(Words {
            span: Span::new(at.field, at.start + start..at.start + end),
            text: self.quote.text.get(start..end)?.to_owned(),
        })
    }
}

/// How much it tells that two documents share a word.
fn weight((left, right): (&Vocabulary, &Vocabulary), word: u32) -> u32 {
    let count = |v: &Vocabulary| v.having.get(&word).map_or(0, |h| h.sentences.len());
    let all = left.sentences.len() + right.sentences.len();
    logarithm(all, count(left) + count(right))
}

/// The logarithm to base two of a ratio that is at least one, in thousandths, straight between powers of two.
fn logarithm(all: usize, some: usize) -> u32 {
    let ratio = (1024 * all / some.max(1)).max(1024) as u64;
    let whole = ratio.ilog2();
    let part = ((ratio - (1 << whole)) * 1000) >> whole;
    (whole - 10) * 1000 + part as u32
}

/// Where the words that tell something stand in a text; of a name of several words the last.
fn telling(text: &str) -> Vec<(usize, usize)> {
    let is_part = |c: char| c.is_alphanumeric() || c == '$';
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_part(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                // What joins two parts of one word or number.
                let joins = matches!(c, '\'' | '’' | '-' | '.' | ',')
                    && text
                        .get(at + c.len_utf8()..)
                        .is_some_and(|rest| rest.starts_with(is_part));
                if !joins {
                    words.push((from, at));
                    start = None;
                }
            }
            _ => {}
        }
    }
    let word = |at: &(usize, usize)| text.get(at.0..at.1).unwrap_or_default();
    let named = |at: &(usize, usize)| {
        word(at).starts_with(char::is_uppercase) && !is_function_word(&word(at).to_lowercase())
    };
    let last = |i: usize| {
        let (Some(here), Some(next)) = (words.get(i), words.get(i + 1)) else {
            return true;
        };
        !(named(here) && named(next) && text.get(here.1..next.0) == Some(" "))
    };
    (0..words.len())
        .filter(|&i| last(i))
        .filter_map(|i| words.get(i).copied())
        .filter(|at| !is_function_word(&word(at).to_lowercase()))
        .collect()
}

/// What the forms of a word share.
fn stem(word: &str) -> String {
    const ENDINGS: [&str; 15] = [
        "ings", "ions", "edly", "ing", "ion", "ers", "ors", "ed", "es", "er", "or", "ly", "s", "e", "y",
    ];
    let mut stem = word.to_lowercase().replace('’', "'");
    if let Some(owner) = stem.strip_suffix("'s") {
        stem.truncate(owner.len());
    }
    if stem.len() > 4
        && !stem.starts_with(|c: char| c.is_ascii_digit())
        && let Some(bare) = ENDINGS.iter().find_map(|ending| stem.strip_suffix(ending))
    {
        stem.truncate(bare.len());
    }
    stem
}
