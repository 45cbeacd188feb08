//! How near in meaning two words are: static vectors, distilled from a sentence encoder.
//!
//! `data/vectors.README.md` says where they come from and what they score. A word that is not listed is the sum of its
//! pieces, each as long as can be; a phrase is the sum of its words, in which frequent words count for little. All
//! arithmetic is in integers, so a likeness is the same everywhere.
//!
//! Near in meaning is not the same in meaning: opposites are near each other too (*open*, *closed*).

use std::sync::LazyLock;

use crate::ablation::Part;

/// Numbers in a vector.
pub(crate) const DIMENSIONS: usize = 56;

/// The likeness of equal words.
pub(crate) const SAME: i32 = 1000;

/// Words of a phrase that count, and letters of a word: with these, sums and products stay within their types.
const MAX_WORDS: usize = 256;
const MAX_LETTERS: usize = 32;

const SLOTS: usize = 1 << 16;
const EMPTY: u16 = u16::MAX;
const CONTINUES: u8 = b'#';

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    Table::read(Part::Vectors.resource(include_bytes!("data/vectors.bin"))).unwrap_or_default()
});

/// The meaning of a word or a phrase as a direction in space; its length is its weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Vector([i32; DIMENSIONS]);

/// The vector of a word, or of a few words parted by anything that is no letter; `None` where no letter is known.
pub(crate) fn vector(word: &str) -> Option<Vector> {
    let mut sum = Vector([0; DIMENSIONS]);
    sum.add(word).then_some(sum)
}

/// How near two words are: 0 where they have nothing in common, [`SAME`] where they are equal.
pub(crate) fn likeness(a: &str, b: &str) -> i32 {
    if !a.is_empty() && a.eq_ignore_ascii_case(b) {
        return SAME;
    }
    match (vector(a), vector(b)) {
        (Some(a), Some(b)) => a.likeness(&b),
        _ => 0,
    }
}

/// How near two phrases are, whatever the order of their words.
pub(crate) fn likeness_of(a: &[&str], b: &[&str]) -> i32 {
    match (phrase(a), phrase(b)) {
        (Some(a), Some(b)) => a.likeness(&b),
        _ => 0,
    }
}

/// The vector of a phrase: the sum of its words' vectors.
pub(crate) fn phrase(words: &[&str]) -> Option<Vector> {
    let mut sum = Vector([0; DIMENSIONS]);
    let mut known = false;
    for word in words.iter().take(MAX_WORDS) {
        known |= sum.add(word);
    }
    known.then_some(sum)
}

impl Vector {
    /// The cosine of the angle between the two in thousandths, 0 where it is negative.
    pub(crate) fn likeness(&self, other: &Vector) -> i32 {
        let length = (self.dot(self).unsigned_abs().isqrt() * other.dot(other).unsigned_abs().isqrt()) as i64;
        let thousandths = (self.dot(other) * i64::from(SAME))
            .checked_div(length)
            .unwrap_or(0);
        thousandths.clamp(0, i64::from(SAME)) as i32
    }

    /// The numbers brought to a length of 2, in which each is about as large as one drawn at random is spread.
    pub(crate) fn direction(&self) -> [f32; DIMENSIONS] {
        let length = self.dot(self).unsigned_abs().isqrt().max(1) as f32;
        self.0.map(|x| x as f32 * 2.0 / length)
    }

    /// How long it is: of a rare word more than of a frequent one.
    pub(crate) fn weight(&self) -> u64 {
        self.dot(self).unsigned_abs().isqrt()
    }

    /// The sum of the products of the numbers.
    pub(crate) fn dot(&self, other: &Vector) -> i64 {
        self.0
            .iter()
            .zip(&other.0)
            .map(|(&x, &y)| i64::from(x) * i64::from(y))
            .sum()
    }

    /// Adds the vectors of what a word consists of; tells whether anything was known.
    fn add(&mut self, word: &str) -> bool {
        let mut letters = [0; MAX_LETTERS];
        let mut count = 0;
        let mut known = false;
        for c in word.chars().chain([' ']).take(2 * MAX_LETTERS) {
            if let Some(letter) = letter(c) {
                if let Some(slot) = letters.get_mut(count) {
                    *slot = letter;
                    count += 1;
                }
            } else if count > 0 && c != '\'' && c != '’' {
                known |= TABLE.add_pieces(letters.get(..count).unwrap_or_default(), self);
                count = 0;
            }
        }
        if count > 0 {
            known |= TABLE.add_pieces(letters.get(..count).unwrap_or_default(), self);
        }
        known
    }
}

/// The plain small letter that a letter stands for.
fn letter(c: char) -> Option<u8> {
    Some(match c {
        'a'..='z' | 'A'..='Z' => c.to_ascii_lowercase() as u8,
        'à'..='å' | 'À'..='Å' | 'ā' | 'ă' | 'ą' => b'a',
        'ç' | 'Ç' | 'ć' | 'č' | 'Č' => b'c',
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'ę' | 'ě' => b'e',
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'ı' | 'İ' => b'i',
        'ñ' | 'Ñ' | 'ń' | 'ň' => b'n',
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'ő' => b'o',
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'ů' | 'ű' => b'u',
        'ý' | 'ÿ' | 'Ý' => b'y',
        'ğ' => b'g',
        'ł' | 'Ł' => b'l',
        'ř' => b'r',
        'ś' | 'š' | 'ş' | 'Š' | 'Ş' => b's',
        'ź' | 'ž' | 'ż' | 'Ž' | 'Ż' => b'z',
        _ => return None,
    })
}

/// The listed words and pieces with their rows, found by hash.
#[derive(Default)]
struct Table {
    /// The entry at each hash; taken slots push on to the next.
    slots: Vec<u16>,
    /// Where each entry's letters end in `letters`.
    ends: Vec<u32>,
    letters: Vec<u8>,
    weights: &'static [u8],
    rows: &'static [u8],
}

impl Table {
    /// Reads the file: its mark, the counts of entries, dimensions and bytes of text, then front-coded text, weights, rows.
    fn read(bytes: &'static [u8]) -> Option<Table> {
        let rest = bytes.strip_prefix(b"CCWV")?;
        let (count, rest) = rest.split_first_chunk()?;
        let (dimensions, rest) = rest.split_first_chunk()?;
        let (size, rest) = rest.split_first_chunk()?;
        let count = u32::from_le_bytes(*count) as usize;
        if u32::from_le_bytes(*dimensions) as usize != DIMENSIONS || count >= SLOTS / 2 {
            return None;
        }
        let (mut text, rest) = rest.split_at_checked(u32::from_le_bytes(*size) as usize)?;
        let (weights, rows) = rest.split_at_checked(count)?;
        let mut table = Table {
            slots: vec![EMPTY; SLOTS],
            ends: Vec::with_capacity(count),
            letters: Vec::with_capacity(count * 8),
            weights,
            rows,
        };
        let mut start = 0;
        for entry in 0..count {
            let (&[shared, rest], tail) = text.split_first_chunk()?;
            let (rest, tail) = tail.split_at_checked(usize::from(rest))?;
            text = tail;
            let end = table.letters.len();
            let shared = start..start + usize::from(shared);
            table.letters.get(shared.clone())?;
            table.letters.extend_from_within(shared);
            table.letters.extend_from_slice(rest);
            table.ends.push(table.letters.len() as u32);
            start = end;
            let mut slot = slot(table.letters.get(start..)?.iter().copied().fold(SEED, hash));
            while *table.slots.get(slot)? != EMPTY {
                slot = (slot + 1) % SLOTS;
            }
            *table.slots.get_mut(slot)? = entry as u16;
        }
        (rows.len() == count * DIMENSIONS).then_some(table)
    }

    /// The letters of an entry.
    fn entry(&self, entry: usize) -> Option<&[u8]> {
        let start = entry
            .checked_sub(1)
            .map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.letters.get(start as usize..*self.ends.get(entry)? as usize)
    }

    /// The entry that consists of `mark` and `letters`, whose hash is given.
    fn find(&self, mark: &[u8], letters: &[u8], hash: u32) -> Option<usize> {
        let mut slot = slot(hash);
        loop {
            let entry = *self.slots.get(slot)?;
            if entry == EMPTY {
                return None;
            }
            if self.entry(usize::from(entry))?.strip_prefix(mark) == Some(letters) {
                return Some(usize::from(entry));
            }
            slot = (slot + 1) % SLOTS;
        }
    }

    /// Adds the vectors of the pieces of a word, each as long as can be; tells whether there were any.
    fn add_pieces(&self, word: &[u8], sum: &mut Vector) -> bool {
        let mut rest = word;
        let mut known = false;
        while !rest.is_empty() {
            let mark: &[u8] = if rest.len() == word.len() {
                &[]
            } else {
                &[CONTINUES]
            };
            let mut hashes = [0; MAX_LETTERS];
            let mut state = mark.iter().copied().fold(SEED, hash);
            for (h, &letter) in hashes.iter_mut().zip(rest) {
                state = hash(state, letter);
                *h = state;
            }
            let found = (1..=rest.len()).rev().find_map(|length| {
                let (piece, tail) = rest.split_at_checked(length)?;
                Some((self.find(mark, piece, *hashes.get(length - 1)?)?, tail))
            });
            let Some((entry, tail)) = found else {
                break;
            };
            rest = tail;
            known = true;
            let weight = self.weights.get(entry).map_or(0, |&w| i32::from(w));
            let row = self.rows.get(entry * DIMENSIONS..).unwrap_or_default();
            for (sum, &x) in sum.0.iter_mut().zip(row) {
                *sum += weight * i32::from(x.cast_signed());
            }
        }
        known
    }
}

const SEED: u32 = 0x811C_9DC5;

/// One step of FNV-1a.
fn hash(state: u32, byte: u8) -> u32 {
    (state ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

fn slot(hash: u32) -> usize {
    (hash ^ (hash >> 16)) as usize % SLOTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn related_words_are_nearer_than_unrelated_ones() {
        for (word, near, far) in [
            ("cat", "dog", "treaty"),
            ("dog", "puppy", "parliament"),
            ("doctor", "physician", "bridge"),
            ("trade", "commerce", "violin"),
            ("earthquake", "tremor", "senate"),
            ("soldier", "troop", "pastry"),
            ("election", "vote", "volcano"),
            ("inflation", "price", "goalkeeper"),
            ("film", "movie", "vaccine"),
            ("kill", "murder", "sing"),
            ("purchase", "buy", "swim"),
            ("flourish", "thrive", "hammer"),
            ("missile", "rocket", "lettuce"),
            ("flood", "deluge", "diploma"),
            ("court", "judge", "banana"),
            ("resign", "quit", "bake"),
            ("lawyer", "attorney", "glacier"),
            ("goalkeeper", "midfielder", "mortgage"),
        ] {
            let (near, far) = (likeness(word, near), likeness(word, far));
            assert!(near > far + 150, "{word}: {near} near, {far} far");
        }
    }

    #[test]
    fn phrases_are_compared_as_sums_of_words() {
        let ties = ["economic", "ties"];
        let near = likeness_of(&ties, &["trade", "between", "the", "countries"]);
        let far = likeness_of(&ties, &["a", "boy", "plays", "the", "guitar"]);
        assert!(near > far + 200, "{near} near, {far} far");
        assert_eq!(likeness_of(&ties, &["ties", "economic"]), SAME);
    }

    #[test]
    fn frequent_words_count_for_little() {
        assert!(likeness_of(&["the", "treaty"], &["a", "treaty"]) > 950);
    }

    #[test]
    fn unlisted_words_are_sums_of_pieces() {
        assert!(vector("xylographically").is_some());
        assert!(likeness("earthquakeproof", "earthquake") > likeness("earthquakeproof", "violin"));
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        assert_eq!(likeness("Treaty", "tREATY"), SAME);
        assert_eq!(vector("café"), vector("cafe"));
        assert_eq!(vector("cease-fire"), phrase(&["cease", "fire"]));
    }

    #[test]
    fn likeness_is_symmetric_and_in_range() {
        let words = ["cat", "treaty", "the", "2019", "", "🦀", "x", "undo"];
        for a in words {
            for b in words {
                assert_eq!(likeness(a, b), likeness(b, a));
                assert!((0..=SAME).contains(&likeness(a, b)));
            }
        }
    }

    #[test]
    fn odd_text_has_no_vector_or_some_vector_and_never_fails() {
        for odd in ["", " ", "'", "\0", "2019", "…", "日本", "مرحبا"] {
            assert_eq!(vector(odd), None, "{odd:?}");
        }
        vector(&"a".repeat(1_000_000));
        likeness_of(
            &["internationalization"; 1000],
            &["antidisestablishmentarianism"; 1000],
        );
    }

    #[test]
    fn the_table_is_whole() {
        assert_eq!(TABLE.ends.len(), 23_843);
        assert_eq!(Table::read(b"CCWV").map(|t| t.ends.len()), None);
        for entry in 0..TABLE.ends.len() {
            let letters = TABLE.entry(entry).unwrap();
            assert_eq!(
                TABLE.find(&[], letters, letters.iter().copied().fold(SEED, hash)),
                Some(entry)
            );
        }
    }
}
