//! The one error of the crate: a caller's mistake, with what and where. Odd text is never an error.

use std::fmt;

use thiserror::Error as ThisError;

/// What a caller did that cannot be done, and where.
///
/// Opaque, so that new reasons never break a caller; the predicates tell the sorts apart.
#[derive(ThisError)]
#[error(transparent)]
pub struct Error(#[from] Reason);

// What `main` returns and what `unwrap` meets is printed by Debug, and is to be read there too.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            self.0.fmt(f)
        } else {
            fmt::Display::fmt(self, f)
        }
    }
}

// An error is plain data: nothing of it can be left half changed by a panic.
impl std::panic::UnwindSafe for Error {}
impl std::panic::RefUnwindSafe for Error {}

#[derive(Debug, ThisError)]
pub(crate) enum Reason {
    #[error(
        "two documents have the id {id:?}: ids must be unique (documents {first} and {second}, counted from 1)"
    )]
    DuplicateDocument { id: String, first: usize, second: usize },
    #[error("{place}: {what}")]
    Input { place: String, what: String },
    #[error("{place}: {}", alone(source))]
    Json {
        place: String,
        source: serde_json::Error,
    },
    #[error("{place}: {what}")]
    Report { place: String, what: String },
    #[error("{setting}: {what}")]
    Setting { setting: &'static str, what: String },
    #[error("the judge failed on claims {a} and {b}: {source}")]
    Judge {
        a: String,
        b: String,
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// What a reader of JSON says, without the line and the column that it counts for itself.
fn alone(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    said.strip_suffix(&place).unwrap_or(&said).to_owned()
}

impl Error {
    /// A judge's own failure on a pair of claims, given by their ids.
    pub fn judge(
        a: impl Into<String>,
        b: impl Into<String>,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Error {
        Error(Reason::Judge {
            a: a.into(),
            b: b.into(),
            source: source.into(),
        })
    }

    pub(crate) fn input(place: impl Into<String>, what: impl Into<String>) -> Error {
        Error(Reason::Input {
            place: place.into(),
            what: what.into(),
        })
    }

    pub(crate) fn json(place: impl Into<String>, source: serde_json::Error) -> Error {
        Error(Reason::Json {
            place: place.into(),
            source,
        })
    }

    pub(crate) fn report(place: impl Into<String>, what: impl Into<String>) -> Error {
        Error(Reason::Report {
            place: place.into(),
            what: what.into(),
        })
    }

    pub(crate) fn setting(setting: &'static str, what: impl Into<String>) -> Error {
        Error(Reason::Setting {
            setting,
            what: what.into(),
        })
    }

    pub(crate) fn duplicate_document(id: impl Into<String>, first: usize, second: usize) -> Error {
        Error(Reason::DuplicateDocument {
            id: id.into(),
            first,
            second,
        })
    }

    /// Whether two documents were given one id.
    pub fn is_duplicate_document(&self) -> bool {
        matches!(self.0, Reason::DuplicateDocument { .. })
    }

    /// Whether a document file could not be read as what it should be.
    pub fn is_input(&self) -> bool {
        matches!(self.0, Reason::Input { .. } | Reason::Json { .. })
    }

    /// Whether a report that was read back does not hold together.
    pub fn is_report(&self) -> bool {
        matches!(self.0, Reason::Report { .. })
    }

    /// Whether a setting of the comparer is impossible.
    pub fn is_setting(&self) -> bool {
        matches!(self.0, Reason::Setting { .. })
    }

    /// Whether a judge failed.
    pub fn is_judge(&self) -> bool {
        matches!(self.0, Reason::Judge { .. })
    }
}
