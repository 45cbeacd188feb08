//! A word of a document that can stand for something that happens or holds, with where everybody stands towards it.

use serde::{Deserialize, Serialize};

use crate::commitment::{Commitment, Factuality, Holder};
use crate::span::Words;

/// A verb, adjective or noun, and who is committed to what it stands for.
///
/// Claims are made from some of these words; a document's events hold all of them, also those that nobody is committed to
/// ("may never *close*", "asked whether it *closed*").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The word.
    pub words: Words,
    /// What negates it: words, or the part of a word ("un" in "unpleasant").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub negators: Vec<Words>,
    /// One commitment for every holder, the author always first, then from the outermost holder inwards.
    pub commitments: Vec<Commitment>,
    /// The same towards the clause of the word as it is worded, before its own negators and hedges: who says "it may rain"
    /// is certain that it may.
    pub clause: Vec<Commitment>,
}

impl Event {
    /// The commitment that counts: the author's unless the author takes no position, else that of the outermost holder who does.
    pub fn factuality(&self) -> Factuality {
        speaking(&self.commitments)
    }

    /// The same, towards the clause as it is worded.
    pub fn clause_factuality(&self) -> Factuality {
        speaking(&self.clause)
    }

    /// Whether the author leaves it to somebody else whether it is so.
    pub fn is_reported(&self) -> bool {
        self.commitments.iter().any(|c| c.holder != Holder::Author)
    }
}

fn speaking(commitments: &[Commitment]) -> Factuality {
    let mut stands = commitments.iter().map(|c| c.factuality);
    stands
        .find(|f| *f != Factuality::Uncommitted)
        .unwrap_or(Factuality::Uncommitted)
}
