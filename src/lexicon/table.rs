//! The embedded WordNet table, searched where it lies: nothing is built or copied when it is first used.
//!
//! Little-endian. A head of `XWN2` and seven 32-bit numbers (lemmas, synsets, where verbs, adjectives and adverbs start
//! among the synsets, blocks of lemmas, bytes of lemmas); the offsets of the blocks; the lemmas, sorted, front-coded in
//! blocks of 16; the synsets of five bytes each; the links of those that have several. `examples/make_lexicon` writes it.

use std::cmp::Ordering;
use std::sync::LazyLock;

use super::wordnet::Pos;
use crate::ablation::Part;

/// Lemmas to a block.
const BLOCK: u32 = 16;

/// Bytes of a synset's record.
const RECORD: usize = 5;

static BYTES: &[u8] = include_bytes!("data/wordnet.bin");

/// The table; empty if its head does not fit its length, which a test rules out.
pub(super) static TABLE: LazyLock<Table> =
    LazyLock::new(|| Table::read(Part::WordNet.resource(BYTES)).unwrap_or_default());

/// Sections of the table.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) lemmas: u32,
    starts: [u32; 3],
    word_blocks: &'static [u8],
    words: &'static [u8],
    synset_bytes: &'static [u8],
    more: &'static [u8],
}

/// A lemma's number and what is said of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) id: u32,
    payload: &'static [u8],
}

/// How a synset points at another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    Hypernym,
    Similar,
    Entails,
    Causes,
    /// A word of the one is the opposite of a word of the other.
    Opposed,
}

/// A synset's field (WordNet's lexicographer file), the number of its direct hyponyms (255 for more), its links.
#[derive(Debug, Clone, Copy)]
pub(super) struct Synset {
    pub(super) field: u8,
    pub(super) fanout: u8,
    links: &'static [u8],
}

fn u32_at(bytes: &[u8], index: u32) -> Option<u32> {
    let at = index as usize * 4;
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn triples(bytes: &'static [u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(3).map(|c| {
        c.iter()
            .rev()
            .fold(0, |value, byte| value << 8 | u32::from(*byte))
    })
}

/// Reads a number of seven bits a byte and gives what follows it.
fn varint(bytes: &'static [u8]) -> Option<(usize, &'static [u8])> {
    let (first, rest) = bytes.split_first()?;
    if *first < 0x80 {
        return Some((usize::from(*first), rest));
    }
    let (second, rest) = rest.split_first()?;
    Some((usize::from(*first & 0x7f) | usize::from(*second) << 7, rest))
}

/// A front-coded lemma: what it shares with the one before, its own end, its payload, and what follows.
struct Coded {
    shared: usize,
    suffix: &'static [u8],
    payload: &'static [u8],
    rest: &'static [u8],
}

fn coded(bytes: &'static [u8]) -> Option<Coded> {
    let (shared, rest) = bytes.split_first()?;
    let (length, rest) = rest.split_first()?;
    let (suffix, rest) = rest.split_at_checked(usize::from(*length))?;
    let (size, rest) = varint(rest)?;
    let (payload, rest) = rest.split_at_checked(size)?;
    Some(Coded {
        shared: usize::from(*shared),
        suffix,
        payload,
        rest,
    })
}

impl Table {
    fn read(bytes: &'static [u8]) -> Option<Table> {
        let rest = bytes.strip_prefix(b"XWN2")?;
        let (head, rest) = rest.split_at_checked(28)?;
        let number = |i| u32_at(head, i);
        let (word_blocks, rest) = rest.split_at_checked(number(5)? as usize * 4)?;
        let (words, rest) = rest.split_at_checked(number(6)? as usize)?;
        let (synset_bytes, more) = rest.split_at_checked(number(1)? as usize * RECORD)?;
        Some(Table {
            lemmas: number(0)?,
            starts: [number(2)?, number(3)?, number(4)?],
            word_blocks,
            words,
            synset_bytes,
            more,
        })
    }

    /// The part of speech of a synset.
    pub(super) fn pos(&self, synset: u32) -> Pos {
        let [verb, adjective, adverb] = self.starts;
        match synset {
            s if s >= adverb => Pos::Adverb,
            s if s >= adjective => Pos::Adjective,
            s if s >= verb => Pos::Verb,
            _ => Pos::Noun,
        }
    }

    fn block(&self, block: u32) -> Option<&'static [u8]> {
        self.words.get(u32_at(self.word_blocks, block)? as usize..)
    }

    /// Finds a lemma, written as the table has it: in lower case, with spaces between words.
    pub(super) fn find(&self, word: &str) -> Option<Entry> {
        let word = word.as_bytes();
        let (mut low, mut high) = (0, (self.word_blocks.len() / 4) as u32);
        while high - low > 1 {
            let middle = low.midpoint(high);
            if coded(self.block(middle)?)?.suffix <= word {
                low = middle;
            } else {
                high = middle;
            }
        }
        let mut rest = self.block(low)?;
        // How much of `word` the entry before shares with it: an entry that shares more with that entry differs at the
        // same place, and one that shares less comes after `word`.
        let mut matched = 0;
        for id in low * BLOCK..((low + 1) * BLOCK).min(self.lemmas) {
            let entry = coded(rest)?;
            rest = entry.rest;
            match entry.shared.cmp(&matched) {
                Ordering::Greater => {}
                Ordering::Less => return None,
                Ordering::Equal => {
                    let wanted = word.get(matched..)?;
                    match entry.suffix.cmp(wanted) {
                        Ordering::Equal => {
                            return Some(Entry {
                                id,
                                payload: entry.payload,
                            });
                        }
                        Ordering::Greater => return None,
                        Ordering::Less => {
                            matched += entry
                                .suffix
                                .iter()
                                .zip(wanted)
                                .take_while(|(a, b)| a == b)
                                .count();
                        }
                    }
                }
            }
        }
        None
    }

    /// The lemma of a number.
    pub(super) fn word(&self, id: u32) -> Option<String> {
        let mut rest = self.block(id / BLOCK)?;
        let mut word = Vec::new();
        for _ in 0..=id % BLOCK {
            let entry = coded(rest)?;
            rest = entry.rest;
            word.truncate(entry.shared);
            word.extend(entry.suffix);
        }
        String::from_utf8(word).ok()
    }

    /// What is said of the lemma of a number.
    #[cfg(any(test, feature = "train"))]
    pub(super) fn entry(&self, id: u32) -> Option<Entry> {
        let mut rest = self.block(id / BLOCK)?;
        for _ in 0..id % BLOCK {
            rest = coded(rest)?.rest;
        }
        Some(Entry {
            id,
            payload: coded(rest)?.payload,
        })
    }

    /// The synset of a number.
    pub(super) fn synset(&self, id: u32) -> Option<Synset> {
        let at = id as usize * RECORD;
        let &[head, fanout, ref link @ ..] = self.synset_bytes.get(at..at + RECORD)? else {
            return None;
        };
        let links = match head >> 6 {
            0 => &[],
            1 => link,
            _ => {
                let more = self.more.get(triples(link).next()? as usize..)?;
                let (count, more) = more.split_first()?;
                more.get(..usize::from(*count) * 3)?
            }
        };
        Some(Synset {
            field: head & 0x3f,
            fanout,
            links,
        })
    }
}

impl Synset {
    /// The synsets that this one points at.
    pub(super) fn links(self) -> impl Iterator<Item = (Link, u32)> {
        triples(self.links).map(|t| {
            let kind = match t >> 17 {
                0 => Link::Hypernym,
                1 => Link::Similar,
                2 => Link::Entails,
                3 => Link::Causes,
                _ => Link::Opposed,
            };
            (kind, t & 0x1_ffff)
        })
    }

    /// The synsets directly above.
    pub(super) fn hypernyms(self) -> impl Iterator<Item = u32> {
        self.links()
            .filter(|(kind, _)| *kind == Link::Hypernym)
            .map(|(_, id)| id)
    }
}

impl Entry {
    /// Senses, antonyms and derivations, still packed.
    fn parts(self) -> Option<[&'static [u8]; 3]> {
        let (senses, rest) = varint(self.payload)?;
        let (senses, rest) = rest.split_at_checked(senses * 3)?;
        let (antonyms, rest) = varint(rest)?;
        let (antonyms, derived) = rest.split_at_checked(antonyms * 3)?;
        Some([senses, antonyms, derived])
    }

    /// Each sense's synset and weight (1 to 15), the heaviest first within a part of speech.
    pub(super) fn senses(self, pos: Pos) -> impl Iterator<Item = (u32, u8)> {
        let [senses, _, _] = self.parts().unwrap_or_default();
        triples(senses)
            .map(|t| (t & 0x1_ffff, (t >> 17) as u8))
            .filter(move |(s, _)| TABLE.pos(*s) == pos)
    }

    /// The lemmas opposed to this one, each with the weight of the sense that is opposed.
    pub(super) fn antonyms(self, pos: Pos) -> impl Iterator<Item = (u32, u8)> {
        let [_, antonyms, _] = self.parts().unwrap_or_default();
        triples(antonyms)
            .filter(move |t| t >> 21 == pos as u32)
            .map(|t| (t & 0x1_ffff, (t >> 17 & 0xf) as u8))
    }

    /// The lemmas of the same family with another part of speech.
    pub(super) fn derived(self, pos: Pos, to: Pos) -> impl Iterator<Item = u32> {
        let [_, _, derived] = self.parts().unwrap_or_default();
        triples(derived)
            .filter(move |t| {
                Part::Families.is_kept() && t >> 17 & 3 == pos as u32 && t >> 19 & 3 == to as u32
            })
            .map(|t| t & 0x1_ffff)
    }
}
