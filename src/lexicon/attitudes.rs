//! What verbs and nouns of speech, thought, feeling and will are about where that is no clause.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::signatures::Kind;

static WORDS: LazyLock<HashMap<&'static str, Vec<(Kind, &'static str)>>> = LazyLock::new(|| {
    let mut words: HashMap<&'static str, Vec<(Kind, &'static str)>> = HashMap::new();
    for line in include_str!("data/attitudes.txt").lines() {
        let Some((head, list)) = line.split_once(" | ") else {
            continue;
        };
        let (kind, frame) = match head.split_once(' ') {
            Some(("v", frame)) => (Kind::Verb, frame),
            Some(("n", frame)) => (Kind::Noun, frame),
            _ => continue,
        };
        for word in list.split_whitespace() {
            words.entry(word).or_default().push((kind, frame));
        }
    }
    words
});

/// Whether somebody's attitude is put so: the word with an object ("np"), with a preposition, an infinitive ("to"), or an
/// object and an infinitive ("objto").
pub(crate) fn about(kind: Kind, lemma: &str, frame: &str) -> bool {
    WORDS
        .get(lemma)
        .is_some_and(|uses| uses.iter().any(|&(k, f)| k == kind && f == frame))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_what_they_are_about() {
        assert!(about(Kind::Verb, "criticise", "np"));
        assert!(about(Kind::Verb, "call", "for"));
        assert!(about(Kind::Noun, "support", "for"));
        assert!(!about(Kind::Verb, "close", "np"));
    }
}
