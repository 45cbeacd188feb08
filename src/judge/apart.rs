//! What keeps claims that share words from being one: another did it, or the words only tell of whom, where and when.

use crate::align::{Pair, PartMatch, WordRelation, Wording};
use crate::claim::Claim;
use crate::proposition::{ModifierKind, Qualifier, Role, Term};
use crate::span::{Span, Words};

/// Whether both share a word of what they say, not only of what, where and when they say it, nor of what they count.
pub(super) fn tell_of_it(pair: &Pair<'_>, shared: &Wording, counted: &[Words]) -> bool {
    !shared.alike.is_empty() || tells(pair.a(), &shared.a, counted) && tells(pair.b(), &shared.b, counted)
}

fn tells(claim: &Claim, shared: &[Words], counted: &[Words]) -> bool {
    let proposition = &claim.proposition;
    // What is counted may be told of what the subject names: "bleeding in the brain was seen in 9 per cent".
    let subject = proposition.argument(Role::Subject);
    let subject = subject
        .filter(|t| counted.is_empty() || t.entity.is_some())
        .map(|t| t.span);
    let places = proposition.qualifiers.iter().filter_map(|q| match q {
        Qualifier::Place { term, .. } => Some(term.span),
        Qualifier::Time { words, .. } => Some(words.span),
        _ => None,
    });
    let beside: Vec<Span> = subject.into_iter().chain(places).collect();
    let (in_count, free): (Vec<&Words>, Vec<&Words>) = shared
        .iter()
        .filter(|w| !beside.iter().any(|span| span.contains(w.span)))
        .partition(|w| counted.iter().any(|count| count.span.contains(w.span)));
    // "27 bundles of weapons": what is counted may be told at length.
    !free.is_empty() || in_count.len() > 1
}

/// "Rebels attacked the convoy", "the army attacked the convoy": one deed, told of two.
pub(super) fn done_by_another(pair: &Pair<'_>) -> bool {
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let one_word = matches!(
        pair.alignment().predicate.words,
        WordRelation::Same | WordRelation::Synonym
    );
    let subject = |p: &&PartMatch| p.a.role(a) == Some(Role::Subject) && p.b.role(b) == Some(Role::Subject);
    let doers = pair.alignment().parts.iter().find(subject);
    let whose = |term: Option<&'_ Term>| -> Option<String> {
        let mut modifiers = term?.modifiers.iter();
        let owner = modifiers.find(|m| m.kind == ModifierKind::Possessor)?;
        Some(owner.term.called().to_lowercase())
    };
    // "Farrady's campaign", "the mayor's campaign".
    let owners = |p: &PartMatch| whose(p.a.term(a)).zip(whose(p.b.term(b)));
    let apart =
        |p: &PartMatch| !p.meets() && (p.terms.likeness < ALIKE || owners(p).is_some_and(|(x, y)| x != y));
    one_word && doers.is_some_and(apart)
}

/// From here on, in thousandths, two nouns may be said of one.
pub(super) const ALIKE: u16 = 450;

#[cfg(test)]
mod tests {
    use crate::judge::fixture::retold;
    use crate::judgement::{BY_WORDS, Kind};

    /// How two articles go on that are long enough for a shared word to be rare.
    const ARTICLES: [&str; 2] = [
        "The harbour office of Oslo has been closed since Monday. Mara Lind runs the harbour office. Ferries to Nesodden are \
         late. Children were taken to a school. Nobody in Oslo was hurt. Rain is expected in the hills. A choir sang.",
        "Oslo's harbour office opens again next week. The office has a new roof. Mara Lind thanked the harbour police. \
         Ferries run as usual. A film about Oslo is shown tonight. Snow fell in Oslo. A baker sells bread at the quay.",
    ];

    /// Whether the first sentences are linked by their words.
    fn linked(a: &str, b: &str) -> bool {
        let report = retold(a, b, ARTICLES);
        let links = report.links().iter();
        links
            .filter(|l| l.judgement.steps.iter().any(|s| s.rule == BY_WORDS))
            .filter_map(|l| report.shown(l))
            .any(|[x, y]| a.contains(&x.text) && b.contains(&y.text))
    }

    #[test]
    fn what_two_others_did_is_not_one_deed() {
        let by = |doers: &str| {
            format!("{doers} saved the swans from under the wooden bridge near Drammen on Sunday.")
        };
        let saved = "Swans and the wooden bridge near Drammen were saved on Sunday by rebels.";
        assert!(!linked(saved, &by("Two bakers")));
    }

    #[test]
    fn a_name_with_a_count_settles_nothing() {
        let runs = "Torvex runs 212 branches throughout the hills.";
        let numbers = |b: &str| {
            let report = retold(runs, b, ARTICLES);
            let links = report.links().iter();
            links.filter(|l| l.judgement.kind == Kind::Quantity).count()
        };
        assert_eq!(numbers("In and around Drammen alone Torvex has 38 branches."), 0);
    }

    #[test]
    fn who_and_where_is_not_what_is_said() {
        let praised = "Reporters from the yellow kiosk near Drammen called the vote orderly.";
        let blamed = "Reporters from the yellow kiosk near Drammen spoke of bribes.";
        assert!(!linked(praised, blamed));
        assert!(linked(
            praised,
            &blamed.replace("spoke of bribes", "saw an orderly vote")
        ));
    }
}
