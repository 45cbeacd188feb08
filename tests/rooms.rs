//! The walls of the house: which room may not touch which, held against the `use` lines.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Plain data that any room may speak of, unless its own row says otherwise.
const VOCABULARY: [&str; 10] = [
    "attribution",
    "claim",
    "commitment",
    "entity",
    "error",
    "event",
    "judgement",
    "proposition",
    "source",
    "span",
];

/// The rooms in the order of the flow.
const ROOMS: [&str; 12] = [
    "lexicon", "model", "measure", "text", "extract", "align", "judge", "logic", "cover", "group", "stance",
    "report",
];

/// What each room may not touch, and why.
const WALLS: [(&str, &str, &str); 13] = [
    (
        "lexicon",
        "claim commitment judgement source unread model extract align judge logic cover group stance report comparer",
        "word knowledge knows no claim and no document",
    ),
    (
        "model",
        "claim commitment entity judgement proposition source unread lexicon measure extract align judge logic cover group report \
         comparer",
        "the model knows no claim and no document",
    ),
    (
        "measure",
        "claim commitment entity judgement proposition source unread lexicon model extract align judge logic cover group report \
         comparer",
        "measures know no claim and no document",
    ),
    (
        "text",
        "claim commitment entity judgement proposition source unread extract align judge logic cover group stance report comparer",
        "text knows no claims",
    ),
    (
        "extract",
        "judgement align judge logic cover group stance report comparer",
        "extraction sees one document",
    ),
    (
        "align",
        "source unread model text extract judge logic cover group stance report comparer",
        "alignment never decides agreement",
    ),
    (
        "judge",
        "source unread model text extract logic cover group stance report comparer",
        "a judge sees only the pair with its alignment",
    ),
    (
        "logic",
        "claim commitment source unread model extract judge cover group stance report comparer",
        "natural logic sees two sentences and no claim",
    ),
    (
        "cover",
        "source unread model extract group stance report comparer",
        "covering sees two texts and their claims, and folds as a judge does",
    ),
    (
        "group",
        "lexicon model text extract align judge cover stance report comparer",
        "grouping compares no words, only slots, values and judgements",
    ),
    (
        "stance",
        "measure model extract align cover group report comparer",
        "a stance is read off one document and the claim that is asked about",
    ),
    (
        "report",
        "lexicon model text extract align judge cover stance comparer",
        "the report decides nothing",
    ),
    (
        "vocabulary",
        "lexicon model text extract align judge logic cover group stance report comparer",
        "the vocabulary holds no logic of a stage",
    ),
];

/// Single doors through the walls: the file, the path it may use, and why.
const DOORS: [(&str, &str, &str); 1] = [(
    "report/check.rs",
    "judge::fold",
    "a judgement that is read back is folded again",
)];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// The code of a file without comments and without the tests at its end.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    text.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Every path that begins with `crate::`, the braces of `use` lines opened.
fn paths(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (start, _) in code.match_indices("crate::") {
        let rest = &code[start + "crate::".len()..];
        let part = |text: &str| -> String {
            let end = text
                .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
                .unwrap_or(text.len());
            text[..end].to_owned()
        };
        if let Some(inner) = rest.strip_prefix('{') {
            let mut depth = 1;
            let mut from = 0;
            for (i, c) in inner.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                if depth == 0 || (depth == 1 && c == ',') {
                    found.insert(part(inner[from..i].trim_start()));
                    from = i + 1;
                }
                if depth == 0 {
                    break;
                }
            }
        } else {
            found.insert(part(rest));
        }
    }
    found.remove("");
    found
}

#[test]
fn no_room_touches_what_it_may_not() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let mut breaches = Vec::new();
    let mut seen = BTreeSet::new();
    for file in files {
        let name = file
            .strip_prefix(&src)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        let first = name.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        // Tests of a room may build what the room is given.
        if matches!(first.as_str(), "lib" | "ablation" | "comparer" | "parsed")
            || name.ends_with("tests.rs")
            || name.ends_with("fixture.rs")
        {
            continue;
        }
        let room = if ROOMS.contains(&first.as_str()) {
            first.as_str()
        } else {
            "vocabulary"
        };
        let known =
            VOCABULARY.contains(&first.as_str()) || first == "unread" || ROOMS.contains(&first.as_str());
        assert!(known, "{name} is in no room: give it a row in this table");
        seen.insert(room.to_owned());
        let (_, forbidden, why) = WALLS.iter().find(|(r, ..)| *r == room).unwrap();
        for path in paths(&code(&std::fs::read_to_string(&file).unwrap())) {
            let target = path.split("::").next().unwrap();
            let door = DOORS
                .iter()
                .any(|(from, to, _)| name == *from && (path == *to || path.starts_with(&format!("{to}::"))));
            if forbidden.split_whitespace().any(|room| room == target) && !door {
                breaches.push(format!("{name} uses crate::{path}: {why}"));
            }
            if target.starts_with(char::is_uppercase) {
                breaches.push(format!(
                    "{name} uses crate::{path}: name the room that it comes from"
                ));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
    assert!(seen.contains("report") && seen.contains("vocabulary"));
}

#[test]
fn paths_are_found_in_every_form() {
    let code = code(
        "use crate::{claim::Claim, report, text::{self, Token}};\n// crate::model\nfn f(x: crate::judge::Pair) {}\n#[cfg(test)]\nmod tests {\nuse crate::align;",
    );
    let found: Vec<String> = paths(&code).into_iter().collect();
    assert_eq!(found, ["claim::Claim", "judge::Pair", "report", "text::"]);
}
