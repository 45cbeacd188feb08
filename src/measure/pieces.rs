//! Cuts words into the pieces that numbers and dates are written with, so that "$3.5bn" and "$ 3.5 bn" read alike.

use std::str;

/// Lower-case words, with a filter that keeps most other words from being compared with them.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: &'static str,
    /// For each length and first letter of a word, the letters that come second.
    second: [[u32; 26]; 16],
}

impl Lexicon {
    /// Words of the letters a to z, two to 15 long, with spaces between.
    #[expect(clippy::indexing_slicing, reason = "runs when the crate is compiled")]
    pub(super) const fn new(words: &'static str) -> Lexicon {
        let bytes = words.as_bytes();
        let mut second = [[0; 26]; 16];
        let (mut start, mut i) = (0, 0);
        while i <= bytes.len() {
            if i == bytes.len() || bytes[i] == b' ' {
                second[i - start][(bytes[start] - b'a') as usize] |= 1 << (bytes[start + 1] - b'a');
                start = i + 1;
            }
            i += 1;
        }
        Lexicon { words, second }
    }

    /// Whether the word, in any case, is one of them.
    pub(super) fn contains(&self, word: &str) -> bool {
        let mut letters = word
            .bytes()
            .map(|b| b.to_ascii_lowercase().wrapping_sub(b'a'))
            .take_while(|b| *b < 26);
        let (Some(one), Some(two)) = (letters.next(), letters.next()) else {
            return false;
        };
        let row = self
            .second
            .get(word.len())
            .and_then(|firsts| firsts.get(usize::from(one)));
        row.is_some_and(|seconds| seconds & (1 << two) != 0)
            && self
                .words
                .split(' ')
                .any(|known| known.eq_ignore_ascii_case(word))
    }

    /// Whether the word or a part of it is one of them, or a digit stands in it.
    pub(super) fn touches(&self, word: &str) -> bool {
        let mut plain = true;
        for byte in word.bytes() {
            if byte.is_ascii_digit() {
                return true;
            }
            plain &= byte.is_ascii_alphabetic();
        }
        if plain {
            return self.contains(word);
        }
        word.split(|c: char| !c.is_alphabetic())
            .any(|part| self.contains(part))
    }
}

/// What a piece is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number in digits, with its inner commas and points.
    Digits,
    /// Letters, with the points of an abbreviation.
    Letters,
    /// A single sign.
    Mark,
}

/// Letters that a key keeps; longer words name no number and no unit.
const KEY: usize = 16;
/// Bytes of the longest word that is cut; a longer one holds no quantity worth reading.
const LONGEST: usize = 48;

#[derive(Debug, Clone)]
struct Piece<'a> {
    text: &'a str,
    word: usize,
    kind: Kind,
    key: [u8; KEY],
    key_len: u8,
}

/// The pieces of some words, in order.
#[derive(Debug)]
pub(super) struct Pieces<'a> {
    items: Vec<Piece<'a>>,
}

impl<'a> Pieces<'a> {
    /// Cuts the words from `start` to `end`, which keep their numbers in `words`.
    pub(super) fn new(words: &[&'a str], start: usize, end: usize) -> Self {
        let count = end.saturating_sub(start);
        let mut items = Vec::with_capacity(count.min(words.len()) + 8);
        for (number, word) in words.iter().enumerate().skip(start).take(count) {
            cut(word, number, &mut items);
        }
        Pieces { items }
    }

    pub(super) fn len(&self) -> usize {
        self.items.len()
    }

    /// The piece that the word begins with.
    pub(super) fn of_word(&self, word: usize) -> usize {
        self.items.partition_point(|p| p.word < word)
    }

    /// The word that the piece belongs to; past the last piece, the word after the last.
    pub(super) fn word(&self, i: usize) -> usize {
        match self.items.get(i) {
            Some(p) => p.word,
            None => self.items.last().map_or(0, |p| p.word + 1),
        }
    }

    /// Whether a word begins at piece `i` (or the pieces end there).
    pub(super) fn boundary(&self, i: usize) -> bool {
        match (
            i.checked_sub(1).and_then(|b| self.items.get(b)),
            self.items.get(i),
        ) {
            (Some(before), Some(p)) => before.word != p.word,
            _ => true,
        }
    }

    pub(super) fn kind(&self, i: usize) -> Option<Kind> {
        self.items.get(i).map(|p| p.kind)
    }

    pub(super) fn digits(&self, i: usize) -> Option<&'a str> {
        self.items
            .get(i)
            .filter(|p| p.kind == Kind::Digits)
            .map(|p| p.text)
    }

    /// The piece as written; empty past the end.
    pub(super) fn text(&self, i: usize) -> &'a str {
        self.items.get(i).map_or("", |p| p.text)
    }

    /// The piece before `i` as written; empty before the first.
    pub(super) fn text_before(&self, i: usize, back: usize) -> &'a str {
        i.checked_sub(back).map_or("", |b| self.text(b))
    }

    /// The piece in lower case and without points; empty past the end and where it is no plain word.
    pub(super) fn key(&self, i: usize) -> &str {
        self.items.get(i).map_or("", |p| {
            let bytes = p.key.get(..usize::from(p.key_len)).unwrap_or_default();
            str::from_utf8(bytes).unwrap_or_default()
        })
    }

    /// The key of the piece `back` places before `i`.
    pub(super) fn key_before(&self, i: usize, back: usize) -> &str {
        i.checked_sub(back).map_or("", |b| self.key(b))
    }

    /// Whether the keys from `i` on are these; gives the piece after them.
    pub(super) fn phrase(&self, i: usize, phrase: &str) -> Option<usize> {
        let mut at = i;
        for word in phrase.split(' ') {
            if self.key(at) != word {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// Whether the piece is a hyphen or an en dash.
    pub(super) fn hyphen(&self, i: usize) -> bool {
        matches!(self.text(i), "-" | "–" | "‐" | "‑")
    }
}

fn cut<'a>(word: &'a str, number: usize, items: &mut Vec<Piece<'a>>) {
    if word.len() > LONGEST {
        items.push(piece(word, number, Kind::Mark));
        return;
    }
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let (kind, len) = if first.is_ascii_digit() {
            (Kind::Digits, digits_len(rest))
        } else if first.is_alphabetic() {
            let letters = rest
                .find(|c: char| !c.is_alphabetic() && c != '.')
                .unwrap_or(rest.len());
            (Kind::Letters, letters)
        } else {
            (Kind::Mark, first.len_utf8())
        };
        let Some((head, tail)) = rest.split_at_checked(len.max(1)) else {
            return;
        };
        items.push(piece(head, number, kind));
        rest = tail;
    }
}

/// Bytes of the number at the start: digits, and commas and points between digits.
fn digits_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut len = 0;
    while let Some(&byte) = bytes.get(len) {
        let inner = matches!(byte, b',' | b'.') && bytes.get(len + 1).is_some_and(u8::is_ascii_digit);
        if !byte.is_ascii_digit() && !inner {
            break;
        }
        len += 1;
    }
    len
}

fn piece(text: &str, word: usize, kind: Kind) -> Piece<'_> {
    let mut key = [0; KEY];
    let mut key_len = 0;
    if kind == Kind::Letters {
        for byte in text.bytes().filter(|&b| b != b'.') {
            match key.get_mut(key_len) {
                Some(place) if byte.is_ascii() => {
                    *place = byte.to_ascii_lowercase();
                    key_len += 1;
                }
                _ => {
                    key_len = 0;
                    break;
                }
            }
        }
    }
    Piece {
        text,
        word,
        kind,
        key,
        key_len: key_len as u8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_all(words: &[&str]) -> Vec<String> {
        let p = Pieces::new(words, 0, words.len());
        (0..p.len()).map(|i| p.text(i).to_owned()).collect()
    }

    #[test]
    fn words_are_cut_where_their_kind_changes() {
        assert_eq!(cut_all(&["$3.5bn"]), ["$", "3.5", "bn"]);
        assert_eq!(cut_all(&["US$1,200.50"]), ["US", "$", "1,200.50"]);
        assert_eq!(cut_all(&["40-50", "a.m."]), ["40", "-", "50", "a.m."]);
        assert_eq!(
            cut_all(&["", "mid-1980s", "3."]),
            ["mid", "-", "1980", "s", "3", "."]
        );
    }

    #[test]
    fn keys_are_plain_lower_case_words() {
        let p = Pieces::new(&["U.S.", "Percent", "Éire", "extraordinarily-long"], 0, 4);
        assert_eq!((p.key(0), p.key(1), p.key(2)), ("us", "percent", ""));
        assert_eq!(p.key(99), "");
    }

    #[test]
    fn an_endless_word_is_one_piece() {
        let long = "9".repeat(1_000_000);
        assert_eq!(Pieces::new(&[&long], 0, 1).len(), 1);
    }
}
