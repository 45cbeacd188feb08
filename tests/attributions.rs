//! Who says what: sources, cues and contents as words of the text, and whose each claim is.

use crosscheck::{Claim, Document, Stance, Words, attributions, claims};

fn joined(words: &[Words]) -> String {
    let texts: Vec<&str> = words.iter().map(|w| w.text.as_str()).collect();
    texts.join(" … ")
}

/// Each attribution of a text as "source | cue | content".
fn told(text: &str) -> Vec<String> {
    let document = Document::new("Herald", text);
    let found = attributions(&document);
    for words in found
        .iter()
        .flat_map(|a| a.source.iter().chain(&a.cue).chain(&a.content))
    {
        assert_eq!(document.quote(words.span), Some(words.text.as_str()));
    }
    found
        .iter()
        .map(|a| {
            format!(
                "{} | {} | {}",
                joined(&a.source),
                joined(&a.cue),
                joined(&a.content)
            )
        })
        .collect()
}

#[test]
fn sources_cues_and_contents_are_words_of_the_text() {
    for (text, expected) in [
        (
            "The mayor has also said that the bridge is closed.",
            "The mayor | has also said | that the bridge is closed",
        ),
        (
            "The bridge is closed, according to the harbour police.",
            "the harbour police | according to | The bridge is closed",
        ),
        (
            "“The bridge is closed,” said Ann Lee, an engineer. “It will stay so.”",
            "Ann Lee, an engineer | said | “The bridge is closed,” … “It will stay so.”",
        ),
        (
            "It was widely reported that the bridge had collapsed.",
            " | was widely reported | that the bridge had collapsed",
        ),
        (
            "Residents criticised the new bridge.",
            "Residents | criticised | the new bridge",
        ),
        (
            "Unions called for a strike at the port.",
            "Unions | called for | a strike at the port",
        ),
        ("Ann Lee: The bridge is safe", "Ann Lee | : | The bridge is safe"),
    ] {
        assert_eq!(told(text), [expected], "{text}");
    }
}

#[test]
fn attributions_nest() {
    let found = told("The ministry said that a witness claimed that the army had left.");
    assert_eq!(
        found,
        [
            "The ministry | said | that a witness claimed that the army had left",
            "a witness | claimed | that the army had left",
        ]
    );
}

fn about(text: &str, words: &str) -> Claim {
    let found = claims(&Document::new("Herald", text));
    found.into_iter().find(|c| c.quote.text.contains(words)).unwrap()
}

#[test]
fn a_claim_stays_with_whoever_makes_it() {
    let text = "The papers reported that the bridge is closed. Neither of these reports is accurate.";
    let claim = about(text, "the bridge is closed");
    assert_eq!(
        (claim.holder().name(), claim.stance()),
        ("The papers", Stance::Denies)
    );
    let claim = about(
        "The bridge is closed, as the mayor has admitted.",
        "The bridge is closed",
    );
    assert_eq!(
        (claim.holder().name(), claim.stance()),
        ("author", Stance::Affirms)
    );
}

#[test]
fn words_that_negate_are_affirmed() {
    for text in ["The bridge is not closed.", "Nothing was found under the bridge."] {
        assert_eq!(about(text, "bridge").stance(), Stance::Affirms, "{text}");
    }
}
