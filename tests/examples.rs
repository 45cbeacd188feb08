//! The examples run, and print what they are for.

use std::path::Path;
use std::process::{Command, Stdio};

use crosscheck::Report;
use serde_json::Value;

/// An example run from the root of the package, as this test was built.
fn example(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--example", name]);
    if cfg!(feature = "train") {
        command.args(["--features", "train"]);
    }
    if cfg!(not(debug_assertions)) {
        command.arg("--release");
    }
    command
        .arg("--")
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// What an example prints.
fn run(name: &str, arguments: &[&str]) -> String {
    let output = example(name, arguments).output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name} {arguments:?}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

/// What an example that fails says.
fn refused(name: &str, arguments: &[&str]) -> String {
    let output = example(name, arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{name} {arguments:?}");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

fn story(name: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/stories");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|file| file.starts_with(&format!("{name}.")))
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
fn quickstart_shows_a_conflict() {
    let printed = run("quickstart", &[]);
    assert!(printed.contains("Herald against Tribune"), "{printed}");
}

#[test]
fn why_walks_the_steps() {
    let printed = run("why", &[]);
    assert!(
        printed.contains("conflict (") && printed.contains("agree ("),
        "{printed}"
    );
}

#[test]
fn another_judge_judges_otherwise() {
    let printed = run("own_judge", &[]);
    let numbers = |name: &str| {
        printed
            .lines()
            .find_map(|line| line.strip_prefix(name).map(str::to_owned))
            .unwrap()
    };
    assert_ne!(numbers("rules: "), numbers("sober: "));
}

#[test]
fn compare_prints_every_story_in_every_format() {
    for name in ["visit", "flood", "drug"] {
        let files = story(name);
        let with = |format: &str| {
            let mut arguments = vec!["--format", format];
            arguments.extend(files.iter().map(String::as_str));
            run("compare", &arguments)
        };
        let text = with("text");
        assert!(
            text.contains("CONFLICTS") && text.contains("AGREEMENTS"),
            "{text}"
        );
        assert!(
            !text.contains('\u{1b}') && text.lines().all(|line| line.chars().count() <= 80),
            "{text}"
        );
        assert!(with("markdown").contains("## Conflicts"));

        let json = with("json");
        let report = Report::from_json(&json).unwrap();
        assert_eq!(
            report.to_json().unwrap(),
            Report::from_json(&json).unwrap().to_json().unwrap()
        );
        let order: Vec<&str> = report
            .documents()
            .iter()
            .filter_map(|d| d.id.as_deref())
            .collect();
        for line in lines(&with("jsonl")) {
            let place = |key: &str| order.iter().position(|id| line[key] == *id).unwrap();
            assert!(place("document_a") <= place("document_b"), "{line}");
            for (document, quote) in [("document_a", "a"), ("document_b", "b")] {
                let document = report.document(line[document].as_str().unwrap()).unwrap();
                let quote = line[quote].as_str().unwrap();
                assert!(
                    document.text.contains(quote)
                        || document.title.as_ref().is_some_and(|t| t.contains(quote))
                );
            }
            for key in [
                "relation",
                "kind",
                "strength",
                "confidence",
                "holder_a",
                "holder_b",
            ] {
                assert!(line.get(key).is_some(), "{key}: {line}");
            }
        }
    }
}

#[test]
fn readme_shows_what_is_printed() {
    let files = story("flood");
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let printed = run("compare", &files);
    let readme = include_str!("../README.md").split("```text\n").nth(1);
    let shown = readme.and_then(|r| r.split("\n```").next()).unwrap();
    assert_eq!(shown.split("\n\n").count(), 2);
    for finding in shown.split("\n\n") {
        assert!(printed.contains(finding), "{finding}\nis not in\n{printed}");
    }
}

#[test]
fn what_is_wrong_with_a_file_is_said_with_its_place() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.join(name).display().to_string();
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let line = "{\"source\": \"Herald\", \"text\": \"Rain fell.\"}\n";
    let rows = file("rows.jsonl", format!("{line}\n{{\"source\": \"Sun\"").as_bytes());
    let latin = file("latin.txt", b"Rain fell.\nIt was \xe9t\xe9.\n");
    let missing = folder.join("missing.txt").display().to_string();
    for (name, path, said) in [
        ("compare", &rows, "line 3, column 16: EOF while parsing an object"),
        ("compare", &latin, "line 2 is not UTF-8"),
        ("who_says_what", &missing, ""),
    ] {
        let error = refused(name, &[path]);
        assert!(error.starts_with(&format!("error: {path}: {said}")), "{error}");
    }
    assert!(refused("check", &[&latin[..]]).contains("latin.txt"));
    assert!(refused("compare", &[]).starts_with("error: no file is given; usage: compare ["));
    assert!(
        refused("compare", &["--format", "pdf"])
            .starts_with("error: --format takes text, markdown, json, jsonl;")
    );
}

#[test]
fn an_example_ends_quietly_where_nobody_reads_on() {
    let files = story("flood");
    let mut child = example("who_says_what", &[&files[0]])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty());
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

#[test]
fn a_draft_is_checked_against_a_story() {
    let files = story("flood");
    let mut arguments = vec!["--format", "jsonl", "examples/drafts/flood.txt"];
    arguments.extend(files.iter().map(String::as_str));
    let found = lines(&run("check", &arguments));
    let of = |words: &str| {
        found
            .iter()
            .find(|line| line["claim"]["quote"]["text"].as_str().unwrap().contains(words))
            .unwrap()
    };
    assert_eq!(of("31 people")["verdict"], "supported");
    assert_eq!(of("Tollard Bridge is open")["verdict"], "contested");
    assert_eq!(of("40 houses")["verdict"], "contradicted");
    assert_eq!(of("schools reopened")["verdict"], "unsupported");
    let against = of("40 houses")["against"].as_array().unwrap();
    for source in ["Hexley Mail", "Valley Radio"] {
        assert!(against.iter().any(|line| line["source"] == source), "{source}");
    }
    // A week later more houses were counted, which speaks against nothing.
    assert!(against.iter().all(|line| line["source"] != "County Dispatch"));
    assert!(run("check", &arguments[2..]).contains("against (quantity): Hexley Mail"));
}
