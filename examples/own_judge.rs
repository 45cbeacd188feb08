//! Learn to put a judge of your own behind the same reading and alignment: here one that wants two sober voices.

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;

use crosscheck::{Comparer, Document, Judge, Judgement, Kind, Natural, Pair, RuleJudge, Step, fold};

mod shell;

/// Judges as the rules do, but lets nobody be contradicted who only thinks a thing likely.
struct Sober;

impl Judge for Sober {
    fn judge(&self, pair: &Pair<'_>) -> Result<Judgement, crosscheck::Error> {
        let judgement = RuleJudge.judge(pair)?;
        let sure = [&judgement.voice_a, &judgement.voice_b]
            .iter()
            .all(|voice| voice.factuality.value().is_some_and(|v| v.abs() == 3));
        if sure {
            return Ok(judgement);
        }
        // A judgement is computed from its steps, so another outcome takes another step: a gate that fails.
        let mut steps = judgement.steps;
        steps.push(Step {
            kind: Some(Kind::BothPossible),
            gate: true,
            ..Step::new("sober", Natural::Independence, 1000, "one side is not certain")
        });
        Ok(fold(steps, judgement.voice_a, judgement.voice_b))
    }
}

fn main() -> ExitCode {
    shell::run(judged)
}

fn judged() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    let documents = [
        Document::new(
            "Herald",
            "The border is closed. The firm will probably close the mill.",
        ),
        Document::new("Tribune", "The border is open. The firm will not close the mill."),
    ];
    for (name, comparer) in [
        ("rules", Comparer::default()),
        ("sober", Comparer::builder().judge(Sober).build()?),
    ] {
        let report = comparer.compare(&documents)?;
        writeln!(
            out,
            "{name}: {} strict, {} tense",
            report.conflicts().count(),
            report.tensions().count()
        )?;
    }
    Ok(())
}
