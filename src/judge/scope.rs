//! What only one of them says: it narrows that side.

use crate::align::{Pair, Part, WordRelation, numbers_beside, says_no_more};
use crate::claim::Claim;
use crate::judge::evidence;
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::adjectives::{self, Narrowing};
use crate::lexicon::degree;
use crate::proposition::{
    ModifierKind, PredicateClass, Proposition, Qualifier, Quantifier, Role, Tense, Term,
};
use crate::span::Words;

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let alignment = pair.alignment();
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let left = narrowing(
        pair.a(),
        a,
        b,
        &alignment.only_a,
        alignment.times.is_some(),
        alignment.quantities.is_some(),
    );
    let right = narrowing(
        pair.b(),
        b,
        a,
        &alignment.only_b,
        alignment.times.is_some(),
        alignment.quantities.is_some(),
    );
    if let Some(adjective) = not_narrowed(a, b).or_else(|| not_narrowed(b, a)) {
        let note = format!("who is {adjective} need not be it");
        steps.push(Step::new("scope.adjective", Natural::Independence, 900, note).failed(Kind::CanBothHold));
        return;
    }
    // A chief of police and a chief of state: what each is beside the other is another thing.
    let nominal = [a, b]
        .iter()
        .all(|p| p.predicate.class == PredicateClass::Nominal);
    let apart = speak_apart(pair) || nominal && !left.is_empty() && !right.is_empty();
    let reliability = if apart { 700 } else { 960 };
    let narrower =
        |relation, note| Step::new("scope.narrower", relation, reliability, note).beside_the_core();
    if !left.is_empty() {
        steps.push(narrower(Natural::Forward, "the first says more").on(left, Vec::new()));
    }
    if !right.is_empty() {
        steps.push(narrower(Natural::Reverse, "the second says more").on(Vec::new(), right));
    }
}

/// An adjective that only one has and that does not narrow what somebody is said to be: "a former member", "a fake passport".
fn not_narrowed<'p>(own: &'p Proposition, other: &Proposition) -> Option<&'p str> {
    let nominal = |p: &Proposition| p.predicate.class == PredicateClass::Nominal;
    let mut heads = own.predicate.modifiers.iter().map(|m| m.term.head.as_str());
    let has = |head: &str| other.predicate.modifiers.iter().any(|m| m.term.head == head);
    let narrows = |head: &str| match adjectives::narrowing(head) {
        Narrowing::Narrows => true,
        Narrowing::Once => other.predicate.tense == Tense::Past,
        Narrowing::Open | Narrowing::Undoes => false,
    };
    heads.find(|head| nominal(own) && nominal(other) && !narrows(head) && !has(head))
}

/// Whether the predicates are two words or an empty one, and each has a complement that the other lacks: "arrived in
/// Britain", "comes from a good family". What they share is then little more than that something is said of somebody.
fn speak_apart(pair: &Pair<'_>) -> bool {
    let alignment = pair.alignment();
    let completes = |claim: &Claim, only: &[Part]| {
        only.iter().any(|&part| match part {
            Part::Argument(i) => {
                let role = claim.proposition.arguments.get(i).map(|a| a.role);
                role != Some(Role::Subject) && !remarks(&claim.proposition, part)
            }
            Part::Qualifier(_) => true,
            Part::Within(..) | Part::Modifier(_) => false,
        })
    };
    let one_word = matches!(
        alignment.predicate.words,
        WordRelation::Same | WordRelation::Derived
    );
    // "Is from Oslo", "is among the winners": the verb says nothing by itself.
    let empty = pair.a().proposition.predicate.lemma == "be";
    (empty || !one_word) && completes(pair.a(), &alignment.only_a) && completes(pair.b(), &alignment.only_b)
}

/// The words of one side that narrow it and have no counterpart on the other.
fn narrowing(
    claim: &Claim,
    own: &Proposition,
    other: &Proposition,
    only: &[Part],
    times_meet: bool,
    quantities_meet: bool,
) -> Vec<Words> {
    let mut words: Vec<Words> = only
        .iter()
        .filter(|&&part| !remarks(own, part) && !names_the_place(own, part, other))
        .flat_map(|&part| evidence::of_part(claim, part))
        .collect();
    for qualifier in &own.qualifiers {
        match qualifier {
            Qualifier::Time { words: said, .. } if !times_meet => words.push(said.clone()),
            Qualifier::Quantity { words: said, .. } if !quantities_meet => words.push(said.clone()),
            Qualifier::Clause { marker, term } if narrows(marker) => {
                words.extend(evidence::of_term(claim, term));
            }
            _ => {}
        }
    }
    for modifier in &own.predicate.modifiers {
        // Numbers have been compared by their own rule.
        let mut others = other.predicate.modifiers.iter();
        let met = others.any(|m| numbers_beside(modifier, m).is_some() || says_no_more(modifier, m));
        let counts = match modifier.kind {
            // What is "still" so is so, and what is so "no longer" is not.
            ModifierKind::Adverb if modifier.term.head == "still" => false,
            ModifierKind::Adverb if modifier.term.head == "long" && is_still(other) => false,
            ModifierKind::Adverb => degree::modifier(&modifier.term.head) != Some(degree::Modifier::Near),
            ModifierKind::Apposition => false,
            ModifierKind::Preposition
                if is_remark(
                    modifier.marker.as_deref().unwrap_or_default(),
                    &modifier.term.head,
                ) =>
            {
                false
            }
            _ => own.predicate.class == PredicateClass::Nominal,
        };
        if counts && !met {
            words.extend(evidence::of_term(claim, &modifier.term));
        }
    }
    words
}

/// Whether a part only tells where it is, and the other names that as well: "its plant in Leeds", "its Leeds plant".
fn names_the_place(own: &Proposition, part: Part, other: &Proposition) -> bool {
    let name = part.term(own).and_then(Term::name);
    matches!(part, Part::Qualifier(_)) && name.is_some_and(|name| other.names().contains(&name))
}

/// Whether something is said to be still so.
fn is_still(proposition: &Proposition) -> bool {
    let mut modifiers = proposition.predicate.modifiers.iter();
    modifiers.any(|m| m.kind == ModifierKind::Adverb && m.term.head == "still")
}

/// Whether a clause with this conjunction restricts what is claimed; one that gives a reason or a contrast does not.
fn narrows(marker: &str) -> bool {
    matches!(
        marker,
        "if" | "unless" | "when" | "whenever" | "until" | "before" | "after" | "where" | "once" | "to" | "by"
    )
}

/// Whether a phrase comments on the claim, compares it with another or gives its reason, and leaves it as wide as it is:
/// "in fact", "to his dismay", "unlike Japan", "because of the rain".
fn is_remark(marker: &str, head: &str) -> bool {
    const MARKERS: &str =
        "unlike despite besides notwithstanding given considering regarding concerning amid";
    const PHRASES: [&str; 11] = [
        "because of",
        "due to",
        "thanks to",
        "in spite of",
        "along with",
        "as well as",
        "in addition to",
        "apart from",
        "instead of",
        "contrary to",
        "owing to",
    ];
    const HEADS: &str = "fact course start example instance particular general reality truth addition contrast surprise dismay \
        chagrin delight relief regret horror annoyance disappointment satisfaction";
    MARKERS.split_whitespace().any(|m| m == marker)
        || PHRASES.contains(&marker)
        || HEADS.split_whitespace().any(|h| h == head)
}

/// Whether a part is such a phrase.
fn remarks(proposition: &Proposition, part: Part) -> bool {
    let Part::Argument(i) = part else { return false };
    proposition.arguments.get(i).is_some_and(|argument| {
        let marker = argument.marker.as_deref().unwrap_or_default();
        // "For all their efforts" is as much as "despite their efforts".
        let concedes = marker == "for" && argument.term.quantifier == Quantifier::All;
        argument.role == Role::Oblique && (concedes || is_remark(marker, &argument.term.head))
    })
}

#[cfg(test)]
mod tests {
    use crate::judge::fixture::compared;

    fn links(a: &str, b: &str) -> usize {
        compared(a, b).links().len()
    }

    #[test]
    fn other_words_about_other_things_are_another_fact() {
        let arrived = "Nadia Brandt arrived in Lisbon as a young girl.";
        assert_eq!(links(arrived, "Nadia Brandt comes from a family of bakers."), 0);
        assert_eq!(links(arrived, "Nadia Brandt came to Lisbon."), 1);
        assert_eq!(
            links(
                "Nadia Brandt is from Lisbon.",
                "Nadia Brandt is among the winners."
            ),
            0
        );
    }

    #[test]
    fn two_descriptions_of_one_that_lack_each_other_are_two_facts() {
        let harbour = "Harbour director Nadia Brandt resigned.";
        assert_eq!(links(harbour, "Former director Nadia Brandt sang."), 0);
        assert_eq!(links(harbour, "Nadia Brandt, the director, sang."), 1);
    }
}
