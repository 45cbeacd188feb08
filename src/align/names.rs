//! Names against names, and a name against a description that may be of its bearer.

use crate::align::memo::{self, Memo};
use crate::align::term::{TermMatch, Ways};
use crate::align::words::{self, Range};
use crate::entity::{Entity, EntityKind};
use crate::judgement::Natural;
use crate::lexicon::{entities, nouns};
use crate::proposition::{Modifier, ModifierKind, Quantifier, Term};

/// Two names. Different names never mean the same, unless one is a part or a spelling of the other.
pub(super) fn names(a: &Entity, b: &Entity) -> TermMatch {
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
    // "Kim Jong-un", "Kim Jong Un".
    let folded = |e: &Entity| {
        let name = e.name.to_lowercase();
        if name.contains('-') {
            name.replace('-', " ")
        } else {
            name
        }
    };
    let (x, y) = (folded(a), folded(b));
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
    let alike = || (strsim::jaro_winkler(&x, &y) * 1000.0) as u16;
    if x.len() >= 6
        && y.len() >= 6
        && may_be_alike(&x, &y)
        && x.split(' ').count() == y.split(' ').count()
        && !numbered(&x, &y)
        && alike() >= 950
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

/// Whether two names have letters enough in common to be alike. For a likeness of .95 by Jaro and Winkler that of Jaro must be .9167,
/// and the parts of the two that are matched must come to 1.75 together; letters that only one of them has are never matched.
fn may_be_alike(x: &str, y: &str) -> bool {
    if !x.is_ascii() || !y.is_ascii() {
        return true;
    }
    let mut spare = [0_usize; 128];
    for byte in y.bytes() {
        if let Some(spare) = spare.get_mut(usize::from(byte)) {
            *spare += 1;
        }
    }
    let mut common = 0;
    for byte in x.bytes() {
        if let Some(spare) = spare.get_mut(usize::from(byte)).filter(|spare| **spare > 0) {
            *spare -= 1;
            common += 1;
        }
    }
    4 * common * (x.len() + y.len()) >= 7 * x.len() * y.len()
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
    let ends = || long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '));
    let begins = || long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    (ends() || begins()) && short.split(' ').any(|w| w.len() > 2)
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
pub(super) fn described(name: &Entity, description: &Term, narrower: Natural) -> TermMatch {
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
/// Whether each of two phrases is narrowed by names, and none of the one is any of the other: "Syrian soldiers", "Isis fighters".
pub(crate) fn narrowed_apart(a: &Term, b: &Term) -> bool {
    let own = |term: &'_ Term| -> Vec<Entity> {
        let names = term
            .modifiers
            .iter()
            .filter(|m| m.kind != ModifierKind::Apposition);
        names.filter_map(|m| m.term.entity.clone()).collect()
    };
    let (left, right) = (own(a), own(b));
    let met = |x: &Entity| right.iter().any(|y| names(x, y).relation.is_near());
    !left.is_empty() && !right.is_empty() && !left.iter().any(met)
}
