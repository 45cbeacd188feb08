//! What every reading of a text has to keep, and what some sentences are read as.

use std::fmt::Write;

use crosscheck::text::{Deprel, Sentence, parse, parse_flat};
use quickcheck::{QuickCheck, TestResult};

/// Spans lie in the text, on character boundaries, in order and apart; trees have one root that every word reaches.
fn check(text: &str, sentences: &[Sentence]) {
    let mut end = 0;
    for sentence in sentences {
        assert!(!sentence.tokens.is_empty());
        assert_eq!(sentence.span.start, sentence.tokens[0].span.start);
        assert_eq!(
            sentence.span.end,
            sentence.tokens[sentence.tokens.len() - 1].span.end
        );
        for token in &sentence.tokens {
            assert!(
                token.span.start >= end && token.span.end > token.span.start,
                "{text:?}: {token:?}"
            );
            assert!(text.get(token.span.clone()).is_some(), "{text:?}: {token:?}");
            end = token.span.end;
        }
        assert_eq!(
            sentence.tokens.iter().filter(|t| t.head.is_none()).count(),
            1,
            "{text:?}"
        );
        for start in 0..sentence.tokens.len() {
            let (mut at, mut steps) = (start, 0);
            while let Some(head) = sentence.tokens[at].head {
                at = head;
                steps += 1;
                assert!(steps <= sentence.tokens.len(), "a circle in {text:?}");
            }
        }
    }
}

#[test]
fn any_text_is_read() {
    #[expect(clippy::needless_pass_by_value, reason = "quickcheck calls with values")]
    fn holds(text: String) -> bool {
        check(&text, &parse(&text));
        true
    }
    QuickCheck::new()
        .tests(300)
        .quickcheck(holds as fn(String) -> bool);
}

#[test]
fn any_mix_of_words_and_marks_is_read() {
    const PIECES: &[&str] = &[
        "the",
        "U.S.",
        "don't",
        "Mr.",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "“",
        "”",
        "'",
        "\"",
        "...",
        "-",
        "--",
        "—",
        "$",
        "3.5bn",
        "100,000",
        "a.m.",
        "(",
        ")",
        "http://a.b/c?d=e.",
        "é",
        "😀",
        "\u{a0}",
        "שלום",
        "\0",
        "John's",
        "said",
        ",",
        ".",
        "!",
        "?",
        "co-",
    ];
    #[expect(clippy::needless_pass_by_value, reason = "quickcheck calls with values")]
    fn holds(choice: Vec<u8>) -> TestResult {
        let text: String = choice
            .iter()
            .map(|&c| PIECES[usize::from(c) % PIECES.len()])
            .collect();
        check(&text, &parse(&text));
        TestResult::passed()
    }
    QuickCheck::new()
        .tests(300)
        .quickcheck(holds as fn(Vec<u8>) -> TestResult);
}

#[test]
fn odd_texts_are_read() {
    for text in [
        "",
        " ",
        "\n",
        ".",
        "...",
        "\u{feff}",
        "\0\0",
        "😀😀😀",
        "שלום עולם",
        "a\r\nb\rc\n",
        "'s",
        "-",
        "#",
        "@",
        "n't",
    ] {
        check(text, &parse(text));
    }
    check("", &parse(""));
    let long = "x".repeat(1 << 20);
    check(&long, &parse(&long));
    let marks = ".-'".repeat(4_000);
    check(&marks, &parse(&marks));
}

#[test]
fn flat_reading_keeps_words_and_tags() {
    let text = "Trade between the two countries has grown. It will grow.";
    let (trees, flat) = (parse(text), parse_flat(text));
    check(text, &flat);
    for (a, b) in trees
        .iter()
        .zip(&flat)
        .flat_map(|(a, b)| a.tokens.iter().zip(&b.tokens))
    {
        assert_eq!(
            (&a.span, &a.lemma, a.upos, a.xpos),
            (&b.span, &b.lemma, b.upos, b.xpos)
        );
    }
    assert!(
        flat.iter()
            .all(|s| (0..s.tokens.len()).all(|i| s.tokens[i].head == i.checked_sub(1)))
    );
}

/// A sentence as a person can read it: words above tags, lemmas and heads.
fn draw(text: &str, sentence: &Sentence) -> String {
    let mut rows = vec![String::new(); 5];
    for (i, token) in sentence.tokens.iter().enumerate() {
        let head = token.head.map_or("-".to_owned(), |h| {
            format!("{}:{}", h + 1, sentence.tokens[h].form(text))
        });
        let cells = [
            format!("{}:{}", i + 1, token.form(text)),
            format!("{} {}", token.upos.as_str(), token.xpos),
            token.lemma.clone(),
            token.deprel.as_str().to_owned(),
            head,
        ];
        let width = cells.iter().map(|c| c.chars().count()).max().unwrap_or(0) + 2;
        for (row, cell) in rows.iter_mut().zip(cells) {
            write!(row, "{cell:width$}").unwrap();
        }
    }
    rows.iter()
        .fold(String::new(), |all, row| all + row.trim_end() + "\n")
}

#[test]
fn sentences_are_read_as_the_snapshot_shows() {
    let text = include_str!("text/sentences.txt");
    let drawn: Vec<String> = parse(text).iter().map(|s| draw(text, s)).collect();
    let drawn = drawn.join("\n");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/text/sentences.trees");
    if std::env::var_os("CROSSCHECK_BLESS").is_some() {
        std::fs::write(path, &drawn).expect("the snapshot can be written");
    }
    let kept = std::fs::read_to_string(path).expect("the snapshot can be read");
    assert!(
        drawn == kept,
        "the reading has changed; look at it, and if it is right run again with CROSSCHECK_BLESS=1\n{drawn}"
    );
}

/// The root, its subject and its object.
fn clause(text: &str, sentence: &Sentence) -> [String; 3] {
    let root = sentence.root().expect("each sentence has a root");
    let child = |relations: &[Deprel]| {
        let found = sentence
            .children(root)
            .find(|&c| relations.contains(&sentence.tokens[c].deprel));
        found.map_or("-".to_owned(), |c| sentence.tokens[c].form(text).to_owned())
    };
    let subject = child(&[Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter]);
    [
        sentence.tokens[root].form(text).to_owned(),
        subject,
        child(&[Deprel::Obj]),
    ]
}

#[test]
fn short_news_sentences_are_understood() {
    let (mut right, mut all, mut wrong) = (0, 0, String::new());
    for line in include_str!("text/clauses.tsv")
        .lines()
        .filter(|l| !l.starts_with('#'))
    {
        let columns: Vec<&str> = line.split('\t').collect();
        let sentences = parse(columns[0]);
        let found: Vec<[String; 3]> = sentences.iter().map(|s| clause(columns[0], s)).collect();
        all += 1;
        if found.len() == 1 && found[0] == columns[1..] {
            right += 1;
        } else {
            writeln!(wrong, "{} {found:?}", columns[0]).unwrap();
        }
    }
    println!("{right} of {all} are right; wrong are\n{wrong}");
    assert!(
        right * 100 >= all * 85,
        "{right} of {all} are right; wrong are\n{wrong}"
    );
}
