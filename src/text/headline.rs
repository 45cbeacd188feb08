//! Headlines in capitals: which of their words would be written small in a sentence.
//!
//! "Mayor Denies Selling Town Hall" is read as "Mayor denies selling town hall": the network knows verbs by their small letters.
//! A word keeps its capital where it is a known name, follows a given name, or is no word that `WordNet` knows.

use super::dictionary::Uses;
use super::lemma::Lemmas;
use crate::lexicon::entities::longest_entity;
use crate::lexicon::function_words::is_function_word;
use crate::lexicon::given;

/// Words that headlines write small as well.
const LIGHT: [&str; 22] = [
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "off", "on", "or",
    "per", "the", "to", "via", "vs", "with",
];

/// Fewer words are no headline but a name.
const LEAST: usize = 3;

/// The words of a headline as a sentence would write them; `None` if the sentence is no headline in capitals.
pub(super) fn as_in_a_sentence(words: &[&str], lemmas: &Lemmas) -> Option<Vec<String>> {
    let uses: Vec<Uses> = words.iter().map(|w| Uses::of(w, lemmas)).collect();
    if !in_capitals(words, &uses) {
        return None;
    }
    let shouted = words.iter().all(|w| !w.contains(char::is_lowercase));
    let mut written: Vec<String> = Vec::with_capacity(words.len());
    let mut kept = 0;
    let mut after_given = false;
    for (i, (&word, &uses)) in words.iter().zip(&uses).enumerate() {
        let title = if shouted { capital(word) } else { word.to_owned() };
        let small = word.to_lowercase();
        let ordinary = is_function_word(&small) || uses.beyond_nouns();
        if kept == 0
            && let Some((count, _)) = longest_entity(words.get(i..).unwrap_or_default())
            && (count > 1 || !ordinary)
        {
            kept = count;
        }
        let known = is_function_word(&small) || LIGHT.contains(&small.as_str()) || uses.is_word();
        let stays = kept > 0
            || written.is_empty()
            || !known
            || !shouted && !plain(word)
            || word == "I"
            || given::gender(&title).is_some()
            || after_given && !is_function_word(&small) && !uses.bends();
        kept = kept.saturating_sub(1);
        after_given = given::gender(&title).is_some();
        written.push(if stays { title } else { small });
    }
    Some(written)
}

/// Whether words have capitals that no sentence would give them: all but the light ones have, and not for being names.
fn in_capitals(words: &[&str], uses: &[Uses]) -> bool {
    let mut before = "";
    let (mut raised, mut ordinary) = (0, false);
    for (&word, uses) in words.iter().zip(uses) {
        let joined = std::mem::replace(&mut before, word) == "-";
        let small = word.to_lowercase();
        if joined || LIGHT.contains(&small.as_str()) || !word.starts_with(char::is_alphabetic) {
            continue;
        }
        let plain = is_function_word(&small) || uses.beyond_nouns();
        if word.starts_with(char::is_uppercase) {
            ordinary |= raised > 0 && plain && given::gender(word).is_none();
            raised += 1;
        } else if plain || uses.is_word() {
            return false;
        }
    }
    ordinary && raised >= LEAST
}

/// Whether a word has a capital at its start alone.
fn plain(word: &str) -> bool {
    !word.chars().skip(1).any(char::is_uppercase)
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next();
    first
        .into_iter()
        .chain(letters.flat_map(char::to_lowercase))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::text::{Deprel, Upos, parse};

    /// The tag and the relation of a word.
    fn read(text: &str, word: &str) -> (Upos, Deprel) {
        let sentences = parse(text);
        let tokens = sentences.iter().flat_map(|s| &s.tokens);
        let token = tokens.rev().find(|t| t.form(text) == word).unwrap();
        (token.upos, token.deprel)
    }

    #[test]
    fn verbs_of_headlines_are_verbs() {
        for text in [
            "Mayor Denies Selling Town Hall to Nadia Brandt",
            "MAYOR DENIES SELLING TOWN HALL",
        ] {
            let denies = text.split(' ').nth(1).unwrap();
            assert_eq!(read(text, denies), (Upos::Verb, Deprel::Root), "{text}");
        }
        assert_eq!(
            read("Judge Will Not Hear Case of Stolen Goat", "Hear").0,
            Upos::Verb
        );
    }

    #[test]
    fn names_stay_names() {
        for (text, name) in [
            ("Mayor Meets Nadia Brandt in New York", "Brandt"),
            ("Mayor Meets Nadia Brandt in New York", "York"),
            ("The Ruler of Norway", "Norway"),
            ("Sir John Major", "Major"),
            ("It Never Rains is about Nadia Brandt", "Rains"),
        ] {
            assert_eq!(read(text, name).0, Upos::Propn, "{name} in {text}");
        }
    }
}
