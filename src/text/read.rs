//! From text to trees: the steps in their order.

use std::ops::Range;

use super::relabel::relabel;
use super::relation::Tagged;
use super::search::{BEAM, Search};
use super::split::split;
use super::tag::{Forms, tag};
use super::token::{Deprel, Sentence, Token, Upos};
use super::tokenize::tokenize;
use crate::model::Model;

/// Reads a text: its sentences, their words with tags and lemmas, and how the words depend on each other.
///
/// Every span is a range of bytes of `text`, in order and without overlap. Any text can be read.
pub fn parse(text: &str) -> Vec<Sentence> {
    parse_words(text, &words(text))
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
    let mut search = Search::new(&model.arcs, &model.relations, model.relation_names.len());
    sentences
        .iter()
        .filter(|spans| !spans.is_empty())
        .map(|spans| sentence(model, &mut search, text, spans))
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

fn sentence(
    model: &Model,
    search: &mut Search<'_, crate::model::quads::Quads, crate::model::rows::Rows>,
    text: &str,
    spans: &[Range<usize>],
) -> Sentence {
    let form = |span: &Range<usize>| text.get(span.clone()).unwrap_or_default();
    let forms = Forms::new(spans.iter().map(form));
    let tags = tag(&model.tagger, model.tags.len(), &forms);
    let tagged = Tagged {
        forms: &forms,
        tags: &tags,
        auxiliaries: model.auxiliaries,
    };
    let mut heads: Vec<u32> = search
        .parse(tagged, BEAM)
        .into_iter()
        .map(|(head, _)| head)
        .collect();
    one_root(&mut heads);
    let labels = relabel(&model.tree_relations, model.relation_names.len(), tagged, &heads);
    let tokens = spans
        .iter()
        .zip(&tags)
        .zip(heads.iter().zip(&labels))
        .map(|((span, &class), (&head, &label))| {
            let (upos, xpos) = model
                .tags
                .get(usize::from(class))
                .copied()
                .unwrap_or((Upos::X, "FW"));
            let head = Some(head as usize).filter(|&h| h < spans.len());
            let deprel = model
                .relation_names
                .get(usize::from(label))
                .copied()
                .unwrap_or(Deprel::Dep);
            Token {
                span: span.clone(),
                lemma: model.lemmas.lemma(form(span), upos, xpos),
                upos,
                xpos,
                head,
                deprel: if head.is_none() { Deprel::Root } else { deprel },
            }
        })
        .collect();
    let start = spans.first().map_or(0, |s| s.start);
    let end = spans.last().map_or(start, |s| s.end);
    Sentence {
        span: start..end,
        tokens,
    }
}

/// Keeps the first root and lets the other ones depend on it.
fn one_root(heads: &mut [u32]) {
    let n = heads.len() as u32;
    let Some(first) = heads.iter().position(|&head| head >= n) else {
        return;
    };
    for (i, head) in heads.iter_mut().enumerate() {
        if *head >= n && i != first {
            *head = first as u32;
        }
    }
}
