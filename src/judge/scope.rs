//! What only one of them says: it narrows that side.

use crate::align::{Pair, Part};
use crate::claim::Claim;
use crate::judge::evidence;
use crate::judgement::{Natural, Step};
use crate::lexicon::degree;
use crate::proposition::{ModifierKind, PredicateClass, Proposition, Qualifier};
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
    if !left.is_empty() {
        steps.push(
            Step::new("scope.narrower", Natural::Forward, 960, "the first says more")
                .beside_the_core()
                .on(left, Vec::new()),
        );
    }
    if !right.is_empty() {
        steps.push(
            Step::new("scope.narrower", Natural::Reverse, 960, "the second says more")
                .beside_the_core()
                .on(Vec::new(), right),
        );
    }
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
        .flat_map(|&part| evidence::of_part(claim, part))
        .collect();
    for qualifier in &own.qualifiers {
        match qualifier {
            Qualifier::Time { words: said, .. } if !times_meet => words.push(said.clone()),
            Qualifier::Quantity { words: said, .. } if !quantities_meet => words.push(said.clone()),
            Qualifier::Clause { marker, term } if narrows(marker) => {
                words.push(Words {
                    span: term.span,
                    text: term.text.clone(),
                });
            }
            _ => {}
        }
    }
    for modifier in &own.predicate.modifiers {
        let met = other
            .predicate
            .modifiers
            .iter()
            .any(|m| m.term.head == modifier.term.head);
        let counts = match modifier.kind {
            ModifierKind::Adverb => {
                !is_comment(&modifier.term.head)
                    && degree::modifier(&modifier.term.head) != Some(degree::Modifier::Near)
            }
            ModifierKind::Apposition => false,
            _ => own.predicate.class == PredicateClass::Nominal,
        };
        if counts && !met {
            words.push(Words {
                span: modifier.term.span,
                text: modifier.term.text.clone(),
            });
        }
    }
    words
}

/// Whether a clause with this conjunction restricts what is claimed; one that gives a reason or a contrast does not.
fn narrows(marker: &str) -> bool {
    matches!(
        marker,
        "if" | "unless" | "when" | "whenever" | "until" | "before" | "after" | "where" | "once" | "to" | "by"
    )
}

/// Adverbs that comment on the claim and leave it as wide as it is.
fn is_comment(adverb: &str) -> bool {
    matches!(
        adverb,
        "also"
            | "however"
            | "indeed"
            | "actually"
            | "really"
            | "truly"
            | "therefore"
            | "thus"
            | "still"
            | "already"
            | "now"
            | "then"
            | "even"
            | "just"
            | "too"
            | "moreover"
            | "furthermore"
            | "meanwhile"
            | "instead"
            | "though"
            | "nevertheless"
            | "nonetheless"
            | "clearly"
            | "obviously"
            | "certainly"
            | "surely"
            | "fact"
            | "in fact"
            | "unfortunately"
            | "fortunately"
            | "finally"
            | "recently"
            | "widely"
            | "simply"
            | "well"
            | "so"
            | "ever"
    )
}
