//! Claims of which one denies what the other tells, however their parts answer each other.

use crate::align::{Denied, Pair, PartMatch};
use crate::claim::{Basis, Claim};
use crate::judge::evidence;
use crate::judge::fold::fold;
use crate::judgement::{Kind, Natural, OTHERS, Relation, Step, Voice};
use crate::measure::PeriodRelation;
use crate::proposition::{Qualifier, Role, Tense};

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    if steps.iter().any(differs) || !settles(pair) {
        return;
    }
    let outcome = |steps: Vec<Step>| fold(steps, Voice::of(pair.a()), Voice::of(pair.b())).relation;
    if outcome(steps.clone()) != Relation::Neutral {
        return;
    }
    let Some(denied) = pair.alignment().denied else {
        return;
    };
    let step = Step::new(
        "denial.told",
        Natural::Equivalence,
        sure(denied),
        "the one tells what the other denies",
    )
    .with_kind(Kind::Same)
    .in_tension()
    .on(evidence::of_predicate(pair.a()), evidence::of_predicate(pair.b()));
    if outcome(vec![step.clone()]) == Relation::Conflict {
        *steps = vec![step];
    }
}

/// Whether [`rule`] may find that the one denies what the other tells.
pub(super) fn settles(pair: &Pair<'_>) -> bool {
    let alignment = pair.alignment();
    alignment
        .denied
        .is_some_and(|d| d.sure && d.told && d.matter && d.met >= 2 && d.share >= SHARE && d.weight >= WEIGHT)
        && alignment.times != Some(PeriodRelation::Disjoint)
        && !alignment
            .parts
            .iter()
            .any(|p| p.clashes() || narrowed_apart(pair, p))
        && same_time(pair)
        && !limited(pair.a())
        && !limited(pair.b())
        && !denies_a_part(pair.a())
        && !denies_a_part(pair.b())
}

/// Whether a rule saw that the two speak of different times, people or amounts.
fn differs(step: &Step) -> bool {
    matches!(
        &*step.rule,
        "referent.different"
            | "time.different"
            | "tense.earlier"
            | "quantity.superseded"
            | "quantity.measure"
            | OTHERS
    )
}

/// "The defence minister", "the health minister": whether one word is narrowed to two different things.
fn narrowed_apart(pair: &Pair<'_>, part: &PartMatch) -> bool {
    let terms = part
        .a
        .term(&pair.a().proposition)
        .zip(part.b.term(&pair.b().proposition));
    !part.meets() && terms.is_some_and(|(x, y)| x.head == y.head && x.entity.is_none() && y.entity.is_none())
}

/// Whether none is about what will be and the other about what was; what somebody "said was so" may have been so then.
fn same_time(pair: &Pair<'_>) -> bool {
    let tense = |claim: &Claim| claim.proposition.predicate.tense;
    let past = |claim: &Claim| {
        tense(claim) == Tense::Perfect || tense(claim) == Tense::Past && claim.basis != Basis::Reported
    };
    let future = |claim: &Claim| tense(claim) == Tense::Future;
    !(past(pair.a()) && future(pair.b()) || future(pair.a()) && past(pair.b()))
}

/// Whether a claim only says that something is no longer so, or is not the only or the first thing.
pub(super) fn limited(claim: &Claim) -> bool {
    let modifiers = claim.proposition.predicate.modifiers.iter();
    let limits = |head: &str| {
        matches!(
            head,
            "long"
                | "longer"
                | "only"
                | "just"
                | "merely"
                | "necessarily"
                | "always"
                | "yet"
                | "first"
                | "second"
                | "third"
                | "last"
                | "main"
                | "sole"
        )
    };
    modifiers.map(|m| m.term.head.as_str()).any(limits)
}

/// Whether what a claim denies is only that it was so in some part, from some time on, or for some reason: "did not go there as a
/// tourist", "has not played since May", "did not leave just because it rained".
pub(super) fn denies_a_part(claim: &Claim) -> bool {
    let proposition = &claim.proposition;
    let in_part = proposition
        .arguments
        .iter()
        .any(|a| a.role == Role::Oblique && a.marker.as_deref() == Some("as"));
    let since = proposition.qualifiers.iter().any(
        |q| matches!(q, Qualifier::Time { words, .. } if words.text.to_lowercase().starts_with("since")),
    );
    let reason = proposition
        .qualifiers
        .iter()
        .any(|q| matches!(q, Qualifier::Clause { marker, .. } if marker == "because"));
    claim.voice().factuality.value().is_some_and(|v| v < 0) && (in_part || since || reason)
}

/// How sure it is.
fn sure(denied: Denied) -> u16 {
    match denied.share {
        ..750 => 600,
        750..900 => 680,
        _ => 760,
    }
}

/// Which share of what is denied must be told, in thousandths.
const SHARE: u16 = 600;
/// How much of it, in thousandths.
const WEIGHT: u32 = 900;

#[cfg(test)]
mod tests {
    use crate::judge::fixture::{self, STORY, retold};
    use crate::judgement::Kind;

    fn conflicts(a: &str, b: &str) -> Vec<Kind> {
        fixture::conflicts(&retold(a, b, STORY))
    }

    #[test]
    fn who_denies_something_says_less_than_who_tells_it() {
        let told = "Harbour police have arrested a man over the murder of the diver Pavel Novak.";
        let denied = "Police said that nobody had been arrested over the death of Novak.";
        assert_eq!(conflicts(told, denied), [Kind::Negation]);
        assert_eq!(conflicts(told, "Police said that no ferry had been sold."), []);
        let agreed = "The leader of the dockers denied agreeing to any wage deal with the owners.";
        assert_eq!(
            conflicts("Lind said that the dockers had agreed to a wage deal.", agreed),
            [Kind::Negation]
        );
    }

    #[test]
    fn what_is_denied_of_another_time_or_another_thing_is_not_told() {
        let told = "Lind will raise the fee for small boats.";
        assert_eq!(
            conflicts(told, "Lind has not raised the fee for small boats."),
            []
        );
        assert_eq!(
            conflicts(told, "The national alarm level has not been raised."),
            []
        );
    }

    #[test]
    fn events_that_are_denied_by_name_are_denied() {
        let told = "Smugglers sank a patrol boat near Drammen.";
        assert_eq!(
            conflicts(
                told,
                "The coastguard denied the sinking of a patrol boat near Drammen."
            ),
            [Kind::Negation]
        );
        let died = "Singer Nadia Brandt died on Sunday.";
        let rumours = "Her manager dismissed rumours of Nadia Brandt's death as a hoax.";
        assert_eq!(conflicts(died, rumours), [Kind::Negation]);
        let freed = "The diver Pavel Novak has been freed.";
        let open = "The ministry could not confirm reports of the release of Pavel Novak.";
        assert_eq!(conflicts(freed, open), [Kind::Certainty]);
    }

    #[test]
    fn what_points_back_is_denied_where_it_stands() {
        let told = "Nadia Brandt has sold the brewery in Drammen.";
        for denial in [
            "There is no truth to these claims, said her lawyer.",
            "Her lawyer flatly denied the report.",
            "Her lawyer said the rumour was without foundation.",
        ] {
            let claimed =
                format!("A blog claimed that Nadia Brandt had sold the brewery in Drammen. {denial}");
            assert_eq!(conflicts(told, &claimed).len(), 1, "{denial}");
        }
    }

    #[test]
    fn a_part_of_what_is_told_may_be_denied() {
        let went = "Lind went from Oslo to Drammen in May to see the ferries.";
        assert_eq!(
            conflicts(went, "Lind did not go to Drammen to see the ferries."),
            [Kind::Negation]
        );
        assert_eq!(
            conflicts(went, "Lind did not go to Drammen as a guest of the ferries."),
            []
        );
        let sang = "Pavel Novak sang in the choir of the harbour in 2011.";
        assert_eq!(
            conflicts(sang, "Novak has not sung in the choir of the harbour since 2011."),
            []
        );
    }

    #[test]
    fn who_says_something_is_not_who_says_nothing() {
        let told = "The captain told the harbour choir on Friday of the plan.";
        let silent = "Lind has not commented on the plan of the harbour choir made on Friday.";
        assert_eq!(conflicts(told, silent), []);
    }

    #[test]
    fn what_something_does_is_not_what_is_done_to_it() {
        let unknown = "The cause of the harbour flood of May is unclear.";
        assert_eq!(
            conflicts(unknown, "The harbour flood of May caused three deaths."),
            []
        );
        assert_eq!(
            conflicts(unknown, "A broken pump caused the harbour flood of May."),
            [Kind::Certainty]
        );
    }

    #[test]
    fn what_is_denied_of_one_is_not_denied_of_others() {
        let staged = "A large number of harbour videos are staged.";
        assert_eq!(
            conflicts(staged, "The harbour choir did not stage the video."),
            []
        );
        let sank = "On Friday 18 Swedish sailors were drowned in the harbour.";
        assert_eq!(
            conflicts(sank, "No Danish sailors were drowned in the harbour on Friday."),
            []
        );
        let needs = "The harbour choir needs money for a new stage.";
        assert_eq!(
            conflicts(
                needs,
                "The harbour choir does not have the money for a new stage."
            ),
            []
        );
        let first = "This is not the first strike of the harbour pilots.";
        assert_eq!(
            conflicts(first, "The strike of the harbour pilots began on Friday."),
            []
        );
    }

    #[test]
    fn what_both_say_there_is_none_of_is_not_denied() {
        let both = "Lind has a boat with no oars and an old sail.";
        assert_eq!(conflicts(both, "Lind has neither oars nor an engine."), []);
    }

    #[test]
    fn one_sentence_is_not_set_against_itself() {
        let told = "Lind said that the ferries had never been sold, and that the fee would be raised.";
        assert_eq!(conflicts(told, told), []);
    }
}
