//! Makes the embedded word knowledge of `src/lexicon/data` from its raw sources.
//!
//! `cargo run --release --features train --example make_lexicon -- LEXICON_DIR [OUT_DIR]`
//!
//! `LEXICON_DIR` holds the raw files that `src/lexicon/data/README.md` names; `OUT_DIR` is `src/lexicon/data`
//! where none is given. The same input gives the same bytes.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

mod derive;
mod encode;
mod entities;
mod frames;
#[path = "../shell/mod.rs"]
mod shell;
mod wordnet;

use shell::say;

fn main() -> ExitCode {
    shell::run(made)
}

fn made() -> Result<(), Box<dyn Error>> {
    let mut args = shell::words();
    let raw = args.next().ok_or("usage: make_lexicon LEXICON_DIR [OUT_DIR]")?;
    let out = args.next().unwrap_or_else(|| "src/lexicon/data".to_owned());
    let (raw, out) = (Path::new(&raw), Path::new(&out));

    let net = wordnet::Net::read(raw)?;
    let bytes = encode::encode(&net);
    let (lemmas, synsets) = (net.lemmas.len(), net.synsets.len());
    say(format!(
        "wordnet.bin: {lemmas} lemmas, {synsets} synsets, {} bytes",
        bytes.len()
    ))?;
    fs::write(out.join("wordnet.bin"), bytes)?;
    for (name, text) in entities::tables(raw, out)? {
        write(out, name, &text)?;
    }
    write(out, "frames.txt", &frames::table(raw)?)
}

fn write(out: &Path, name: &str, text: &str) -> Result<(), Box<dyn Error>> {
    say(format!(
        "{name}: {} lines, {} bytes",
        text.lines().count(),
        text.len()
    ))?;
    Ok(fs::write(out.join(name), text)?)
}
