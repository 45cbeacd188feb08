//! Parts of a whole in words: fractions, "one in five", majorities.

use super::amount::{Amount, What, of_amount};
use super::modifier::{self, Modifier};
use super::number::{self, Number};
use super::pieces::Pieces;
use super::quantity::{Approximation, Quantity};
use super::unit::{self, Dimension, Unit};

/// Parts of a whole: "a third of", "two-thirds", "half", "one in five", "3/4", "a majority of".
pub(super) fn share(p: &Pieces<'_>, i: usize) -> Option<(usize, Quantity)> {
    if let Some(found) = most(p, i).or_else(|| one_in(p, i)) {
        return Some(found);
    }
    let (next, value) = part(p, i)?;
    // "Half a million", "three quarters of an hour": parts of a number or of a unit.
    let of = usize::from(p.key(next) == "of");
    let a = usize::from(matches!(p.key(next + of), "a" | "an"));
    let hyphen = usize::from(p.hyphen(next));
    let whole = next + of + a + hyphen;
    let fraction = |step: f64| Number {
        step,
        rounded: true,
        ..Number::exact(value)
    };
    if of == 0 || a == 1 {
        let multiplied = if p.key(whole) == "dozen" {
            Some(Number {
                loose: true,
                step: 2.0,
                ..Number::exact(value * 12.0)
            })
        } else {
            number::scale(p.key(whole))
                .filter(|&e| e > 2 || a == 1)
                .map(|e| fraction(0.5).scaled(e))
        };
        if let Some(number) = multiplied {
            let unit = unit::after(p, whole + 1, number.value);
            let amount = Amount {
                start: i,
                next: unit.map_or(whole + 1, |(n, _)| n),
                what: What::Number(number),
                unit: unit.map(|(_, s)| s),
            };
            return Some((amount.next, of_amount(&amount)));
        }
        let slash = p.digits(i).is_some() || number::vulgar(p.text(i)).is_some();
        if let Some((after, scale)) = unit::after(p, whole, value).filter(|_| a == 1 || hyphen == 1 || slash)
        {
            return Some((
                after,
                Quantity::of_number(&fraction(0.25), Unit::of(scale.dimension), |v| scale.to_base(v)),
            ));
        }
    }
    is_share(p, i, next).then(|| {
        let quantity = Quantity {
            approximation: Approximation::Rounded,
            granularity: 0.02,
            ..Quantity::exact(value, Unit::of(Dimension::Share))
        };
        (next, quantity)
    })
}

fn most(p: &Pieces<'_>, i: usize) -> Option<(usize, Quantity)> {
    let article = usize::from(matches!(p.key(i), "a" | "the"));
    let strong = usize::from(matches!(
        p.key(i + article),
        "vast" | "large" | "great" | "overwhelming" | "clear" | "slim" | "small" | "narrow"
    ));
    let at = i + article + strong;
    if article == 0 || p.key(at + 1) != "of" {
        return None;
    }
    let mut half = Quantity {
        granularity: 0.02,
        ..Quantity::exact(0.5, Unit::of(Dimension::Share))
    };
    match p.key(at) {
        "majority" => modifier::apply(Modifier::MoreThan, &mut half),
        "minority" => modifier::apply(Modifier::LessThan, &mut half),
        _ => return None,
    }
    Some((at + 1, half))
}

/// "One in five", "nine out of ten".
fn one_in(p: &Pieces<'_>, i: usize) -> Option<(usize, Quantity)> {
    let (link, above) = number::cardinal(p, i, false)?;
    let every = usize::from(p.key(link + 1) == "every");
    let (next, below) = match (p.key(link), p.key(link + 1)) {
        ("in", _) => number::cardinal(p, link + 1 + every, false)?,
        ("out", "of") => number::cardinal(p, link + 2 + usize::from(p.key(link + 2) == "every"), false)?,
        _ => return None,
    };
    let whole = [
        2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 15.0, 20.0, 25.0, 50.0, 100.0, 1e3, 1e4, 1e5, 1e6,
    ];
    let usual = p.key(link) == "out" || whole.iter().any(|w| (w - below.value).abs() < 0.5);
    if above.value >= below.value
        || above.value <= 0.0
        || !usual
        || unit::after(p, next, below.value).is_some()
    {
        return None;
    }
    let share = above.value / below.value;
    let granularity = (share / above.value / 2.0).min(0.02);
    let quantity = Quantity {
        approximation: Approximation::Rounded,
        granularity,
        ..Quantity::exact(share, Unit::of(Dimension::Share))
    };
    Some((next, quantity))
}

/// A fraction, without asking what it is of.
fn part(p: &Pieces<'_>, i: usize) -> Option<(usize, f64)> {
    if let Some(found) = number::slashed(p, i) {
        return Some(found);
    }
    if let Some(value) = number::vulgar(p.text(i)) {
        return Some((i + 1, value));
    }
    if p.key(i) == "half" {
        return Some((i + 1, 0.5));
    }
    let (mut at, above) = match p.key(i) {
        "a" | "an" => (i + 1, 1.0),
        _ => number::words(p, i, false)
            .map(|(at, n)| (at, n.value))
            .or_else(|| p.digits(i).and_then(number::digits).map(|n| (i + 1, n.value)))?,
    };
    at += usize::from(p.hyphen(at));
    let (below, plural) = number::denominator(p.key(at))?;
    let agrees = plural == (above > 1.5) || p.key(at) == "quarter" && above > 1.5 && p.hyphen(at - 1);
    (agrees && above < below && above > 0.0).then(|| (at + 1, above / below))
}

/// Whether a fraction read is a part of a whole, not "the first half", "the third man" or "a quarter" of a year.
fn is_share(p: &Pieces<'_>, i: usize, next: usize) -> bool {
    let of = matches!(
        p.key(next),
        "of" | "the" | "its" | "his" | "her" | "their" | "our" | "all" | "my" | "your" | "these" | "those"
    );
    let before = p.key_before(i, 1);
    let amount = matches!(
        before,
        "by" | "about"
            | "nearly"
            | "almost"
            | "over"
            | "than"
            | "around"
            | "least"
            | "roughly"
            | "exactly"
            | "only"
            | "just"
            | "to"
            | "most"
            | "under"
    );
    match p.key(i) {
        "half" => {
            let placed = matches!(
                before,
                "first"
                    | "second"
                    | "other"
                    | "latter"
                    | "final"
                    | "opening"
                    | "better"
                    | "last"
                    | "next"
                    | "early"
                    | "top"
                    | "bottom"
                    | "the"
            );
            !placed && (of || amount || before == "in")
        }
        "a" | "an" => of && p.key(next) == "of" || amount,
        "one" if !p.hyphen(i + 1) => p.key(next) == "of" || amount,
        _ => true,
    }
}
