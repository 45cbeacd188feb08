//! Reads times from the words of a sentence.

use std::ops::Range;

use super::anchor;
use super::core_time::{self, Core, Named};
use super::date::Date;
use super::label;
use super::period::{Bound, Granularity, Period, Unresolved, Which};
use super::pieces::{Lexicon, Pieces};

/// Words before and after a place that can matter to the time there.
const BEFORE: usize = 6;
const AFTER: usize = 24;
/// Words that a time may have before its first telling word: "between the beginning of".
const LEAD: usize = 6;

/// Words that every time holds one of, digits apart.
static TELLING: Lexicon = Lexicon::new(
    "january february march april may june july august september october november december \
     jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday \
     today yesterday tomorrow tonight morning afternoon evening night day days week weeks weekend month months year years \
     decade decades century centuries quarter half spring summer autumn fall winter \
     twenties thirties forties fifties sixties seventies eighties nineties",
);

/// Reads the time that begins at word `at`; gives the number of words that it takes.
///
/// Prepositions that only introduce a time ("in", "on", "at", "during") are no part of it; those that place it
/// ("since", "until", "before", "after", "by") are.
///
/// ```
/// use crosscheck::measure::{Bound, Period, period_at};
///
/// let words = ["since", "3", "May", "2019", ",", "the", "firm", "…"];
/// let (taken, period) = period_at(&words, 0).unwrap();
/// assert_eq!((taken, period.bound), (4, Bound::Since));
/// assert_eq!(period.from, Some("2019-05-03".parse().unwrap()));
/// assert_eq!(period_at(&words, 5), None);
/// ```
pub fn period_at(words: &[&str], at: usize) -> Option<(usize, Period)> {
    let word = words.get(at)?;
    if word.is_empty() {
        return None;
    }
    let p = Pieces::new(words, at.saturating_sub(BEFORE), at.saturating_add(AFTER));
    let (next, period) = read(&p, p.of_word(at))?;
    Some((p.word(next).saturating_sub(at), period))
}

/// Finds the times of a sentence, in order, with the words that each one takes.
///
/// ```
/// use crosscheck::measure::find_periods;
///
/// let words = ["On", "Monday", "night", "it", "closed", ",", "two", "years", "after", "May", "2017", "."];
/// let found: Vec<_> = find_periods(&words).into_iter().map(|(words, period)| (words, period.to_string())).collect();
/// assert_eq!(found, [(1..3, "Monday, night".to_owned()), (8..11, "from 2017-06-01 on".to_owned())]);
/// ```
pub fn find_periods(words: &[&str]) -> Vec<(Range<usize>, Period)> {
    if !words.iter().any(|w| TELLING.touches(w)) {
        return Vec::new();
    }
    find(words, &Pieces::new(words, 0, words.len()), 0)
}

/// Finds the times from word `start` on among words that are cut already.
pub(super) fn find(words: &[&str], p: &Pieces<'_>, start: usize) -> Vec<(Range<usize>, Period)> {
    let mut found = Vec::new();
    let mut telling = None;
    let mut at = start;
    let end = p.word(p.len()).min(words.len());
    while at < end {
        if telling.is_none_or(|t| t < at) {
            let Some(next) = words.iter().take(end).skip(at).position(|w| TELLING.touches(w)) else {
                break;
            };
            telling = Some(at + next);
            at = at.max((at + next).saturating_sub(LEAD));
        }
        let first = p.of_word(at);
        let read = if p.word(first) == at { read(p, first) } else { None };
        match read {
            Some((next, period)) if p.word(next) > at => {
                found.push((at..p.word(next), period));
                at = p.word(next);
            }
            _ => at += 1,
        }
    }
    found
}

fn read(p: &Pieces<'_>, i: usize) -> Option<(usize, Period)> {
    if let Some(found) = range(p, i) {
        return finish(p, found);
    }
    if let Some((at, bound)) = lead(p, i) {
        let (next, period) = single(p, at)?;
        return finish(p, (next, period.with_bound(bound)));
    }
    let (next, period) = single(p, i)?;
    let open =
        matches!(p.key(next), "onward" | "onwards") || p.key(next) == "on" && p.key_before(i, 1) == "from";
    if open {
        return finish(p, (next + 1, period.with_bound(Bound::Since)));
    }
    // "From 2014" without an end.
    finish(p, (next, period))
}

/// Lets a time end only where a word does, or where a compound goes on ("19th-century").
fn finish(p: &Pieces<'_>, (next, period): (usize, Period)) -> Option<(usize, Period)> {
    let mut end = next;
    if !p.boundary(end) && !p.hyphen(end) {
        return None;
    }
    while !p.boundary(end) {
        if p.digits(end).is_some() {
            return None;
        }
        end += 1;
    }
    Some((end, period))
}

/// Words that place what is told by the time that follows.
fn lead(p: &Pieces<'_>, i: usize) -> Option<(usize, Bound)> {
    let ever = usize::from(p.key(i) == "ever" && p.key(i + 1) == "since");
    let at = i + ever;
    Some(match (p.key(at), p.key(at + 1)) {
        ("up" | "prior", "to") => (
            at + 2,
            if p.key(at) == "up" {
                Bound::Until
            } else {
                Bound::Before
            },
        ),
        ("up", "until" | "till") => (at + 2, Bound::Until),
        ("as", "of") | ("since" | "from", "about" | "around") => (at + 2, Bound::Since),
        ("earlier" | "sooner", "than") => (at + 2, Bound::Before),
        ("later", "than") if p.key_before(at, 1) == "no" => (at + 2, Bound::Until),
        ("later", "than") => (at + 2, Bound::After),
        ("since", _) => (at + 1, Bound::Since),
        ("until" | "till" | "by" | "through", _) => (at + 1, Bound::Until),
        ("before", _) => (at + 1, Bound::Before),
        ("after" | "following", _) => (at + 1, Bound::After),
        ("about" | "around" | "circa" | "roughly" | "approximately", _) => (at + 1, Bound::About),
        _ => return None,
    })
}

fn single(p: &Pieces<'_>, i: usize) -> Option<(usize, Period)> {
    let (next, named) = core_time::read(p, i)?;
    Some((next, period_of(named)))
}

fn period_of(named: Named) -> Period {
    let mut period = match named.core {
        Core::Days((from, to), granularity) => Period::days(from, to, granularity),
        Core::Open(unresolved) => Period::unresolved(unresolved),
    };
    period.day_part = named.day_part;
    if named.loose {
        period.with_bound(Bound::About)
    } else {
        period
    }
}

/// "Between 2010 and 2015", "from May to July", "3-5 May", "2010-2015".
fn range(p: &Pieces<'_>, i: usize) -> Option<(usize, Period)> {
    if let Some(found) = days_of_month(p, i).or_else(|| short_year(p, i)) {
        return Some(found);
    }
    let (start, links): (usize, &[&str]) = match p.key(i) {
        "between" => (i + 1, &["and", "to"]),
        "from" => (i + 1, &["to", "until", "till", "through"]),
        _ => (i, &["to", "through", "until"]),
    };
    let (link, first) = core_time::read(p, start)?;
    let dash = start == i && (p.hyphen(link) || p.text(link) == "—" && !p.boundary(link));
    if !dash && !links.contains(&p.key(link)) {
        return None;
    }
    let (next, second) = core_time::read(p, link + 1)?;
    if first.day_part.is_some() || second.day_part.is_some() {
        return None;
    }
    let period = match (first.core, second.core) {
        (Core::Days(a, _), Core::Days(b, _)) if a.0 <= b.1 => Period::days(a.0, b.1, Granularity::Span),
        // "From May to July 2020" lends its year.
        (Core::Open(open @ Unresolved::Month { .. }), Core::Days(b, _)) => {
            Period::days(anchor::last_before(&open, b.0)?.0, b.1, Granularity::Span)
        }
        (Core::Open(a), Core::Open(b)) => Period::unresolved(Unresolved::Range {
            from: Box::new(a),
            to: Box::new(b),
        }),
        _ => return None,
    };
    Some((next, period))
}

/// "3-5 May 2019", "May 3-5 , 2019", "from 3 to 5 May".
fn days_of_month(p: &Pieces<'_>, i: usize) -> Option<(usize, Period)> {
    let day = |at: usize| {
        p.digits(at)
            .and_then(|t| t.parse::<u8>().ok())
            .filter(|d| (1..=31).contains(d))
    };
    let lead = usize::from(matches!(p.key(i), "from" | "between"));
    let link =
        |at: usize| p.hyphen(at) || matches!(p.key(at), "to" | "and" if lead == 1) || p.key(at) == "to";
    let month = |at: usize| label::month(p.key(at)).filter(|_| core_time::capital(p.text(at)));
    let at = i + lead;
    let (first, second, month, mut next) = if let Some(month) = month(at) {
        (day(at + 1)?, day(at + 3).filter(|_| link(at + 2))?, month, at + 4)
    } else {
        (
            day(at)?,
            day(at + 2).filter(|_| link(at + 1))?,
            month(at + 3)?,
            at + 4,
        )
    };
    let comma = usize::from(p.text(next) == ",");
    let year = core_time::year(p, next + comma);
    if year.is_some() {
        next += comma + 1;
    }
    if first >= second {
        return None;
    }
    let period = if let Some(year) = year {
        Period::days(
            Date::new(year, month, first)?,
            Date::new(year, month, second)?,
            Granularity::Span,
        )
    } else {
        let open = |day| Unresolved::Month {
            month,
            day: Some(day),
            part: None,
            which: Which::Unsaid,
        };
        Period::unresolved(Unresolved::Range {
            from: Box::new(open(first)),
            to: Box::new(open(second)),
        })
    };
    Some((next, period))
}

/// "2019-20", "2019/20".
fn short_year(p: &Pieces<'_>, i: usize) -> Option<(usize, Period)> {
    let first = core_time::year(p, i)?;
    let sign = p.hyphen(i + 1) || p.text(i + 1) == "/";
    let short = p.digits(i + 2).filter(|t| t.len() == 2)?.parse::<i32>().ok()?;
    let last = first / 100 * 100 + short;
    let alone = !p.hyphen(i + 3) && p.text(i + 3) != "/";
    (sign && alone && last > first && last - first < 30).then(|| {
        let (from, to) = (Date::new(first, 1, 1)?, Date::new(last, 12, 31)?);
        Some((i + 3, Period::days(from, to, Granularity::Span)))
    })?
}
