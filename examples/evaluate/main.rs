//! Measures crosscheck: `cargo run --release --example evaluate -- parse FILE.conllu`, `… -- pairs FILE.jsonl`,
//! `… -- attribution FILE.jsonl` (`-` is standard input).
//!
//! Each line that it prints is a JSON object, one for each system; the figures lie between 0 and 1. `shipped` is the library,
//! `flat` is the library with every word's head set to its left neighbour, `overlap` compares words and looks for negations.
//! `--directed` counts an agreement only when the first text entails the second.

mod attribution;
mod overlap;
mod pairs;
mod parse;

use std::error::Error;
use std::io::Read;

fn main() -> Result<(), Box<dyn Error>> {
    let (flags, arguments): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|a| a.starts_with("--"));
    let [task, path] = arguments.as_slice() else {
        return Err(
            "usage: evaluate (parse FILE.conllu | pairs FILE.jsonl [--directed] | attribution FILE.jsonl)"
                .into(),
        );
    };
    if let Some(flag) = flags.iter().find(|f| *f != "--directed") {
        return Err(format!("unknown flag \"{flag}\"").into());
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
        other => return Err(format!("unknown task \"{other}\"").into()),
    }
    Ok(())
}
