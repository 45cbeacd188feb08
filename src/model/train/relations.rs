//! Learns the names of relations on the trees of the treebank: once from the words around an arc, once from the whole tree.

use super::perceptron::Growing;
use super::{Example, Settings, order};
use crate::text::relabel::{Shape, walk};
use crate::text::relation::{Tagged, features};
use crate::text::{Weigh, best};

/// Learns the names that the search gives.
pub(super) fn learn(
    examples: &[Example],
    classes: usize,
    settings: &Settings,
    say: &mut dyn FnMut(&str),
) -> Growing {
    let mut weights = Growing::default();
    let mut keys = Vec::new();
    for round in 0..settings.relation_rounds[0] {
        let mut count = Count::default();
        for example in order(examples.len(), round).into_iter().map(|i| &examples[i]) {
            let s = Tagged {
                forms: &example.forms,
                tags: &example.tags,
                auxiliaries: example.auxiliaries,
            };
            for (i, (&head, &gold)) in example.heads.iter().zip(&example.labels).enumerate() {
                if (head as usize) < s.len() {
                    features(s, head as usize, i, &mut keys);
                    name(&mut weights, classes, &keys, gold, &mut count);
                }
            }
        }
        say(&format!("relations, round {round}: {count}"));
    }
    weights
}

/// Learns the names that the finished tree gives.
pub(super) fn learn_again(
    examples: &[Example],
    classes: usize,
    settings: &Settings,
    say: &mut dyn FnMut(&str),
) -> Growing {
    let mut weights = Growing::default();
    for round in 0..settings.relation_rounds[1] {
        let mut count = Count::default();
        for example in order(examples.len(), round).into_iter().map(|i| &examples[i]) {
            let s = Tagged {
                forms: &example.forms,
                tags: &example.tags,
                auxiliaries: example.auxiliaries,
            };
            walk(s, &Shape::new(&example.heads), |i, keys| {
                name(&mut weights, classes, keys, example.labels[i], &mut count)
            });
        }
        say(&format!("relations in trees, round {round}: {count}"));
    }
    weights
}

#[derive(Default)]
struct Count {
    wrong: usize,
    all: usize,
}

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.4} wrong", self.wrong as f64 / self.all as f64)
    }
}

/// Names a relation and learns from it.
fn name(weights: &mut Growing, classes: usize, keys: &[u32], gold: u8, count: &mut Count) -> u8 {
    let mut scores = [0; 128];
    weights.add(keys, &mut scores);
    let said = best(&scores, classes);
    weights.step += 1;
    count.all += 1;
    if said != gold {
        count.wrong += 1;
        weights.update(keys, gold, said);
    }
    said
}
