//! Runs the cases of `tests/cases/commitments.toml`.

use serde::Deserialize;

use super::commitments::Commitments;
use super::reading::Reading;
use super::reference::References;
use crate::claim::Basis;
use crate::source::Document;
use crate::text;

#[derive(Debug, Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Debug, Deserialize)]
struct Case {
    text: String,
    /// The predicate.
    word: String,
    /// Holders and codes, outermost first, parted by semicolons; or "none".
    chain: String,
    basis: Option<Basis>,
}

/// Who is committed to the proposition of a word, in the notation of the cases.
fn chain(case: &Case) -> (String, Option<Basis>) {
    let document = Document::new("test", case.text.clone());
    let reading = Reading::new(&document, text::parse);
    let references = References::new(&reading, &std::collections::BTreeMap::new());
    let commitments = Commitments::new(&reading, |at| references.entity(at).cloned());
    let place = reading.trees().find_map(|(at, tree)| {
        (0..tree.len())
            .find(|&i| tree.form(i) == case.word)
            .map(|i| at.word(i))
    });
    let Some(place) = place else {
        return (format!("no word {}", case.word), None);
    };
    commitments.of(place, false).map_or_else(
        || ("none".to_owned(), None),
        |made| {
            let parts: Vec<String> = made
                .commitments
                .iter()
                .map(|c| format!("{} {}", c.holder.name(), c.factuality.code()))
                .collect();
            (parts.join("; "), Some(made.basis))
        },
    )
}

#[test]
fn holders_and_certainty_come_out_right() {
    let cases: Cases =
        toml::from_str(include_str!("../../tests/cases/commitments.toml")).expect("well-formed cases");
    assert!(cases.case.len() >= 100);
    let wrong: Vec<String> = cases
        .case
        .iter()
        .filter_map(|case| {
            let (found, basis) = chain(case);
            (found != case.chain || basis != case.basis).then(|| {
                format!(
                    "{} [{}]\n   want {} {:?}\n   have {found} {basis:?}",
                    case.text, case.word, case.chain, case.basis
                )
            })
        })
        .collect();
    // The parser may read a few wrong, and others after it was trained again.
    assert!(
        wrong.len() * 50 <= cases.case.len(),
        "{} of {} wrong:\n{}",
        wrong.len(),
        cases.case.len(),
        wrong.join("\n")
    );
}
