//! Promises that nobody looks at until they break: the public types may cross threads and panics, and the package says of
//! itself what is true.

use std::panic::{RefUnwindSafe, UnwindSafe};
use std::path::{Path, PathBuf};

use crosscheck::report::{AliasUse, Counts, Json, Markdown, Row, Table, Text};
use crosscheck::{
    Alignment, Argument, Basis, Builder, Check, CheckedClaim, Claim, Commitment, Comparer, Direction,
    Document, Entity, EntityKind, Error, Evidence, EvidenceKind, Extent, Factuality, Field, Finding, Holder,
    Issue, Judgement, Kind, Link, Modifier, ModifierKind, Natural, Pair, Position, Predicate, PredicateClass,
    Proposition, Qualifier, Quantifier, Reader, Relation, Report, Resolution, Role, RuleJudge, Source, Span,
    Stance, StanceFinding, Step, Strength, Tense, Term, Testimony, TextRelation, Unread, UnreadReason,
    Varies, Verdict, Voice, Words,
};

/// What may cross threads, and holds a judge of the caller's besides.
fn shared<T: Send + Sync + Unpin>() {}

fn free<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}

macro_rules! free {
    ($($type:ty),* $(,)?) => { $(free::<$type>();)* };
}

#[test]
fn public_types_may_cross_threads_and_panics() {
    free!(
        AliasUse,
        Alignment,
        Pair<'static>,
        Reader,
        RuleJudge,
        StanceFinding,
        TextRelation,
        Argument,
        Basis,
        Check,
        CheckedClaim,
        Claim,
        Commitment,
        Counts,
        Direction,
        Document,
        Entity,
        EntityKind,
        Error,
        Evidence,
        EvidenceKind,
        Extent,
        Factuality,
        Field,
        Finding,
        Holder,
        Issue,
        Json<'static>,
        Judgement,
        Kind,
        Link,
        Markdown<'static>,
        Modifier,
        ModifierKind,
        Natural,
        Position,
        Predicate,
        PredicateClass,
        Proposition,
        Qualifier,
        Quantifier,
        Relation,
        Report,
        Resolution,
        Role,
        Row,
        Source,
        Span,
        Stance,
        Step,
        Strength,
        Table,
        Tense,
        Term,
        Testimony,
        Text<'static>,
        Unread,
        UnreadReason,
        Varies,
        Verdict,
        Voice,
        Words,
    );
}

#[test]
fn comparers_may_cross_threads() {
    shared::<Comparer>();
    shared::<Builder>();
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn manifest() -> toml::Table {
    read("Cargo.toml").parse().unwrap()
}

fn text<'m>(manifest: &'m toml::Table, key: &str) -> &'m str {
    manifest["package"][key]
        .as_str()
        .unwrap_or_else(|| panic!("package.{key}"))
}

#[test]
fn the_package_says_what_it_is() {
    let manifest = manifest();
    assert_eq!(text(&manifest, "name"), "crosscheck");
    assert_eq!(text(&manifest, "edition"), "2024");
    assert_eq!(text(&manifest, "license"), "(MIT OR Apache-2.0) AND CC-BY-SA-4.0");
    for key in ["description", "repository", "readme"] {
        assert!(!text(&manifest, key).is_empty());
    }
    let list = |key: &str| manifest["package"][key].as_array().unwrap().len();
    assert!((1..=5).contains(&list("keywords")) && (1..=5).contains(&list("categories")));
    for file in [
        "README.md",
        "CHANGELOG.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "NOTICE",
    ] {
        assert!(!read(file).trim().is_empty(), "{file}");
        let included = manifest["package"]["include"].as_array().unwrap();
        assert!(
            included.iter().any(|i| i.as_str() == Some(&format!("/{file}"))),
            "{file} is not packaged"
        );
    }
    assert!(read("CHANGELOG.md").contains(&format!("## {}", text(&manifest, "version"))));
    assert!(read("README.md").contains(&format!("Rust {}", text(&manifest, "rust-version"))));
    assert_eq!(manifest["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
}

#[test]
fn the_default_build_is_light() {
    let manifest = manifest();
    let dependencies: Vec<&String> = manifest["dependencies"].as_table().unwrap().keys().collect();
    assert_eq!(
        dependencies,
        ["itertools", "serde", "serde_json", "strsim", "thiserror"]
    );
    assert_eq!(manifest["features"]["default"].as_array().map(Vec::len), Some(0));
}

/// Every file below a folder.
fn files(folder: PathBuf, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn embedded_data_keeps_to_its_budget_and_is_named_in_the_notice() {
    let mut found = Vec::new();
    files(root().join("src"), &mut found);
    let notice = read("NOTICE");
    let mut bytes = 0;
    for file in found
        .iter()
        .filter(|f| f.components().any(|c| c.as_os_str() == "data"))
    {
        let name = file.file_name().unwrap().to_string_lossy();
        if file.extension().is_some_and(|e| e == "bin") {
            assert!(notice.contains(&*name), "NOTICE does not name {name}");
        }
        bytes += std::fs::metadata(file).unwrap().len();
    }
    assert!(bytes < 6 << 20, "{bytes} bytes of data are more than 6 MiB");
}
