//! Learn to walk the steps behind a judgement and to quote the words that each rests on.

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use crosscheck::{Document, Words, compare};

mod shell;

fn main() -> ExitCode {
    shell::run(explain)
}

fn explain() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    let report = compare(&[
        Document::new(
            "Herald",
            "The museum in Hexley opened on 3 May 2019. Tollard Bridge is closed. Russia and the DPRK are allies.",
        ),
        Document::new(
            "Tribune",
            "The museum in Hexley opened in May 2019. Tollard Bridge is open. Russia is not an ally of North Korea.",
        ),
    ])?;
    for link in report.links() {
        let judgement = &link.judgement;
        writeln!(
            out,
            "{} ({}), {:.1}%",
            judgement.relation.as_str(),
            judgement.kind.as_str(),
            f64::from(judgement.confidence) / 10.0
        )?;
        for (voice, id) in [(&judgement.voice_a, &link.a), (&judgement.voice_b, &link.b)] {
            let Some(claim) = report.claim(id) else { continue };
            let (who, how) = (voice.holder.name(), voice.factuality.code());
            writeln!(out, "  {}, {who} {how}: “{}”", voice.document, claim.quote.text)?;
            // Spans count bytes of the document, so the words can be found again.
            let found = report
                .document(&claim.document)
                .and_then(|d| d.quote(claim.quote.span));
            assert_eq!(found, Some(claim.quote.text.as_str()));
        }
        for step in &judgement.steps {
            let sign = step.relation.sign();
            writeln!(
                out,
                "  {sign} {:<12} [{}] [{}] {}",
                step.rule,
                quoted(&step.a),
                quoted(&step.b),
                step.note
            )?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn quoted(words: &[Words]) -> String {
    let texts: Vec<&str> = words.iter().map(|w| w.text.as_str()).collect();
    texts.join(" … ")
}
