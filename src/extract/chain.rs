//! The stands of everybody on the way from the author to a proposition, and what words do to them: an embedding word puts
//! them through its signature, a clause's own words negate and weaken them.

use super::attribution::{Who, subject};
use super::certainty::{Local, combine};
use super::embedding::phrasal;
use super::frame::passive;
use super::reading::{At, Tree};
use super::speaker::{speaker, spoken_by_self};
use crate::commitment::{Commitment, Factuality, Holder};
use crate::lexicon::hedges;
use crate::lexicon::signatures::{Effect, Kind, Signature, Value};
use crate::text::Deprel;

/// Where one holder stands.
#[derive(Debug, Clone)]
pub(crate) struct Position {
    pub(super) who: Who,
    pub(super) value: Value,
    pub(super) cues: Vec<At>,
}

/// Everybody on the way from the author to the proposition, the author first.
#[derive(Debug, Clone)]
pub(crate) struct Chain {
    pub(super) positions: Vec<Position>,
    pub(super) negators: Vec<At>,
    /// Whether a word above takes the proposition for granted.
    pub(super) granted: bool,
    /// Which way the words lean where nobody is committed: 1, −1, or 0 for what is asked or supposed.
    pub(super) lean: i8,
    /// Whether the author says it too, and the others only bear the author out ("as the minister says").
    pub(super) shared: bool,
}

impl Chain {
    pub(super) fn author() -> Chain {
        Chain {
            positions: vec![Position {
                who: Who::Author,
                value: Value::Fact(3),
                cues: Vec::new(),
            }],
            negators: Vec::new(),
            granted: false,
            lean: 1,
            shared: false,
        }
    }

    /// Where the innermost holder stands.
    pub(super) fn inner(&self) -> Value {
        self.positions.last().map_or(Value::Open, |p| p.value)
    }

    /// Everything as the first who is quoted would have it, nobody else saying anything.
    pub(super) fn attributed(self) -> Chain {
        let Some(speaker) = self.positions.into_iter().nth(1) else {
            return Chain::author();
        };
        let mut chain = Chain::author();
        for position in &mut chain.positions {
            position.value = Value::Outside;
        }
        chain.positions.push(Position {
            value: Value::Fact(3),
            ..speaker
        });
        chain
    }

    /// Takes what is possible as certain.
    pub(super) fn grant(&mut self) {
        for position in &mut self.positions {
            if position.value == Value::Fact(1) {
                position.value = Value::Fact(3);
            }
        }
    }

    pub(super) fn suppose(mut self) -> Chain {
        for position in &mut self.positions {
            if matches!(position.value, Value::Fact(_) | Value::Unproven) {
                position.value = Value::Open;
            }
        }
        self.lean = 0;
        self
    }

    /// Which way it leans as long as nobody says more.
    fn leaning(&self) -> i8 {
        match self.inner() {
            Value::Fact(v) => v.signum(),
            _ => self.lean,
        }
    }
}

/// Puts the stands towards an embedding word through its signature.
pub(super) fn embedded(
    tree: Tree<'_>,
    g: At,
    kind: Kind,
    mut chain: Chain,
    signature: Signature,
    content: bool,
) -> Chain {
    let inner = chain.inner();
    let effect = signature.holder.unwrap_or(signature.outside);
    chain.lean = chain.leaning()
        * match effect.holds {
            Value::Fact(v) => v.signum(),
            Value::Unproven => 0,
            Value::Open | Value::Outside => 1,
        };
    let innermost = chain.positions.len().saturating_sub(1);
    let own = signature.holder.is_some() && spoken_by_self(tree, g.token, kind);
    let verdict = tree
        .dependents(g.token, &[Deprel::Advmod, Deprel::Amod])
        .find_map(|a| Some((a, adverdict(tree, a)?)));
    // "Has the means to": the noun says as much as the verb.
    let with = phrasal(tree, g.token)
        .filter(|(_, whole)| *whole == signature)
        .map(|(noun, _)| g.word(noun));
    for (i, position) in chain.positions.iter_mut().enumerate() {
        let before = position.value;
        if !content {
            position.value = signature.outside.of(before);
        }
        if let (true, true, Some(effect)) = (own, i == innermost, signature.holder) {
            position.value = effect.of(before);
        }
        if let (Some((word, value)), true) = (verdict, i == innermost) {
            position.value = combine(before, value);
            position.cues.push(g.word(word));
        }
        if position.value != Value::Outside && (position.value != before || i == innermost) {
            position.cues.push(g);
            position.cues.extend(with);
        }
    }
    chain.granted |= matches!(signature.outside, Effect { holds: Value::Fact(_), .. } if signature.outside.holds == signature.outside.fails);
    // "Retracted its claim": the verb says where the one who claimed it stands.
    let owner = || tree.dependent(g.token, &[Deprel::NmodPoss]);
    let retold = content && owner().is_some_and(|o| tree.token(o).is_some_and(|t| t.xpos == "PRP$"));
    if let (Some(effect), false) = (signature.holder, own || retold) {
        let value = effect.of(if content { Value::Fact(3) } else { inner });
        let nobody = kind == Kind::Verb && passive(tree, g.token) && subject(tree, g.token).is_none();
        match (value, chain.positions.last_mut()) {
            // "It is not known whether": nobody is said to know, so it is whoever says this who leaves it unproven.
            (Value::Unproven, Some(outer)) if nobody && outer.value == Value::Outside => {
                outer.value = value;
                outer.cues.push(g);
            }
            (Value::Open, Some(_)) if nobody => {}
            _ => chain.positions.push(Position {
                who: speaker(tree, g, kind),
                value,
                cues: vec![g],
            }),
        }
    }
    chain
}

/// Puts the words of the clause itself to work.
pub(super) fn apply(chain: &mut Chain, at: At, local: &Local) {
    for position in &mut chain.positions {
        if position.value != Value::Outside {
            position.value = combine(position.value, local.value);
            position.cues.extend(local.cues.iter().map(|&c| at.word(c)));
            position.cues.extend(local.negators.iter().map(|&c| at.word(c)));
        }
    }
    if local.negative {
        chain.lean = -chain.lean;
    }
    chain.negators.extend(local.negators.iter().map(|&n| at.word(n)));
    if let Some(word) = local.reported {
        let value = chain.inner();
        for position in &mut chain.positions {
            position.value = Value::Outside;
        }
        chain.positions.push(Position {
            who: Who::Cue(vec![at.word(word)]),
            value,
            cues: vec![at.word(word)],
        });
    }
}

fn adverdict(tree: Tree<'_>, word: usize) -> Option<Value> {
    if tree.deprel(word) == Some(Deprel::Amod) {
        return hedges::verdict(tree.lemma(word)).map(|e| e.holds);
    }
    hedges::adverdict(tree.form(word))
}

/// One commitment where somebody speaks of their own belief ("Ms Berg said that she thinks …").
pub(super) fn merged(commitments: Vec<Commitment>) -> Vec<Commitment> {
    let mut merged: Vec<Commitment> = Vec::with_capacity(commitments.len());
    for commitment in commitments {
        if let (Some(outer), Holder::Named { entity, .. }) = (merged.last_mut(), &commitment.holder)
            && let Holder::Named { entity: same, .. } = &outer.holder
            && same.name == entity.name
            && outer.factuality == Factuality::Uncommitted
        {
            outer.factuality = commitment.factuality;
            outer.cues.extend(commitment.cues);
        } else {
            merged.push(commitment);
        }
    }
    merged
}

/// The factuality that a stand amounts to.
pub(super) fn factuality(value: Value) -> Factuality {
    match value {
        Value::Fact(v) => Factuality::from_value(v),
        Value::Unproven => Factuality::Unproven,
        Value::Open | Value::Outside => Factuality::Uncommitted,
    }
}
