//! Learn to list the claims of texts: what each says, in whose voice, and what the author does with it.
//!
//! `cargo run --example who_says_what -- [--format text|jsonl] FILE...`: plain text, JSON Lines in a file `*.jsonl`, or trees
//! of another parser in a file `*.conllu`.

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use crosscheck::{Claim, claims, claims_of_conllu};
use serde_json::json;

mod shell;

const USAGE: &str = "who_says_what [--format text|jsonl] FILE...";

fn main() -> ExitCode {
    shell::run(print)
}

fn print() -> Result<(), Box<dyn Error>> {
    let (format, files) = shell::arguments(USAGE, &["text", "jsonl"])?;
    let mut out = io::stdout().lock();
    let mut told: Vec<(String, Vec<Claim>)> = Vec::new();
    for file in files {
        let file = shell::File::read(file)?;
        if file.ends_with("conllu") {
            let found = claims_of_conllu(&file.stem(), &file.text).map_err(|e| file.wrong(e))?;
            told.push((file.stem(), found));
        } else {
            let documents = file.documents()?;
            told.extend(documents.iter().map(|d| (d.source.to_string(), claims(d))));
        }
    }
    for (letter, (source, found)) in ('a'..='z').cycle().zip(told) {
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
