//! Counts that differ and can both be right: taken one after the other, or one of a part of what the other is of.

use std::cmp::Ordering;

use crate::align::{Pair, Part, pos};
use crate::claim::Claim;
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::predicates::{self, Aspect};
use crate::measure::{Bound, PeriodRelation, Quantity, QuantityRelation};
use crate::proposition::{ModifierKind, PredicateClass, Proposition, Qualifier, Role, Tense, Term};

/// Why the numbers of two claims exclude nothing, though no value fits both.
pub(super) fn both_right(pair: &Pair<'_>) -> Option<Step> {
    let (rule, kind, note) = if in_turn(pair) || grown(pair) {
        (
            "quantity.superseded",
            Kind::Superseded,
            "one count was taken after the other",
        )
    } else if on_top(pair) {
        (
            "quantity.more",
            Kind::DifferentScope,
            "one number comes on top of what is not counted here",
        )
    } else if part_of_time(pair) {
        (
            "quantity.part",
            Kind::DifferentTime,
            "one number is of a part of the time that the other is of",
        )
    } else if part_of_place(pair) {
        (
            "quantity.place",
            Kind::DifferentPlace,
            "one number is of a place, and nothing says of where the other is",
        )
    } else {
        return None;
    };
    Some(Step::new(rule, Natural::Independence, 850, note).failed(kind))
}

/// "Another three people", "three more people", "three others": whether just one of the numbers is of those besides.
fn on_top(pair: &Pair<'_>) -> bool {
    let besides = |claim: &Claim, part: Part| {
        let words = part.term(&claim.proposition).map(|t| t.text.to_lowercase());
        let words: Vec<&str> = words.iter().flat_map(|text| text.split(' ')).take(4).collect();
        let than = |at: usize| words.get(at + 1) == Some(&"than");
        let says = |(at, word): (usize, &&str)| match *word {
            "another" | "other" | "others" | "further" | "additional" | "extra" => true,
            "more" => !than(at),
            _ => false,
        };
        words.iter().enumerate().any(says)
    };
    let parts = pair.alignment().parts.iter();
    let mut apart = parts.filter(|p| p.quantities == Some(QuantityRelation::Disjoint));
    apart.any(|p| besides(pair.a(), p.a) != besides(pair.b(), p.b))
}

/// "By Tuesday", "by Thursday"; "the initial toll", "the final toll".
fn in_turn(pair: &Pair<'_>) -> bool {
    let so_far = |p: &Proposition| {
        let mut times = p.times();
        times.any(|t| matches!(t.bound, Bound::Until | Bound::Since | Bound::Before))
    };
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let timed = a.times().next().is_some() && b.times().next().is_some();
    let apart = timed && pair.alignment().times != Some(PeriodRelation::Same);
    apart && (so_far(a) || so_far(b)) || stage(a) != stage(b)
}

/// "On Sunday the ministry said that 30 had died", "on Tuesday it said that 44 had"; and what was published on these days. So
/// counts grow of those whom something befalls, as long as it goes on, and not of who did something.
fn grown(pair: &Pair<'_>) -> bool {
    let (a, b) = (pair.a(), pair.b());
    let (Some(x), Some(y)) = (&a.as_of, &b.as_of) else {
        return false;
    };
    let later = match (x.is_resolved() && y.is_resolved()).then(|| x.from.cmp(&y.from)) {
        Some(later) => Some(later) == order(pair),
        None => true,
    };
    let parts = pair.alignment().parts.iter();
    let mut apart = parts.filter(|p| p.quantities == Some(QuantityRelation::Disjoint));
    let mut counts = || apart.any(|p| befell(a, p.a) && befell(b, p.b));
    later && x.compare(y) == PeriodRelation::Disjoint && !is_over(a) && !is_over(b) && counts()
}

/// Whether a part of a claim counts those whom it tells that something befell: who died, whom somebody arrested.
fn befell(claim: &Claim, part: Part) -> bool {
    let proposition = &claim.proposition;
    let predicate = &proposition.predicate;
    let alone = proposition.argument(Role::Object).is_none();
    let whom = match part.role(proposition) {
        Some(Role::Object) => true,
        Some(Role::Subject) => alone,
        _ => false,
    };
    whom && predicates::is_tallied(&predicate.lemma) && predicate.tense != Tense::Future
}

/// Whether a claim tells of what had long been over when it was made: the dead of 1912 are counted.
fn is_over(claim: &Claim) -> bool {
    let ended = claim.proposition.times().filter_map(|t| t.to).max();
    claim
        .told_on()
        .zip(ended)
        .is_some_and(|(told, ended)| told.days() - ended.days() > RECENT)
}

/// For how many days after it happened something is still being counted.
const RECENT: i64 = 60;

/// Whether a count is called an early one or a late one.
fn stage(proposition: &Proposition) -> Option<bool> {
    let adverbs = proposition.predicate.modifiers.iter();
    let adverbs = adverbs.filter(|m| m.kind == ModifierKind::Adverb);
    let subject = proposition.arguments.iter().flat_map(|a| &a.term.modifiers);
    adverbs.chain(subject).find_map(|m| match m.term.head.as_str() {
        "first" | "initial" | "initially" | "early" | "earlier" | "preliminary" | "provisional"
        | "originally" | "original" | "previously" => Some(false),
        "late" | "later" | "final" | "finally" | "eventually" | "subsequently" | "ultimately" | "latest"
        | "revised" | "updated" => Some(true),
        _ => None,
    })
}

/// "Sold 5,000 in May", "sold 31,000 in the first half of the year".
fn part_of_time(pair: &Pair<'_>) -> bool {
    let event = |claim: &Claim| claim.proposition.predicate.class == PredicateClass::Event;
    let smaller = match pair.alignment().times {
        Some(PeriodRelation::Within) => Ordering::Less,
        Some(PeriodRelation::Contains) => Ordering::Greater,
        _ => return false,
    };
    event(pair.a()) && event(pair.b()) && order(pair) == Some(smaller)
}

/// "Employs 300 in Hexley", "employs 4,000 worldwide"; "turnout in the north was 40 percent".
fn part_of_place(pair: &Pair<'_>) -> bool {
    let sited = |claim: &Claim| {
        let qualifiers = &claim.proposition.qualifiers;
        qualifiers.iter().any(|q| matches!(q, Qualifier::Place { .. }))
    };
    let (a, b) = (sited(pair.a()), sited(pair.b()));
    let be = |claim: &Claim| claim.proposition.predicate.lemma == "be";
    let lasts = |claim: &Claim| {
        let predicate = &claim.proposition.predicate;
        predicates::aspect(&predicate.lemma, pos(predicate)) == Some(Aspect::State)
    };
    let both = |test: &dyn Fn(&Claim) -> bool| test(pair.a()) && test(pair.b());
    let smaller = match (a, b) {
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        _ => return false,
    };
    both(&be) || both(&lasts) && order(pair) == Some(smaller)
}

/// Which of the first numbers of the two claims that exclude each other is the smaller.
fn order(pair: &Pair<'_>) -> Option<Ordering> {
    let alignment = pair.alignment();
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let of_terms = alignment.parts.iter().find_map(|p| {
        let apart = p.quantities == Some(QuantityRelation::Disjoint);
        let quantity = |term: Option<&Term>| least(term?.quantity.as_ref()?);
        apart.then(|| Some((quantity(p.a.term(a))?, quantity(p.b.term(b))?)))?
    });
    let measured = |p: &Proposition, at: usize| match p.qualifiers.get(at) {
        Some(Qualifier::Quantity { quantity, .. }) => least(quantity),
        _ => None,
    };
    let of_predicates = || {
        let (i, j, _) = alignment.quantities?;
        Some((measured(a, i)?, measured(b, j)?))
    };
    let (x, y) = of_terms.or_else(of_predicates)?;
    x.partial_cmp(&y)
}

fn least(quantity: &Quantity) -> Option<f64> {
    quantity.low.or(quantity.high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, claims, relate};

    fn kind(a: (&str, &str), b: (&str, &str)) -> Kind {
        let read = |(text, date): (&str, &str)| {
            let document = Document::new("Herald", text).with_date(date.parse().expect("a date"));
            claims(&document).into_iter().next().expect("a claim")
        };
        relate(&read(a), &read(b)).kind
    }

    #[test]
    fn a_later_count_of_the_dead_supersedes_an_earlier_one() {
        let (thirty, forty) = (
            "Thirty people died in the Lusk fire.",
            "Forty people died in the Lusk fire.",
        );
        let (sunday, tuesday) = ("2026-03-01", "2026-03-03");
        assert_eq!(kind((thirty, sunday), (forty, tuesday)), Kind::Superseded);
        assert_eq!(kind((forty, tuesday), (thirty, sunday)), Kind::Superseded);
        assert_eq!(kind((thirty, sunday), (forty, sunday)), Kind::Quantity);
        let of_1912 = |text| format!("{text} in 1912");
        assert_eq!(
            kind(
                (&of_1912("Thirty people died in Lusk"), sunday),
                (&of_1912("Forty people died in Lusk"), tuesday)
            ),
            Kind::Quantity
        );
        // The dead do not become fewer.
        assert_eq!(kind((forty, sunday), (thirty, tuesday)), Kind::Quantity);
    }

    #[test]
    fn those_besides_are_counted_apart() {
        let conflicts = |a: &str| {
            let two = "Two people died in the fire in Hexley.";
            crate::judge::fixture::conflicts(&crate::judge::fixture::compared(a, two)).len()
        };
        assert_eq!(conflicts("Another three people died in the fire in Hexley."), 0);
        assert_eq!(conflicts("Three more people died in the fire in Hexley."), 0);
        assert_eq!(conflicts("More than three people died in the fire in Hexley."), 1);
    }

    #[test]
    fn who_did_something_is_counted_once() {
        let a = "About 300 people marched through Lusk on Saturday.";
        let b = "About 1,000 people marched through Lusk on Saturday.";
        assert_eq!(kind((a, "2026-03-01"), (b, "2026-03-02")), Kind::Quantity);
        let (a, b) = (
            "Three gunmen killed 12 people in Lusk.",
            "Five gunmen killed 12 people in Lusk.",
        );
        assert_eq!(kind((a, "2026-03-01"), (b, "2026-03-02")), Kind::Quantity);
    }
}
