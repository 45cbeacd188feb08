//! Text to sentences, tokens, tags, lemmas and trees. Knows no claims.

mod token;

pub use token::{Deprel, Sentence, Token, Upos};
