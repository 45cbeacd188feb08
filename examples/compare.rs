//! Learn to turn files into a report: who says what, where they agree, where they conflict, and why.
//!
//! `cargo run --example compare -- [--format text|markdown|json|jsonl] FILE...`

use std::error::Error;
use std::io::IsTerminal;
use std::path::Path;

use crosscheck::{Document, Link, Relation, Report, compare};
use serde_json::json;

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
    match format {
        "text" => {
            let colour = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            print!("{}", report.text().with_colour(colour));
        }
        "markdown" => print!("{}", report.markdown()),
        "json" => println!("{}", report.json()),
        "jsonl" => report.links().iter().for_each(|link| print_line(&report, link)),
        other => return Err(format!("--format {other}: text, markdown, json or jsonl").into()),
    }
    Ok(())
}

/// Prints a link on one line, the claim of the document given first as `a`.
fn print_line(report: &Report, link: &Link) {
    let (Some(a), Some(b)) = (report.claim(&link.a), report.claim(&link.b)) else {
        return;
    };
    let judgement = &link.judgement;
    if judgement.relation == Relation::Neutral {
        return;
    }
    let row = json!({
        "relation": judgement.relation, "kind": judgement.kind, "strength": judgement.strength,
        "direction": judgement.direction, "confidence": f64::from(judgement.confidence) / 1000.0,
        "a": a.quote.text, "b": b.quote.text, "document_a": a.document, "document_b": b.document,
        "holder_a": judgement.voice_a.holder.name(), "holder_b": judgement.voice_b.holder.name(),
    });
    println!("{row}");
}
