//! All, most, some, more: how much of a kind each speaks of.

use crate::align::Pair;
use crate::judge::evidence;
use crate::judgement::{Kind, Natural, Step};
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
        let (p, q) = (x.quantifier, y.quantifier);
        let apart = exclude(p, q) || exclude(q, p);
        let relation = match (strength(p), strength(q)) {
            _ if apart => Natural::Alternation,
            (Some(p), Some(q)) if p > q => Natural::Forward,
            (Some(p), Some(q)) if p < q => Natural::Reverse,
            _ => continue,
        };
        let words = (
            evidence::of_part(pair.a(), part.a),
            evidence::of_part(pair.b(), part.b),
        );
        let note = "one speaks of more of them than the other";
        let made = Step::new("quantifier", relation, 950, note).on(words.0, words.1);
        steps.push(if apart { made.with_kind(Kind::Degree) } else { made });
    }
}

fn exclude(larger: Quantifier, smaller: Quantifier) -> bool {
    use Quantifier::{All, Few, Fewer, More, Most};
    matches!((larger, smaller), (All | Most, Few) | (More, Fewer))
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

#[cfg(test)]
mod tests {
    use crate::judge::fixture::compared;
    use crate::judgement::Relation;

    #[test]
    fn most_and_few_exclude_each_other_in_articles() {
        let found = |a: &str, b: &str| {
            let report = compared(a, b);
            report.links().first().map(|l| l.judgement.relation)
        };
        let most = "Most voters in Tollard backed the plan.";
        assert_eq!(
            found(most, "Few voters in Tollard backed the plan."),
            Some(Relation::Conflict)
        );
        assert_eq!(
            found("More voters came this year.", "Fewer voters came this year."),
            Some(Relation::Conflict)
        );
        assert_eq!(
            found(most, "Some voters in Tollard backed the plan."),
            Some(Relation::Agree)
        );
    }
}
