//! Term against term: names by what they name, nouns by their heads and what narrows them.

use itertools::Itertools;

use crate::align::Situation;
use crate::align::names::{described, names};
use crate::align::telling::is_number;
use crate::align::words::{self, Opposition, Range, WordMatch, WordRelation};
use crate::judgement::Natural;
use crate::lexicon::nouns;
use crate::lexicon::wordnet::Pos;
use crate::measure::{Dimension, QuantityRelation};
use crate::proposition::{Modifier, ModifierKind, Quantifier, Term};

/// Why two terms relate as they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Ways {
    /// One name, or two known to name the same.
    SameName,
    /// A name and a part of it, or two spellings.
    NearName,
    /// Two names.
    OtherName,
    /// A name and a description.
    Described,
    /// The heads are one word or synonyms.
    SameHead,
    /// One head is a kind of the other.
    KindOf,
    /// The heads exclude each other.
    OtherHead,
    /// The heads are used alike.
    Alike,
    /// What narrows them differs.
    OtherModifier,
    /// One joins several terms.
    Members,
    /// Nothing relates them.
    Nothing,
}

/// How two terms relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermMatch {
    /// ≡ they name the same, ⊏ the first is the narrower, ⊐ the second is, | they exclude each other, # unknown.
    pub relation: Natural,
    /// How alike, from 0 to 1000; what is matched with what follows it.
    pub likeness: u16,
    /// Why.
    pub ways: Ways,
}

const NOTHING: TermMatch = TermMatch {
    relation: Natural::Independence,
    likeness: 0,
    ways: Ways::Nothing,
};

/// How deep modifiers of modifiers are compared.
const DEPTH: usize = 3;

/// Compares two terms.
pub(crate) fn compare(a: &Term, b: &Term, situation: Situation) -> TermMatch {
    at_depth(a, b, situation, DEPTH)
}

fn at_depth(a: &Term, b: &Term, situation: Situation, depth: usize) -> TermMatch {
    if is_one_description(a, b, situation) {
        return TermMatch {
            relation: Natural::Equivalence,
            likeness: 1000,
            ways: if a.entity.is_some() {
                Ways::SameName
            } else {
                Ways::SameHead
            },
        };
    }
    if depth == 0 {
        return NOTHING;
    }
    if !a.members.is_empty() || !b.members.is_empty() {
        return joined(a, b, situation, depth);
    }
    match (&a.entity, &b.entity) {
        (Some(x), Some(y)) => names(x, y),
        (Some(x), None) => described(x, b, Natural::Forward),
        (None, Some(y)) => described(y, a, Natural::Reverse),
        (None, None) => nouns(a, b, situation, depth),
    }
}

/// Whether two terms are the same description, however deep they are built. Pronouns describe nobody, unless all words
/// around them are the same.
fn is_one_description(a: &Term, b: &Term, situation: Situation) -> bool {
    let known = |term: &Term| match &term.entity {
        Some(entity) => entity.alternatives.is_empty(),
        None => !words::is_pronoun(&term.head),
    };
    a.head == b.head
        && a.name() == b.name()
        && (known(a) && known(b) || situation == Situation::Verbatim)
        && (a.quantifier, a.plural, &a.quantity) == (b.quantifier, b.plural, &b.quantity)
        && (a.modifiers.len(), a.members.len()) == (b.modifiers.len(), b.members.len())
        && a.modifiers.iter().zip(&b.modifiers).all(|(x, y)| {
            x.kind == y.kind && x.marker == y.marker && is_one_description(&x.term, &y.term, situation)
        })
        && a.members
            .iter()
            .zip(&b.members)
            .all(|(x, y)| is_one_description(x, y, situation))
}

/// "Russia and China" against "China": whoever speaks of both speaks of each.
fn joined(a: &Term, b: &Term, situation: Situation, depth: usize) -> TermMatch {
    let (left, right) = (a.parts(), b.parts());
    let found = |x: &Term, among: &[Term]| {
        among
            .iter()
            .map(|y| at_depth(x, y, situation, depth - 1))
            .filter(|m| m.relation.is_near())
            .map(|m| m.likeness)
            .max()
    };
    let in_right: Vec<u16> = left.iter().filter_map(|x| found(x, right)).collect();
    let in_left = right.iter().filter(|y| found(y, left).is_some()).count();
    let likeness = in_right.iter().copied().min().unwrap_or(0);
    let relation = match (in_right.len() == left.len(), in_left == right.len()) {
        (true, true) => Natural::Equivalence,
        (false, true) => Natural::Forward,
        (true, false) => Natural::Reverse,
        (false, false) => Natural::Independence,
    };
    if in_right.is_empty() {
        NOTHING
    } else {
        TermMatch {
            relation,
            likeness,
            ways: Ways::Members,
        }
    }
}

/// Two common nouns.
fn nouns(a: &Term, b: &Term, situation: Situation, depth: usize) -> TermMatch {
    if words::is_pronoun(&a.head) || words::is_pronoun(&b.head) {
        return NOTHING;
    }
    if let Some(found) = ranged(a, b) {
        return found;
    }
    let heads = heads(a, b);
    let base = match heads.found.relation {
        WordRelation::Same | WordRelation::Synonym | WordRelation::Derived => TermMatch {
            relation: Natural::Equivalence,
            likeness: heads.found.likeness,
            ways: Ways::SameHead,
        },
        WordRelation::Specific | WordRelation::Entails | WordRelation::Causes => TermMatch {
            relation: Natural::Forward,
            likeness: heads.found.likeness,
            ways: Ways::KindOf,
        },
        WordRelation::General | WordRelation::Entailed | WordRelation::Caused => TermMatch {
            relation: Natural::Reverse,
            likeness: heads.found.likeness,
            ways: Ways::KindOf,
        },
        WordRelation::Opposite(_) | WordRelation::Sibling => {
            return TermMatch {
                relation: Natural::Alternation,
                likeness: 0,
                ways: Ways::OtherHead,
            };
        }
        WordRelation::Alike => TermMatch {
            relation: Natural::Independence,
            likeness: heads.found.likeness,
            ways: Ways::Alike,
        },
        WordRelation::Unrelated => {
            // Nothing is known of the heads; how alike the whole phrases are may still tell.
            return TermMatch {
                relation: Natural::Independence,
                likeness: words::phrases(a, b),
                ways: Ways::Alike,
            };
        }
    };
    let rest = |term: &'_ Term, used: Option<usize>| -> Vec<Modifier> {
        term.modifiers
            .iter()
            .enumerate()
            .filter(|(i, _)| Some(*i) != used)
            .map(|(_, m)| m.clone())
            .collect()
    };
    let narrowing = match (heads.used_a, heads.used_b) {
        (None, None) => modifiers(&a.modifiers, &b.modifiers, situation, depth),
        (used_a, used_b) => modifiers(&rest(a, used_a), &rest(b, used_b), situation, depth),
    };
    let likeness = (u32::from(base.likeness) * u32::from(narrowing.likeness) / 1000) as u16;
    if narrowing.relation == Natural::Alternation {
        return TermMatch {
            relation: Natural::Alternation,
            likeness: 0,
            ways: Ways::OtherModifier,
        };
    }
    let definite = |t: &Term| t.quantifier == Quantifier::Definite;
    let relation = match (base.relation, narrowing.relation) {
        // In one situation, definite descriptions that fit mean the same thing.
        (Natural::Equivalence, Natural::Forward | Natural::Reverse)
            if situation != Situation::Unknown && definite(a) && definite(b) =>
        {
            Natural::Equivalence
        }
        (base, narrowing) => base.join(narrowing),
    };
    TermMatch {
        relation,
        likeness,
        ..base
    }
}

/// "someone" against "a man": whoever speaks of a man speaks of somebody.
fn ranged(a: &Term, b: &Term) -> Option<TermMatch> {
    let covers = |wide: &Term, narrow: &Term| {
        wide.modifiers.is_empty()
            && match words::range(&wide.head) {
                Some(Range::People) => {
                    nouns::is_person(&narrow.head) || words::range(&narrow.head) == Some(Range::People)
                }
                Some(Range::Things) => !nouns::is_person(&narrow.head),
                None => false,
            }
    };
    let relation = match (covers(a, b), covers(b, a)) {
        (true, true) => Natural::Equivalence,
        (false, true) => Natural::Forward,
        (true, false) => Natural::Reverse,
        (false, false) => return None,
    };
    Some(TermMatch {
        relation,
        likeness: 800,
        ways: Ways::KindOf,
    })
}

/// How two heads relate, and the modifiers that had to be taken with them ("economic ties" against "trade").
struct Heads {
    found: WordMatch,
    used_a: Option<usize>,
    used_b: Option<usize>,
}

/// Compares the heads; where they say nothing of each other, each with a word that narrows it.
fn heads(a: &Term, b: &Term) -> Heads {
    // Of lengths, weights and the like the number tells, whatever the unit: "a mile", "1,600 metres".
    let found = if measures_alike(a, b) || is_number_of(a, b) || is_number_of(b, a) {
        WordMatch {
            relation: WordRelation::Same,
            likeness: 1000,
        }
    } else {
        words::compare(&a.head, Pos::Noun, &b.head, Pos::Noun)
    };
    let alone = Heads {
        found,
        used_a: None,
        used_b: None,
    };
    if alone.found.relation.is_near() {
        return alone;
    }
    let phrases = |term: &Term| -> Vec<(Option<usize>, String)> {
        let narrowed = term.modifiers.iter().enumerate().filter(|(_, m)| {
            matches!(m.kind, ModifierKind::Adjective | ModifierKind::Compound) && m.term.entity.is_none()
        });
        let narrowed = narrowed.map(|(i, m)| (Some(i), format!("{} {}", m.term.head, term.head)));
        std::iter::once((None, term.head.clone()))
            .chain(narrowed)
            .collect()
    };
    let (left, right) = (phrases(a), phrases(b));
    let together = left
        .iter()
        .cartesian_product(&right)
        .skip(1)
        .find_map(|((used_a, x), (used_b, y))| {
            let found = words::listed(x, Pos::Noun, y, Pos::Noun)?;
            Some(Heads {
                found,
                used_a: *used_a,
                used_b: *used_b,
            })
        });
    together.unwrap_or(alone)
}

/// Whether a term is a number of what the other names, and its own text has named before or need not name: "arrested three".
fn is_number_of(term: &Term, other: &Term) -> bool {
    let counted = |t: &Term| {
        let quantity = t.quantity.as_ref();
        quantity.is_some_and(|q| q.unit.dimension == Dimension::Count)
    };
    let bare = counted(term) && term.modifiers.is_empty() && is_number(&term.head);
    bare && (other.plural || counted(other))
}

/// Whether two terms are so much of one measure: "ten kilometres", "six miles".
fn measures_alike(a: &Term, b: &Term) -> bool {
    let measured = |t: &'_ Term| {
        let unit = t.quantity.as_ref()?.unit;
        (!matches!(unit.dimension, Dimension::Count | Dimension::Times)).then_some(unit)
    };
    measured(a).is_some_and(|unit| measured(b) == Some(unit))
}

/// How many or how much each of two terms says, if both do: "45 people", "a profit of $5 million", "a 30-metre mast".
pub(super) fn quantities(a: &Term, b: &Term) -> Option<QuantityRelation> {
    if let Some((p, q)) = a.quantity.as_ref().zip(b.quantity.as_ref()) {
        return Some(p.compare(q));
    }
    let measures = |x: &Modifier, y: &Modifier| {
        let alike = x.kind == y.kind && x.marker == y.marker;
        let (p, q) = x
            .term
            .quantity
            .as_ref()
            .zip(y.term.quantity.as_ref())
            .filter(|_| alike)?;
        Some(p.compare(q)).filter(|&r| r != QuantityRelation::Incommensurable)
    };
    a.modifiers
        .iter()
        .find_map(|x| b.modifiers.iter().find_map(|y| measures(x, y)))
}

/// What narrows the one against what narrows the other. Likeness is the share of narrowing words that are met.
fn modifiers(a: &[Modifier], b: &[Modifier], situation: Situation, depth: usize) -> TermMatch {
    let (a, b): (Vec<&Modifier>, Vec<&Modifier>) = (narrowing(a), narrowing(b));
    let mut free: Vec<&&Modifier> = b.iter().collect();
    let (mut met, mut relation) = (0, Natural::Equivalence);
    let mut unmet = 0;
    for x in &a {
        let best = free
            .iter()
            .enumerate()
            .map(|(i, y)| (i, modifier(x, y, situation, depth)))
            .max_by_key(|(i, m)| (m.likeness, m.relation == Natural::Alternation, usize::MAX - i));
        match best {
            Some((_, m)) if m.relation == Natural::Alternation => {
                return TermMatch {
                    relation: Natural::Alternation,
                    likeness: 0,
                    ways: Ways::OtherModifier,
                };
            }
            Some((i, m)) if m.relation != Natural::Independence => {
                relation = relation.join(m.relation);
                free.remove(i);
                met += 2;
            }
            _ => unmet += 1,
        }
    }
    if unmet > 0 {
        relation = relation.join(Natural::Forward);
    }
    if !free.is_empty() {
        relation = relation.join(Natural::Reverse);
    }
    let all = (a.len() + b.len()).max(1);
    let share = if a.is_empty() && b.is_empty() {
        1000
    } else {
        400 + 600 * met / all
    };
    TermMatch {
        relation,
        likeness: share as u16,
        ways: Ways::OtherModifier,
    }
}

/// Whether what one modifier says of a predicate is said by another too: "at a hospital in Rome", "at a hospital".
pub(crate) fn says_no_more(own: &Modifier, other: &Modifier) -> bool {
    let (x, y) = (&own.term, &other.term);
    let near = || {
        is_one_description(x, y, Situation::Verbatim)
            || matches!(
                compare(x, y, Situation::One).relation,
                Natural::Equivalence | Natural::Reverse
            )
    };
    x.head == y.head && (own.kind != ModifierKind::Preposition || near())
}

/// How the numbers relate that stand with two predicates in one place: "a town with a population of 8,000".
pub(crate) fn numbers_beside(a: &Modifier, b: &Modifier) -> Option<QuantityRelation> {
    let one_place = a.kind == ModifierKind::Preposition && a.kind == b.kind && a.marker == b.marker;
    (one_place && a.term.head == b.term.head)
        .then(|| quantities(&a.term, &b.term))
        .flatten()
}

/// The modifiers that narrow: appositions name again what is named already.
fn narrowing(modifiers: &[Modifier]) -> Vec<&Modifier> {
    modifiers
        .iter()
        .filter(|m| m.kind != ModifierKind::Apposition)
        .collect_vec()
}

/// One modifier against another.
fn modifier(a: &Modifier, b: &Modifier, situation: Situation, depth: usize) -> TermMatch {
    use ModifierKind::{Adjective, Adverb, Clause, Compound, Possessor, Preposition};
    match (a.kind, b.kind) {
        (Adjective, Adjective) if a.term.entity.is_none() && b.term.entity.is_none() => {
            narrowed_alike(a, b, Pos::Adjective)
        }
        (Adverb, Adverb) => narrowed_alike(a, b, Pos::Adverb),
        // "the pepper which is green", "the man who left": what the clause says counts.
        (Clause, Clause) => narrowed_alike(a, b, Pos::Verb),
        (Clause, Adjective) | (Adjective, Clause) => narrowed_alike(a, b, Pos::Adjective),
        (Adverb | Clause, _) | (_, Adverb | Clause) => NOTHING,
        // "Russian trade", "Russia's trade", "trade of Russia": the same narrowing in another form.
        (Preposition, Preposition) if a.marker != b.marker => {
            let found = at_depth(&a.term, &b.term, situation, depth - 1);
            if found.relation == Natural::Alternation {
                NOTHING
            } else {
                found
            }
        }
        (Adjective | Compound | Possessor | Preposition, _) => {
            let found = at_depth(&a.term, &b.term, situation, depth - 1);
            // Two names that narrow tell two things apart only in the same slot: a man's bridge may cross a river.
            if found.relation == Natural::Alternation && a.kind != b.kind {
                NOTHING
            } else {
                found
            }
        }
        _ => NOTHING,
    }
}

/// Adverbs of opposite meaning among what modifies two words: "more" and "less", "quickly" and "slowly". What undoes what was
/// done can follow it, and is none.
pub(crate) fn opposite_adverbs<'m>(
    a: &'m [Modifier],
    b: &'m [Modifier],
) -> Option<(&'m Modifier, &'m Modifier)> {
    let adverbs = |of: &'m [Modifier]| of.iter().filter(|m| m.kind == ModifierKind::Adverb);
    let exclude = |x: &Modifier, y: &Modifier| {
        let found = words::compare(&x.term.head, Pos::Adverb, &y.term.head, Pos::Adverb).relation;
        found.excludes() && found != WordRelation::Opposite(Opposition::Reversive)
    };
    adverbs(a).find_map(|x| adverbs(b).find(|y| exclude(x, y)).map(|y| (x, y)))
}

/// Two modifiers by their head words.
fn narrowed_alike(a: &Modifier, b: &Modifier, pos: Pos) -> TermMatch {
    let found = words::compare(&a.term.head, pos, &b.term.head, pos);
    let relation = match found.relation {
        WordRelation::Same | WordRelation::Synonym | WordRelation::Derived => {
            match opposite_adverbs(&a.term.modifiers, &b.term.modifiers) {
                Some(_) => Natural::Alternation,
                None => Natural::Equivalence,
            }
        }
        WordRelation::Opposite(_) => Natural::Alternation,
        WordRelation::Specific | WordRelation::Entails => Natural::Forward,
        WordRelation::General | WordRelation::Entailed => Natural::Reverse,
        _ => Natural::Independence,
    };
    TermMatch {
        relation,
        likeness: found.likeness,
        ways: Ways::OtherModifier,
    }
}
