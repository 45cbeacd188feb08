//! Reads names of days and months: "2019-05-03", "3 May 2019", "last May", "Monday night".

use super::core_time::{Core, Named, Read, capital, number_of, time_follows, which, year};
use super::date::{Date, Weekday};
use super::label;
use super::period::{DayPart, Granularity, Unresolved, Which};
use super::pieces::Pieces;

/// "2019-05-03", "03/05/2019", "3.5.2019".
pub(super) fn numeric(p: &Pieces<'_>, i: usize) -> Read {
    let text = p.digits(i)?;
    let dots: Vec<&str> = if text.len() >= 6 && text.len() <= 10 {
        text.split('.').collect()
    } else {
        Vec::new()
    };
    if let [day, month, year] = dots.as_slice() {
        let date = Date::new(full_year(year)?, month.parse().ok()?, day.parse().ok()?)?;
        return Some((i + 1, Core::Days((date, date), Granularity::Day).into()));
    }
    let sign = p.text(i + 1);
    if !matches!(sign, "-" | "/" | "‑") || p.text(i + 3) != sign {
        return None;
    }
    if let Some(year) = year(p, i) {
        let date = Date::new(year, number_of(p, i + 2, 2)? as u8, number_of(p, i + 4, 2)? as u8)?;
        return Some((i + 5, Core::Days((date, date), Granularity::Day).into()));
    }
    let year = full_year(p.digits(i + 4)?)?;
    let (first, second) = (number_of(p, i, 2)? as u8, number_of(p, i + 2, 2)? as u8);
    let core = match (Date::new(year, second, first), Date::new(year, first, second)) {
        (Some(a), Some(b)) if a != b => Core::Open(Unresolved::Either {
            first: a.min(b),
            second: a.max(b),
        }),
        (a, b) => {
            let date = a.or(b)?;
            Core::Days((date, date), Granularity::Day)
        }
    };
    Some((i + 5, core.into()))
}

/// A year in four digits, or in two.
fn full_year(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    match text.len() {
        4 => Some(year),
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// The day of a month, with its ordinal ending.
fn day(p: &Pieces<'_>, i: usize) -> Option<(usize, u8)> {
    let day = number_of(p, i, 2).filter(|d| (1..=31).contains(d))? as u8;
    let ending = !p.boundary(i + 1) && matches!(p.key(i + 1), "st" | "nd" | "rd" | "th");
    Some((i + 1 + usize::from(ending), day))
}

fn named_month(p: &Pieces<'_>, i: usize) -> Option<u8> {
    label::month(p.key(i)).filter(|_| capital(p.text(i)))
}

/// "3 May 2019", "3rd of May", "May 3 , 2019", "May 2019".
pub(super) fn dated(p: &Pieces<'_>, i: usize) -> Read {
    if let Some((at, day)) = day(p, i) {
        let of = usize::from(p.key(at) == "of");
        let month = named_month(p, at + of)?;
        let next = at + of + 1;
        let comma = usize::from(p.text(next) == ",");
        return match year(p, next + comma) {
            Some(year) => {
                let date = Date::new(year, month, day)?;
                Some((
                    next + comma + 1,
                    Core::Days((date, date), Granularity::Day).into(),
                ))
            }
            None => Some((next, open_day(month, day)?.into())),
        };
    }
    let month = named_month(p, i)?;
    if let Some((next, day)) =
        day(p, i + 1).filter(|(n, _)| !matches!(p.key(*n), "percent" | "million" | "people"))
    {
        let comma = usize::from(p.text(next) == ",");
        if let Some(year) = year(p, next + comma) {
            let date = Date::new(year, month, day)?;
            return Some((
                next + comma + 1,
                Core::Days((date, date), Granularity::Day).into(),
            ));
        }
        return Some((next, open_day(month, day)?.into()));
    }
    let link = usize::from(p.text(i + 1) == "," || p.key(i + 1) == "of");
    let year = year(p, i + 1 + link)?;
    let days = month_days(year, month)?;
    Some((i + 2 + link, Core::Days(days, Granularity::Month).into()))
}

fn open_day(month: u8, day: u8) -> Option<Core> {
    Date::new(2024, month, day)?;
    Some(Core::Open(Unresolved::Month {
        month,
        day: Some(day),
        part: None,
        which: Which::Unsaid,
    }))
}

fn month_days(year: i32, month: u8) -> Option<(Date, Date)> {
    let start = Date::new(year, month, 1)?;
    Some((start, start.month_end()))
}

/// "May", "last May".
pub(super) fn month(p: &Pieces<'_>, i: usize) -> Read {
    let said = which(p.key(i));
    let at = i + usize::from(said.is_some());
    let month = named_month(p, at)?;
    // "May" is a verb and a name, "March" a verb, and "Jan" a person.
    let doubtful = matches!(
        p.key(at),
        "may" | "march" | "jan" | "mar" | "dec" | "sep" | "jun" | "nov" | "oct"
    );
    let sure = said.is_some()
        || time_follows(p.key_before(at, 1))
        || p.hyphen(at.wrapping_sub(1)) && p.key_before(at, 2) == "mid";
    if doubtful && !sure {
        return None;
    }
    let open = Unresolved::Month {
        month,
        day: None,
        part: None,
        which: said.unwrap_or_default(),
    };
    Some((at + 1, Core::Open(open).into()))
}

fn named_weekday(p: &Pieces<'_>, i: usize) -> Option<Weekday> {
    let weekday = match p.key(i) {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    };
    capital(p.text(i)).then_some(weekday)
}

pub(super) fn day_part(key: &str) -> Option<DayPart> {
    Some(match key {
        "morning" => DayPart::Morning,
        "afternoon" => DayPart::Afternoon,
        "evening" => DayPart::Evening,
        "night" => DayPart::Night,
        _ => return None,
    })
}

/// "Monday", "last Monday", "Monday night", "Monday , 3 May 2019".
pub(super) fn weekday(p: &Pieces<'_>, i: usize) -> Read {
    let early = usize::from(matches!(p.key(i), "early" | "late"));
    let said = which(p.key(i + early));
    let at = i + early + usize::from(said.is_some());
    let weekday = named_weekday(p, at)?;
    let comma = usize::from(p.text(at + 1) == ",");
    let the = usize::from(p.key(at + 1 + comma) == "the");
    if let Some((next, named)) = dated(p, at + 1 + comma + the)
        && matches!(named.core, Core::Days(_, Granularity::Day) | Core::Open(_))
    {
        return Some((next, named));
    }
    let part = day_part(p.key(at + 1));
    let next = at + 1 + usize::from(part.is_some());
    let open = Unresolved::Weekday {
        weekday,
        which: said.unwrap_or_default(),
    };
    Some((
        next,
        Named {
            core: Core::Open(open),
            day_part: part,
            loose: false,
        },
    ))
}
