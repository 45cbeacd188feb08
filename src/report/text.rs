//! Prints a report for a terminal or a plain file.

use std::fmt;

use super::Report;
use super::layout::{clipped, folded, padded, width, wrapped};
use super::passages::{Passage, Shown};
use super::table::Counts;
use super::wording::{Teller, heading, percent};
use crate::judgement::Relation;

/// The widest column of names.
const NAMES: usize = 18;
/// What stands before everything below a heading.
const INDENT: &str = "   ";

/// A report for a terminal or a plain file; see [`Report::text`].
#[derive(Debug, Clone, Copy)]
pub struct Text<'r> {
    report: &'r Report,
    colour: bool,
    width: usize,
}

/// An ANSI style.
#[derive(Debug, Clone, Copy)]
enum Style {
    Plain,
    Heading,
    Strict,
    Tension,
    Agreement,
    Aside,
}

impl<'r> Text<'r> {
    pub(super) fn new(report: &'r Report) -> Text<'r> {
        Text {
            report,
            colour: false,
            width: 80,
        }
    }

    /// Sets whether it is coloured with ANSI sequences; it is not unless told to.
    #[must_use]
    pub fn with_colour(self, colour: bool) -> Text<'r> {
        Text { colour, ..self }
    }

    /// Sets how many columns a line may have: 80 unless told otherwise, and never fewer than 40.
    #[must_use]
    pub fn with_width(self, width: usize) -> Text<'r> {
        Text {
            width: width.max(40),
            ..self
        }
    }

    fn line(&self, f: &mut fmt::Formatter<'_>, before: &str, text: &str, style: Style) -> fmt::Result {
        let code = match style {
            Style::Heading => "1",
            Style::Strict => "1;31",
            Style::Tension => "1;33",
            Style::Agreement => "1;32",
            Style::Aside => "2",
            Style::Plain => "",
        };
        if self.colour && !code.is_empty() && !text.is_empty() {
            writeln!(f, "{before}\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            writeln!(f, "{}", format!("{before}{text}").trim_end())
        }
    }

    /// Text wrapped behind `first`, its further lines as far in.
    fn hung(&self, f: &mut fmt::Formatter<'_>, first: &str, text: &str, style: Style) -> fmt::Result {
        let deep = width(first);
        for (i, line) in wrapped(text, self.width.saturating_sub(deep)).iter().enumerate() {
            let before = if i == 0 {
                first.to_owned()
            } else {
                " ".repeat(deep)
            };
            self.line(f, &before, line, style)?;
        }
        Ok(())
    }

    /// Text behind a name in a column; a name too long for it has its own line.
    fn named(
        &self,
        f: &mut fmt::Formatter<'_>,
        name: &str,
        column: usize,
        text: &str,
        style: Style,
    ) -> fmt::Result {
        if width(name) > column {
            self.hung(f, INDENT, name, Style::Plain)?;
            return self.hung(f, &format!("{INDENT}{}  ", padded("", column)), text, style);
        }
        self.hung(f, &format!("{INDENT}{}  ", padded(name, column)), text, style)
    }

    fn heading(&self, f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
        writeln!(f)?;
        self.line(f, "", text, Style::Heading)
    }

    fn findings(
        &self,
        f: &mut fmt::Formatter<'_>,
        teller: &Teller<'_>,
        title: &str,
        shown: &[Shown<'_>],
        style: Style,
    ) -> fmt::Result {
        if shown.is_empty() {
            return Ok(());
        }
        self.heading(f, &format!("{title} ({})", shown.len()))?;
        for (i, shown) in shown.iter().enumerate() {
            writeln!(f)?;
            let judgement = shown.judgement;
            let head = format!(
                "{}: {} ({})",
                heading(judgement.kind),
                teller.between(shown),
                percent(judgement.confidence)
            );
            self.hung(f, &padded(&format!("{}.", i + 1), INDENT.len()), &head, style)?;
            let brief = judgement.relation == Relation::Agree;
            for passage in &shown.passages {
                self.quoted(f, teller, passage, brief)?;
            }
            let why = teller.reasons(judgement, if brief { 1 } else { 2 }).join(" ");
            if !why.trim().is_empty() {
                self.named(f, "why", column(teller), why.trim(), Style::Aside)?;
            }
        }
        Ok(())
    }

    fn quoted(
        &self,
        f: &mut fmt::Formatter<'_>,
        teller: &Teller<'_>,
        passage: &Passage<'_>,
        brief: bool,
    ) -> fmt::Result {
        let behind = teller.behind(passage, brief);
        let text = format!("“{}” {behind}", folded(&passage.words.text));
        let label = teller.label(&passage.claim.document);
        self.named(f, label, column(teller), &text, Style::Plain)
    }

    fn issues(&self, f: &mut fmt::Formatter<'_>, teller: &Teller<'_>) -> fmt::Result {
        if self.report.issues.is_empty() {
            return Ok(());
        }
        self.heading(f, &format!("OPEN QUESTIONS ({})", self.report.issues.len()))?;
        for (i, issue) in self.report.issues.iter().enumerate() {
            writeln!(f)?;
            let slot = format!("{} ({})", folded(&issue.slot), issue.varies.as_str());
            self.hung(
                f,
                &padded(&format!("{}.", i + 1), INDENT.len()),
                &slot,
                Style::Heading,
            )?;
            let values: Vec<String> = issue.positions.iter().map(|p| folded(&p.value)).collect();
            let widest = values.iter().map(|v| width(v)).max().unwrap_or(0);
            let column = widest.max("silent".len());
            for (position, value) in issue.positions.iter().zip(&values) {
                let holders = teller.holders(position);
                if column <= NAMES {
                    self.named(f, value, column, &holders, Style::Plain)?;
                } else {
                    self.hung(
                        f,
                        &format!("{INDENT}· "),
                        &format!("{value} — {holders}"),
                        Style::Plain,
                    )?;
                }
            }
            let column = if column <= NAMES { column } else { "silent".len() };
            if !issue.silent.is_empty() {
                let silent: Vec<String> = issue.silent.iter().map(|s| folded(s)).collect();
                self.named(f, "silent", column, &silent.join(", "), Style::Aside)?;
            }
        }
        Ok(())
    }

    fn table(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = &self.report.table.rows;
        if rows.is_empty() {
            return Ok(());
        }
        self.heading(f, "SOURCE BY SOURCE")?;
        let numbers = 30;
        let names = self.width - numbers - INDENT.len();
        let quoted = "  with somebody quoted";
        let widest = rows.iter().map(|r| width(&pair(&r.a, &r.b))).max().unwrap_or(0);
        let column = widest.max(width(quoted)).min(names);
        let row = |name: &str, cells: [String; 3]| {
            let [a, b, c] = cells;
            format!(
                "{INDENT}{}{a:>8}{b:>11}{c:>11}",
                padded(&clipped(name, column), column)
            )
        };
        let cells = |c: Counts| [c.agreements, c.conflicts, c.tensions].map(|n| n.to_string());
        self.line(
            f,
            "",
            &row("", ["agree", "conflict", "tension"].map(str::to_owned)),
            Style::Aside,
        )?;
        for r in rows {
            self.line(f, "", &row(&pair(&r.a, &r.b), cells(r.own)), Style::Plain)?;
            if r.quoted.total() > 0 {
                self.line(f, "", &row(quoted, cells(r.quoted)), Style::Plain)?;
            }
        }
        Ok(())
    }

    fn names(&self, f: &mut fmt::Formatter<'_>, teller: &Teller<'_>) -> fmt::Result {
        let known = teller.names();
        if known.is_empty() {
            return Ok(());
        }
        self.heading(f, "NAMES TAKEN TO MEAN THE SAME")?;
        self.hung(f, INDENT, &known.join("; "), Style::Plain)
    }

    fn unread(&self, f: &mut fmt::Formatter<'_>, teller: &Teller<'_>) -> fmt::Result {
        let rows = teller.unread();
        if rows.is_empty() {
            return Ok(());
        }
        self.heading(f, &format!("SENTENCES NOT READ ({})", self.report.unread.len()))?;
        for (label, counts) in rows {
            self.named(f, label, column(teller), &counts, Style::Plain)?;
        }
        Ok(())
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let teller = Teller::new(self.report);
        self.hung(f, "", &teller.headline(), Style::Heading)?;
        let strict = teller.shown(Relation::Conflict, false);
        let tense = teller.shown(Relation::Conflict, true);
        let agreed = teller.shown(Relation::Agree, false);
        self.findings(f, &teller, "CONFLICTS", &strict, Style::Strict)?;
        self.findings(f, &teller, "TENSIONS", &tense, Style::Tension)?;
        self.findings(f, &teller, "AGREEMENTS", &agreed, Style::Agreement)?;
        self.issues(f, &teller)?;
        self.table(f)?;
        self.names(f, &teller)?;
        self.unread(f, &teller)
    }
}

/// How wide the column of document labels is.
fn column(teller: &Teller<'_>) -> usize {
    let widths = teller.labels().map(width).filter(|&w| w <= NAMES);
    widths.max().unwrap_or(0).max(3)
}

fn pair(a: &str, b: &str) -> String {
    format!("{} × {}", folded(a), folded(b))
}
