//! What several rules ask of two claims: what words they or their sentences share, who holds and who denies it, and whose term is
//! the narrower.

use itertools::Itertools;

use crate::align::{Pair, PartMatch, is_number};
use crate::claim::Claim;
use crate::judgement::{Natural, Step};
use crate::proposition::Term;
use crate::span::Words;

/// Whether one voice holds what it says, and the other denies it.
pub(super) fn denied(pair: &Pair<'_>) -> bool {
    value(pair.a()).signum() * value(pair.b()).signum() < 0
}

/// How a claim's voice is committed to it, from -3 to 3; 0 where it takes no position.
pub(super) fn value(claim: &Claim) -> i8 {
    claim.voice().factuality.value().unwrap_or_default()
}

/// Whether a number is among the shared words, if both claims have one.
pub(super) fn counts_alike(pair: &Pair<'_>, shared: &[Words]) -> bool {
    let part = |c: char| !c.is_alphanumeric();
    let counts = |claim: &Claim| claim.quote.text.split(part).any(is_number);
    shared.iter().any(|w| is_number(&w.text)) || !(counts(pair.a()) && counts(pair.b()))
}

/// Whether the steps find two claims to agree.
pub(super) fn agree(steps: &[Step]) -> bool {
    steps.iter().all(|s| !s.gate && s.relation.is_near())
}

/// How sure all steps together are, in thousandths.
pub(super) fn reliability(steps: &[Step]) -> u32 {
    let product = |sure: u32, step: &Step| sure * u32::from(step.reliability) / 1000;
    steps.iter().fold(1000, product)
}

/// The words between quotation marks, in the order of the text.
pub(super) fn quoted(words: &[Words]) -> impl Iterator<Item = String> {
    let words = words.iter().sorted_by_key(|w| w.span);
    words.map(|w| format!("{:?}", w.text))
}

/// The two terms of a part, the narrower one first; none where neither is narrower.
pub(super) fn by_width<'p>(pair: &Pair<'p>, part: &PartMatch) -> Option<(&'p Term, &'p Term)> {
    let a = part.a.term(&pair.a().proposition)?;
    let b = part.b.term(&pair.b().proposition)?;
    match part.terms.relation {
        Natural::Forward => Some((a, b)),
        Natural::Reverse => Some((b, a)),
        _ => None,
    }
}
