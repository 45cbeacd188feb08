//! A word's letters as the network sees them, hashed.

use super::hash::mix;

/// A word's hashed traits.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Form {
    /// The word in small letters, digits as one.
    pub(crate) word: u64,
    /// The last one to four letters.
    pub(crate) suffixes: [u64; 4],
    /// The first one to three letters.
    pub(crate) prefixes: [u64; 3],
    /// Capitals, small letters, digits and marks, runs folded.
    pub(crate) shape: u64,
}

impl Form {
    /// Looks at a word.
    pub(crate) fn new(word: &str) -> Self {
        let mut form = Form::default();
        let mut lower: Vec<char> = Vec::with_capacity(word.len());
        let (mut shape, mut last, mut run) = (0, ' ', 0);
        for c in word.chars() {
            let class = match c {
                _ if c.is_lowercase() => 'a',
                _ if c.is_uppercase() => 'A',
                _ if c.is_ascii_digit() => '0',
                _ if c.is_alphabetic() => 'b',
                _ => c,
            };
            run = if class == last { run + 1 } else { 1 };
            if run <= 2 {
                shape = mix(shape, u64::from(class));
            }
            last = class;
            if c.is_ascii_digit() {
                lower.push('0');
            } else {
                lower.extend(fold(c).to_lowercase());
            }
        }
        form.shape = shape;
        let letters = lower.iter().fold(1, |hash, &c| mix(hash, u64::from(c)));
        form.word = mix(letters, 2);
        let mut hash = 3;
        for (slot, &c) in form.suffixes.iter_mut().zip(lower.iter().rev()) {
            hash = mix(hash, u64::from(c));
            *slot = hash;
        }
        let mut hash = 4;
        for (slot, &c) in form.prefixes.iter_mut().zip(&lower) {
            hash = mix(hash, u64::from(c));
            *slot = hash;
        }
        form
    }
}

/// Typographic quotation marks and dashes count as their plain forms.
fn fold(c: char) -> char {
    match c {
        '’' | '‘' | '`' | '′' => '\'',
        '“' | '”' | '«' | '»' | '„' => '"',
        '–' | '—' | '‐' | '‑' => '-',
        _ => c,
    }
}
