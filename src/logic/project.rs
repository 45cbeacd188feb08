//! What becomes of a relation between words in the context they stand in.

use crate::ablation::Part;
use crate::judgement::Natural;

/// How a context carries each relation outwards (`MacCartney` and Manning 2009).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Way {
    /// ⊏ comes out as ⊏, as ⊐, or is lost.
    pub(super) turn: Turn,
    negation: Natural,
    alternation: Natural,
    cover: Natural,
}

/// What becomes of the direction of an entailment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Kept,
    Turned,
    Lost,
}

use Natural::{Alternation, Cover, Independence, Negation};

impl Way {
    /// What is said of somebody in particular.
    pub(super) const UP: Way = Way::of(Turn::Kept, Negation, Alternation, Cover);
    /// Below a negation.
    pub(super) const NOT: Way = Way::of(Turn::Turned, Negation, Cover, Alternation);
    /// The kind that something unknown belongs to.
    pub(super) const SOME: Way = Way::of(Turn::Kept, Cover, Independence, Cover);
    /// The kind that something known belongs to: another kind is another thing.
    pub(super) const THE: Way = Way::of(Turn::Kept, Independence, Independence, Independence);
    /// What is said of all or most.
    pub(super) const MOST: Way = Way::of(Turn::Kept, Alternation, Alternation, Independence);
    /// The kind that all of which are spoken of.
    pub(super) const EVERY: Way = Way::of(Turn::Turned, Alternation, Independence, Alternation);
    /// Either part of a "no".
    pub(super) const NO: Way = Way::of(Turn::Turned, Alternation, Independence, Alternation);
    /// Where less may be put for more, and no more is known.
    pub(super) const DOWN: Way = Way::of(Turn::Turned, Independence, Independence, Independence);
    /// What is possible, believed, or wanted.
    pub(super) const OPEN: Way = Way::of(Turn::Kept, Independence, Independence, Independence);
    /// Where nothing may be exchanged for what is not the same.
    pub(super) const NONE: Way = Way::of(Turn::Lost, Independence, Independence, Independence);

    const fn of(turn: Turn, negation: Natural, alternation: Natural, cover: Natural) -> Way {
        Way {
            turn,
            negation,
            alternation,
            cover,
        }
    }

    /// The relation of the whole, given that of the parts.
    pub(super) fn carry(self, relation: Natural) -> Natural {
        match (relation, self.turn) {
            (Natural::Equivalence, _) | (Natural::Forward | Natural::Reverse, Turn::Kept) => relation,
            (Natural::Forward | Natural::Reverse, Turn::Turned) => relation.mirrored(),
            (Negation, _) => self.negation,
            (Alternation, _) => self.alternation,
            (Cover, _) => self.cover,
            (Independence, _) | (Natural::Forward | Natural::Reverse, Turn::Lost) => Independence,
        }
    }
}

/// Carries a relation outwards through the operators above it.
pub(super) fn project(relation: Natural, ways: &[Way]) -> Natural {
    if !Part::LogicContext.is_kept() {
        return relation;
    }
    ways.iter().fold(relation, |r, way| way.carry(r))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_negations_are_none() {
        for relation in [Natural::Forward, Natural::Reverse, Negation, Alternation, Cover] {
            assert_eq!(Way::NOT.carry(Way::NOT.carry(relation)), relation);
        }
    }
}
