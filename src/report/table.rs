//! How often each two sources agree and conflict.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::commitment::Holder;
use crate::judgement::{Judgement, Relation, Strength};

/// Agreements and conflicts counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Counts {
    /// How many findings agree.
    pub agreements: usize,
    /// How many are strict conflicts.
    pub conflicts: usize,
    /// How many are conflicts that are tensions.
    pub tensions: usize,
}

/// Two sources, or one source and itself where it has several documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The source whose documents come first.
    pub a: String,
    /// The other.
    pub b: String,
    /// Findings between the authors on both sides.
    pub own: Counts,
    /// Findings in which somebody speaks whom one of them quotes: neither is between the sources themselves.
    pub quoted: Counts,
}

/// The source × source table: a row for each two sources, in the order of the documents.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Table {
    /// The rows. A source stands in a row with itself only if there are findings between documents of its own.
    pub rows: Vec<Row>,
}

impl Counts {
    /// All of them together.
    pub fn total(self) -> usize {
        self.agreements + self.conflicts + self.tensions
    }

    fn count(&mut self, judgement: &Judgement) {
        match (judgement.relation, judgement.strength) {
            (Relation::Agree, _) => self.agreements += 1,
            (Relation::Conflict, Some(Strength::Tension)) => self.tensions += 1,
            (Relation::Conflict, _) => self.conflicts += 1,
            (Relation::Neutral, _) => {}
        }
    }
}

impl Table {
    /// The row of two sources, whichever is named first.
    pub fn between(&self, a: &str, b: &str) -> Option<&Row> {
        self.rows
            .iter()
            .find(|row| (row.a == a && row.b == b) || (row.a == b && row.b == a))
    }

    /// Counts judgements, each given with the sources of its two documents.
    pub(crate) fn count<'r>(
        sources: &[&str],
        judgements: impl Iterator<Item = (&'r str, &'r str, &'r Judgement)>,
    ) -> Table {
        let mut rows: Vec<Row> = Vec::new();
        for (i, a) in sources.iter().enumerate() {
            rows.extend(sources.iter().skip(i).map(|b| Row {
                a: (*a).to_owned(),
                b: (*b).to_owned(),
                own: Counts::default(),
                quoted: Counts::default(),
            }));
        }
        let mut table = Table { rows };
        let place: BTreeMap<&str, usize> = sources.iter().enumerate().map(|(i, name)| (*name, i)).collect();
        // The rows of a source follow those of all sources before it.
        let row_of = |a: usize, b: usize| {
            let (first, second) = (a.min(b), a.max(b));
            first * sources.len() - first * first.saturating_sub(1) / 2 + second - first
        };
        for (a, b, judgement) in judgements {
            let own =
                judgement.voice_a.holder == Holder::Author && judgement.voice_b.holder == Holder::Author;
            let row = match (place.get(a), place.get(b)) {
                (Some(&a), Some(&b)) => table.rows.get_mut(row_of(a, b)),
                _ => None,
            };
            if let Some(row) = row {
                if own { &mut row.own } else { &mut row.quoted }.count(judgement);
            }
        }
        table
            .rows
            .retain(|row| row.a != row.b || row.own.total() + row.quoted.total() > 0);
        table
    }
}
