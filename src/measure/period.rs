//! Times as texts tell them, and how two of them relate.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::anchor;
use super::date::{Date, Weekday};

/// How large a unit of time was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Granularity {
    /// A day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// From Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// Three months: a season or a quarter.
    Quarter,
    /// Six months.
    Half,
    /// A year.
    Year,
    /// Ten years, from a year that ends in 0.
    Decade,
    /// A hundred years.
    Century,
    /// A stretch whose two ends were named.
    Span,
}

impl Granularity {
    /// Its length in days, roughly.
    pub(super) fn days(self) -> i64 {
        match self {
            Granularity::Day => 1,
            Granularity::Weekend => 2,
            Granularity::Week => 7,
            Granularity::Month => 30,
            Granularity::Quarter => 91,
            Granularity::Half => 182,
            Granularity::Year | Granularity::Span => 365,
            Granularity::Decade => 3_652,
            Granularity::Century => 36_524,
        }
    }
}

/// How a time is placed by the one that was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Bound {
    /// Within the time named.
    #[default]
    At,
    /// Earlier than it.
    Before,
    /// Later than it.
    After,
    /// From it on.
    Since,
    /// Up to it.
    Until,
    /// Within it or close to it.
    About,
    /// Within it, and expressly not earlier.
    NotBefore,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
}

/// A part of a longer time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Part {
    /// The first third.
    Early,
    /// The second third.
    Mid,
    /// The last third.
    Late,
    /// The first half.
    FirstHalf,
    /// The second half.
    SecondHalf,
}

/// A season, as months of the northern half of the earth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February; the winter of a year begins in it.
    Winter,
}

/// Which of the times of one name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Which {
    /// Not told.
    #[default]
    Unsaid,
    /// "last Monday".
    Last,
    /// "this Monday".
    This,
    /// "next Monday".
    Next,
}

/// A time that needs the date of the document to be placed in the calendar.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Unresolved {
    /// "Monday", "last Monday".
    Weekday {
        /// The day of the week.
        weekday: Weekday,
        /// Which one.
        which: Which,
    },
    /// "May", "3 May", "mid-July", without a year.
    Month {
        /// The month, from 1.
        month: u8,
        /// The day of the month.
        day: Option<u8>,
        /// The part of the month.
        part: Option<Part>,
        /// Which year's.
        which: Which,
    },
    /// "spring", "last summer".
    Season {
        /// The season.
        season: Season,
        /// Which year's.
        which: Which,
    },
    /// "the third quarter", "the first half of the year".
    Stretch {
        /// A quarter or a half of a year.
        unit: Granularity,
        /// Which of the year's, from 1.
        number: u8,
    },
    /// "yesterday", "last week", "two years ago", "early this month".
    Relative {
        /// The unit counted in.
        unit: Granularity,
        /// How many of them later than the document.
        shift: i32,
        /// The part of it.
        part: Option<Part>,
    },
    /// "the past three months", "the next two weeks".
    Window {
        /// The unit counted in.
        unit: Granularity,
        /// How many of them, negative for the past.
        count: i32,
    },
    /// "03/05/2019", the third of May or the fifth of March.
    Either {
        /// One reading.
        first: Date,
        /// The other reading.
        second: Date,
    },
    /// "from May to July".
    Range {
        /// Where it begins.
        from: Box<Unresolved>,
        /// Where it ends.
        to: Box<Unresolved>,
    },
}

/// When something is so: days from one to another, as far as the words tell.
///
/// `from` and `to` are the days between which it lies, both included, with the bound applied: "before 2019" ends on
/// 2018-12-31 and has no beginning. Where a date of the document is needed they are empty and `unresolved` holds
/// what was said; [`Period::anchored`] places it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Period {
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// How large a time was named.
    pub granularity: Granularity,
    /// How it is placed by the time named.
    #[serde(default)]
    pub bound: Bound,
    /// The part of the day, if a single day was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day_part: Option<DayPart>,
    /// What needs the date of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unresolved: Option<Unresolved>,
}

/// How one period relates to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PeriodRelation {
    /// The same days.
    Same,
    /// The first lies within the second, and says more.
    Within,
    /// The second lies within the first.
    Contains,
    /// They share days, and each has others.
    Overlaps,
    /// They share no day.
    Disjoint,
    /// The words do not tell.
    Unknown,
}

impl PeriodRelation {
    /// How days relate, from the first to the last of each, that have some in common.
    pub(super) fn of_days<D: PartialOrd + Copy>(a: (D, D), b: (D, D)) -> PeriodRelation {
        match (a.0 >= b.0 && a.1 <= b.1, b.0 >= a.0 && b.1 <= a.1) {
            (true, true) => PeriodRelation::Same,
            (true, false) => PeriodRelation::Within,
            (false, true) => PeriodRelation::Contains,
            (false, false) => PeriodRelation::Overlaps,
        }
    }

    /// The relation with its two sides exchanged.
    #[must_use]
    pub fn mirrored(self) -> PeriodRelation {
        match self {
            PeriodRelation::Within => PeriodRelation::Contains,
            PeriodRelation::Contains => PeriodRelation::Within,
            same => same,
        }
    }
}

impl Period {
    /// A single day.
    pub fn day(date: Date) -> Period {
        Period::days(date, date, Granularity::Day)
    }

    /// A calendar year; `None` outside the calendar.
    pub fn year(year: i32) -> Option<Period> {
        Some(Period::days(
            Date::new(year, 1, 1)?,
            Date::new(year, 12, 31)?,
            Granularity::Year,
        ))
    }

    /// The days from one to another.
    pub fn days(from: Date, to: Date, granularity: Granularity) -> Period {
        Period {
            from: Some(from),
            to: Some(to),
            granularity,
            bound: Bound::At,
            day_part: None,
            unresolved: None,
        }
    }

    /// A time that needs the date of the document.
    pub fn unresolved(unresolved: Unresolved) -> Period {
        let granularity = anchor::granularity(&unresolved);
        Period {
            from: None,
            to: None,
            granularity,
            bound: Bound::At,
            day_part: None,
            unresolved: Some(unresolved),
        }
    }

    /// Places a time by the one it names: "before May", "since 2014". Only for periods whose bound is `At`.
    #[must_use]
    pub fn with_bound(mut self, bound: Bound) -> Period {
        if self.bound != Bound::At {
            return self;
        }
        self.bound = bound;
        (self.from, self.to) = match bound {
            Bound::At | Bound::About | Bound::NotBefore => (self.from, self.to),
            Bound::Since => (self.from, None),
            Bound::Until => (None, self.to),
            Bound::Before => (None, self.from.and_then(|d| d.plus_days(-1))),
            Bound::After => (self.to.and_then(|d| d.plus_days(1)), None),
        };
        self
    }

    /// Whether the calendar days are known without the date of a document.
    pub fn is_resolved(&self) -> bool {
        self.unresolved.is_none() && (self.from.is_some() || self.to.is_some())
    }

    /// Places what is unresolved, as a document of that date means it: "yesterday" is the day before, "Monday" the
    /// last one up to that date, "May" the one of that year or, if it is far ahead, of the year before.
    ///
    /// What cannot be placed stays as it is.
    #[must_use]
    pub fn anchored(&self, document_date: Date) -> Period {
        self.placed(document_date, false)
    }

    /// Places what is unresolved as [`Period::anchored`] does, but ahead: for what is said of the future
    /// ("will open on Monday", "in May").
    #[must_use]
    pub fn anchored_ahead(&self, document_date: Date) -> Period {
        self.placed(document_date, true)
    }

    fn placed(&self, document_date: Date, ahead: bool) -> Period {
        let days = self
            .unresolved
            .as_ref()
            .and_then(|u| anchor::resolve(u, document_date, ahead));
        match days {
            None => self.clone(),
            Some((from, to)) => {
                let mut placed = Period::days(from, to, self.granularity).with_bound(self.bound);
                placed.day_part = self.day_part;
                placed
            }
        }
    }

    /// Says how this period relates to another one.
    ///
    /// The relation of `b` to `a` is always the mirror of that of `a` to `b`. Two times that both need a document's
    /// date are taken to need the same one: "Monday" is "Monday" and never "Tuesday", "last year" is never "this year".
    pub fn compare(&self, other: &Period) -> PeriodRelation {
        let late = |p: &Period| p.bound == Bound::NotBefore;
        if late(self) || late(other) {
            let at = |p: &Period| Period {
                bound: if late(p) { Bound::At } else { p.bound },
                ..p.clone()
            };
            return at(self).compare(&at(other));
        }
        match (&self.unresolved, &other.unresolved) {
            (None, None) => self.compare_days(other),
            _ if self == other => PeriodRelation::Same,
            (a, b) => {
                // Weekdays and months without a year recur, so before and after them is everywhere.
                if self.bound != Bound::At || other.bound != Bound::At {
                    return PeriodRelation::Unknown;
                }
                let relation = match (a, b) {
                    (Some(a), Some(b)) => anchor::relate(a, b),
                    (Some(a), None) => anchor::relate_days(a, other.from, other.to),
                    (None, Some(b)) => anchor::relate_days(b, self.from, self.to),
                    (None, None) => PeriodRelation::Unknown,
                };
                self.refine(other, relation)
            }
        }
    }

    fn compare_days(&self, other: &Period) -> PeriodRelation {
        let ends = |p: &Period| {
            (
                p.from.map_or(i64::MIN, Date::days),
                p.to.map_or(i64::MAX, Date::days),
            )
        };
        let ((a_from, a_to), (b_from, b_to)) = (ends(self), ends(other));
        if self.from.is_none() && self.to.is_none() || other.from.is_none() && other.to.is_none() {
            return PeriodRelation::Unknown;
        }
        let apart = |to: i64, from: i64| to < from;
        if apart(a_to, b_from) || apart(b_to, a_from) {
            let gap = if apart(a_to, b_from) {
                b_from.saturating_sub(a_to)
            } else {
                a_from.saturating_sub(b_to)
            };
            let room = |p: &Period| {
                if p.bound == Bound::About {
                    p.granularity.days()
                } else {
                    0
                }
            };
            let near = gap <= room(self).max(room(other));
            return if near {
                PeriodRelation::Overlaps
            } else {
                PeriodRelation::Disjoint
            };
        }
        self.refine(other, PeriodRelation::of_days((a_from, a_to), (b_from, b_to)))
    }

    /// Tells parts of the same day apart.
    fn refine(&self, other: &Period, relation: PeriodRelation) -> PeriodRelation {
        if relation != PeriodRelation::Same {
            return relation;
        }
        let dark = |part: DayPart| matches!(part, DayPart::Evening | DayPart::Night);
        match (self.day_part, other.day_part) {
            (None, None) => PeriodRelation::Same,
            (Some(_), None) => PeriodRelation::Within,
            (None, Some(_)) => PeriodRelation::Contains,
            (Some(a), Some(b)) if a == b => PeriodRelation::Same,
            (Some(a), Some(b)) if dark(a) && dark(b) => PeriodRelation::Overlaps,
            (Some(_), Some(_)) => PeriodRelation::Disjoint,
        }
    }
}

impl fmt::Display for Period {
    /// Writes the days: "2019-05-03", "2019-05-01 to 2019-05-31", "since 2014-01-01"; what is unresolved in words.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(unresolved) = &self.unresolved {
            let word = match self.bound {
                Bound::At => "",
                Bound::Before => "before ",
                Bound::After => "after ",
                Bound::Since => "since ",
                Bound::Until => "until ",
                Bound::About => "about ",
                Bound::NotBefore => "not before ",
            };
            write!(f, "{word}{unresolved}")?;
        } else {
            if self.bound == Bound::About {
                f.write_str("about ")?;
            }
            match (self.from, self.to) {
                (Some(from), Some(to)) if from == to => write!(f, "{from}")?,
                (Some(from), Some(to)) => write!(f, "{from} to {to}")?,
                (Some(from), None) => write!(f, "from {from} on")?,
                (None, Some(to)) => write!(f, "up to {to}")?,
                (None, None) => f.write_str("at an unknown time")?,
            }
        }
        match self.day_part {
            None => Ok(()),
            Some(DayPart::Morning) => f.write_str(", morning"),
            Some(DayPart::Afternoon) => f.write_str(", afternoon"),
            Some(DayPart::Evening) => f.write_str(", evening"),
            Some(DayPart::Night) => f.write_str(", night"),
        }
    }
}
