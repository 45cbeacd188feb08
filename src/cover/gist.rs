//! A text as its content words, and what hangs on what.

use std::cmp::Ordering;

use crate::cover::denial::Denied;
use crate::cover::facts::Facts;
use crate::lexicon::wordnet::Pos;
use crate::measure::{Quantity, QuantityRelation};
use crate::span::Words;

/// What a word adds to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// A part of a name.
    Name,
    /// A number.
    Number,
    /// Any other word with a meaning of its own.
    Plain,
}

/// How a word hangs on its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bond {
    /// Who does it.
    Subject,
    /// What it is done to.
    Object,
    /// A phrase with a preposition.
    Oblique,
    /// A word that narrows a noun or an adjective.
    Modifier,
    /// Anything else.
    Other,
}

/// Whether a text holds what a word stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// As so.
    Holds,
    /// As not so.
    Denied,
    /// Neither: possible, wanted.
    Open,
    /// Neither, and nobody is committed to it: asked, a condition, cancelled.
    Supposed,
}

/// What part a word has in a sentence with a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Conditional {
    /// It is in the condition.
    Condition,
    /// It is in what is so under the condition.
    Consequence,
    Neither,
}

/// How much of a kind a word speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    All,
    Some,
    NotSaid,
}

/// A content word.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing of the word, apart from the others"
)]
pub(crate) struct Word {
    /// Where it stands.
    pub(crate) words: Words,
    /// The dictionary form in lower case.
    pub(crate) lemma: String,
    pub(crate) pos: Pos,
    pub(crate) class: Class,
    /// The canonical name of the known name it belongs to.
    pub(crate) known: Option<&'static str>,
    /// The number it says.
    pub(crate) number: Option<f64>,
    /// The content word it hangs on, as an index.
    pub(crate) head: Option<usize>,
    pub(crate) bond: Bond,
    /// The preposition that introduces it.
    pub(crate) marker: Option<String>,
    /// Whether it is said of none: "no dog".
    pub(crate) none: bool,
    /// What it counts or measures, if it is the number of that.
    pub(crate) quantity: Option<Quantity>,
    /// Whether it is a subject, in the active or the passive voice.
    pub(crate) subject: bool,
    /// Whether it brings in one that need not be any other that is spoken of: "a man", "two men", "no man".
    pub(crate) some: bool,
    /// Whether it speaks of one that is known: a name, "the man", "his car".
    pub(crate) one: bool,
    /// Whether what it narrows is one that is known.
    pub(crate) of_one: bool,
    pub(crate) standing: Standing,
    pub(crate) conditional: Conditional,
    /// Whether somebody only asks or wants another to do it.
    pub(crate) wanted: bool,
    /// Whether it is told of as something that has not come about: "plans to open".
    pub(crate) pending: bool,
    /// Whether it is told of as something that came about: "opened".
    pub(crate) happened: bool,
    /// What negators reach of it, however sure the text is of it.
    pub(crate) denied: Denied,
    /// How much of a kind is spoken of.
    pub(crate) extent: Extent,
    /// Whether it is more or less than something else: "more people", "less detailed".
    pub(crate) compared: Option<Ordering>,
    /// Whether it is said of this alone: "only in Oslo".
    pub(crate) only: bool,
    /// How much is missing where it is missing.
    pub(crate) weight: u32,
    /// Initials of the run of capitalised words that begins or goes on here, where it could be shortened to them.
    pub(crate) initials: Option<String>,
}

impl Word {
    /// Whether no number is both of this many and of that many.
    pub(crate) fn counts_otherwise(&self, other: &Word) -> bool {
        let quantities = self.quantity.as_ref().zip(other.quantity.as_ref());
        quantities.is_some_and(|(p, q)| p.compare(q) == QuantityRelation::Disjoint)
    }
}

/// The content words of a text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gist {
    pub(crate) words: Vec<Word>,
    /// What the text says in places that take one filler.
    pub(crate) facts: Facts,
}

impl Gist {
    /// The words of the clause that is built on a word, as if the text held it. Clauses that hang on it are left out.
    pub(crate) fn clause(&self, at: usize) -> Gist {
        let inside = |i: usize| {
            i == at
                || self.above(i).any(|k| k == at) && self.words.get(i).is_some_and(|w| w.bond != Bond::Other)
        };
        let kept: Vec<usize> = (0..self.words.len()).filter(|&i| inside(i)).collect();
        let place = |i: usize| kept.iter().position(|&k| k == i);
        let words = kept.iter().filter_map(|&i| {
            let word = self.words.get(i)?.clone();
            Some(Word {
                head: word.head.filter(|_| i != at).and_then(place),
                standing: Standing::Holds,
                denied: Denied::default(),
                ..word
            })
        });
        Gist {
            words: words.collect(),
            facts: Facts::default(),
        }
    }

    /// The word that the text is built on: under a verb that says nothing by itself ("has members") rather its object
    /// than its subject.
    pub(crate) fn root(&self) -> Option<usize> {
        let heads = || self.words.iter().enumerate().filter(|(_, w)| w.head.is_none());
        heads()
            .find(|(_, w)| w.bond != Bond::Subject)
            .or_else(|| heads().next())
            .map(|(i, _)| i)
    }

    /// The words as they would stand if nothing in the text were denied.
    pub(crate) fn affirmed(&self) -> Gist {
        let words = self.words.iter().map(|w| Word {
            standing: match w.standing {
                Standing::Denied => Standing::Holds,
                other => other,
            },
            denied: Denied::default(),
            none: false,
            ..w.clone()
        });
        Gist {
            words: words.collect(),
            facts: self.facts.clone(),
        }
    }

    /// The words that a word hangs on, nearest first.
    pub(crate) fn above(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.words.get(at).and_then(|w| w.head), |&i| {
            self.words.get(i).and_then(|w| w.head)
        })
        .take(self.words.len())
    }
}
