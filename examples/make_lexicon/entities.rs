//! Makes the tables of countries, places and organisations.

use std::error::Error;
use std::path::Path;

/// Each table's file name and text.
pub(crate) fn tables(dir: &Path) -> Result<Vec<(&'static str, String)>, Box<dyn Error>> {
    Ok(vec![(
        "countries.tsv",
        std::fs::read_to_string(dir.join("countries_permissive.json"))?,
    )])
}
