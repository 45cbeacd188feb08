//! Places times that need the date of a document, and relates them where none is known.

use std::fmt;

use super::date::{Date, Weekday};
use super::period::{Granularity, Part, PeriodRelation, Season, Unresolved, Which};

type Days = (Date, Date);

/// Days ahead from which a month or season without a year is taken to be last year's.
const AHEAD: i64 = 183;

/// How large a time was named.
pub(super) fn granularity(unresolved: &Unresolved) -> Granularity {
    match unresolved {
        Unresolved::Weekday { .. } | Unresolved::Either { .. } | Unresolved::Month { day: Some(_), .. } => {
            Granularity::Day
        }
        Unresolved::Month { .. } => Granularity::Month,
        Unresolved::Season { .. } => Granularity::Quarter,
        Unresolved::Stretch { unit, .. } | Unresolved::Relative { unit, .. } => *unit,
        Unresolved::Window { .. } | Unresolved::Range { .. } => Granularity::Span,
    }
}

/// The days meant by a document of the date; with `ahead`, in what it says of the future.
pub(super) fn resolve(unresolved: &Unresolved, document: Date, ahead: bool) -> Option<Days> {
    match *unresolved {
        Unresolved::Weekday { weekday, which } => {
            let day = nearest_weekday(weekday, which, document, ahead)?;
            Some((day, day))
        }
        Unresolved::Month { which, .. } | Unresolved::Season { which, .. } => {
            yearly(unresolved, which, document, ahead)
        }
        Unresolved::Stretch { .. } => yearly(unresolved, Which::Unsaid, document, ahead),
        Unresolved::Relative { unit, shift, part } => {
            let days = shifted(unit, shift, document)?;
            part.map_or(Some(days), |p| self::part(days, p))
        }
        Unresolved::Window { unit, count } => {
            let far = moved(unit, count, document)?;
            Some((far.min(document), far.max(document)))
        }
        // Both readings are kept; neither is nearer to the truth for the date of the document.
        Unresolved::Either { .. } => None,
        Unresolved::Range { ref from, ref to } => {
            let end = resolve(to, document, ahead)?;
            let start = resolve(from, document, ahead)?;
            // "From November to March" begins before it ends.
            let start = if start.0 > end.1 {
                last_before(from, end.0)?
            } else {
                start
            };
            Some((start.0, end.1))
        }
    }
}

/// The last time of that name that begins before the day.
pub(super) fn last_before(unresolved: &Unresolved, day: Date) -> Option<Days> {
    match *unresolved {
        Unresolved::Weekday { weekday, .. } => {
            let last = nearest_weekday(weekday, Which::Last, day, false)?;
            Some((last, last))
        }
        _ => (0..3)
            .filter_map(|back| of_year(unresolved, day.year() - back))
            .find(|days| days.0 <= day),
    }
}

fn nearest_weekday(weekday: Weekday, which: Which, document: Date, ahead: bool) -> Option<Date> {
    let back = (document.weekday().days_from_monday() - weekday.days_from_monday()).rem_euclid(7);
    let shift = match which {
        Which::Unsaid if ahead => (7 - back) % 7,
        Which::Unsaid => -back,
        Which::Last => -if back == 0 { 7 } else { back },
        Which::This => weekday.days_from_monday() - document.weekday().days_from_monday(),
        Which::Next => 7 - back,
    };
    document.plus_days(shift)
}

/// A time that comes once a year.
fn yearly(unresolved: &Unresolved, which: Which, document: Date, ahead: bool) -> Option<Days> {
    let year = document.year();
    let of = |year| of_year(unresolved, year);
    match which {
        Which::This => of(year),
        Which::Last => (0..3)
            .filter_map(|back| of(year - back))
            .find(|days| days.1 < document),
        Which::Next => (0..3)
            .filter_map(|on| of(year + on))
            .find(|days| days.0 > document),
        Which::Unsaid if ahead => (-1..3)
            .filter_map(|on| of(year + on))
            .find(|days| days.1 >= document),
        Which::Unsaid => {
            let near = |days: &Days| days.0.days() <= document.days() + AHEAD;
            (0..9).filter_map(|back| of(year - back)).find(near)
        }
    }
}

/// The days of a time that comes once a year, in that year; none for a 29 February that it has not.
fn of_year(unresolved: &Unresolved, year: i32) -> Option<Days> {
    match *unresolved {
        Unresolved::Month {
            month,
            day: Some(day),
            ..
        } => {
            let date = Date::new(year, month, day)?;
            Some((date, date))
        }
        Unresolved::Month { month, part: of, .. } => {
            let start = Date::new(year, month, 1)?;
            let days = (start, start.month_end());
            of.map_or(Some(days), |p| part(days, p))
        }
        Unresolved::Season { season, .. } => season_of(season, year),
        Unresolved::Stretch { unit, number } => stretch(unit, number, year),
        _ => None,
    }
}

pub(super) fn season_of(season: Season, year: i32) -> Option<Days> {
    let month = match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    };
    months(year, month, 3)
}

/// A quarter or a half of a year.
pub(super) fn stretch(unit: Granularity, number: u8, year: i32) -> Option<Days> {
    let length = if unit == Granularity::Quarter { 3 } else { 6 };
    let first = number.checked_sub(1)?.checked_mul(length)?;
    (first < 12).then(|| months(year, first + 1, length))?
}

fn months(year: i32, month: u8, count: u8) -> Option<Days> {
    let start = Date::new(year, month, 1)?;
    Some((start, start.plus_months(i32::from(count) - 1)?.month_end()))
}

/// The calendar unit that lies so many units after the one the document is in.
fn shifted(unit: Granularity, shift: i32, document: Date) -> Option<Days> {
    let week = document.plus_days(-document.weekday().days_from_monday() + i64::from(shift) * 7);
    match unit {
        Granularity::Day => document.plus_days(i64::from(shift)).map(|d| (d, d)),
        Granularity::Week => Some((week?, week?.plus_days(6)?)),
        Granularity::Weekend => Some((week?.plus_days(5)?, week?.plus_days(6)?)),
        Granularity::Month => document
            .month_start()
            .plus_months(shift)
            .map(|d| (d, d.month_end())),
        Granularity::Quarter | Granularity::Half => {
            let length = if unit == Granularity::Quarter { 3 } else { 6 };
            let back = i32::from((document.month() - 1) % length);
            let start = document
                .month_start()
                .plus_months(shift.checked_mul(i32::from(length))? - back)?;
            months(start.year(), start.month(), length)
        }
        Granularity::Year => years(document.year().checked_add(shift)?, 1),
        Granularity::Decade => years(
            (document.year() / 10 * 10).checked_add(shift.checked_mul(10)?)?,
            10,
        ),
        Granularity::Century => years(
            ((document.year() - 1) / 100 * 100 + 1).checked_add(shift.checked_mul(100)?)?,
            100,
        ),
        Granularity::Span => None,
    }
}

/// The years from one on.
pub(super) fn years(first: i32, count: i32) -> Option<Days> {
    Some((
        Date::new(first.max(1), 1, 1)?,
        Date::new(first.checked_add(count - 1)?, 12, 31)?,
    ))
}

/// The day that lies so many units after the document.
fn moved(unit: Granularity, count: i32, document: Date) -> Option<Date> {
    let months = |each: i32| document.plus_months(count.checked_mul(each)?);
    match unit {
        Granularity::Day => document.plus_days(i64::from(count)),
        Granularity::Week | Granularity::Weekend => document.plus_days(i64::from(count) * 7),
        Granularity::Month => months(1),
        Granularity::Quarter => months(3),
        Granularity::Half => months(6),
        Granularity::Year => months(12),
        Granularity::Decade => months(120),
        Granularity::Century => months(1200),
        Granularity::Span => None,
    }
}

/// A part of some days; parts of longer times run over whole months.
pub(super) fn part((from, to): Days, part: Part) -> Option<Days> {
    let months = (to.year() - from.year()) * 12 + i32::from(to.month()) - i32::from(from.month()) + 1;
    let cut = |first: (i64, i64), last: (i64, i64)| -> Option<Days> {
        if months >= 12 {
            let months = i64::from(months);
            let start = from.plus_months((months * first.0 / first.1) as i32)?;
            let end = from
                .plus_months((months * last.0 / last.1) as i32)?
                .plus_days(-1)?;
            return Some((start, end));
        }
        let days = to.days() - from.days() + 1;
        Some((
            from.plus_days(days * first.0 / first.1)?,
            from.plus_days(days * last.0 / last.1 - 1)?,
        ))
    };
    let days = match part {
        Part::Early => cut((0, 3), (1, 3)),
        Part::Mid => cut((1, 3), (2, 3)),
        Part::Late => cut((2, 3), (3, 3)),
        Part::FirstHalf => cut((0, 2), (1, 2)),
        Part::SecondHalf => cut((1, 2), (2, 2)),
    };
    // A weekend has no thirds.
    days.filter(|(from, to)| from <= to)
}

/// Relates two times that need one date.
pub(super) fn relate(a: &Unresolved, b: &Unresolved) -> PeriodRelation {
    use PeriodRelation::{Disjoint, Same};
    use Unresolved::{Relative, Weekday};
    if a == b {
        return Same;
    }
    match (a, b) {
        (Weekday { weekday: one, .. }, Weekday { weekday: two, .. }) if one != two => Disjoint,
        (Weekday { which: one, .. }, Weekday { which: two, .. }) => named_apart(*one, *two),
        (Relative { unit: one, .. }, Relative { unit: two, .. }) if one == two => relate_shifts(a, b),
        _ => relate_yearly(a, b),
    }
}

/// Relates "last week" and "early this week".
fn relate_shifts(a: &Unresolved, b: &Unresolved) -> PeriodRelation {
    let parts = |u: &Unresolved| match *u {
        Unresolved::Relative { shift, part, .. } => Some((shift, part)),
        _ => None,
    };
    match (parts(a), parts(b)) {
        (Some((one, _)), Some((two, _))) if one != two => PeriodRelation::Disjoint,
        (Some((_, Some(_))), Some((_, None))) => PeriodRelation::Within,
        (Some((_, None)), Some((_, Some(_)))) => PeriodRelation::Contains,
        (Some((_, one)), Some((_, two))) => relate_parts(one, two),
        _ => PeriodRelation::Unknown,
    }
}

fn relate_parts(a: Option<Part>, b: Option<Part>) -> PeriodRelation {
    let days = |p: Option<Part>| years(2022, 1).and_then(|d| p.map_or(Some(d), |p| part(d, p)));
    days(a)
        .zip(days(b))
        .map_or(PeriodRelation::Unknown, |(a, b)| relate_intervals(a, b))
}

/// "Last Monday" and "next Monday" are apart; "Monday" may be either.
fn named_apart(a: Which, b: Which) -> PeriodRelation {
    let said = a != Which::Unsaid && b != Which::Unsaid;
    if said && a != b {
        PeriodRelation::Disjoint
    } else {
        PeriodRelation::Unknown
    }
}

/// Relates two times that come once a year, within one year.
fn relate_yearly(a: &Unresolved, b: &Unresolved) -> PeriodRelation {
    let which = |u: &Unresolved| match u {
        Unresolved::Month { which, .. } | Unresolved::Season { which, .. } => *which,
        _ => Which::Unsaid,
    };
    let (Some(x), Some(y)) = (of_year(a, 2024), of_year(b, 2024)) else {
        return PeriodRelation::Unknown;
    };
    // Winter runs into the next year, where January lies.
    let before = of_year(a, 2023).map(|d| relate_intervals(d, y));
    let after = of_year(b, 2023).map(|d| relate_intervals(x, d));
    let relation = relate_intervals(x, y);
    let shared = [Some(relation), before, after]
        .into_iter()
        .flatten()
        .find(|r| *r != PeriodRelation::Disjoint);
    match shared {
        None => PeriodRelation::Disjoint,
        Some(_) if which(a) != which(b) => named_apart(which(a), which(b)),
        Some(shared) => shared,
    }
}

fn relate_intervals(a: Days, b: Days) -> PeriodRelation {
    if a.1 < b.0 || b.1 < a.0 {
        return PeriodRelation::Disjoint;
    }
    PeriodRelation::of_days(a, b)
}

/// Relates a time that needs a date to known days: apart where no such time can be one of the days, else unknown.
pub(super) fn relate_days(unresolved: &Unresolved, from: Option<Date>, to: Option<Date>) -> PeriodRelation {
    let (Some(from), Some(to)) = (from, to) else {
        return PeriodRelation::Unknown;
    };
    let length = to.days() - from.days();
    let possible = match *unresolved {
        Unresolved::Weekday { weekday, .. } => {
            length >= 6 || (0..=length).any(|d| from.plus_days(d).is_some_and(|d| d.weekday() == weekday))
        }
        Unresolved::Either { first, second } => [first, second].iter().any(|day| (from..=to).contains(day)),
        Unresolved::Month { .. } | Unresolved::Season { .. } | Unresolved::Stretch { .. } => {
            length >= 365
                || (from.year() - 1..=to.year())
                    .filter_map(|y| of_year(unresolved, y))
                    .any(|(f, t)| f <= to && from <= t)
        }
        _ => true,
    };
    if possible {
        PeriodRelation::Unknown
    } else {
        PeriodRelation::Disjoint
    }
}

impl fmt::Display for Unresolved {
    /// Writes what was said, in plain words: "Monday", "3 May", "2 years ago".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unresolved::Weekday { weekday, which } => write!(f, "{}{weekday:?}", said(*which)),
            Unresolved::Month {
                month,
                day,
                part,
                which,
            } => {
                write!(f, "{}{}", said(*which), part.map_or("", part_name))?;
                if let Some(day) = day {
                    write!(f, "{day} ")?;
                }
                f.write_str(month_name(*month))
            }
            Unresolved::Season { season, which } => {
                write!(f, "{}{}", said(*which), format!("{season:?}").to_lowercase())
            }
            Unresolved::Stretch { unit, number } => write!(f, "{} {number} of the year", unit_name(*unit)),
            Unresolved::Relative { unit, shift, part } => {
                write!(f, "{}", part.map_or("", part_name))?;
                let unit_text = unit_name(*unit);
                match (unit, shift) {
                    (Granularity::Day, 0) => f.write_str("today"),
                    (Granularity::Day, -1) => f.write_str("yesterday"),
                    (Granularity::Day, 1) => f.write_str("tomorrow"),
                    (_, 0) => write!(f, "this {unit_text}"),
                    (_, -1) => write!(f, "last {unit_text}"),
                    (_, 1) => write!(f, "next {unit_text}"),
                    (_, n) if *n < 0 => write!(f, "{} {unit_text}s ago", n.unsigned_abs()),
                    (_, n) => write!(f, "in {n} {unit_text}s"),
                }
            }
            Unresolved::Window { unit, count } => {
                let side = if *count < 0 { "past" } else { "next" };
                write!(f, "the {side} {} {}s", count.unsigned_abs(), unit_name(*unit))
            }
            Unresolved::Either { first, second } => write!(f, "{first} or {second}"),
            Unresolved::Range { from, to } => write!(f, "{from} to {to}"),
        }
    }
}

fn said(which: Which) -> &'static str {
    match which {
        Which::Unsaid => "",
        Which::Last => "last ",
        Which::This => "this ",
        Which::Next => "next ",
    }
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Early => "early ",
        Part::Mid => "mid-",
        Part::Late => "late ",
        Part::FirstHalf => "the first half of ",
        Part::SecondHalf => "the second half of ",
    }
}

fn unit_name(unit: Granularity) -> &'static str {
    match unit {
        Granularity::Day => "day",
        Granularity::Weekend => "weekend",
        Granularity::Week => "week",
        Granularity::Month => "month",
        Granularity::Quarter => "quarter",
        Granularity::Half => "half",
        Granularity::Year => "year",
        Granularity::Decade => "decade",
        Granularity::Century => "century",
        Granularity::Span => "span",
    }
}

fn month_name(month: u8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::from(month)
        .checked_sub(1)
        .and_then(|m| NAMES.get(m))
        .copied()
        .unwrap_or("an unknown month")
}
