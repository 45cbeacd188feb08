//! Quantities: intervals of a unit, with the precision that the words show, and how two of them relate.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::number::Number;
use super::unit::{Dimension, Unit};

/// How exactly a quantity was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Approximation {
    /// As counted: "45", "1,203".
    Exact,
    /// To the digits shown: "3.5 billion", "45%", "100,000".
    Rounded,
    /// Said to be approximate: "about 50", "nearly 50", "a dozen".
    About,
    /// Never counted: "dozens", "several".
    Vague,
}

/// How much of something: the values that the words allow.
///
/// Bounds stand in the base unit of the dimension (metres, seconds, a fraction of 1 for a share). A bound that is
/// `None` is open to that side: "at least 45" has no high bound.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quantity {
    /// The least value, if there is one.
    pub low: Option<f64>,
    /// The greatest value, if there is one.
    pub high: Option<f64>,
    /// Whether the least value itself is excluded: "more than 45".
    #[serde(default)]
    pub above_low: bool,
    /// Whether the greatest value itself is excluded: "fewer than 45".
    #[serde(default)]
    pub below_high: bool,
    /// How exactly it was given.
    pub approximation: Approximation,
    /// The step that the last digit stands for: 0.1 billion in "3.5bn".
    pub granularity: f64,
    /// What is measured.
    pub unit: Unit,
}

/// How one quantity relates to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuantityRelation {
    /// The same values.
    Equal,
    /// The same within the precision that the two state: "about 50" and 48, "3.5bn" and "3.47bn".
    Rounding,
    /// The first says more: 45 within "at least 40".
    Within,
    /// The second says more.
    Contains,
    /// Some values fit both, and each allows others.
    Overlaps,
    /// No value fits both.
    Disjoint,
    /// They measure different things.
    Incommensurable,
}

impl QuantityRelation {
    /// The relation with its two sides exchanged.
    #[must_use]
    pub fn mirrored(self) -> QuantityRelation {
        match self {
            QuantityRelation::Within => QuantityRelation::Contains,
            QuantityRelation::Contains => QuantityRelation::Within,
            same => same,
        }
    }
}

/// Part of its value by which an amount "about N" may be missed, and the most that rounding may miss.
const ABOUT: f64 = 0.1;
/// Part of its bound by which an approximate interval may be missed.
const EDGE: f64 = 0.02;
/// Part of a vague bound by which it may be missed before the two are apart.
const VAGUE: f64 = 0.25;
/// Part of a value that is lost to arithmetic.
const NOISE: f64 = 1e-9;

impl Quantity {
    /// An exact quantity in the base unit of `unit`.
    pub fn exact(value: f64, unit: Unit) -> Quantity {
        Quantity {
            low: Some(value),
            high: Some(value),
            above_low: false,
            below_high: false,
            approximation: Approximation::Exact,
            granularity: 1.0,
            unit,
        }
    }

    /// So many things.
    pub fn count(value: f64) -> Quantity {
        Quantity::exact(value, Unit::COUNT)
    }

    pub(super) fn of_number(number: &Number, unit: Unit, to_base: impl Fn(f64) -> f64) -> Quantity {
        let value = to_base(number.value);
        let counted =
            unit.dimension == Dimension::Count && unit.per.is_none() || unit.dimension == Dimension::Times;
        let approximation = if number.loose || number.article && unit.dimension == Dimension::Duration {
            Approximation::About
        } else if number.rounded || !counted {
            Approximation::Rounded
        } else {
            Approximation::Exact
        };
        let granularity = (to_base(number.value + number.step) - value).abs();
        Quantity {
            approximation,
            granularity,
            ..Quantity::exact(value, unit)
        }
    }

    /// The one value, if the quantity is no interval.
    pub fn value(&self) -> Option<f64> {
        match (self.low, self.high) {
            (Some(low), Some(high)) if near(low, high) => Some(low),
            _ => None,
        }
    }

    /// Whether the quantity is exactly none of something.
    pub fn is_zero(&self) -> bool {
        self.value().is_some_and(|v| near(v, 0.0))
    }

    /// How far a value may miss this one and still be the same, as stated.
    fn tolerance(&self) -> f64 {
        let size = self.high.or(self.low).unwrap_or(0.0).abs();
        let half = self.granularity.abs() / 2.0;
        match self.approximation {
            Approximation::Exact | Approximation::Vague => 0.0,
            // On a scale whose zero is no nothing, a part of the value means nothing.
            Approximation::Rounded
                if matches!(self.unit.dimension, Dimension::Temperature | Dimension::Degrees) =>
            {
                half.min(0.5)
            }
            Approximation::About
                if matches!(self.unit.dimension, Dimension::Temperature | Dimension::Degrees) =>
            {
                half.clamp(0.5, 2.0)
            }
            Approximation::Rounded => half.min(ABOUT * size),
            // The interval already holds what "nearly" leaves open.
            Approximation::About if self.value().is_none() => EDGE * size,
            Approximation::About => (ABOUT * size).max(half.min(size / 2.0)),
        }
    }

    /// Says how this quantity relates to another one.
    ///
    /// Two single values are the same within the tolerance of the looser one: none for a count in digits, half the
    /// last digit's step for a rounded value (never more than a tenth of it), a tenth for "about". Intervals are
    /// compared as sets; where they miss each other by no more than that tolerance they still agree. A vague bound
    /// ("dozens") is missed only by more than a quarter.
    ///
    /// The relation of `b` to `a` is always the mirror of that of `a` to `b`.
    pub fn compare(&self, other: &Quantity) -> QuantityRelation {
        use QuantityRelation::{Contains, Disjoint, Equal, Incommensurable, Overlaps, Rounding, Within};
        if self.unit != other.unit {
            return Incommensurable;
        }
        let tolerance = self.tolerance().max(other.tolerance());
        if self.same_bounds(other) {
            let loose = |q: &Quantity| q.approximation.max(Approximation::Rounded);
            return if loose(self) == loose(other) {
                Equal
            } else {
                Rounding
            };
        }
        if let (Some(a), Some(b)) = (self.value(), other.value()) {
            return if (a - b).abs() <= tolerance * (1.0 + NOISE) {
                Rounding
            } else {
                Disjoint
            };
        }
        if let Some((below, above)) = self.gap(other).or_else(|| other.gap(self).map(|(b, a)| (a, b))) {
            let vague = |q: &Quantity, bound: f64| match q.approximation {
                Approximation::Vague => VAGUE * bound.abs(),
                _ => 0.0,
            };
            let slack = vague(self, below).max(vague(other, above));
            let gap = (above - below).abs();
            let within = |room: f64| room > 0.0 && gap <= room * (1.0 + NOISE);
            let bounded = self.bounded() && other.bounded();
            return match () {
                () if within(slack) => Overlaps,
                () if !within(tolerance) => Disjoint,
                () if bounded || near(gap, 0.0) => Rounding,
                () => Overlaps,
            };
        }
        // "Nearly 50" is an interval only to keep it below 50; it means one value.
        let pointed = |q: &Quantity| q.value().is_some() || q.narrow();
        if (self.narrow() && pointed(other)) || (other.narrow() && pointed(self)) {
            return Rounding;
        }
        match (self.inside(other), other.inside(self)) {
            (true, _) => Within,
            (_, true) => Contains,
            _ => Overlaps,
        }
    }

    /// The same of each so many days: "40 a week" is 40 of each 7.
    pub(crate) fn each(&self, days: f64) -> Quantity {
        let seconds = days * 86_400.0;
        Quantity {
            low: self.low.map(|low| low / seconds),
            high: self.high.map(|high| high / seconds),
            granularity: self.granularity / seconds,
            unit: Unit {
                per: Some(Dimension::Duration),
                ..self.unit
            },
            ..self.clone()
        }
    }

    fn bounded(&self) -> bool {
        self.low.is_some() && self.high.is_some()
    }

    /// Whether it is an approximate value written as an interval.
    fn narrow(&self) -> bool {
        match (self.low, self.high, self.approximation) {
            (Some(low), Some(high), Approximation::About) => high - low <= 2.0 * ABOUT * high.abs(),
            _ => false,
        }
    }

    fn same_bounds(&self, other: &Quantity) -> bool {
        let same = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => near(a, b),
            (a, b) => a.is_none() && b.is_none(),
        };
        same(self.low, other.low)
            && same(self.high, other.high)
            && self.above_low == other.above_low
            && self.below_high == other.below_high
    }

    /// The high bound of this quantity and the low one of the other, if all its values are below all the other's.
    fn gap(&self, other: &Quantity) -> Option<(f64, f64)> {
        let (high, low) = (self.high?, other.low?);
        let apart = if near(high, low) {
            self.below_high || other.above_low
        } else {
            high < low
        };
        apart.then_some((high, low))
    }

    /// Whether each of its values is one of the other's.
    fn inside(&self, other: &Quantity) -> bool {
        let low = match (self.low, other.low) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(a), Some(b)) if near(a, b) => self.above_low || !other.above_low,
            (Some(a), Some(b)) => a > b,
        };
        let high = match (self.high, other.high) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(a), Some(b)) if near(a, b) => self.below_high || !other.below_high,
            (Some(a), Some(b)) => a < b,
        };
        low && high
    }

    /// A number that equal quantities share, for use in keys: FNV-1a of the bounds to nine digits, and the unit.
    pub fn key(&self) -> u64 {
        let digits = |bound: Option<f64>| bound.map_or_else(String::new, |v| format!("{:.8e}", v + 0.0));
        let text = format!(
            "{}|{}|{}|{}|{:?}",
            digits(self.low),
            digits(self.high),
            self.above_low,
            self.below_high,
            self.unit
        );
        text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    }
}

/// Whether two values differ by no more than arithmetic loses.
fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= NOISE * a.abs().max(b.abs()).max(0.001)
}

impl fmt::Display for Quantity {
    /// Writes the quantity in its base unit: "at least 45", "about 5000 m".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = self.unit.dimension == Dimension::Share;
        let shown = |value: f64| Shown(if share { value * 100.0 } else { value });
        if self.approximation == Approximation::About {
            f.write_str("about ")?;
        }
        match (self.low, self.high) {
            (Some(low), _) if self.value().is_some() => write!(f, "{}", shown(low))?,
            (Some(low), Some(high)) => write!(f, "{} to {}", shown(low), shown(high))?,
            (Some(low), None) if self.above_low => write!(f, "more than {}", shown(low))?,
            (Some(low), None) => write!(f, "at least {}", shown(low))?,
            (None, Some(high)) if self.below_high => write!(f, "less than {}", shown(high))?,
            (None, Some(high)) => write!(f, "at most {}", shown(high))?,
            (None, None) => f.write_str("any")?,
        }
        if share && self.unit.per.is_none() {
            return f.write_str("%");
        }
        let unit = self.unit.to_string();
        if unit.is_empty() {
            Ok(())
        } else {
            write!(f, " {}", unit.trim_start())
        }
    }
}

/// A value to six digits at most, without zeros at its end.
struct Shown(f64);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.abs();
        let mut places = 5;
        let mut rest = size;
        while rest >= 10.0 && places > 0 {
            rest /= 10.0;
            places -= 1;
        }
        while rest < 1.0 && places < 12 {
            rest *= 10.0;
            places += 1;
        }
        let text = format!("{:.places$}", self.0);
        let text = if text.contains('.') {
            text.trim_end_matches('0').trim_end_matches('.')
        } else {
            &text
        };
        f.write_str(text)
    }
}
