//! Places in a document: half-open byte ranges of its title or its text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// The part of a document that a [`Span`] points into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// The document's title.
    Title,
    /// The document's text.
    #[default]
    Text,
}

/// A half-open byte range in one field of a document.
///
/// Offsets always count from the beginning of the field as it was given, so `&field[start..end]` is the quoted words.
/// [`Document::quote`](crate::Document::quote) slices, [`Document::chars`](crate::Document::chars) and
/// [`Document::utf16`](crate::Document::utf16) convert to other units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// The field that the offsets count in.
    pub field: Field,
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A span of the given bytes of a field.
    pub fn new(field: Field, bytes: Range<usize>) -> Span {
        Span {
            field,
            start: bytes.start,
            end: bytes.end,
        }
    }

    /// Whether two spans share at least half of the shorter one.
    pub(crate) fn shares_half(self, other: Span) -> bool {
        let shared = self
            .end
            .min(other.end)
            .saturating_sub(self.start.max(other.start));
        self.field == other.field && shared > 0 && 2 * shared >= self.len().min(other.len())
    }

    /// The bytes covered.
    pub fn bytes(self) -> Range<usize> {
        self.start..self.end
    }

    /// How many bytes are covered.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether nothing is covered.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether `other` lies inside this span, ends included.
    pub fn contains(self, other: Span) -> bool {
        self.field == other.field && self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.field == other.field && self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both, if they lie in one field.
    pub fn union(self, other: Span) -> Option<Span> {
        (self.field == other.field).then(|| Span {
            field: self.field,
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        })
    }
}

/// Words of a document together with the place where they stand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Words {
    /// Where they stand.
    pub span: Span,
    /// The words, byte for byte.
    pub text: String,
}

/// Words as they are heard: in small letters, whatever the white space and the quotation marks.
pub(crate) fn heard(text: &str) -> String {
    let mut heard = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !heard.is_empty() {
            heard.push(' ');
        }
        let letters = word.chars().filter(|c| !matches!(c, '“' | '”' | '"'));
        let plain = letters.map(|c| if c == '’' { '\'' } else { c });
        heard.extend(plain.flat_map(char::to_lowercase));
    }
    heard
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_of_different_fields_never_meet() {
        let title = Span::new(Field::Title, 0..5);
        let text = Span::new(Field::Text, 0..5);
        assert!(!title.overlaps(text) && !title.contains(text) && title.union(text).is_none());
        assert!(title.overlaps(Span::new(Field::Title, 4..9)));
        assert!(!title.overlaps(Span::new(Field::Title, 5..9)));
    }
}
