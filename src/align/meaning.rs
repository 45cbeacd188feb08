//! How words are used, and which are used alike.

use crate::align::words;
use crate::lexicon::vectors::{self, Vector};
use crate::lexicon::wordnet::Pos;

/// How a word is used.
#[derive(Debug)]
pub(super) struct Meaning {
    /// The commonest form of the word.
    form: String,
    vector: Vector,
    length: u64,
}

impl Meaning {
    pub(super) fn new(form: String, vector: Vector) -> Meaning {
        let length = vector.weight();
        Meaning { form, vector, length }
    }

    /// How alike the two are used, in thousandths.
    pub(super) fn likeness(&self, other: &Meaning) -> u32 {
        let length = i64::try_from(self.length * other.length).unwrap_or(i64::MAX);
        let thousandths = (self.vector.dot(&other.vector) * 1000).checked_div(length);
        thousandths.unwrap_or_default().clamp(0, 1000) as u32
    }

    /// Whether the two words are opposites: those are used alike as well.
    pub(super) fn excludes(&self, other: &Meaning) -> bool {
        [Pos::Noun, Pos::Verb, Pos::Adjective].into_iter().any(|pos| {
            words::compare(&self.form, pos, &other.form, pos)
                .relation
                .excludes()
        })
    }
}

/// The commonest form of a word that has a vector, with it; names and numbers have none.
pub(super) fn known(word: &str) -> Option<(String, Vector)> {
    const ENDINGS: [&str; 6] = ["", "s", "es", "d", "ed", "ing"];
    if !word.starts_with(char::is_lowercase) {
        return None;
    }
    let word = word.to_lowercase().replace('’', "'");
    let word = word.strip_suffix("'s").unwrap_or(&word);
    let forms = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    let known = forms.filter_map(|form| Some((form, vectors::vector(form)?)));
    known
        .min_by_key(|(form, vector)| (vector.weight(), *form))
        .map(|(form, vector)| (form.to_owned(), vector))
}
