//! Pairs to judgements. Sees only the two claims and their alignment: no raw text, no other pair.
//!
//! The rule judge lets every rule of its list look at the pair and add its steps; [`fold`] computes the outcome.

mod apart;
mod cause;
mod counted;
mod degree;
mod denial;
mod evidence;
#[cfg(test)]
mod fixture;
mod fold;
mod manner;
mod otherwise;
mod passage;
mod predicate;
mod quantifier;
mod quantity;
mod referent;
mod roles;
mod scope;
mod shared;
mod tally;
mod tense;
mod terms;
mod time;
mod wording;

use crate::ablation::Part;
use crate::align::Pair;
use crate::error::Error;
use crate::judgement::{Judgement, Kind, Natural, Relation, Step, Voice};
use crate::span::Words;

pub use fold::fold;
pub(crate) use fold::held;

/// Decides how two claims relate.
///
/// The one trait of the crate: implement it to put another judge, say a trained model, behind the same extraction and
/// alignment. Build the result by [`fold`], so that it carries its steps.
pub trait Judge: Send + Sync {
    /// Judges one pair.
    ///
    /// # Errors
    ///
    /// Whatever makes the judge unable to answer; see [`Error::judge`].
    fn judge(&self, pair: &Pair<'_>) -> Result<Judgement, Error>;

    /// Judges one pair where only a link is wanted: `None` if the judgement is neutral. Judges that see this sooner than
    /// why it is so override it.
    ///
    /// # Errors
    ///
    /// Those of [`Judge::judge`].
    fn link(&self, pair: &Pair<'_>) -> Result<Option<Judgement>, Error> {
        let judgement = self.judge(pair)?;
        Ok((judgement.relation != Relation::Neutral).then_some(judgement))
    }

    /// Judges many pairs, in order. Judges that are faster on batches override it.
    ///
    /// # Errors
    ///
    /// The first error of [`Judge::judge`].
    fn judge_all(&self, pairs: &[Pair<'_>]) -> Result<Vec<Judgement>, Error> {
        pairs.iter().map(|pair| self.judge(pair)).collect()
    }

    /// Whether short texts that this judge leaves neutral are also compared word by word; by default they are not.
    fn covers(&self) -> bool {
        false
    }
}

/// The judge that is used unless another is given: rules of natural logic over the alignment.
#[derive(Debug, Clone, Copy, Default)]
pub struct RuleJudge;

/// A rule: looks at the pair and says what it sees, if anything.
type Rule = fn(&Pair<'_>, &mut Vec<Step>);

/// Every rule, gates first: the first gate that fails names the near miss.
const RULES: &[(Part, Rule)] = &[
    (Part::JudgePredicate, predicate::rule),
    (Part::JudgeRoles, roles::rule),
    (Part::JudgeTime, time::rule),
    (Part::JudgeTense, tense::rule),
    (Part::JudgeQuantity, quantity::rule),
    (Part::JudgeReferent, referent::rule),
    (Part::JudgeDegree, degree::rule),
    (Part::JudgeManner, manner::rule),
    (Part::JudgeQuantifier, quantifier::rule),
    (Part::JudgeTerms, terms::rule),
    (Part::JudgeScope, scope::rule),
];

/// Whether a rule that looks last can settle anything.
type Settles = fn(&Pair<'_>) -> bool;

/// Rules that look last, at what is left open.
const LATE: &[(Part, Settles, Rule)] = &[
    (Part::JudgeCause, cause::settles, cause::rule),
    (Part::JudgeDenial, denial::settles, denial::rule),
    (Part::JudgeWording, wording::settles, wording::rule),
    (Part::JudgeOtherwise, otherwise::settles, otherwise::rule),
    (Part::JudgePassage, passage::settles, passage::rule),
];

impl RuleJudge {
    /// Judges one pair; rules always come to an answer.
    pub fn decide(&self, pair: &Pair<'_>) -> Judgement {
        let mut steps = Vec::new();
        for (_, rule) in RULES.iter().filter(|(part, _)| part.is_kept()) {
            rule(pair, &mut steps);
            if steps.last().is_some_and(|s: &Step| s.gate) {
                break;
            }
        }
        for (.., rule) in LATE.iter().filter(|(part, ..)| part.is_kept()) {
            rule(pair, &mut steps);
        }
        fold(steps, Voice::of(pair.a()), Voice::of(pair.b()))
    }
}

impl Judge for RuleJudge {
    fn judge(&self, pair: &Pair<'_>) -> Result<Judgement, Error> {
        Ok(self.decide(pair))
    }

    fn link(&self, pair: &Pair<'_>) -> Result<Option<Judgement>, Error> {
        // Most pairs fail a gate that can be seen without gathering any words.
        let fails = predicate::fails(pair) || referent::fails(pair);
        if fails && !LATE.iter().any(|(_, settles, _)| settles(pair)) {
            return Ok(None);
        }
        Ok(Some(self.decide(pair)).filter(|judgement| judgement.relation != Relation::Neutral))
    }

    fn covers(&self) -> bool {
        true
    }
}

impl Step {
    fn with_kind(self, kind: Kind) -> Step {
        Step {
            kind: Some(kind),
            ..self
        }
    }

    fn failed(self, kind: Kind) -> Step {
        Step {
            kind: Some(kind),
            gate: true,
            relation: Natural::Independence,
            ..self
        }
    }

    fn in_tension(self) -> Step {
        Step {
            tension: true,
            ..self
        }
    }

    fn beside_the_core(self) -> Step {
        Step { aside: true, ..self }
    }

    fn on(self, a: Vec<Words>, b: Vec<Words>) -> Step {
        Step { a, b, ..self }
    }
}
