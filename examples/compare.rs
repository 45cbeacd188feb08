//! Learn to turn files into a report: who says what, where they agree, where they conflict, and why.
//!
//! `cargo run --example compare -- [--format text|markdown|json|jsonl] FILE...`

use std::error::Error;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use crosscheck::{Document, Link, Relation, Report, compare};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (format, files) = match arguments.as_slice() {
        [flag, format, files @ ..] if flag == "--format" => (format.as_str(), files),
        files => ("text", files),
    };
    let mut documents = Vec::new();
    for file in files {
        let path = Path::new(file);
        let text = std::fs::read_to_string(path).map_err(|e| format!("{file}: {e}"))?;
        if path.extension().is_some_and(|e| e == "jsonl") {
            documents.extend(Document::from_jsonl(&text)?);
        } else {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            documents.push(Document::from_plain(&name, &text)?);
        }
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
        "jsonl" => {
            for row in report.links().iter().filter_map(|link| row(&report, link)) {
                writeln!(out, "{row}")?;
            }
        }
        other => return Err(format!("--format {other}: text, markdown, json or jsonl").into()),
    }
    Ok(())
}

/// A link that agrees or conflicts as a line, the claim of the document given first as `a`.
fn row(report: &Report, link: &Link) -> Option<Value> {
    let (a, b) = (report.claim(&link.a)?, report.claim(&link.b)?);
    let judgement = &link.judgement;
    let decided = judgement.relation != Relation::Neutral;
    decided.then(|| {
        json!({
            "relation": judgement.relation, "kind": judgement.kind, "strength": judgement.strength,
            "direction": judgement.direction, "confidence": f64::from(judgement.confidence) / 1000.0,
            "a": a.quote.text, "b": b.quote.text, "document_a": a.document, "document_b": b.document,
            "holder_a": judgement.voice_a.holder.name(), "holder_b": judgement.voice_b.holder.name(),
        })
    })
}
