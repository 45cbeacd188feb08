//! A word of a document that can stand for something that happens or holds, with where everybody stands towards it.

use serde::{Deserialize, Serialize};

use crate::commitment::{Commitment, Factuality};
use crate::span::Words;

/// A verb, adjective or noun, and who is committed to what it stands for.
///
/// Claims are made from some of these words; a document's events hold all of them, also those that nobody is committed to
/// ("asked whether it *closed*").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The word.
    pub words: Words,
    /// What negates it: words, or the part of a word ("un" in "unpleasant").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub negators: Vec<Words>,
    /// Where everybody stands towards the event.
    pub event: Standing,
    /// The same towards the clause of the word as it is worded, before its own negators and hedges: who says "it may rain"
    /// is certain that it may.
    pub clause: Standing,
}

/// Where everybody stands towards something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// One commitment for every holder, the author always first, then from the outermost holder inwards.
    pub commitments: Vec<Commitment>,
    /// Which way the words lean where nobody is committed: 1 for what is wanted, planned, tried, supposed or has to be done,
    /// −1 for its opposite ("wants it not to close"), 0 for what is asked.
    pub leaning: i8,
}

impl Standing {
    /// The commitment that counts: the author's unless the author takes no position, else that of the outermost holder who
    /// takes one.
    pub fn factuality(&self) -> Factuality {
        let mut stands = self.commitments.iter().map(|c| c.factuality);
        stands
            .find(|f| *f != Factuality::Uncommitted)
            .unwrap_or(Factuality::Uncommitted)
    }

    /// The place on the scale from −3 (certainly not) to 3 (certainly so): that of the commitment that counts, or, where
    /// nobody is committed, the leaning.
    pub fn value(&self) -> i8 {
        match self.factuality() {
            Factuality::Uncommitted => self.leaning,
            Factuality::Unproven => 0,
            factuality => factuality.value().unwrap_or(0),
        }
    }
}
