//! Learns the tagger, and tags each part of the treebank with a tagger that has not seen it.

use super::perceptron::Growing;
use super::{Example, Settings, order};
use crate::text::{NO_TAG, Weigh, best, tag, tag_features};

pub(super) fn learn(
    examples: &mut [Example],
    classes: usize,
    settings: &Settings,
    say: &mut dyn FnMut(&str),
) -> Growing {
    let (mut right, mut all) = (0, 0);
    for fold in 0..settings.folds {
        let rounds = settings.tagger_rounds.div_ceil(2).max(1);
        let tagger = pass(examples, classes, rounds, |e| e.document % settings.folds != fold);
        for example in examples
            .iter_mut()
            .filter(|e| e.document % settings.folds == fold)
        {
            example.tags = tag(&tagger, classes, &example.forms);
            right += example
                .tags
                .iter()
                .zip(&example.gold_tags)
                .filter(|(a, b)| a == b)
                .count();
            all += example.tags.len();
        }
        say(&format!(
            "tagger without part {fold}: {:.4} so far",
            right as f64 / all as f64
        ));
    }
    pass(examples, classes, settings.tagger_rounds, |_| true)
}

fn pass(examples: &[Example], classes: usize, rounds: usize, wanted: impl Fn(&Example) -> bool) -> Growing {
    let mut weights = Growing::default();
    let mut keys = Vec::new();
    for round in 0..rounds {
        for example in order(examples.len(), round)
            .into_iter()
            .map(|i| &examples[i])
            .filter(|e| wanted(e))
        {
            let mut history = [NO_TAG; 2];
            for (i, &gold) in example.gold_tags.iter().enumerate() {
                tag_features(&example.forms, i, history, &mut keys);
                let mut scores = [0; 128];
                weights.add(&keys, &mut scores);
                let said = best(&scores, classes);
                weights.step += 1;
                if said != gold {
                    weights.update(&keys, gold, said);
                }
                history = [history[1], said];
            }
        }
    }
    weights
}
