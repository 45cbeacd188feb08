//! Claims that are told in the same words: what their parts leave open, the words that both share can settle.
//!
//! Looked at last, and only where no rule has found that the two speak of different times, places, people or numbers.

use itertools::Itertools;

use crate::align::{Pair, Wording};
use crate::claim::{Claim, EvidenceKind};
use crate::commitment::Factuality;
use crate::judge::apart::{done_by_another, tell_of_it};
use crate::judge::counted::counted_otherwise;
use crate::judge::denial::{denies_a_part, limited};
use crate::judge::evidence;
use crate::judge::shared::{agree, counts_alike, denied, quoted, reliability};
use crate::judgement::{BY_WORDS, Kind, Natural, Step};
use crate::measure::PeriodRelation;
use crate::proposition::{PredicateClass, Quantifier, Term};
use crate::span::Words;

/// Takes what the parts of two claims leave open as said of one thing, if so many words are shared that it is.
pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let unsure = unsure(steps);
    if !unsure && !steps.last().is_some_and(leaves_open) {
        return;
    }
    let Some(settled) = settled(pair).filter(|s| !unsure || matches!(s, Settled::Same)) else {
        return;
    };
    let Some(shared) = &pair.alignment().wording else {
        return;
    };
    if matches!(settled, Settled::Same) && done_by_another(pair) {
        return;
    }
    // "Praised his players", "criticised his players": who does it is told alike, and not what.
    let opposite = steps.iter().find(|s| &*s.rule == "predicate.opposite").cloned();
    if opposite.is_some() && !matches!(settled, Settled::Same) {
        return;
    }
    steps.clear();
    steps.push(shown(shared));
    match settled {
        Settled::Same if opposite.is_some() => steps.extend(opposite),
        Settled::Same => {
            let mut more = |relation, of: u16, note: &'static str| {
                if of < WHOLE {
                    steps.push(Step::new("wording.more", relation, 1000, note).beside_the_core());
                }
            };
            more(Natural::Forward, shared.of_a, "the first says more");
            more(Natural::Reverse, shared.of_b, "the second says more");
        }
        Settled::Denied => {}
        Settled::Counted(a, b) => steps.push(
            Step::new(
                "wording.number",
                Natural::Alternation,
                900,
                "the numbers exclude each other",
            )
            .with_kind(Kind::Quantity)
            .on(a, b),
        ),
        Settled::Lacking(a, b) => steps.push(
            Step::new(
                "wording.without",
                Natural::Negation,
                800,
                "what the one tells is lacking in the other",
            )
            .with_kind(Kind::Negation)
            .on(a, b),
        ),
    }
}

/// The step that shows the shared words.
pub(super) fn shown(shared: &Wording) -> Step {
    let sure = sure(shared.score());
    Step::new(BY_WORDS, Natural::Equivalence, sure, told(shared))
        .on(shared.a.clone(), shared.b.clone())
        .with_kind(Kind::Same)
}

/// What the words that two claims share come to.
enum Settled {
    /// Both say the same.
    Same,
    /// One denies what the other holds.
    Denied,
    /// Both count the same, and come to different numbers.
    Counted(Vec<Words>, Vec<Words>),
    /// One tells of what the other is without.
    Lacking(Vec<Words>, Vec<Words>),
}

/// Names the shared words, as the first says them and in its order.
fn told(shared: &Wording) -> String {
    let like = shared.alike.iter().sorted_by_key(|(a, _)| a.span);
    let like = like.map(|(a, b)| format!("{:?} like {:?}", a.text, b.text));
    format!(
        "both say, and little else here does, {}",
        quoted(&shared.a).chain(like).format(", ")
    )
}

/// Whether [`rule`] may settle what no other rule can.
pub(super) fn settles(pair: &Pair<'_>) -> bool {
    settled(pair).is_some()
}

fn settled(pair: &Pair<'_>) -> Option<Settled> {
    let shared = pair.alignment().wording.as_ref()?;
    if pair.alignment().times == Some(PeriodRelation::Disjoint) {
        return None;
    }
    let factuality = |claim: &Claim| claim.voice().factuality;
    // What is said not to be known is set against what is told, and not against what shares its words.
    let unproven = |claim: &Claim| factuality(claim) == Factuality::Unproven;
    if unproven(pair.a()) != unproven(pair.b())
        && !pair.alignment().denied.is_some_and(|d| d.told && d.matter)
    {
        return None;
    }
    // What is only possible need not be what is so.
    let possible = |claim: &Claim| factuality(claim).value().is_some_and(|v| v.abs() == 1);
    if possible(pair.a()) != possible(pair.b()) && shared.score() < MUCH {
        return None;
    }
    if denied(pair) {
        // What one denies in the words in which the other holds something is as often another thing.
        let first = factuality(pair.a()).value().is_some_and(|v| v < 0);
        let denied = if first { pair.a() } else { pair.b() };
        let told = pair.alignment().denied.is_some_and(|d| d.told);
        let other = if first { pair.b() } else { pair.a() };
        return denies(denied, other, shared, told).then_some(Settled::Denied);
    }
    if let Some((a, b)) = counted_otherwise(pair, shared) {
        let told = tell_of_it(pair, shared, &[a.as_slice(), b.as_slice()].concat());
        return told.then_some(Settled::Counted(a, b));
    }
    // "Would die without treatment": not that there was none.
    let certain = [pair.a(), pair.b()].map(factuality) == [Factuality::CertainPositive; 2];
    if let Some((a, b)) = lacking(pair, shared).filter(|_| certain) {
        return Some(Settled::Lacking(a, b));
    }
    // A word or two of a long sentence say little of what it is about.
    if shared.of_a.min(shared.of_b) < PART && shared.weight < MUCH {
        return None;
    }
    let of_it = tell_of_it(pair, shared, &[]);
    (of_it && shared.score() >= SAME && counts_alike(pair, &shared.a)).then_some(Settled::Same)
}

/// Whether what a claim denies is among the shared words: its predicate, if the other tells it or it says what somebody is, or
/// that of which there is none.
fn denies(claim: &Claim, other: &Claim, shared: &Wording, told: bool) -> bool {
    let none = |t: &&Term| t.quantifier == Quantifier::No;
    let terms = claim.proposition.arguments.iter().map(|a| &a.term);
    // Where all words are shared, what one of them denies stands in the other as well.
    let whole = shared.of_a.min(shared.of_b) >= 900;
    let predicate = &claim.proposition.predicate;
    // "Is not a financial publication" says nothing of "the publication of a report".
    let deed = other.proposition.predicate.class == PredicateClass::Event;
    let told = told || predicate.class == PredicateClass::Nominal && !deed;
    // "Knew it was a false story", "the story was false": what denies it is said by both.
    let mut negators = claim.evidence.iter().filter(|e| e.kind == EvidenceKind::Negator);
    let both = negators.any(|e| shared.has(&e.words.text));
    !whole
        && !both
        && !limited(claim)
        && !denies_a_part(claim)
        && (told && shared.has(&predicate.lemma)
            || terms
                .filter(none)
                .any(|t| shared.has(&t.head) && !says_none(other, &t.text) && !is_of_another(t, other)))
}

/// "No trace of a blow" is no word of traces of blood.
fn is_of_another(none: &Term, other: &Claim) -> bool {
    let of = |term: &'_ Term| -> Vec<String> {
        let of = term
            .modifiers
            .iter()
            .filter(|m| m.marker.as_deref() == Some("of"));
        of.map(|m| m.term.head.clone()).collect()
    };
    let own = of(none);
    let mut terms = other.proposition.arguments.iter().map(|a| &a.term);
    let apart = |term: &Term| {
        let others = of(term);
        !others.is_empty() && !others.iter().any(|head| own.contains(head))
    };
    !own.is_empty() && terms.any(|term| term.head == none.head && apart(term))
}

/// The words for a thing that both name, if the one is without it and the other tells of it: "signed an agreement", "broke up
/// without an agreement".
fn lacking(pair: &Pair<'_>, shared: &Wording) -> Option<(Vec<Words>, Vec<Words>)> {
    let met = |claim: &Claim, wanted: &dyn Fn(bool, &Term) -> bool| -> Option<(String, Vec<Words>)> {
        let mut arguments = claim.proposition.arguments.iter();
        let found = arguments.find(|a| wanted(a.marker.as_deref() == Some("without"), &a.term))?;
        let words = evidence::of_term(claim, &found.term).into_iter().collect();
        Some((found.term.head.clone(), words))
    };
    let of = |lacks: &Claim, tells: &Claim| {
        let (head, none) = met(lacks, &|without, term| without && shared.has(&term.head))?;
        let (_, some) = met(tells, &|without, term| !without && term.head == head)?;
        Some((none, some))
    };
    of(pair.a(), pair.b()).or_else(|| of(pair.b(), pair.a()).map(|(b, a)| (a, b)))
}

/// Whether a claim is told in a sentence that says "no" of the same words as well.
fn says_none(claim: &Claim, none: &str) -> bool {
    claim.quote.text.to_lowercase().contains(&none.to_lowercase())
}

/// Whether the rules find the claims to agree, and less surely than their words show it.
fn unsure(steps: &[Step]) -> bool {
    agree(steps) && reliability(steps) < sure(0).into()
}

/// Whether a rule stopped for want of anything in common, not because something differs.
pub(super) fn leaves_open(last: &Step) -> bool {
    let differs = matches!(
        &*last.rule,
        "referent.different"
            | "referent.unknown"
            | "referent.single"
            | "predicate.opposite"
            | "otherwise.names"
    );
    last.gate && !differs && matches!(last.kind, Some(Kind::Unrelated | Kind::DifferentReferent))
}

/// How sure it is that claims which share so much are one: seen in pairs of news articles whose links were found by hand.
fn sure(score: u32) -> u16 {
    match score {
        ..MUCH => 560,
        MUCH..16_000 => 700,
        _ => 820,
    }
}

/// Claims that share less, in thousandths of a bit, need not say the same, whatever they speak of.
const SAME: u32 = 9_500;
/// Claims that share so much are very likely one.
pub(super) const MUCH: u32 = 11_000;

/// Words shared that are less of a claim, in thousandths, are not what it says.
const PART: u16 = 150;
/// Words shared that are so much of a claim, in thousandths, are as good as all of it.
pub(super) const WHOLE: u16 = 700;

#[cfg(test)]
mod tests {
    use crate::judge::fixture;
    use crate::judgement::{BY_WORDS, Kind, Relation};
    use crate::{Document, Report, compare};

    const FIRST: &str = "The harbour office of Oslo has been closed since Monday. Mara Lind runs the harbour office. \
        Lind spoke of leaking oil drums behind the old fish market. The mayor of Oslo will visit the harbour. Ferries to \
        Nesodden are late. Children were taken to a school nearby. Nobody in Oslo was hurt. Rain is expected.";
    const SECOND: &str = "Oslo's harbour office opens again next week. The office has a new roof. Behind the old fish market, \
        leaking drums of oil had been found by divers. Mara Lind thanked the harbour police. Ferries run as usual, says the \
        harbour office. The mayor of Oslo was in Bergen. A film about Oslo is shown tonight. Snow fell in Oslo.";

    fn compared(texts: &[&str]) -> Report {
        let named = texts.iter().enumerate();
        let documents: Vec<Document> = named
            .map(|(i, text)| Document::new(format!("Source {i}"), *text))
            .collect();
        compare(&documents).expect("the documents have ids of their own")
    }

    fn shared(report: &Report) -> Vec<(&str, &str)> {
        let by_words = |rule: &str| rule == BY_WORDS;
        let links = report
            .links()
            .iter()
            .filter(|l| l.judgement.steps.iter().any(|s| by_words(&s.rule)));
        links
            .filter(|l| l.judgement.relation == Relation::Agree)
            .filter_map(|l| {
                Some((
                    report.claim(&l.a)?.quote.text.as_str(),
                    report.claim(&l.b)?.quote.text.as_str(),
                ))
            })
            .collect()
    }

    #[test]
    fn what_is_told_in_words_that_are_rare_in_both_is_one_claim() {
        let report = compared(&[FIRST, SECOND]);
        let found = shared(&report);
        assert!(
            found
                .iter()
                .any(|(a, b)| a.contains("leaking oil drums") && b.contains("leaking drums of oil")),
            "{found:?}"
        );
        assert!(found.iter().all(|(a, _)| a.contains("drums")), "{found:?}");
    }

    /// The kinds of the conflicts between the two texts, with other words in the place of some.
    fn conflicts(a: (&str, &str), b: (&str, &str)) -> Vec<Kind> {
        fixture::conflicts(&compared(&[&FIRST.replace(a.0, a.1), &SECOND.replace(b.0, b.1)]))
    }

    #[test]
    fn other_numbers_of_one_thing_exclude_each_other() {
        let eleven = ("leaking drums of oil had", "eleven drums of oil had");
        assert_eq!(
            conflicts(("leaking oil drums", "seven oil drums"), eleven),
            [Kind::Quantity]
        );
        assert_eq!(conflicts(("leaking oil drums", "11 oil drums"), eleven), []);
        assert_eq!(
            conflicts(("leaking oil drums", "over nine oil drums"), eleven),
            []
        );
    }

    #[test]
    fn what_one_denies_and_the_other_holds_in_its_words_is_denied() {
        let leaks = ("spoke of leaking oil drums", "spoke of oil leaks");
        let none = "No oil leaks were seen behind the old fish market.";
        let found = "Behind the old fish market, leaking drums of oil had been found by divers.";
        assert_eq!(conflicts(leaks, (found, none)), [Kind::Negation]);
        let traces = |of: &str| ("spoke of leaking oil drums", format!("spoke of traces of {of}"));
        let trace = "No trace of paint was seen behind the old fish market.";
        let told = |of: &str| {
            let (from, to) = traces(of);
            conflicts((from, &to), (found, trace))
        };
        assert_eq!((told("paint"), told("oil")), (vec![Kind::Negation], vec![]));
        let other = none.replace("No oil leaks were seen", "The oil was never sold");
        assert_eq!(conflicts(leaks, (found, &other)), []);
    }

    #[test]
    fn numbers_of_two_things_and_times_settle_nothing() {
        let seven = FIRST.replace("leaking oil drums", "seven leaking oil drums");
        let eleven = SECOND.replace("found by divers", "found by eleven divers");
        assert_eq!(shared(&compared(&[&seven, &eleven])), []);
        let bells = FIRST.replace(
            "Nobody in Oslo was hurt.",
            "Bells rang in Drammen on Saturday night.",
        );
        let quiet = SECOND.replace("Snow fell in Oslo.", "Drammen slept on Saturday night.");
        assert!(
            shared(&compared(&[&bells, &quiet]))
                .iter()
                .all(|(a, _)| !a.contains("night"))
        );
    }

    #[test]
    fn what_one_is_without_the_other_tells() {
        let signed = "Beekeepers and fruit growers have signed an agreement.";
        let broke = "Talks of beekeepers and fruit growers broke up without an agreement.";
        let first = FIRST.replace("Children were taken to a school nearby.", signed);
        let second = SECOND.replace("Snow fell in Oslo.", broke);
        assert_eq!(
            fixture::conflicts(&compared(&[&first, &second])),
            [Kind::Negation]
        );
    }

    #[test]
    fn words_used_alike_count_with_those_that_are_shared() {
        let told = |troops: &str| {
            let sent = "The army has sent 600 soldiers to the western islands.";
            let first = FIRST.replace("Children were taken to a school nearby.", sent);
            let cleared = format!("About 600 {troops} are clearing mud from western gardens.");
            let report = compared(&[&first, &SECOND.replace("Snow fell in Oslo.", &cleared)]);
            shared(&report).iter().any(|(a, _)| a.contains("soldiers"))
        };
        assert!(told("troops"));
        assert!(!told("geese"));
    }

    /// Whether what the two first sentences tell is linked as one thing by its words.
    fn linked(a: &str, b: &str) -> bool {
        let first = FIRST.replace("Children were taken to a school nearby.", a);
        let report = compared(&[&first, &SECOND.replace("Snow fell in Oslo.", b)]);
        shared(&report).iter().any(|(quote, _)| a.contains(quote))
    }

    #[test]
    fn one_shared_word_counts_beside_one_that_is_used_alike() {
        let ill = "He recovers from a mysterious illness.";
        assert!(linked("He recovers from discomfort.", ill));
        assert!(!linked("He recovers from prison.", ill));
    }

    #[test]
    fn opposites_told_alike_do_not_agree() {
        let praised = "Calder's coach Jan Vermeer praised his tired players on the bus.";
        let blamed = "Calder City coach Jan Vermeer criticised his tired players after the long defeat.";
        assert!(!linked(praised, blamed));
        assert!(linked(praised, &blamed.replace("criticised", "thanked")));
    }

    #[test]
    fn a_few_words_of_a_long_list_are_not_what_it_says() {
        let saw = "A ranger saw two white swans near the bridge with his old glasses.";
        let rest = "geese, herons, otters, beavers, foxes, badgers, weasels, lizards, newts, beetles, hornets, moths, goats";
        assert!(linked("The ranger counts white swans, geese and ponies.", saw));
        assert!(!linked(
            &format!("The ranger counts white swans, {rest} and ponies."),
            saw
        ));
    }

    #[test]
    fn words_tell_more_surely_than_parts_that_hardly_meet() {
        let destroyed = "A fire destroyed two empty warehouses at the harbour of Leeds overnight.";
        let burnt = "Two empty warehouses at the harbour of Leeds burnt down in a fire overnight.";
        assert!(linked(destroyed, burnt));
    }

    #[test]
    fn what_may_be_so_is_not_settled_by_a_few_words() {
        let linked = |built: &str| {
            let nest = "Two white swans nest under the wooden bridge.";
            let first = FIRST.replace("Children were taken to a school nearby.", nest);
            let built =
                format!("White swans {built} a nest in the reeds near the southern shore of the bay.");
            let report = compared(&[&first, &SECOND.replace("Snow fell in Oslo.", &built)]);
            shared(&report).iter().any(|(a, _)| a.contains("nest"))
        };
        assert!(linked("have built"));
        assert!(!linked("may have built"));
    }

    #[test]
    fn of_two_that_share_words_the_one_that_shares_far_more_counts() {
        let more = FIRST.replace(
            "Children were",
            "Fish drums were sold at the market. Children were",
        );
        let report = compared(&[&more, SECOND]);
        assert!(
            shared(&report).iter().all(|(a, _)| a.contains("leaking")),
            "{:?}",
            shared(&report)
        );
    }

    #[test]
    fn what_one_denies_is_not_settled_by_words() {
        let denied = SECOND.replace("had been found by divers", "had never been found by divers");
        assert_eq!(shared(&compared(&[FIRST, &denied])), []);
    }

    #[test]
    fn a_third_document_changes_nothing_between_two() {
        let links = |report: &Report| -> Vec<String> {
            let own = |id: &str| report.claim(id).is_some_and(|c| c.document != "Source 2#1");
            let links = report.links().iter().filter(|l| own(&l.a) && own(&l.b));
            links.map(|l| l.id.clone()).collect()
        };
        let third = "Divers found leaking drums of oil behind the fish market. Leaking drums of oil are behind every market.";
        assert_eq!(
            links(&compared(&[FIRST, SECOND])),
            links(&compared(&[FIRST, SECOND, third]))
        );
    }

    #[test]
    fn a_test_at_one_time_is_passed_or_failed() {
        let first = format!("{FIRST} The Halcyon passed a safety inspection in March.");
        let found = |told: &str| -> Vec<Kind> {
            let second = format!("{SECOND} A witness said that the vessel {told}.");
            fixture::conflicts(&compared(&[&first, &second]))
        };
        assert_eq!(found("failed a safety inspection in March"), [Kind::Opposites]);
        assert_eq!(found("failed a safety inspection in May"), []);
    }
}
