//! Learn to compare two texts and print where they agree and where they conflict.

use crosscheck::{Document, compare};

fn main() -> Result<(), crosscheck::Error> {
    let herald = Document::new(
        "Herald",
        "Tollard Bridge is closed, mayor Ruth Okafor said on Tuesday. Nine people were killed in the flood on Monday.",
    );
    let tribune = Document::new(
        "Tribune",
        "Tollard Bridge is open. Eleven people were killed in the flood on Monday, and the army rescued 31.",
    );
    let report = compare(&[herald, tribune])?;

    println!("Strict conflicts: {}\n", report.conflicts().count());
    for link in report.conflicts() {
        // A link names its claims by id; the report knows them.
        for id in [&link.a, &link.b] {
            if let Some(claim) = report.claim(id) {
                println!(
                    "  {:<10} {:<8} “{}”",
                    claim.document,
                    claim.voice().holder.name(),
                    claim.quote.text
                );
            }
        }
        println!("  {}\n", link.judgement.kind.as_str());
    }
    print!("{}", report.text());
    Ok(())
}
