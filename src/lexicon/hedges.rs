//! Words that make a statement less or more sure: modals, adverbs, adjectives, and the words that pass a verdict on a
//! claim.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::signatures::{Effect, Value, effect, value};
use crate::ablation::Part;

/// What a hedge does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hedge {
    /// Limits how sure, turns to the opposite, or leaves open.
    Stand(Value),
    /// Leaves it to somebody who is not named.
    Reported,
}

static WORDS: LazyLock<HashMap<(&'static str, &'static str), Hedge>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for line in Part::Hedges
        .resource(include_str!("data/hedges.txt"))
        .lines()
        .filter(|l| !l.starts_with('#'))
    {
        let Some((head, list)) = line.split_once('|') else {
            continue;
        };
        let mut head = head.split_whitespace();
        let (Some(class), Some(code)) = (head.next(), head.next()) else {
            continue;
        };
        let hedge = if code == "r" {
            Some(Hedge::Reported)
        } else {
            value(code).map(Hedge::Stand)
        };
        for word in list.split_whitespace() {
            words.extend(hedge.map(|h| ((class, word), h)));
        }
    }
    words
});

fn find(class: &str, word: &str) -> Option<Hedge> {
    // Keys hold two borrowed words; a lower-cased copy serves for the look-up.
    fn lookup<'k>(words: &HashMap<(&'k str, &'k str), Hedge>, key: (&'k str, &'k str)) -> Option<Hedge> {
        words.get(&key).copied()
    }
    lookup(&WORDS, (class, &word.to_lowercase()))
}

/// What an adverb does to the clause that it modifies ("allegedly", "probably").
pub(crate) fn adverb(word: &str) -> Option<Hedge> {
    find("adverb", word)
}

/// What a modal verb does, by lemma.
pub(crate) fn modal(word: &str) -> Option<Hedge> {
    find("modal", word)
}

/// What an adjective does to the noun that it modifies ("the alleged attack").
pub(crate) fn adjective(word: &str) -> Option<Hedge> {
    find("adjective", word)
}

/// What an adverb says of the claim whose verb it modifies ("falsely claimed").
pub(crate) fn adverdict(word: &str) -> Option<Value> {
    match find("adverdict", word)? {
        Hedge::Stand(value) => Some(value),
        Hedge::Reported => None,
    }
}

/// What a word says of the claim that it is said of ("is false", "was debunked"), by lemma.
pub(crate) fn verdict(lemma: &str) -> Option<Effect> {
    fn lookup<'k>(words: &HashMap<&'k str, Effect>, key: &'k str) -> Option<Effect> {
        words.get(key).copied()
    }
    lookup(&VERDICTS, &lemma.to_lowercase())
}

static VERDICTS: LazyLock<HashMap<&'static str, Effect>> = LazyLock::new(|| {
    Part::Hedges
        .resource(include_str!("data/hedges.txt"))
        .lines()
        .filter_map(|line| {
            let (head, list) = line.split_once('|')?;
            let effect = effect(head.strip_prefix("verdict ")?.trim())?;
            Some(list.split_whitespace().map(move |word| (word, effect)))
        })
        .flatten()
        .collect()
});
