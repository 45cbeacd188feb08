//! Who "I" is: in what somebody is quoted with, whoever says it.

use crate::claim::Claim;
use crate::commitment::Holder;
use crate::entity::{Entity, EntityKind, Resolution};
use crate::proposition::{ModifierKind, Term};

/// Forms of the word by which speakers mean themselves.
const ONESELF: &[&str] = &["i", "me", "my", "mine", "myself"];

/// Names the speaker where a claim is told in the words of somebody with a name.
pub(super) fn name(claim: &mut Claim) {
    // Who speaks first is quoted; whoever that one quotes in turn is spoken of.
    let speaker = claim.commitments.iter().find_map(|held| match &held.holder {
        Holder::Named { entity, .. } if entity.kind == EntityKind::Person => Some(entity.clone()),
        _ => None,
    });
    let Some(speaker) = speaker else { return };
    for argument in &mut claim.proposition.arguments {
        let term = &mut argument.term;
        mean(term, &speaker);
        let owners = term
            .modifiers
            .iter_mut()
            .filter(|m| m.kind == ModifierKind::Possessor);
        owners.for_each(|owner| mean(&mut owner.term, &speaker));
    }
}

fn mean(term: &mut Term, speaker: &Entity) {
    if term.entity.is_none() && ONESELF.contains(&term.head.as_str()) {
        term.entity = Some(Entity {
            form: std::mem::replace(&mut term.text, speaker.name.clone()),
            resolution: Resolution::Pronoun,
            ..speaker.clone()
        });
        term.head.clone_from(&speaker.name);
    }
}
