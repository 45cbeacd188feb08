//! What is claimed in sentences of many kinds: a snapshot that a person can read, and promises kept on any text.
//!
//! `CROSSCHECK_BLESS=1 cargo test --test claims` writes the snapshot anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crosscheck::{Claim, Document, Field, Qualifier, Role, claims};
use quickcheck::QuickCheck;

fn read(text: &str) -> Vec<Claim> {
    claims(&Document::new("test", text))
}

/// One claim in three lines: what is said by whom, what it says standing alone, how it was taken apart.
fn print(claim: &Claim) -> String {
    let p = &claim.proposition;
    let voices: Vec<String> = claim
        .commitments
        .iter()
        .map(|c| format!("{} {}", c.holder.name(), c.factuality.code()))
        .collect();
    let mut line = format!(
        "  “{}” [{:?}: {}]\n    {}\n    {} ({:?}, {:?})",
        claim.quote.text.replace('\n', " "),
        claim.basis,
        voices.join(", "),
        claim.statement,
        p.predicate.lemma,
        p.predicate.class,
        p.predicate.tense
    );
    for modifier in &p.predicate.modifiers {
        write!(line, " +{}", modifier.term.text).unwrap();
    }
    for a in &p.arguments {
        let marker = a.marker.as_deref().map(|m| format!("/{m}")).unwrap_or_default();
        write!(line, " | {:?}{marker}: {}", a.role, a.term.text).unwrap();
        if let Some(name) = a.term.name().filter(|n| *n != a.term.text) {
            write!(line, " = {name}").unwrap();
        }
        if let Some(quantity) = &a.term.quantity {
            write!(line, " <{:?} to {:?}>", quantity.low, quantity.high).unwrap();
        }
    }
    for q in &p.qualifiers {
        match q {
            Qualifier::Time { words, .. } => write!(line, " | time: {}", words.text),
            Qualifier::Place { marker, term } => write!(line, " | place: {marker} {}", term.text),
            Qualifier::Quantity { marker, words, .. } => write!(line, " | quantity: {marker} {}", words.text),
            Qualifier::Clause { marker, term } => write!(line, " | clause: {marker} {}", term.text),
            _ => Ok(()),
        }
        .unwrap();
    }
    line
}

#[test]
fn snapshot() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let sentences = fs::read_to_string(directory.join("claims/sentences.txt")).unwrap();
    let mut found = String::new();
    for line in sentences.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        writeln!(found, "{line}").unwrap();
        for claim in read(line) {
            writeln!(found, "{}", print(&claim)).unwrap();
        }
        found.push('\n');
    }
    let path = directory.join("claims/snapshot.txt");
    if std::env::var_os("CROSSCHECK_BLESS").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    for (a, b) in found.lines().zip(kept.lines()) {
        assert_eq!(a, b, "the snapshot differs; CROSSCHECK_BLESS=1 writes it anew");
    }
    assert_eq!(found.lines().count(), kept.lines().count());
}

/// What holds of every claim of every text.
fn sound(document: &Document) {
    for claim in claims(document) {
        let quoted = document
            .quote(claim.quote.span)
            .expect("the quote lies in the document");
        assert_eq!(quoted, claim.quote.text);
        assert!(!quoted.is_empty() && quoted.chars().count() <= 320, "{quoted}");
        for evidence in &claim.evidence {
            assert_eq!(
                document.quote(evidence.words.span),
                Some(evidence.words.text.as_str())
            );
        }
        for argument in &claim.proposition.arguments {
            assert!(document.quote(argument.term.span).is_some());
        }
        assert!(!claim.commitments.is_empty() && !claim.proposition.arguments.is_empty());
        assert!(claim.sentence.contains(claim.quote.span));
    }
}

#[test]
fn odd_texts_give_sound_claims() {
    let long = format!(
        "The mayor said that {}.",
        "the bridge that the army that ".repeat(100)
    );
    let joined = format!("The firm sold {}cars.", "cars, boats and ".repeat(200));
    let nested = "He said that she said that ".repeat(80) + "it rained.";
    for text in [
        "",
        " \n\t",
        "…",
        "🦆",
        "«»",
        "\0\0",
        "a\r\nb\rc",
        "שלום עולם",
        &long,
        &joined,
        &nested,
    ] {
        sound(&Document::new("test", text));
    }
}

#[test]
fn a_title_is_read_too() {
    let document = Document::new("test", "The bridge is open.").with_title("Mayor opens bridge");
    let found = claims(&document);
    assert!(found.iter().any(|c| c.quote.span.field == Field::Text));
    sound(&document);
}

#[test]
fn deep_roles_are_those_of_the_active_clause() {
    let passive = read("The vaccine was approved by the agency.");
    let active = read("The agency approved the vaccine.");
    for claims in [passive, active] {
        let proposition = &claims[0].proposition;
        assert_eq!(proposition.predicate.lemma, "approve");
        assert_eq!(proposition.argument(Role::Subject).unwrap().head, "agency");
        assert_eq!(proposition.argument(Role::Object).unwrap().head, "vaccine");
    }
}

/// Text, the predicate of a claim in it, a role, and the head of the term in that role.
const TERMS: &[(&str, &str, Role, &str)] = &[
    (
        "Alice met Bob at the station. She gave him a book.",
        "give",
        Role::Subject,
        "Alice",
    ),
    (
        "Alice met Bob at the station. She gave him a book.",
        "give",
        Role::Recipient,
        "Bob",
    ),
    (
        "The firm hired a lawyer. It paid him $3m.",
        "pay",
        Role::Subject,
        "firm",
    ),
    ("Moscow condemned the attack.", "condemn", Role::Subject, "Russia"),
    (
        "Thousands of tourists visited Moscow.",
        "visit",
        Role::Object,
        "Moscow",
    ),
    (
        "Thousands of tourists visited Moscow.",
        "visit",
        Role::Subject,
        "tourist",
    ),
    (
        "The Russian invasion of Ukraine began in 2022.",
        "invade",
        Role::Subject,
        "Russia",
    ),
    (
        "The Russian invasion of Ukraine began in 2022.",
        "invade",
        Role::Object,
        "Ukraine",
    ),
    (
        "Togo was supplying the Russian army with ammunition.",
        "supply",
        Role::Object,
        "ammunition",
    ),
    (
        "The drug, which was tested on mice, reduces pain.",
        "test",
        Role::Object,
        "drug",
    ),
    (
        "The WHO warned of shortages.",
        "warn",
        Role::Subject,
        "World Health Organization",
    ),
    (
        "Rain is likely to delay the match.",
        "delay",
        Role::Subject,
        "rain",
    ),
    (
        "The club bought and sold eleven players.",
        "buy",
        Role::Object,
        "player",
    ),
    (
        "The club bought and sold eleven players.",
        "sell",
        Role::Subject,
        "club",
    ),
];

#[test]
fn terms_have_the_heads_of_whom_they_mean() {
    let wrong: Vec<String> = TERMS
        .iter()
        .filter_map(|(text, lemma, role, head)| {
            let found: Vec<String> = read(text)
                .iter()
                .filter(|c| c.proposition.predicate.lemma == *lemma)
                .filter_map(|c| c.proposition.argument(*role).map(|t| t.head.clone()))
                .collect();
            (!found.iter().any(|f| f == head)).then(|| format!("{text} [{lemma} {role:?}] {head}: {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn both_countries_are_the_two_that_were_named() {
    let found =
        read("Ghana and Togo signed a treaty in 2020. Both countries have since reopened their borders.");
    let claim = found
        .iter()
        .find(|c| c.proposition.predicate.lemma == "reopen")
        .unwrap();
    let subject = claim.proposition.argument(Role::Subject).unwrap();
    let heads: Vec<&str> = subject.members.iter().map(|m| m.head.as_str()).collect();
    assert_eq!(heads, ["Ghana", "Togo"]);
}

#[test]
fn ids_are_unique_and_the_same_on_every_run() {
    let text = "The bridge is closed. The bridge is closed. The mayor said that the bridge is closed.";
    let ids = |claims: Vec<Claim>| claims.into_iter().map(|c| c.id).collect::<Vec<_>>();
    let first = ids(read(text));
    assert_eq!(first, ids(read(text)));
    let mut unique = first.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), first.len());
}

#[test]
fn any_text_gives_sound_claims() {
    #[expect(clippy::needless_pass_by_value, reason = "the checker hands values over")]
    fn holds(words: Vec<String>) -> bool {
        sound(&Document::new("test", words.join(" ")));
        true
    }
    QuickCheck::new()
        .tests(25)
        .quickcheck(holds as fn(Vec<String>) -> bool);
}

#[test]
fn any_order_of_words_gives_sound_claims() {
    const WORDS: &str = "the mayor said that Ghana 's , . and which is not its both countries to sell of \" was by 45 % Monday";
    #[expect(clippy::needless_pass_by_value, reason = "the checker hands values over")]
    fn holds(picks: Vec<usize>) -> bool {
        let words: Vec<&str> = WORDS.split(' ').collect();
        let text: Vec<&str> = picks
            .iter()
            .filter_map(|p| words.get(p % words.len()).copied())
            .collect();
        sound(&Document::new("test", text.join(" ")));
        true
    }
    QuickCheck::new()
        .tests(40)
        .quickcheck(holds as fn(Vec<usize>) -> bool);
}

#[test]
fn markdown_says_what_plain_text_says() {
    let plain = "Storm kills 12\n\nThe storm killed 12 people, the emergency service said.\n\n\
                 Mayor Tom Reed said that the dam had not broken.\n\nSchools are closed.\n";
    let marked = "# Storm kills 12\n\nThe storm **killed 12 people**, the [emergency service](https://rescue.example/1) said.\n\n\
                  > Mayor *Tom Reed* said that the dam had not broken.\n\n![A dam](dam.png)\n\n* Schools are `closed`.\n";
    let told = |text: &str| -> Vec<(String, String)> {
        claims(&Document::new("Herald", text))
            .iter()
            .map(|c| (c.statement.clone(), c.voice().holder.name().to_owned()))
            .collect()
    };
    assert!(told(plain).len() >= 4);
    assert_eq!(told(plain), told(marked));
}
