//! Whether two documents tell of one situation: by the names they share.

use std::collections::{BTreeSet, HashMap};

use crate::align::Situation;
use crate::align::numbers::Numbers;
use crate::claim::Claim;

/// What may be assumed of every two claims.
#[derive(Debug)]
pub(crate) struct Situations {
    /// For each document the names that it speaks of.
    names: Vec<BTreeSet<u32>>,
    claims: Vec<Entry>,
    known: HashMap<(u32, u32), Situation>,
}

/// A claim's document, and the names that it speaks of, in whatever case.
#[derive(Debug)]
struct Entry {
    document: u32,
    names: BTreeSet<u32>,
}

impl Situations {
    /// Gathers the names that each document and each claim speaks of.
    pub(crate) fn new(claims: &[Claim]) -> Situations {
        let (mut documents, mut written, mut folded) = (Numbers::new(), Numbers::new(), Numbers::new());
        let mut names: Vec<BTreeSet<u32>> = Vec::new();
        let mut entries = Vec::with_capacity(claims.len());
        for claim in claims {
            let document = documents.of(claim.document.as_str());
            names.resize_with(documents.len(), BTreeSet::new);
            let own = claim.proposition.names();
            entries.push(Entry {
                document,
                names: own.iter().map(|name| folded.of(name.to_lowercase())).collect(),
            });
            if let Some(all) = names.get_mut(document as usize) {
                all.extend(own.into_iter().map(|name| written.of(name)));
            }
        }
        Situations {
            names,
            claims: entries,
            known: HashMap::new(),
        }
    }

    /// What may be assumed of two claims, given by their places.
    pub(crate) fn of(&mut self, a: usize, b: usize) -> Situation {
        let (Some(x), Some(y)) = (self.claims.get(a), self.claims.get(b)) else {
            return Situation::Unknown;
        };
        let between = || between(&self.names, x.document, y.document);
        *self.known.entry((x.document, y.document)).or_insert_with(between)
    }

    /// Whether two claims, given by their places, speak of somebody or something of one name.
    pub(crate) fn share_a_name(&self, a: usize, b: usize) -> bool {
        match (self.claims.get(a), self.claims.get(b)) {
            (Some(x), Some(y)) => !x.names.is_disjoint(&y.names),
            _ => false,
        }
    }
}

/// One situation, if the two documents share names enough: two, and a quarter of those of the one with fewer; or if
/// neither names anybody.
fn between(names: &[BTreeSet<u32>], a: u32, b: u32) -> Situation {
    let (Some(x), Some(y)) = (names.get(a as usize), names.get(b as usize)) else {
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
