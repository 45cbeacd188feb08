//! Another task without each part in turn: only figures that change are printed.

use std::error::Error;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crosscheck::ablation::{Part, leave_out};
use serde_json::{Map, Value, json};

use crate::shell::say;

type Line = Map<String, Value>;

/// Leaves out the part of a name.
pub(crate) fn without(name: &str) -> Result<(), Box<dyn Error>> {
    let part = Part::ALL.iter().find(|part| part.name() == name);
    let part = part.ok_or_else(|| {
        let names: Vec<&str> = Part::ALL.iter().map(|part| part.name()).collect();
        format!("no part is named {name:?}; there are: {}", names.join(", "))
    })?;
    if leave_out(*part) {
        Ok(())
    } else {
        Err("only one part can be left out".into())
    }
}

/// Runs a task whole and without each part, and prints the line of `shipped` of each run, as far as it is another than that of
/// the whole.
pub(crate) fn run(task: &[String]) -> Result<(), Box<dyn Error>> {
    let whole = figures(task, None)?;
    let runs: Vec<Mutex<Option<Result<Line, String>>>> = Part::ALL.iter().map(|_| Mutex::default()).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some((part, run)) = {
            let i = next.fetch_add(1, Ordering::Relaxed);
            Part::ALL.get(i).zip(runs.get(i))
        } {
            let found = figures(task, Some(*part)).map_err(|e| format!("without {}: {e}", part.name()));
            if let Ok(mut run) = run.lock() {
                *run = Some(found);
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    print(Value::Null, whole.clone())?;
    for (part, run) in Part::ALL.iter().zip(runs) {
        let mut line = run.into_inner()?.ok_or("a run is missing")??;
        line.retain(|figure, value| whole.get(figure) != Some(value));
        print(json!(part.name()), line)?;
    }
    Ok(())
}

fn print(without: Value, mut line: Line) -> std::io::Result<()> {
    line.insert("without".into(), without);
    say(Value::Object(line))
}

/// The line of `shipped`, which every task prints first, in a process of its own.
fn figures(task: &[String], part: Option<Part>) -> Result<Line, Box<dyn Error>> {
    let left_out = part.iter().flat_map(|part| ["--without", part.name()]);
    let mut child = Command::new(std::env::current_exe()?)
        .args(task)
        .args(left_out)
        .stdout(Stdio::piped())
        .spawn()?;
    let mut line = String::new();
    let out = child.stdout.take().ok_or("no output")?;
    let read = BufReader::new(out).read_line(&mut line);
    // The baselines that would follow stay as they are.
    child.kill()?;
    child.wait()?;
    if read? == 0 {
        return Err("the task prints no figures".into());
    }
    Ok(serde_json::from_str(&line)?)
}
