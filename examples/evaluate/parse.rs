//! Scores the reader against a treebank, as the CoNLL 2018 shared task does.

use std::collections::HashMap;
use std::error::Error;
use std::ops::Range;

use crate::shell::{File, say};
use crosscheck::text::conllu::{self, Annotated};
use crosscheck::text::{Deprel, Sentence, Token, parse, parse_words};
use serde_json::{Map, Value};

const RELATIONS: [Deprel; 8] = [
    Deprel::Nsubj,
    Deprel::NsubjPass,
    Deprel::Obj,
    Deprel::Ccomp,
    Deprel::Conj,
    Deprel::AclRelcl,
    Deprel::Appos,
    Deprel::NmodPoss,
];

/// What was counted: how many are right, how many the reader gave, how many the treebank has.
#[derive(Default, Clone, Copy)]
struct Count {
    right: usize,
    given: usize,
    gold: usize,
}

impl Count {
    fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.given + self.gold).max(1) as f64
    }
}

type Counts = HashMap<String, Count>;

/// Prints a line for the reader and one for the same words with every head set to its left neighbour.
pub(crate) fn run(file: &File) -> Result<(), Box<dyn Error>> {
    let documents = conllu::read(&file.text).map_err(|e| file.wrong(e))?;
    if documents.is_empty() {
        return Err(file.wrong("there are no trees"));
    }
    for system in ["shipped", "flat"] {
        let mut counts = Counts::new();
        for document in &documents {
            let spans: Vec<Vec<Range<usize>>> = document
                .sentences
                .iter()
                .map(|s| s.tokens.iter().map(|t| t.span.clone()).collect())
                .collect();
            let (mut cut, mut raw) = (parse_words(&document.text, &spans), parse(&document.text));
            if system == "flat" {
                cut.iter_mut().chain(&mut raw).for_each(Sentence::flatten);
            }
            score_cut(document, &cut, &mut counts);
            score_raw(document, &raw, &mut counts);
        }
        let mut line = Map::from_iter([("system".to_owned(), Value::from(system))]);
        let mut names: Vec<&String> = counts.keys().collect();
        names.sort();
        for name in names {
            line.insert(name.clone(), Value::from((counts[name].f1() * 1e5).round() / 1e5));
        }
        say(Value::Object(line))?;
    }
    Ok(())
}

/// Scores tags and trees over the treebank's own words.
fn score_cut(document: &Annotated, read: &[Sentence], counts: &mut Counts) {
    let news = document.id.contains("_news_");
    for (gold, given) in document.sentences.iter().zip(read) {
        for (g, r) in gold.tokens.iter().zip(&given.tokens) {
            let tree = g.head == r.head && g.deprel == r.deprel;
            let figures = [
                ("upos", g.upos == r.upos),
                ("xpos", g.xpos == r.xpos),
                ("lemma", g.lemma == r.lemma),
                ("uas", g.head == r.head),
                ("las", tree),
            ];
            for (name, right) in figures {
                add(counts, name, [right, true, true]);
            }
            if news {
                add(counts, "news_las", [tree, true, true]);
            }
            for relation in RELATIONS {
                let (in_gold, in_read) = (g.deprel == relation, r.deprel == relation);
                add(counts, relation.as_str(), [in_gold && tree, in_read, in_gold]);
            }
        }
    }
}

/// Scores sentences, words and trees from raw text: words are the same where they cover the same characters.
fn score_raw(document: &Annotated, read: &[Sentence], counts: &mut Counts) {
    let words = |sentences: &[Sentence]| -> HashMap<Range<usize>, (Token, Option<Range<usize>>)> {
        let head = |s: &Sentence, t: &Token| t.head.map(|h| s.tokens[h].span.clone());
        let all = sentences
            .iter()
            .flat_map(|s| s.tokens.iter().map(move |t| (s, t)));
        all.map(|(s, t)| (t.span.clone(), (t.clone(), head(s, t))))
            .collect()
    };
    let (gold, given) = (words(&document.sentences), words(read));
    let mut names = HashMap::from([("words", 0), ("raw_upos", 0), ("raw_uas", 0), ("raw_las", 0)]);
    for (span, (token, head)) in &gold {
        let Some((read, read_head)) = given.get(span) else {
            continue;
        };
        let uas = head == read_head;
        let figures = [
            ("words", true),
            ("raw_upos", token.upos == read.upos),
            ("raw_uas", uas),
        ];
        for (name, right) in figures
            .into_iter()
            .chain([("raw_las", uas && token.deprel == read.deprel)])
        {
            *names.entry(name).or_default() += usize::from(right);
        }
    }
    for (name, right) in names {
        let count = counts.entry(name.to_owned()).or_default();
        *count = Count {
            right: count.right + right,
            given: count.given + given.len(),
            gold: count.gold + gold.len(),
        };
    }
    let right = read
        .iter()
        .filter(|s| document.sentences.iter().any(|g| g.span == s.span))
        .count();
    let count = counts.entry("sentences".to_owned()).or_default();
    *count = Count {
        right: count.right + right,
        given: count.given + read.len(),
        gold: count.gold + document.sentences.len(),
    };
}

fn add(counts: &mut Counts, name: &str, [right, given, gold]: [bool; 3]) {
    let count = counts.entry(name.to_owned()).or_default();
    count.right += usize::from(right);
    count.given += usize::from(given);
    count.gold += usize::from(gold);
}
