//! How two words stand to one another: our own lists, prefixes, directions and levels first, then WordNet.

use std::sync::LazyLock;

use super::degree::{self, Direction};
use super::lists::List;
use super::opposites::{self, Listed, Opposition};
use super::table::Entry;
use super::wordnet::{self, Bond, Pos};
use crate::ablation::Part;

pub(super) static RELATED: LazyLock<List> =
    LazyLock::new(|| List::read(Part::Related.resource(include_str!("data/related.txt"))));

/// How a word stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum LexicalRelation {
    /// One word.
    Same,
    /// Each can stand for the other.
    Synonym,
    /// The first is the more general.
    Hypernym,
    /// The second is the more general.
    Hyponym,
    /// Who does the first does the second.
    Entails,
    /// Who does the second does the first.
    EntailedBy,
    /// What the first is done to does the second: kill, die.
    Causes,
    /// What the second is done to does the first: die, kill.
    CausedBy,
    /// They exclude one another.
    Opposite(Opposition),
    /// They share what is more general: candidates for alternatives.
    Sibling,
    /// One family, two parts of speech: announce, announcement.
    Derived,
    /// Near in meaning, no more.
    Related,
    /// Nothing is known that joins them.
    Unrelated,
}

/// A relation with its strength, from 0 to 100: low where it holds between rare senses only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct WordRelation {
    /// The relation.
    pub(crate) kind: LexicalRelation,
    /// Its strength.
    pub(crate) strength: u8,
}

const UNRELATED: WordRelation = WordRelation {
    kind: LexicalRelation::Unrelated,
    strength: 0,
};

fn relation_of(kind: LexicalRelation, strength: u8) -> WordRelation {
    WordRelation { kind, strength }
}

/// Says how a lemma stands to another; both in lower case, words of one lemma parted by spaces.
pub(crate) fn relation(a: &str, a_pos: Pos, b: &str, b_pos: Pos) -> WordRelation {
    if a_pos == b_pos {
        let (x, y) = (Known::of(a), Known::of(b));
        let direct = within(x, y, a_pos);
        if direct.strength < 40 {
            return direct.max_strength(by_family(x, y, a_pos));
        }
        return direct;
    }
    across(a, a_pos, b, b_pos)
}

impl WordRelation {
    fn max_strength(self, other: WordRelation) -> WordRelation {
        if other.strength > self.strength {
            other
        } else {
            self
        }
    }

    /// The same relation, held through a word between.
    fn through(self) -> WordRelation {
        let kind = if self.kind == LexicalRelation::Same {
            LexicalRelation::Derived
        } else {
            self.kind
        };
        WordRelation {
            kind,
            strength: (u32::from(self.strength) * 17 / 20) as u8,
        }
    }
}

/// A word with what WordNet has of it.
#[derive(Clone, Copy)]
struct Known<'w> {
    word: &'w str,
    entry: Option<Entry>,
}

impl Known<'_> {
    fn of(word: &str) -> Known<'_> {
        Known {
            word,
            entry: wordnet::find(word),
        }
    }
}

/// Two words of one part of speech.
fn within(x: Known<'_>, y: Known<'_>, pos: Pos) -> WordRelation {
    use LexicalRelation as R;
    let (a, b) = (x.word, y.word);
    if a == b {
        return relation_of(R::Same, 100);
    }
    let listed = opposites::listed(a, b, pos);
    if let Some(Listed::Opposite(kind)) = listed {
        return relation_of(R::Opposite(kind), 95);
    }
    let mut best = related(a, b, pos);
    if let Some(kind) = opposites::by_prefix(a, b, pos) {
        best = best.max_strength(relation_of(R::Opposite(kind), 92));
    }
    if listed.is_none() {
        best = best.max_strength(by_change(a, b, pos));
    }
    if best.strength < 90
        && let (Some(x), Some(y)) = (x.entry, y.entry)
        && let Some((bond, strength)) = wordnet::bond(x, y, pos)
    {
        let kind = match bond {
            Bond::Synonym => R::Synonym,
            Bond::Hypernym => R::Hypernym,
            Bond::Hyponym => R::Hyponym,
            Bond::Entails => R::Entails,
            Bond::EntailedBy => R::EntailedBy,
            Bond::Causes => R::Causes,
            Bond::CausedBy => R::CausedBy,
            Bond::Sibling => R::Sibling,
            Bond::Similar => R::Related,
            Bond::Antonym => R::Opposite(match pos {
                Pos::Adjective | Pos::Adverb => Opposition::Gradable,
                Pos::Noun | Pos::Verb => Opposition::Contrary,
            }),
        };
        let opposite = matches!(kind, R::Opposite(_));
        if !(opposite && listed == Some(Listed::NotOpposite)) {
            best = best.max_strength(relation_of(kind, strength));
        }
    }
    if best.strength < 60
        && listed.is_none()
        && let (Some(x), Some(y)) = (degree::level(a, pos), degree::level(b, pos))
    {
        match x.abs_diff(y) {
            60.. => best = best.max_strength(relation_of(R::Opposite(Opposition::Gradable), 60)),
            0..=10 => best = best.max_strength(relation_of(R::Related, 40)),
            _ => {}
        }
    }
    best
}

/// What the list of near-synonyms and entailments says.
fn related(a: &str, b: &str, pos: Pos) -> WordRelation {
    use LexicalRelation as R;
    let found = RELATED
        .shared(a, b, pos.letter())
        .filter_map(
            |(line, apart, a_right)| match (RELATED.kind(line), apart, a_right) {
                ("=", _, _) => Some(relation_of(R::Synonym, 80)),
                (">", true, false) => Some(relation_of(R::Entails, 80)),
                (">", true, true) => Some(relation_of(R::EntailedBy, 80)),
                (">o", true, false) => Some(relation_of(R::Causes, 80)),
                (">o", true, true) => Some(relation_of(R::CausedBy, 80)),
                _ => None,
            },
        );
    found.fold(UNRELATED, WordRelation::max_strength)
}

/// What a verb brings about for what it is done to: who is rescued survives.
pub(crate) fn outcomes(verb: &str) -> impl Iterator<Item = &'static str> {
    let leads = RELATED.of(verb, Pos::Verb.letter()).iter();
    let leads = leads.filter(|place| !place.right && RELATED.kind(place.line) == ">o");
    leads.flat_map(|place| RELATED.side(place.line, true))
}

/// Two words of change.
fn by_change(a: &str, b: &str, pos: Pos) -> WordRelation {
    use LexicalRelation as R;
    let mut best = UNRELATED;
    for x in degree::changes(a, pos) {
        for y in degree::changes(b, pos) {
            let found = match (x.direction == y.direction, x.fortune == y.fortune) {
                (true, true) => relation_of(R::Synonym, 70),
                (true, false) => relation_of(R::Related, 40),
                (false, same) => {
                    let level = x.direction == Direction::Level || y.direction == Direction::Level;
                    let strength = match (same, level) {
                        (true, false) => 88,
                        (true, true) => 65,
                        (false, _) => 55,
                    };
                    relation_of(R::Opposite(Opposition::Contrary), strength)
                }
            };
            best = best.max_strength(found);
        }
    }
    best
}

/// Two words of one part of speech that meet in a word of another one: attack and attacker, quickly and slow.
fn by_family(a: Known<'_>, b: Known<'_>, pos: Pos) -> WordRelation {
    if pos == Pos::Adverb {
        let base = |w: Known<'_>| {
            wordnet::family(w.word, Pos::Adverb, Pos::Adjective)
                .into_iter()
                .next()
        };
        if let (Some(x), Some(y)) = (base(a), base(b)) {
            return within(Known::of(&x), Known::of(&y), Pos::Adjective).through();
        }
    }
    if let (Some(x), Some(y)) = (a.entry, b.entry)
        && wordnet::meet(x, y, pos)
    {
        return relation_of(LexicalRelation::Related, 55);
    }
    UNRELATED
}

/// Words of a family that are tried in place of a word.
const MOST: usize = 4;

/// Two words of different parts of speech.
fn across(a: &str, a_pos: Pos, b: &str, b_pos: Pos) -> WordRelation {
    // Who is missing misses nobody.
    let gone = |word: &str, pos: Pos| word == "missing" && pos == Pos::Adjective;
    if gone(a, a_pos) && b_pos == Pos::Verb {
        return within(Known::of("go missing"), Known::of(b), b_pos).through();
    }
    if gone(b, b_pos) && a_pos == Pos::Verb {
        return within(Known::of(a), Known::of("go missing"), a_pos).through();
    }
    if wordnet::in_family(a, a_pos, b, b_pos) || a == b {
        return relation_of(LexicalRelation::Derived, if a == b { 95 } else { 90 });
    }
    let (from, to) = (Known::of(a), Known::of(b));
    let mut best = UNRELATED;
    for word in wordnet::family(a, a_pos, b_pos).into_iter().take(MOST) {
        best = best.max_strength(within(Known::of(&word), to, b_pos).through());
    }
    for word in wordnet::family(b, b_pos, a_pos).into_iter().take(MOST) {
        best = best.max_strength(within(from, Known::of(&word), a_pos).through());
    }
    let (first, second) = ((a, a_pos), (b, b_pos));
    let undone = opposites::undone_by(first, second).or_else(|| opposites::undone_by(second, first));
    undone.map_or(best, |opposition| {
        best.max_strength(relation_of(LexicalRelation::Opposite(opposition), 95).through())
    })
}
