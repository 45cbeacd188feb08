//! Trains the embedded model: `cargo run --release --features train --example train -- TRAIN.conllu… --out src/model/data/en.bin`.
//!
//! `--irregular n=FILE` adds a list of irregular forms ("form lemma" a line) of nouns (n), verbs (v) or adjectives (a).

use std::error::Error;

use crosscheck::model::train::{Settings, train};
use crosscheck::text::{conllu, simple};

/// Made sentences that are learnt from beside the treebanks'.
const SIMPLE: usize = 2500;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (mut out, mut documents, mut irregular) = (None, Vec::new(), Vec::new());
    let mut settings = Settings::default();
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--out" => out = Some(value()?),
            "--rounds" => settings.rounds = value()?.parse()?,
            "--width" => settings.sizes[0] = value()?.parse()?,
            "--levels" => settings.levels = value()?.parse()?,
            "--leave-out" => settings.leave_out = value()?.parse()?,
            "--forget" => settings.forget = value()?.parse()?,
            "--irregular" => {
                let value = value()?;
                let (class, path) = value.split_once('=').ok_or("--irregular n=FILE")?;
                let class = class.chars().next().unwrap_or('n');
                irregular.extend(
                    std::fs::read_to_string(path)?
                        .lines()
                        .map(|l| (class, l.to_owned())),
                );
            }
            path => documents.extend(conllu::read(&std::fs::read_to_string(path)?)?),
        }
    }
    documents.push(simple::sentences(&documents, &irregular, SIMPLE));
    let bytes = train(&documents, &irregular, &settings, &mut |line| eprintln!("{line}"));
    eprintln!("{} bytes", bytes.len());
    std::fs::write(out.ok_or("--out FILE is missing")?, bytes)?;
    Ok(())
}
