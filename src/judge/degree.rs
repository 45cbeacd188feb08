//! How much of it there is: flourishing against practically non-existent.

use crate::align::{Pair, Part, WordRelation, pos};
use crate::claim::Claim;
use crate::judge::evidence;
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::degree::{self, Direction};
use crate::proposition::{ModifierKind, PredicateClass, Role};

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    if pair.alignment().predicate.words.is_near() {
        return;
    }
    let Some((a, b)) = scale(pair) else { return };
    let words = (evidence::of_predicate(pair.a()), evidence::of_predicate(pair.b()));
    let apart = a.level.abs_diff(b.level);
    let made = if apart >= FAR {
        let made = Step::new(
            "degree.apart",
            Natural::Alternation,
            880,
            format!("one puts it at {} of 100, the other at {}", a.level, b.level),
        )
        .with_kind(Kind::Degree);
        if a.moving || b.moving {
            made.in_tension()
        } else {
            made
        }
    } else if apart <= NEAR && !a.moving && !b.moving {
        Step::new(
            "degree.near",
            Natural::Equivalence,
            800,
            "both say that there is about as much of it",
        )
    } else {
        Step::new("degree.between", Natural::Independence, 900, "both can be so").failed(Kind::CanBothHold)
    };
    steps.push(made.on(words.0, words.1));
}

/// Levels this far apart exclude each other.
const FAR: u8 = 50;
/// Levels this near say the same.
const NEAR: u8 = 15;

/// Where a claim puts its subject on the scale from nothing to as much as can be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Level {
    pub(super) level: u8,
    /// Whether it only tells that it grows or shrinks.
    pub(super) moving: bool,
}

/// The levels of both claims, if both put the same subject on the scale and their predicates do not compare as words.
pub(super) fn scale(pair: &Pair<'_>) -> Option<(Level, Level)> {
    if matches!(pair.alignment().predicate.words, WordRelation::Opposite(_)) {
        return None;
    }
    let subject = |part: Part, claim: &Claim| part.role(&claim.proposition) == Some(Role::Subject);
    let same =
        pair.alignment().parts.iter().any(|p| {
            subject(p.a, pair.a()) && subject(p.b, pair.b()) && (p.meets() || p.terms.likeness >= 500)
        });
    // Who raises money does not grow; of two short texts more than that shows what they are about.
    let transitive = |claim: &Claim| {
        claim.proposition.predicate.class == PredicateClass::Event
            && claim.proposition.argument(Role::Object).is_some()
    };
    if pair.alignment().documents && (transitive(pair.a()) || transitive(pair.b())) {
        return None;
    }
    // Whoever died, and a car that disappeared, were never more or less.
    let befell = |claim: &Claim| {
        let class = claim.proposition.predicate.class;
        let named = claim
            .proposition
            .argument(Role::Subject)
            .is_some_and(|s| s.entity.is_some());
        named && matches!(class, PredicateClass::Event | PredicateClass::Existence)
    };
    if befell(pair.a()) || befell(pair.b()) {
        return None;
    }
    let levels = (level(pair.a())?, level(pair.b())?);
    same.then_some(levels)
}

fn level(claim: &Claim) -> Option<Level> {
    let predicate = &claim.proposition.predicate;
    if predicate.class == PredicateClass::Existence {
        return Some(Level {
            level: 50,
            moving: true,
        });
    }
    let pos = pos(predicate);
    if let Some(base) = degree::level(&predicate.lemma, pos) {
        let modifiers = predicate
            .modifiers
            .iter()
            .filter(|m| m.kind == ModifierKind::Adverb);
        let moved = degree::modified_level(base, modifiers.filter_map(|m| degree::modifier(&m.term.head)));
        return Some(Level {
            level: moved.clamp(0, 100).unsigned_abs(),
            moving: false,
        });
    }
    match degree::direction(&predicate.lemma, pos)? {
        // What grows is there; what shrinks may still be large.
        Direction::Up => Some(Level {
            level: 60,
            moving: true,
        }),
        Direction::Down | Direction::Level => None,
    }
}
