//! All, most, some, more: how much of a kind each speaks of.

use crate::align::{Pair, PartMatch};
use crate::claim::Claim;
use crate::judge::evidence;
use crate::judge::shared::{denied, value};
use crate::judgement::{Kind, Natural, OTHERS, Step};
use crate::measure::{Dimension, Quantity};
use crate::proposition::{Quantifier, Term};

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    for part in pair.alignment().parts.iter().filter(|p| p.meets()) {
        let (Some(x), Some(y)) = (
            part.a.term(&pair.a().proposition),
            part.b.term(&pair.b().proposition),
        ) else {
            continue;
        };
        if x.entity.is_some() || y.entity.is_some() || says_of_all(pair, part) {
            continue;
        }
        let (p, q) = (x.quantifier, y.quantifier);
        let documents = pair.alignment().documents;
        let others = |term| some(term) && (documents || is_part(term));
        // "Not all of them did".
        let not_all = |claim, term: &Term| value(claim) < 0 && is_all(term);
        let parted = not_all(pair.a(), x) && some(y)
            || not_all(pair.b(), y) && some(x)
            // "Few of them did", "hardly any of them did".
            || p == Quantifier::Few && hardly(pair.b())
            || q == Quantifier::Few && hardly(pair.a());
        if denied(pair)
            && (parted || others(x) && others(y))
            && !(p == Quantifier::Most && q == Quantifier::Most)
        {
            let note = "it is so of some and not of others";
            let made = Step::new(OTHERS, Natural::Independence, 900, note);
            steps.push(made.failed(Kind::CanBothHold));
            return;
        }
        let counted = part.quantities.is_some();
        let less = |smaller, larger| more_than(larger, smaller) && !counted && says_no_more(pair);
        let apart = exclude(p, q) || exclude(q, p) || less(y, x) || less(x, y);
        let relation = match (strength(p), strength(q)) {
            _ if apart => Natural::Alternation,
            (Some(p), Some(q)) if p > q => Natural::Forward,
            (Some(p), Some(q)) if p < q => Natural::Reverse,
            // "Ten soldiers" are soldiers.
            _ if p == Quantifier::Number && several(y) => Natural::Forward,
            _ if q == Quantifier::Number && several(x) => Natural::Reverse,
            _ if counted => continue,
            // A third of the crew is less than the crew.
            _ if is_partitive(x) && matches!(q, Quantifier::All | Quantifier::Definite) => Natural::Reverse,
            _ if is_partitive(y) && matches!(p, Quantifier::All | Quantifier::Definite) => Natural::Forward,
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

/// "Three of the seven will close", "all seven stay open": where one says of all what excludes the other, no number matters.
pub(super) fn says_of_all(pair: &Pair<'_>, part: &PartMatch) -> bool {
    let terms = [
        part.a.term(&pair.a().proposition),
        part.b.term(&pair.b().proposition),
    ];
    let all = terms
        .into_iter()
        .flatten()
        .any(|t| t.quantifier == Quantifier::All);
    all && pair.alignment().predicate.words.excludes()
}

/// Whether it speaks of some of a kind, of which there may be others.
fn some(term: &Term) -> bool {
    let known = || term.text.to_lowercase().starts_with("the ");
    let share = term
        .quantity
        .as_ref()
        .is_some_and(|q| q.unit.dimension == Dimension::Share);
    match term.quantifier {
        Quantifier::Some | Quantifier::Most => true,
        Quantifier::Number if !share => !known() && term.plural,
        // "Half of them".
        _ => term
            .quantity
            .as_ref()
            .is_some_and(|q| q.unit.dimension == Dimension::Share && q.high.is_some_and(|high| high <= 0.5)),
    }
}

/// Whether it speaks of all: "any" under a verb that denies is none.
fn is_all(term: &Term) -> bool {
    term.quantifier == Quantifier::All && !term.text.to_lowercase().starts_with("any")
}

/// Whether it speaks of several, and does not tell how many.
fn several(term: &Term) -> bool {
    term.quantifier == Quantifier::Bare && term.plural && term.quantity.is_none() && term.members.is_empty()
}

/// "Some of them", "many": in one situation "some" may be the same ones, a part of them need not be.
fn is_part(term: &Term) -> bool {
    let text = term.text.to_lowercase();
    text.split(' ').nth(1) == Some("of") || text.starts_with("many ")
}

/// Whether a claim denies all but a few: "hardly any of them did".
fn hardly(claim: &Claim) -> bool {
    (-2..0).contains(&value(claim))
}

/// Whether the claims differ in nothing but in how many they speak of: three may have been freed in May, and all since.
fn says_no_more(pair: &Pair<'_>) -> bool {
    let alignment = pair.alignment();
    let manner = |claim: &Claim| claim.proposition.predicate.modifiers.len();
    let times = |claim: &Claim| claim.proposition.times().count();
    alignment.only_a.is_empty()
        && alignment.only_b.is_empty()
        && manner(pair.a()) == manner(pair.b())
        && times(pair.a()) == times(pair.b())
}

/// Whether the first speaks of more of them than the second counts: all are more than three of them, most more than half.
fn more_than(larger: &Term, smaller: &Term) -> bool {
    let counted = || smaller.quantity.as_ref().filter(|_| is_partitive(smaller));
    let share = |q: &Quantity| q.unit.dimension == Dimension::Share;
    match larger.quantifier {
        // "One of them" may be one among others.
        Quantifier::All => counted().is_some_and(|q| match (q.low, q.high) {
            (Some(_), Some(high)) if share(q) => high < 1.0,
            (Some(low), Some(_)) => low > 1.0,
            _ => false,
        }),
        Quantifier::Most => counted().is_some_and(|q| share(q) && q.high.is_some_and(|high| high <= 0.5)),
        _ => false,
    }
}

/// Whether it tells how many of them, or what share: "three of the twelve", "half of the voters", and not "300 residents of Lusk".
fn is_partitive(term: &Term) -> bool {
    let before = term.text.split(" of ").next().unwrap_or_default();
    let counter = before.rsplit(' ').next().unwrap_or_default().to_lowercase();
    term.quantifier == Quantifier::Number
        && before.len() < term.text.len()
        && !counter.starts_with(&term.head)
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
    use crate::judge::fixture::relation;
    use crate::judgement::Relation;

    #[test]
    fn some_do_and_others_do_not() {
        let some = "Some voters in Tollard backed the plan.";
        assert_eq!(
            relation(some, "Some voters in Tollard did not back the plan."),
            None
        );
        assert_eq!(
            relation(some, "Most voters in Tollard did not back the plan."),
            None
        );
        assert_eq!(
            relation(some, "No voters in Tollard backed the plan."),
            Some(Relation::Conflict)
        );
    }

    #[test]
    fn most_and_few_exclude_each_other_in_articles() {
        let most = "Most voters in Tollard backed the plan.";
        assert_eq!(
            relation(most, "Few voters in Tollard backed the plan."),
            Some(Relation::Conflict)
        );
        assert_eq!(
            relation("More voters came this year.", "Fewer voters came this year."),
            Some(Relation::Conflict)
        );
        assert_eq!(
            relation(most, "Some voters in Tollard backed the plan."),
            Some(Relation::Agree)
        );
    }
}
