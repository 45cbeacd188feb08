//! Learn to turn files into a report: who says what, where they agree, where they conflict, and why.
//!
//! `cargo run --example compare -- [--format text|markdown|json|jsonl] FILE...`: plain text, or JSON Lines in a file `*.jsonl`.

use std::error::Error;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use crosscheck::{Link, Relation, Report, compare};
use serde_json::{Value, json};

mod shell;

const USAGE: &str = "compare [--format text|markdown|json|jsonl] FILE...";

fn main() -> ExitCode {
    shell::run(print)
}

fn print() -> Result<(), Box<dyn Error>> {
    let (format, files) = shell::arguments(USAGE, &["text", "markdown", "json", "jsonl"])?;
    let mut documents = Vec::new();
    for file in files {
        documents.extend(shell::File::read(file)?.documents()?);
    }
    let report = compare(&documents)?;
    let mut out = io::stdout().lock();
    match format {
        "text" => {
            let colour = out.is_terminal() && std::env::var_os("NO_COLOR").is_none();
            write!(out, "{}", report.text().with_colour(colour))?;
        }
        "markdown" => write!(out, "{}", report.markdown())?,
        "json" => writeln!(out, "{}", report.json())?,
        _ => {
            for row in report.links().iter().filter_map(|link| row(&report, link)) {
                writeln!(out, "{row}")?;
            }
        }
    }
    Ok(())
}

/// A link that agrees or conflicts as a line, the claim of the document given first as `a`.
fn row(report: &Report, link: &Link) -> Option<Value> {
    let (a, b) = (report.claim(&link.a)?, report.claim(&link.b)?);
    let [quote_a, quote_b] = report.shown(link)?;
    let judgement = &link.judgement;
    let decided = judgement.relation != Relation::Neutral;
    decided.then(|| {
        json!({
            "relation": judgement.relation, "kind": judgement.kind, "strength": judgement.strength,
            "direction": judgement.direction, "confidence": f64::from(judgement.confidence) / 1000.0,
            "a": quote_a.text, "b": quote_b.text, "document_a": a.document, "document_b": b.document,
            "holder_a": judgement.voice_a.holder.name(), "holder_b": judgement.voice_b.holder.name(),
        })
    })
}
