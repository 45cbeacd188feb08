//! Words that tell what a text does with a story that goes round: that call it false, pass it on, or vouch for it.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What a word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Manner {
    /// Calls a story false wherever it stands.
    Sham,
    /// Calls the story false that it is said of.
    Said,
    /// Calls a story false, as an adverb.
    Falsely,
    /// Calls a story true.
    Real,
    /// Names a story or what carries one.
    Story,
    /// Denies what is told.
    Denial,
    /// Denies the story that is its object.
    Reject,
    /// Passes on or leaves open.
    Hearsay,
    /// Says, and lets the author vouch for it.
    Vouch,
    /// Says, if a clause hangs on it.
    Clausal,
    /// Begins a question.
    Ask,
}

static WORDS: LazyLock<HashMap<Manner, HashSet<&'static str>>> = LazyLock::new(|| {
    include_str!("data/manner.txt")
        .lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| {
            let (class, list) = l.split_once('|')?;
            Some((of(class.trim())?, list.split_whitespace().collect()))
        })
        .collect()
});

fn of(class: &str) -> Option<Manner> {
    Some(match class {
        "sham" => Manner::Sham,
        "said" => Manner::Said,
        "falsely" => Manner::Falsely,
        "real" => Manner::Real,
        "story" => Manner::Story,
        "denial" => Manner::Denial,
        "reject" => Manner::Reject,
        "hearsay" => Manner::Hearsay,
        "vouch" => Manner::Vouch,
        "clausal" => Manner::Clausal,
        "ask" => Manner::Ask,
        _ => return None,
    })
}

/// Whether a word, in small letters, does so.
pub(crate) fn is(manner: Manner, word: &str) -> bool {
    WORDS.get(&manner).is_some_and(|words| words.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_data_is_read() {
        let lines = include_str!("data/manner.txt").lines();
        for line in lines.filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
            let class = line.split('|').next().unwrap().trim();
            assert!(of(class).is_some(), "{line}");
        }
        assert!(is(Manner::Sham, "hoax") && !is(Manner::Sham, "false"));
    }
}
