//! Claims that are told in the same words and count the same thing: whether their numbers exclude each other.

use itertools::Itertools;

use crate::align::{Pair, Wording, narrowed_apart};
use crate::claim::Claim;
use crate::judge::evidence;
use crate::judge::quantity::moving;
use crate::judge::wording::MUCH;
use crate::measure::{Dimension, Quantity, QuantityRelation, Unit};
use crate::proposition::{Qualifier, Term};
use crate::span::Words;

/// The words in which both count the same thing, and come to numbers that exclude each other.
pub(super) fn counted_otherwise(pair: &Pair<'_>, shared: &Wording) -> Option<(Vec<Words>, Vec<Words>)> {
    let (left, right) = (counts(pair.a()), counts(pair.b()));
    // "At least ten, six of them at once": one of several numbers is the other's.
    let met = |x: &Count<'_>, among: &[Count<'_>]| {
        let relations = among.iter().map(|y| x.quantity.compare(y.quantity));
        relations
            .into_iter()
            .any(|r| !matches!(r, QuantityRelation::Disjoint | QuantityRelation::Incommensurable))
    };
    let exact = |x: &Count<'_>| x.quantity.low.is_some() && x.quantity.low == x.quantity.high;
    let together = left.iter().cartesian_product(&right);
    let together = together.filter(|(x, y)| (exact(x) || exact(y)) && !met(x, &right) && !met(y, &left));
    let mut same = together.filter(|(x, y)| match (x.of, y.of) {
        // "Two million euros": the unit is counted.
        _ if is_money(x) && x.quantity.unit == y.quantity.unit => {
            shared.score() >= MUCH && !shares_digits(pair) && shares_out(pair.a()) == shares_out(pair.b())
        }
        (Some(of), Some(other)) => {
            of.head == other.head && shared.has(&of.head) && !narrowed_apart(of, other)
        }
        _ => x.quantity.unit != Unit::COUNT && !shares_digits(pair) && beyond_units(x, shared),
    });
    let (x, y) = same.find(|(x, y)| x.quantity.compare(y.quantity) == QuantityRelation::Disjoint)?;
    (!moving(pair)).then(|| (x.words.clone(), y.words.clone()))
}

/// Whether more is shared than the number and its unit: "38,000 square feet", "2.8 million square feet".
fn beyond_units(count: &Count<'_>, shared: &Wording) -> bool {
    let of_unit = |w: &&Words| count.words.iter().any(|words| words.span.contains(w.span));
    shared.a.iter().filter(|w| !of_unit(w)).count() > 1
}

/// Whether a sum of money is told.
fn is_money(count: &Count<'_>) -> bool {
    matches!(count.quantity.unit.dimension, Dimension::Money(_))
}

/// Whether a number stands in both quotes, in whatever unit.
fn shares_digits(pair: &Pair<'_>) -> bool {
    let numbers = |claim: &'_ Claim| -> Vec<String> {
        let words = claim.quote.text.split(|c: char| c.is_whitespace() || c == '-');
        let digits = words.map(|word| {
            let from = word.trim_start_matches(|c: char| !c.is_ascii_digit());
            from.chars()
                .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
                .collect::<String>()
        });
        digits
            .map(|d| d.trim_end_matches(['.', ',']).to_owned())
            .filter(|d| !d.is_empty())
            .collect()
    };
    let others = numbers(pair.b());
    numbers(pair.a()).iter().any(|number| others.contains(number))
}

/// Whether a claim tells how much each of several gets.
fn shares_out(claim: &Claim) -> bool {
    let mut words = claim.quote.text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| matches!(word, "each" | "every" | "per" | "apiece"))
}

/// A number in a claim.
struct Count<'c> {
    /// What is counted, if it is no measure.
    of: Option<&'c Term>,
    quantity: &'c Quantity,
    words: Vec<Words>,
}

/// All numbers of a claim.
fn counts(claim: &Claim) -> Vec<Count<'_>> {
    let mut found = Vec::new();
    let proposition = &claim.proposition;
    for argument in &proposition.arguments {
        count_in(claim, &argument.term, &mut found);
    }
    for modifier in &proposition.predicate.modifiers {
        count_in(claim, &modifier.term, &mut found);
    }
    for (i, qualifier) in proposition.qualifiers.iter().enumerate() {
        match qualifier {
            Qualifier::Quantity { quantity, .. } => found.push(Count {
                of: None,
                quantity,
                words: evidence::of_qualifier(claim, i),
            }),
            Qualifier::Place { term, .. } => count_in(claim, term, &mut found),
            Qualifier::Time { .. } | Qualifier::Clause { .. } => {}
        }
    }
    found
}

fn count_in<'c>(claim: &'c Claim, term: &'c Term, found: &mut Vec<Count<'c>>) {
    if let Some(quantity) = &term.quantity {
        found.push(Count {
            of: Some(term),
            quantity,
            words: evidence::of_term(claim, term).into_iter().collect(),
        });
    }
    for inner in term.modifiers.iter().map(|m| &m.term).chain(&term.members) {
        count_in(claim, inner, found);
    }
}
