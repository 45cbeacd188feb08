//! The closed class of negative words.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::ablation::Part;

static WORDS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut words: HashMap<&str, Vec<&str>> = HashMap::new();
    for line in Part::Negators.resource(include_str!("data/negation.txt")).lines() {
        if let Some((class, list)) = line.split_once('|')
            && !line.starts_with('#')
        {
            for word in list.split_whitespace() {
                words.entry(word).or_default().push(class.trim());
            }
        }
    }
    words
});

fn is(word: &str, class: &str) -> bool {
    WORDS
        .get(word.to_lowercase().as_str())
        .is_some_and(|classes| classes.contains(&class))
}

/// Whether the word negates what it modifies ("not", "never").
pub(crate) fn particle(word: &str) -> bool {
    is(word, "particle")
}

/// Whether an auxiliary that was not cut holds a negation ("isn't", "cannot").
pub(crate) fn contracted(word: &str) -> bool {
    let word = word.to_lowercase();
    word == "cannot" || word.len() > 3 && (word.ends_with("n't") || word.ends_with("n’t"))
}

/// Whether the word, as a determiner, negates ("no", "neither").
pub(crate) fn determiner(word: &str) -> bool {
    is(word, "determiner")
}

/// Whether the word, as a number, counts none ("zero").
pub(crate) fn number(word: &str) -> bool {
    is(word, "number")
}

/// Whether the word, as an argument, negates ("nobody", "none").
pub(crate) fn pronoun(word: &str) -> bool {
    is(word, "pronoun")
}

/// Whether the word says that there is hardly any of what it counts ("little", "few").
pub(crate) fn scarce(word: &str) -> bool {
    is(word, "scarce")
}

/// Whether the word joins negated parts ("nor").
pub(crate) fn conjunction(word: &str) -> bool {
    is(word, "conjunction")
}

/// Whether the word all but negates ("hardly").
pub(crate) fn weak(word: &str) -> bool {
    is(word, "weak")
}

/// Whether the word after "not" takes the negation to itself ("not only").
pub(crate) fn only(word: &str) -> bool {
    is(word, "only")
}

/// Whether the word denies what hangs on it and says nothing else ("lacks a roof").
pub(crate) fn lacking(word: &str) -> bool {
    is(word, "lacking")
}
