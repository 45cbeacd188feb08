//! How sure a text is of its events: Pearson's correlation and the mean absolute error on the scale from −3 to 3.
//!
//! Two kinds of rows are told apart by their keys. `targets` (UW, MEANTIME, `MegaVeridicality`) are words of a tokenised
//! text with a label each: the library's answer is the commitment of the author, or, where the author takes no position,
//! of the outermost holder who does. `mean commitment` (`CommitmentBank`) is a speaker's commitment to an embedded clause
//! as it is worded. Certain, probable and possible are ±3, ±2 and ±1; unproven and asked are 0, and what nobody is committed
//! to but is wanted, planned, tried, supposed or has to be done is 1, its opposite −1. Unlike other
//! figures, a correlation may be negative, and an error is better the smaller it is and can be more than 1.

use std::error::Error;

use crate::shell::{File, say};
use crate::systems::SYSTEMS;
use crosscheck::text::{Deprel, parse};
use crosscheck::{Comparer, Document, Event, Parsed};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "expected `text` and `targets`, or `text`, `context`, `complement`, `predicate` and `label`"
)]
enum Row {
    Targets {
        text: String,
        targets: Vec<Target>,
    },
    Embedded {
        text: String,
        #[serde(default)]
        context: String,
        complement: String,
        #[serde(rename = "embedding predicate")]
        predicate: String,
        #[serde(rename = "mean commitment")]
        label: f64,
    },
}

#[derive(Deserialize)]
struct Target {
    /// The words, counted from 0, the last not included.
    span: [usize; 2],
    label: f64,
}

/// Prints a line for each system.
pub(crate) fn run(file: &File) -> Result<(), Box<dyn Error>> {
    let rows: Vec<Row> = file.rows()?;
    for (system, reader) in SYSTEMS {
        let comparer = reader
            .map(|r| Comparer::builder().reader(r).build())
            .transpose()?;
        let pairs: Vec<(f64, f64)> = rows
            .iter()
            .flat_map(|row| answers(row, comparer.as_ref()))
            .collect();
        let line = json!({
            "system": system, "events": pairs.len(),
            "pearson": pearson(&pairs), "mean_absolute_error": error(&pairs),
        });
        say(line)?;
    }
    Ok(())
}

/// The label and the system's answer for each event of a row.
fn answers(row: &Row, comparer: Option<&Comparer>) -> Vec<(f64, f64)> {
    match row {
        Row::Targets { text, targets } => {
            let words: Vec<&str> = text.split(' ').collect();
            let said = comparer.map(|c| {
                let parsed = Parsed::from_words("text", &[&words]);
                (c.factuality_of(&parsed), parsed)
            });
            let answer = |t: &Target| match &said {
                Some((events, parsed)) => of_target(events, parsed, t),
                None => by_words(words.get(..t.span[0]).unwrap_or_default()),
            };
            targets.iter().map(|t| (t.label, answer(t))).collect()
        }
        Row::Embedded {
            text,
            context,
            complement,
            predicate,
            label,
        } => {
            let whole = format!("{} {text}", context.trim());
            let start = whole.len() - text.len();
            let at = head(&whole, start, predicate, complement);
            let answer = match comparer {
                Some(comparer) => {
                    let events = comparer.factuality(&Document::new("text", whole));
                    let event = events.iter().find(|e| e.words.span.start == at);
                    f64::from(event.map_or(0, |e| e.clause.value()))
                }
                None => by_words(&whole[start..at.max(start)].split_whitespace().collect::<Vec<_>>()),
            };
            vec![(*label, answer)]
        }
    }
}

/// The commitment to a word of a tokenised text; a word that stands for no event by itself, such as a copula, goes with the
/// word that it belongs to.
fn of_target(events: &[Event], parsed: &Parsed, target: &Target) -> f64 {
    let tokens = parsed.sentences.first().map_or(&[][..], |s| &s.tokens);
    let mut word = Some(target.span[0]);
    for _ in 0..4 {
        let Some(token) = word.and_then(|w| tokens.get(w)) else {
            break;
        };
        if let Some(event) = events.iter().find(|e| e.words.span.start == token.span.start) {
            return f64::from(event.event.value());
        }
        word = token.head;
    }
    0.0
}

/// Where in the text the word stands that heads the complement, which may be put in other words there.
fn head(text: &str, start: usize, predicate: &str, complement: &str) -> usize {
    let forms = |text: &str| -> Vec<(usize, String, String, bool)> {
        parse(text)
            .iter()
            .flat_map(|s| &s.tokens)
            .map(|t| {
                let form = t.form(text).to_lowercase();
                (
                    t.span.start,
                    form,
                    t.lemma.to_lowercase(),
                    t.deprel == Deprel::Root,
                )
            })
            .collect()
    };
    let wanted = forms(complement);
    let root = wanted.iter().position(|w| w.3).unwrap_or(0);
    let words = forms(text);
    let embeds = words
        .iter()
        .find(|w| w.0 >= start && w.2 == predicate)
        .map_or(start, |w| w.0);
    let mut best = (0, start);
    for (i, word) in words.iter().enumerate() {
        if word.0 < start || wanted.get(root).is_none_or(|r| r.1 != word.1 && r.2 != word.2) {
            continue;
        }
        let alike = (0..wanted.len())
            .filter(|&k| {
                (i + k)
                    .checked_sub(root)
                    .and_then(|j| words.get(j))
                    .is_some_and(|w| w.1 == wanted[k].1)
            })
            .count();
        // Behind the predicate first.
        let score = 2 * alike + usize::from(word.0 > embeds);
        if score > best.0 {
            best = (score, word.0);
        }
    }
    best.1
}

/// The baseline looks for negations and hedges among the last words before the event.
fn by_words(before: &[&str]) -> f64 {
    const WINDOW: usize = 6;
    const NEGATIONS: [&str; 12] = [
        "no", "not", "n't", "never", "nobody", "nothing", "without", "neither", "nor", "denied", "failed",
        "none",
    ];
    const HEDGES: [&str; 20] = [
        "may", "might", "could", "would", "will", "can", "should", "if", "whether", "perhaps", "possibly",
        "maybe", "probably", "likely", "possible", "to", "hope", "want", "plan", "expected",
    ];
    let window = before
        .get(before.len().saturating_sub(WINDOW)..)
        .unwrap_or_default();
    let words: Vec<String> = window.iter().map(|w| w.to_lowercase()).collect();
    let any = |list: &[&str]| {
        words
            .iter()
            .any(|w| list.contains(&w.as_str()) || w.ends_with("n't") && list.contains(&"n't"))
    };
    match (any(&NEGATIONS), any(&HEDGES)) {
        (false, false) => 3.0,
        (true, false) => -3.0,
        (false, true) => 1.0,
        (true, true) => -1.0,
    }
}

fn pearson(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len().max(1) as f64;
    let (x, y) = pairs
        .iter()
        .fold((0.0, 0.0), |(x, y), p| (x + p.0 / n, y + p.1 / n));
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for (a, b) in pairs {
        xy += (a - x) * (b - y);
        xx += (a - x).powi(2);
        yy += (b - y).powi(2);
    }
    if xx * yy > 0.0 { xy / (xx * yy).sqrt() } else { 0.0 }
}

fn error(pairs: &[(f64, f64)]) -> f64 {
    pairs.iter().map(|(a, b)| (a - b).abs()).sum::<f64>() / pairs.len().max(1) as f64
}
