//! Claims that are told in the same words but for one thing: that is told otherwise, and they do not agree.

use itertools::Itertools;

use crate::align::{Pair, PartMatch, WordRelation, Wording, is_pronoun};
use crate::claim::Claim;
use crate::entity::EntityKind;
use crate::judge::apart::ALIKE;
use crate::judge::shared::agree;
use crate::judge::wording::{self, MUCH, WHOLE};
use crate::judgement::{Kind, Natural, Step};
use crate::proposition::{PredicateClass, Qualifier, Quantifier, Term};
use crate::span::Words;

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let Some(shared) = &pair.alignment().wording else {
        return;
    };
    let part = shared.of_a.min(shared.of_b);
    // Two descriptions that differ are words of their own.
    let described = steps.last().is_some_and(|last| &*last.rule == "term.other");
    let whole = if described { HALF } else { WHOLE };
    if let Some(kind) = differs(pair, steps).filter(|_| part >= whole) {
        if let Some(conflict) = conflict(shared, steps.last(), kind) {
            *steps = conflict;
        }
    } else if part >= HALF && agree(steps) && name_others(pair) {
        steps.push(
            Step::new(
                "otherwise.names",
                Natural::Independence,
                800,
                "much else is told in the same words, and each names what the other does not",
            )
            .failed(Kind::DifferentReferent),
        );
    }
}

/// Whether [`rule`] may find a conflict where parts differ.
pub(super) fn settles(pair: &Pair<'_>) -> bool {
    let shared = pair.alignment().wording.as_ref();
    shared.is_some_and(|w| w.of_a.min(w.of_b) >= HALF && w.score() >= MUCH)
}

/// What a gate found to be another on the two sides, if it is one thing.
fn differs(pair: &Pair<'_>, steps: &[Step]) -> Option<Kind> {
    let clashes = pair.alignment().parts.iter().filter(|p| p.clashes()).count();
    match &*steps.last()?.rule {
        _ if clashes > 1 => None,
        "time.different" => Some(Kind::Time),
        "place.different" => Some(Kind::Place),
        "referent.different" if named_in_full(pair, steps) => Some(Kind::Value),
        "term.other" if named_in_full(pair, steps) && described_apart(pair) => Some(Kind::Value),
        _ => None,
    }
}

/// "By her nephew", "by the cleaner": two that are known, in one place of one deed, and nothing else differs.
fn described_apart(pair: &Pair<'_>) -> bool {
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let mut apart = pair.alignment().parts.iter().filter(|p| !p.meets());
    let (Some(only), None) = (apart.next(), apart.next()) else {
        return false;
    };
    let known = |term: Option<&Term>| {
        // "The three of us" are whoever speaks.
        let spoken = |t: &Term| t.text.split(' ').any(|word| is_pronoun(&word.to_lowercase()));
        term.is_some_and(|t| {
            t.entity.is_none() && !t.plural && t.quantifier == Quantifier::Definite && !spoken(t)
        })
    };
    let one_word = matches!(
        pair.alignment().predicate.words,
        WordRelation::Same | WordRelation::Synonym
    );
    let core = |p: &PartMatch| p.a.role(a).is_some() && p.a.role(a) == p.b.role(b);
    one_word && core(only) && known(only.a.term(a)) && known(only.b.term(b)) && only.terms.likeness < ALIKE
}

/// Whether both tell of a deed, and their own words name who or what differs: whom a pronoun stands for is not told.
fn named_in_full(pair: &Pair<'_>, steps: &[Step]) -> bool {
    let told = |claim: &Claim, words: &[Words]| {
        claim.proposition.predicate.class == PredicateClass::Event
            && words
                .iter()
                .all(|w| claim.quote.span.contains(w.span) && !is_pronoun(&w.text.to_lowercase()))
    };
    steps
        .last()
        .is_some_and(|last| told(pair.a(), &last.a) && told(pair.b(), &last.b))
}

/// The steps that lead to a conflict: one event is told in two ways, if so much else is told alike.
fn conflict(shared: &Wording, last: Option<&Step>, kind: Kind) -> Option<Vec<Step>> {
    let other = Step::new(
        "otherwise.told",
        Natural::Alternation,
        900,
        "all else is told in the same words",
    )
    .on(last?.a.clone(), last?.b.clone())
    .with_kind(kind)
    .in_tension();
    // "It" is whatever each text speaks of.
    let text = |words: &[Words]| words.iter().map(|w| w.text.to_lowercase()).collect_vec();
    let apart = text(&other.a) != text(&other.b);
    (apart && shared.score() >= MUCH).then(|| vec![wording::shown(shared), other])
}

/// Whether each of two claims names somebody, some place or some body that the other does not.
fn name_others(pair: &Pair<'_>) -> bool {
    let (left, right) = (names(pair.a()), names(pair.b()));
    let met = |name: &str, than: &[Named]| {
        let mut words = than.iter().flat_map(|(_, other)| other.split(' '));
        words.any(|word| name.split(' ').any(|w| w == word))
    };
    let own = |of: &[Named], than: &[Named]| -> Vec<EntityKind> {
        let own = of.iter().filter(|(_, name)| !met(name, than));
        own.map(|(kind, _)| *kind).collect()
    };
    let (left, right) = (own(&left, &right), own(&right, &left));
    let alike = |(x, y): (&EntityKind, &EntityKind)| x == y || [x, y].contains(&&EntityKind::Other);
    left.iter().cartesian_product(&right).any(alike)
}

/// A name in small letters, with what kind of thing it names.
type Named = (EntityKind, String);

/// All names in a claim.
fn names(claim: &Claim) -> Vec<Named> {
    let mut found = Vec::new();
    let proposition = &claim.proposition;
    for argument in &proposition.arguments {
        name(&argument.term, &mut found);
    }
    for modifier in &proposition.predicate.modifiers {
        name(&modifier.term, &mut found);
    }
    for qualifier in &proposition.qualifiers {
        if let Qualifier::Place { term, .. } = qualifier {
            name(term, &mut found);
        }
    }
    found
}

fn name(term: &Term, found: &mut Vec<Named>) {
    if let Some(entity) = &term.entity {
        // A country is a place as well.
        let kind = match entity.kind {
            EntityKind::Country => EntityKind::Place,
            kind => kind,
        };
        found.push((kind, entity.name.to_lowercase()));
    }
    for inner in term.modifiers.iter().map(|m| &m.term).chain(&term.members) {
        name(inner, found);
    }
}

/// Words shared that are so much of a claim, in thousandths, are half of it.
const HALF: u16 = 500;

#[cfg(test)]
mod tests {
    use crate::judge::fixture::{STORY, retold};
    use crate::judgement::{Kind, Relation};

    /// How what the first texts tell is linked.
    fn linked(a: &str, b: &str) -> Vec<(Relation, Kind)> {
        let report = retold(a, b, STORY);
        let links = report.links().iter().map(|l| &l.judgement);
        links.map(|j| (j.relation, j.kind)).collect()
    }

    #[test]
    fn one_event_is_told_with_another_time_place_or_person() {
        let conflict = |kind| vec![(Relation::Conflict, kind)];
        let ban = |day: &str| format!("The ban on diesel cars takes effect on {day}.");
        assert_eq!(
            linked(&ban("1 September"), &ban("1 October")),
            conflict(Kind::Time)
        );
        let striker =
            |town: &str| format!("The striker from {town} won the match with a late goal on Sunday.");
        assert_eq!(
            linked(&striker("Leeds"), &striker("Derby")),
            conflict(Kind::Value)
        );
        let sold = "Torvex sold the mill to Acme Works in June 2019.";
        assert_eq!(
            linked("Acme Works bought the mill from Torvex in May 2019.", sold),
            conflict(Kind::Time)
        );
    }

    #[test]
    fn two_that_are_known_did_not_both_do_one_deed() {
        let attacked = |by: &str| format!("The convoy was attacked near Bergen by {by} on Monday.");
        let told = |by: &str| linked(&attacked("the army"), &attacked(by));
        assert_eq!(told("the rebel group"), [(Relation::Conflict, Kind::Value)]);
        assert_eq!(told("a rebel group"), []);
        let of_us =
            |three: &str| format!("The {three} of us made the film about the old swans together in Bergen.");
        let links = linked(&of_us("three"), &of_us("3"));
        assert!(
            links.iter().all(|(relation, _)| *relation == Relation::Agree),
            "{links:?}"
        );
    }

    #[test]
    fn whom_a_pronoun_stands_for_is_not_told() {
        let worked = "Pavel Novak is a cook. He has worked at the harbour restaurant for six years.";
        let other = "Jan Berg is a cook. He has worked at the harbour restaurant for six years.";
        let links = linked(worked, other);
        assert!(
            links.iter().all(|(relation, _)| *relation == Relation::Agree),
            "{links:?}"
        );
    }

    #[test]
    fn what_is_told_in_fewer_of_the_same_words_may_be_another_event() {
        let opened = "Lind opened the fish market in Bergen with two ministers on Friday.";
        assert_eq!(
            linked(opened, "Lind opened the ferry line to Drammen on Friday."),
            []
        );
    }

    #[test]
    fn two_that_name_two_places_do_not_agree() {
        let first = "A fire destroyed two empty warehouses at the harbour of Leeds overnight.";
        let second = "Two empty warehouses were on fire overnight at the harbour of Derby.";
        assert_eq!(linked(first, second), []);
        assert_eq!(linked(first, &second.replace("Derby", "Leeds")).len(), 1);
    }
}
