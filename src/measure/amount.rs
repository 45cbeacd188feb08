//! Reads a single amount: a number or a vague word, and its unit.

use super::currency;
use super::label;
use super::number::{self, Number};
use super::pieces::{Kind, Pieces};
use super::quantity::{Approximation, Quantity};
use super::unit::{self, Dimension, Scale, Unit};
use super::vague::{self, Vague};

/// An amount as written: a number or a vague word, and its unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    pub(super) start: usize,
    pub(super) next: usize,
    pub(super) what: What,
    pub(super) unit: Option<Scale>,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum What {
    Number(Number),
    Vague(Vague),
}

/// The quantity that an amount is by itself.
pub(super) fn of_amount(amount: &Amount) -> Quantity {
    let scale = amount.unit.unwrap_or(Scale::new(Dimension::Count, 1.0));
    let unit = Unit::of(scale.dimension);
    match amount.what {
        What::Number(number) => Quantity::of_number(&number, unit, |v| scale.to_base(v)),
        What::Vague(vague) => Quantity {
            high: Some(scale.to_base(vague.high)),
            below_high: vague.open,
            approximation: if vague.about {
                Approximation::About
            } else {
                Approximation::Vague
            },
            granularity: (scale.to_base(vague.high) - scale.to_base(vague.low)).abs(),
            ..Quantity::exact(scale.to_base(vague.low), unit)
        },
    }
}

/// Reads a number or a vague word with its unit.
pub(super) fn amount(p: &Pieces<'_>, i: usize, joined: bool) -> Option<Amount> {
    let of_unit = |next: usize, value: f64| {
        let of = usize::from(p.key(next) == "of");
        unit::after(p, next + of, value).filter(|(_, s)| s.dimension != Dimension::Count)
    };
    if let Some((next, vague)) = vague::vague(p, i) {
        let unit = of_unit(next, vague.low);
        return Some(Amount {
            start: i,
            next: unit.map_or(next, |(n, _)| n),
            what: What::Vague(vague),
            unit: unit.map(|(_, s)| s),
        });
    }
    if let Some(word) = counting_word(p, i) {
        return Some(word);
    }
    let minus =
        p.key(i) == "minus" || p.text(i) == "−" || (p.text(i) == "-" && !p.boundary(i + 1) && p.boundary(i));
    let start = i + usize::from(minus && p.digits(i + 1).is_some() || p.key(i) == "minus");
    let money = currency::before(p, start);
    let (mut next, mut number) = match money {
        Some((at, _)) => number::cardinal(p, at, joined)?,
        None => number::cardinal(p, start, joined).or_else(|| article(p, start))?,
    };
    if let Some(exponent) = letter_scale(p, next, money.is_some()) {
        number = number.scaled(exponent);
        next += 1;
    }
    if start > i {
        number.value = -number.value;
    }
    let unit = match money {
        Some((_, currency)) => Some((next, Scale::new(Dimension::Money(currency), 1.0))),
        None => measured(p, next, &number),
    };
    let (next, unit) = unit.map_or((next, None), |(n, s)| (n, Some(s)));
    let unit = unit.map(|s| warming(p, i, next, s));
    let next = old(p, next, unit);
    Some(Amount {
        start,
        next,
        what: What::Number(number),
        unit,
    })
}

/// "m" and "b" after a number are a million and a billion of money; and of what is counted, as in "5m people".
fn letter_scale(p: &Pieces<'_>, next: usize, money: bool) -> Option<u32> {
    let counted = !p.boundary(next) && p.boundary(next + 1) && label::plural(p, next + 1);
    let exponent = match p.text(next) {
        "m" | "M" => 6,
        "b" | "B" => 9,
        "t" | "T" if money && !p.boundary(next) => 12,
        _ => return None,
    };
    (counted || money && p.boundary(next + 1)).then_some(exponent)
}

/// The unit after a number, a hyphen between allowed.
fn measured(p: &Pieces<'_>, next: usize, number: &Number) -> Option<(usize, Scale)> {
    let hyphen = p.hyphen(next) && p.kind(next + 1) == Some(Kind::Letters);
    let at = next + usize::from(hyphen);
    let (after, scale) = unit::after(p, at, number.value)?;
    let one = (number.value - 1.0).abs() < f64::EPSILON;
    let other_word = match p.key(at) {
        // "The 45 second graders" and "stones" are other words.
        "second" | "point" | "time" | "minute" => !hyphen && !one && number.rounded,
        "stones" | "knot" => true,
        // "The 1990s", "in her 30s".
        "s" => number.bare && number.value % 10.0 < 1.0,
        _ => false,
    };
    let ordinal = p.key(at) == "second" && !hyphen && !one;
    (!other_word && !ordinal).then_some((after, scale))
}

/// Differences of temperature have no zero point: "by 2 °C", "2 degrees Celsius warmer".
fn warming(p: &Pieces<'_>, start: usize, next: usize, scale: Scale) -> Scale {
    let by = p.key_before(start, 1) == "by" || p.key_before(start, 2) == "by";
    let warmer = matches!(
        p.key(next),
        "warmer" | "colder" | "hotter" | "cooler" | "higher" | "lower" | "above" | "below"
    ) || (p.key(next) == "of" && matches!(p.key(next + 1), "warming" | "cooling" | "global"));
    if scale.dimension == Dimension::Temperature && (by || warmer) {
        return Scale::new(Dimension::Warming, scale.factor);
    }
    scale
}

/// The end of an age: "25-year-old", "25 years old".
fn old(p: &Pieces<'_>, next: usize, unit: Option<Scale>) -> usize {
    if unit.is_none_or(|s| s.dimension != Dimension::Duration) {
        return next;
    }
    let hyphen = usize::from(p.hyphen(next));
    match p.key(next + hyphen) {
        "old" | "olds" => next + hyphen + 1,
        _ => next,
    }
}

/// "A year", "an hour": one of a unit, where the words before show that it is an amount.
fn article(p: &Pieces<'_>, i: usize) -> Option<(usize, Number)> {
    let amount = matches!(
        p.key_before(i, 1),
        "for"
            | "than"
            | "within"
            | "least"
            | "about"
            | "nearly"
            | "almost"
            | "most"
            | "lasted"
            | "under"
            | "around"
            | "roughly"
    );
    let one =
        matches!(p.key(i), "a" | "an") && amount && unit::is_time(p.key(i + 1)) && p.key(i + 2) != "ago";
    one.then(|| {
        (
            i + 1,
            Number {
                article: true,
                ..Number::exact(1.0)
            },
        )
    })
}

/// Words that are amounts by themselves: "no", "none", "both", "a pair of", "twice".
fn counting_word(p: &Pieces<'_>, i: usize) -> Option<Amount> {
    let following = p.key(i + 1);
    let (value, taken, dimension) = match p.key(i) {
        "twice" => (2.0, 1, Dimension::Times),
        "thrice" => (3.0, 1, Dimension::Times),
        // "Once the doors opened", "once a clerk": no count.
        "once" if i > 0 && matches!(p.key(i - 1), "only" | "just" | "than" | "least") => {
            (1.0, 1, Dimension::Times)
        }
        "none" => (0.0, 1, Dimension::Count),
        "both"
            if label::plural(p, i + 1)
                || matches!(following, "of" | "the" | "these" | "those" | "were" | "are") =>
        {
            (2.0, 1, Dimension::Count)
        }
        "a" if following == "pair" && p.key(i + 2) == "of" => (2.0, 2, Dimension::Count),
        "no" if p.kind(i + 1) == Some(Kind::Letters) && !p.text(i).ends_with('.') && p.boundary(i + 1) => {
            let other = matches!(
                following,
                "more"
                    | "less"
                    | "fewer"
                    | "longer"
                    | "one"
                    | "doubt"
                    | "matter"
                    | "wonder"
                    | "later"
                    | "sooner"
                    | "better"
                    | "worse"
                    | "bigger"
                    | "greater"
                    | "way"
                    | "other"
                    | "such"
                    | "means"
                    | "thanks"
                    | "i"
                    | "he"
                    | "she"
                    | "they"
                    | "we"
                    | "you"
                    | "it"
                    | "this"
                    | "that"
                    | "the"
                    | "a"
            );
            if other {
                return None;
            }
            (0.0, 1, Dimension::Count)
        }
        _ => return None,
    };
    let unit = (dimension != Dimension::Count).then_some(Scale::new(dimension, 1.0));
    Some(Amount {
        start: i,
        next: i + taken,
        what: What::Number(Number::exact(value)),
        unit,
    })
}
