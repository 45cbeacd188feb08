//! Reads times told from the present: "yesterday", "last week", "two years ago", "the past three months".

use super::core_time::{Core, Named, Read};
use super::day_name::day_part;
use super::number;
use super::period::{DayPart, Granularity, Unresolved};
use super::pieces::{Kind, Pieces};

/// "today", "yesterday morning", "last night", "this evening", "the day before yesterday".
pub(super) fn near_day(p: &Pieces<'_>, i: usize) -> Read {
    let named = |next: usize, shift: i32, part: Option<DayPart>| {
        let core = Core::Open(Unresolved::Relative {
            unit: Granularity::Day,
            shift,
            part: None,
        });
        Some((
            next,
            Named {
                core,
                day_part: part,
                loose: false,
            },
        ))
    };
    if let Some(next) = p.phrase(i, "the day before yesterday") {
        return named(next, -2, None);
    }
    if let Some(next) = p.phrase(i, "the day after tomorrow") {
        return named(next, 2, None);
    }
    let shift = match p.key(i) {
        "today" => 0,
        "tonight" => return named(i + 1, 0, Some(DayPart::Night)),
        "yesterday" => -1,
        "tomorrow" => 1,
        "last" if p.key(i + 1) == "night" => return named(i + 2, -1, Some(DayPart::Night)),
        "this" => {
            let part = day_part(p.key(i + 1))?;
            return named(i + 2, 0, Some(part));
        }
        _ => return None,
    };
    let part = day_part(p.key(i + 1));
    named(i + 1 + usize::from(part.is_some()), shift, part)
}

pub(super) fn relative_unit(key: &str) -> Option<Granularity> {
    Some(match key.strip_suffix('s').unwrap_or(key) {
        "day" => Granularity::Day,
        "week" => Granularity::Week,
        "weekend" => Granularity::Weekend,
        "month" => Granularity::Month,
        "quarter" => Granularity::Quarter,
        "year" => Granularity::Year,
        "decade" => Granularity::Decade,
        "century" | "centurie" => Granularity::Century,
        _ => return None,
    })
}

/// How many: a number, "a", "a few", "several", "a couple of".
fn how_many(p: &Pieces<'_>, i: usize) -> Option<(usize, i32, bool)> {
    let a = usize::from(p.key(i) == "a");
    match p.key(i + a) {
        "few" | "several" => return Some((i + a + 1, 3, true)),
        "couple" => return Some((i + a + 1 + usize::from(p.key(i + a + 1) == "of"), 2, true)),
        _ => {}
    }
    if let Some((next, number)) = number::cardinal(p, i, true) {
        let whole = number.value.fract().abs() < f64::EPSILON && (1.0..10_000.0).contains(&number.value);
        return whole.then_some((next, number.value as i32, false));
    }
    matches!(p.key(i), "a" | "an" | "one").then_some((i + 1, 1, false))
}

/// "the past three months", "the next two weeks", "the last year".
pub(super) fn window(p: &Pieces<'_>, i: usize) -> Read {
    let the = usize::from(matches!(p.key(i), "the" | "these"));
    let sign = match p.key(i + the) {
        "past" | "last" | "previous" | "preceding" => -1,
        "next" | "coming" | "following" => 1,
        _ => return None,
    };
    let at = i + the + 1;
    let counted = how_many(p, at);
    let (next, count, loose) = match counted {
        Some(found) => found,
        // "Last week" is a week of the calendar, "the last week" the seven days up to now.
        None if the == 1 || p.key(i + the) == "past" => (at, 1, false),
        None => return None,
    };
    let unit = relative_unit(p.key(next))?;
    let plural = p.key(next).ends_with('s');
    // "The last day" and "the following year" point into the story, not to the present.
    let story = counted.is_none()
        && (unit == Granularity::Day || matches!(p.key(i + the), "following" | "previous" | "preceding"));
    if story || counted.is_some() != plural && count > 1 {
        return None;
    }
    let core = Core::Open(Unresolved::Window {
        unit,
        count: sign * count,
    });
    Some((
        next + 1,
        Named {
            core,
            day_part: None,
            loose,
        },
    ))
}

/// "last week", "this year", "earlier this month", "next decade", "the weekend".
pub(super) fn relative(p: &Pieces<'_>, i: usize) -> Read {
    let lead = usize::from(matches!(p.key(i), "earlier" | "later"));
    let shift = match p.key(i + lead) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        "the" if p.key(i + lead + 1) == "weekend" => 0,
        _ => return None,
    };
    let unit = relative_unit(p.key(i + lead + 1)).filter(|u| *u != Granularity::Day)?;
    let plural = p.key(i + lead + 1).ends_with('s');
    let core = Core::Open(Unresolved::Relative {
        unit,
        shift,
        part: None,
    });
    (!plural && p.kind(i + lead) == Some(Kind::Letters)).then(|| (i + lead + 2, core.into()))
}

/// "two years ago", "a week ago", "a few days ago".
pub(super) fn ago(p: &Pieces<'_>, i: usize) -> Read {
    let (at, count, loose) = how_many(p, i)?;
    let unit = relative_unit(p.key(at))?;
    let sign = match p.key(at + 1) {
        "ago" => -1,
        "from" if p.key(at + 2) == "now" => 1,
        _ => return None,
    };
    let next = at + if sign < 0 { 2 } else { 3 };
    let core = Core::Open(Unresolved::Relative {
        unit,
        shift: sign * count,
        part: None,
    });
    Some((
        next,
        Named {
            core,
            day_part: None,
            loose,
        },
    ))
}
