//! Who is committed to a proposition, and how surely.

use serde::{Deserialize, Serialize};

use crate::entity::Entity;
use crate::span::Words;

/// One holder's factuality towards a proposition, on the scale of FactBank (Saurí and Pustejovsky 2009), with one value
/// more for what is said to be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Factuality {
    /// Certain that it is so.
    #[serde(rename = "CT+")]
    CertainPositive,
    /// Probable that it is so.
    #[serde(rename = "PR+")]
    ProbablePositive,
    /// Possible that it is so.
    #[serde(rename = "PS+")]
    PossiblePositive,
    /// Certain that it is not so.
    #[serde(rename = "CT-")]
    CertainNegative,
    /// Probable that it is not so.
    #[serde(rename = "PR-")]
    ProbableNegative,
    /// Possible that it is not so.
    #[serde(rename = "PS-")]
    PossibleNegative,
    /// Says that it is not known: "yet to be proved".
    #[serde(rename = "Unproven")]
    Unproven,
    /// Takes no position.
    #[serde(rename = "Uu")]
    Uncommitted,
}

impl Factuality {
    /// The place on the scale from −3 (certainly not) to +3 (certainly so); `None` where none is taken.
    pub fn value(self) -> Option<i8> {
        match self {
            Factuality::CertainPositive => Some(3),
            Factuality::ProbablePositive => Some(2),
            Factuality::PossiblePositive => Some(1),
            Factuality::PossibleNegative => Some(-1),
            Factuality::ProbableNegative => Some(-2),
            Factuality::CertainNegative => Some(-3),
            Factuality::Unproven | Factuality::Uncommitted => None,
        }
    }

    /// The value at a place on the scale; 0 is no position.
    pub fn from_value(value: i8) -> Factuality {
        match value {
            3.. => Factuality::CertainPositive,
            2 => Factuality::ProbablePositive,
            1 => Factuality::PossiblePositive,
            0 => Factuality::Uncommitted,
            -1 => Factuality::PossibleNegative,
            -2 => Factuality::ProbableNegative,
            _ => Factuality::CertainNegative,
        }
    }

    /// The same certainty of the opposite.
    #[must_use]
    pub fn negated(self) -> Factuality {
        self.value().map_or(self, |v| Factuality::from_value(-v))
    }

    /// No surer than `most` (1 possible, 2 probable, 3 certain).
    #[must_use]
    pub fn at_most(self, most: i8) -> Factuality {
        self.value()
            .map_or(self, |v| Factuality::from_value(v.signum() * v.abs().min(most)))
    }

    /// The code used by FactBank ("CT+"), "Unproven" or "Uu".
    pub fn code(self) -> &'static str {
        match self {
            Factuality::CertainPositive => "CT+",
            Factuality::ProbablePositive => "PR+",
            Factuality::PossiblePositive => "PS+",
            Factuality::CertainNegative => "CT-",
            Factuality::ProbableNegative => "PR-",
            Factuality::PossibleNegative => "PS-",
            Factuality::Unproven => "Unproven",
            Factuality::Uncommitted => "Uu",
        }
    }
}

/// Who is committed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Holder {
    /// The document's author.
    Author,
    /// Somebody named, or described so that a name was found ("the minister").
    Named {
        /// Who, by canonical name where one is known.
        entity: Entity,
        /// The words that name the holder.
        words: Words,
    },
    /// Somebody not named: "analysts", "it was widely reported".
    Unnamed {
        /// A description to print: "analysts", "reports".
        description: String,
        /// The words that stand for the holder, or for the cue if nobody is mentioned.
        words: Words,
    },
}

impl Holder {
    /// How to print the holder: "author", a name, or a description.
    pub fn name(&self) -> &str {
        match self {
            Holder::Author => "author",
            Holder::Named { entity, .. } => &entity.name,
            Holder::Unnamed { description, .. } => description,
        }
    }
}

/// One holder's position, with the words that show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// Who.
    pub holder: Holder,
    /// How surely.
    pub factuality: Factuality,
    /// The negators, modals, adverbs, speech verbs and frames that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<Words>,
}

/// What a document does with a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stance {
    /// Says that it is so.
    Affirms,
    /// Says that it is not so.
    Denies,
    /// Says that it may be so, or that it is not known.
    Hedges,
    /// Passes on that somebody says so, and takes no position.
    Reports,
    /// Says nothing about it.
    Silent,
}

impl Stance {
    /// The word for it: "affirms", "denies", "hedges", "reports", "silent".
    pub fn as_str(self) -> &'static str {
        match self {
            Stance::Affirms => "affirms",
            Stance::Denies => "denies",
            Stance::Hedges => "hedges",
            Stance::Reports => "reports",
            Stance::Silent => "silent",
        }
    }
}

impl From<Factuality> for Stance {
    /// The stance of an author whose own commitment is the given one.
    fn from(factuality: Factuality) -> Stance {
        match factuality.value() {
            Some(2..) => Stance::Affirms,
            Some(..=-2) => Stance::Denies,
            Some(_) => Stance::Hedges,
            None if factuality == Factuality::Unproven => Stance::Hedges,
            None => Stance::Reports,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negation_is_its_own_inverse_and_keeps_certainty() {
        for value in -3..=3 {
            let f = Factuality::from_value(value);
            assert_eq!(f.negated().negated(), f);
            assert_eq!(f.negated().value().unwrap_or(0), -value);
        }
        assert_eq!(Factuality::Unproven.negated(), Factuality::Unproven);
        assert_eq!(
            Factuality::CertainNegative.at_most(1),
            Factuality::PossibleNegative
        );
    }
}
