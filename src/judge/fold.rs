//! Steps and voices to an outcome: the gates, the joined relation, the commitments, the confidence.
//!
//! The relations are those of natural logic and are joined by their table (`MacCartney` and Manning 2009, "An extended model
//! of natural logic"); the commitments are compared on the scale of FactBank (Saurí and Pustejovsky 2009).

use std::cmp::Ordering;

use crate::commitment::Factuality;
use crate::judgement::{Direction, Judgement, Kind, Natural, Relation, Step, Strength, Voice};

/// What the steps and voices come to.
struct Outcome {
    relation: Relation,
    kind: Kind,
    direction: Option<Direction>,
    strength: Option<Strength>,
}

/// Computes the judgement that the steps and voices lead to.
///
/// A failed gate ends in neutral with the gate's near miss. Else the relations of the steps are joined, and the joined
/// relation is read under the two voices' commitments. Steps marked as aside narrow one side without touching what is
/// claimed at its core; they decide the direction and whether a denial reaches the other claim.
pub fn fold(steps: Vec<Step>, voice_a: Voice, voice_b: Voice) -> Judgement {
    let outcome = outcome(&steps, voice_a.factuality, voice_b.factuality);
    let confidence = confidence(&steps, &outcome, voice_a.factuality, voice_b.factuality);
    Judgement {
        relation: outcome.relation,
        kind: outcome.kind,
        direction: outcome.direction,
        strength: outcome.strength,
        confidence,
        voice_a,
        voice_b,
        steps,
    }
}

fn outcome(steps: &[Step], a: Factuality, b: Factuality) -> Outcome {
    if let Some(gate) = steps.iter().find(|s| s.gate) {
        return neutral(gate.kind.unwrap_or(Kind::Unrelated));
    }
    let join_of =
        |relations: &mut dyn Iterator<Item = Natural>| relations.fold(Natural::Equivalence, Natural::join);
    let core = || steps.iter().filter(|s| !s.aside).map(|s| s.relation);
    let aside = |relation: Natural| {
        steps
            .iter()
            .filter(move |s| s.aside && s.relation == relation)
            .map(|s| s.relation)
    };
    // What only the first says is taken away from it before the cores meet, what only the second says is added after.
    let whole = join_of(
        &mut aside(Natural::Forward)
            .chain(core())
            .chain(aside(Natural::Reverse)),
    );
    let core = join_of(&mut core());
    if core == Natural::Independence {
        return neutral(Kind::Unrelated);
    }
    match (a.value(), b.value()) {
        (Some(x), Some(y)) => committed(steps, core, whole, x, y),
        _ if a == Factuality::Uncommitted || b == Factuality::Uncommitted => neutral(Kind::ReportedOnly),
        _ => uncertain(core, whole, a, b),
    }
}

/// Both voices stand somewhere on the scale.
fn committed(steps: &[Step], core: Natural, whole: Natural, x: i8, y: i8) -> Outcome {
    // Reads the relation between what the voices hold, not between the bare propositions: a negated side turns it.
    let as_held = |relation: Natural| held(relation, Factuality::from_value(x), Factuality::from_value(y));
    let lend = |default: Kind| steps.iter().rev().find_map(|s| s.kind).unwrap_or(default);
    let sure = x.abs() + y.abs() >= 4;
    match (as_held(core), as_held(whole)) {
        (Natural::Negation | Natural::Alternation, Natural::Negation | Natural::Alternation) if sure => {
            let kind = if (x > 0) == (y > 0) || conflict_kind(steps).is_some_and(|k| k == Kind::Roles) {
                conflict_kind(steps).unwrap_or(Kind::Opposites)
            } else {
                Kind::Negation
            };
            let tension = steps.iter().any(|s| s.tension) || x.abs() < 3 || y.abs() < 3;
            Outcome {
                relation: Relation::Conflict,
                kind,
                direction: None,
                strength: Some(if tension {
                    Strength::Tension
                } else {
                    Strength::Strict
                }),
            }
        }
        (Natural::Negation | Natural::Alternation, Natural::Negation | Natural::Alternation) => {
            neutral(Kind::BothPossible)
        }
        (Natural::Negation | Natural::Alternation, _) => neutral(Kind::DifferentScope),
        (Natural::Equivalence | Natural::Forward | Natural::Reverse, whole) => {
            let direction = direction(whole.join(surer(x, y)));
            let from_steps = lend(Kind::Same);
            let kind = if matches!(from_steps, Kind::Rounding | Kind::Converse) {
                from_steps
            } else if direction == Some(Direction::Same) || direction.is_none() {
                Kind::Same
            } else {
                Kind::Refines
            };
            Outcome {
                relation: Relation::Agree,
                kind,
                direction,
                strength: None,
            }
        }
        _ => neutral(Kind::CanBothHold),
    }
}

/// Who is surer says more: what is so may well be so.
fn surer(x: i8, y: i8) -> Natural {
    match x.abs().cmp(&y.abs()) {
        Ordering::Greater => Natural::Forward,
        Ordering::Equal => Natural::Equivalence,
        Ordering::Less => Natural::Reverse,
    }
}

/// The relation between two bare propositions whose holders' positions relate as given; the other way round it is the
/// same.
pub(crate) fn held(relation: Natural, a: Factuality, b: Factuality) -> Natural {
    let denies = |f: Factuality| f.value().is_some_and(|v| v < 0);
    match (denies(a), denies(b)) {
        (false, false) => relation,
        (false, true) => complement_right(relation),
        (true, false) => complement_left(relation),
        (true, true) => complement_left(complement_right(relation)),
    }
}

/// Which of two agreeing claims says more.
fn direction(whole: Natural) -> Option<Direction> {
    match whole {
        Natural::Equivalence => Some(Direction::Same),
        Natural::Forward => Some(Direction::ARefinesB),
        Natural::Reverse => Some(Direction::BRefinesA),
        _ => None,
    }
}

/// At least one voice says that it is not known, and neither is without a position.
fn uncertain(core: Natural, whole: Natural, a: Factuality, b: Factuality) -> Outcome {
    let near = core.is_near();
    let strengths = [a, b].map(|f| f.value().map(i8::abs));
    match strengths {
        [None, None | Some(1)] | [Some(1), None] if near => Outcome {
            relation: Relation::Agree,
            kind: Kind::BothUncertain,
            direction: direction(whole),
            strength: None,
        },
        // What is certain entails what the other calls unknown, so that the two really meet.
        [None, Some(3)] if matches!(whole, Natural::Equivalence | Natural::Reverse) => certainty(),
        [Some(3), None] if matches!(whole, Natural::Equivalence | Natural::Forward) => certainty(),
        _ => neutral(Kind::CanBothHold),
    }
}

fn certainty() -> Outcome {
    Outcome {
        relation: Relation::Conflict,
        kind: Kind::Certainty,
        direction: None,
        strength: Some(Strength::Tension),
    }
}

fn neutral(kind: Kind) -> Outcome {
    Outcome {
        relation: Relation::Neutral,
        kind,
        direction: None,
        strength: None,
    }
}

/// The kind that the last excluding step lends.
fn conflict_kind(steps: &[Step]) -> Option<Kind> {
    steps
        .iter()
        .rev()
        .filter(|s| matches!(s.relation, Natural::Negation | Natural::Alternation))
        .find_map(|s| s.kind)
}

/// The relation of p to not-q, given that of p to q.
fn complement_right(relation: Natural) -> Natural {
    match relation {
        Natural::Equivalence => Natural::Negation,
        Natural::Forward => Natural::Alternation,
        Natural::Reverse => Natural::Cover,
        Natural::Negation => Natural::Equivalence,
        Natural::Alternation => Natural::Forward,
        Natural::Cover => Natural::Reverse,
        Natural::Independence => Natural::Independence,
    }
}

/// The relation of not-p to q, given that of p to q.
fn complement_left(relation: Natural) -> Natural {
    complement_right(relation.mirrored()).mirrored()
}

/// The product of the steps' reliabilities, and of the commitments' own: less for what is only probable.
fn confidence(steps: &[Step], outcome: &Outcome, a: Factuality, b: Factuality) -> u16 {
    let product = |start: u32, part: u16| start * u32::from(part.min(1000)) / 1000;
    let gate = steps.iter().find(|s| s.gate);
    let of_steps = match gate {
        Some(step) => u32::from(step.reliability.min(1000)),
        None => steps.iter().map(|s| s.reliability).fold(1000, product),
    };
    let hedged = [a, b]
        .iter()
        .filter(|f| f.value().is_none_or(|v| v.abs() < 3))
        .count();
    let of_voices = match (outcome.relation, hedged) {
        (Relation::Neutral, _) | (_, 0) => 1000,
        (_, 1) => 900,
        _ => 850,
    };
    product(of_steps, of_voices) as u16
}

#[cfg(test)]
mod tests {
    use super::*;
    use Natural::{Alternation, Cover, Equivalence, Forward, Independence, Negation, Reverse};

    const ALL: [Natural; 7] = [
        Equivalence,
        Forward,
        Reverse,
        Negation,
        Alternation,
        Cover,
        Independence,
    ];

    /// The truth values of (p, q) that a relation allows, as a set of four bits.
    fn allowed(relation: Natural) -> u8 {
        // Bits: 1 both, 2 only p, 4 only q, 8 neither.
        match relation {
            Equivalence => 0b1001,
            Forward => 0b1101,
            Reverse => 0b1011,
            Negation => 0b0110,
            Alternation => 0b1110,
            Cover => 0b0111,
            Independence => 0b1111,
        }
    }

    #[test]
    fn the_join_allows_just_what_the_two_relations_allow() {
        for first in ALL {
            for second in ALL {
                let mut possible = 0u8;
                for p in [true, false] {
                    for q in [true, false] {
                        for r in [true, false] {
                            let bit = |x: bool, y: bool| match (x, y) {
                                (true, true) => 1,
                                (true, false) => 2,
                                (false, true) => 4,
                                (false, false) => 8,
                            };
                            if allowed(first) & bit(p, q) != 0 && allowed(second) & bit(q, r) != 0 {
                                possible |= bit(p, r);
                            }
                        }
                    }
                }
                assert_eq!(allowed(first.join(second)), possible, "{first:?} then {second:?}");
            }
        }
    }

    #[test]
    fn complements_swap_truth_values() {
        for relation in ALL {
            let bits = allowed(relation);
            let right = (bits & 1) << 1 | (bits & 2) >> 1 | (bits & 4) << 1 | (bits & 8) >> 1;
            assert_eq!(allowed(complement_right(relation)), right, "{relation:?}");
            assert_eq!(complement_left(complement_left(relation)), relation);
        }
    }
}
