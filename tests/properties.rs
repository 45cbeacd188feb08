//! Promises that hold for any documents: quotes quote, order does not matter, other documents change nothing, and the same
//! bytes come out twice. The documents are made of sentences that yield claims.

#![expect(
    clippy::needless_pass_by_value,
    reason = "the property tester hands values over"
)]

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use crosscheck::align::{Situation, align};
use crosscheck::{
    Comparer, Direction, Document, Judge, Pair, Relation, Report, RuleJudge, WhyNot, claims, compare,
};
use quickcheck::{QuickCheck, TestResult};

/// Sentences that agree, conflict and miss each other, on several subjects.
const SENTENCES: [&str; 24] = [
    "The bridge is open.",
    "The bridge is closed.",
    "The mayor said that the bridge is not closed.",
    "Norway and Chile are partners.",
    "Norway is not a partner of Chile.",
    "About 50 people were injured in the fire.",
    "48 people were injured in the fire.",
    "The death toll stood at 45 on Monday.",
    "The death toll stood at 52 on Monday.",
    "Acme Works bought the mill in 2019.",
    "The mill was not sold.",
    "The drug may cause headaches.",
    "The drug does not cause headaches.",
    "There is no evidence that the river was poisoned.",
    "The river was poisoned.",
    "Trade between Norway and Chile is flourishing.",
    "Trade between Norway and Chile is practically non-existent.",
    "The senate approved the budget.",
    "The senate rejected the budget on Friday.",
    "Its ally Chile sent 200 soldiers, the minister said.",
    "“We will not leave,” said Maria Lopez, a nurse.",
    "Many visitors came from Peru because the museum was free.",
    "The museum opened on 3 May 2019.",
    "The museum opened in May 2019.",
];

fn document(name: &str, choice: &[u8]) -> Document {
    let text: Vec<&str> = choice
        .iter()
        .take(8)
        .map(|&i| SENTENCES[usize::from(i) % SENTENCES.len()])
        .collect();
    Document::new(name, text.join(" ")).with_id(name)
}

/// Each link as the two quotes' ids, whichever stands first, with what was found seen from the lower id.
fn links(report: &Report) -> BTreeSet<(String, String, String)> {
    report
        .links()
        .iter()
        .map(|link| {
            let j = &link.judgement;
            let turned = link.a > link.b;
            let direction = match (j.direction, turned) {
                (Some(Direction::ARefinesB), true) => Some(Direction::BRefinesA),
                (Some(Direction::BRefinesA), true) => Some(Direction::ARefinesB),
                (direction, _) => direction,
            };
            let (a, b) = if turned {
                (&link.b, &link.a)
            } else {
                (&link.a, &link.b)
            };
            (
                a.clone(),
                b.clone(),
                format!(
                    "{:?} {:?} {direction:?} {:?} {}",
                    j.relation, j.kind, j.strength, j.confidence
                ),
            )
        })
        .collect()
}

fn check(property: fn(Vec<u8>, Vec<u8>, Vec<u8>) -> TestResult) {
    QuickCheck::new().tests(40).quickcheck(property);
}

#[test]
fn every_span_quotes_its_document() {
    fn quotes(a: Vec<u8>, _: Vec<u8>, _: Vec<u8>) -> TestResult {
        let document = document("a", &a);
        let found = claims(&document);
        if found.is_empty() {
            return TestResult::discard();
        }
        TestResult::from_bool(found.iter().all(|claim| {
            let evidence = claim.evidence.iter().map(|e| &e.words);
            std::iter::once(&claim.quote)
                .chain(evidence)
                .all(|words| document.quote(words.span) == Some(words.text.as_str()))
        }))
    }
    check(quotes);
}

#[test]
fn swapping_the_documents_mirrors_the_report() {
    fn mirrors(a: Vec<u8>, b: Vec<u8>, _: Vec<u8>) -> TestResult {
        let (a, b) = (document("a", &a), document("b", &b));
        let (one, other) = (
            compare(&[a.clone(), b.clone()]).unwrap(),
            compare(&[b, a]).unwrap(),
        );
        if one.links().is_empty() {
            return TestResult::discard();
        }
        TestResult::from_bool(links(&one) == links(&other))
    }
    check(mirrors);
}

#[test]
fn another_document_changes_no_link() {
    fn keeps(a: Vec<u8>, b: Vec<u8>, c: Vec<u8>) -> TestResult {
        let (a, b, c) = (document("a", &a), document("b", &b), document("c", &c));
        let two = links(&compare(&[a.clone(), b.clone()]).unwrap());
        let three = compare(&[a, c, b]).unwrap();
        let of_c: BTreeSet<&str> = three.claims_of("c").map(|claim| claim.id.as_str()).collect();
        let kept = links(&three)
            .into_iter()
            .filter(|(x, y, _)| !of_c.contains(x.as_str()) && !of_c.contains(y.as_str()));
        TestResult::from_bool(kept.collect::<BTreeSet<_>>() == two)
    }
    check(keeps);
}

#[test]
fn the_same_bytes_come_out_twice_and_are_read_back() {
    fn same(a: Vec<u8>, b: Vec<u8>, _: Vec<u8>) -> TestResult {
        let documents = [document("a", &a), document("b", &b)];
        let once = compare(&documents).unwrap();
        let json = once.to_json().unwrap();
        let again = compare(&documents).unwrap().to_json().unwrap();
        TestResult::from_bool(json == again && Report::from_json(&json).unwrap() == once)
    }
    check(same);
}

#[test]
fn the_same_is_found_in_any_number_of_threads() {
    let everything = SENTENCES.join(" ");
    let documents = ["a", "b", "c", "d", "e", "f", "g"].map(|name| Document::new(name, &everything));
    let json = |threads| {
        let threads = NonZeroUsize::new(threads).unwrap();
        let comparer = Comparer::builder().threads(threads).build().unwrap();
        comparer.compare(&documents).unwrap().to_json().unwrap()
    };
    let alone = json(1);
    assert!(alone == json(2) && alone == json(5));
}

#[test]
fn arbitrary_text_never_panics() {
    fn reads(text: String, other: String) -> bool {
        let report = compare(&[Document::new("a", text), Document::new("b", other)]).unwrap();
        report
            .links()
            .iter()
            .all(|l| l.judgement.relation != Relation::Neutral)
    }
    QuickCheck::new()
        .tests(60)
        .quickcheck(reads as fn(String, String) -> bool);
}

#[test]
fn ids_stay_what_they_are() {
    let documents = [
        Document::new(
            "Herald",
            "The bridge is open. Acme Works bought the mill in 2019.",
        ),
        Document::new("Tribune", "The bridge is closed."),
    ];
    let report = compare(&documents).unwrap();
    let claims: Vec<String> = report
        .claims()
        .iter()
        .map(|c| format!("{} {} {}", c.id, c.document, c.quote.text))
        .collect();
    let links: Vec<String> = report
        .links()
        .iter()
        .map(|l| format!("{} {} {}", l.id, l.a, l.b))
        .collect();
    let golden = include_str!("golden/ids.txt");
    assert_eq!(format!("{}\n{}\n", claims.join("\n"), links.join("\n")), golden);
}

#[test]
fn a_judge_links_just_what_it_does_not_judge_neutral() {
    let text = SENTENCES.join(" ");
    let claims = claims(&Document::new("all", text));
    for situation in [Situation::One, Situation::Unknown] {
        for (a, b) in claims.iter().flat_map(|a| claims.iter().map(move |b| (a, b))) {
            let alignment = align(&a.proposition, &b.proposition, situation);
            let pair = Pair::new(a, b, &alignment);
            let judged = RuleJudge.judge(&pair).unwrap();
            let linked = RuleJudge.link(&pair).unwrap();
            let wanted = (judged.relation != Relation::Neutral).then_some(judged);
            assert_eq!(linked, wanted, "{:?} against {:?}", a.quote.text, b.quote.text);
        }
    }
}

#[test]
fn a_text_agrees_with_itself() {
    let stories = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/stories");
    let mut paths: Vec<_> = std::fs::read_dir(stories)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.sort();
    for path in paths.iter().filter(|p| p.extension().is_some_and(|e| e == "txt")) {
        let text = std::fs::read_to_string(path).unwrap();
        let twins = ["a", "b"].map(|id| Document::new(id, text.as_str()).with_id(id));
        let report = compare(&twins).unwrap();
        for (a, b) in report.claims_of("a").zip(report.claims_of("b")) {
            let found = report.why_not(&a.id, &b.id).unwrap();
            assert!(
                matches!(found, WhyNot::Linked(_) | WhyNot::Repeated),
                "{}: {:?} {found:?}",
                path.display(),
                a.quote.text
            );
        }
    }
}
