//! The relation between two claims, and the steps that lead to it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::claim::{Claim, Fnv};
use crate::commitment::{Factuality, Holder};
use crate::span::Words;

/// Whether two claims agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// They say the same, or one says more precisely what the other says.
    Agree,
    /// They cannot both be so, or an editor would want the difference shown.
    Conflict,
    /// Neither.
    Neutral,
}

/// What kind of agreement, conflict or near miss it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Kind {
    /// Agreement: both say the same.
    Same,
    /// Agreement: one says it more precisely.
    Refines,
    /// Agreement: the same seen from the other side ("bought from", "sold to").
    Converse,
    /// Agreement: the numbers are the same within their precision.
    Rounding,
    /// Agreement: both say that it is not known, or only possible.
    BothUncertain,
    /// Conflict: one denies what the other affirms.
    Negation,
    /// Conflict: by words of opposite meaning.
    Opposites,
    /// Conflict: by how much of it there is.
    Degree,
    /// Conflict: by a number.
    Quantity,
    /// Conflict: by when.
    Time,
    /// Conflict: by where.
    Place,
    /// Conflict: two fillers where only one fits.
    Value,
    /// Conflict: by who did it to whom.
    Roles,
    /// Conflict: one is certain of what the other calls unknown.
    Certainty,
    /// Near miss: they speak of different times.
    DifferentTime,
    /// Near miss: they speak of different places.
    DifferentPlace,
    /// Near miss: one speaks of a part, a condition or a kind that the other does not.
    DifferentScope,
    /// Near miss: they speak of different people or things.
    DifferentReferent,
    /// Near miss: they measure different things.
    DifferentMeasure,
    /// Near miss: a count that a later count may have replaced.
    Superseded,
    /// Near miss: nobody in one of them is committed to it.
    ReportedOnly,
    /// Near miss: both call it merely possible, so nothing is excluded.
    BothPossible,
    /// Near miss: both can be so.
    CanBothHold,
    /// Neutral: they are about different matters.
    Unrelated,
}

/// Which of two agreeing claims says more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Neither: each follows from the other.
    Same,
    /// The first entails the second.
    ARefinesB,
    /// The second entails the first.
    BRefinesA,
}

/// How firm a conflict is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// Both cannot be so.
    Strict,
    /// Both could be so in a strained reading; an editor wants it shown.
    Tension,
}

/// A basic relation of natural logic (MacCartney and Manning 2009).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Natural {
    /// ≡ the same.
    Equivalence,
    /// ⊏ the first entails the second.
    Forward,
    /// ⊐ the second entails the first.
    Reverse,
    /// ^ exactly one of them is so.
    Negation,
    /// | at most one of them is so.
    Alternation,
    /// ⌣ at least one of them is so.
    Cover,
    /// # neither says anything of the other.
    Independence,
}

impl Natural {
    /// The relation seen from the other side.
    #[must_use]
    pub fn mirrored(self) -> Natural {
        match self {
            Natural::Forward => Natural::Reverse,
            Natural::Reverse => Natural::Forward,
            same => same,
        }
    }

    /// Joins two relations: given that of p to q and that of q to r, what is known of p to r.
    #[must_use]
    pub fn join(self, next: Natural) -> Natural {
        use Natural::{Alternation, Cover, Equivalence, Forward, Independence, Negation, Reverse};
        match (self, next) {
            (Equivalence, other) | (other, Equivalence) => other,
            (Forward, Forward) | (Alternation, Negation | Cover) | (Negation, Cover) => Forward,
            (Reverse, Reverse) | (Cover, Negation | Alternation) | (Negation, Alternation) => Reverse,
            (Forward, Negation | Alternation) | (Negation | Alternation, Reverse) => Alternation,
            (Reverse, Negation | Cover) | (Negation | Cover, Forward) => Cover,
            (Negation, Negation) => Equivalence,
            _ => Independence,
        }
    }

    /// Whether the first says at least what the second says, or the other way round.
    pub fn is_near(self) -> bool {
        matches!(self, Natural::Equivalence | Natural::Forward | Natural::Reverse)
    }

    /// The sign used for it.
    pub fn sign(self) -> char {
        match self {
            Natural::Equivalence => '≡',
            Natural::Forward => '⊏',
            Natural::Reverse => '⊐',
            Natural::Negation => '^',
            Natural::Alternation => '|',
            Natural::Cover => '⌣',
            Natural::Independence => '#',
        }
    }
}

/// One step of a judgement: a part of `a` set against a part of `b`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The stable name of the rule that made it.
    pub rule: Cow<'static, str>,
    /// How the parts relate.
    pub relation: Natural,
    /// The kind that the step gives the outcome: of a failed gate the near miss, of another step the kind of agreement or
    /// conflict it leads to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Whether it is a gate that failed: nothing that follows can bring about a conflict.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub gate: bool,
    /// Whether it narrows one side without touching the core of what is claimed ("on Monday", "in the north"): such steps
    /// decide the direction of an agreement and whether a denial reaches the other claim.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub aside: bool,
    /// Whether a conflict that rests on it is a tension.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tension: bool,
    /// How often a step of this kind is right, in thousandths.
    pub reliability: u16,
    /// The words of `a` it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub a: Vec<Words>,
    /// The words of `b` it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub b: Vec<Words>,
    /// One sentence that says what was seen.
    pub note: Cow<'static, str>,
}

impl Step {
    /// A step of a rule, with one sentence that says what was seen: no gate, no tension, nothing aside.
    pub fn new(
        rule: impl Into<Cow<'static, str>>,
        relation: Natural,
        reliability: u16,
        note: impl Into<Cow<'static, str>>,
    ) -> Step {
        Step {
            rule: rule.into(),
            relation,
            kind: None,
            gate: false,
            aside: false,
            tension: false,
            reliability,
            a: Vec::new(),
            b: Vec::new(),
            note: note.into(),
        }
    }
}

/// One side of a judgement: whose word it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// The document's id.
    pub document: String,
    /// The holder who speaks.
    pub holder: Holder,
    /// How surely.
    pub factuality: Factuality,
}

/// A relation between two claims, between which two voices, and the steps that lead to it.
///
/// It is computed from its steps and voices, so a judgement without them cannot be made, and one that is read back is
/// computed again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// The outcome.
    pub relation: Relation,
    /// What kind of it.
    pub kind: Kind,
    /// Which says more, where they agree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// How firm, where they conflict.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<Strength>,
    /// How sure, in thousandths.
    pub confidence: u16,
    /// Who speaks in the first claim.
    pub voice_a: Voice,
    /// Who speaks in the second.
    pub voice_b: Voice,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// Two claims and their judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// A stable hash of the two claim ids in sorted order and the relation, in hexadecimal.
    pub id: String,
    /// The id of the first claim.
    pub a: String,
    /// The id of the second.
    pub b: String,
    /// How they relate.
    pub judgement: Judgement,
}

/// The rule that settles by what whole sentences share, whatever the claims in them say.
pub(crate) const BY_SENTENCES: &str = "passage.shared";
/// The rule that settles by what the words of two claims share.
pub(crate) const BY_WORDS: &str = "wording.shared";
/// The rule that sees some of a kind do what others do not.
pub(crate) const OTHERS: &str = "quantifier.others";

impl Judgement {
    /// Whether it rests on shared words, of the claims or of their sentences.
    pub(crate) fn is_by_words(&self) -> bool {
        self.is_by_sentences() || self.steps.iter().any(|step| step.rule == BY_WORDS)
    }

    /// Whether it rests on what the sentences of the claims share.
    pub(crate) fn is_by_sentences(&self) -> bool {
        self.steps.iter().any(|step| step.rule == BY_SENTENCES)
    }
}

impl Voice {
    /// The voice that a claim speaks with; see [`Claim::voice`].
    pub fn of(claim: &Claim) -> Voice {
        let speaks = claim.voice();
        Voice {
            document: claim.document.clone(),
            holder: speaks.holder.clone(),
            factuality: speaks.factuality,
        }
    }
}

impl Link {
    /// Joins two claims, given by their ids, by a judgement.
    pub fn new(a: &str, b: &str, judgement: Judgement) -> Link {
        Link {
            id: Link::identify(a, b, judgement.relation),
            a: a.to_owned(),
            b: b.to_owned(),
            judgement,
        }
    }

    /// Computes the id: FNV-1a with 64 bits of the two claims' ids in sorted order and the relation, in hexadecimal.
    pub(crate) fn identify(a: &str, b: &str, relation: Relation) -> String {
        let (first, second) = if a <= b { (a, b) } else { (b, a) };
        let mut hash = Fnv::default();
        for part in [first, second, relation.as_str()] {
            hash.write(part.as_bytes());
            hash.write(&[0]);
        }
        hash.hex()
    }
}

impl Relation {
    /// The word for it: "agree", "conflict", "neutral".
    pub fn as_str(self) -> &'static str {
        match self {
            Relation::Agree => "agree",
            Relation::Conflict => "conflict",
            Relation::Neutral => "neutral",
        }
    }
}

impl Kind {
    /// All of them: of agreement, of conflict, near misses, and last what is none of these.
    pub const ALL: &'static [Kind] = &[
        Kind::Same,
        Kind::Refines,
        Kind::Converse,
        Kind::Rounding,
        Kind::BothUncertain,
        Kind::Negation,
        Kind::Opposites,
        Kind::Degree,
        Kind::Quantity,
        Kind::Time,
        Kind::Place,
        Kind::Value,
        Kind::Roles,
        Kind::Certainty,
        Kind::DifferentTime,
        Kind::DifferentPlace,
        Kind::DifferentScope,
        Kind::DifferentReferent,
        Kind::DifferentMeasure,
        Kind::Superseded,
        Kind::ReportedOnly,
        Kind::BothPossible,
        Kind::CanBothHold,
        Kind::Unrelated,
    ];

    /// The words for it, as they are printed.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Same => "same",
            Kind::Refines => "refines",
            Kind::Converse => "converse",
            Kind::Rounding => "rounding",
            Kind::BothUncertain => "both uncertain",
            Kind::Negation => "negation",
            Kind::Opposites => "opposites",
            Kind::Degree => "degree",
            Kind::Quantity => "quantity",
            Kind::Time => "time",
            Kind::Place => "place",
            Kind::Value => "value",
            Kind::Roles => "roles",
            Kind::Certainty => "certainty",
            Kind::DifferentTime => "different time",
            Kind::DifferentPlace => "different place",
            Kind::DifferentScope => "different scope",
            Kind::DifferentReferent => "different referent",
            Kind::DifferentMeasure => "different measure",
            Kind::Superseded => "superseded",
            Kind::ReportedOnly => "reported only",
            Kind::BothPossible => "both merely possible",
            Kind::CanBothHold => "both can hold",
            Kind::Unrelated => "unrelated",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn all_kinds_stand_in_the_list_in_their_order() {
        for (place, kind) in Kind::ALL.iter().enumerate() {
            assert_eq!(*kind as usize, place, "{kind:?}");
        }
        assert_eq!(Kind::ALL.last(), Some(&Kind::Unrelated));
    }
}
