//! Tags, heads and relations of a sentence's words, by the network.

use super::spanning::spanning_tree;
use super::token::Upos;
use super::traits::Traits;
use crate::model::Model;
use crate::model::network::{Arcs, Trace};

/// More words than this are no sentence: they are read piece by piece.
const LONGEST: usize = 192;

/// By how much a tag may be better than those that WordNet allows and still be given up: a word that was often seen is surer.
const DOUBT: f32 = 3.0;

/// What a word turns out to be: classes of its tag and its relation, and its head, if it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) tag: usize,
    pub(crate) head: Option<usize>,
    /// 0 is the root's.
    pub(crate) relation: usize,
}

/// The numbers that reading needs, used again from sentence to sentence.
#[derive(Debug, Default)]
pub(crate) struct Analyst {
    trace: Trace,
    arcs: Arcs,
    hidden: Vec<f32>,
    relations: Vec<f32>,
}

impl Analyst {
    /// Reads the words of a sentence. Exactly one has no head, and every other one reaches it.
    pub(crate) fn read(&mut self, model: &Model, words: &[Traits], beside: usize) -> Vec<Reading> {
        let mut readings: Vec<Reading> = Vec::with_capacity(words.len());
        for piece in words.chunks(LONGEST) {
            let start = readings.len();
            self.piece(model, piece, &mut readings);
            let root = readings.iter().position(|r| r.head.is_none());
            for reading in readings.iter_mut().skip(start.max(1)) {
                match &mut reading.head {
                    Some(head) => *head += start,
                    // The first piece has the root; what stands alone in another one stands beside it.
                    None if start > 0 => (reading.head, reading.relation) = (root, beside),
                    None => {}
                }
            }
        }
        readings
    }

    fn piece(&mut self, model: &Model, words: &[Traits], readings: &mut Vec<Reading>) {
        let network = &model.network;
        let shape = &network.shape;
        let rows: Vec<(usize, &Traits)> = words.iter().map(|w| (network.row(w), w)).collect();
        network.run(&rows, &[words.len()], &mut self.trace, |_, _| {});
        network.arcs(&self.trace.heads, &mut self.arcs);
        let heads = spanning_tree(&self.arcs.scores, words.len());
        network.relations(&self.trace.heads, &heads, &mut self.hidden, &mut self.relations);
        let tags = self.trace.heads.chunks_exact(shape.columns().max(1));
        let relations = self.relations.chunks_exact(shape.relations.max(1));
        for (((scores, relations), head), word) in tags.zip(relations).zip(heads).zip(words) {
            let before = readings.last().map(|r| r.tag);
            readings.push(Reading {
                tag: tag(model, word, before, scores.get(..shape.tags).unwrap_or_default()),
                head: head.checked_sub(1),
                relation: if head == 0 {
                    0
                } else {
                    best(relations.iter().skip(1)) + 1
                },
            });
        }
    }
}

/// The best tag, or nearly the best if WordNet rules that one out, or no verb can stand after the tag before.
fn tag(model: &Model, word: &Traits, before: Option<usize>, scores: &[f32]) -> usize {
    let named = |tag: usize| model.tags.get(tag).copied();
    let determined = before
        .and_then(named)
        .is_some_and(|tag| matches!(tag, (Upos::Det, "DT") | (Upos::Pron, "PRP$")));
    let allowed = |tag: usize| {
        named(tag).is_none_or(|(upos, xpos)| {
            word.uses.allow(upos, xpos)
                && !(determined && upos == Upos::Verb && !matches!(xpos, "VBG" | "VBN"))
        })
    };
    let first = best(scores.iter());
    if allowed(first) {
        return first;
    }
    let second = best(scores.iter().enumerate().map(
        |(i, score)| {
            if allowed(i) { score } else { &f32::NEG_INFINITY }
        },
    ));
    let behind = scores.get(first).zip(scores.get(second)).map(|(a, b)| a - b);
    if behind.is_some_and(|behind| behind <= DOUBT) {
        second
    } else {
        first
    }
}

/// The place of the first of the largest scores.
fn best<'s>(scores: impl Iterator<Item = &'s f32>) -> usize {
    let mut best = (0, f32::NEG_INFINITY);
    for (i, score) in scores.enumerate() {
        if *score > best.1 {
            best = (i, *score);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use crate::text::{Deprel, parse};

    #[test]
    fn every_sentence_is_a_tree_with_one_root() {
        let many = "one, ".repeat(1000);
        let odd = "🦀 ".repeat(300);
        for text in [
            "Trees grow.",
            "!",
            "(",
            "No",
            "a b c d e f g",
            many.as_str(),
            odd.as_str(),
        ] {
            for sentence in parse(text) {
                let tokens = &sentence.tokens;
                let roots = tokens.iter().filter(|t| t.head.is_none()).count();
                assert_eq!(roots, 1, "{text:.40}");
                for token in tokens {
                    assert_eq!(token.head.is_none(), token.deprel == Deprel::Root);
                    let above = std::iter::successors(token.head, |&h| tokens[h].head);
                    assert!(
                        above.take(tokens.len() + 1).count() < tokens.len(),
                        "a circle in {text:.40}"
                    );
                }
            }
        }
    }

    #[test]
    fn plain_sentences_are_read_as_they_are_meant() {
        for (text, word, head, relation) in [
            (
                "The farmer sold three horses to his neighbour.",
                "farmer",
                "sold",
                Deprel::Nsubj,
            ),
            (
                "The farmer sold three horses to his neighbour.",
                "horses",
                "sold",
                Deprel::Obj,
            ),
            (
                "The window was broken by the storm.",
                "window",
                "broken",
                Deprel::NsubjPass,
            ),
            (
                "Engineers say that the dam is safe.",
                "safe",
                "say",
                Deprel::Ccomp,
            ),
            (
                "The singer, who lives in Lisbon, cancelled the tour.",
                "lives",
                "singer",
                Deprel::AclRelcl,
            ),
        ] {
            let sentences = parse(text);
            let tokens = &sentences[0].tokens;
            let found = tokens.iter().find(|t| t.form(text) == word).unwrap();
            assert_eq!(
                found.head.map(|h| tokens[h].form(text)),
                Some(head),
                "{word} in {text}"
            );
            assert_eq!(found.deprel, relation, "{word} in {text}");
        }
    }
}
