//! Claims that are told in the same words: what their parts leave open, the words that both share can settle.
//!
//! Looked at last, and only where no rule has found that the two speak of different times, places, people or numbers.

use itertools::Itertools;

use crate::align::{Pair, Wording};
use crate::claim::Claim;
use crate::judgement::{Kind, Natural, Step, Voice};

/// Takes what the parts of two claims leave open as said of one thing, if so many words are shared that it is.
pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    if !steps.last().is_some_and(leaves_open) {
        return;
    }
    if let Some(shared) = settled(pair) {
        steps.clear();
        steps.push(
            Step::new(
                "wording.shared",
                Natural::Equivalence,
                sure(shared.score()),
                told(shared),
            )
            .on(shared.a.clone(), shared.b.clone())
            .with_kind(Kind::Same),
        );
        let mut more = |relation, of: u16, note: &'static str| {
            if of < WHOLE {
                steps.push(Step::new("wording.more", relation, 1000, note).beside_the_core());
            }
        };
        more(Natural::Forward, shared.of_a, "the first says more");
        more(Natural::Reverse, shared.of_b, "the second says more");
    }
}

/// Names the shared words, as the first says them and in its order.
fn told(shared: &Wording) -> String {
    let words = shared
        .a
        .iter()
        .sorted_by_key(|w| w.span)
        .map(|w| format!("{:?}", w.text));
    format!("both say, and little else here does, {}", words.format(", "))
}

/// Whether [`rule`] may settle what no other rule can.
pub(super) fn settles(pair: &Pair<'_>) -> bool {
    settled(pair).is_some()
}

fn settled<'p>(pair: &Pair<'p>) -> Option<&'p Wording> {
    let shared = pair.alignment().wording.as_ref()?;
    // What one denies in the words in which the other holds something is as often another thing.
    let value = |claim: &Claim| Voice::of(claim).factuality.value().unwrap_or_default();
    if i32::from(value(pair.a())) * i32::from(value(pair.b())) < 0 {
        return None;
    }
    let is_number = |w: &str| w.starts_with(|c: char| c.is_ascii_digit() || c == '$');
    let counts = |claim: &Claim| claim.quote.text.split_whitespace().any(is_number);
    let one = || shared.a.iter().any(|w| is_number(&w.text));
    (!(counts(pair.a()) && counts(pair.b())) || one()).then_some(shared)
}

/// Whether a rule stopped for want of anything in common, not because something differs.
fn leaves_open(last: &Step) -> bool {
    let differs = matches!(
        &*last.rule,
        "referent.different" | "referent.unknown" | "referent.single"
    );
    last.gate && !differs && matches!(last.kind, Some(Kind::Unrelated | Kind::DifferentReferent))
}

/// How sure it is that claims which share so much are one: seen in pairs of news articles whose links were found by hand.
fn sure(score: u32) -> u16 {
    if score < 16_000 { 600 } else { 820 }
}

/// Words shared that are so much of a claim, in thousandths, are as good as all of it.
const WHOLE: u16 = 700;

#[cfg(test)]
mod tests {
    use crate::judgement::Relation;
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
        let by_words = |rule: &str| rule == "wording.shared";
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
}
