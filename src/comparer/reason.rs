//! Natural logic beside the claims: what it says of two short texts, and what the claims know better.

use super::THRESHOLD;
use super::texts::{TextRelation, counted_otherwise, leaning};
use crate::claim::Claim;
use crate::commitment::Factuality;
use crate::cover::{self, Outcome};
use crate::judgement::{Direction, Kind, Natural, Relation};
use crate::logic;
use crate::measure::{Dimension, Quantity};
use crate::proposition::Qualifier;

/// Takes over what natural logic says of two sentences that are nearly the same; whether it decides. `others` if claims tell of
/// some what they deny of others.
pub(super) fn reason(found: &mut TextRelation, reasoned: logic::Found, others: bool) -> bool {
    let (relation, direction) = match reasoned.outcome {
        logic::Outcome::More | logic::Outcome::OtherAmounts | logic::Outcome::OtherParts => return false,
        logic::Outcome::Relation(natural) => match natural {
            Natural::Equivalence => (Relation::Agree, Some(Direction::Same)),
            Natural::Forward => (Relation::Agree, Some(Direction::ARefinesB)),
            Natural::Reverse => (Relation::Agree, Some(Direction::BRefinesA)),
            Natural::Negation | Natural::Alternation => (Relation::Conflict, None),
            Natural::Cover | Natural::Independence => (Relation::Neutral, None),
        },
    };
    let kind = reasoned.steps.iter().find_map(|s| s.kind);
    let outranked = match relation {
        Relation::Conflict => excuses(found, kind, others),
        Relation::Agree => denies(found),
        Relation::Neutral => denies(found) || excludes(found, reasoned.reported),
    };
    // Whether there is evidence is told outright, whatever it is evidence of.
    let told = relation == Relation::Conflict && !reasoned.wraps;
    if outranked || !told && is_unproven(found) || found.relation != relation && measured(found) {
        return false;
    }
    if relation == Relation::Neutral {
        leave_open(found, reasoned.reported);
        return true;
    }
    let outcome = cover::link(
        relation,
        reasoned.steps,
        (&found.claims_a, reasoned.at.0),
        (&found.claims_b, reasoned.at.1),
    );
    let Some(sure) = outcome.confidence() else {
        return false;
    };
    found.relation = relation;
    found.direction = direction;
    found.confidence = sure;
    found.lean = leaning(relation, sure);
    match outcome {
        Outcome::Linked(link) => found.decide_by(*link),
        _ => found.kind = kind.unwrap_or(found.kind),
    }
    true
}

/// Lets two texts exclude nothing and say nothing of each other.
fn leave_open(found: &mut TextRelation, reported: bool) {
    if reported {
        found.kind = Kind::ReportedOnly;
    } else {
        found.kind = Kind::CanBothHold;
        found.links.retain(|l| l.judgement.relation == Relation::Agree);
    }
    found.relation = Relation::Neutral;
    found.direction = None;
    found.confidence = THRESHOLD;
    found.lean = 0;
}

/// Whether the claims make good a conflict that logic sees between the sentences, or show another.
fn excuses(found: &TextRelation, kind: Option<Kind>, others: bool) -> bool {
    let counted = || kind == Some(Kind::Quantity) && counted_otherwise(found) && !of_a_whole(found);
    // Two sides of one event are told by words, and who stands on which by the claims; of some it is so and of others not, and
    // logic takes "some" in both for the same ones.
    conflicts(found, Kind::Roles) || others || counted()
}

/// Whether the claims conflict by a denial that one was read with: it is weighed there, and so is who stands on which side.
fn denies(found: &TextRelation) -> bool {
    conflicts(found, Kind::Negation) || conflicts(found, Kind::Roles)
}

/// Whether the claims know more of what logic leaves open: of something known that one text denies all that both say of it is
/// weighed; how many there are of how many, logic does not know; nor of opposites what they are said of.
fn excludes(found: &TextRelation, reported: bool) -> bool {
    match (found.relation, found.kind) {
        (Relation::Neutral, _) => !reported,
        (Relation::Conflict, Kind::Degree | Kind::Opposites | Kind::Time) => true,
        (Relation::Conflict, Kind::Quantity) => sides(found)
            .iter()
            .all(|claims| claims.iter().any(|c| tells_in(c, Dimension::Count))),
        _ => false,
    }
}

/// Whether the numbers of the claims decide: logic counts, and does not measure, so that of units, of bounds and of what rounds
/// to what the claims know more.
fn measured(found: &TextRelation) -> bool {
    match (found.relation, found.kind) {
        (Relation::Conflict, Kind::Quantity) => sides(found).iter().any(|claims| claims.iter().any(measures)),
        (Relation::Agree, Kind::Rounding) => true,
        _ => false,
    }
}

fn conflicts(found: &TextRelation, kind: Kind) -> bool {
    found.relation == Relation::Conflict && found.kind == kind
}

/// The claims of either text.
fn sides(found: &TextRelation) -> [&[Claim]; 2] {
    [&found.claims_a, &found.claims_b]
}

/// Whether a claim of either text leaves open whether it is so.
fn is_unproven(found: &TextRelation) -> bool {
    let unproven = |c: &Claim| c.voice().factuality == Factuality::Unproven;
    sides(found).iter().any(|claims| claims.iter().any(unproven))
}

/// "Three quarters of the 100", "20 of the 100": a share and a number, of which logic knows the whole.
fn of_a_whole(found: &TextRelation) -> bool {
    let tells = |claims: &[Claim], dimension| claims.iter().any(|c| tells_in(c, dimension));
    let [a, b] = sides(found);
    [(a, b), (b, a)]
        .iter()
        .any(|(x, y)| tells(x, Dimension::Share) && tells(y, Dimension::Count))
}

/// Whether a claim tells how much of a dimension there is of what it speaks of: "all twelve" counts, "a quarter" is a share.
fn tells_in(claim: &Claim, dimension: Dimension) -> bool {
    let mut terms = claim.proposition.arguments.iter();
    let counted = |q: &Quantity| q.unit.dimension == dimension;
    terms.any(|a| a.term.quantity.as_ref().is_some_and(counted))
}

/// Whether a claim tells a measure, or a number with a bound: "20 feet", "at least 40".
fn measures(claim: &Claim) -> bool {
    let proposition = &claim.proposition;
    let of_terms = proposition
        .arguments
        .iter()
        .filter_map(|a| a.term.quantity.as_ref());
    let of_predicate = proposition.qualifiers.iter().filter_map(|q| match q {
        Qualifier::Quantity { quantity, .. } => Some(quantity),
        _ => None,
    });
    of_terms.chain(of_predicate).any(|q| {
        let bound = q.low.is_none() || q.high.is_none();
        bound || !matches!(q.unit.dimension, Dimension::Count | Dimension::Duration)
    })
}
