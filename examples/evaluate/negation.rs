//! Which events a text negates (the Conan Doyle corpus): precision, recall and F1 over the words of the negated events.
//!
//! The corpus marks the words of events that are said not to be so, in clauses that are said of what is so (no questions, no
//! conditions, no orders). Where a modal stands ("cannot leave") it marks the modal, and of a word negated inside ("unpleasant")
//! the word. Of a verb with an object that there is none of ("sees no end") it marks the verb. The library's answer is each
//! event that has a negation for certain ("hardly" and "will not" are less sure), or its modal; "is", and a noun, count only
//! where no other word is negated with them.

use std::collections::BTreeSet;
use std::error::Error;

use crate::shell::{File, say};
use crate::systems::SYSTEMS;
use crosscheck::text::Upos;
use crosscheck::{Comparer, Event, Parsed};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Row {
    #[serde(default)]
    doc: String,
    tokens: Vec<String>,
    negations: Vec<Negation>,
}

#[derive(Deserialize)]
struct Negation {
    event: Vec<(usize, String)>,
}

/// A word of a document: sentence and place.
type Place = (usize, usize);

/// Prints a line for each system.
pub(crate) fn run(file: &File) -> Result<(), Box<dyn Error>> {
    let rows: Vec<Row> = file.rows()?;
    for (system, reader) in SYSTEMS {
        let comparer = reader
            .map(|r| Comparer::builder().reader(r).build())
            .transpose()?;
        let (mut right, mut said, mut gold) = (0, 0, 0);
        for document in rows.chunk_by(|a, b| a.doc == b.doc) {
            let wanted: BTreeSet<Place> = document
                .iter()
                .enumerate()
                .flat_map(|(s, row)| {
                    row.negations
                        .iter()
                        .flat_map(move |n| n.event.iter().map(move |w| (s, w.0)))
                })
                .collect();
            let found = match &comparer {
                Some(comparer) => negated(comparer, document),
                None => by_words(document),
            };
            right += wanted.intersection(&found).count();
            said += found.len();
            gold += wanted.len();
        }
        let share = |n: usize, of: usize| n as f64 / of.max(1) as f64;
        let line = json!({
            "system": system, "words": gold, "precision": share(right, said), "recall": share(right, gold),
            "f1": share(2 * right, said + gold),
        });
        say(line)?;
    }
    Ok(())
}

fn negated(comparer: &Comparer, rows: &[Row]) -> BTreeSet<Place> {
    let sentences: Vec<&[String]> = rows.iter().map(|r| r.tokens.as_slice()).collect();
    let parsed = Parsed::from_words("text", &sentences);
    let events = comparer.factuality_of(&parsed);
    let noun = |event: &Event| {
        parsed
            .sentences
            .iter()
            .flat_map(|s| &s.tokens)
            .any(|t| t.span.start == event.words.span.start && t.upos == Upos::Noun)
    };
    let place = |start: usize| {
        parsed.sentences.iter().enumerate().find_map(|(s, sentence)| {
            let word = sentence.tokens.iter().position(|t| t.span.start == start)?;
            Some((s, word))
        })
    };
    events
        .iter()
        .filter(|event| {
            let other = |other: &&Event| *other != *event && denied(other) && same(event, other);
            let with = |b: &Event| !bare(b) && !noun(b);
            !(bare(event) && events.iter().any(|o| other(&o))
                || noun(event) && events.iter().any(|o| other(&o) && with(o)))
        })
        .filter_map(|event| place(word(event)?))
        .collect()
}

/// Whether an event has a negation for certain, be it only in its object.
fn denied(event: &Event) -> bool {
    event.event.value().abs() >= 3 && !event.negators.is_empty()
}

/// Whether two events have a negation in common.
fn same(a: &Event, b: &Event) -> bool {
    a.negators.iter().any(|n| b.negators.contains(n))
}

/// Whether the event is no more than that something is ("there *is* no bridge").
fn bare(event: &Event) -> bool {
    matches!(
        event.words.text.to_lowercase().as_str(),
        "is" | "'s" | "are" | "was" | "were" | "be" | "been"
    )
}

/// Where the word starts that stands for a negated event; `None` if the event is not negated.
fn word(event: &Event) -> Option<usize> {
    let inside = event.negators.iter().any(|n| event.words.span.contains(n.span));
    if !inside && !denied(event) {
        return None;
    }
    let modal = event
        .event
        .commitments
        .iter()
        .flat_map(|c| &c.cues)
        .find(|cue| matches!(cue.text.to_lowercase().as_str(), "can" | "ca" | "could"));
    Some(
        modal
            .filter(|_| !inside)
            .map_or(event.words.span.start, |m| m.span.start),
    )
}

/// The baseline takes the first longer word after a negation.
fn by_words(rows: &[Row]) -> BTreeSet<Place> {
    let mut found = BTreeSet::new();
    for (s, row) in rows.iter().enumerate() {
        for (i, token) in row.tokens.iter().enumerate() {
            let form = token.to_lowercase();
            if matches!(
                form.as_str(),
                "no" | "not" | "n't" | "never" | "nothing" | "nobody" | "without" | "nor"
            ) {
                let next = (i + 1..row.tokens.len()).find(|&j| row.tokens[j].len() > 3);
                found.extend(next.map(|j| (s, j)));
            }
        }
    }
    found
}
