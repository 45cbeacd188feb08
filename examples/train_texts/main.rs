//! Fits the weights with which texts are compared word for word:
//! `cargo run --release --features train --example train_texts -- --captions FILE --claims FILE… --without FILE --out src/cover/data/weights.txt`.
//!
//! `--captions` is SNLI, of which one half is learnt from; `--held FILE` writes the other half. `--claims` are claims with their
//! evidence, which support or refute; what they lack, claims that the evidence leaves open, is made. `--without` names a file
//! of pairs of which no claim and no sentence of evidence may be learnt from. The same input gives the same bytes.

use std::error::Error;
use std::fs;
use std::process::ExitCode;

mod made;
mod pairs;
#[path = "../shell/mod.rs"]
mod shell;

use crosscheck::Comparer;
use crosscheck::cover::fit::{Column, Lesson, calibrate, fit, likely, place, table};

use pairs::{Pair, Set};

/// How often texts are taken to agree, to conflict and to do neither: of news, in which conflicts are rare.
const PRIOR: [(&str, f64); 3] = [("agree", 0.4), ("conflict", 0.1), ("neutral", 0.5)];

/// How far weights are kept small.
const RIDGE: f64 = 0.1;
const RIDGE_OF_LEAN: f64 = 0.03;

/// A pair of a set as it was seen.
struct Seen {
    set: usize,
    label: &'static str,
    weight: f64,
    made: bool,
    /// The values, and whether weights decide; nothing where claims do.
    values: Option<(Vec<i32>, bool)>,
}

fn main() -> ExitCode {
    shell::run(fitted)
}

fn fitted() -> Result<(), Box<dyn Error>> {
    let mut arguments = shell::words();
    let read = |path: String| shell::File::read(path)?.rows::<Pair>();
    let (mut captions, mut claims, mut without, mut out, mut held) =
        (None, Vec::new(), Vec::new(), None, None);
    while let Some(argument) = arguments.next() {
        let value = arguments.next().ok_or(format!("{argument} needs a value"))?;
        match argument.as_str() {
            "--captions" => captions = Some(read(value)?),
            "--claims" => claims.push(read(value)?),
            "--without" => without.extend(read(value)?),
            "--out" => out = Some(value),
            "--held" => held = Some(value),
            other => return Err(format!("unknown flag \"{other}\"").into()),
        }
    }
    let out = out.ok_or("--out FILE is missing")?;
    let (learnt, left): (Vec<Pair>, Vec<Pair>) = captions
        .ok_or("--captions FILE is missing")?
        .into_iter()
        .partition(|p| pairs::hash(&p.a).is_multiple_of(2));
    if let Some(path) = held {
        fs::write(path, pairs::write(&left)?)?;
    }
    let mut sets = vec![made::captions(learnt)];
    sets.extend(
        claims
            .into_iter()
            .map(|c| made::claims(pairs::without(c, &without))),
    );
    let seen = look(&sets)?;
    let agree = |left_out: Option<usize>| fit(&lessons(&seen, left_out), Column::Agree, RIDGE);
    // How sure to be is read off sets that were left out: the next text is of a kind that was not learnt from, too.
    let mut said = Vec::new();
    for set in 0..sets.len() {
        let weights = agree(Some(set));
        let of_set = seen.iter().filter(|s| s.set == set);
        for (values, s) in of_set.filter_map(|s| Some((s.values.as_ref().filter(|v| v.1)?, s))) {
            let p = likely(&weights, &values.0);
            if p >= 0.5 {
                said.push((p, s.label == "agree", s.weight));
            }
        }
    }
    let sure = calibrate(&said);
    eprintln!("said of sets left out: {}, slope and offset {sure:?}", said.len());
    let lean: Vec<Lesson> = seen
        .iter()
        .filter(|s| s.set > 0 && s.label != "neutral")
        .filter_map(|s| {
            let share = PRIOR.iter().find(|p| p.0 == s.label)?.1;
            Some(lesson(s.values.as_ref()?.0.clone(), s, s.weight / share))
        })
        .collect();
    let table = table(&agree(None), &fit(&lean, Column::Lean, RIDGE_OF_LEAN), sure);
    fs::write(out, table)?;
    Ok(())
}

/// Reads all pairs. Each set counts as its mass, each label in it as the prior says, and each kind of made pair as its share.
fn look(sets: &[Set]) -> Result<Vec<Seen>, Box<dyn Error>> {
    let comparer = Comparer::default();
    let mut seen = Vec::new();
    for (i, set) in sets.iter().enumerate() {
        // The claims of fewer articles count half.
        let mass = if i > 1 { 0.5 } else { 1.0 };
        for (label, prior) in PRIOR {
            for (pairs, share) in &set.parts {
                let of_label: Vec<&Pair> = pairs.iter().filter(|p| p.label == label).collect();
                let share = if label == "neutral" { *share } else { 1.0 };
                eprintln!("set {i}: {} {label}", of_label.len());
                for pair in &of_label {
                    seen.push(Seen {
                        set: i,
                        label,
                        weight: mass * prior * share / of_label.len() as f64,
                        made: i > 0,
                        values: comparer.observe(&pair.a, &pair.b)?,
                    });
                }
            }
        }
    }
    Ok(seen)
}

/// What agreement is learnt from: the pairs that weights decide.
fn lessons(seen: &[Seen], left_out: Option<usize>) -> Vec<Lesson> {
    seen.iter()
        .filter(|s| Some(s.set) != left_out)
        .filter_map(|s| {
            let (values, decides) = s.values.as_ref()?;
            let mut values = values.clone();
            if s.made {
                // Evidence that was found for another claim has a length of its own, from which nothing is to be learnt.
                for name in ["peer_lack", "peer_unsaid"] {
                    if let Some(value) = place(name).and_then(|p| values.get_mut(p)) {
                        *value = 0;
                    }
                }
            }
            decides.then(|| lesson(values, s, s.weight))
        })
        .collect()
}

fn lesson(values: Vec<i32>, seen: &Seen, weight: f64) -> Lesson {
    Lesson {
        values,
        agrees: seen.label == "agree",
        weight,
    }
}
