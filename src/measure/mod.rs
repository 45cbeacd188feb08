//! Quantities, dates, intervals and their algebra. (A placeholder for the types until the room lands.)

use serde::{Deserialize, Serialize};

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Date;

/// An amount.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Quantity;

/// A time.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Period;
