//! Two texts compared, as tests of the rules need them.

use crate::judgement::{Kind, Relation};
use crate::{Document, Report, compare};

/// How two articles of one story go on.
pub(super) const STORY: [&str; 2] = [
    "Mara Lind runs the port of Oslo. Lind met the mayor on Monday. Ferries to Nesodden are late.",
    "Mara Lind thanked the harbour police in Oslo. The port opens again next week. Rain is expected.",
];

/// Compares two texts.
pub(super) fn compared(a: &str, b: &str) -> Report {
    compare(&[Document::new("A", a), Document::new("B", b)]).expect("the documents have ids of their own")
}

/// Compares two articles that begin with two texts and go on as told.
pub(super) fn retold(a: &str, b: &str, [first, second]: [&str; 2]) -> Report {
    compared(&format!("{a} {first}"), &format!("{b} {second}"))
}

/// How two texts are related by the first of their links.
pub(super) fn relation(a: &str, b: &str) -> Option<Relation> {
    let report = compared(a, b);
    report.links().first().map(|l| l.judgement.relation)
}

/// The kinds of the conflicts that were found.
pub(super) fn conflicts(report: &Report) -> Vec<Kind> {
    let links = report.links().iter().map(|l| &l.judgement);
    let links = links.filter(|j| j.relation == Relation::Conflict);
    links.map(|j| j.kind).collect()
}
