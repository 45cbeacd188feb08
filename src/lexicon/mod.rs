//! Word knowledge: synonyms, opposites and what is more general; degrees and directions; what predicates do with their
//! arguments; names of countries, places and bodies. It knows no claim and no document.

pub(crate) mod adjectives;
pub(crate) mod attitudes;
#[cfg(test)]
mod data_tests;
pub(crate) mod degree;
pub(crate) mod entities;
pub(crate) mod function_words;
pub(crate) mod furniture;
pub(crate) mod given;
pub(crate) mod hedges;
pub(crate) mod keys;
pub(crate) mod kinds;
mod lists;
pub(crate) mod manner;
pub(crate) mod negation;
pub(crate) mod nouns;
pub(crate) mod opposites;
pub(crate) mod predicates;
pub(crate) mod relation;
pub(crate) mod signatures;
pub(crate) mod speech;
mod table;
#[cfg(test)]
mod tests;
pub(crate) mod vectors;
pub(crate) mod wordnet;
