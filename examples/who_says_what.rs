//! Learn to list the claims of texts: what each says, in whose voice, and what the author does with it.
//!
//! `cargo run --example who_says_what -- [--format text|jsonl] FILE...`: plain text, or
//! trees of another parser in a file `*.conllu`.

use std::error::Error;
use std::io::{self, Write};
use std::path::Path;

use crosscheck::{Document, claims, claims_of_conllu};
use serde_json::json;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (format, files) = match arguments.as_slice() {
        [flag, format, files @ ..] if flag == "--format" => (format.as_str(), files),
        files => ("text", files),
    };
    if !["text", "jsonl"].contains(&format) {
        return Err(format!("--format {format}: text or jsonl").into());
    }
    let mut out = io::stdout().lock();
    for (letter, file) in ('a'..='z').cycle().zip(files) {
        let text = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
        let name = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
        let (source, found) = if file.ends_with(".conllu") {
            (name.to_string(), claims_of_conllu(&name, &text)?)
        } else {
            let document = Document::from_plain(&name, &text)?;
            (document.source.to_string(), claims(&document))
        };
        if format == "text" {
            writeln!(out, "{source}")?;
        }
        for claim in found {
            let (holder, stance) = (claim.holder().name(), claim.stance());
            if format == "jsonl" {
                let line = json!({
                    "document": letter, "quote": claim.quote.text, "holder": holder, "stance": stance,
                    "factuality": claim.voice().factuality, "statement": claim.statement,
                });
                writeln!(out, "{line}")?;
            } else {
                writeln!(
                    out,
                    "  {:<8} {holder:<22} “{}”",
                    stance.as_str(),
                    claim.quote.text
                )?;
                // The same standing alone, and what was taken to mean what for it.
                writeln!(out, "  {:31} {}", "", claim.statement)?;
                for resolved in claim.resolved() {
                    writeln!(out, "  {:31} “{}” is {}", "", resolved.words, resolved.meaning)?;
                }
            }
        }
    }
    Ok(())
}
