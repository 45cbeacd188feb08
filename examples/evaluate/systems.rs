//! What every task reads and goes through: rows of JSON Lines, and the three systems.

use std::error::Error;

use crosscheck::Reader;
use serde::de::DeserializeOwned;

/// The systems that a line is printed for, each with how it reads; the overlap of words does not read.
pub(crate) const SYSTEMS: [(&str, Option<Reader>); 3] = [
    ("shipped", Some(Reader::Trained)),
    ("overlap", None),
    ("flat", Some(Reader::Flat)),
];

/// The rows of a text, a line each; lines without words are passed over, and an error names the line.
pub(crate) fn rows<T: DeserializeOwned>(text: &str) -> Result<Vec<T>, Box<dyn Error>> {
    let lines = text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty());
    lines
        .map(|(i, line)| serde_json::from_str(line).map_err(|e| format!("line {}: {e}", i + 1).into()))
        .collect()
}
