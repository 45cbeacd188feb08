//! Prints a report as Markdown.

use std::fmt;

use super::Report;
use super::layout::folded;
use super::passages::{Passage, Shown};
use super::wording::{Teller, heading, percent};
use crate::judgement::Relation;

/// A report as Markdown; see [`Report::markdown`].
#[derive(Debug, Clone, Copy)]
pub struct Markdown<'r> {
    report: &'r Report,
    level: usize,
}

impl<'r> Markdown<'r> {
    pub(super) fn new(report: &'r Report) -> Markdown<'r> {
        Markdown { report, level: 1 }
    }

    /// Sets the level of the top heading, from 1, as it is unless told otherwise, to 4.
    #[must_use]
    pub fn with_level(self, level: usize) -> Markdown<'r> {
        Markdown {
            level: level.clamp(1, 4),
            ..self
        }
    }

    fn heading(&self, f: &mut fmt::Formatter<'_>, below: usize, text: &str) -> fmt::Result {
        writeln!(f, "\n{} {text}\n", "#".repeat(self.level + below))
    }

    fn findings(
        &self,
        f: &mut fmt::Formatter<'_>,
        teller: &Teller<'_>,
        title: &str,
        shown: &[Shown<'_>],
    ) -> fmt::Result {
        if shown.is_empty() {
            return Ok(());
        }
        self.heading(f, 1, title)?;
        for (i, shown) in shown.iter().enumerate() {
            let judgement = shown.judgement;
            if i > 0 {
                writeln!(f)?;
            }
            writeln!(
                f,
                "{}. **{}**: {} ({})",
                i + 1,
                heading(judgement.kind),
                escaped(&teller.between(shown)),
                percent(judgement.confidence)
            )?;
            for passage in &shown.passages {
                quoted(f, teller, passage)?;
            }
            let reasons = teller.reasons(judgement, 2);
            if !reasons.is_empty() {
                writeln!(f, "\n   {}", escaped(&reasons.join(" ")))?;
            }
        }
        Ok(())
    }

    fn issues(&self, f: &mut fmt::Formatter<'_>, teller: &Teller<'_>) -> fmt::Result {
        if self.report.issues.is_empty() {
            return Ok(());
        }
        self.heading(f, 1, "Open questions")?;
        for issue in &self.report.issues {
            writeln!(f, "- {} ({})", escaped(&issue.slot), issue.varies.as_str())?;
            for position in &issue.positions {
                writeln!(
                    f,
                    "  - **{}**: {}",
                    escaped(&position.value),
                    escaped(&teller.holders(position))
                )?;
            }
            if !issue.silent.is_empty() {
                writeln!(f, "  - silent: {}", escaped(&issue.silent.join(", ")))?;
            }
        }
        Ok(())
    }

    fn table(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.report.table.rows.is_empty() {
            return Ok(());
        }
        self.heading(f, 1, "Source by source")?;
        writeln!(
            f,
            "| | | agree | conflict | tension | with somebody quoted: agree | conflict | tension |"
        )?;
        writeln!(f, "|---|---|--:|--:|--:|--:|--:|--:|")?;
        for row in &self.report.table.rows {
            let (own, quoted) = (row.own, row.quoted);
            writeln!(
                f,
                "| {} | {} | {} | {} | {} | {} | {} | {} |",
                escaped(&row.a),
                escaped(&row.b),
                own.agreements,
                own.conflicts,
                own.tensions,
                quoted.agreements,
                quoted.conflicts,
                quoted.tensions
            )?;
        }
        Ok(())
    }

    fn unread(&self, f: &mut fmt::Formatter<'_>, teller: &Teller<'_>) -> fmt::Result {
        let rows = teller.unread();
        if rows.is_empty() {
            return Ok(());
        }
        self.heading(f, 1, "Sentences not read")?;
        for (label, counts) in rows {
            writeln!(f, "- {}: {counts}", escaped(label))?;
        }
        Ok(())
    }
}

impl fmt::Display for Markdown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let teller = Teller::new(self.report);
        let names: Vec<&str> = teller.labels().collect();
        writeln!(f, "{} {}\n", "#".repeat(self.level), escaped(&names.join(", ")))?;
        writeln!(f, "{}", teller.headline())?;
        self.findings(f, &teller, "Conflicts", &teller.shown(Relation::Conflict, false))?;
        self.findings(f, &teller, "Tensions", &teller.shown(Relation::Conflict, true))?;
        self.findings(f, &teller, "Agreements", &teller.shown(Relation::Agree, false))?;
        self.issues(f, &teller)?;
        self.table(f)?;
        let known = teller.names();
        if !known.is_empty() {
            self.heading(f, 1, "Names taken to mean the same")?;
            for name in known {
                writeln!(f, "- {}", escaped(&name))?;
            }
        }
        self.unread(f, &teller)
    }
}

fn quoted(f: &mut fmt::Formatter<'_>, teller: &Teller<'_>, passage: &Passage<'_>) -> fmt::Result {
    let label = escaped(teller.label(&passage.claim.document));
    let quote = escaped(&passage.words.text);
    let behind = escaped(&teller.behind(passage, false));
    writeln!(f, "   - {label}: “{quote}” {behind}")
}

/// The text on one line, with every sign that Markdown or HTML could take for its own escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in folded(text).chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_quote_is_taken_for_markdown() {
        assert_eq!(escaped("a *b*\n| <i> [c](d)"), "a \\*b\\* \\| \\<i\\> \\[c\\](d)");
    }
}
