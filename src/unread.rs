//! What could not be read: sentences that make no claim, and why.

use serde::{Deserialize, Serialize};

use crate::span::Words;

/// Why a sentence yielded no claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum UnreadReason {
    /// It was read, and nothing in it is claimed by anybody.
    NoClaim,
    /// It belongs to the page and not to the story: a newsletter line, a picture credit, "read more".
    Furniture,
    /// It asks.
    Question,
    /// It orders or invites.
    Imperative,
    /// It is no sentence: a list item, a heading without a predicate, a heap of signs.
    Fragment,
    /// It is not in English.
    NotEnglish,
}

impl UnreadReason {
    /// The words for it, as they are printed.
    pub fn as_str(self) -> &'static str {
        match self {
            UnreadReason::NoClaim => "no claim",
            UnreadReason::Furniture => "page furniture",
            UnreadReason::Question => "question",
            UnreadReason::Imperative => "imperative",
            UnreadReason::Fragment => "fragment",
            UnreadReason::NotEnglish => "not English",
        }
    }
}

/// A sentence that yielded no claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// The id of the document.
    pub document: String,
    /// The sentence.
    pub words: Words,
    /// Why.
    pub reason: UnreadReason,
}
