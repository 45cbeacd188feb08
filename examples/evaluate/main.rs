//! Measures crosscheck: `cargo run --release --example evaluate -- TASK FILE` (`-` is standard input); see [`USAGE`].
//!
//! Each line that it prints is a JSON object, one for each system; the figures lie between 0 and 1, but for those of
//! `factuality`: a correlation from −1 to 1, and an error on a scale from −3 to 3. `shipped` is the library,
//! `flat` is the library with every word's head set to its left neighbour, `overlap` compares words and looks for negations.
//! `seconds` of `stories` is a time. `--directed` counts an agreement only when the first text entails the second.

mod attribution;
mod candidates;
mod confidence;
mod factuality;
mod negation;
mod overlap;
mod pairs;
mod parse;
mod stance;
mod unrelated;

use std::error::Error;
use std::io::Read;

/// The tasks and what they take, a line each.
const USAGE: &str = "usage: evaluate TASK
  parse FILE.conllu
  pairs FILE.jsonl [--directed]
  attribution FILE.jsonl
  factuality FILE.jsonl
  negation FILE.jsonl
  stance FILE.jsonl [--bodies FILE.jsonl]
  unrelated FILE.jsonl --bodies FILE.jsonl
  confidence FILE.jsonl
  candidates FILE.jsonl
  stories NUMBER";

fn main() -> Result<(), Box<dyn Error>> {
    let (mut flags, mut arguments, mut bodies) = (Vec::new(), Vec::new(), None);
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        if word == "--bodies" {
            bodies = Some(std::fs::read_to_string(words.next().ok_or(USAGE)?)?);
        } else if word.starts_with("--") {
            flags.push(word);
        } else {
            arguments.push(word);
        }
    }
    let [task, path] = arguments.as_slice() else {
        return Err(USAGE.into());
    };
    if let Some(flag) = flags.iter().find(|f| *f != "--directed") {
        return Err(format!("unknown flag \"{flag}\"").into());
    }
    if task == "stories" {
        return candidates::run_made_up(path);
    }
    let mut input = String::new();
    if path == "-" {
        std::io::stdin().read_to_string(&mut input)?;
    } else {
        input = std::fs::read_to_string(path)?;
    }
    match task.as_str() {
        "parse" => parse::run(&input)?,
        "attribution" => attribution::run(&input)?,
        "pairs" => pairs::run(&input, !flags.is_empty())?,
        "stance" => stance::run(&input, bodies.as_deref())?,
        "unrelated" => unrelated::run(&input, bodies.as_deref())?,
        "factuality" => factuality::run(&input)?,
        "confidence" => confidence::run(&input)?,
        "candidates" => candidates::run(&input)?,
        "negation" => negation::run(&input)?,
        other => return Err(format!("unknown task \"{other}\"").into()),
    }
    Ok(())
}
