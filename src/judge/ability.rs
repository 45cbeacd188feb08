//! Ability: what somebody is able to do is no estimate of whether it is done.

use crate::align::Pair;
use crate::claim::Claim;
use crate::commitment::Factuality;
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::hedges;

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let (a, b) = (pair.a().voice(), pair.b().voice());
    let unproven = |f: Factuality| f == Factuality::Unproven;
    let able = |claim: &Claim| {
        claim.voice().factuality == Factuality::PossiblePositive
            && claim.voice().cues.iter().any(|w| hedges::ability(&w.text))
    };
    if unproven(a.factuality) && able(pair.b()) || unproven(b.factuality) && able(pair.a()) {
        steps.push(
            Step::new(
                "ability",
                Natural::Independence,
                900,
                "one says what can be done, the other what is not known to be done",
            )
            .failed(Kind::CanBothHold)
            .on(a.cues.clone(), b.cues.clone()),
        );
    }
}
