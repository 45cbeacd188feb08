//! Whether two documents tell of one situation: by the names and the words they share.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::align::Situation;
use crate::align::numbers::Numbers;
use crate::align::words::is_pronoun;
use crate::claim::Claim;
use crate::commitment::Holder;
use crate::lexicon::function_words::is_function_word;
use crate::span::Span;

/// What may be assumed of every two claims.
#[derive(Debug)]
pub(crate) struct Situations {
    /// For each document the words of the names that it speaks of, and how many of its claims do.
    mentions: Vec<BTreeMap<u32, usize>>,
    /// For each document the words of its claims that tell something.
    telling: Vec<BTreeSet<u32>>,
    claims: Vec<Entry>,
    known: HashMap<(u32, u32), Situation>,
    /// Whether the documents are known to belong together.
    together: bool,
}

/// A claim's document, and the names that it speaks of, in whatever case.
#[derive(Debug)]
struct Entry {
    document: u32,
    names: BTreeSet<u32>,
    /// The words that are quoted.
    quote: u32,
    /// How many they are.
    words: usize,
    /// Who is committed to it, if it is somebody with a name.
    voice: Option<u32>,
    /// Whether they deny it.
    denied: bool,
    /// The sentence it stands in, by all that is quoted of it and whether it is denied.
    sentence: u32,
}

/// Shorter words of a name, as "de" or "Mr", tell nobody from others.
const PART: usize = 3;

/// Shorter words tell little of what happened.
const TELLS: usize = 4;

/// So many words say the same whoever says them.
const LONG: usize = 5;
/// So many words say the same where one and the same says them.
const SHORT: usize = 3;

impl Situations {
    /// Gathers the names that each document and each claim speaks of.
    pub(crate) fn new(claims: &[Claim]) -> Situations {
        let (mut documents, mut parts, mut folded) = (Numbers::new(), Numbers::new(), Numbers::new());
        let mut quotes = Numbers::new();
        let mut mentions: Vec<BTreeMap<u32, usize>> = Vec::new();
        let (mut telling, mut spoken) = (Vec::<BTreeSet<u32>>::new(), Numbers::new());
        let mut entries = Vec::with_capacity(claims.len());
        for claim in claims {
            let document = documents.of(claim.document.as_str());
            mentions.resize_with(documents.len(), BTreeMap::new);
            telling.resize_with(documents.len(), BTreeSet::new);
            let mut own = claim.proposition.names();
            own.retain(|name| !is_pronoun(&name.to_lowercase()));
            let quote = words(&claim.quote.text);
            if let Some(all) = telling.get_mut(document as usize) {
                let tell = quote.iter().filter(|w| w.len() >= TELLS && !is_function_word(w));
                all.extend(tell.map(|word| spoken.of(word.clone())));
            }
            let voice = claim.voice();
            let denied = voice.factuality.value().is_some_and(|v| v < 0);
            let voice = match &voice.holder {
                Holder::Named { entity, .. } => Some(folded.of(entity.name.to_lowercase())),
                _ => None,
            };
            entries.push(Entry {
                document,
                names: own.iter().map(|name| folded.of(name.to_lowercase())).collect(),
                words: quote.len(),
                quote: quotes.of(quote.join(" ")),
                voice,
                denied,
                sentence: 0,
            });
            if let Some(all) = mentions.get_mut(document as usize) {
                // One calls him "Kim Jong-un" and the other "Kim", one "Conal" and the other "Conal O'Rourke".
                let of_names = own.iter().flat_map(|name| name.split(' '));
                let said = of_names.filter(|word| word.len() >= PART);
                let said: BTreeSet<u32> = said.map(|word| parts.of(word.to_lowercase())).collect();
                for word in said {
                    *all.entry(word).or_default() += 1;
                }
            }
        }
        let mut of_sentence: BTreeMap<(u32, Span), Vec<usize>> = BTreeMap::new();
        for (i, (claim, entry)) in claims.iter().zip(&entries).enumerate() {
            let places = of_sentence.entry((entry.document, claim.sentence)).or_default();
            places.push(i);
        }
        let mut sentences = Numbers::new();
        for places in of_sentence.into_values() {
            let told = places.iter().filter_map(|&place| entries.get(place));
            let told: BTreeSet<_> = told.map(|entry| (entry.quote, entry.denied)).collect();
            let number = sentences.of(told);
            for place in places {
                if let Some(entry) = entries.get_mut(place) {
                    entry.sentence = number;
                }
            }
        }
        Situations {
            mentions,
            telling,
            claims: entries,
            known: HashMap::new(),
            together: false,
        }
    }

    /// The same of documents that belong together: one name that two of them share shows that they tell of one situation.
    pub(crate) fn together(self) -> Situations {
        Situations {
            together: true,
            ..self
        }
    }

    /// What may be assumed of two claims, given by their places.
    pub(crate) fn of(&mut self, a: usize, b: usize) -> Situation {
        let (Some(x), Some(y)) = (self.claims.get(a), self.claims.get(b)) else {
            return Situation::Unknown;
        };
        let told = |document: u32| self.telling.get(document as usize);
        let between = || match between(&self.mentions, x.document, y.document, self.together) {
            Situation::Unknown if told(x.document).zip(told(y.document)).is_some_and(tell_of_one) => {
                Situation::One
            }
            other => other,
        };
        match *self.known.entry((x.document, y.document)).or_insert_with(between) {
            Situation::One if x.repeats(y) => Situation::Verbatim,
            other => other,
        }
    }

    /// Whether two claims, given by their places, stand in sentences that are the same word for word.
    pub(crate) fn one_sentence(&self, a: usize, b: usize) -> bool {
        match (self.claims.get(a), self.claims.get(b)) {
            (Some(x), Some(y)) => x.sentence == y.sentence && x.words.max(y.words) >= SHORT,
            _ => false,
        }
    }

    /// Whether two claims, given by their places, are told in the same words, and both held or both denied by one voice.
    pub(crate) fn one_voice(&self, a: usize, b: usize) -> bool {
        match (self.claims.get(a), self.claims.get(b)) {
            (Some(x), Some(y)) => {
                x.quote == y.quote && (x.voice, x.denied) == (y.voice, y.denied) && x.words >= SHORT
            }
            _ => false,
        }
    }

    /// Whether two claims, given by their places, speak of somebody or something of one name.
    pub(crate) fn share_a_name(&self, a: usize, b: usize) -> bool {
        match (self.claims.get(a), self.claims.get(b)) {
            (Some(x), Some(y)) => !x.names.is_disjoint(&y.names),
            _ => false,
        }
    }
}

impl Entry {
    /// Whether two claims quote the same words: many, or a few of one and the same speaker.
    fn repeats(&self, other: &Entry) -> bool {
        let spoken = self.voice.is_some() && self.voice == other.voice;
        self.quote == other.quote && self.words >= if spoken { SHORT } else { LONG }
    }
}

/// The words of a quote in small letters.
fn words(quote: &str) -> Vec<String> {
    quote
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// One situation, if the two documents share names enough: two, for which more than a third of the names in the claims of
/// one stand, and a tenth in the other; or if neither names anybody. One shared name is enough of documents that belong together.
fn between(mentions: &[BTreeMap<u32, usize>], a: u32, b: u32, together: bool) -> Situation {
    let (Some(x), Some(y)) = (mentions.get(a as usize), mentions.get(b as usize)) else {
        return Situation::Unknown;
    };
    let shared = x.keys().filter(|name| y.contains_key(name)).count();
    let share = |of: &BTreeMap<u32, usize>, with: &BTreeMap<u32, usize>| {
        let met: usize = of
            .iter()
            .filter(|(name, _)| with.contains_key(name))
            .map(|(_, n)| n)
            .sum();
        met * 100 / of.values().sum::<usize>().max(1)
    };
    let (of_x, of_y) = (share(x, y), share(y, x));
    let one = shared >= 2 && of_x.max(of_y) >= 35 && of_x.min(of_y) >= 10;
    let fewer = x.len().min(y.len());
    if one || fewer <= 1 && shared == fewer || together && (shared > 0 || fewer == 0) {
        Situation::One
    } else {
        Situation::Unknown
    }
}

/// Whether two documents share so many words that they tell of one situation, whoever is named: 15, and one in seven of those of
/// the shorter. Nearly all articles on one event do, and one in twenty on different ones.
fn tell_of_one((x, y): (&BTreeSet<u32>, &BTreeSet<u32>)) -> bool {
    let shared = x.intersection(y).count();
    shared >= 15 && 7 * shared >= x.len().min(y.len())
}
