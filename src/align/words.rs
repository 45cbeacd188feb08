//! Word against word: what the lexicon knows of the two, and how alike they are used.

use itertools::Itertools;

use crate::align::memo::{self, Memo};
use crate::lexicon::opposites;
use crate::lexicon::relation::{LexicalRelation, relation};
use crate::lexicon::vectors;
use crate::lexicon::wordnet::Pos;
use crate::proposition::{ModifierKind, Term};

pub use crate::lexicon::opposites::Opposition;

/// How two words relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WordRelation {
    /// One word.
    Same,
    /// Each can stand for the other.
    Synonym,
    /// One family in two parts of speech: "announce", "announcement".
    Derived,
    /// The first is a kind or way of the second.
    Specific,
    /// The second is a kind or way of the first.
    General,
    /// The first entails the second.
    Entails,
    /// The second entails the first.
    Entailed,
    /// What the first is done to does the second: "kill", "die".
    Causes,
    /// What the second is done to does the first.
    Caused,
    /// They exclude each other.
    Opposite(Opposition),
    /// They share what is more general: "bus", "train".
    Sibling,
    /// Texts use them alike.
    Alike,
    /// Nothing is known that joins them.
    Unrelated,
}

/// What [`compare`] found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WordMatch {
    pub(crate) relation: WordRelation,
    /// From 0 to 1000.
    pub(crate) likeness: u16,
}

/// Relations that hold between rare senses only, weaker than this of 100, count for nothing.
fn least(kind: LexicalRelation) -> u8 {
    match kind {
        LexicalRelation::Hyponym | LexicalRelation::Hypernym | LexicalRelation::Sibling => 22,
        LexicalRelation::Opposite(_) => 55,
        _ => 35,
    }
}

/// Compares two lemmas.
pub(crate) fn compare(a: &str, a_pos: Pos, b: &str, b_pos: Pos) -> WordMatch {
    if a == b && a_pos == b_pos {
        return WordMatch {
            relation: WordRelation::Same,
            likeness: 1000,
        };
    }
    memo::recall(&COMPARED, (a, a_pos as u8), (b, b_pos as u8), || {
        look_up(a, a_pos, b, b_pos)
    })
}

thread_local! {
    static COMPARED: Memo<WordMatch> = const { Memo::new() };
    static PHRASES: Memo<u16> = const { Memo::new() };
}

fn look_up(a: &str, a_pos: Pos, b: &str, b_pos: Pos) -> WordMatch {
    if a_pos == Pos::Verb && a != b && (is_light(a) || is_light(b)) {
        return WordMatch {
            relation: WordRelation::Unrelated,
            likeness: 0,
        };
    }
    let known = relation(a, a_pos, b, b_pos);
    let is = |relation| WordMatch {
        relation,
        likeness: u16::from(known.strength) * 10,
    };
    let found = match known.kind {
        LexicalRelation::Same => WordMatch {
            relation: WordRelation::Same,
            likeness: 1000,
        },
        kind if known.strength < least(kind) => is(WordRelation::Unrelated),
        LexicalRelation::Synonym => is(WordRelation::Synonym),
        LexicalRelation::Derived => is(WordRelation::Derived),
        LexicalRelation::Hyponym => is(WordRelation::Specific),
        LexicalRelation::Hypernym => is(WordRelation::General),
        LexicalRelation::Entails => is(WordRelation::Entails),
        LexicalRelation::EntailedBy => is(WordRelation::Entailed),
        LexicalRelation::Causes => is(WordRelation::Causes),
        LexicalRelation::CausedBy => is(WordRelation::Caused),
        LexicalRelation::Opposite(how) => is(WordRelation::Opposite(how)),
        LexicalRelation::Sibling => is(WordRelation::Sibling),
        LexicalRelation::Related | LexicalRelation::Unrelated => is(WordRelation::Unrelated),
    };
    // "Turn off", which "turn on" excludes, says something else than "turn", whatever stands beside both.
    let decides = |verb: &str| verb.contains(' ') && opposites::is_particle_verb(verb);
    if found.relation == WordRelation::Unrelated
        && a_pos == Pos::Verb
        && without_particle(a) == without_particle(b)
        && (decides(a) || decides(b))
    {
        return is(WordRelation::Unrelated);
    }
    if found.relation == WordRelation::Unrelated {
        let likeness = vectors::likeness(a, b).clamp(0, 1000) as u16;
        let relation = if likeness >= ALIKE {
            WordRelation::Alike
        } else {
            WordRelation::Unrelated
        };
        return WordMatch { relation, likeness };
    }
    found
}

/// A verb without its particle.
pub(crate) fn without_particle(verb: &str) -> &str {
    verb.split(' ').next().unwrap_or_default()
}

/// What the lexicon knows of two phrases, if they are near.
pub(crate) fn listed(a: &str, a_pos: Pos, b: &str, b_pos: Pos) -> Option<WordMatch> {
    let found = compare(a, a_pos, b, b_pos);
    found.relation.is_near().then_some(found)
}

/// How alike two phrases are used, from 0 to 1000: their heads with the adjectives and nouns that narrow them.
pub(crate) fn phrases(a: &Term, b: &Term) -> u16 {
    let of = |term: &'_ Term| -> String {
        let narrowing = term
            .modifiers
            .iter()
            .filter(|m| matches!(m.kind, ModifierKind::Adjective | ModifierKind::Compound));
        narrowing
            .map(|m| m.term.head.as_str())
            .chain([term.head.as_str()])
            .join("\n")
    };
    let (left, right) = (of(a), of(b));
    memo::recall(&PHRASES, (&left, 0), (&right, 0), || {
        vectors::likeness_of(&left.split('\n').collect_vec(), &right.split('\n').collect_vec()).clamp(0, 1000)
            as u16
    })
}

/// From here on, in thousandths, texts use two words alike.
const ALIKE: u16 = 550;

/// Whether a verb says next to nothing by itself, so that every other verb is a way of it.
fn is_light(verb: &str) -> bool {
    matches!(
        verb,
        "be" | "have"
            | "do"
            | "make"
            | "get"
            | "take"
            | "give"
            | "go"
            | "become"
            | "exist"
            | "use"
            | "put"
            | "let"
    )
}

/// What an indefinite pronoun ranges over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Range {
    /// "someone", "nobody".
    People,
    /// "something", "nothing".
    Things,
}

/// What a word ranges over, if it is an indefinite pronoun or as wide as one.
pub(crate) fn range(head: &str) -> Option<Range> {
    match head {
        "someone" | "somebody" | "anyone" | "anybody" | "nobody" | "no one" | "none" | "everyone"
        | "everybody" | "person" | "people" | "individual" => Some(Range::People),
        "something" | "anything" | "nothing" | "everything" | "thing" => Some(Range::Things),
        _ => None,
    }
}

/// Whether a word stands for somebody or something that only its context names.
pub(crate) fn is_pronoun(head: &str) -> bool {
    matches!(
        head,
        "he" | "she"
            | "it"
            | "they"
            | "him"
            | "her"
            | "them"
            | "his"
            | "hers"
            | "its"
            | "their"
            | "theirs"
            | "i"
            | "me"
            | "we"
            | "us"
            | "you"
            | "who"
            | "whom"
            | "which"
            | "that"
            | "this"
            | "these"
            | "those"
            | "itself"
            | "himself"
            | "herself"
            | "themselves"
            | "one"
            | "what"
    )
}

impl WordRelation {
    /// Whether the words exclude each other for whoever one of them is said of.
    pub(crate) fn excludes(self) -> bool {
        matches!(self, WordRelation::Opposite(kind) if kind != Opposition::Converse)
    }

    /// Whether the words say the same, one is a kind of the other or one follows from the other.
    pub fn is_near(self) -> bool {
        !matches!(
            self,
            WordRelation::Opposite(_) | WordRelation::Sibling | WordRelation::Alike | WordRelation::Unrelated
        )
    }
}
