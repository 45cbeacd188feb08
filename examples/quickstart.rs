//! Learn to compare two texts and print where they agree and where they conflict.

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use crosscheck::{Document, compare};

mod shell;

fn main() -> ExitCode {
    shell::run(compared)
}

fn compared() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    let herald = Document::new(
        "Herald",
        "Tollard Bridge is closed, mayor Ruth Okafor said on Tuesday. Nine people were killed in the flood on Monday.",
    );
    let tribune = Document::new(
        "Tribune",
        "Tollard Bridge is open. Eleven people were killed in the flood on Monday, and the army rescued 31.",
    );
    let report = compare(&[herald, tribune])?;

    writeln!(out, "Strict conflicts: {}\n", report.conflicts().count())?;
    for link in report.conflicts() {
        // A link names its claims by id; the report knows them.
        for id in [&link.a, &link.b] {
            if let Some(claim) = report.claim(id) {
                writeln!(
                    out,
                    "  {:<10} {:<8} “{}”",
                    claim.document,
                    claim.voice().holder.name(),
                    claim.quote.text
                )?;
            }
        }
        writeln!(out, "  {}\n", link.judgement.kind.as_str())?;
    }
    write!(out, "{}", report.text())?;
    Ok(())
}
