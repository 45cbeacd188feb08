//! False conflicts: how many of 10,000 pairs of claims that have nothing to contradict are called a conflict.
//!
//! The file holds headlines with the article of each, as for `stance`; articles that share a headline which one of them
//! speaks of tell one story. Two kinds of pairs are drawn: claims of articles on different stories, and claims of articles
//! on one story that share two names (of these a few may conflict indeed). `relate` takes every two claims to speak of one
//! situation; `compare` asks for evidence.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use crate::shell::{File, say};
use crosscheck::{Claim, Comparer, Document, Reader, Relation, Term};
use serde::Deserialize;
use serde_json::json;

use crate::overlap;

#[derive(Deserialize)]
struct Row {
    headline: String,
    body_id: u64,
    gold: String,
}

#[derive(Deserialize)]
struct Body {
    id: u64,
    body: String,
}

/// How many pairs of claims on different stories are drawn for `relate`, and pairs of articles for `compare`.
const CLAIM_PAIRS: usize = 100_000;
const ARTICLE_PAIRS: usize = 400;

struct Articles {
    documents: Vec<Document>,
    story: Vec<usize>,
    claims: Vec<Vec<Claim>>,
}

/// Prints a line for each system.
pub(crate) fn run(file: &File, bodies: Option<&File>) -> Result<(), Box<dyn Error>> {
    let (documents, story) = stories(file, bodies.ok_or("--bodies is missing")?)?;
    for (system, reader) in [
        ("shipped", Reader::Trained),
        ("overlap", Reader::Trained),
        ("flat", Reader::Flat),
    ] {
        let comparer = Comparer::builder().reader(reader).build()?;
        let articles = Articles {
            claims: documents.iter().map(|d| comparer.claims(d)).collect(),
            documents: documents.clone(),
            story: story.clone(),
        };
        let conflict = |a: &Claim, b: &Claim| {
            Ok::<bool, crosscheck::Error>(if system == "overlap" {
                overlap::relation(&a.quote.text, &b.quote.text) == "conflict"
            } else {
                comparer.relate(a, b)?.relation == Relation::Conflict
            })
        };
        let (mut apart, mut together) = ([0, 0], [0, 0]);
        for (a, b) in articles.strangers() {
            apart[0] += 1;
            apart[1] += usize::from(conflict(a, b)?);
        }
        let akin = articles.akin();
        for (a, b) in &akin {
            together[0] += 1;
            together[1] += usize::from(conflict(a, b)?);
        }
        let mut line = json!({
            "system": system,
            "unrelated_pairs": apart[0],
            "unrelated_conflicts_relate": per_ten_thousand(apart),
            "same_story_pairs": together[0],
            "same_story_conflicts_relate": per_ten_thousand(together),
        });
        if system != "overlap" {
            line["unrelated_conflicts_compare"] = json!(articles.compared(&comparer, false)?);
            line["same_story_conflicts_compare"] = json!(articles.compared(&comparer, true)?);
        }
        say(line)?;
    }
    Ok(())
}

fn per_ten_thousand([pairs, conflicts]: [usize; 2]) -> f64 {
    conflicts as f64 * 10_000.0 / pairs.max(1) as f64
}

/// The articles, and for each the story that it tells.
fn stories(file: &File, bodies: &File) -> Result<(Vec<Document>, Vec<usize>), Box<dyn Error>> {
    let (mut documents, mut places) = (Vec::new(), BTreeMap::new());
    for body in bodies.rows::<Body>()? {
        places.insert(body.id, documents.len());
        documents.push(Document::new("article", body.body).with_id(body.id.to_string()));
    }
    let mut story: Vec<usize> = (0..documents.len()).collect();
    let mut of_headline: BTreeMap<String, usize> = BTreeMap::new();
    for row in file.rows::<Row>()? {
        let place = *places
            .get(&row.body_id)
            .ok_or_else(|| file.wrong(format!("--bodies has no {}", row.body_id)))?;
        if row.gold != "unrelated" {
            let (from, to) = (
                story[place],
                *of_headline.entry(row.headline).or_insert(story[place]),
            );
            // Joins the two stories; headlines name stories, so they move along.
            story.iter_mut().filter(|s| **s == from).for_each(|s| *s = to);
            of_headline
                .values_mut()
                .filter(|s| **s == from)
                .for_each(|s| *s = to);
        }
    }
    Ok((documents, story))
}

/// Numbers that look random and are the same each time.
fn numbers() -> impl FnMut(usize) -> usize {
    let mut state: u64 = 1;
    move |below| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below.max(1)
    }
}

impl Articles {
    /// Pairs of claims on different stories.
    fn strangers(&self) -> Vec<(&Claim, &Claim)> {
        let mut number = numbers();
        let all: Vec<(usize, &Claim)> = self
            .claims
            .iter()
            .enumerate()
            .flat_map(|(i, claims)| claims.iter().map(move |c| (self.story[i], c)))
            .collect();
        if all.is_empty() {
            return Vec::new();
        }
        let drawn = (0..CLAIM_PAIRS * 2).map(|_| (all[number(all.len())], all[number(all.len())]));
        drawn
            .filter(|(a, b)| a.0 != b.0)
            .map(|(a, b)| (a.1, b.1))
            .take(CLAIM_PAIRS)
            .collect()
    }

    fn article_pairs(&self, one_story: bool) -> Vec<(usize, usize)> {
        let count = self.documents.len();
        let all = (0..count).flat_map(|i| (i + 1..count).map(move |j| (i, j)));
        all.filter(|&(i, j)| (self.story[i] == self.story[j]) == one_story)
            .collect()
    }

    /// Pairs of claims on one story that share two names.
    fn akin(&self) -> Vec<(&Claim, &Claim)> {
        let names: Vec<Vec<BTreeSet<&str>>> = self
            .claims
            .iter()
            .map(|claims| claims.iter().map(names).collect())
            .collect();
        let mut found = Vec::new();
        for (i, j) in self.article_pairs(true) {
            for (a, x) in self.claims[i].iter().zip(&names[i]) {
                for (b, y) in self.claims[j].iter().zip(&names[j]) {
                    if x.intersection(y).count() >= 2 {
                        found.push((a, b));
                    }
                }
            }
        }
        found
    }

    /// The conflicts that comparing articles finds, in 10,000 pairs of their claims.
    fn compared(&self, comparer: &Comparer, one_story: bool) -> Result<f64, Box<dyn Error>> {
        let all = self.article_pairs(one_story);
        let mut number = numbers();
        let mut counts = [0, 0];
        for _ in 0..ARTICLE_PAIRS.min(all.len()) {
            let (i, j) = all[number(all.len())];
            let documents = [self.documents[i].clone(), self.documents[j].clone()];
            let claims = [self.claims[i].clone(), self.claims[j].clone()].concat();
            let report = comparer.compare_claims(&documents, claims)?;
            let shares_two = |a: &str, b: &str| {
                let (a, b) = (report.claim(a), report.claim(b));
                a.zip(b)
                    .is_some_and(|(a, b)| names(a).intersection(&names(b)).count() >= 2)
            };
            let conflicts = report
                .links()
                .iter()
                .filter(|l| l.judgement.relation == Relation::Conflict)
                .filter(|l| !one_story || shares_two(&l.a, &l.b));
            counts[1] += conflicts.count();
            counts[0] += if one_story {
                let pairs = |a: &Claim| {
                    let x = names(a);
                    self.claims[j]
                        .iter()
                        .filter(|b| x.intersection(&names(b)).count() >= 2)
                        .count()
                };
                self.claims[i].iter().map(pairs).sum::<usize>()
            } else {
                self.claims[i].len() * self.claims[j].len()
            };
        }
        Ok(per_ten_thousand(counts))
    }
}

/// The names that a claim speaks of.
fn names(claim: &Claim) -> BTreeSet<&str> {
    fn gather<'t>(term: &'t Term, names: &mut BTreeSet<&'t str>) {
        names.extend(term.name());
        term.members.iter().for_each(|m| gather(m, names));
        term.modifiers.iter().for_each(|m| gather(&m.term, names));
    }
    let mut found = BTreeSet::new();
    for argument in &claim.proposition.arguments {
        gather(&argument.term, &mut found);
    }
    found
}
