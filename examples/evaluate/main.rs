//! Measures crosscheck: `cargo run --release --example evaluate -- parse FILE.conllu` (`-` is standard input).
//!
//! Each line that it prints is a JSON object; the figures lie between 0 and 1.

mod parse;

use std::error::Error;
use std::io::Read;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [task, path] = arguments.as_slice() else {
        return Err("usage: evaluate parse FILE.conllu".into());
    };
    let mut input = String::new();
    if path == "-" {
        std::io::stdin().read_to_string(&mut input)?;
    } else {
        input = std::fs::read_to_string(path)?;
    }
    match task.as_str() {
        "parse" => parse::run(&input)?,
        other => return Err(format!("unknown task \"{other}\"").into()),
    }
    Ok(())
}
