//! Attributions: how well source, cue and content are found, by characters and as whole stretches, of three systems.
//!
//! What lies inside the content of another attribution does not count: the sets at hand mark only the outermost ones.
//!
//! A line of the input is a document: `text`, and `attributions` whose `source`, `cue` and `content` are lists of pairs of
//! offsets in characters.

use std::collections::{BTreeMap, BTreeSet};

use crate::shell::{File, say};
use crosscheck::{Comparer, Document, Field, Reader, Span, Words};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// The parts of an attribution.
const PARTS: [&str; 3] = ["source", "cue", "content"];

/// Marks that do not count at the ends of a stretch; white space does not either.
const LOOSE: &str = ",.;:'\"“”‘’";

#[derive(Deserialize)]
struct Row {
    text: String,
    attributions: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    source: Vec<(usize, usize)>,
    cue: Vec<(usize, usize)>,
    content: Vec<(usize, usize)>,
}

/// The stretches of the three parts, in characters.
type Parts = [Vec<(usize, usize)>; 3];

/// Right, said, and to be found.
#[derive(Default, Clone, Copy)]
struct Tally {
    hits: usize,
    said: usize,
    gold: usize,
}

/// Prints a line for each system.
pub(crate) fn run(file: &File) -> Result<(), Box<dyn std::error::Error>> {
    let rows: Vec<(Vec<char>, String, Vec<Parts>)> = file
        .rows::<Row>()?
        .into_iter()
        .map(|row| {
            let gold = row.attributions.into_iter().map(|a| [a.source, a.cue, a.content]);
            (row.text.chars().collect(), row.text, gold.collect())
        })
        .collect();
    let by = |reader: Reader| -> Result<Vec<Vec<Parts>>, Box<dyn std::error::Error>> {
        let comparer = Comparer::builder().reader(reader).build()?;
        Ok(rows
            .iter()
            .map(|(_, text, _)| outermost(&found(&comparer, text)))
            .collect())
    };
    print(&rows, "shipped", &by(Reader::Trained)?)?;
    print(
        &rows,
        "overlap",
        &rows
            .iter()
            .map(|(chars, _, _)| guessed(chars))
            .collect::<Vec<_>>(),
    )?;
    print(&rows, "flat", &by(Reader::Flat)?)?;
    Ok(())
}

/// What the library finds.
fn found(comparer: &Comparer, text: &str) -> Vec<Parts> {
    let document = Document::new("document", text);
    // Offsets come in bytes: each is looked up once.
    let mut characters = vec![0; text.len() + 1];
    for (count, (byte, _)) in text.char_indices().enumerate() {
        characters[byte] = count;
    }
    characters[text.len()] = text.chars().count();
    let part = |words: &[Words]| {
        let spans = words.iter().map(|w| w.span);
        let spans = spans.filter(|s: &Span| s.field == Field::Text);
        spans.map(|s| (characters[s.start], characters[s.end])).collect()
    };
    let attributions = comparer.attributions(&document);
    attributions
        .iter()
        .map(|a| [part(&a.source), part(&a.cue), part(&a.content)])
        .collect()
}

/// The attributions whose cue lies in no other's content.
fn outermost(all: &[Parts]) -> Vec<Parts> {
    let inside = |inner: &Parts, outer: &Parts| {
        inner[1]
            .iter()
            .any(|cue| outer[2].iter().any(|c| c.0 <= cue.0 && cue.1 <= c.1))
    };
    let mutual = |a: &Parts, b: &Parts| inside(a, b) && !inside(b, a);
    all.iter()
        .filter(|a| !all.iter().any(|b| mutual(a, b)))
        .cloned()
        .collect()
}

/// The words that the baseline takes for cues.
const CUES: &str = "say says said saying tell tells told telling add adds added adding write writes wrote note notes noted \
    argue argues argued claim claims claimed announce announces announced report reports reported think thinks thought \
    believe believes believed know knows suggest suggests suggested warn warns warned deny denies denied insist insists \
    insisted explain explains explained admit admits admitted predict predicts predicted expect expects expected hope \
    hopes hoped want wants wanted plan plans planned promise promises promised accuse accuses accused ask asks asked \
    call calls called state states stated declare declares declared according show shows showed find finds found \
    conclude concludes concluded tweet tweets tweeted reply replies replied respond responds responded confirm confirms \
    confirmed";

/// A cue by the list, the nearest name as its source, the longest rest of the sentence as its content.
fn guessed(text: &[char]) -> Vec<Parts> {
    let mut found = Vec::new();
    let mut start = 0;
    for end in 0..=text.len() {
        let over = end == text.len()
            || text[end] == '\n'
            || matches!(text[end], '.' | '!' | '?')
                && text
                    .get(end + 1)
                    .is_none_or(|c| c.is_whitespace() || "”\"’".contains(*c));
        if !over {
            continue;
        }
        let sentence = start..end;
        start = end + 1;
        let words = words(text, sentence.clone());
        let string = |w: &(usize, usize)| text[w.0..w.1].iter().collect::<String>();
        for cue in &words {
            let form = string(cue);
            if !CUES.split_whitespace().any(|c| c == form) {
                continue;
            }
            let name = names(text, &words)
                .into_iter()
                .min_by_key(|n| if n.1 <= cue.0 { cue.0 - n.1 } else { n.0 - cue.0 });
            let taken = |i: &usize| {
                let within = |w: &(usize, usize)| w.0 <= *i && *i < w.1;
                within(cue) || name.as_ref().is_some_and(within)
            };
            let sides = [sentence.start..cue.0, cue.1..sentence.end].map(|side| {
                let rest = side.filter(|i| !taken(i) && !text[*i].is_whitespace());
                stretches(text, &rest.collect::<Vec<_>>())
            });
            let content = sides.into_iter().flatten().max_by_key(|s| s.1 - s.0);
            found.push([
                name.into_iter().collect(),
                vec![*cue],
                content.into_iter().collect(),
            ]);
        }
    }
    found
}

fn words(text: &[char], range: std::ops::Range<usize>) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for i in range.filter(|&i| text[i].is_alphanumeric()) {
        match found.last_mut() {
            Some(word) if word.1 == i => word.1 = i + 1,
            _ => found.push((i, i + 1)),
        }
    }
    found
}

/// Runs of words with capitals.
fn names(text: &[char], words: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for word in words.iter().filter(|w| text[w.0].is_uppercase()) {
        match found.last_mut() {
            Some(name) if text[name.1..word.0].iter().all(|&c| c == ' ') => name.1 = word.1,
            _ => found.push(*word),
        }
    }
    found
}

/// Positions as stretches; white space in between does not part them.
fn stretches(text: &[char], positions: &[usize]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for &i in positions {
        match found.last_mut() {
            Some(last) if text[last.1..i].iter().all(|c| c.is_whitespace()) => last.1 = i + 1,
            _ => found.push((i, i + 1)),
        }
    }
    found
}

fn print(rows: &[(Vec<char>, String, Vec<Parts>)], system: &str, said: &[Vec<Parts>]) -> std::io::Result<()> {
    let mut line = Map::new();
    line.insert("system".into(), json!(system));
    line.insert("documents".into(), json!(rows.len()));
    for (part, name) in PARTS.iter().enumerate() {
        let (mut characters, mut exact) = (Tally::default(), Tally::default());
        for ((text, _, gold), said) in rows.iter().zip(said) {
            let covered = |all: &[Parts]| -> BTreeSet<usize> {
                let spans = all.iter().flat_map(|a| &a[part]);
                spans
                    .flat_map(|&(start, end)| start..end)
                    .filter(|&i| !text[i].is_whitespace())
                    .collect()
            };
            let (g, s) = (covered(gold), covered(said));
            characters.add(g.intersection(&s).count(), s.len(), g.len());
            let trimmed = |all: &[Parts]| {
                let mut counts: BTreeMap<Vec<(usize, usize)>, usize> = BTreeMap::new();
                for spans in all.iter().map(|a| &a[part]).filter(|s| !s.is_empty()) {
                    *counts.entry(trim(text, spans)).or_default() += 1;
                }
                counts
            };
            let (g, s) = (trimmed(gold), trimmed(said));
            let hits = s
                .iter()
                .map(|(spans, n)| *n.min(g.get(spans).unwrap_or(&0)))
                .sum();
            exact.add(hits, s.values().sum(), g.values().sum());
        }
        line.insert(
            (*name).into(),
            json!({
                "characters_precision": characters.precision(), "characters_recall": characters.recall(),
                "characters_f1": characters.f1(), "exact_precision": exact.precision(),
                "exact_recall": exact.recall(), "exact_f1": exact.f1(),
            }),
        );
    }
    say(Value::Object(line))
}

/// The stretches in order, without white space and marks at their ends.
fn trim(text: &[char], spans: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let loose = |i: usize| text[i].is_whitespace() || LOOSE.contains(text[i]);
    let mut trimmed: Vec<(usize, usize)> = spans
        .iter()
        .filter_map(|&(start, end)| {
            let first = (start..end).find(|&i| !loose(i))?;
            let last = (first..end).rfind(|&i| !loose(i))?;
            Some((first, last + 1))
        })
        .collect();
    trimmed.sort_unstable();
    trimmed
}

impl Tally {
    fn add(&mut self, hits: usize, said: usize, gold: usize) {
        self.hits += hits;
        self.said += said;
        self.gold += gold;
    }

    fn precision(self) -> f64 {
        share(self.hits, self.said)
    }

    fn recall(self) -> f64 {
        share(self.hits, self.gold)
    }

    fn f1(self) -> f64 {
        share(2 * self.hits, self.said + self.gold)
    }
}

fn share(n: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { n as f64 / of as f64 }
}
