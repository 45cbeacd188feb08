//! A sentence as the words that mean something by themselves, each with what the little words around it say: how many,
//! whether it is denied or only possible, and in which role it stands, whatever the construction.

use crate::lexicon::negation;
use crate::lexicon::wordnet::Pos;
use crate::logic::amount::Amount;
use crate::logic::draft::Draft;
use crate::measure::{Bound, Period};
use crate::span::Words;
use crate::text::{Deprel, Sentence, Upos};

/// How a word hangs on its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bond {
    /// On nothing.
    Root,
    /// Who does it, or of whom it is said.
    Subject,
    /// What it is done to.
    Object,
    /// To whom.
    Recipient,
    /// A phrase with a preposition, or a time.
    Oblique,
    /// An adjective.
    Adjective,
    /// An adverb.
    Adverb,
    /// Whose it is.
    Possessor,
    /// A noun before a noun, a part of a name.
    Compound,
    /// A clause that narrows a noun.
    Clause,
    /// A clause beside a predicate.
    Adverbial,
    /// A clause that a predicate takes.
    Complement,
    /// Anything else.
    Other,
}

/// Whether something is said to be so or only possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    /// So.
    Plain,
    /// "can", "may", "might", "could".
    Possible,
    /// "will", "is going to".
    Future,
    /// "should", "would", "must".
    Other,
    /// "used to".
    Once,
    /// "no longer": what is denied was so.
    Ended,
}

/// A word with a meaning of its own.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each stands for a word that is left out"
)]
pub(super) struct Node {
    pub(super) words: Words,
    pub(super) lemma: String,
    pub(super) upos: Upos,
    /// The finer tag.
    pub(super) tag: &'static str,
    pub(super) pos: Option<Pos>,
    pub(super) head: Option<usize>,
    pub(super) bond: Bond,
    /// The preposition or conjunction that introduces it.
    pub(super) marker: Option<String>,
    pub(super) amount: Amount,
    pub(super) denied: bool,
    pub(super) mood: Mood,
    /// "was building": under way at a time that is past.
    pub(super) under_way: bool,
    /// The first of the words that are joined with it; itself where it stands alone.
    pub(super) first: usize,
    /// Whether they are joined by "or".
    pub(super) either: bool,
    /// Whether it is said to be as much: "as fast".
    pub(super) equal: bool,
    /// The time that it names, without the word that introduces it.
    pub(super) time: Option<Period>,
}

/// "One is taller than the other": where the words stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Comparison {
    pub(super) by: usize,
    pub(super) one: usize,
    pub(super) other: usize,
    /// "As tall as the other".
    pub(super) equal: bool,
    /// "Less tall than the other".
    pub(super) less: bool,
    /// The word that says whether it is more or less: "more expensive".
    pub(super) degree: Option<usize>,
}

/// The words of a sentence that mean something by themselves.
#[derive(Debug, Clone, Default)]
pub(super) struct Form {
    pub(super) nodes: Vec<Node>,
}

impl Form {
    /// Reads a sentence.
    pub(super) fn of(text: &str, sentence: &Sentence) -> Form {
        Draft::of(text, &sentence.tokens).finish()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Node> {
        self.nodes.get(at)
    }

    /// The word that the sentence is built on.
    pub(super) fn root(&self) -> Option<usize> {
        self.nodes.iter().position(|n| n.head.is_none())
    }

    /// The words that hang on a word or on one that it is joined with.
    pub(super) fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let first = self.get(at).map(|n| n.first);
        self.nodes.iter().enumerate().filter_map(move |(i, n)| {
            let head = n.head?;
            // What hangs on the first of several is shared by all, if it is a subject.
            let shared = n.bond == Bond::Subject && Some(head) == first;
            (head == at || shared).then_some(i)
        })
    }

    /// Whose predicate a word is.
    pub(super) fn subject(&self, at: usize) -> Option<usize> {
        let own = |bond: Bond| {
            self.children(at)
                .find(|&i| self.get(i).is_some_and(|n| n.bond == bond && n.head == Some(at)))
        };
        own(Bond::Subject).or_else(|| {
            self.children(at)
                .find(|&i| self.get(i).is_some_and(|n| n.bond == Bond::Subject))
        })
    }

    /// The words above a word, nearest first.
    pub(super) fn above(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.get(at).and_then(|n| n.head), |&i| {
            self.get(i).and_then(|n| n.head)
        })
        .take(self.nodes.len())
    }

    /// What a comparison compares: of whom it is said, and with whom.
    pub(super) fn compared(&self) -> Option<Comparison> {
        let root = self.root()?;
        let degree = self.children(root).find(|&i| {
            self.get(i)
                .is_some_and(|n| n.bond == Bond::Adverb && matches!(n.tag, "RBR" | "JJR"))
        });
        let equal = match (self.get(root)?.tag, degree) {
            ("JJR" | "RBR", _) | ("JJ" | "RB" | "VBN", Some(_)) => false,
            ("JJ" | "RB", None) if self.get(root)?.equal => true,
            _ => return None,
        };
        let less = degree
            .and_then(|i| self.get(i))
            .is_some_and(|n| n.words.text.eq_ignore_ascii_case("less"));
        let marker = if equal { "as" } else { "than" };
        let other = self.children(root).find(|&i| {
            self.get(i)
                .is_some_and(|n| n.bond == Bond::Oblique && n.marker.as_deref() == Some(marker))
        })?;
        Some(Comparison {
            by: root,
            one: self.subject(root)?,
            other,
            equal,
            less,
            degree,
        })
    }

    /// Whether two words are one or are joined.
    pub(super) fn together(&self, i: usize, j: usize) -> bool {
        i == j || self.get(i).map(|n| n.first) == self.get(j).map(|n| n.first)
    }
}

impl Node {
    /// The time that it tells of its head, placed by the word that introduces it: "before 1994".
    pub(super) fn when(&self) -> Option<Period> {
        let time = self.time.clone().filter(|_| self.bond == Bond::Oblique)?;
        let bound = match self.marker.as_deref() {
            Some("before") => Bound::Before,
            Some("after") => Bound::After,
            Some("since") => Bound::Since,
            Some("until" | "till" | "by") => Bound::Until,
            None | Some("in" | "on" | "at" | "during") => Bound::At,
            Some(_) => return None,
        };
        Some(time.with_bound(bound))
    }

    /// Whether a clause is built on it.
    pub(super) fn is_predicate(&self) -> bool {
        matches!(
            self.bond,
            Bond::Root | Bond::Clause | Bond::Adverbial | Bond::Complement
        )
    }
}

/// The bond that a relation of the tree stands for.
pub(super) fn bond(deprel: Deprel) -> Bond {
    match deprel {
        Deprel::Root => Bond::Root,
        Deprel::Nsubj | Deprel::Csubj | Deprel::OblAgent | Deprel::NsubjOuter | Deprel::CsubjOuter => {
            Bond::Subject
        }
        Deprel::Obj | Deprel::NsubjPass | Deprel::CsubjPass => Bond::Object,
        Deprel::Iobj => Bond::Recipient,
        Deprel::Obl | Deprel::Nmod | Deprel::OblUnmarked | Deprel::NmodUnmarked | Deprel::NmodDesc => {
            Bond::Oblique
        }
        Deprel::Amod => Bond::Adjective,
        Deprel::Advmod => Bond::Adverb,
        Deprel::NmodPoss => Bond::Possessor,
        Deprel::Compound | Deprel::Flat | Deprel::Nummod | Deprel::Goeswith => Bond::Compound,
        Deprel::Acl | Deprel::AclRelcl => Bond::Clause,
        Deprel::Advcl | Deprel::AdvclRelcl => Bond::Adverbial,
        Deprel::Ccomp | Deprel::Xcomp => Bond::Complement,
        _ => Bond::Other,
    }
}

/// Whether a word denies what it hangs on.
pub(super) fn negates(lemma: &str, form: &str) -> bool {
    negation::particle(lemma) || negation::particle(form) || negation::contracted(form)
}
