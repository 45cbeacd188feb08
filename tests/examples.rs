//! The examples run, and print what they are for.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Runs an example from the root of the package and returns what it printed.
fn run(name: &str, arguments: &[&str]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = match built(name) {
        Some(program) => Command::new(program),
        None => {
            let mut command = Command::new(env!("CARGO"));
            command.args(["run", "--quiet", "--example", name, "--"]);
            command
        }
    };
    let output = command.args(arguments).current_dir(root).output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name} {arguments:?}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

/// Where Cargo puts the examples that it builds beside this test.
fn built(name: &str) -> Option<PathBuf> {
    let test = std::env::current_exe().ok()?;
    let program = test
        .parent()?
        .parent()?
        .join("examples")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    program.is_file().then_some(program)
}

fn story(name: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/stories");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|file| file.starts_with(&format!("{name}.")) && file.ends_with(".txt"))
        .map(|file| format!("examples/stories/{file}"))
        .collect();
    files.sort();
    assert!(files.len() >= 2);
    files
}

fn lines(printed: &str) -> Vec<Value> {
    printed
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn claims_are_listed_with_voice_and_stance() {
    let files = story("flood");
    let mut arguments = vec!["--format", "jsonl"];
    arguments.extend(files.iter().map(String::as_str));
    let found = lines(&run("who_says_what", &arguments));
    for letter in ["a", "b", "c"] {
        assert!(found.iter().any(|line| line["document"] == letter));
    }
    let stances = ["affirms", "denies", "hedges", "reports"];
    assert!(
        found
            .iter()
            .all(|line| stances.contains(&line["stance"].as_str().unwrap()))
    );
    assert!(found.iter().any(|line| line["holder"] == "author"));
    assert!(run("who_says_what", &[&files[0]]).starts_with("County Dispatch\n"));
}
