//! Text to sentences, tokens, tags, lemmas and trees. Knows no claims.

mod abbreviation;
mod analyse;
mod clitic;
pub mod conllu;
mod dictionary;
#[cfg(test)]
mod fixture;
mod form;
mod hash;
mod headline;
mod lemma;
mod letter;
mod lines;
mod markup;
mod mend;
mod mend_amount;
mod mend_beside;
mod mend_clause;
mod mend_cleft;
mod mend_content;
mod mend_name;
mod mend_order;
mod mend_subject;
mod read;
#[cfg(feature = "train")]
pub mod simple;
mod spanning;
mod split;
mod token;
mod tokenize;
mod traits;
mod tree;
#[cfg(feature = "train")]
mod vocabulary;

pub(crate) use dictionary::USES;
pub(crate) use lemma::Lemmas;
#[cfg(feature = "train")]
pub(crate) use lemma::{Kind, by_rule};
pub use read::{parse, parse_flat, parse_words};
pub(crate) use token::penn_tag;
pub use token::{Deprel, Sentence, Token, Upos};
pub(crate) use traits::{MEANING, Traits};
pub(crate) use tree::ancestors;
