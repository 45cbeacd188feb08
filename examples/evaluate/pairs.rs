//! Pairs of texts with a label: accuracy, and precision and recall for each relation, of three systems.
//!
//! Where only two labels occur, `forced_choice` is the share that is right when one of the two must be chosen. Where the
//! rows name sections, the accuracy of each is given, and that of the rows with a single premise apart.

use std::collections::BTreeMap;

use crate::shell::{File, say};
use crosscheck::{Comparer, Direction, Reader, Relation};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::overlap;

#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
    label: String,
    #[serde(default)]
    premises: Vec<String>,
    section_name: Option<String>,
}

/// What a system says of a pair: the relation, and which way it leans, above 0 towards agreement.
type Said = (&'static str, i32);

const LABELS: [&str; 3] = ["agree", "conflict", "neutral"];

/// Prints a line for each system.
pub(crate) fn run(file: &File, directed: bool) -> Result<(), Box<dyn std::error::Error>> {
    let pairs: Vec<Pair> = file.rows()?;
    let by = |reader: Reader| {
        let comparer = Comparer::builder().reader(reader).build()?;
        let said = pairs.iter().map(|p| {
            let found = comparer.relate_texts(&p.a, &p.b)?;
            let entails = matches!(found.direction, Some(Direction::Same | Direction::ARefinesB));
            let relation = match found.relation {
                Relation::Agree if directed && !entails => "neutral",
                relation => relation.as_str(),
            };
            Ok((relation, i32::from(found.lean)))
        });
        said.collect::<Result<Vec<_>, crosscheck::Error>>()
    };
    print(&pairs, "shipped", &by(Reader::Trained)?)?;
    print(
        &pairs,
        "overlap",
        &pairs
            .iter()
            .map(|p| (overlap::relation(&p.a, &p.b), overlap::lean(&p.a, &p.b)))
            .collect::<Vec<_>>(),
    )?;
    print(&pairs, "flat", &by(Reader::Flat)?)?;
    Ok(())
}

fn print(pairs: &[Pair], system: &str, said: &[Said]) -> std::io::Result<()> {
    let mut line = Map::new();
    let share = |n: usize, of: usize| {
        if of == 0 {
            Value::Null
        } else {
            json!(n as f64 / of as f64)
        }
    };
    let right = pairs.iter().zip(said).filter(|(p, s)| p.label == s.0).count();
    line.insert("system".into(), json!(system));
    line.insert("pairs".into(), json!(pairs.len()));
    line.insert("accuracy".into(), share(right, pairs.len()));
    for label in LABELS {
        let hits = pairs
            .iter()
            .zip(said)
            .filter(|(p, s)| p.label == label && s.0 == label)
            .count();
        let (of_said, of_gold) = (
            said.iter().filter(|s| s.0 == label).count(),
            pairs.iter().filter(|p| p.label == label).count(),
        );
        line.insert(format!("{label}_precision"), share(hits, of_said));
        line.insert(format!("{label}_recall"), share(hits, of_gold));
    }
    let occurring: Vec<&str> = LABELS
        .into_iter()
        .filter(|l| pairs.iter().any(|p| p.label == *l))
        .collect();
    if let ["agree", other] = occurring.as_slice() {
        let right = pairs.iter().zip(said).filter(|(p, s)| {
            let chosen = if s.1 >= 0 { "agree" } else { other };
            p.label == chosen
        });
        line.insert("forced_choice".into(), share(right.count(), pairs.len()));
    }
    let mut sections: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (pair, said) in pairs.iter().zip(said).filter(|(p, _)| p.premises.len() == 1) {
        for name in ["single premise"].into_iter().chain(pair.section_name.as_deref()) {
            let (right, all) = sections.entry(name).or_default();
            *right += usize::from(pair.label == said.0);
            *all += 1;
        }
    }
    for (name, (right, all)) in sections {
        line.insert(name.into(), share(right, all));
    }
    say(Value::Object(line))
}
