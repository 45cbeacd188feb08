//! Links between two articles against those that readers found.
//!
//! A line of the file holds the texts `a` and `b` and `links`: each with the places in both, in characters, its `relations`
//! (agree, conflict) and a `strength`, `must` where two readers agreed on it and `may` where only one saw it or only in part.
//! A link said is right if it has half of the shorter of two quotes on both sides, and the relation, in common with one found.
//! What stands before `from`, two places in characters, gives the story and was not read for links: nothing there counts.
//! Links of one relation that overlap on both sides are one finding; a finding finds at most two `must` links.

use std::collections::BTreeSet;
use std::error::Error;
use std::ops::Range;

use crosscheck::{Comparer, Document, Reader, Relation};
use serde::Deserialize;
use serde_json::json;

use crate::overlap;
use crate::shell::{File, say};
use crate::systems::SYSTEMS;

#[derive(Deserialize)]
struct Pair {
    a: String,
    b: String,
    #[serde(default)]
    from: (usize, usize),
    links: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    a: (usize, usize),
    b: (usize, usize),
    relations: Vec<Relation>,
    strength: String,
}

/// A link that is said: its relation and its places in bytes.
struct Said {
    relation: Relation,
    places: [Range<usize>; 2],
}

/// A quote of more characters is no claim.
const LONGEST: usize = 320;

/// Right findings, findings, links found and links to be found.
#[derive(Default, Clone, Copy)]
struct Counts {
    right: usize,
    said: usize,
    found: usize,
    must: usize,
}

/// Prints a line for each system.
pub(crate) fn run(file: &File) -> Result<(), Box<dyn Error>> {
    let pairs: Vec<Pair> = file.rows()?;
    for (system, reader) in SYSTEMS {
        let mut counts = [Counts::default(); 2];
        for pair in &pairs {
            let said = match reader {
                Some(reader) => compared(pair, reader)?,
                None => overlapping(pair),
            };
            score(pair, said, &mut counts);
        }
        let [agree, conflict] = counts;
        let all = agree.with(conflict);
        say(json!({
            "system": system, "pairs": pairs.len(), "findings": all.said, "links": all.must,
            "precision": all.precision(), "recall": all.recall(), "f1": all.f1(),
            "agree_precision": agree.precision(), "agree_recall": agree.recall(),
            "conflict_precision": conflict.precision(), "conflict_recall": conflict.recall(),
        }))?;
    }
    Ok(())
}

/// The links of a report.
fn compared(pair: &Pair, reader: Reader) -> Result<Vec<Said>, crosscheck::Error> {
    let comparer = Comparer::builder().reader(reader).build()?;
    let documents =
        [("a", &pair.a), ("b", &pair.b)].map(|(id, text)| Document::new(id, text.as_str()).with_id(id));
    let report = comparer.compare(&documents)?;
    let links = report
        .links()
        .iter()
        .filter(|l| l.judgement.relation != Relation::Neutral);
    Ok(links
        .filter_map(|link| {
            let first = report.claim(&link.a)?;
            let [x, y] = report.shown(link)?;
            let (x, y) = if first.document == "a" { (x, y) } else { (y, x) };
            let place = |span: crosscheck::Span| span.start..span.end;
            Some(Said {
                relation: link.judgement.relation,
                places: [place(x.span), place(y.span)],
            })
        })
        .collect())
}

/// Sentences of which one has most of the other's words.
fn overlapping(pair: &Pair) -> Vec<Said> {
    let mut said = Vec::new();
    for x in sentences(&pair.a) {
        for y in sentences(&pair.b) {
            let (one, other) = (&pair.a[x.clone()], &pair.b[y.clone()]);
            let relation = [overlap::relation(one, other), overlap::relation(other, one)];
            let relation = match relation.iter().find(|r| **r != "neutral") {
                Some(&"agree") => Relation::Agree,
                Some(_) => Relation::Conflict,
                None => continue,
            };
            let places = [x.clone(), y];
            said.push(Said { relation, places });
        }
    }
    said
}

/// Where the sentences of a text stand: they end with a line or with a mark that a space follows.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut start) = (Vec::new(), 0);
    let mut marked = false;
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        if c == '\n' || marked && c.is_whitespace() {
            let own = &text[start..at];
            let lead = own.len() - own.trim_start().len();
            if !own.trim().is_empty() {
                found.push(start + lead..start + own.trim_end().len());
            }
            start = at;
        }
        marked = matches!(c, '.' | '!' | '?') || marked && matches!(c, '"' | '”' | '’');
    }
    found
}

/// Whether two places share half of the shorter.
fn overlaps(x: &Range<usize>, y: &Range<usize>) -> bool {
    let shared = x.end.min(y.end).saturating_sub(x.start.max(y.start));
    shared > 0 && 2 * shared >= x.len().min(y.len())
}

fn overlap_both(x: &[Range<usize>; 2], y: &[Range<usize>; 2]) -> bool {
    x.iter().zip(y).all(|(x, y)| overlaps(x, y))
}

/// Adds what was said of a pair to the counts of agreements and of conflicts.
fn score(pair: &Pair, said: Vec<Said>, counts: &mut [Counts; 2]) {
    let bytes = |text: &str| -> Vec<usize> {
        text.char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect()
    };
    let places = [bytes(&pair.a), bytes(&pair.b)];
    let place = |side: usize, (start, end): (usize, usize)| {
        let byte = |n: usize| places[side].get(n).copied().unwrap_or_default();
        byte(start)..byte(end)
    };
    let from = [
        place(0, (pair.from.0, pair.from.0)),
        place(1, (pair.from.1, pair.from.1)),
    ];
    let read = |s: &Said| {
        s.places
            .iter()
            .zip(&from)
            .all(|(at, from)| at.start >= from.start)
    };
    let said: Vec<Said> = said.into_iter().filter(read).collect();
    let gold: Vec<[Range<usize>; 2]> = pair
        .links
        .iter()
        .map(|g| [place(0, g.a), place(1, g.b)])
        .collect();
    let long = |said: &Said| {
        [(&pair.a, &said.places[0]), (&pair.b, &said.places[1])]
            .iter()
            .any(|(text, at)| text[(*at).clone()].chars().count() > LONGEST)
    };
    let mut findings: Vec<Vec<Said>> = Vec::new();
    for link in said {
        let one = |f: &Vec<Said>| {
            f.iter()
                .any(|s| s.relation == link.relation && overlap_both(&s.places, &link.places))
        };
        let (same, others): (Vec<_>, Vec<_>) = findings.into_iter().partition(one);
        findings = others;
        findings.push(same.into_iter().flatten().chain([link]).collect());
    }
    let mut found = BTreeSet::new();
    for finding in &findings {
        let hits: Vec<usize> = (0..gold.len())
            .filter(|&g| {
                let fits = |s: &Said| !long(s) && overlap_both(&s.places, &gold[g]);
                finding
                    .iter()
                    .any(|s| fits(s) && pair.links[g].relations.contains(&s.relation))
            })
            .collect();
        let counts = &mut counts[side(finding[0].relation)];
        counts.said += 1;
        counts.right += usize::from(!hits.is_empty());
        let must = |g: &usize| pair.links[*g].strength == "must";
        let new: Vec<usize> = hits
            .into_iter()
            .filter(|g| must(g) && !found.contains(g))
            .take(2)
            .collect();
        found.extend(new);
    }
    for (g, link) in pair
        .links
        .iter()
        .enumerate()
        .filter(|(_, l)| l.strength == "must")
    {
        let counts = &mut counts[side(link.relations[0])];
        counts.must += 1;
        counts.found += usize::from(found.contains(&g));
    }
}

/// The place of a relation among the counts.
fn side(relation: Relation) -> usize {
    usize::from(relation == Relation::Conflict)
}

impl Counts {
    fn with(self, other: Counts) -> Counts {
        Counts {
            right: self.right + other.right,
            said: self.said + other.said,
            found: self.found + other.found,
            must: self.must + other.must,
        }
    }

    fn precision(self) -> f64 {
        self.right as f64 / self.said.max(1) as f64
    }

    fn recall(self) -> f64 {
        self.found as f64 / self.must.max(1) as f64
    }

    fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE)
    }
}
