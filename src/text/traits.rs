//! What the network sees of a word.

use super::dictionary::Uses;
use super::form::Form;
use super::lemma::Lemmas;
use crate::lexicon::vectors;

/// Numbers of a word's meaning.
pub(crate) const MEANING: usize = vectors::DIMENSIONS;

/// A word's letters, hashed, its meaning as a direction, and what WordNet lets it be.
#[derive(Debug, Clone)]
pub(crate) struct Traits {
    pub(crate) form: Form,
    pub(crate) meaning: [f32; MEANING],
    pub(crate) uses: Uses,
}

impl Traits {
    /// Looks at a word.
    pub(crate) fn new(word: &str, lemmas: &Lemmas) -> Self {
        let meaning = vectors::vector(word).map_or([0.0; MEANING], |v| v.direction());
        Traits {
            form: Form::new(word),
            meaning,
            uses: Uses::of(word, lemmas),
        }
    }

    /// By which the word finds its row.
    pub(crate) fn hash(&self) -> u32 {
        (self.form.word >> 32) as u32
    }
}
