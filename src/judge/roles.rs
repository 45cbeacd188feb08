//! Who did it to whom: the same two in each other's place.

use crate::align::{Pair, Roles, pos};
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::predicates::{self, Swap};

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let alignment = pair.alignment();
    if !alignment.swapped || alignment.predicate.roles != Roles::Same {
        return;
    }
    let lemma = &pair.a().proposition.predicate.lemma;
    let excludes = [pair.a(), pair.b()].iter().any(|claim| {
        let predicate = &claim.proposition.predicate;
        predicates::swap(&predicate.lemma, pos(predicate)) == Some(Swap::Excluded)
    });
    steps.push(if excludes {
        Step::new(
            "roles.exchanged",
            Natural::Alternation,
            930,
            format!("who and whom are exchanged, and one cannot {lemma} each other"),
        )
        .with_kind(Kind::Roles)
    } else {
        Step::new(
            "roles.exchanged",
            Natural::Independence,
            900,
            "who and whom are exchanged, and both can be so",
        )
        .failed(Kind::CanBothHold)
    });
}
