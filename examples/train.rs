//! Trains the embedded model: `cargo run --release --features train --example train -- TRAIN.conllu… --out src/model/data/en.bin`.
//!
//! `--irregular n=FILE` adds a list of irregular forms ("form lemma" a line) of nouns (n), verbs (v) or adjectives (a).

use std::error::Error;
use std::process::ExitCode;

use crosscheck::model::train::{Settings, train};
use crosscheck::text::{conllu, simple};

mod shell;

use shell::File;

/// Made sentences that are learnt from beside the treebanks'.
const SIMPLE: usize = 2500;

fn main() -> ExitCode {
    shell::run(trained)
}

fn trained() -> Result<(), Box<dyn Error>> {
    let mut arguments = shell::words();
    let (mut out, mut documents, mut irregular) = (None, Vec::new(), Vec::new());
    let mut settings = Settings::default();
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--out" => out = Some(value()?),
            "--rounds" => settings.rounds = shell::value(&argument, &value()?)?,
            "--width" => settings.sizes[0] = shell::value(&argument, &value()?)?,
            "--levels" => settings.levels = shell::value(&argument, &value()?)?,
            "--leave-out" => settings.leave_out = shell::value(&argument, &value()?)?,
            "--forget" => settings.forget = shell::value(&argument, &value()?)?,
            "--irregular" => {
                let value = value()?;
                let (class, path) = value.split_once('=').ok_or("--irregular n=FILE")?;
                let class = class.chars().next().unwrap_or('n');
                let file = File::read(path)?;
                irregular.extend(file.text.lines().map(|l| (class, l.to_owned())));
            }
            path => {
                let file = File::read(path)?;
                documents.extend(conllu::read(&file.text).map_err(|e| file.wrong(e))?);
            }
        }
    }
    let out = out.ok_or("--out FILE is missing")?;
    if documents.is_empty() {
        return Err("no treebank is given".into());
    }
    documents.push(simple::sentences(&documents, &irregular, SIMPLE));
    let bytes = train(&documents, &irregular, &settings, &mut |line| eprintln!("{line}"));
    eprintln!("{} bytes", bytes.len());
    std::fs::write(out, bytes)?;
    Ok(())
}
