//! Words beside a number that make it a bound or an approximation: "at least", "nearly", "or so".

use super::pieces::Pieces;
use super::quantity::{Approximation, Quantity};

/// What a word or phrase beside a number does to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Modifier {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    About,
    Nearly,
    JustOver,
    Exactly,
}

/// Phrases before a number; where one begins another, the longer stands first.
const LEADS: &[(&str, Modifier)] = {
    use Modifier::{About, AtLeast, AtMost, Exactly, JustOver, LessThan, MoreThan, Nearly};
    &[
        ("at least", AtLeast),
        ("at the very least", AtLeast),
        ("no less than", AtLeast),
        ("no fewer than", AtLeast),
        ("not less than", AtLeast),
        ("not fewer than", AtLeast),
        ("a minimum of", AtLeast),
        ("minimum of", AtLeast),
        ("upwards of", AtLeast),
        ("upward of", AtLeast),
        ("no more than", AtMost),
        ("not more than", AtMost),
        ("at most", AtMost),
        ("at the most", AtMost),
        ("a maximum of", AtMost),
        ("maximum of", AtMost),
        ("up to", AtMost),
        ("as many as", AtMost),
        ("as much as", AtMost),
        ("slightly more than", JustOver),
        ("a little more than", JustOver),
        ("little more than", JustOver),
        ("just over", JustOver),
        ("a little over", JustOver),
        ("slightly over", JustOver),
        ("just above", JustOver),
        ("slightly above", JustOver),
        ("far more than", MoreThan),
        ("much more than", MoreThan),
        ("well over", MoreThan),
        ("well above", MoreThan),
        ("more than", MoreThan),
        ("greater than", MoreThan),
        ("higher than", MoreThan),
        ("larger than", MoreThan),
        ("bigger than", MoreThan),
        ("longer than", MoreThan),
        ("older than", MoreThan),
        ("in excess of", MoreThan),
        ("exceeding", MoreThan),
        ("over", MoreThan),
        ("above", MoreThan),
        ("slightly less than", Nearly),
        ("slightly fewer than", Nearly),
        ("a little less than", Nearly),
        ("little less than", Nearly),
        ("just under", Nearly),
        ("slightly under", Nearly),
        ("just below", Nearly),
        ("just short of", Nearly),
        ("just shy of", Nearly),
        ("not quite", Nearly),
        ("nearly", Nearly),
        ("almost", Nearly),
        ("approaching", Nearly),
        ("well under", LessThan),
        ("well below", LessThan),
        ("less than", LessThan),
        ("fewer than", LessThan),
        ("lower than", LessThan),
        ("smaller than", LessThan),
        ("shorter than", LessThan),
        ("younger than", LessThan),
        ("under", LessThan),
        ("below", LessThan),
        ("close to", About),
        ("in the region of", About),
        ("in the order of", About),
        ("on the order of", About),
        ("somewhere around", About),
        ("an estimated", About),
        ("estimated", About),
        ("about", About),
        ("around", About),
        ("approximately", About),
        ("approx", About),
        ("roughly", About),
        ("some", About),
        ("circa", About),
        ("near", About),
        ("maybe", About),
        ("exactly", Exactly),
        ("precisely", Exactly),
    ]
};

pub(super) fn lead(p: &Pieces<'_>, i: usize) -> Option<(usize, Modifier)> {
    match p.text(i) {
        ">" => return Some((i + 1, Modifier::MoreThan)),
        "<" => return Some((i + 1, Modifier::LessThan)),
        "≥" => return Some((i + 1, Modifier::AtLeast)),
        "≤" => return Some((i + 1, Modifier::AtMost)),
        "~" | "≈" | "∼" => return Some((i + 1, Modifier::About)),
        _ => {}
    }
    let key = p.key(i);
    if key.is_empty() {
        return None;
    }
    LEADS.iter().find_map(|&(phrase, modifier)| {
        phrase
            .starts_with(key)
            .then(|| p.phrase(i, phrase))
            .flatten()
            .map(|next| (next, modifier))
    })
}

/// Phrases after a number and its unit.
pub(super) fn tail(p: &Pieces<'_>, i: usize) -> Option<(usize, Modifier)> {
    let sign = p.text(i) == "+" && p.digits(i + 1).is_none();
    match (p.key(i), p.key(i + 1)) {
        ("or", "more" | "above" | "over" | "older" | "higher" | "greater" | "longer")
        | ("and", "above" | "over" | "older" | "upwards") => Some((i + 2, Modifier::AtLeast)),
        ("or", "less" | "fewer" | "below" | "under" | "younger" | "lower" | "shorter")
        | ("and", "under" | "younger") => Some((i + 2, Modifier::AtMost)),
        ("or", "so" | "thereabouts") => Some((i + 2, Modifier::About)),
        ("plus", _) if p.digits(i + 1).is_none() => Some((i + 1, Modifier::AtLeast)),
        ("odd", _) => Some((i + 1, Modifier::About)),
        (_, "odd") if p.hyphen(i) => Some((i + 2, Modifier::About)),
        (_, "plus") if p.hyphen(i) => Some((i + 2, Modifier::AtLeast)),
        _ if sign => Some((i + 1, Modifier::AtLeast)),
        _ => None,
    }
}

/// Applies what a word beside a number says to the quantity.
pub(super) fn apply(modifier: Modifier, q: &mut Quantity) {
    let part = |v: f64| v.abs() * 0.1;
    match modifier {
        Modifier::AtLeast => q.high = None,
        Modifier::MoreThan => {
            q.high = None;
            q.above_low = true;
        }
        Modifier::AtMost => q.low = None,
        Modifier::LessThan => {
            q.low = None;
            q.below_high = true;
        }
        Modifier::About => q.approximation = q.approximation.max(Approximation::About),
        Modifier::Nearly => {
            q.low = q.low.map(|v| v - part(v));
            q.below_high = q.high.is_some();
            q.approximation = q.approximation.max(Approximation::About);
        }
        Modifier::JustOver => {
            q.high = q.high.map(|v| v + part(v));
            q.above_low = q.low.is_some();
            q.approximation = q.approximation.max(Approximation::About);
        }
        Modifier::Exactly => q.approximation = Approximation::Exact,
    }
    if q.low.is_none() {
        q.above_low = false;
    }
    if q.high.is_none() {
        q.below_high = false;
    }
}
