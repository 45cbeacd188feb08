//! When: claims of different times do not meet, unless the thing happens just once.

use itertools::Itertools;

use crate::align::{Pair, PartMatch, WordRelation, pos};
use crate::claim::Claim;
use crate::judge::evidence;
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::predicates::{self, Aspect};
use crate::measure::{Bound, Granularity, PeriodRelation, QuantityRelation};
use crate::proposition::{Argument, PredicateClass, Proposition, Quantifier, Role, Tense};

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    if let Some(step) = of_another_year(pair) {
        steps.push(step);
    }
    let Some(relation) = pair.alignment().times else {
        return;
    };
    let made = match relation {
        PeriodRelation::Same => Step::new(
            "time.same",
            Natural::Equivalence,
            990,
            "both speak of the same time",
        ),
        PeriodRelation::Within => Step::new(
            "time.within",
            Natural::Forward,
            960,
            "the first tells the time more precisely",
        )
        .beside_the_core(),
        // Who has led it since March led it in May.
        PeriodRelation::Contains if lasts(pair) => Step::new(
            "time.since",
            Natural::Forward,
            940,
            "what has been so since then was so at that time",
        )
        .beside_the_core(),
        PeriodRelation::Contains => Step::new(
            "time.within",
            Natural::Reverse,
            960,
            "the second tells the time more precisely",
        )
        .beside_the_core(),
        PeriodRelation::Disjoint if once(pair) => Step::new(
            "time.once",
            Natural::Alternation,
            850,
            "it happens once, and the times differ",
        )
        .with_kind(Kind::Time),
        PeriodRelation::Disjoint if pair.alignment().documents && one_event(pair) => Step::new(
            "time.event",
            Natural::Alternation,
            680,
            "one thing is told of the same, and the times are far apart",
        )
        .with_kind(Kind::Time)
        .in_tension(),
        PeriodRelation::Disjoint => Step::new(
            "time.different",
            Natural::Independence,
            950,
            "they speak of different times",
        )
        .failed(Kind::DifferentTime),
        PeriodRelation::Overlaps | PeriodRelation::Unknown => return,
    };
    steps.push(made.on(evidence::of_times(pair.a()), evidence::of_times(pair.b())));
}

/// "Turnout was 41 percent", "in 2017 turnout had been 38 percent": other numbers are of other times where one names a year, and
/// the other tells of the time that its article is about.
fn of_another_year(pair: &Pair<'_>) -> Option<Step> {
    let alignment = pair.alignment();
    let numbers = alignment.quantities.map(|(.., relation)| relation);
    if !alignment.documents || numbers != Some(QuantityRelation::Disjoint) {
        return None;
    }
    let stood = |claim: &Claim| claim.proposition.predicate.class != PredicateClass::Event;
    let in_year = |claim: &Claim| {
        let mut times = claim.proposition.times();
        times.any(|t| t.bound == Bound::At && t.granularity >= Granularity::Year)
    };
    let (a, b) = (pair.a(), pair.b());
    let untimed = |claim: &Claim| claim.proposition.times().next().is_none();
    let apart = in_year(a) && untimed(b) || in_year(b) && untimed(a);
    (apart && stood(a) && stood(b)).then(|| {
        Step::new(
            "time.another",
            Natural::Independence,
            900,
            "one tells how it stood in another year",
        )
        .failed(Kind::DifferentTime)
        .on(evidence::of_times(a), evidence::of_times(b))
    })
}

/// Whether both tell of one deed to somebody named, each in a month or a year: who was kidnapped in May and in April was
/// hardly kidnapped twice, while a week sees two of many things.
fn one_event(pair: &Pair<'_>) -> bool {
    let alignment = pair.alignment();
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let past = |p: &Proposition| matches!(p.predicate.tense, Tense::Past);
    let aspect = |p: &Proposition| predicates::aspect(&p.predicate.lemma, pos(&p.predicate));
    let single =
        |p: &Proposition| p.predicate.class == PredicateClass::Event && past(p) && aspect(p).is_none();
    let far =
        |p: &Proposition| p.times().count() == 1 && p.times().all(|t| t.granularity >= Granularity::Month);
    let done = |p: &PartMatch| p.a.role(a) == Some(Role::Object) && p.b.role(b) == Some(Role::Object);
    let known = |p: &PartMatch| {
        p.terms.relation == Natural::Equivalence && p.a.term(a).is_some_and(|t| t.entity.is_some())
    };
    matches!(
        alignment.predicate.words,
        WordRelation::Same | WordRelation::Synonym
    ) && single(a)
        && single(b)
        && far(a)
        && far(b)
        && alignment.parts.iter().any(|p| done(p) && known(p))
        && alignment
            .parts
            .iter()
            .all(|p| p.meets() || !done(p) && !p.clashes())
}

/// Whether the first tells what has been so since a time.
fn lasts(pair: &Pair<'_>) -> bool {
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let state =
        |p: &Proposition| predicates::aspect(&p.predicate.lemma, pos(&p.predicate)) == Some(Aspect::State);
    state(a) && state(b) && a.times().any(|t| t.bound == Bound::Since)
}

/// Whether both were told within a month, as far as that is known.
fn told_together(pair: &Pair<'_>) -> bool {
    let days = pair.a().told_on().zip(pair.b().told_on());
    days.is_none_or(|(x, y)| (x.days() - y.days()).abs() <= 31)
}

/// Whether what a claim tells of happens but once to the same: "died", "took effect".
pub(super) fn happens_once(claim: &Claim) -> bool {
    let (p, predicate) = (&claim.proposition, &claim.proposition.predicate);
    let once = |phrase: &str| predicates::aspect(phrase, pos(predicate)) == Some(Aspect::Once);
    let with = |a: &Argument| {
        let words = [
            Some(predicate.lemma.as_str()),
            a.marker.as_deref(),
            Some(a.term.head.as_str()),
        ];
        a.term.quantifier == Quantifier::Bare && once(&words.into_iter().flatten().join(" "))
    };
    once(&predicate.lemma) || p.arguments.iter().any(with)
}

/// Whether both tell of something that happens just once to the same. In one situation, what is spoken of as known is held
/// or takes place once.
fn once(pair: &Pair<'_>) -> bool {
    let known = |p: &Proposition, role: Role| {
        p.arguments
            .iter()
            .any(|a| a.role == role && a.term.quantifier == Quantifier::Definite)
    };
    let once = |claim: &Claim| {
        let (p, predicate) = (&claim.proposition, &claim.proposition.predicate);
        // What is planned is planned for one time, unless that is of another month.
        let planned = predicate.tense == Tense::Future && told_together(pair);
        let thing = |p: &Proposition| {
            let role = p.argument(Role::Object).map_or(Role::Subject, |_| Role::Object);
            known(p, role)
        };
        let takes_place = match predicate.lemma.as_str() {
            "hold" | "stage" => known(p, Role::Object),
            "happen" | "occur" => known(p, Role::Subject),
            "open" | "reopen" | "begin" | "start" | "end" | "close" | "launch" => planned && thing(p),
            _ => false,
        };
        happens_once(claim) || takes_place && (planned || !pair.alignment().documents)
    };
    let met = pair
        .alignment()
        .parts
        .iter()
        .any(|p| p.terms.relation == Natural::Equivalence)
        && pair.alignment().parts.iter().all(PartMatch::meets);
    // Who discovers a comet may discover another.
    let new = |claim: &Claim| {
        claim.proposition.arguments.iter().any(|a| {
            a.role == Role::Object && matches!(a.term.quantifier, Quantifier::Indefinite | Quantifier::Some)
        })
    };
    let late = |claim: &Claim| claim.proposition.times().any(|t| t.bound == Bound::NotBefore);
    let single = once(pair.a()) && once(pair.b()) || late(pair.a()) || late(pair.b());
    met && single && !(new(pair.a()) && new(pair.b()))
}

#[cfg(test)]
mod tests {
    use crate::judge::fixture::{compared, conflicts};
    use crate::judgement::Kind;

    #[test]
    fn how_it_stood_in_another_year_excludes_nothing() {
        let kinds = |b: &str| conflicts(&compared("Turnout in Drammen was 41 per cent.", b));
        assert_eq!(kinds("Turnout in Drammen was 38 per cent."), [Kind::Quantity]);
        assert_eq!(kinds("In 2017 turnout in Drammen had been 38 per cent."), []);
        let same = "In 2017 turnout in Drammen was 41 per cent.";
        assert_eq!(
            compared("Turnout in Drammen was 41 per cent.", same)
                .links()
                .len(),
            1
        );
    }

    #[test]
    fn what_is_not_done_until_a_day_is_not_done_before() {
        let kinds = |a: &str, b: &str| conflicts(&compared(a, b));
        let late = "The old sluice in Drammen was not repaired until 14 May.";
        let early = "The old sluice in Drammen was repaired on 2 May.";
        assert_eq!(kinds(late, early), [Kind::Time]);
        assert_eq!(
            kinds(&late.replace("not repaired until", "repaired on"), early),
            []
        );
        assert_eq!(kinds(late, &early.replace("Drammen", "Oslo")), []);
    }

    #[test]
    fn one_deed_is_told_of_one_month() {
        let kinds = |a: &str, b: &str| conflicts(&compared(a, b));
        let may = "Pavel Novak was kidnapped in Yemen in May.";
        assert_eq!(kinds(may, "Novak was kidnapped in April."), [Kind::Time]);
        assert_eq!(kinds(may, "Mara Lind was kidnapped in April."), []);
        let monday = "Pavel Novak was fined on Monday.";
        assert_eq!(kinds(monday, "Novak was fined on Friday."), []);
    }
}
