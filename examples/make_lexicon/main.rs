//! Makes the embedded word knowledge of `src/lexicon/data` from its raw sources.
//!
//! `cargo run --release --features train --example make_lexicon -- LEXICON_DIR [OUT_DIR]`
//!
//! `LEXICON_DIR` holds the raw files that `src/lexicon/data/README.md` names; `OUT_DIR` is `src/lexicon/data`
//! where none is given. The same input gives the same bytes.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

mod derive;
mod encode;
mod entities;
mod frames;
mod wordnet;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let raw = args.next().ok_or("usage: make_lexicon LEXICON_DIR [OUT_DIR]")?;
    let out = args.next().unwrap_or_else(|| "src/lexicon/data".to_owned());
    let (raw, out) = (Path::new(&raw), Path::new(&out));

    let net = wordnet::Net::read(raw)?;
    let bytes = encode::encode(&net);
    println!(
        "wordnet.bin: {} lemmas, {} synsets, {} bytes",
        net.lemmas.len(),
        net.synsets.len(),
        bytes.len()
    );
    fs::write(out.join("wordnet.bin"), bytes)?;
    for (name, text) in entities::tables(raw, out)? {
        println!("{name}: {} lines, {} bytes", text.lines().count(), text.len());
        fs::write(out.join(name), text)?;
    }
    let text = frames::table(raw)?;
    println!("frames.txt: {} lines, {} bytes", text.lines().count(), text.len());
    fs::write(out.join("frames.txt"), text)?;
    Ok(())
}
