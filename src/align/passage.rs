//! What the sentences share that two claims stand in, weighed by how rare the words are in the two documents.
//!
//! Two articles that make one claim mostly make it in sentences that have more in common than the claims alone show: who says
//! it, when, and what follows from it. So what two sentences share tells better than the words of two claims whether they
//! speak of one thing.

use std::collections::BTreeMap;

use itertools::Itertools;

use crate::align::alike::Weighed;
use crate::align::lexis::{Counts, Lexis, Said, Worth};
use crate::align::numbers::Numbers;
use crate::align::telling::root;
use crate::align::times;
use crate::claim::Claim;
use crate::measure::PeriodRelation;
use crate::span::{Span, Words};

/// What the sentences of two claims share.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passage {
    /// How much that little else in the two documents has, in thousandths of a bit: less if it is a small part of what the
    /// sentences say.
    pub weight: u32,
    /// How near that comes to the most that each of the two shares with any sentence, in thousandths.
    pub nearest: u16,
    /// The shared words as the first sentence says them; none unless the two claims say the most of them.
    pub a: Vec<Words>,
    /// The shared words as the second sentence says them.
    pub b: Vec<Words>,
}

/// What the sentences of all claims share.
#[derive(Debug)]
pub(crate) struct Passages {
    /// The number of the sentence and of the document of each claim.
    claims: Vec<(u32, u32)>,
    /// How many sentences of each document make claims.
    sizes: Vec<usize>,
    /// For each sentence, by its number, those of higher numbers that it shares something with, in order: how much, and how near
    /// that comes to the most.
    weights: Vec<Vec<(u32, u32, u16)>>,
    /// The claims, by their places in order, that say the most of what their sentences share.
    told: BTreeMap<(usize, usize), Passage>,
}

/// A sentence that makes claims.
#[derive(Debug)]
struct Sentence<'t> {
    number: u32,
    span: Span,
    text: &'t str,
    said: Vec<Said>,
    claims: Vec<(usize, Span)>,
}

/// The sentences of a document that make claims, and in which of them a word stands.
#[derive(Debug, Default)]
struct Text<'t> {
    sentences: Vec<Sentence<'t>>,
    counts: Counts,
}

/// Documents of fewer sentences do not show which words are rare.
const FEW: usize = 10;

/// Less, in thousandths of a bit, is as good as nothing.
const SOME: u32 = 600;

/// Sentences that share less, in thousandths of a bit, do not make one claim.
const LEAST: u32 = 1_250;

/// What two sentences share weighs so much, in thousandths of a bit, before words that are only used alike are counted.
const NEAR: u32 = 2_500;

impl Passages {
    /// Compares the sentences of different documents; of each two claims the first is one of the first `leading`.
    pub(crate) fn new<'t>(
        claims: &'t [Claim],
        leading: usize,
        sentence: impl Fn(&'t Claim) -> Option<&'t str>,
    ) -> Passages {
        let (mut ids, mut spans) = (Numbers::new(), Numbers::new());
        let mut words = Lexis::default();
        let mut texts: Vec<Text<'t>> = Vec::new();
        let mut places = Vec::with_capacity(claims.len());
        for (i, claim) in claims.iter().enumerate() {
            let document = ids.of(claim.document.as_str());
            let next = spans.len();
            let number = spans.of((document, claim.sentence));
            places.push((number, document));
            texts.resize_with(ids.len(), Text::default);
            let Some(text) = texts.get_mut(document as usize) else {
                continue;
            };
            if spans.len() > next {
                text.add(
                    number,
                    claim.sentence,
                    sentence(claim).unwrap_or_default(),
                    &mut words,
                );
            }
            let of = text.sentences.iter_mut().rev().find(|s| s.number == number);
            if let Some(of) = of {
                of.claims.push((i, claim.quote.span));
            }
        }
        let mut passages = Passages {
            claims: places,
            sizes: texts.iter().map(|text| text.sentences.len()).collect(),
            weights: vec![Vec::new(); spans.len()],
            told: BTreeMap::new(),
        };
        // Documents stand in the order of their first claims.
        let first = |text: &Text<'_>| Some(text.sentences.first()?.claims.first()?.0);
        let lead = texts
            .iter()
            .take_while(|text| first(text).is_some_and(|i| i < leading));
        let mut worth = Worth::new(&words);
        for (n, left) in lead.enumerate() {
            for right in texts.iter().skip(n + 1) {
                if left.sentences.len().min(right.sentences.len()) >= FEW {
                    worth.weigh(&left.counts, &right.counts);
                    passages.compare(claims, (left, right), &worth, &words);
                }
            }
        }
        passages
            .weights
            .iter_mut()
            .for_each(|sharing| sharing.sort_unstable());
        passages
    }

    /// The claims, by their places in order, that say the most of what their sentences share, where that is much.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.told.keys().copied()
    }

    /// What the sentences of two claims, given by their places in order, share; nothing is known of short documents. The words
    /// are handed over once.
    pub(crate) fn take(&mut self, a: usize, b: usize) -> Option<Passage> {
        let (&(x, left), &(y, right)) = (self.claims.get(a)?, self.claims.get(b)?);
        let size = |document: u32| self.sizes.get(document as usize).copied().unwrap_or_default();
        if size(left).min(size(right)) < FEW {
            return None;
        }
        let sharing = self.weights.get(x.min(y) as usize)?;
        let place = sharing.binary_search_by_key(&x.max(y), |(other, ..)| *other);
        let shared = place.ok().and_then(|place| sharing.get(place));
        let (weight, nearest) = shared.map_or((0, 0), |(_, weight, nearest)| (*weight, *nearest));
        let bare = Passage {
            weight,
            nearest,
            ..Passage::default()
        };
        let much = bare.score() >= LEAST;
        let told = much.then(|| self.told.remove(&(a, b)));
        Some(told.flatten().unwrap_or(bare))
    }

    fn compare(
        &mut self,
        claims: &[Claim],
        (left, right): (&Text<'_>, &Text<'_>),
        worth: &Worth<'_>,
        lexis: &Lexis<'_>,
    ) {
        let others = right.sentences.iter().map(|y| Weighed::new(&y.said, worth));
        let others = others.collect_vec();
        let mut most = vec![0; others.len()];
        let mut mosts = Vec::new();
        let (mut shared, mut free) = (Vec::new(), Vec::new());
        let mut found = Vec::new();
        for (n, x) in left.sentences.iter().enumerate() {
            worth.share(&x.said, others.len(), &mut shared);
            let x = Weighed::new(&x.said, worth);
            // Times the root of the product of the shares that it is of both.
            let score = |shared: u32, of_y: u32| {
                let (shared, product) = (u64::from(shared), u64::from(x.whole) * u64::from(of_y));
                (shared * shared).checked_div(root(product)).unwrap_or_default() as u32
            };
            // Words that are used alike count as well, for what they are alike.
            let mut alike = |y: &Weighed<'_>| -> u32 {
                let alike = x.alike(y, lexis, &mut free);
                alike.iter().map(|pair| pair.weight).sum()
            };
            let mut own = 0;
            let rest = others.iter().zip(&shared).zip(&mut most).enumerate();
            let rest = rest.filter(|(_, ((_, shared), _))| **shared >= SOME);
            for (place, ((y, &shared), most)) in rest {
                let shared = if shared >= NEAR { shared + alike(y) } else { shared };
                let score = score(shared, y.whole);
                if score >= SOME {
                    own = score.max(own);
                    *most = score.max(*most);
                    found.push((n, place, score));
                }
            }
            mosts.push(own);
        }
        for (n, place, score) in found {
            let sides = left.sentences.get(n).zip(mosts.get(n));
            let other = right.sentences.get(place).zip(most.get(place));
            let Some(((x, &own), (y, &most))) = sides.zip(other) else {
                continue;
            };
            // The fourth root of the product of the parts that it is of the most that either shares with any.
            let part = |of: u32| 1_000_000 * u64::from(score) / u64::from(of.max(1));
            let passage = Passage {
                weight: score,
                nearest: root(root(part(own) * part(most))) as u16,
                ..Passage::default()
            };
            let (first, second) = (x.number.min(y.number), x.number.max(y.number));
            if let Some(sharing) = self.weights.get_mut(first as usize) {
                sharing.push((second, passage.weight, passage.nearest));
            }
            if passage.score() >= LEAST && !x.counts_otherwise(y) && !x.is_at_another_time(y, claims) {
                self.tell(x, y, &passage, worth);
            }
        }
    }

    /// Takes down which claims of two sentences say most of what these share.
    fn tell(&mut self, x: &Sentence<'_>, y: &Sentence<'_>, passage: &Passage, worth: &Worth<'_>) {
        let both = x.said.iter().filter_map(|own| {
            let other = y.said.iter().find(|other| other.word == own.word)?;
            Some((own, other))
        });
        let both = both.collect_vec();
        // Names and times alone tell whom it is about and when, not what is said of them.
        let shows = both.iter().any(|(own, other)| own.is_plain && other.is_plain);
        let verbatim = x.text == y.text;
        if !shows || both.len() < 2 && !verbatim {
            return;
        }
        let both = both.into_iter().filter_map(|(own, other)| {
            let words = [x.words(own.at?)?, y.words(other.at?)?];
            Some((words, worth.of(own.word) * own.rarity.min(other.rarity) / 1000))
        });
        let both = both.collect_vec();
        let together = x.claims.iter().cartesian_product(&y.claims);
        let weighed = together.map(|(&(i, a), &(j, b))| {
            let inside = both
                .iter()
                .filter(|([l, r], _)| a.contains(l.span) && b.contains(r.span));
            let own = inside.map(|(_, worth)| worth).sum::<u32>();
            ((i.min(j), i.max(j)), (own, a.len() + b.len()), i < j)
        });
        let weighed = weighed.collect_vec();
        let (most, longest) = weighed.iter().map(|(_, own, _)| *own).max().unwrap_or_default();
        for (places, (own, length), in_order) in weighed {
            // Where the shared words stand beside all claims, it is the longest that are told with them.
            let says = if most > 0 {
                10 * own >= 6 * most
            } else {
                length == longest
            };
            if !says {
                continue;
            }
            let side = |n: usize| {
                both.iter()
                    .filter_map(|(words, _)| words.get(n))
                    .cloned()
                    .collect()
            };
            let (a, b) = if in_order {
                (side(0), side(1))
            } else {
                (side(1), side(0))
            };
            let passage = Passage { a, b, ..*passage };
            self.told.insert(places, passage);
        }
    }
}

impl Passage {
    /// How much speaks for one claim, in thousandths of a bit.
    pub(crate) fn score(&self) -> u32 {
        self.weight * u32::from(self.nearest) / 1000
    }
}

impl<'t> Text<'t> {
    fn add(&mut self, number: u32, span: Span, text: &'t str, words: &mut Lexis<'t>) {
        let said = words.read(text, std::iter::empty());
        self.counts.add(self.sentences.len(), span, &said);
        self.sentences.push(Sentence {
            number,
            span,
            text,
            said,
            claims: Vec::new(),
        });
    }
}

impl Sentence<'_> {
    /// Whether both have numbers, and none in common.
    fn counts_otherwise(&self, other: &Sentence<'_>) -> bool {
        let counts = |other: &Sentence<'_>| other.said.iter().any(|said| said.is_number);
        let shared = |own: &Said| {
            other
                .said
                .iter()
                .any(|said| said.is_number && said.word == own.word)
        };
        counts(self) && counts(other) && !self.said.iter().any(|own| own.is_number && shared(own))
    }

    /// Whether the claims of both tell times, and none that could be one.
    fn is_at_another_time(&self, other: &Sentence<'_>, claims: &[Claim]) -> bool {
        let together = self.claims.iter().cartesian_product(&other.claims);
        let relations = together.filter_map(|(x, y)| {
            let (x, y) = (claims.get(x.0)?, claims.get(y.0)?);
            times(&x.proposition, &y.proposition)
        });
        let mut known = relations.filter(|r| *r != PeriodRelation::Unknown).peekable();
        known.peek().is_some() && known.all(|r| r == PeriodRelation::Disjoint)
    }

    fn words(&self, (from, to): (usize, usize)) -> Option<Words> {
        let (field, start) = (self.span.field, self.span.start);
        Some(Words {
            span: Span::new(field, start + from..start + to),
            text: self.text.get(from..to)?.to_owned(),
        })
    }
}
