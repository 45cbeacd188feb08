//! Runs the cases under `tests/cases`: pairs of texts with the relation that must come out.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crosscheck::{Direction, Kind, Strength, TextRelation, relate_texts};
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    a: String,
    b: String,
    relation: String,
    kind: Option<String>,
    strength: Option<String>,
    direction: Option<String>,
    voices: Option<[String; 2]>,
    paraphrase: Option<String>,
    near_miss: Option<String>,
}

fn files() -> Vec<(String, File)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.sort();
    names
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .filter_map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).unwrap();
            (name != "commitments").then(|| (name, toml::from_str(&text).unwrap()))
        })
        .collect()
}

fn strength(found: &TextRelation) -> Option<&'static str> {
    let link = found.links.first()?;
    Some(match link.judgement.strength? {
        Strength::Strict => "strict",
        Strength::Tension => "tension",
    })
}

fn direction(found: &TextRelation) -> &'static str {
    match found.direction {
        Some(Direction::Same) => "same",
        Some(Direction::ARefinesB) => "a refines b",
        Some(Direction::BRefinesA) => "b refines a",
        None => "none",
    }
}

/// What is wrong with the outcome of a case, if anything.
fn faults(case: &Case) -> Vec<String> {
    let mut faults = Vec::new();
    let found = relate_texts(&case.a, &case.b);
    let mut expect = |what: &str, wanted: Option<&String>, got: &str| {
        if let Some(wanted) = wanted
            && wanted != got
        {
            faults.push(format!("{what}: wanted {wanted}, got {got}"));
        }
    };
    expect("relation", Some(&case.relation), found.relation.as_str());
    expect("kind", case.kind.as_ref(), found.kind.as_str());
    expect(
        "strength",
        case.strength.as_ref(),
        strength(&found).unwrap_or("none"),
    );
    expect("direction", case.direction.as_ref(), direction(&found));
    if let (Some([voice_a, voice_b]), Some(link)) = (&case.voices, found.links.first()) {
        expect("voice a", Some(voice_a), link.judgement.voice_a.holder.name());
        expect("voice b", Some(voice_b), link.judgement.voice_b.holder.name());
    }
    let mirrored = relate_texts(&case.b, &case.a);
    expect("mirrored", Some(&case.relation), mirrored.relation.as_str());
    if let Some(paraphrase) = &case.paraphrase {
        expect(
            "paraphrase",
            Some(&case.relation),
            relate_texts(&case.a, paraphrase).relation.as_str(),
        );
    }
    if let Some(near_miss) = &case.near_miss {
        let got = relate_texts(&case.a, near_miss).relation;
        expect("near miss", Some(&"neutral".to_owned()), got.as_str());
    }
    faults
}

/// Shows which cases need a part: `CROSSCHECK_WITHOUT=opposites cargo test --features ablate --test cases`.
fn leave_out() {
    #[cfg(feature = "ablate")]
    if let Ok(name) = std::env::var("CROSSCHECK_WITHOUT") {
        use crosscheck::ablation::{self, Part};
        let part = Part::ALL.iter().find(|part| part.name() == name);
        assert!(
            part.is_some_and(|part| ablation::leave_out(*part)),
            "no part {name}"
        );
    }
}

#[test]
fn every_case_comes_out_as_it_says() {
    leave_out();
    let mut report = String::new();
    let (mut count, mut wrong) = (0, 0);
    for (name, file) in files() {
        for case in &file.case {
            count += 1;
            let faults = faults(case);
            wrong += usize::from(!faults.is_empty());
            for fault in faults {
                writeln!(report, "{name}: {:?} / {:?}\n    {fault}", case.a, case.b).unwrap();
            }
        }
    }
    assert!(count > 0, "no case was found");
    assert!(
        report.is_empty(),
        "\n{report}{wrong} of {count} cases come out otherwise"
    );
}

#[test]
fn every_kind_is_named_by_a_case() {
    let named: BTreeSet<String> = files()
        .into_iter()
        .flat_map(|(_, file)| file.case)
        .filter_map(|case| case.kind)
        .collect();
    let known: BTreeSet<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    let missing: Vec<&str> = known.iter().copied().filter(|&k| !named.contains(k)).collect();
    assert!(missing.is_empty(), "no case names the kinds {missing:?}");
    let unknown: Vec<&String> = named.iter().filter(|k| !known.contains(k.as_str())).collect();
    assert!(
        unknown.is_empty(),
        "cases name kinds that do not exist: {unknown:?}"
    );
}
