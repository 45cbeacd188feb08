//! Tense: what is yet to come does not meet what is.

use crate::align::{Pair, WordRelation};
use crate::claim::Claim;
use crate::commitment::Holder;
use crate::judge::evidence;
use crate::judge::shared::{denied, value};
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::predicates;
use crate::proposition::Tense;

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let (a, b) = (tense(pair.a()), tense(pair.b()));
    let past = |t: Tense| matches!(t, Tense::Past | Tense::Perfect);
    let future = |t: Tense| t == Tense::Future;
    let told = |claim: &Claim| claim.proposition.predicate.tense;
    let turns = if denied(pair) {
        // What is denied may be what was only thought to come.
        future(told(pair.a())) && past(b) || past(a) && future(told(pair.b()))
    } else {
        let opposed = matches!(pair.alignment().predicate.words, WordRelation::Opposite(_));
        let settled = |claim: &Claim| opposed && predicates::settles(&claim.proposition.predicate.lemma);
        let is = |t: Tense, claim| past(t) && !settled(claim) || opposed && t == Tense::Present;
        future(a) && is(b, pair.b()) || is(a, pair.a()) && future(b)
    };
    let (rule, note) = if turns {
        (
            "tense.different",
            "one tells of what is to come, the other of what was or is",
        )
    } else {
        (
            "tense.earlier",
            "one denies what the other tells of an earlier time",
        )
    };
    if turns || earlier(pair) {
        steps.push(
            Step::new(rule, Natural::Independence, 900, note)
                .failed(Kind::DifferentTime)
                .on(evidence::of_predicate(pair.a()), evidence::of_predicate(pair.b())),
        );
    }
}

/// When it is that a claim tells of: what somebody has offered, plans or wants to do is yet to come.
fn tense(claim: &Claim) -> Tense {
    let voice = claim.voice();
    let certain = voice.factuality.value().is_none_or(|v| v.abs() == 3);
    match claim.proposition.predicate.tense {
        Tense::None if !certain && voice.holder != Holder::Author => Tense::Future,
        tense => tense,
    }
}

/// Whether one tells of what was so before, and the other denies it: who spoke of it earlier may be silent now.
fn earlier(pair: &Pair<'_>) -> bool {
    let before = |claim: &Claim| {
        let mut modifiers = claim.proposition.predicate.modifiers.iter();
        let word = |head: &str| {
            matches!(
                head,
                "previously"
                    | "earlier"
                    | "formerly"
                    | "once"
                    | "before"
                    | "initially"
                    | "originally"
                    | "historically"
            )
        };
        value(claim) > 0 && modifiers.any(|m| word(&m.term.head))
    };
    let (a, b) = (pair.a(), pair.b());
    denied(pair) && (before(a) || before(b) || not_since(a, b) || not_since(b, a))
}

/// Whether one is not so since a time at which the other was: "has not sung since May", "sang in May".
fn not_since(silent: &Claim, told: &Claim) -> bool {
    let times = |claim: &'_ Claim| -> Vec<String> {
        let evidence = evidence::of_times(claim).into_iter();
        evidence.map(|words| words.text.to_lowercase()).collect()
    };
    let told = times(told);
    value(silent) < 0
        && times(silent)
            .iter()
            .filter_map(|words| words.strip_prefix("since "))
            .any(|from| told.iter().any(|words| words.ends_with(from)))
}

#[cfg(test)]
mod tests {
    use crate::judge::fixture::compared;

    #[test]
    fn what_is_offered_has_not_been_done() {
        let links = |a: &str, b: &str| compared(a, b).links().len();
        let sent = "Norway sent rescue teams to Tollard.";
        assert_eq!(
            links(sent, "Norway has offered to send rescue teams to Tollard."),
            0
        );
        assert_eq!(links(sent, "Norway is to send rescue teams to Tollard."), 0);
        assert_eq!(links(sent, "Norway has sent rescue teams to Tollard."), 1);
    }

    #[test]
    fn what_was_so_before_is_not_denied_by_what_is_not_so_now() {
        let links = |a: &str, b: &str| compared(a, b).links().len();
        let silent = "Mara Lind does not comment on the strike.";
        assert_eq!(links("Mara Lind has commented on the strike.", silent), 1);
        assert_eq!(
            links("Mara Lind has previously commented on the strike.", silent),
            0
        );
    }

    #[test]
    fn what_was_does_not_exclude_what_will_be() {
        let links = |a: &str, b: &str| compared(a, b).links().len();
        assert_eq!(links("Tollard Bridge was open.", "Tollard Bridge was closed."), 1);
        assert_eq!(
            links("Tollard Bridge was open.", "Tollard Bridge will be closed."),
            0
        );
    }
}
