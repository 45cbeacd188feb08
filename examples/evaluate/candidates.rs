//! Which pairs of claims are compared at all: the share of those that the judge links, and how long many claims take.

use std::error::Error;
use std::num::NonZeroUsize;
use std::time::Instant;

use crate::shell::{File, say, value};
use crosscheck::{
    Argument, Basis, Claim, Commitment, Comparer, Document, Entity, EntityKind, Evidence, EvidenceKind,
    Factuality, Field, Holder, Predicate, Proposition, Quantifier, Relation, Role, Span, Tense, Term, Words,
    align, claims, relate,
};
use serde_json::json;

/// Prints the recall of candidates among the claims of documents, given as JSON Lines.
pub(crate) fn run(file: &File) -> Result<(), Box<dyn Error>> {
    let documents = Document::from_jsonl(&file.text).map_err(|e| file.wrong(e))?;
    let named = documents.into_iter().enumerate();
    let claims: Vec<Claim> = named
        .flat_map(|(i, document)| claims(&document.with_id(i.to_string())))
        .collect();
    let found = Found::among(&claims);
    say(json!({
        "system": "shipped", "claims": claims.len(), "pairs": found.pairs, "candidates": found.candidates,
        "linked": found.linked, "recall": found.recall(),
    }))?;
    Ok(())
}

/// Compares stories of a thousand made-up claims each, and prints the time with the recall of candidates beside it.
pub(crate) fn run_made_up(stories: &str, threads: NonZeroUsize) -> Result<(), Box<dyn Error>> {
    let comparer = Comparer::builder().threads(threads).build()?;
    let (mut seconds, mut links, mut count) = (0.0, 0, 0);
    let mut sampled = Found::default();
    for seed in 0..value("stories", stories)? {
        let (documents, claims) = story(seed);
        let sample: Vec<Claim> = claims.iter().step_by(10).cloned().collect();
        sampled.add(&Found::among(&sample));
        count += claims.len();
        let start = Instant::now();
        links += comparer.compare_claims(&documents, claims)?.links().len();
        seconds += start.elapsed().as_secs_f64();
    }
    say(json!({
        "system": "shipped", "stories": stories, "claims": count, "links": links, "seconds": seconds, "threads": threads,
        "sampled_pairs": sampled.pairs, "sampled_candidates": sampled.candidates,
        "sampled_linked": sampled.linked, "recall": sampled.recall(),
    }))?;
    Ok(())
}

/// Pairs of claims of different documents, counted.
#[derive(Default)]
struct Found {
    pairs: usize,
    candidates: usize,
    /// Those that the judge links, whether candidates or not.
    linked: usize,
    /// Those that are both.
    proposed: usize,
}

impl Found {
    fn among(claims: &[Claim]) -> Found {
        let candidates = align::candidates(claims);
        let mut found = Found {
            candidates: candidates.len(),
            ..Found::default()
        };
        for (i, a) in claims.iter().enumerate() {
            for (j, b) in claims.iter().enumerate().skip(i + 1) {
                if a.document == b.document {
                    continue;
                }
                found.pairs += 1;
                if relate(a, b).relation != Relation::Neutral {
                    found.linked += 1;
                    found.proposed += usize::from(candidates.binary_search(&(i, j)).is_ok());
                }
            }
        }
        found
    }

    fn add(&mut self, other: &Found) {
        self.pairs += other.pairs;
        self.candidates += other.candidates;
        self.linked += other.linked;
        self.proposed += other.proposed;
    }

    fn recall(&self) -> f64 {
        self.proposed as f64 / self.linked.max(1) as f64
    }
}

const FIRST: &str = "Maria Tom Ada Ivan Lena Paul Ruth Omar Nina Carl Edda Hugo Ines Jonas Kira Liam";
const LAST: &str =
    "Lopez Reed Novak Haas Moreau Okafor Lind Petrov Sato Weiss Duarte Kaya Brandt Silva Horvat Quinn";
const VERBS: &str = "criticise visit close open support oppose buy purchase sell attack assault praise meet repair mend \
    damage destroy build found lead join leave defend accuse blame inspect examine fund finance ban forbid allow permit \
    start begin stop end kill injure hire employ dismiss fire warn protect own rescue save win lose deny confirm";
const NOUNS: &str = "bridge harbour hospital school road railway line ship vessel boat car vehicle factory plant mill mine \
    company firm bank agency union party army council court police border market treaty deal agreement election strike \
    protest march report study law tax budget wage price house building tower church museum park forest river dam";

/// Numbers that look drawn at random and are the same on every run.
struct Draws(u64);

impl Draws {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A word of a list: the second half as often as the first, the third a third as often, and so on, from a place of the
    /// story's own.
    fn zipf<'l>(&mut self, list: &'l [String], from: usize) -> &'l str {
        let weight = |rank: usize| 1_000_000 / (rank as u64 + 1);
        let mut left = self.next() % (0..list.len()).map(weight).sum::<u64>();
        let rank = (0..list.len()).find(|&rank| {
            let here = weight(rank);
            let found = left < here;
            left = left.saturating_sub(here);
            found
        });
        &list[(rank.unwrap_or_default() + from) % list.len()]
    }
}

/// Ten documents of a hundred claims each.
fn story(seed: u64) -> (Vec<Document>, Vec<Claim>) {
    let list = |words: &str| words.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (verbs, nouns, surnames) = (list(VERBS), list(NOUNS), list(LAST));
    let names: Vec<String> = list(FIRST)
        .iter()
        .flat_map(|first| surnames.iter().map(move |last| format!("{first} {last}")))
        .collect();
    let mut draws = Draws(seed * 2 + 1);
    (0..40).for_each(|_| {
        draws.next();
    });
    let from = draws.next() as usize % 1000;
    let (mut documents, mut made) = (Vec::new(), Vec::new());
    for d in 0..10 {
        let (id, mut text) = (d.to_string(), String::new());
        for _ in 0..100 {
            let subject = name(draws.zipf(&names, from));
            let verb = draws.zipf(&verbs, from);
            let object = if draws.next().is_multiple_of(2) {
                name(draws.zipf(&names, from))
            } else {
                noun(draws.zipf(&nouns, from))
            };
            let denied = draws.next().is_multiple_of(8);
            made.push(claim(&id, &mut text, [subject, object], verb, denied));
        }
        documents.push(Document::new(format!("Source {d}"), text).with_id(id));
    }
    number(&mut made);
    (documents, made)
}

fn name(name: &str) -> Term {
    Term {
        text: name.to_owned(),
        head: name.to_owned(),
        entity: Some(Entity {
            name: name.to_owned(),
            kind: EntityKind::Person,
            form: name.to_owned(),
            ..Entity::default()
        }),
        ..Term::default()
    }
}

fn noun(head: &str) -> Term {
    Term {
        text: format!("the {head}"),
        head: head.to_owned(),
        quantifier: Quantifier::Definite,
        ..Term::default()
    }
}

/// Writes a sentence to the text, and returns what it claims.
fn claim(document: &str, text: &mut String, terms: [Term; 2], verb: &str, denied: bool) -> Claim {
    let start = text.len();
    let mut write = |words: &str| {
        let at = text.len();
        text.push_str(words);
        Words {
            span: Span::new(Field::Text, at..text.len()),
            text: words.to_owned(),
        }
    };
    let [mut subject, mut object] = terms;
    subject.span = write(&subject.text).span;
    write(if denied { " did not " } else { " did " });
    let said = write(verb);
    write(" ");
    object.span = write(&object.text).span;
    let sentence = Span::new(Field::Text, start..text.len());
    let quote = Words {
        span: sentence,
        text: text[start..].to_owned(),
    };
    text.push_str(".\n");
    let argument = |role, term| Argument {
        role,
        marker: None,
        term,
    };
    Claim {
        as_of: None,
        id: String::new(),
        document: document.to_owned(),
        statement: quote.text.clone(),
        quote,
        sentence,
        evidence: vec![Evidence {
            kind: EvidenceKind::Predicate,
            words: said,
        }],
        basis: Basis::Asserted,
        commitments: vec![Commitment {
            holder: Holder::Author,
            factuality: if denied {
                Factuality::CertainNegative
            } else {
                Factuality::CertainPositive
            },
            cues: Vec::new(),
        }],
        proposition: Proposition {
            predicate: Predicate {
                one_of_several: false,
                lemma: verb.to_owned(),
                tense: Tense::Past,
                ..Predicate::default()
            },
            arguments: vec![argument(Role::Subject, subject), argument(Role::Object, object)],
            qualifiers: Vec::new(),
        },
    }
}

/// Gives the claims their ids.
fn number(claims: &mut [Claim]) {
    let mut seen = std::collections::HashMap::new();
    for claim in claims {
        let occurrence = seen
            .entry((claim.document.clone(), claim.quote.text.clone()))
            .or_insert(0);
        claim.id = Claim::identify(&claim.document, &claim.quote.text, "author", *occurrence);
        *occurrence += 1;
    }
}
