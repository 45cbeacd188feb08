//! Words that tell little by themselves: articles, prepositions, pronouns, auxiliaries, and words for how something is told.

use std::sync::LazyLock;

/// Whether a word, in small letters, only joins others, stands for them, or tells that something is told.
pub(crate) fn is_function_word(word: &str) -> bool {
    LIST.binary_search(&word).is_ok()
}

/// Whether a word before a noun says that it is known which is meant, whatever its case.
pub(crate) fn is_definite(word: &str) -> bool {
    ["the", "this", "that", "these", "those"]
        .iter()
        .any(|w| w.eq_ignore_ascii_case(word))
}

static LIST: LazyLock<Vec<&str>> = LazyLock::new(|| WORDS.split_whitespace().collect());

/// In order.
const WORDS: &str = "a about above after again against all also although am among an and any are as at be because been before being \
    between both but by can cannot could did do does doing done down dr during each either even every few for from \
    further had has have having he her here hers herself him himself his how however i if in into is it it's \
    its itself just many may me might more most mr mrs ms much must my myself neither no nor not now of off on \
    once one only or other our ours ourselves out over own per said same say saying says she should since so \
    some still such than that that's the their theirs them themselves then there these they this those though \
    through to told too toward towards under until up upon us very was we were what when where whether which \
    while who whom whose why will with within without would yet you your yours yourself";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_in_order() {
        assert!(LIST.is_sorted());
        assert!(is_function_word("the") && is_function_word("yourself") && !is_function_word("bridge"));
    }
}
