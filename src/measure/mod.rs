//! Quantities and times as texts write them, and how two of them relate.
//!
//! A [`Quantity`] is an interval of a unit with the precision its words show; a [`Period`] is an
//! interval of days, or what of it the words leave open. Both are read from the words of a sentence and
//! compared without knowing who said what of whom.
//!
//! ```
//! use crosscheck::measure::{Quantity, QuantityRelation, quantity_at};
//!
//! let (words, about_fifty) = quantity_at(&["about", "50", "people"], 0).unwrap();
//! assert_eq!(words, 2);
//! assert_eq!(about_fifty.compare(&Quantity::count(48.0)), QuantityRelation::Rounding);
//! assert_eq!(about_fifty.compare(&Quantity::count(80.0)), QuantityRelation::Disjoint);
//! ```

mod amount;
mod anchor;
mod core_time;
mod currency;
mod date;
mod dating;
mod day_name;
mod label;
mod modifier;
mod number;
mod period;
mod pieces;
#[cfg(test)]
mod properties;
mod quantity;
mod reading;
mod relative_time;
mod share;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod time_tests;
mod unit;
mod unit_names;
mod vague;

pub(crate) use core_time::year_of;
pub use currency::Currency;
pub use date::{Date, DateError, Weekday};
pub use dating::{find_periods, period_at};
pub(crate) use number::{is_part, spelled};
pub use period::{Bound, DayPart, Granularity, Part, Period, PeriodRelation, Season, Unresolved, Which};
pub use quantity::{Approximation, Quantity, QuantityRelation};
pub(crate) use reading::find_counts;
pub use reading::{Rate, find_quantities, quantity_at, rate_at};
pub use unit::{Dimension, Unit, convert};
