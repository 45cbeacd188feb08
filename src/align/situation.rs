//! Whether two documents tell of one situation: by the names they share.

use std::collections::{BTreeMap, BTreeSet};

use crate::align::Situation;
use crate::claim::Claim;

/// The situation of every two documents.
#[derive(Debug)]
pub(crate) struct Situations<'c> {
    names: BTreeMap<&'c str, BTreeSet<&'c str>>,
}

/// Gathers the names that each document speaks of.
pub(crate) fn situations(claims: &[Claim]) -> Situations<'_> {
    let mut names: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for claim in claims {
        names
            .entry(&claim.document)
            .or_default()
            .extend(claim.proposition.names());
    }
    Situations { names }
}

impl Situations<'_> {
    /// One situation, if the two documents share names enough: two, and a quarter of those of the one with fewer; or if
    /// neither names anybody.
    pub(crate) fn of(&self, a: &str, b: &str) -> Situation {
        let (Some(x), Some(y)) = (self.names.get(a), self.names.get(b)) else {
            return Situation::Unknown;
        };
        let shared = x.intersection(y).count();
        let fewer = x.len().min(y.len());
        if shared >= 2 && 4 * shared >= fewer || fewer <= 1 && shared == fewer {
            Situation::One
        } else {
            Situation::Unknown
        }
    }
}
