//! One thing, put down to two causes: both may have had a part in it, so that it is a tension.

use crate::align::{Pair, PartMatch, WordRelation, compare_words, is_pronoun, stems};
use crate::judge::evidence;
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::wordnet::Pos;
use crate::proposition::{Proposition, Quantifier, Role, Term};

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let open = |last: &Step| last.gate && matches!(last.kind, Some(Kind::DifferentReferent));
    if !steps.last().is_some_and(open) {
        return;
    }
    let Some((effect, cause)) = put_down(pair) else {
        return;
    };
    let on = |part: &PartMatch| {
        (
            evidence::of_part(pair.a(), part.a),
            evidence::of_part(pair.b(), part.b),
        )
    };
    let (one, causes) = (on(effect), on(cause));
    steps.clear();
    steps.push(
        Step::new(
            "cause.effect",
            Natural::Equivalence,
            900,
            "both tell what caused it",
        )
        .on(one.0, one.1),
    );
    steps.push(
        Step::new(
            "cause.other",
            Natural::Alternation,
            760,
            "each names another cause",
        )
        .on(causes.0, causes.1)
        .with_kind(Kind::Value)
        .in_tension(),
    );
}

/// Whether [`rule`] may settle what no other rule can.
pub(super) fn settles(pair: &Pair<'_>) -> bool {
    put_down(pair).is_some()
}

/// What both say was caused, and the two causes, if these are not known to have to do with each other.
fn put_down<'p>(pair: &Pair<'p>) -> Option<(&'p PartMatch, &'p PartMatch)> {
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    if ![a, b].into_iter().all(causes) {
        return None;
    }
    let parts = pair.alignment().parts.iter();
    let of = |role: Role| {
        let mut fitting = parts
            .clone()
            .filter(move |p| p.a.role(a) == Some(role) && p.b.role(b) == Some(role));
        fitting.next()
    };
    let (effect, cause) = (of(Role::Object)?, of(Role::Subject)?);
    let known = |term: Option<&Term>| term.is_some_and(in_particular);
    let one = effect.meets() && known(effect.a.term(a)) && known(effect.b.term(b));
    let named = |term: Option<&Term>| term.is_some_and(|t| !is_pronoun(&t.head));
    // "The combination of salt and ice", "combining salt and ice": one cause in other words.
    let words =
        |term: Option<&Term>| -> Vec<String> { term.map_or_else(Vec::new, |t| stems(&t.text).collect()) };
    let (left, right) = (cause.a.term(a), cause.b.term(b));
    let shared = words(left).iter().any(|word| words(right).contains(word));
    let two = !cause.meets() && !shared && named(left) && named(right);
    (one && two && cause.terms.likeness < ALIKE).then_some((effect, cause))
}

/// Whether it is told what caused something, and no more was said to have a part in it.
fn causes(proposition: &Proposition) -> bool {
    let (word, _) = compare_words("cause", Pos::Verb, &proposition.predicate.lemma, Pos::Verb);
    matches!(word, WordRelation::Same | WordRelation::Synonym) && proposition.predicate.modifiers.is_empty()
}

/// Whether a term speaks of one thing that both know of.
fn in_particular(term: &Term) -> bool {
    let known = term.quantifier == Quantifier::Definite || term.entity.is_some();
    known && !term.plural && !is_pronoun(&term.head)
}

/// Causes that are alike so much, in thousandths, may be one.
const ALIKE: u16 = 300;

#[cfg(test)]
mod tests {
    use crate::judge::fixture::{self, STORY, retold};
    use crate::judgement::Kind;

    fn conflicts(a: &str, b: &str) -> Vec<Kind> {
        fixture::conflicts(&retold(a, b, STORY))
    }

    #[test]
    fn one_thing_has_one_cause() {
        let leak = "The explosion in the port of Oslo was blamed on a gas leak.";
        for other in [
            "The cause of the explosion in the port of Oslo was an electrical fault.",
            "Lind attributed the explosion in the port of Oslo to an electrical fault.",
            "The explosion in the port of Oslo resulted from an electrical fault.",
            "An electrical fault was to blame for the explosion in the port of Oslo.",
        ] {
            assert_eq!(conflicts(leak, other), [Kind::Value], "{other}");
        }
        assert_eq!(
            conflicts(
                leak,
                "The explosion in the port of Oslo was not caused by a gas leak."
            ),
            [Kind::Negation]
        );
    }

    #[test]
    fn causes_that_share_words_may_be_one() {
        let salt = "The combination of salt and ice caused the crash in the port of Oslo.";
        assert_eq!(
            conflicts(salt, "Salted ice caused the crash in the port of Oslo."),
            []
        );
    }

    #[test]
    fn several_things_have_several_causes() {
        let ice = "Ice caused accidents in the port of Oslo.";
        assert_eq!(
            conflicts(ice, "Speeding caused accidents in the port of Oslo."),
            []
        );
        let fire = "The fire in the port of Oslo was partly caused by a gas leak.";
        assert_eq!(
            conflicts(
                fire,
                "The fire in the port of Oslo was caused by an electrical fault."
            ),
            []
        );
    }
}
