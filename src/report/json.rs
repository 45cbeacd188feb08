//! Prints a report as JSON.

use std::fmt;

use super::Report;

/// A report as JSON; see [`Report::json`].
#[derive(Debug, Clone, Copy)]
pub struct Json<'r> {
    report: &'r Report,
    pretty: bool,
}

impl<'r> Json<'r> {
    pub(super) fn new(report: &'r Report) -> Json<'r> {
        Json { report, pretty: true }
    }

    /// Sets whether it is indented over many lines, as it is unless told otherwise, or on one line.
    #[must_use]
    pub fn with_pretty(self, pretty: bool) -> Json<'r> {
        Json { pretty, ..self }
    }
}

impl fmt::Display for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = if self.pretty {
            serde_json::to_string_pretty(self.report)
        } else {
            serde_json::to_string(self.report)
        };
        f.write_str(&written.map_err(|_| fmt::Error)?)
    }
}
