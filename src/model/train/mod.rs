//! Learns the model from treebanks. Built only with the feature `train`; it may panic where reading text may not.
#![expect(
    clippy::indexing_slicing,
    reason = "training is no part of reading: a bad index is a mistake to be seen"
)]

mod arcs;
mod lemmas;
mod perceptron;
mod relations;
mod tagger;
mod write;

use crate::model::Tag;
use crate::text::conllu::Annotated;
use crate::text::{Deprel, Forms, Upos, penn_tag};
use write::Writer;

/// What a training run can be told.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Rounds over the sentences for the tagger.
    pub tagger_rounds: usize,
    /// Rounds for the relations, in the search and in the finished tree.
    pub relation_rounds: [usize; 2],
    /// Rounds for the transitions.
    pub arc_rounds: usize,
    /// Parts that the treebank is cut into so that each is tagged by a tagger that has not seen it.
    pub folds: usize,
    /// What is dropped of the tagger, of the relations and of the steps: weights smaller than the first figure, features that
    /// needed fewer changes than the second.
    pub prune: [(f64, u32); 3],
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            tagger_rounds: 8,
            relation_rounds: [4, 6],
            arc_rounds: 10,
            folds: 5,
            prune: [(0.4, 4), (0.4, 4), (0.8, 12)],
        }
    }
}

/// A sentence to learn from.
struct Example {
    forms: Forms,
    gold_tags: Vec<u8>,
    /// What a tagger says that has not seen the sentence.
    tags: Vec<u8>,
    /// Heads, the root being the number of words.
    heads: Vec<u32>,
    labels: Vec<u8>,
    /// The tags that are auxiliaries'.
    auxiliaries: u128,
    document: usize,
}

/// Learns a model and returns the bytes of its file. `say` is told how it goes.
pub fn train(
    documents: &[Annotated],
    irregular: &[(char, String)],
    settings: &Settings,
    say: &mut dyn FnMut(&str),
) -> Vec<u8> {
    let tags = tags(documents);
    let relations = relations(documents);
    let mut examples = examples(documents, &tags, &relations);
    say(&format!(
        "{} sentences, {} tags, {} relations",
        examples.len(),
        tags.len(),
        relations.len()
    ));
    let tagger = tagger::learn(&mut examples, tags.len(), settings, say);
    let relation_weights = relations::learn(&examples, relations.len(), settings, say);
    let again = relations::learn_again(&examples, relations.len(), settings, say);
    let arcs = arcs::learn(&examples, &relation_weights, relations.len(), settings, say);
    let mut file = Writer::default();
    let names: Vec<String> = tags
        .iter()
        .map(|(upos, xpos)| format!("{} {xpos}", upos.as_str()))
        .collect();
    file.section(*b"TAGS", names.join("\n").as_bytes());
    file.section(*b"TAGW", &tagger.pack(settings.prune[0]));
    file.section(*b"ARCW", &arcs.pack(settings.prune[2]));
    file.section(*b"RELW", &relation_weights.pack(settings.prune[1]));
    file.section(*b"TREL", &again.pack(settings.prune[1]));
    let names: Vec<&str> = relations.iter().map(|r| r.as_str()).collect();
    file.section(*b"RELS", names.join("\n").as_bytes());
    file.section(*b"LEMM", lemmas::learn(documents, irregular).as_bytes());
    say(&file.sizes());
    file.finish()
}

/// The tags that occur at least three times, so that no class stands for a slip.
fn tags(documents: &[Annotated]) -> Vec<Tag> {
    let mut counts = std::collections::BTreeMap::<Tag, usize>::new();
    for token in documents
        .iter()
        .flat_map(|d| &d.sentences)
        .flat_map(|s| &s.tokens)
    {
        *counts.entry((token.upos, token.xpos)).or_default() += 1;
    }
    counts
        .into_iter()
        .filter(|((_, xpos), n)| *n >= 3 && penn_tag(xpos).is_some())
        .map(|(tag, _)| tag)
        .collect()
}

/// The relations, the root's first.
fn relations(documents: &[Annotated]) -> Vec<Deprel> {
    let used: std::collections::BTreeSet<Deprel> = documents
        .iter()
        .flat_map(|d| &d.sentences)
        .flat_map(|s| &s.tokens)
        .map(|t| t.deprel)
        .collect();
    std::iter::once(Deprel::Root)
        .chain(used.into_iter().filter(|r| *r != Deprel::Root))
        .collect()
}

fn examples(documents: &[Annotated], tags: &[Tag], relations: &[Deprel]) -> Vec<Example> {
    let class = |tag: Tag| {
        let exact = tags
            .iter()
            .position(|t| *t == tag)
            .or_else(|| tags.iter().position(|t| t.0 == tag.0));
        exact
            .or_else(|| tags.iter().position(|t| t.0 == Upos::X))
            .unwrap_or(0) as u8
    };
    let auxiliaries = crate::model::auxiliaries(tags);
    let mut examples = Vec::new();
    for (document, annotated) in documents.iter().enumerate() {
        for sentence in &annotated.sentences {
            let n = sentence.tokens.len();
            let gold_tags: Vec<u8> = sentence.tokens.iter().map(|t| class((t.upos, t.xpos))).collect();
            examples.push(Example {
                forms: Forms::new(sentence.tokens.iter().map(|t| t.form(&annotated.text))),
                tags: gold_tags.clone(),
                gold_tags,
                heads: sentence
                    .tokens
                    .iter()
                    .map(|t| t.head.unwrap_or(n) as u32)
                    .collect(),
                labels: sentence
                    .tokens
                    .iter()
                    .map(|t| relations.iter().position(|r| *r == t.deprel).unwrap_or(0) as u8)
                    .collect(),
                auxiliaries,
                document,
            });
        }
    }
    examples
}

/// The order in which a round takes the sentences: shuffled, the same in every run.
fn order(examples: usize, round: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..examples).collect();
    let mut state = 0x2545_f491_4f6c_dd1d_u64.wrapping_add(round as u64);
    for i in (1..examples).rev() {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        order.swap(i, (state >> 33) as usize % (i + 1));
    }
    order
}
