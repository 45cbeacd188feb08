//! Which words of a text tell what it says, and how much each of them tells in any text.

use crate::align::meaning::known;
use crate::lexicon::function_words::is_function_word;
use crate::lexicon::vectors::Vector;
use crate::measure;

/// How much a name tells in any text, in thousandths.
pub(super) const NAME: u32 = 800;

/// How much a lemma tells in any text, in thousandths.
pub(super) fn rarity_of(lemma: &str) -> u32 {
    rarity(lemma, known(lemma).as_ref().map(|(_, vector)| vector))
}

/// How much a word tells in any text, in thousandths: the length of its vector grows with how rare it is.
pub(super) fn rarity(word: &str, meaning: Option<&Vector>) -> u32 {
    const COMMON: u64 = 10_000;
    const RARE: u64 = 50_000;
    if word.starts_with(char::is_uppercase) {
        return NAME;
    }
    let length = meaning.map_or(RARE, Vector::weight);
    let length = length.saturating_sub(COMMON);
    (length * 1000 / (RARE - COMMON)).clamp(100, 1300) as u32
}

/// The logarithm to base two of a ratio that is at least one, in thousandths, straight between powers of two.
pub(super) fn logarithm(all: usize, some: usize) -> u32 {
    let ratio = (1024 * all / some.max(1)).max(1024) as u64;
    let whole = ratio.ilog2();
    let part = ((ratio - (1 << whole)) * 1000) >> whole;
    (whole - 10) * 1000 + part as u32
}

/// The square root, rounded down, of a number below 2⁵², for which that of a float is as good and far faster.
pub(super) fn root(number: u64) -> u64 {
    (number as f64).sqrt() as u64
}

/// Where the words that tell something stand in a text; of a name of several words the last.
pub(super) fn telling(text: &str) -> Vec<(usize, usize)> {
    let is_part = |c: char| c.is_alphanumeric();
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_part(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
                let number = || text.get(from..at).is_some_and(is_number);
                // What joins two parts of one word or number; "42-year-old" tells a number.
                let joins = matches!(c, '\'' | '’' | '-' | '.' | ',')
                    && rest.starts_with(is_part)
                    && !(c == '-' && rest.starts_with(char::is_alphabetic) && number());
                if !joins {
                    words.push((from, at));
                    start = None;
                }
            }
            _ => {}
        }
    }
    let word = |at: &(usize, usize)| text.get(at.0..at.1).unwrap_or_default();
    let is_function = |at: &(usize, usize)| match word(at) {
        small if small.bytes().all(|c| c.is_ascii_lowercase()) => is_function_word(small),
        // "Can't", however the mark is written.
        word => {
            let word = word.to_lowercase();
            is_function_word(&word) || word.ends_with("n't") || word.ends_with("n’t")
        }
    };
    let capital = |at: &(usize, usize)| word(at).starts_with(char::is_uppercase);
    let mut found: Vec<(usize, usize)> = Vec::with_capacity(words.len());
    for at in words.into_iter().filter(|at| !is_function(at)) {
        // Of a name only the last word is kept.
        if found
            .last()
            .is_some_and(|last| capital(last) && capital(&at) && text.get(last.1..at.0) == Some(" "))
        {
            found.pop();
        }
        found.push(at);
    }
    found
}

/// What the forms of each word share that tells something.
pub(crate) fn stems(text: &str) -> impl Iterator<Item = String> {
    let words = telling(text).into_iter();
    words.filter_map(|(from, to)| text.get(from..to)).map(stem)
}

/// The word of a name that it is called by alone: of "Vladimir Putin" "Putin".
pub(super) fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// The number that a word is, if it is spelled out, from two on: "three", "thirty-four".
fn spelled(word: &str) -> Option<u64> {
    measure::spelled(word).filter(|number| *number > 1)
}

/// Whether a word is a number.
pub(crate) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || spelled(word).is_some()
}

/// What the forms of a word share.
pub(super) fn stem(word: &str) -> String {
    const ENDINGS: [&str; 15] = [
        "ings", "ions", "edly", "ing", "ion", "ers", "ors", "ed", "es", "er", "or", "ly", "s", "e", "y",
    ];
    let mut stem = word.to_lowercase();
    if stem.contains('’') {
        stem = stem.replace('’', "'");
    }
    if let Some(number) = spelled(&stem) {
        return number.to_string();
    }
    if stem.starts_with(|c: char| c.is_ascii_digit()) {
        // "8.4bn", "118th".
        stem.truncate(stem.trim_end_matches(char::is_alphabetic).len());
        return stem;
    }
    if stem == "percent" {
        return "cent".to_owned();
    }
    if let Some(owner) = stem.strip_suffix("'s") {
        stem.truncate(owner.len());
    }
    if stem.len() > 4
        && let Some(bare) = ENDINGS.iter().find_map(|ending| stem.strip_suffix(ending))
    {
        stem.truncate(bare.len());
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_common_everywhere_tell_less() {
        let rarity = |word| rarity(word, known(word).as_ref().map(|(_, vector)| vector));
        assert!(rarity("played") < rarity("role"));
        assert!(rarity("roles") < rarity("hatchets"));
        assert_eq!(rarity("Oslo"), rarity("Bergen"));
    }

    #[test]
    fn roots_are_rounded_down() {
        for number in [0, 1, 3, 4, 999_999, 1_000_000, (1 << 52) - 1] {
            assert_eq!(root(number), number.isqrt());
        }
    }

    #[test]
    fn numbers_are_one_word_however_they_are_written() {
        assert_eq!(stem("Eleven"), stem("11"));
        assert_ne!(stem("ten"), stem("11"));
        assert_eq!(stem("8.4bn"), stem("8.4"));
        let text = "a 42-year-old worth $40m";
        let words: Vec<&str> = telling(text)
            .into_iter()
            .filter_map(|(from, to)| text.get(from..to))
            .collect();
        assert_eq!(words, ["42", "year-old", "worth", "40m"]);
    }
}
