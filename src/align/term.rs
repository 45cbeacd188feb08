//! Term against term: names by what they name, nouns by their heads and what narrows them.

use itertools::Itertools;

use crate::align::Situation;
use crate::align::memo::{self, Memo};
use crate::align::words::{self, Range, WordMatch, WordRelation};
use crate::entity::{Entity, EntityKind};
use crate::judgement::Natural;
use crate::lexicon::wordnet::Pos;
use crate::lexicon::{entities, nouns};
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

/// Two names. Different names never mean the same, unless one is a part or a spelling of the other.
fn names(a: &Entity, b: &Entity) -> TermMatch {
    if a.name == b.name {
        return TermMatch {
            relation: Natural::Equivalence,
            likeness: 1000,
            ways: Ways::SameName,
        };
    }
    if a.alternatives.is_empty() && b.alternatives.is_empty() {
        let (x, y) = ((a.name.as_str(), a.kind as u8), (b.name.as_str(), b.kind as u8));
        return memo::recall(&NAMES, x, y, || other_names(a, b));
    }
    other_names(a, b)
}

thread_local! {
    static NAMES: Memo<TermMatch> = const { Memo::new() };
}

/// Two names that are not letter by letter the same.
fn other_names(a: &Entity, b: &Entity) -> TermMatch {
    let same = |likeness, ways| TermMatch {
        relation: Natural::Equivalence,
        likeness,
        ways,
    };
    let (x, y) = (a.name.to_lowercase(), b.name.to_lowercase());
    if x == y {
        return same(1000, Ways::SameName);
    }
    if let Some(relation) = part_of(a, b) {
        return TermMatch {
            relation,
            likeness: 800,
            ways: Ways::KindOf,
        };
    }
    let ambiguous = a.alternatives.contains(&b.name) || b.alternatives.contains(&a.name);
    if ambiguous {
        return TermMatch {
            relation: Natural::Independence,
            likeness: 500,
            ways: Ways::NearName,
        };
    }
    let is_place = |e: &Entity| matches!(e.kind, EntityKind::Country);
    if !is_place(a) && !is_place(b) && (is_part(&x, &y) || is_part(&y, &x)) {
        return same(950, Ways::NearName);
    }
    let alike = (strsim::jaro_winkler(&x, &y) * 1000.0) as u16;
    if alike >= 950
        && x.len() >= 6
        && y.len() >= 6
        && x.split(' ').count() == y.split(' ').count()
        && !numbered(&x, &y)
    {
        return same(850, Ways::NearName);
    }
    let person = |e: &Entity| e.kind == EntityKind::Person;
    let comparable = a.kind == b.kind || a.kind == EntityKind::Other || b.kind == EntityKind::Other;
    if comparable || (person(a) && person(b)) {
        TermMatch {
            relation: Natural::Alternation,
            likeness: 0,
            ways: Ways::OtherName,
        }
    } else {
        TermMatch {
            relation: Natural::Independence,
            likeness: 0,
            ways: Ways::OtherName,
        }
    }
}

/// A capital and its country, as places: what is in the one is in the other.
fn part_of(a: &Entity, b: &Entity) -> Option<Natural> {
    let inside = |city: &Entity, country: &Entity| {
        city.kind == EntityKind::Place
            && country.kind == EntityKind::Country
            && entities::entities(&city.name).any(|known| known.canonical == country.name)
    };
    match (inside(a, b), inside(b, a)) {
        (true, _) => Some(Natural::Forward),
        (_, true) => Some(Natural::Reverse),
        _ => None,
    }
}

/// Whether the words of `short` end or begin the words of `long`: "Putin" and "Vladimir Putin", "Acme" and "Acme Corp".
fn is_part(short: &str, long: &str) -> bool {
    let (few, many): (Vec<&str>, Vec<&str>) = (short.split(' ').collect(), long.split(' ').collect());
    few.len() < many.len()
        && (many.ends_with(&few) || many.starts_with(&few))
        && few.iter().any(|w| w.len() > 2)
}

/// Whether two names differ just in what tells members of a series apart ("Company A", "Flight 12").
fn numbered(x: &str, y: &str) -> bool {
    x.split(' ')
        .zip(y.split(' '))
        .any(|(v, w)| v != w && (v.len() <= 2 || w.len() <= 2 || has_digit(v) || has_digit(w)))
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|c| c.is_ascii_digit())
}

/// A name against a description: the name may be what is described, and then is the narrower; `narrower` is the relation
/// that says so.
fn described(name: &Entity, description: &Term, narrower: Natural) -> TermMatch {
    let head = description.head.as_str();
    if name.kind == EntityKind::Other && name.name.eq_ignore_ascii_case(head) {
        return TermMatch {
            relation: Natural::Equivalence,
            likeness: 900,
            ways: Ways::SameHead,
        };
    }
    if words::range(head) == Some(Range::People) && name.kind == EntityKind::Person {
        return TermMatch {
            relation: narrower,
            likeness: 800,
            ways: Ways::Described,
        };
    }
    let fits = match name.kind {
        EntityKind::Person => nouns::is_person(head),
        EntityKind::Organisation => nouns::is_organisation(head),
        EntityKind::Country => matches!(head, "country" | "nation" | "state"),
        EntityKind::Place => nouns::is_place(head),
        EntityKind::Event | EntityKind::Other => false,
    };
    // "the Russian army" acts for Russia: a body of a country is a part of it.
    let own = |m: &Modifier| {
        matches!(
            m.kind,
            ModifierKind::Adjective | ModifierKind::Compound | ModifierKind::Possessor
        ) && m.term.name() == Some(name.name.as_str())
    };
    if name.kind == EntityKind::Country
        && description.modifiers.iter().any(own)
        && nouns::is_organisation(head)
    {
        return TermMatch {
            relation: narrower.mirrored(),
            likeness: 750,
            ways: Ways::Described,
        };
    }
    let bare = description.modifiers.is_empty() && description.quantifier != Quantifier::No;
    // "Reed, the mayor" against "the mayor": the form keeps the description.
    let said = name.form.split_whitespace().any(|w| w.eq_ignore_ascii_case(head));
    if said || (fits && bare) {
        TermMatch {
            relation: narrower,
            likeness: if said { 700 } else { 450 },
            ways: Ways::Described,
        }
    } else {
        TermMatch {
            relation: Natural::Independence,
            likeness: if fits { 300 } else { 0 },
            ways: Ways::Described,
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
            if situation == Situation::One && definite(a) && definite(b) =>
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
    let alone = Heads {
        found: words::compare(&a.head, Pos::Noun, &b.head, Pos::Noun),
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

/// Two modifiers by their head words.
fn narrowed_alike(a: &Modifier, b: &Modifier, pos: Pos) -> TermMatch {
    let found = words::compare(&a.term.head, pos, &b.term.head, pos);
    let relation = match found.relation {
        WordRelation::Same | WordRelation::Synonym | WordRelation::Derived => Natural::Equivalence,
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
