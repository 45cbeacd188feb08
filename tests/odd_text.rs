//! Odd input is read or refused, and never brings a caller down.

use crosscheck::{Document, Report};
use quickcheck::quickcheck;

/// Texts that break careless code.
fn odd() -> Vec<String> {
    let mut texts: Vec<String> = [
        "",
        " ",
        "\n",
        "\r\n\r",
        "\0",
        ".",
        "...",
        "—",
        "“",
        "”",
        "🦆",
        "👩‍👩‍👧‍👦🏽",
        "e\u{301}",
        "ﷺ",
        "שלום עולם. مرحبا.",
        "\u{202e}abc",
        "\u{feff}",
        "\u{feff}---",
        "---",
        "---\n---",
        "---\r\n---\r\n",
        "{}",
        "[",
        "null",
        "日本語の文。",
        "a\u{0}b.",
        "He said: “",
        "1,000,000,000,000,000,000,000,000,000",
        "$",
        "%%%",
        "http://",
        "@@ ##",
    ]
    .map(str::to_owned)
    .into();
    texts.push("x".repeat(1 << 20));
    texts.push(", ".repeat(1 << 12));
    texts.push("(".repeat(1 << 12));
    texts
}

#[test]
fn odd_files_are_read_or_refused() {
    for text in odd() {
        if let Ok(document) = Document::from_plain("odd", &text) {
            assert!(text.ends_with(&document.text));
        }
        if let Err(error) = Document::from_jsonl(&text) {
            assert!(error.is_input() && error.to_string().starts_with("line "));
        }
        assert!(Report::from_json(&text).unwrap_err().is_report());
    }
}

quickcheck! {
    fn any_file_is_read_or_refused(text: String) -> bool {
        let plain = Document::from_plain("any", &text).map_or(true, |d| text.ends_with(&d.text));
        let head = Document::from_plain("any", &format!("---\n{text}\n---\nend"));
        let _ = (head, Document::from_jsonl(&text), Report::from_json(&text));
        plain
    }

    fn any_document_survives_json_lines(source: String, text: String) -> bool {
        let document = Document::new(source.as_str(), text.as_str());
        let line = serde_json::to_string(&document).unwrap();
        source.is_empty() || source.trim().is_empty()
            || Document::from_jsonl(&line).is_ok_and(|back| back == [document])
    }
}
