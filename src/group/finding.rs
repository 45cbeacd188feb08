//! One finding, which several links may say again.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use itertools::Itertools;
use serde::{Deserialize, Serialize};

use crate::claim::{Basis, Claim};
use crate::judgement::{Link, Relation, Strength};
use crate::span::Span;

/// An agreement or a conflict, shown once however many pairs of sentences say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The id of the link that says it best.
    pub link: String,
    /// The ids of the links that say it again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

impl Finding {
    /// A finding of one link.
    pub fn alone(link: &Link) -> Finding {
        Finding {
            link: link.id.clone(),
            also: Vec::new(),
        }
    }
}

/// Gathers links into findings: strict conflicts, then tensions, then agreements, the surest first; at last what both only take
/// for granted. A link whose quotes overlap those of an earlier link of its kind on both sides says the same thing again, and so
/// does one that rests on what two sentences share, if an earlier one is of claims in them.
pub(crate) fn findings(links: &[Link], claims: &[Claim]) -> Vec<Finding> {
    let place: BTreeMap<&str, usize> = claims
        .iter()
        .enumerate()
        .map(|(i, c)| (c.id.as_str(), i))
        .collect();
    let neighbours = neighbours(claims);
    let near = |i: usize| neighbours.get(i).map(Vec::as_slice).unwrap_or_default();
    let claim = |id: &str| claims.get(*place.get(id)?);
    let granted = |id: &str| claim(id).is_some_and(|c| c.basis == Basis::Presupposed);
    let order = |link: &&Link| {
        let rank = match (link.judgement.relation, link.judgement.strength) {
            (Relation::Conflict, Some(Strength::Tension)) => 1,
            (Relation::Conflict, _) => 0,
            _ if granted(&link.a) && granted(&link.b) => 3,
            _ => 2,
        };
        let by_sentences = link.judgement.is_by_sentences();
        (rank, by_sentences, Reverse(link.judgement.confidence))
    };
    let sentence = |i: usize| claims.get(i).map(|c| (c.document.as_str(), c.sentence));
    let mut found: Vec<Finding> = Vec::new();
    let mut leads: BTreeMap<(Relation, usize, usize), usize> = BTreeMap::new();
    let mut sentences = BTreeMap::new();
    for link in links.iter().sorted_by_cached_key(order) {
        let (Some(&a), Some(&b)) = (place.get(link.a.as_str()), place.get(link.b.as_str())) else {
            continue;
        };
        let relation = link.judgement.relation;
        let lead = near(a)
            .iter()
            .cartesian_product(near(b))
            .filter_map(|(&x, &y)| leads.get(&(relation, x.min(y), x.max(y))))
            .min()
            .copied();
        let told = (relation, sentence(a.min(b)), sentence(a.max(b)));
        let again = || sentences.get(&told).filter(|_| link.judgement.is_by_sentences());
        let lead = lead.or_else(|| again().copied());
        if let Some(finding) = lead.and_then(|i| found.get_mut(i)) {
            finding.also.push(link.id.clone());
        } else {
            leads.insert((relation, a.min(b), a.max(b)), found.len());
            sentences.entry(told).or_insert(found.len());
            found.push(Finding::alone(link));
        }
    }
    found
}

/// For each claim the claims, itself included, whose quotes overlap its own.
fn neighbours(claims: &[Claim]) -> Vec<Vec<usize>> {
    let mut of_document: BTreeMap<&str, Vec<(Span, usize)>> = BTreeMap::new();
    for (i, claim) in claims.iter().enumerate() {
        of_document
            .entry(&claim.document)
            .or_default()
            .push((claim.quote.span, i));
    }
    let mut neighbours = vec![Vec::new(); claims.len()];
    for spans in of_document.values_mut() {
        spans.sort_unstable();
        for (n, &(span, i)) in spans.iter().enumerate() {
            let rest = spans
                .iter()
                .skip(n)
                .take_while(|(other, _)| other.field == span.field && other.start < span.end);
            for &(_, j) in rest.filter(|(other, j)| *j == i || overlap(span, *other)) {
                for (x, y) in [(i, j), (j, i)] {
                    if let Some(own) = neighbours.get_mut(x)
                        && !own.contains(&y)
                    {
                        own.push(y);
                    }
                }
            }
        }
    }
    neighbours
}

/// Whether two quotes share at least half of the shorter one.
fn overlap(x: Span, y: Span) -> bool {
    let shared = x.end.min(y.end).saturating_sub(x.start.max(y.start));
    x.field == y.field && shared > 0 && 2 * shared >= x.len().min(y.len())
}
