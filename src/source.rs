//! Who publishes, and what they published.

mod input;

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::measure::Date;
use crate::span::{Field, Span};

/// An outlet, body or person that publishes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Source {
    /// The name, as given.
    pub name: String,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl<S: Into<String>> From<S> for Source {
    fn from(name: S) -> Source {
        Source { name: name.into() }
    }
}

/// One text of a source, kept byte for byte as given.
///
/// ```
/// use crosscheck::Document;
///
/// let document = Document::new("The Harbour Post", "The bridge is open.").with_title("Bridge open again");
/// assert_eq!(document.source.name, "The Harbour Post");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The caller's id. A comparison gives documents without one the name of their source and a number ("Herald#2").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Who published it.
    pub source: Source,
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Where it can be found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The day it was published; relative dates in the text are read against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The text.
    pub text: String,
}

impl Document {
    /// A text of a source, with nothing else known.
    pub fn new(source: impl Into<Source>, text: impl Into<String>) -> Document {
        Document {
            source: source.into(),
            text: text.into(),
            ..Document::default()
        }
    }

    /// Sets the id.
    #[must_use]
    pub fn with_id(mut self, id: impl Into<String>) -> Document {
        self.id = Some(id.into());
        self
    }

    /// Sets the title.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Document {
        self.title = Some(title.into());
        self
    }

    /// Sets the address.
    #[must_use]
    pub fn with_url(mut self, url: impl Into<String>) -> Document {
        self.url = Some(url.into());
        self
    }

    /// Sets the day of publication.
    #[must_use]
    pub fn with_date(mut self, date: Date) -> Document {
        self.date = Some(date);
        self
    }

    /// The whole of a field; a title that is not there is empty.
    pub fn field(&self, field: Field) -> &str {
        match field {
            Field::Title => self.title.as_deref().unwrap_or_default(),
            Field::Text => &self.text,
        }
    }

    /// The words at a span; `None` if it leaves its field or cuts a character.
    pub fn quote(&self, span: Span) -> Option<&str> {
        self.field(span.field).get(span.bytes())
    }

    /// The span counted in characters (Unicode scalar values).
    pub fn chars(&self, span: Span) -> Option<Range<usize>> {
        self.counted(span, |text| text.chars().count())
    }

    /// The span counted in UTF-16 code units, as browsers and the Web Annotation model count.
    pub fn utf16(&self, span: Span) -> Option<Range<usize>> {
        self.counted(span, |text| text.encode_utf16().count())
    }

    fn counted(&self, span: Span, count: impl Fn(&str) -> usize) -> Option<Range<usize>> {
        let before = count(self.field(span.field).get(..span.start)?);
        Some(before..before + count(self.quote(span)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_convert_to_characters_and_utf16() {
        let document = Document::new("x", "🦆 très bien");
        let span = Span::new(Field::Text, 5..10);
        assert_eq!(document.quote(span), Some("très"));
        assert_eq!(document.chars(span), Some(2..6));
        assert_eq!(document.utf16(span), Some(3..7));
        assert_eq!(document.quote(Span::new(Field::Text, 1..3)), None);
        assert_eq!(document.chars(Span::new(Field::Text, 5..99)), None);
    }
}
