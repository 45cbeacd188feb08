//! The words that a step rests on.

use crate::align::Part;
use crate::claim::{Claim, EvidenceKind};
use crate::proposition::Qualifier;
use crate::span::Words;

/// The words of a claim's predicate.
pub(super) fn of_predicate(claim: &Claim) -> Vec<Words> {
    claim
        .evidence
        .iter()
        .filter(|e| e.kind == EvidenceKind::Predicate)
        .map(|e| e.words.clone())
        .collect()
}

/// The words of a part of a claim's proposition.
pub(super) fn of_part(claim: &Claim, part: Part) -> Vec<Words> {
    match part {
        Part::Qualifier(i) if part.term(&claim.proposition).is_none() => of_qualifier(claim, i),
        _ => part
            .term(&claim.proposition)
            .map(|term| {
                let said = claim.evidence.iter().find(|e| e.words.span == term.span);
                let text = said.map_or_else(|| term.text.clone(), |e| e.words.text.clone());
                Words {
                    span: term.span,
                    text,
                }
            })
            .into_iter()
            .collect(),
    }
}

/// The words of a time or a quantity.
pub(super) fn of_qualifier(claim: &Claim, index: usize) -> Vec<Words> {
    match claim.proposition.qualifiers.get(index) {
        Some(Qualifier::Time { words, .. } | Qualifier::Quantity { words, .. }) => vec![words.clone()],
        _ => Vec::new(),
    }
}

/// The words of all times of a claim.
pub(super) fn of_times(claim: &Claim) -> Vec<Words> {
    let times = claim.proposition.qualifiers.iter().filter_map(|q| match q {
        Qualifier::Time { words, .. } => Some(words.clone()),
        _ => None,
    });
    times.collect()
}
