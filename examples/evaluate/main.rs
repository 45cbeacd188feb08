//! Measures crosscheck, one JSON object a line: `shipped`, the baseline `overlap`, which compares words, and `flat`, with
//! every word's head its left neighbour. Errors are of 6; other figures but correlations, counts and seconds lie in 0 to 1.

#[cfg_attr(not(feature = "ablate"), path = "no_ablation.rs")]
mod ablation;
mod attribution;
mod candidates;
mod confidence;
mod factuality;
mod links;
mod negation;
mod overlap;
mod pairs;
mod parse;
#[path = "../shell/mod.rs"]
mod shell;
mod stance;
mod systems;
mod unrelated;

use std::error::Error;
use std::num::NonZeroUsize;
use std::process::ExitCode;

use shell::File;

/// The tasks and what they take; `--directed` counts an agreement only when the first text entails the second. A build with the
/// feature `ablate` runs any of them `--without` a part, or, after the word `ablation`, without each part in turn.
const USAGE: &str =
    "usage: evaluate parse FILE.conllu | pairs FILE.jsonl [--directed] | confidence FILE.jsonl
  attribution FILE.jsonl | factuality FILE.jsonl | negation FILE.jsonl | candidates FILE.jsonl
  links FILE.jsonl | stance FILE.jsonl [--bodies FILE.jsonl] | unrelated FILE.jsonl --bodies FILE.jsonl
  stories NUMBER [--threads NUMBER]
with the feature `ablate`: TASK --without PART | ablation TASK";

fn main() -> ExitCode {
    shell::run(task)
}

fn task() -> Result<(), Box<dyn Error>> {
    let (mut flags, mut arguments, mut bodies) = (Vec::new(), Vec::new(), None);
    let mut threads = NonZeroUsize::MIN;
    let mut words = shell::words().peekable();
    if words.next_if(|word| word == "ablation").is_some() {
        return ablation::run(&words.collect::<Vec<_>>());
    }
    while let Some(word) = words.next() {
        if word == "--bodies" {
            bodies = Some(File::read(words.next().ok_or(USAGE)?)?);
        } else if word == "--threads" {
            threads = shell::value(&word, &words.next().ok_or(USAGE)?)?;
        } else if word == "--without" {
            ablation::without(&words.next().ok_or(USAGE)?)?;
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
        return Err(format!("unknown flag {flag}\n{USAGE}").into());
    }
    let input = || File::read(path);
    match task.as_str() {
        "parse" => parse::run(&input()?)?,
        "attribution" => attribution::run(&input()?)?,
        "links" => links::run(&input()?)?,
        "pairs" => pairs::run(&input()?, !flags.is_empty())?,
        "stance" => stance::run(&input()?, bodies.as_ref())?,
        "unrelated" => unrelated::run(&input()?, bodies.as_ref())?,
        "factuality" => factuality::run(&input()?)?,
        "confidence" => confidence::run(&input()?)?,
        "candidates" => candidates::run(&input()?)?,
        "negation" => negation::run(&input()?)?,
        "stories" => candidates::run_made_up(path, threads)?,
        other => return Err(format!("unknown task {other}\n{USAGE}").into()),
    }
    Ok(())
}
