//! All, most, some: how much of a kind each speaks of.

use crate::align::Pair;
use crate::judge::evidence;
use crate::judgement::{Natural, Step};
use crate::proposition::Quantifier;

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    for part in pair.alignment().parts.iter().filter(|p| p.meets()) {
        let (Some(x), Some(y)) = (
            part.a.term(&pair.a().proposition),
            part.b.term(&pair.b().proposition),
        ) else {
            continue;
        };
        if x.entity.is_some() || y.entity.is_some() {
            continue;
        }
        let relation = match (strength(x.quantifier), strength(y.quantifier)) {
            (Some(p), Some(q)) if p > q => Natural::Forward,
            (Some(p), Some(q)) if p < q => Natural::Reverse,
            _ => continue,
        };
        let words = (
            evidence::of_part(pair.a(), part.a),
            evidence::of_part(pair.b(), part.b),
        );
        steps.push(
            Step::new(
                "quantifier",
                relation,
                950,
                "one speaks of more of them than the other",
            )
            .on(words.0, words.1),
        );
    }
}

/// How much a quantifier claims, where two can be set against each other. A negative one stands for "some": its negation is
/// in the commitments.
fn strength(quantifier: Quantifier) -> Option<u8> {
    match quantifier {
        Quantifier::All => Some(3),
        Quantifier::Most => Some(2),
        Quantifier::Some | Quantifier::Indefinite | Quantifier::No => Some(1),
        _ => None,
    }
}
