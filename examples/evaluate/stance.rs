//! What documents do with claims: accuracy and F1 of three systems, and how often they take a side when the claims are
//! shuffled.
//!
//! A line with `a` and `b` holds an article's headline and a rumour, labelled agree, conflict or neutral (for, against,
//! observing); being silent counts as observing. A line with `headline` and `body_id` holds a claim and the article that
//! `--bodies` has under that id, labelled agree, disagree, discuss or unrelated in `gold`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use crate::shell::{File, say};
use crate::systems::SYSTEMS;
use crosscheck::{Comparer, Document, Reader, Stance};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::overlap;

#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "expected `a`, `b` and `label`, or `headline`, `body_id` and `gold`"
)]
enum Row {
    Body {
        headline: String,
        body_id: u64,
        gold: String,
    },
    Headline {
        a: String,
        b: String,
        label: String,
    },
}

#[derive(Deserialize)]
struct Body {
    id: u64,
    body: String,
}

/// The documents, the claims, and for each row the index of both with its label.
struct Set {
    documents: Vec<Document>,
    claims: Vec<String>,
    rows: Vec<(usize, usize, String)>,
    /// What each stance is called in the labels.
    names: fn(Stance) -> &'static str,
}

fn of_headline(stance: Stance) -> &'static str {
    match stance {
        Stance::Affirms => "agree",
        Stance::Denies => "conflict",
        Stance::Hedges | Stance::Reports | Stance::Silent => "neutral",
    }
}

fn of_body(stance: Stance) -> &'static str {
    match stance {
        Stance::Affirms => "agree",
        Stance::Denies => "disagree",
        Stance::Hedges | Stance::Reports => "discuss",
        Stance::Silent => "unrelated",
    }
}

/// Prints a line for each system.
pub(crate) fn run(file: &File, bodies: Option<&File>) -> Result<(), Box<dyn Error>> {
    let set = read(file, bodies)?;
    let pairs: Vec<(usize, usize)> = set.rows.iter().map(|r| (r.0, r.1)).collect();
    let shuffled = shuffled(&pairs);
    for (system, reader) in SYSTEMS {
        let found = match reader {
            Some(reader) => asked(&set, reader, pairs.iter().chain(&shuffled))?,
            None => pairs
                .iter()
                .chain(&shuffled)
                .map(|&(d, c)| ((d, c), overlap::stance(&set.documents[d].text, &set.claims[c])))
                .collect(),
        };
        print(&set, system, &pairs, &shuffled, &found)?;
    }
    Ok(())
}

/// The stance of each pair's document; each document is read once.
fn asked<'p>(
    set: &Set,
    reader: Reader,
    pairs: impl Iterator<Item = &'p (usize, usize)>,
) -> Result<BTreeMap<(usize, usize), Stance>, crosscheck::Error> {
    let comparer = Comparer::builder().reader(reader).build()?;
    let mut wanted: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for &(document, claim) in pairs {
        wanted.entry(document).or_default().insert(claim);
    }
    let mut found = BTreeMap::new();
    for (document, claims) in wanted {
        let texts: Vec<&str> = claims.iter().map(|&c| set.claims[c].as_str()).collect();
        let findings = comparer.stances(&set.documents[document], &texts)?;
        found.extend(
            claims
                .into_iter()
                .zip(findings)
                .map(|(c, f)| ((document, c), f.stance)),
        );
    }
    Ok(found)
}

fn read(file: &File, bodies: Option<&File>) -> Result<Set, Box<dyn Error>> {
    let mut set = Set {
        documents: Vec::new(),
        claims: Vec::new(),
        rows: Vec::new(),
        names: of_headline,
    };
    let (mut places, mut claims) = (BTreeMap::new(), BTreeMap::new());
    for body in bodies.map(File::rows::<Body>).transpose()?.unwrap_or_default() {
        places.insert(body.id, set.documents.len());
        set.documents.push(Document::new("article", body.body));
    }
    for (number, row) in file.rows()?.into_iter().enumerate() {
        let (document, claim, label) = match row {
            Row::Body {
                headline,
                body_id,
                gold,
            } => {
                set.names = of_body;
                let place = places.get(&body_id);
                let place = place
                    .ok_or_else(|| file.wrong(format!("row {}: --bodies has no {body_id}", number + 1)))?;
                (*place, headline, gold)
            }
            Row::Headline { a, b, label } => {
                set.documents.push(Document::new("article", a));
                (set.documents.len() - 1, b, label)
            }
        };
        let next = claims.len();
        let claim = *claims.entry(claim.clone()).or_insert_with(|| {
            set.claims.push(claim);
            next
        });
        set.rows.push((document, claim, label));
    }
    Ok(set)
}

/// The pairs with their claims in another order, the same one each time.
fn shuffled(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut claims: Vec<usize> = pairs.iter().map(|p| p.1).collect();
    let mut state: u64 = 1;
    for i in (1..claims.len()).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        claims.swap(i, (state >> 33) as usize % (i + 1));
    }
    pairs.iter().zip(claims).map(|(p, c)| (p.0, c)).collect()
}

fn print(
    set: &Set,
    system: &str,
    pairs: &[(usize, usize)],
    shuffled: &[(usize, usize)],
    found: &BTreeMap<(usize, usize), Stance>,
) -> std::io::Result<()> {
    let share = |n: usize, of: usize| n as f64 / of.max(1) as f64;
    let said: Vec<&str> = pairs.iter().map(|p| (set.names)(found[p])).collect();
    let gold: Vec<&str> = set.rows.iter().map(|r| r.2.as_str()).collect();
    let count =
        |test: &dyn Fn(&str, &str) -> bool| gold.iter().zip(&said).filter(|(g, s)| test(g, s)).count();
    let mut line = Map::new();
    line.insert("system".into(), json!(system));
    line.insert("pairs".into(), json!(gold.len()));
    line.insert("accuracy".into(), json!(share(count(&|g, s| g == s), gold.len())));
    let labels: BTreeSet<&str> = gold.iter().copied().collect();
    let mut sum = 0.0;
    let mut figures: Vec<(String, Value)> = Vec::new();
    for label in &labels {
        let hits = count(&|g, s| g == *label && s == *label);
        let (in_said, in_gold) = (count(&|_, s| s == *label), count(&|g, _| g == *label));
        let f1 = share(2 * hits, in_said + in_gold);
        sum += f1;
        figures.push((format!("{label}_precision"), json!(share(hits, in_said))));
        figures.push((format!("{label}_recall"), json!(share(hits, in_gold))));
        figures.push((format!("{label}_f1"), json!(f1)));
    }
    line.insert("macro_f1".into(), json!(sum / labels.len().max(1) as f64));
    line.extend(figures);
    let sides = shuffled
        .iter()
        .filter(|p| matches!(found[*p], Stance::Affirms | Stance::Denies))
        .count();
    line.insert(
        "shuffled_affirms_denies".into(),
        json!(share(sides, shuffled.len())),
    );
    say(Value::Object(line))
}
