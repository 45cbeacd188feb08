//! Claims in sentences that share much, or nothing that tells: what the claims leave open, the sentences can settle.
//!
//! Looked at last: whom it is said of, and what else is said, often stands beside a claim in its sentence.

use itertools::Itertools;

use crate::align::{Pair, Passage};
use crate::claim::Claim;
use crate::judge::apart::done_by_another;
use crate::judge::shared::{agree, counts_alike, denied, quoted, reliability};
use crate::judge::wording::leaves_open;
use crate::judgement::{BY_SENTENCES, Kind, Natural, Step};
use crate::measure::PeriodRelation;

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let Some(passage) = &pair.alignment().passage else {
        return;
    };
    if passage.weight < APART {
        if agree(steps) && !denied(pair) && !(whole(pair.a()) && whole(pair.b())) {
            let apart = "what else the two sentences say has nothing in common";
            let gate = Step::new("passage.apart", Natural::Independence, 800, apart);
            steps.push(gate.failed(Kind::Unrelated));
        }
    } else if settles(pair) && (unsure(steps) || steps.last().is_some_and(|s| open(s, passage))) {
        steps.clear();
        steps.push(shown(passage));
    }
}

/// Whether a rule stopped where the sentences can tell more: for want of anything in common, or, if they share very much, also
/// because whom it is said of has two names.
fn open(last: &Step, passage: &Passage) -> bool {
    leaves_open(last) || passage.score() >= MUCH && last.gate && last.kind == Some(Kind::DifferentReferent)
}

/// Whether a claim is all that its sentence says.
fn whole(claim: &Claim) -> bool {
    10 * claim.quote.span.len() >= 9 * claim.sentence.len()
}

/// Whether the rules find no way in which the claims differ, and are less sure that they agree than any sentences that share
/// much show.
fn unsure(steps: &[Step]) -> bool {
    let excludes = |s: &Step| matches!(s.relation, Natural::Negation | Natural::Alternation);
    let open = !steps.iter().any(|s| s.gate || excludes(s));
    open && (!agree(steps) || reliability(steps) < sure(0).into())
}

/// Whether [`rule`] may settle what no other rule can.
pub(super) fn settles(pair: &Pair<'_>) -> bool {
    let told = pair.alignment().passage.as_ref();
    let told = told.filter(|p| !p.a.is_empty() && p.score() >= LEAST);
    told.is_some_and(|p| counts_alike(pair, &p.a))
        && !denied(pair)
        && !done_by_another(pair)
        && pair.alignment().times != Some(PeriodRelation::Disjoint)
}

/// The step that shows the shared words.
fn shown(passage: &Passage) -> Step {
    let told = quoted(&passage.a).format(", ");
    Step::new(
        BY_SENTENCES,
        Natural::Equivalence,
        sure(passage.score()),
        format!("both sentences say, and few others here do, {told}"),
    )
    .on(passage.a.clone(), passage.b.clone())
    .with_kind(Kind::Same)
}

/// How sure it is that sentences which share so much make one claim: seen in pairs of news articles whose links were found by
/// hand.
fn sure(score: u32) -> u16 {
    match score {
        ..4_000 => 700,
        _ => 900,
    }
}

/// Sentences that share less, in thousandths of a bit, settle nothing.
const LEAST: u32 = 2_000;
/// Sentences that share so much, in thousandths of a bit, tell one thing.
const MUCH: u32 = 5_000;
/// Sentences that share less, in thousandths of a bit, do not say the same, however much two claims in them look alike.
const APART: u32 = 600;

#[cfg(test)]
mod tests {
    use crate::judge::fixture;
    use crate::judgement::Relation;
    use crate::report::Report;

    /// How two articles go on that are long enough for a shared word to be rare.
    const ARTICLES: [&str; 2] = [
        "The harbour office of Oslo has been closed since Monday. Mara Lind runs the harbour office. The mayor of Oslo will \
         visit the harbour. Ferries to Nesodden are late. Children were taken to a school nearby. Nobody in Oslo was hurt. \
         Rain is expected in the hills. The harbour has four old cranes. A choir sang for the sailors. Lind was born in Bergen.",
        "Oslo's harbour office opens again next week. The office has a new roof. Mara Lind thanked the harbour police. \
         Ferries run as usual, says the harbour office. The mayor of Oslo was in Bergen. A film about Oslo is shown tonight. \
         Snow fell in Oslo. The cranes are painted yellow. Tickets for the ferries cost more. A baker sells bread at the quay.",
    ];

    fn retold(a: &str, b: &str) -> Report {
        fixture::retold(a, b, ARTICLES)
    }

    /// The words shown of both sides where the first sentences agree.
    fn agree(a: &str, b: &str) -> Vec<[String; 2]> {
        let report = retold(a, b);
        let links = report.links().iter();
        let agree = links.filter(|l| l.judgement.relation == Relation::Agree);
        let shown = agree.filter_map(|l| report.shown(l));
        shown
            .map(|both| both.map(|words| words.text))
            .filter(|[x, y]| a.contains(x.as_str()) && b.contains(y.as_str()))
            .collect()
    }

    const DRUMS: &str = "Divers who searched the basin behind the fish market told the council that leaking drums had been found.";

    #[test]
    fn sentences_that_share_much_say_the_same() {
        let told = "The council, warned by divers of leaking drums in its basin, closed the fish market.";
        let found = agree(DRUMS, told);
        assert!(found.contains(&[DRUMS.to_owned(), told.to_owned()]), "{found:?}");
        assert!(
            agree(
                DRUMS,
                "The council, warned by letters of rising rents, closed the swimming hall."
            )
            .is_empty()
        );
    }

    #[test]
    fn other_numbers_and_times_are_something_else() {
        let toll = |dead: &str| {
            format!("The death toll of the flood in Hexley has risen to {dead}, the police said.")
        };
        let killed = "Eleven people were killed in the flood that hit Hexley, the police said.";
        assert!(!agree(&toll("eleven"), killed).is_empty());
        assert!(agree(&toll("14"), killed).is_empty());
        let restored = retold(
            "Northgrid restored the supply of power in May 2021.",
            "The power company, Northgrid, said that it would restore the supply in June 2021.",
        );
        let steps = restored.links().iter().flat_map(|l| &l.judgement.steps);
        assert!(
            steps
                .filter(|s| s.rule == super::BY_SENTENCES)
                .all(|s| !s.note.contains("Northgrid"))
        );
    }

    #[test]
    fn claims_whose_sentences_have_nothing_else_in_common_stand_apart() {
        let moved = "Lind moved to a yellow house.";
        let went = "Lind went to Bergen, where the baker with the bread has a cousin and two boats.";
        let linked = |a: &str, b: &str| {
            let report = retold(a, b);
            let of = |id: &str| report.claim(id).map_or("", |claim| claim.quote.text.as_str());
            let links = report.links().iter();
            links
                .filter(|l| a.contains(of(&l.a)) && b.contains(of(&l.b)))
                .count()
        };
        assert_eq!(linked(moved, went), 0);
        assert_eq!(linked(moved, &moved.replace("moved", "went")), 1);
        // A sentence that says nothing else has nothing to share.
        assert_eq!(linked("Nobody was killed.", "No one died."), 1);
    }
}
