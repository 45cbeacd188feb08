//! Text to sentences, tokens, tags, lemmas and trees. Knows no claims.

mod abbreviation;
pub(crate) mod arcs;
mod clitic;
pub mod conllu;
mod form;
mod hash;
mod lemma;
mod lines;
mod read;
pub(crate) mod relabel;
pub(crate) mod relation;
pub(crate) mod search;
mod split;
pub(crate) mod state;
mod tag;
mod token;
mod tokenize;
mod weigh;

pub(crate) use lemma::Lemmas;
pub use read::{parse, parse_flat, parse_words};
pub(crate) use token::penn_tag;
pub use token::{Deprel, Sentence, Token, Upos};
#[cfg(feature = "train")]
pub(crate) use {
    lemma::{Kind, by_rule},
    tag::{Forms, NO_TAG, features as tag_features, tag},
    weigh::{Weigh, best},
};
