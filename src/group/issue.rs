//! A question that the documents answer differently, and the answers.

use serde::{Deserialize, Serialize};

use crate::claim::Fnv;
use crate::judgement::Voice;

/// What differs from position to position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Varies {
    /// Whether it is so.
    Polarity,
    /// Who or what fills one place.
    Value,
    /// How much or how many.
    Quantity,
    /// When.
    Time,
    /// Where.
    Place,
    /// How sure anybody is of it.
    Certainty,
}

impl Varies {
    /// The words for it, as they are printed.
    pub fn as_str(self) -> &'static str {
        match self {
            Varies::Polarity => "whether it is so",
            Varies::Value => "who or what",
            Varies::Quantity => "how many or how much",
            Varies::Time => "when",
            Varies::Place => "where",
            Varies::Certainty => "how surely",
        }
    }
}

/// A slot (a predicate with the arguments that stay fixed and one thing that varies) and the positions taken on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// A stable hash of what varies and of the ids of the claims, in hexadecimal; see [`Issue::new`].
    pub id: String,
    /// The slot in words, with a gap for what varies: "people killed: …".
    pub slot: String,
    /// What varies.
    pub varies: Varies,
    /// The positions, in order of first appearance.
    pub positions: Vec<Position>,
    /// The names of the sources that say nothing about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub silent: Vec<String>,
}

/// One answer to an issue, with those who give it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// The answer in words.
    pub value: String,
    /// The names of the sources in whose documents it stands, in their own voice or in that of somebody quoted.
    pub sources: Vec<String>,
    /// Who gives it.
    pub voices: Vec<Voice>,
    /// The ids of the claims that give it.
    pub claims: Vec<String>,
    /// How many of the voices are independent: copies of one text, and outlets that quote one speaker, count once.
    pub independent: usize,
}

impl Issue {
    /// Joins a slot and its positions, and computes the id: FNV-1a with 64 bits of what varies and of the sorted ids of
    /// all claims.
    pub fn new(
        slot: impl Into<String>,
        varies: Varies,
        positions: Vec<Position>,
        silent: Vec<String>,
    ) -> Issue {
        let id = Issue::identify(varies, &positions);
        Issue {
            id,
            slot: slot.into(),
            varies,
            positions,
            silent,
        }
    }

    pub(crate) fn identify(varies: Varies, positions: &[Position]) -> String {
        let mut claims: Vec<&str> = positions
            .iter()
            .flat_map(|p| p.claims.iter().map(String::as_str))
            .collect();
        claims.sort_unstable();
        let mut hash = Fnv::default();
        for part in std::iter::once(varies.as_str()).chain(claims) {
            hash.write(part.as_bytes());
            hash.write(&[0]);
        }
        hash.hex()
    }
}
