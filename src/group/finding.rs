//! One finding, which several links may say again.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use itertools::Itertools;
use serde::{Deserialize, Serialize};

use crate::claim::Claim;
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

/// Gathers links into findings: strict conflicts, then tensions, then agreements, the surest first. A link whose quotes
/// overlap those of an earlier link of its kind on both sides says the same thing again.
pub(crate) fn findings(links: &[Link], claims: &[Claim]) -> Vec<Finding> {
    let by_id: BTreeMap<&str, &Claim> = claims.iter().map(|c| (c.id.as_str(), c)).collect();
    let order = |link: &&Link| {
        let rank = match (link.judgement.relation, link.judgement.strength) {
            (Relation::Conflict, Some(Strength::Tension)) => 1,
            (Relation::Conflict, _) => 0,
            _ => 2,
        };
        (rank, Reverse(link.judgement.confidence))
    };
    let mut found: Vec<(&Link, Finding)> = Vec::new();
    for link in links.iter().sorted_by_key(order) {
        let again = |lead: &Link| {
            let same = |x: &str, y: &str| match (by_id.get(x), by_id.get(y)) {
                (Some(x), Some(y)) => x.document == y.document && overlap(x.quote.span, y.quote.span),
                _ => false,
            };
            lead.judgement.relation == link.judgement.relation
                && (same(&lead.a, &link.a) && same(&lead.b, &link.b)
                    || same(&lead.a, &link.b) && same(&lead.b, &link.a))
        };
        match found.iter_mut().find(|(lead, _)| again(lead)) {
            Some((_, finding)) => finding.also.push(link.id.clone()),
            None => found.push((link, Finding::alone(link))),
        }
    }
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// Whether two quotes share at least half of the shorter one.
fn overlap(x: Span, y: Span) -> bool {
    let shared = x.end.min(y.end).saturating_sub(x.start.max(y.start));
    x.field == y.field && shared > 0 && 2 * shared >= x.len().min(y.len())
}
