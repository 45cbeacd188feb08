//! The words that a step rests on.

use crate::align::Part;
use crate::claim::{Claim, EvidenceKind};
use crate::proposition::{Qualifier, Term};
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
            .and_then(|term| of_term(claim, term))
            .into_iter()
            .collect(),
    }
}

/// The words of a term as they stand in the text, where the claim shows them: the term's own text may name what they point at,
/// and then has another length.
pub(super) fn of_term(claim: &Claim, term: &Term) -> Option<Words> {
    let (quote, span) = (&claim.quote, term.span);
    let length = span.end.checked_sub(span.start)?;
    let shown = claim.evidence.iter().find(|e| e.words.span == span);
    let start = span.start.checked_sub(quote.span.start);
    let quoted = || {
        let start = start.filter(|_| span.field == quote.span.field)?;
        quote.text.get(start..start + length)
    };
    let own = Some(term.text.as_str()).filter(|text| text.len() == length);
    let text = shown.map(|e| e.words.text.as_str()).or_else(quoted).or(own)?;
    Some(Words {
        span,
        text: text.to_owned(),
    })
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
