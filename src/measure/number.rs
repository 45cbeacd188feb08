//! Numbers in digits and in words, with the step that their last digit stands for.

use super::pieces::Pieces;

/// A number as written.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent signs of how it was written"
)]
pub(super) struct Number {
    pub(super) value: f64,
    /// What one unit of the last digit shown is worth.
    pub(super) step: f64,
    /// Whether the writing shows that it was rounded: "3.5 billion", "100,000".
    pub(super) rounded: bool,
    /// Whether the writing is loose: "a dozen".
    pub(super) loose: bool,
    /// The exponent of the scale word, so that "3 to 5 million" can lend it; 0 without one.
    pub(super) scale: u32,
    /// Plain digits without comma, point or scale, as years and labels are written.
    pub(super) bare: bool,
    /// Written "a" or "an".
    pub(super) article: bool,
}

impl Number {
    pub(super) fn exact(value: f64) -> Number {
        Number {
            value,
            step: 1.0,
            rounded: false,
            loose: false,
            scale: 0,
            bare: false,
            article: false,
        }
    }

    /// A four-digit number without a comma that could name a year.
    pub(super) fn year_like(&self) -> bool {
        self.bare && (1001.0..2100.0).contains(&self.value)
    }

    pub(super) fn scaled(mut self, exponent: u32) -> Number {
        let factor = power(exponent);
        self.value *= factor;
        self.step *= factor;
        self.scale += exponent;
        self.rounded = true;
        self.bare = false;
        self
    }
}

/// Ten to the power, exact as far as a float can be.
pub(super) fn power(exponent: u32) -> f64 {
    (0..exponent.min(300)).fold(1.0, |product, _| product * 10.0)
}

/// Reads a number in digits.
pub(super) fn digits(text: &str) -> Option<Number> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if decimals.bytes().any(|b| !b.is_ascii_digit()) || !grouped(whole) {
        return None;
    }
    let comma = whole.contains(',');
    let mut mantissa: u64 = 0;
    let mut count = 0;
    for byte in whole.bytes().chain(decimals.bytes()).filter(u8::is_ascii_digit) {
        mantissa = mantissa * 10 + u64::from(byte - b'0');
        count += 1;
        if count > 18 {
            return None;
        }
    }
    let places = decimals.len() as u32;
    let value = mantissa as f64 / power(places);
    let (step, rounded) = if places == 0 {
        step_of(mantissa)
    } else {
        (1.0 / power(places), true)
    };
    Some(Number {
        step,
        rounded,
        bare: places == 0 && !comma,
        ..Number::exact(value)
    })
}

/// Whether commas, if any, cut off thousands (or lakhs), and no zero leads.
fn grouped(whole: &str) -> bool {
    if whole.len() > 1 && whole.starts_with('0') {
        return false;
    }
    let mut groups = whole.rsplit(',');
    let last = groups.next().unwrap_or_default();
    let mut previous = 0;
    for group in groups {
        if previous != 0 && previous != 2 && previous != 3 {
            return false;
        }
        if last.len() != 3 {
            return false;
        }
        previous = group.len();
    }
    previous <= 3
}

/// The step that a whole number's zeros show, and whether it looks rounded. Zeros show at most that the
/// second digit was rounded: 100,000 may stand for 98,756 but not for 60,000.
fn step_of(value: u64) -> (f64, bool) {
    if value == 0 {
        return (1.0, false);
    }
    let mut zeros = 0;
    while value.is_multiple_of(10u64.pow(zeros + 1)) {
        zeros += 1;
    }
    let length = value.ilog10() + 1;
    if value < 100 {
        return (power(zeros), false);
    }
    (power(zeros.min(length - 2)), zeros >= 2)
}

/// What a number word is worth in the building of a number.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Unit(u64),
    Tens(u64),
    Hundred,
    Scale(u32),
}

fn part(key: &str) -> Option<Part> {
    Some(match key {
        "zero" => Part::Unit(0),
        "one" => Part::Unit(1),
        "two" => Part::Unit(2),
        "three" => Part::Unit(3),
        "four" => Part::Unit(4),
        "five" => Part::Unit(5),
        "six" => Part::Unit(6),
        "seven" => Part::Unit(7),
        "eight" => Part::Unit(8),
        "nine" => Part::Unit(9),
        "ten" => Part::Unit(10),
        "eleven" => Part::Unit(11),
        "twelve" => Part::Unit(12),
        "thirteen" => Part::Unit(13),
        "fourteen" => Part::Unit(14),
        "fifteen" => Part::Unit(15),
        "sixteen" => Part::Unit(16),
        "seventeen" => Part::Unit(17),
        "eighteen" => Part::Unit(18),
        "nineteen" => Part::Unit(19),
        "twenty" => Part::Tens(20),
        "thirty" => Part::Tens(30),
        "forty" | "fourty" => Part::Tens(40),
        "fifty" => Part::Tens(50),
        "sixty" => Part::Tens(60),
        "seventy" => Part::Tens(70),
        "eighty" => Part::Tens(80),
        "ninety" => Part::Tens(90),
        "hundred" => Part::Hundred,
        "thousand" => Part::Scale(3),
        "million" => Part::Scale(6),
        "billion" => Part::Scale(9),
        "trillion" => Part::Scale(12),
        _ => return None,
    })
}

/// The number below a hundred that a word spells out: "three", "thirty-four".
pub(crate) fn spelled(word: &str) -> Option<u64> {
    // Every word of a text is asked about.
    if !(3..=13).contains(&word.len()) || !word.starts_with(|c| "otfsenOTFSEN".contains(c)) {
        return None;
    }
    let word = word.to_ascii_lowercase();
    let (tens, units) = word.split_once('-').unwrap_or((&word, ""));
    match (part(tens)?, part(units)) {
        (Part::Unit(n) | Part::Tens(n), None) if units.is_empty() => Some(n),
        (Part::Tens(tens), Some(Part::Unit(units @ 1..=9))) => Some(tens + units),
        _ => None,
    }
}

/// The exponent of a scale word or of an abbreviation that cannot mean anything else.
pub(super) fn scale(key: &str) -> Option<u32> {
    Some(match key {
        "hundred" => 2,
        "thousand" => 3,
        "lakh" | "lakhs" => 5,
        "million" | "mn" | "mln" => 6,
        "crore" | "crores" => 7,
        "billion" | "bn" | "bln" => 9,
        "trillion" | "tn" | "trn" => 12,
        _ => return None,
    })
}

/// Whether a noun names a part of a whole: "half", "fifth".
pub(crate) fn is_part(noun: &str) -> bool {
    denominator(noun).is_some()
}

/// The denominator that an ordinal names in a fraction; plural forms too.
pub(super) fn denominator(key: &str) -> Option<(f64, bool)> {
    let (stem, plural) = match key.strip_suffix('s') {
        Some("") | None => (key, false),
        Some(stem) => (stem, true),
    };
    let value = match stem {
        "half" => 2.0,
        "third" => 3.0,
        "quarter" | "fourth" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "seventh" => 7.0,
        "eighth" => 8.0,
        "ninth" => 9.0,
        "tenth" => 10.0,
        "twelfth" => 12.0,
        "twentieth" => 20.0,
        "hundredth" => 100.0,
        "thousandth" => 1000.0,
        _ if key == "halves" => return Some((2.0, true)),
        _ => return None,
    };
    Some((value, plural))
}

/// Whether the word is an ordinal: "first", "twentieth".
pub(super) fn ordinal(key: &str) -> bool {
    matches!(
        key,
        "first" | "second" | "third" | "fifth" | "eighth" | "ninth" | "twelfth"
    ) || key.strip_suffix("th").is_some_and(|stem| {
        part(stem).is_some()
            || stem
                .strip_suffix("ie")
                .is_some_and(|s| matches!(part(&format!("{s}y")), Some(Part::Tens(_))))
    })
}

/// Reads a number in words from piece `i`; with `joined`, "and" may stand inside ("two hundred and six").
pub(super) fn words(p: &Pieces<'_>, i: usize, joined: bool) -> Option<(usize, Number)> {
    let mut at = i;
    let (mut total, mut current) = (0u64, 0u64);
    let mut last: Option<Part> = None;
    let mut top = u32::MAX;
    let mut exponent = 0;
    loop {
        let mut look = at;
        if last.is_some() {
            let and = joined && p.key(look) == "and" && matches!(last, Some(Part::Hundred | Part::Scale(_)));
            look += usize::from(and || p.hyphen(look));
        }
        let Some(next) = part(p.key(look)) else {
            // "Twenty-first" and "two hundredth" are ordinals.
            let tens = matches!(last, Some(Part::Tens(_)));
            if last.is_some() && ordinal(p.key(look)) && (tens || ordinal_of_scale(p.key(look))) {
                return None;
            }
            break;
        };
        let skipped = look > at;
        let fits = match next {
            Part::Unit(0) => last.is_none(),
            Part::Unit(n) => match last {
                None | Some(Part::Hundred | Part::Scale(_)) => true,
                Some(Part::Tens(_)) => n < 10,
                Some(Part::Unit(_)) => false,
            },
            Part::Tens(_) => matches!(last, None | Some(Part::Hundred | Part::Scale(_))),
            Part::Hundred => {
                last.is_some() && (1..100).contains(&current) && !(skipped && p.key(at) == "and")
            }
            Part::Scale(e) => last.is_some() && current > 0 && e < top,
        };
        if !fits {
            break;
        }
        match next {
            Part::Unit(n) | Part::Tens(n) => current += n,
            Part::Hundred => current *= 100,
            Part::Scale(e) => {
                total += current * 10u64.pow(e);
                current = 0;
                top = e;
                exponent = e;
            }
        }
        last = Some(next);
        at = look + 1;
    }
    last?;
    let value = total + current;
    let (step, rounded) = step_of(value);
    let ends_on_scale = matches!(last, Some(Part::Scale(_)));
    let number = Number {
        step: if ends_on_scale { power(exponent) } else { step },
        rounded: rounded || ends_on_scale,
        scale: if ends_on_scale { exponent } else { 0 },
        ..Number::exact(value as f64)
    };
    Some((at, number))
}

fn ordinal_of_scale(key: &str) -> bool {
    matches!(key, "hundredth" | "thousandth" | "millionth" | "billionth")
}

/// Reads a cardinal from piece `i`: digits or words, with scale words and halves; no unit.
pub(super) fn cardinal(p: &Pieces<'_>, i: usize, joined: bool) -> Option<(usize, Number)> {
    let (mut at, mut number) = match p.digits(i) {
        Some(text) => (i + 1, digits(text)?),
        None if vulgar(p.text(i)).is_some() => (i, Number::exact(0.0)),
        None => match p.key(i) {
            "a" | "an" if scale(p.key(i + 1)).is_some() || p.key(i + 1) == "dozen" => (
                i + 1,
                Number {
                    article: true,
                    ..Number::exact(1.0)
                },
            ),
            _ => words(p, i, joined)?,
        },
    };
    if let Some((next, part)) = fraction_after(p, at, &number) {
        let step = if part < 0.5 { 0.25 } else { 0.5 };
        number = Number {
            step,
            rounded: true,
            ..Number::exact(number.value + part)
        };
        at = next;
    }
    let glued = at < p.len() && !p.boundary(at);
    let hyphen = usize::from(p.hyphen(at) && scale(p.key(at + 1)).is_some());
    if let Some(exponent) = scale(p.key(at + hyphen)) {
        number = number.scaled(exponent);
        at += hyphen + 1;
        // "200 thousand million" is rare and read no further; "a million and a half" is common.
        if let Some((next, part)) = and_fraction(p, at) {
            number.value += part * power(exponent);
            number.step *= 0.5;
            at = next;
        }
    } else if glued && matches!(p.text(at), "k" | "K") {
        number = number.scaled(3);
        at += 1;
    } else if p.key(at) == "dozen" {
        number = Number {
            loose: true,
            step: 4.0,
            ..Number::exact(number.value * 12.0)
        };
        at += 1;
    }
    number.value.is_finite().then_some((at, number))
}

fn fraction_after(p: &Pieces<'_>, at: usize, number: &Number) -> Option<(usize, f64)> {
    if let Some(part) = vulgar(p.text(at)) {
        return Some((at + 1, part));
    }
    if number.bare
        && let Some((next, part)) = slashed(p, at)
    {
        return Some((next, part));
    }
    and_fraction(p, at)
}

fn and_fraction(p: &Pieces<'_>, at: usize) -> Option<(usize, f64)> {
    let hyphen = |i: usize| i + usize::from(p.hyphen(i));
    let and = hyphen(at);
    if p.key(and) != "and" {
        return None;
    }
    let one = hyphen(and + 1);
    let next = hyphen(one + 1);
    match (p.key(one), p.key(next)) {
        ("a" | "one", "half") => Some((next + 1, 0.5)),
        ("a" | "one", "quarter") => Some((next + 1, 0.25)),
        ("three", "quarters") => Some((next + 1, 0.75)),
        _ => None,
    }
}

/// A fraction sign: "½".
pub(super) fn vulgar(text: &str) -> Option<f64> {
    Some(match text {
        "½" => 0.5,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅕" => 0.2,
        "⅖" => 0.4,
        "⅗" => 0.6,
        "⅘" => 0.8,
        "⅙" => 1.0 / 6.0,
        "⅛" => 0.125,
        "⅜" => 0.375,
        "⅝" => 0.625,
        "⅞" => 0.875,
        _ => return None,
    })
}

/// A fraction in digits within one word: "3/4". Not "9/11", not "3/4/2019".
pub(super) fn slashed(p: &Pieces<'_>, i: usize) -> Option<(usize, f64)> {
    if p.text(i + 1) != "/"
        || p.boundary(i + 1)
        || p.boundary(i + 2)
        || p.text(i + 3) == "/"
        || p.text_before(i, 1) == "/"
    {
        return None;
    }
    let above: u32 = p.digits(i)?.parse().ok()?;
    let below: u32 = p.digits(i + 2)?.parse().ok()?;
    let known = matches!(below, 2..=6 | 8 | 10 | 12 | 16 | 20 | 32 | 64 | 100);
    (above > 0 && above < below && known).then(|| (i + 3, f64::from(above) / f64::from(below)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(f64, f64, usize)> {
        let words: Vec<&str> = text.split(' ').collect();
        let p = Pieces::new(&words, 0, words.len());
        cardinal(&p, 0, true).map(|(at, n)| (n.value, n.step, p.word(at)))
    }

    #[test]
    fn cardinals_in_digits_and_words() {
        let cases = [
            ("45", 45.0, 1.0, 1),
            ("50", 50.0, 10.0, 1),
            ("1,200", 1200.0, 100.0, 1),
            ("12,34,567", 1_234_567.0, 1.0, 1),
            ("3.5 bn", 3.5e9, 1e8, 2),
            ("3.5bn", 3.5e9, 1e8, 1),
            ("1.2 million", 1.2e6, 1e5, 2),
            ("10k", 10_000.0, 10_000.0, 1),
            ("forty", 40.0, 10.0, 1),
            ("forty - five", 45.0, 1.0, 3),
            ("forty-five", 45.0, 1.0, 1),
            ("twenty five", 25.0, 1.0, 2),
            ("two hundred and six", 206.0, 1.0, 4),
            ("twelve hundred", 1200.0, 100.0, 2),
            ("five hundred and twenty thousand", 520_000.0, 1000.0, 5),
            ("one million two hundred thousand", 1.2e6, 1000.0, 5),
            ("a hundred", 100.0, 100.0, 2),
            ("a dozen", 12.0, 4.0, 2),
            ("two dozen", 24.0, 4.0, 2),
            ("two and a half", 2.5, 0.5, 4),
            ("one and a half million", 1.5e6, 5e5, 5),
            ("a million and a half", 1.5e6, 5e5, 5),
            ("2½", 2.5, 0.5, 1),
            ("zero", 0.0, 1.0, 1),
        ];
        for (text, value, step, words) in cases {
            assert_eq!(read(text), Some((value, step, words)), "{text}");
        }
    }

    #[test]
    fn what_is_no_cardinal() {
        for text in [
            "007",
            "1.2.3",
            "7,5",
            "twenty - first",
            "hundred",
            "and five",
            "1,2345",
            "first",
            "12345678901234567890",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
