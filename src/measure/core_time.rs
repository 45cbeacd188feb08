//! Reads the name of a single time: a date, a year, a weekday, "last week", "the summer of 2020".

use super::anchor;
use super::date::Date;
use super::day_name::{dated, month, numeric, weekday};
use super::label;
use super::number;
use super::period::{DayPart, Granularity, Part, Season, Unresolved, Which};
use super::pieces::Pieces;
use super::relative_time::{ago, near_day, relative, relative_unit, window};

/// What a name of a time stands for.
#[derive(Debug, Clone)]
pub(super) enum Core {
    /// Known days.
    Days((Date, Date), Granularity),
    /// A time that needs the date of the document.
    Open(Unresolved),
}

/// The name of a time, as read.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub(super) core: Core,
    pub(super) day_part: Option<DayPart>,
    /// Whether the name is loose by itself: "a few days ago".
    pub(super) loose: bool,
}

impl From<Core> for Named {
    fn from(core: Core) -> Named {
        Named {
            core,
            day_part: None,
            loose: false,
        }
    }
}

pub(super) type Read = Option<(usize, Named)>;

/// Reads the name of a time that begins at piece `i`.
pub(super) fn read(p: &Pieces<'_>, i: usize) -> Read {
    let the = usize::from(p.key(i) == "the");
    let at = i + the;
    numeric(p, at)
        .or_else(|| weekday(p, i))
        .or_else(|| dated(p, at))
        .or_else(|| month(p, i))
        .or_else(|| decade(p, i))
        .or_else(|| century(p, at))
        .or_else(|| stretch(p, at))
        .or_else(|| season(p, i))
        .or_else(|| part(p, at))
        .or_else(|| lone_year(p, i))
        .or_else(|| near_day(p, i))
        .or_else(|| window(p, i))
        .or_else(|| relative(p, i))
        .or_else(|| ago(p, i))
}

pub(super) fn capital(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

/// A year in four digits.
pub(super) fn year(p: &Pieces<'_>, i: usize) -> Option<i32> {
    p.digits(i).and_then(year_of)
}

/// The year that a word in four digits names.
pub(crate) fn year_of(text: &str) -> Option<i32> {
    let digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let year = text.parse().ok().filter(|_| digits)?;
    (1000..2100).contains(&year).then_some(year)
}

fn days_of_year(year: i32) -> Option<(Date, Date)> {
    anchor::years(year, 1)
}

pub(super) fn number_of(p: &Pieces<'_>, i: usize, longest: usize) -> Option<u16> {
    p.digits(i)
        .filter(|t| t.len() <= longest)
        .and_then(|t| t.parse().ok())
}

pub(super) fn which(key: &str) -> Option<Which> {
    Some(match key {
        "last" => Which::Last,
        "this" => Which::This,
        "next" | "coming" => Which::Next,
        _ => return None,
    })
}

/// Words after which a bare "May", "March", "spring" or 1066 is a time.
pub(super) fn time_follows(key: &str) -> bool {
    matches!(
        key,
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "before"
            | "after"
            | "from"
            | "to"
            | "of"
            | "last"
            | "this"
            | "next"
            | "early"
            | "late"
            | "mid"
            | "and"
            | "between"
            | "through"
            | "during"
            | "around"
            | "about"
            | "circa"
            | "every"
            | "end"
    )
}

/// "the 1990s", "the '80s", "the nineties".
fn decade(p: &Pieces<'_>, i: usize) -> Read {
    let the = usize::from(p.key(i) == "the");
    let mark = |at: usize| usize::from(matches!(p.text(at), "'" | "’" | "‘"));
    let at = i + the;
    let lead = mark(at);
    let placed = the == 1
        || lead == 1
        || matches!(p.key_before(i, 1), "the" | "early" | "late" | "mid")
        || p.key_before(i, 2) == "mid";
    let first = if let Some(text) = p.digits(at + lead) {
        let tail = mark(at + lead + 1);
        let plural = p.text(at + lead + 1 + tail) == "s" && !p.boundary(at + lead + 1);
        let year: i32 = text.parse().ok().filter(|y| plural && y % 10 == 0)?;
        let next = at + lead + 2 + tail;
        match text.len() {
            4 if (1000..2100).contains(&year) => (next, year),
            2 if placed && year >= 20 => (next, 1900 + year),
            _ => return None,
        }
    } else {
        let year = match p.key(at) {
            "twenties" => 1920,
            "thirties" => 1930,
            "forties" => 1940,
            "fifties" => 1950,
            "sixties" => 1960,
            "seventies" => 1970,
            "eighties" => 1980,
            "nineties" => 1990,
            _ => return None,
        };
        placed.then_some((at + 1, year))?
    };
    Some((
        first.0,
        Core::Days(anchor::years(first.1, 10)?, Granularity::Decade).into(),
    ))
}

/// "19th century", "twenty-first century".
fn century(p: &Pieces<'_>, i: usize) -> Read {
    let (at, number) = ordinal(p, i)?;
    let gap = usize::from(p.hyphen(at));
    let before_christ = matches!(p.key(at + gap + 1), "bc" | "bce");
    if p.key(at + gap) != "century" || before_christ || !(1..=30).contains(&number) {
        return None;
    }
    let first = (i32::from(number) - 1) * 100 + 1;
    Some((
        at + gap + 1,
        Core::Days(anchor::years(first, 100)?, Granularity::Century).into(),
    ))
}

/// A small ordinal: "3rd", "third", "twenty-first".
fn ordinal(p: &Pieces<'_>, i: usize) -> Option<(usize, u8)> {
    if let Some(number) = number_of(p, i, 2) {
        let ending = !p.boundary(i + 1) && matches!(p.key(i + 1), "st" | "nd" | "rd" | "th");
        return ending.then_some((i + 2, number as u8));
    }
    let simple = |key: &str| {
        const NAMES: [&str; 20] = [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ];
        NAMES.iter().position(|n| *n == key).map(|n| n as u8 + 1)
    };
    if p.key(i) == "twenty" {
        let gap = usize::from(p.hyphen(i + 1));
        return simple(p.key(i + 1 + gap))
            .filter(|n| *n < 10)
            .map(|n| (i + 2 + gap, 20 + n));
    }
    simple(p.key(i)).map(|n| (i + 1, n))
}

/// "the third quarter of 2021", "Q3 2021", "the first half of the year".
fn stretch(p: &Pieces<'_>, i: usize) -> Read {
    let short = match p.key(i) {
        "q" => Some(Granularity::Quarter),
        "h" => Some(Granularity::Half),
        _ => None,
    };
    let (at, number, unit) = match (short, number_of(p, i + 1, 1)) {
        (Some(unit), Some(number)) if !p.boundary(i + 1) && capital(p.text(i)) => (i + 2, number as u8, unit),
        _ => {
            let (at, number) = ordinal(p, i)?;
            let gap = usize::from(p.hyphen(at));
            let unit = match p.key(at + gap) {
                "quarter" => Granularity::Quarter,
                "half" => Granularity::Half,
                _ => return None,
            };
            (at + gap + 1, number, unit)
        }
    };
    if number == 0 || number > if unit == Granularity::Quarter { 4 } else { 2 } {
        return None;
    }
    let of = usize::from(p.key(at) == "of");
    if let Some(year) = year(p, at + of) {
        return Some((
            at + of + 1,
            Core::Days(anchor::stretch(unit, number, year)?, unit).into(),
        ));
    }
    if p.key(at) == "of" {
        // Halves of matches and books are no times.
        if let Some(next) = p
            .phrase(at + 1, "the year")
            .or_else(|| p.phrase(at + 1, "this year"))
        {
            return Some((next, Core::Open(Unresolved::Stretch { unit, number }).into()));
        }
        if unit == Granularity::Half {
            let half = if number == 1 {
                Part::FirstHalf
            } else {
                Part::SecondHalf
            };
            let (next, named) = read(p, at + 1)?;
            return Some((next, narrowed(named, half)?));
        }
        return None;
    }
    (unit == Granularity::Quarter).then(|| (at, Core::Open(Unresolved::Stretch { unit, number }).into()))
}

/// "spring 2021", "the summer of 2020", "last winter".
fn season(p: &Pieces<'_>, i: usize) -> Read {
    let the = usize::from(p.key(i) == "the");
    let said = which(p.key(i)).filter(|_| the == 0);
    let at = i + the + usize::from(said.is_some());
    let season = match p.key(at) {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" | "fall" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    };
    let of = usize::from(p.key(at + 1) == "of");
    if let Some(year) = year(p, at + 1 + of) {
        return Some((
            at + 2 + of,
            Core::Days(anchor::season_of(season, year)?, Granularity::Quarter).into(),
        ));
    }
    let placed = said.is_some()
        || p.key(at) != "fall"
            && (time_follows(p.key_before(i, 1))
                && (the == 0 || p.key_before(i, 1) == "in" || p.key_before(i, 1) == "during"));
    let open = Unresolved::Season {
        season,
        which: said.unwrap_or_default(),
    };
    placed.then(|| (at + 1, Core::Open(open).into()))
}

/// "early 2019", "mid-July", "late last year", "the end of May".
fn part(p: &Pieces<'_>, i: usize) -> Read {
    let (at, part) = match p.key(i) {
        "early" => (i + 1, Part::Early),
        "late" => (i + 1, Part::Late),
        "mid" => (i + 1 + usize::from(p.hyphen(i + 1)), Part::Mid),
        "beginning" | "start" if p.key(i + 1) == "of" => (i + 2, Part::Early),
        "middle" if p.key(i + 1) == "of" => (i + 2, Part::Mid),
        "end" if p.key(i + 1) == "of" => (i + 2, Part::Late),
        _ => return None,
    };
    let the = usize::from(p.key(at) == "the");
    if the == 1
        && p.phrase(at, "the year")
            .or_else(|| p.phrase(at, "the month"))
            .or_else(|| p.phrase(at, "the week"))
            .is_some()
    {
        let unit = relative_unit(p.key(at + 1))?;
        return Some((
            at + 2,
            Core::Open(Unresolved::Relative {
                unit,
                shift: 0,
                part: Some(part),
            })
            .into(),
        ));
    }
    let (next, named) = read(p, at)?;
    Some((next, narrowed(named, part)?))
}

/// The part of a time, if it can have parts.
fn narrowed(named: Named, of: Part) -> Option<Named> {
    let core = match named.core {
        Core::Days(days, granularity) if granularity != Granularity::Day => {
            Core::Days(anchor::part(days, of)?, granularity)
        }
        Core::Open(Unresolved::Month {
            month,
            day: None,
            part: None,
            which,
        }) => Core::Open(Unresolved::Month {
            month,
            day: None,
            part: Some(of),
            which,
        }),
        Core::Open(Unresolved::Relative {
            unit,
            shift,
            part: None,
        }) if unit != Granularity::Day => Core::Open(Unresolved::Relative {
            unit,
            shift,
            part: Some(of),
        }),
        Core::Open(open @ (Unresolved::Weekday { .. } | Unresolved::Season { .. })) => Core::Open(open),
        _ => return None,
    };
    Some(Named { core, ..named })
}

/// A year by itself, where it counts nothing: "in 2019", "the 2019 elections".
fn lone_year(p: &Pieces<'_>, i: usize) -> Read {
    let the = usize::from(p.key(i) == "the");
    let word = usize::from(p.key(i + the) == "year");
    let at = i + the + word;
    let year = year(p, at)?;
    let before = if the + word > 0 {
        p.key(at - 1)
    } else {
        p.key_before(i, 1)
    };
    let sign = p.text_before(at, 1);
    let recent = (1900..2050).contains(&year);
    let number = number::digits(p.digits(at)?)?;
    let joined = matches!(sign, "$" | "£" | "€" | "¥" | "₹" | "#" | "/" | ":" | ".")
        || matches!(p.text(at + 1), "%" | ":" | "°" | "/");
    let era = matches!(p.key(at + 1), "bc" | "bce");
    let known = recent || time_follows(before) || word == 1;
    if joined
        || era
        || !known
        || !label::is_label(p, at, at + 1, &number)
        || (p.digits(at + 2).is_some() && matches!(p.text(at + 1), "," | "/"))
    {
        return None;
    }
    if p.key_before(at, 1) == "than" || matches!(p.key(at + 1), "percent" | "hours" | "gmt") {
        return None;
    }
    Some((at + 1, Core::Days(days_of_year(year)?, Granularity::Year).into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_are_read() {
        let read = |text: &str| {
            let words: Vec<&str> = text.split(' ').collect();
            ordinal(&Pieces::new(&words, 0, words.len()), 0).map(|(_, n)| n)
        };
        assert_eq!(read("19th"), Some(19));
        assert_eq!(read("twenty - first"), Some(21));
        assert_eq!(read("third"), Some(3));
        assert_eq!(read("19"), None);
    }
}
