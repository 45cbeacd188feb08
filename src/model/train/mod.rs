//! Learns the model from treebanks. Built only with the feature `train`; it may panic where reading text may not.
#![expect(
    clippy::indexing_slicing,
    clippy::expect_used,
    reason = "training is no part of reading: a bad index is a mistake to be seen"
)]

mod adam;
mod gradient;
mod lemmas;
mod network;
mod random;
mod write;

use crate::model::Tag;
use crate::model::layout::Shape;
use crate::text::conllu::Annotated;
use crate::text::{Deprel, Lemmas, Traits, Upos, penn_tag};
use gradient::Lesson;
use write::Writer;

/// What a training run can be told.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Rounds over the sentences.
    pub rounds: usize,
    /// Numbers of a word's state, of a word in an arc, of a word in naming the relation.
    pub sizes: [usize; 3],
    /// Levels of states.
    pub levels: usize,
    /// How far the first steps go.
    pub rate: f32,
    /// Words of a step.
    pub words_a_step: usize,
    /// The share of all numbers that is left out at random, so that none is relied on alone.
    pub leave_out: f32,
    /// How readily rare words are taken for unknown ones.
    pub forget: f32,
    /// How much of the right answer is spread over all answers.
    pub smooth: f32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            rounds: 24,
            sizes: [192, 96, 64],
            levels: 3,
            rate: 0.003,
            words_a_step: 1200,
            leave_out: 0.2,
            forget: 0.5,
            smooth: 0.03,
        }
    }
}

/// Longer sentences are lists more often than not.
const LONGEST: usize = 100;

/// Learns a model and returns the bytes of its file. `say` is told how it goes.
pub fn train(
    documents: &[Annotated],
    irregular: &[(char, String)],
    settings: &Settings,
    say: &mut dyn FnMut(&str),
) -> Vec<u8> {
    let tags = tags(documents);
    let relations = relations(documents);
    let list = lemmas::learn(documents, irregular);
    let mut lessons = lessons(documents, &tags, &relations, &Lemmas::read(&list));
    say(&format!(
        "{} sentences, {} tags, {} relations",
        lessons.len(),
        tags.len(),
        relations.len()
    ));
    let hashes = lessons
        .iter()
        .flat_map(|l| &l.words)
        .map(|(_, traits)| traits.hash());
    let (known, forget) = network::known(hashes, settings);
    for (row, traits) in lessons.iter_mut().flat_map(|l| &mut l.words) {
        *row = known.binary_search(&traits.hash()).map_or(0, |i| i + 1);
    }
    let [width, arc, label] = settings.sizes;
    let (words, levels) = (known.len(), settings.levels);
    let shape = Shape {
        width,
        levels,
        words,
        tags: tags.len(),
        relations: relations.len(),
        arc,
        label,
    };
    let network = network::learn(&lessons, (shape, known, &forget), settings, say);
    let mut file = Writer::default();
    let names: Vec<String> = tags
        .iter()
        .map(|(upos, xpos)| format!("{} {xpos}", upos.as_str()))
        .collect();
    file.section(*b"TAGS", names.join("\n").as_bytes());
    let names: Vec<&str> = relations.iter().map(|r| r.as_str()).collect();
    file.section(*b"RELS", names.join("\n").as_bytes());
    file.section(*b"NETW", &network::pack(&network, &lessons));
    file.section(*b"LEMM", list.as_bytes());
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

/// The sentences to learn from; the words' own rows are not known yet.
fn lessons(documents: &[Annotated], tags: &[Tag], relations: &[Deprel], list: &Lemmas) -> Vec<Lesson> {
    let class = |tag: Tag| {
        let exact = tags
            .iter()
            .position(|t| *t == tag)
            .or_else(|| tags.iter().position(|t| t.0 == tag.0));
        exact
            .or_else(|| tags.iter().position(|t| t.0 == Upos::X))
            .unwrap_or(0)
    };
    let relation = |name: Deprel| relations.iter().position(|r| *r == name).unwrap_or(0);
    let mut lessons = Vec::new();
    for annotated in documents {
        for sentence in annotated.sentences.iter().filter(|s| s.tokens.len() <= LONGEST) {
            let tokens = &sentence.tokens;
            lessons.push(Lesson {
                words: tokens
                    .iter()
                    .map(|t| (0, Traits::new(t.form(&annotated.text), list)))
                    .collect(),
                tags: tokens.iter().map(|t| class((t.upos, t.xpos))).collect(),
                heads: tokens.iter().map(|t| t.head.map_or(0, |head| head + 1)).collect(),
                relations: tokens.iter().map(|t| relation(t.deprel)).collect(),
            });
        }
    }
    lessons
}
