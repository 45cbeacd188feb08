//! Pairs of texts with a label: accuracy, and precision and recall for each relation, of three systems.

use crosscheck::{Comparer, Direction, Reader, Relation};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::overlap;

#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
    label: String,
}

const LABELS: [&str; 3] = ["agree", "conflict", "neutral"];

/// Prints a line for each system.
pub(crate) fn run(text: &str, directed: bool) -> Result<(), Box<dyn std::error::Error>> {
    let mut pairs: Vec<Pair> = Vec::new();
    for (i, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        pairs.push(serde_json::from_str(line).map_err(|e| format!("line {}: {e}", i + 1))?);
    }
    let by = |reader: Reader| {
        let comparer = Comparer::builder().reader(reader).build()?;
        let said = pairs.iter().map(|p| {
            let found = comparer.relate_texts(&p.a, &p.b)?;
            let entails = matches!(found.direction, Some(Direction::Same | Direction::ARefinesB));
            Ok(match found.relation {
                Relation::Agree if directed && !entails => "neutral",
                relation => relation.as_str(),
            })
        });
        said.collect::<Result<Vec<_>, crosscheck::Error>>()
    };
    print(&pairs, "shipped", &by(Reader::Trained)?);
    print(
        &pairs,
        "overlap",
        &pairs
            .iter()
            .map(|p| overlap::relation(&p.a, &p.b))
            .collect::<Vec<_>>(),
    );
    print(&pairs, "flat", &by(Reader::Flat)?);
    Ok(())
}

fn print(pairs: &[Pair], system: &str, said: &[&str]) {
    let mut line = Map::new();
    let share = |n: usize, of: usize| {
        if of == 0 {
            Value::Null
        } else {
            json!(n as f64 / of as f64)
        }
    };
    let right = pairs.iter().zip(said).filter(|(p, s)| p.label == **s).count();
    line.insert("system".into(), json!(system));
    line.insert("pairs".into(), json!(pairs.len()));
    line.insert("accuracy".into(), share(right, pairs.len()));
    for label in LABELS {
        let hits = pairs
            .iter()
            .zip(said)
            .filter(|(p, s)| p.label == label && **s == label)
            .count();
        let (of_said, of_gold) = (
            said.iter().filter(|s| **s == label).count(),
            pairs.iter().filter(|p| p.label == label).count(),
        );
        line.insert(format!("{label}_precision"), share(hits, of_said));
        line.insert(format!("{label}_recall"), share(hits, of_gold));
    }
    println!("{}", Value::Object(line));
}
