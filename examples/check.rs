//! Learn to check a draft against its sources: what they support, what they contradict, what they do not say.
//!
//! `cargo run --example check -- [--format text|jsonl] DRAFT SOURCE...`

use std::error::Error;
use std::io::{self, Write};
use std::path::Path;

use crosscheck::{CheckedClaim, Document, Testimony, check};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (format, files) = match arguments.as_slice() {
        [flag, format, files @ ..] if flag == "--format" => (format.as_str(), files),
        files => ("text", files),
    };
    let mut documents = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
        let name = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
        documents.push(Document::from_plain(&name, &text)?);
    }
    let (draft, sources) = documents.split_first().ok_or("usage: check DRAFT SOURCE...")?;
    let checked = check(draft, sources)?;
    let mut out = io::stdout().lock();
    for claim in &checked.claims {
        match format {
            "text" => print(&mut out, claim)?,
            "jsonl" => writeln!(out, "{}", serde_json::to_string(claim)?)?,
            other => return Err(format!("--format {other}: text or jsonl").into()),
        }
    }
    for sentence in checked.unread.iter().filter(|_| format == "text") {
        writeln!(out, "not checked      “{}”", sentence.words.text)?;
    }
    Ok(())
}

fn print(out: &mut impl Write, checked: &CheckedClaim) -> io::Result<()> {
    writeln!(
        out,
        "{:<16} “{}”",
        checked.verdict.as_str(),
        checked.claim.quote.text
    )?;
    for (side, testimonies) in [("for", &checked.support), ("against", &checked.against)] {
        for Testimony {
            source,
            claim,
            judgement,
            ..
        } in testimonies
        {
            let (holder, kind) = (judgement.voice_b.holder.name(), judgement.kind.as_str());
            writeln!(
                out,
                "    {side} ({kind}): {source}, {holder}: “{}”",
                claim.quote.text
            )?;
        }
    }
    Ok(())
}
