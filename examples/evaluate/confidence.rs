//! How sure the library is against how often it is right, on pairs of texts with a label.
//!
//! Counted are the pairs that are called an agreement (the first text entailing the second) or a conflict. `brier` is the mean
//! square of the distance between confidence and outcome, `base_rate` what it would be if every pair had the share that is
//! right as its confidence; `sure` counts the pairs said with at least .8.

use std::error::Error;

use crate::shell::{File, say};
use crosscheck::{Comparer, Direction, Reader, Relation};
use serde::Deserialize;
use serde_json::json;

use crate::overlap;

#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
    label: String,
}

/// Prints a line for each system.
pub(crate) fn run(file: &File) -> Result<(), Box<dyn Error>> {
    let pairs: Vec<Pair> = file.rows()?;
    let by = |reader: Reader| {
        let comparer = Comparer::builder().reader(reader).build()?;
        let said = pairs.iter().map(|p| {
            let found = comparer.relate_texts(&p.a, &p.b)?;
            let entails = matches!(found.direction, Some(Direction::Same | Direction::ARefinesB));
            let said = found.relation == Relation::Conflict || found.relation == Relation::Agree && entails;
            let confidence = f64::from(found.confidence) / 1000.0;
            Ok(said.then_some((confidence, found.relation.as_str() == p.label)))
        });
        said.collect::<Result<Vec<_>, crosscheck::Error>>()
    };
    print("shipped", &by(Reader::Trained)?)?;
    let overlap = pairs.iter().map(|p| {
        let said = overlap::relation(&p.a, &p.b);
        (said != "neutral").then(|| (overlap::share(&p.a, &p.b), said == p.label))
    });
    print("overlap", &overlap.collect::<Vec<_>>())?;
    print("flat", &by(Reader::Flat)?)?;
    Ok(())
}

fn print(system: &str, said: &[Option<(f64, bool)>]) -> std::io::Result<()> {
    let said: Vec<(f64, bool)> = said.iter().copied().flatten().collect();
    let count = said.len().max(1) as f64;
    let right = said.iter().filter(|s| s.1).count() as f64 / count;
    let brier = said
        .iter()
        .map(|&(p, right)| (p - f64::from(u8::from(right))).powi(2))
        .sum::<f64>()
        / count;
    let sure: Vec<bool> = said.iter().filter(|s| s.0 >= 0.8).map(|s| s.1).collect();
    let sure_right = sure.iter().filter(|r| **r).count();
    say(json!({
        "system": system,
        "said": said.len(),
        "right": right,
        "brier": brier,
        "base_rate": right * (1.0 - right),
        "sure": sure.len(),
        "sure_right": sure_right as f64 / sure.len().max(1) as f64,
    }))
}
