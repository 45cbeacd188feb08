//! What keeps claims that share words from being one: another did it, or the words only tell of whom, where and when.

use crate::align::{Pair, PartMatch, WordRelation};
use crate::claim::Claim;
use crate::proposition::{Qualifier, Role};
use crate::span::{Span, Words};

/// Whether a shared word of a claim is of what it says, not only of what or where it says it.
pub(super) fn tells_of_it(claim: &Claim, shared: &[Words], alike: &[(Words, Words)]) -> bool {
    let proposition = &claim.proposition;
    let subject = proposition.argument(Role::Subject).map(|t| t.span);
    let places = proposition.qualifiers.iter().filter_map(|q| match q {
        Qualifier::Place { term, .. } => Some(term.span),
        Qualifier::Time { words, .. } => Some(words.span),
        _ => None,
    });
    let beside: Vec<Span> = subject.into_iter().chain(places).collect();
    !alike.is_empty()
        || shared
            .iter()
            .any(|w| !beside.iter().any(|span| span.contains(w.span)))
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
    let apart = |p: &PartMatch| !p.meets() && p.terms.likeness < ALIKE;
    one_word && doers.is_some_and(apart)
}

/// From here on, in thousandths, two nouns may be said of one.
const ALIKE: u16 = 450;

#[cfg(test)]
mod tests {
    use crate::judge::fixture::retold;
    use crate::judgement::BY_WORDS;

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
