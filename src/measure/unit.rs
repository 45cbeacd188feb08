//! Units of measure: what they measure, their worth in a base unit, and the words and signs for them.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::currency::{self, Currency};
use super::pieces::{Kind, Pieces};
use super::unit_names::{FAHRENHEIT, KELVIN, SIGNS, WORDS};

/// What a quantity measures. Values of a dimension are kept in its base unit, so that miles meet kilometres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Dimension {
    /// Things counted; what they are is for the caller to know.
    Count,
    /// A part of a whole, as a fraction of 1: "a third", "45%".
    Share,
    /// Percentage points, or points of an index.
    Points,
    /// Multiples and repetitions: "twice", "three times".
    Times,
    /// Money, in the currency's main unit.
    Money(Currency),
    /// Metres.
    Length,
    /// Square metres.
    Area,
    /// Cubic metres.
    Volume,
    /// Kilograms.
    Mass,
    /// Degrees Celsius.
    Temperature,
    /// A difference of temperatures, in degrees Celsius.
    Warming,
    /// Degrees of a scale that is not named, or of an angle.
    Degrees,
    /// Metres per second.
    Speed,
    /// Joules.
    Energy,
    /// Watts.
    Power,
    /// Seconds; a month and a year have their mean length.
    Duration,
    /// Bytes.
    Data,
    /// Pascals.
    Pressure,
    /// Hertz.
    Frequency,
}

/// The unit of a quantity: what is measured and, in a rate, for how much of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Unit {
    /// What is measured.
    pub dimension: Dimension,
    /// What one base unit is the measure's reference: seconds in "5 a day", heads (a count) in "per person".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<Dimension>,
}

impl Unit {
    /// Things counted.
    pub const COUNT: Unit = Unit::of(Dimension::Count);

    /// The unit of a dimension, no rate.
    pub const fn of(dimension: Dimension) -> Unit {
        Unit { dimension, per: None }
    }

    /// Lengths per time are speeds, energies per time are powers.
    pub(super) fn folded(self) -> Unit {
        match (self.dimension, self.per) {
            (Dimension::Length, Some(Dimension::Duration)) => Unit::of(Dimension::Speed),
            (Dimension::Energy, Some(Dimension::Duration)) => Unit::of(Dimension::Power),
            _ => self,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", symbol(self.dimension))?;
        match self.per {
            None => Ok(()),
            Some(Dimension::Count) => f.write_str(" each"),
            Some(per) => write!(f, "/{}", symbol(per)),
        }
    }
}

fn symbol(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Count => "",
        Dimension::Share => "of the whole",
        Dimension::Points => "points",
        Dimension::Times => "times",
        Dimension::Money(currency) => currency.code(),
        Dimension::Length => "m",
        Dimension::Area => "m²",
        Dimension::Volume => "m³",
        Dimension::Mass => "kg",
        Dimension::Temperature | Dimension::Warming => "°C",
        Dimension::Degrees => "°",
        Dimension::Speed => "m/s",
        Dimension::Energy => "J",
        Dimension::Power => "W",
        Dimension::Duration => "s",
        Dimension::Data => "bytes",
        Dimension::Pressure => "Pa",
        Dimension::Frequency => "Hz",
    }
}

/// A named unit: base = value × factor + offset.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    pub(super) dimension: Dimension,
    pub(super) factor: f64,
    pub(super) offset: f64,
}

impl Scale {
    pub(super) const fn new(dimension: Dimension, factor: f64) -> Scale {
        Scale {
            dimension,
            factor,
            offset: 0.0,
        }
    }

    pub(super) fn to_base(self, value: f64) -> f64 {
        value * self.factor + self.offset
    }

    pub(super) fn value_of(self, value: f64) -> f64 {
        (value - self.offset) / self.factor
    }
}

/// The unit that a word names, in the singular or the plural.
pub(super) fn word(key: &str) -> Option<Scale> {
    let find = |name: &str| {
        let place = WORDS.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
        WORDS.get(place).map(|&(_, scale)| scale)
    };
    let plural = || match key {
        "feet" => find("foot"),
        "inches" => find("inch"),
        "centuries" => find("century"),
        _ => key.strip_suffix('s').and_then(find),
    };
    find(key).or_else(plural)
}

/// The unit that a sign stands for.
fn sign(text: &str, touching: bool) -> Option<Scale> {
    SIGNS
        .iter()
        .find(|(known, must_touch, _)| *known == text && (touching || !must_touch))
        .map(|&(_, _, scale)| scale)
}

/// Whether the word names a span of time.
pub(super) fn is_time(key: &str) -> bool {
    word(key).is_some_and(|s| s.dimension == Dimension::Duration)
}

/// Reads a unit after the number that ends before piece `i`.
pub(super) fn after(p: &Pieces<'_>, i: usize, amount: f64) -> Option<(usize, Scale)> {
    if let Some((next, currency, part)) = currency::after(p, i, amount) {
        return Some((next, Scale::new(Dimension::Money(currency), part)));
    }
    degrees(p, i)
        .or_else(|| two_words(p, i))
        .or_else(|| powers(p, i))
        .or_else(|| {
            let scale = if p.kind(i) == Some(Kind::Letters) {
                let plain = p.text(i).trim_end_matches('.');
                word(p.key(i)).or_else(|| sign(plain, !p.boundary(i)))
            } else {
                sign(p.text(i), true)
            };
            scale.map(|s| (i + 1, s))
        })
}

fn degrees(p: &Pieces<'_>, i: usize) -> Option<(usize, Scale)> {
    let celsius = Scale::new(Dimension::Temperature, 1.0);
    let at = match p.text(i) {
        "℃" => return Some((i + 1, celsius)),
        "℉" => return Some((i + 1, FAHRENHEIT)),
        "°" | "º" => i + 1,
        _ if matches!(p.key(i), "degree" | "degrees") => i + 1,
        _ if p.key(i) == "fahrenheit" => return Some((i + 1, FAHRENHEIT)),
        // "20C" is a temperature, "20 C" may be anything.
        "C" if !p.boundary(i) => return Some((i + 1, celsius)),
        "F" if !p.boundary(i) => return Some((i + 1, FAHRENHEIT)),
        _ => return None,
    };
    Some(match (p.text(at), p.key(at)) {
        ("C", _) | (_, "celsius" | "centigrade") => (at + 1, celsius),
        ("F", _) | (_, "fahrenheit") => (at + 1, FAHRENHEIT),
        ("K", _) | (_, "kelvin") => (at + 1, KELVIN),
        _ => (at, Scale::new(Dimension::Degrees, 1.0)),
    })
}

fn two_words(p: &Pieces<'_>, i: usize) -> Option<(usize, Scale)> {
    use Dimension::{Energy, Length, Mass, Points, Share};
    let gap = usize::from(p.hyphen(i + 1));
    let scale = match (p.key(i), p.key(i + 1 + gap)) {
        ("per", "cent") => {
            // "Per cent" may go on to "points" as "percentage" does.
            return match p.key(i + 2) {
                "point" | "points" => Some((i + 3, Scale::new(Points, 1.0))),
                _ => Some((i + 2, Scale::new(Share, 0.01))),
            };
        }
        ("percentage" | "percent", "point" | "points") => Scale::new(Points, 1.0),
        ("basis", "point" | "points") => Scale::new(Points, 0.01),
        ("nautical", "mile" | "miles") => Scale::new(Length, 1852.0),
        ("light", "year" | "years") => Scale::new(Length, 9_460_730_472_580_800.0),
        ("metric", "ton" | "tons" | "tonne" | "tonnes") => Scale::new(Mass, 1e3),
        ("short", "ton" | "tons") => Scale::new(Mass, 907.184_74),
        ("long", "ton" | "tons") => Scale::new(Mass, 1_016.046_908_8),
        ("troy", "ounce" | "ounces") => Scale::new(Mass, 0.031_103_476_8),
        ("kilowatt", "hour" | "hours") => Scale::new(Energy, 3.6e6),
        ("megawatt", "hour" | "hours") => Scale::new(Energy, 3.6e9),
        ("gigawatt", "hour" | "hours") => Scale::new(Energy, 3.6e12),
        ("terawatt", "hour" | "hours") => Scale::new(Energy, 3.6e15),
        _ => return None,
    };
    Some((i + 2 + gap, scale))
}

/// Square and cubic units.
fn powers(p: &Pieces<'_>, i: usize) -> Option<(usize, Scale)> {
    let length = |at: usize| {
        let plain = p.text(at).trim_end_matches('.');
        word(p.key(at))
            .or_else(|| sign(plain, false))
            .filter(|s| s.dimension == Dimension::Length)
    };
    let square = |s: Scale| Scale::new(Dimension::Area, s.factor * s.factor);
    let cube = |s: Scale| Scale::new(Dimension::Volume, s.factor * s.factor * s.factor);
    let gap = usize::from(p.hyphen(i + 1));
    match p.key(i) {
        "square" | "sq" => return Some((i + 2 + gap, square(length(i + 1 + gap)?))),
        "cubic" | "cu" => return Some((i + 2 + gap, cube(length(i + 1 + gap)?))),
        _ => {}
    }
    if p.boundary(i + 1) {
        return None;
    }
    match p.text(i + 1) {
        "²" | "2" => Some((i + 2, square(length(i)?))),
        "³" | "3" => Some((i + 2, cube(length(i)?))),
        _ => None,
    }
}

/// Reads what a rate is per: "per day", "a year", "an hour", "/h", "per 100,000 people", "annually".
pub(super) fn rate(p: &Pieces<'_>, i: usize) -> Option<(usize, Scale)> {
    let adverb = match p.key(i) {
        "hourly" => "hour",
        "daily" => "day",
        "weekly" => "week",
        "monthly" => "month",
        "yearly" | "annually" => "year",
        _ => "",
    };
    if let Some(scale) = word(adverb) {
        return Some((i + 1, scale));
    }
    if p.phrase(i, "per annum").is_some() {
        return word("year").map(|s| (i + 2, s));
    }
    if p.phrase(i, "per capita").is_some() || p.phrase(i, "per head").is_some() {
        return Some((i + 2, Scale::new(Dimension::Count, 1.0)));
    }
    match p.key(i) {
        "per" => {
            let (at, number) =
                super::number::cardinal(p, i + 1, true).map_or((i + 1, 1.0), |(at, n)| (at, n.value));
            if number <= 0.0 {
                return None;
            }
            if let Some((next, scale)) = after(p, at, 1.0) {
                return Some((next, Scale::new(scale.dimension, scale.factor * number)));
            }
            let head = matches!(
                p.key(at),
                "person" | "people" | "head" | "inhabitants" | "residents" | "share"
            );
            (head || at > i + 1).then(|| (at + usize::from(head), Scale::new(Dimension::Count, number)))
        }
        "a" | "an" | "each" | "every" => {
            let share = matches!(p.key(i + 1), "share" | "head" | "person" | "piece");
            let scale = if share {
                Scale::new(Dimension::Count, 1.0)
            } else {
                word(p.key(i + 1))?
            };
            let volume = matches!(scale.dimension, Dimension::Volume | Dimension::Mass) && p.key(i) == "a";
            let rate = share || volume || scale.dimension == Dimension::Duration;
            // "Three men a year later" tells when, not how often.
            let when = matches!(
                p.key(i + 2),
                "later" | "ago" | "before" | "after" | "earlier" | "from"
            );
            (rate && !when).then_some((i + 2, scale))
        }
        _ if p.text(i) == "/" && p.kind(i + 1) == Some(Kind::Letters) => after(p, i + 1, 1.0),
        _ => None,
    }
}

/// Converts a value between two named units of one dimension; `None` if either is unknown or they measure
/// different things.
///
/// ```
/// use crosscheck::measure::convert;
///
/// assert_eq!(convert(1.0, "mile", "km"), Some(1.609344));
/// assert_eq!(convert(212.0, "°F", "°C").map(f64::round), Some(100.0));
/// assert_eq!(convert(1.0, "mile", "kg"), None);
/// ```
pub fn convert(value: f64, from: &str, to: &str) -> Option<f64> {
    let named = |name: &str| {
        let words: Vec<&str> = name.split(' ').collect();
        let p = Pieces::new(&words, 0, words.len());
        let (mut at, mut scale) = after(&p, 0, 1.0)?;
        if let Some((next, per)) = rate(&p, at) {
            let unit = Unit {
                dimension: scale.dimension,
                per: Some(per.dimension),
            }
            .folded();
            // What stays a rate has no name of its own to convert to.
            scale = unit
                .per
                .is_none()
                .then(|| Scale::new(unit.dimension, scale.factor / per.factor))?;
            at = next;
        }
        (at == p.len()).then_some(scale)
    };
    let (from, to) = (named(from)?, named(to)?);
    (from.dimension == to.dimension).then(|| to.value_of(from.to_base(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted() {
        assert!(WORDS.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn units_convert() {
        let cases = [
            (1.0, "km", "metres", 1000.0),
            (100.0, "km/h", "mph", 62.137_119_223_733),
            (32.0, "degrees Fahrenheit", "°C", 0.0),
            (0.0, "celsius", "kelvin", 273.15),
            (1.0, "square mile", "km²", 2.589_988_110_336),
            (1.0, "cubic metre", "litres", 1000.0),
            (1.0, "kilowatt hour", "MJ", 3.6),
            (2.0, "weeks", "days", 14.0),
            (1.0, "year", "months", 12.0),
            (8.0, "Mbit", "MB", 1.0),
            (10.0, "acres", "ha", 4.046_856_422_4),
        ];
        for (value, from, to, expected) in cases {
            let got = convert(value, from, to).unwrap();
            assert!(
                (got - expected).abs() < 1e-9 * expected.abs().max(1.0),
                "{value} {from} = {got} {to}"
            );
        }
        assert_eq!(convert(1.0, "km", "hour"), None);
        assert_eq!(convert(1.0, "nonsense", "hour"), None);
    }
}
