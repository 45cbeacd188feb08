//! Learn to check a draft against its sources: what they support, what they contradict, what they do not say.
//!
//! `cargo run --example check -- [--format text|jsonl] DRAFT SOURCE...`

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use crosscheck::{CheckedClaim, Testimony, check};

mod shell;

const USAGE: &str = "check [--format text|jsonl] DRAFT SOURCE...";

fn main() -> ExitCode {
    shell::run(checked)
}

fn checked() -> Result<(), Box<dyn Error>> {
    let (format, files) = shell::arguments(USAGE, &["text", "jsonl"])?;
    let mut documents = Vec::new();
    for file in files {
        documents.extend(shell::File::read(file)?.documents()?);
    }
    let Some((draft, sources @ [_, ..])) = documents.split_first() else {
        return Err(format!("there is no source to check the draft against; usage: {USAGE}").into());
    };
    let checked = check(draft, sources)?;
    let mut out = io::stdout().lock();
    for claim in &checked.claims {
        if format == "text" {
            print(&mut out, claim)?;
        } else {
            writeln!(out, "{}", serde_json::to_string(claim)?)?;
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
