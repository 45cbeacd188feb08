//! Word knowledge. Knows no claim and no document.

#[allow(dead_code, reason = "the rooms that compare words come after it")]
pub(crate) mod vectors;
