//! Who did it to whom: the same two in each other's place, and one in both places.

use crate::align::{Pair, PartMatch, Roles, pos};
use crate::claim::Claim;
use crate::judgement::{Kind, Natural, Step};
use crate::lexicon::opposites::is_contrary;
use crate::lexicon::predicates::{self, Aspect, Swap};
use crate::lexicon::wordnet::Pos;
use crate::proposition::{Argument, Proposition, Role, Term};

pub(super) fn rule(pair: &Pair<'_>, steps: &mut Vec<Step>) {
    let alignment = pair.alignment();
    let lemma = &pair.a().proposition.predicate.lemma;
    let excludes = [pair.a(), pair.b()].iter().any(|claim| {
        let predicate = &claim.proposition.predicate;
        predicates::swap(&predicate.lemma, pos(predicate)) == Some(Swap::Excluded)
    }) && is_one_thing(pair);
    if matches!(alignment.predicate.roles, Roles::Converse { .. }) && has_one_subject(pair) {
        steps.push(if is_one_contest(pair) {
            Step::new(
                "roles.contest",
                Natural::Alternation,
                900,
                "one and the same does not do both to one thing",
            )
            .with_kind(Kind::Opposites)
        } else if exchanged(pair) && excludes {
            Step::new(
                "roles.exchanged",
                Natural::Alternation,
                930,
                "who stands on which side is exchanged, and nobody stands on both",
            )
            .with_kind(Kind::Roles)
        } else {
            Step::new(
                "roles.both",
                Natural::Independence,
                900,
                "one and the same stands on both sides, at two times",
            )
            .failed(Kind::CanBothHold)
        });
        return;
    }
    if !alignment.swapped || alignment.predicate.roles != Roles::Same {
        return;
    }
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

/// Whether nothing changes hands, or one thing that is known, or it is so and does not happen: ships can be sold both ways.
fn is_one_thing(pair: &Pair<'_>) -> bool {
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let of_object = |p: &PartMatch| {
        let roles = (p.a.role(a), p.b.role(b));
        roles == (Some(Role::Object), Some(Role::Object)) && p.meets()
    };
    let handed = pair.alignment().parts.iter().find(|p| of_object(p));
    let one = |term: Option<&Term>| term.is_some_and(Term::is_one_known);
    let lasts =
        |p: &Proposition| predicates::aspect(&p.predicate.lemma, pos(&p.predicate)) == Some(Aspect::State);
    handed.is_none_or(|p| one(p.a.term(a)) && one(p.b.term(b))) || lasts(a) && lasts(b)
}

/// "Won the run-off", "lost the run-off": whether one thing that is known is told of in words that exclude each other.
fn is_one_contest(pair: &Pair<'_>) -> bool {
    let (a, b) = (&pair.a().proposition, &pair.b().proposition);
    let object = |p: &&PartMatch| p.a.role(a) == Some(Role::Object) && p.b.role(b) == Some(Role::Object);
    let known = |p: &PartMatch| {
        let mut terms = [p.a.term(a), p.b.term(b)].into_iter().flatten();
        p.meets() && terms.all(Term::is_one_known)
    };
    is_contrary(&a.predicate.lemma, &b.predicate.lemma, Pos::Verb)
        && pair.alignment().parts.iter().find(object).is_some_and(known)
}

/// Whether the same two stand in each other's place.
pub(super) fn exchanged(pair: &Pair<'_>) -> bool {
    let alignment = pair.alignment();
    match alignment.predicate.roles {
        Roles::Same => alignment.swapped,
        Roles::Converse { mine, theirs } => {
            let other = partner(pair.a(), mine);
            has_one_subject(pair) && other.is_some() && other == partner(pair.b(), theirs)
        }
        _ => false,
    }
}

/// Who fills a role of a converse ("obj", "iobj", a preposition).
fn partner(claim: &Claim, role: &str) -> Option<String> {
    let fits = |a: &&Argument| match a.role {
        Role::Object => role == "obj",
        Role::Recipient => matches!(role, "iobj" | "to" | "for"),
        Role::Oblique => a.marker.as_deref() == Some(role),
        Role::Subject | Role::Complement => false,
    };
    let argument = claim.proposition.arguments.iter().find(fits)?;
    Some(argument.term.called().to_lowercase())
}

/// Whether both claims have one subject: who bought the mill and who sold it are two, so that one who did both did it twice.
fn has_one_subject(pair: &Pair<'_>) -> bool {
    let subject = |claim: &'_ Claim| {
        let subject = claim.proposition.argument(Role::Subject)?;
        Some(subject.called().to_lowercase())
    };
    subject(pair.a()).is_some_and(|name| subject(pair.b()) == Some(name))
}
