//! Trees written by hand, for tests of rules.

use super::reading::{Reading, Tree};
use crate::source::Document;
use crate::text::{Deprel, Sentence, Token, Upos};

/// A sentence with its text, owned.
#[derive(Debug)]
pub(super) struct Sample(Reading<'static>);

impl Sample {
    pub(super) fn tree(&self) -> Tree<'_> {
        self.0.trees().next().expect("one sentence").1
    }
}

/// Reads lines of form, lemma, Penn tag, relation and head (from 1; 0 is the root).
pub(super) fn tree(lines: &str) -> Sample {
    let mut text = String::new();
    let mut tokens = Vec::new();
    for line in lines.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [form, lemma, tag, relation, head] = columns.as_slice() else {
            panic!("five columns: {line}")
        };
        if !text.is_empty() && !matches!(*form, "," | "." | "'s" | "n't") {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(form);
        tokens.push(Token {
            span: start..text.len(),
            lemma: (*lemma).to_owned(),
            upos: coarse(tag, relation),
            xpos: Box::leak((*tag).to_owned().into_boxed_str()),
            head: head.parse::<usize>().expect("a number").checked_sub(1),
            deprel: Deprel::parse(relation).expect("a relation"),
        });
    }
    let document: &'static Document = Box::leak(Box::new(Document::new("test", text)));
    let sentence = Sentence {
        span: 0..document.text.len(),
        tokens,
    };
    Sample(Reading::new(document, move |_| vec![sentence.clone()]))
}

fn coarse(tag: &str, relation: &str) -> Upos {
    match tag {
        "NN" | "NNS" => Upos::Noun,
        "NNP" | "NNPS" => Upos::Propn,
        "MD" => Upos::Aux,
        _ if tag.starts_with('V') && (relation.starts_with("aux") || relation == "cop") => Upos::Aux,
        _ if tag.starts_with('V') => Upos::Verb,
        _ if tag.starts_with('J') => Upos::Adj,
        "RB" => Upos::Adv,
        "DT" => Upos::Det,
        "IN" => Upos::Adp,
        "CC" => Upos::Cconj,
        "CD" => Upos::Num,
        "PRP" | "PRP$" | "WP" | "WDT" => Upos::Pron,
        _ => Upos::X,
    }
}
