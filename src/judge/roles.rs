//! Who did it to whom: the same two in each other's place, and one in both places.

use crate::align::{Pair, Roles, pos};
use crate::claim::Claim;
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::predicates::{self, Swap};
use crate::proposition::Role;

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let alignment = pair.alignment();
    if matches!(alignment.predicate.roles, Roles::Converse { .. }) && has_one_subject(pair) {
        steps.push(
            Step::new(
                "roles.both",
                Natural::Independence,
                900,
                "one and the same stands on both sides, at two times",
            )
            .failed(Kind::CanBothHold),
        );
        return;
    }
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

/// Whether both claims have one subject: who bought the mill and who sold it are two, so that one who did both did it twice.
fn has_one_subject(pair: &Pair<'_>) -> bool {
    let subject = |claim: &'_ Claim| {
        let subject = claim.proposition.argument(Role::Subject)?;
        Some(subject.called().to_lowercase())
    };
    subject(pair.a()).is_some_and(|name| subject(pair.b()) == Some(name))
}
