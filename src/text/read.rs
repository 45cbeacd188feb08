//! From text to trees: the steps in their order.

use std::ops::Range;

use super::analyse::Analyst;
use super::headline::as_in_a_sentence;
use super::letter::named_by_letter;
use super::markup::unmarked;
use super::mend::mend;
use super::split::split;
use super::token::{Deprel, Sentence, Token, Upos, bracket};
use super::tokenize::tokenize;
use super::traits::Traits;
use crate::model::Model;

/// Reads a text: its sentences, their words with tags and lemmas, and how the words depend on each other.
///
/// Every span is a range of bytes of `text`, in order and without overlap. Any text can be read; the marks of simple
/// Markdown are passed over.
pub fn parse(text: &str) -> Vec<Sentence> {
    parse_words(text, &words(&unmarked(text)))
}

/// Reads a text as [`parse`] does, but makes every word depend on its left neighbour: the measure of what the trees are worth.
pub fn parse_flat(text: &str) -> Vec<Sentence> {
    let mut sentences = parse(text);
    sentences.iter_mut().for_each(Sentence::flatten);
    sentences
}

/// Reads a text whose words are already known: a list of spans for each sentence.
///
/// Spans that are not in the text, or not on character boundaries, are read as empty words.
pub fn parse_words(text: &str, sentences: &[Vec<Range<usize>>]) -> Vec<Sentence> {
    let model = Model::english();
    let mut analyst = Analyst::default();
    sentences
        .iter()
        .filter(|spans| !spans.is_empty())
        .map(|spans| sentence(model, &mut analyst, text, spans))
        .collect()
}

/// The words of a text, sentence by sentence.
fn words(text: &str) -> Vec<Vec<Range<usize>>> {
    let words = tokenize(text);
    let spans = |range| {
        words
            .get::<Range<usize>>(range)
            .unwrap_or_default()
            .iter()
            .map(|w| w.span.clone())
            .collect()
    };
    split(text, &words).into_iter().map(spans).collect()
}

fn sentence(model: &Model, analyst: &mut Analyst, text: &str, spans: &[Range<usize>]) -> Sentence {
    let form = |span: &Range<usize>| {
        let form = text.get(span.clone()).unwrap_or_default();
        bracket(form).unwrap_or(form)
    };
    let at = |i: Option<usize>| i.and_then(|i| spans.get(i)).map(form).unwrap_or_default();
    let forms: Vec<&str> = spans.iter().map(form).collect();
    let small = as_in_a_sentence(&forms, &model.lemmas);
    let written = |i: usize| match &small {
        Some(small) => small.get(i).map_or("", String::as_str),
        None => named_by_letter(at(i.checked_sub(1)), at(Some(i)), at(Some(i + 1))),
    };
    let words: Vec<Traits> = (0..spans.len())
        .map(|i| Traits::new(written(i), &model.lemmas))
        .collect();
    let beside = model
        .relation_names
        .iter()
        .position(|r| *r == Deprel::Parataxis)
        .unwrap_or(0);
    let tokens: Vec<Token> = spans
        .iter()
        .zip(analyst.read(model, &words, beside))
        .enumerate()
        .map(|(i, (span, reading))| {
            let (upos, xpos) = model.tags.get(reading.tag).copied().unwrap_or((Upos::X, "FW"));
            let named = model.relation_names.get(reading.relation).copied();
            Token {
                span: span.clone(),
                lemma: model
                    .lemmas
                    .lemma(if small.is_some() { written(i) } else { form(span) }, upos, xpos),
                upos,
                xpos,
                head: reading.head,
                deprel: if reading.head.is_none() {
                    Deprel::Root
                } else {
                    named.unwrap_or(Deprel::Dep)
                },
            }
        })
        .collect();
    let start = spans.first().map_or(0, |s| s.start);
    let end = spans.last().map_or(start, |s| s.end);
    let mut sentence = Sentence {
        span: start..end,
        tokens,
    };
    mend(&mut sentence, |token| form(&token.span));
    sentence
}
