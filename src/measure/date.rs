//! Days of the Gregorian calendar, counted in integers.

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// The days from Monday on.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// Days since Monday.
    pub fn days_from_monday(self) -> i64 {
        self as i64
    }
}

/// A day of the calendar, from 0001-01-01 to 9999-12-31; in JSON, and as text, `YYYY-MM-DD`.
///
/// ```
/// use crosscheck::measure::{Date, Weekday};
///
/// let date: Date = "2019-05-03".parse().unwrap();
/// assert_eq!((date.year(), date.month(), date.day()), (2019, 5, 3));
/// assert_eq!(date.weekday(), Weekday::Friday);
/// assert_eq!(date.plus_days(29).unwrap().to_string(), "2019-06-01");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// Says why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a date as YYYY-MM-DD, found \"{found}\"{reason}")]
pub struct DateError {
    found: String,
    reason: &'static str,
}

/// Days from the start of the year to the start of the month, in a common year.
const BEFORE_MONTH: [i64; 13] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
/// Days from 0001-01-01 to 1970-01-01.
const EPOCH: i64 = 719_162;

fn leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days from 0001-01-01 to the start of the year.
fn before_year(year: i64) -> i64 {
    let past = year - 1;
    past * 365 + past / 4 - past / 100 + past / 400
}

/// Days from the start of the year to the start of the month, from 1 to 13.
fn before_month(year: i64, month: u8) -> i64 {
    let common = usize::from(month)
        .checked_sub(1)
        .and_then(|m| BEFORE_MONTH.get(m))
        .copied()
        .unwrap_or(0);
    common + i64::from(month > 2 && leap(year))
}

impl Date {
    /// The first day that can be told.
    pub const MIN: Date = Date {
        year: 1,
        month: 1,
        day: 1,
    };
    /// The last day that can be told.
    pub const MAX: Date = Date {
        year: 9999,
        month: 12,
        day: 31,
    };

    /// The day, if the calendar has it.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let known = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1;
        (known && day <= Date::days_in_month(year, month)).then_some(Date {
            year: year as i16,
            month,
            day,
        })
    }

    /// The number of days of a month; 0 if there is no such month.
    pub fn days_in_month(year: i32, month: u8) -> u8 {
        if !(1..=12).contains(&month) {
            return 0;
        }
        let year = i64::from(year);
        (before_month(year, month + 1) - before_month(year, month)) as u8
    }

    /// Reads a day written `YYYY-MM-DD`.
    ///
    /// # Errors
    ///
    /// If the text is written otherwise, or the calendar has no such day; the error says which.
    pub fn parse(text: &str) -> Result<Date, DateError> {
        let error = |reason| DateError {
            found: text.chars().take(40).collect(),
            reason,
        };
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(i, b)| {
                if i == 4 || i == 7 {
                    b == b'-'
                } else {
                    b.is_ascii_digit()
                }
            });
        if !shape {
            return Err(error(""));
        }
        let number = |from, to| {
            text.get(from..to)
                .and_then(|t: &str| t.parse::<u16>().ok())
                .unwrap_or(0)
        };
        let (year, month, day) = (i32::from(number(0, 4)), number(5, 7) as u8, number(8, 10) as u8);
        if Date::days_in_month(year, month) == 0 {
            return Err(error(", which has no such month"));
        }
        Date::new(year, month, day).ok_or_else(|| error(", which the calendar does not have"))
    }

    /// The year.
    pub fn year(self) -> i32 {
        i32::from(self.year)
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1970-01-01; earlier days are negative.
    pub fn days(self) -> i64 {
        let year = i64::from(self.year);
        before_year(year) + before_month(year, self.month) + i64::from(self.day) - 1 - EPOCH
    }

    /// The day that lies so many days after 1970-01-01, if it can be told.
    pub fn from_days(days: i64) -> Option<Date> {
        if !(Date::MIN.days()..=Date::MAX.days()).contains(&days) {
            return None;
        }
        let days = days + EPOCH;
        // The quotient by the mean year is off by one at most.
        let guess = days * 400 / 146_097 + 1;
        let year = if before_year(guess) > days {
            guess - 1
        } else if before_year(guess + 1) <= days {
            guess + 1
        } else {
            guess
        };
        let rest = days - before_year(year);
        let month = (1..=12u8).rev().find(|&m| before_month(year, m) <= rest)?;
        let day = rest - before_month(year, month) + 1;
        Date::new(year as i32, month, day as u8)
    }

    /// The day so many days later (or earlier, if negative).
    pub fn plus_days(self, days: i64) -> Option<Date> {
        Date::from_days(self.days().checked_add(days)?)
    }

    /// The same day so many months later, or that month's last day.
    pub fn plus_months(self, months: i32) -> Option<Date> {
        let count = (self.year() * 12 + i32::from(self.month) - 1).checked_add(months)?;
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) as u8 + 1);
        Date::new(year, month, self.day.min(Date::days_in_month(year, month)))
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        let place = (self.days() + 3).rem_euclid(7) as usize;
        Weekday::ALL.get(place).copied().unwrap_or(Weekday::Monday)
    }

    /// The first day of its month.
    #[must_use]
    pub fn month_start(self) -> Date {
        Date { day: 1, ..self }
    }

    /// The last day of its month.
    #[must_use]
    pub fn month_end(self) -> Date {
        Date {
            day: Date::days_in_month(self.year(), self.month),
            ..self
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Date, DateError> {
        Date::parse(text)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let text = String::deserialize(deserializer)?;
        Date::parse(&text).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_round_trips() {
        let first = Date::new(1800, 1, 1).unwrap();
        let mut day = first;
        for count in 0..146_097 {
            assert_eq!(Date::from_days(first.days() + count), Some(day));
            assert_eq!(day.days(), first.days() + count);
            assert_eq!(Date::parse(&day.to_string()).unwrap(), day);
            let next = Date::new(day.year(), day.month(), day.day() + 1)
                .or_else(|| Date::new(day.year(), day.month() + 1, 1))
                .or_else(|| Date::new(day.year() + 1, 1, 1))
                .unwrap();
            assert_eq!(day.plus_days(1), Some(next));
            day = next;
        }
    }

    #[test]
    fn known_days() {
        assert_eq!(Date::new(1970, 1, 1).unwrap().days(), 0);
        assert_eq!(Date::new(2000, 3, 1).unwrap().days(), 11_017);
        assert_eq!(Date::new(2024, 2, 29).unwrap().weekday(), Weekday::Thursday);
        assert_eq!(Date::from_days(Date::MAX.days()), Some(Date::MAX));
        assert_eq!(Date::from_days(Date::MIN.days()), Some(Date::MIN));
        assert_eq!(Date::MAX.plus_days(1), None);
        assert_eq!(Date::MIN.plus_days(-1), None);
        assert_eq!(Date::MAX.plus_days(i64::MAX), None);
        assert_eq!(
            Date::new(2020, 1, 31).unwrap().plus_months(1),
            Date::new(2020, 2, 29)
        );
        assert_eq!(
            Date::new(2020, 1, 31).unwrap().plus_months(-2),
            Date::new(2019, 11, 30)
        );
    }

    #[test]
    fn bad_dates_are_refused_with_a_reason() {
        let message = |text: &str| Date::parse(text).unwrap_err().to_string();
        assert_eq!(message("3 May"), "expected a date as YYYY-MM-DD, found \"3 May\"");
        assert_eq!(
            message("2019-13-01"),
            "expected a date as YYYY-MM-DD, found \"2019-13-01\", which has no such month"
        );
        assert_eq!(
            message("2019-02-29"),
            "expected a date as YYYY-MM-DD, found \"2019-02-29\", which the calendar does not have"
        );
        for text in [
            "",
            "2019-5-3",
            "0000-01-01",
            "2019-05-00",
            "２019-05-03",
            "2019/05/03",
            "2019-05-03T00",
        ] {
            assert!(Date::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn json_is_a_string() {
        let date = Date::new(2019, 5, 3).unwrap();
        assert_eq!(serde_json::to_string(&date).unwrap(), "\"2019-05-03\"");
        assert_eq!(serde_json::from_str::<Date>("\"2019-05-03\"").unwrap(), date);
        assert!(serde_json::from_str::<Date>("\"2019-02-30\"").is_err());
    }
}
