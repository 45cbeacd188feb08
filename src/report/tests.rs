//! The printers against their snapshots, and reading back against damage.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test` writes the snapshots anew.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::{Report, fixture, layout};

fn snapshot(name: &str, printed: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/snapshots")
        .join(name);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, printed).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == printed,
        "{name} differs; look at the change, then write it anew with UPDATE_SNAPSHOTS=1\n{printed}"
    );
}

#[test]
fn the_printers_print_what_their_snapshots_show() {
    let report = fixture::report();
    snapshot("report.txt", &report.text().to_string());
    snapshot("report-narrow.txt", &report.text().with_width(48).to_string());
    snapshot("report-colour.txt", &report.text().with_colour(true).to_string());
    snapshot("report.md", &report.markdown().to_string());
    snapshot("report.json", &report.json().to_string());
}

#[test]
fn no_line_is_longer_than_asked() {
    let report = fixture::report();
    for width in [40, 60, 80, 120] {
        let text = report.text().with_width(width).to_string();
        assert!(text.lines().all(|line| layout::width(line) <= width), "{text}");
    }
}

#[test]
fn a_source_never_conflicts_in_the_name_of_somebody_quoted() {
    let report = fixture::report();
    for printed in [
        report.text().with_width(200).to_string(),
        report.markdown().to_string(),
    ] {
        assert!(printed.contains(
            "Ines Vale (quoted by Harbour Herald) against the town's hospital (quoted by Tribune)"
        ));
    }
    let row = report.table().between("Tribune", "Harbour Herald").unwrap();
    assert_eq!((row.own.conflicts, row.quoted.conflicts), (1, 1));
}

#[test]
fn a_report_read_back_is_the_same() {
    let report = fixture::report();
    let json = report.to_json().unwrap();
    let back = Report::from_json(&json).unwrap();
    assert_eq!(back, report);
    assert_eq!(
        serde_json::from_str::<Report>(&report.json().to_string()).unwrap(),
        report
    );
    assert_eq!(back.to_json().unwrap(), json);
}

#[test]
fn accessors_find_their_way() {
    let report = fixture::report();
    assert_eq!(report.conflicts().count(), 2);
    assert_eq!(report.tensions().count(), 1);
    assert_eq!(report.agreements().count(), 2);
    assert_eq!(report.claims_of("gazette").count(), 1);
    assert_eq!(report.aliases()[1].form, "The DPRK");
    let link = report.conflicts().next().unwrap();
    let claim = report.claim(&link.a).unwrap();
    assert_eq!(
        report.document(&claim.document).unwrap().source.name,
        "Harbour Herald"
    );
    assert!(report.claim("no such").is_none() && report.link("no such").is_none());
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table of damages")]
fn damage_is_refused_with_its_place() {
    let whole: Value = serde_json::from_str(&fixture::report().to_json().unwrap()).unwrap();
    for (pointer, value, message) in [
        (
            "/schema",
            json!("crosscheck/9"),
            "schema: \"crosscheck/9\" is another version",
        ),
        (
            "/documents/1/id",
            json!("Harbour Herald#1"),
            "documents[1].id: given twice",
        ),
        ("/documents/0/id", json!(null), "documents[0].id: missing"),
        (
            "/documents/2/date",
            json!("soon"),
            "documents[2]: expected a date",
        ),
        ("/claims/0/id", json!("0"), "claims[0].id: \"0\" should be"),
        (
            "/claims/1/document",
            json!("x"),
            "claims[1].document: no document has the id \"x\"",
        ),
        ("/claims/1/quote/span/end", json!(9999), "claims[1].quote.span: "),
        (
            "/claims/1/quote/text",
            json!("46 people were hurt"),
            "claims[1].quote.text: \"46 people",
        ),
        (
            "/claims/1/basis",
            json!("guessed"),
            "claims[1].basis: unknown variant",
        ),
        (
            "/claims/1/commitments/0/holder",
            json!({"kind": "unnamed"}),
            "claims[1].commitments: missing field",
        ),
        (
            "/claims/1/commitments",
            json!([]),
            "claims[1].commitments: the author's does not come first",
        ),
        ("/links/2/a", json!("x"), "links[2].a: no claim has the id \"x\""),
        ("/links/2/judgement/relation", json!("agree"), "links[2].id: "),
        (
            "/links/2/judgement/kind",
            json!("quarrel"),
            "links[2].judgement.kind: unknown variant",
        ),
        (
            "/links/0/judgement/kind",
            json!("degree"),
            "links[0].judgement.kind: does not follow",
        ),
        (
            "/links/0/judgement/confidence",
            json!(999),
            "links[0].judgement.confidence: does not follow",
        ),
        (
            "/links/0/judgement/steps/1/gate",
            json!(true),
            "links[0].judgement.relation: does not follow",
        ),
        (
            "/links/2/judgement/voice_a/factuality",
            json!("CT-"),
            "links[2].judgement.voice_a: nobody",
        ),
        (
            "/links/2/judgement/steps/0/b/0/text",
            json!("Fifty"),
            "links[2].judgement.steps[0].b[0].text: ",
        ),
        (
            "/findings/1/link",
            json!("x"),
            "findings[1].link: no link has this id",
        ),
        (
            "/findings/0/also/0",
            whole["links"][0]["id"].clone(),
            "findings[0].also[0]: stands in two findings",
        ),
        ("/issues/0/id", json!("x"), "issues[0].id: "),
        (
            "/issues/0/silent/0",
            json!("Tribune"),
            "issues[0].silent[0]: has a position",
        ),
        (
            "/issues/0/positions/1/sources/0",
            json!("x"),
            "issues[0].positions[1].sources[0]: no document",
        ),
        ("/table/0/own/conflicts", json!(7), "table: does not count"),
        ("/aliases", json!([]), "aliases: are not those"),
        (
            "/unread/0/words/text",
            json!("Who pays?"),
            "unread[0].words.text: ",
        ),
    ] {
        let mut damaged = whole.clone();
        if let Some(parent) = pointer.strip_suffix("/gate") {
            damaged.pointer_mut(parent).unwrap()["gate"] = json!(false);
        }
        *damaged
            .pointer_mut(pointer)
            .unwrap_or_else(|| panic!("{pointer}")) = value;
        let error = Report::from_json(&damaged.to_string()).unwrap_err();
        assert!(error.is_report(), "{pointer}: {error}");
        assert!(error.to_string().starts_with(message), "{pointer}: {error}");
    }
    assert!(Report::from_json("{").unwrap_err().is_report());
}
