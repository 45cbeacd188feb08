//! What predicates do with their arguments: symmetric, exclusive and converse ones, slots that hold one filler, and how
//! they lie in time.

use std::sync::LazyLock;

use super::lists::List;
use super::wordnet::Pos;
use crate::ablation::Part;

static PREDICATES: LazyLock<List> = LazyLock::new(|| List::read(include_str!("data/predicates.txt")));

/// What holds when the two main arguments of a predicate change places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Swap {
    /// The same: A is an ally of B, B is an ally of A.
    Same,
    /// The contrary: A bought B, B bought A.
    Excluded,
    /// Either, or both: A sued B, B sued A.
    Free,
}

/// A predicate that says the same from the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Converse {
    /// The other predicate: "sell" for "buy".
    pub(crate) other: &'static str,
    /// The role that the other's subject has here: "from" for "buy". Roles are "obj", "iobj", "of" or a preposition.
    pub(crate) mine: &'static str,
    /// The role that this one's subject has there: "to" for "sell".
    pub(crate) theirs: &'static str,
}

/// How many fillers a slot holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Fillers {
    /// One for all time: birthplace, winner.
    One,
    /// One at a time: capital, age, death toll.
    OneAtATime,
}

/// How an event or state lies in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Aspect {
    /// It befalls its patient once: die, be born.
    Once,
    /// It lasts: own, live, support.
    State,
    /// It can happen again: visit, attack.
    Repeatable,
}

/// Says whether a predicate is symmetric.
pub(crate) fn is_symmetric(lemma: &str, pos: Pos) -> bool {
    Part::Symmetric.is_kept() && PREDICATES.has(lemma, pos.letter(), "symmetric")
}

/// What is known of a predicate whose arguments change places.
pub(crate) fn swap(lemma: &str, pos: Pos) -> Option<Swap> {
    PREDICATES.kinds(lemma, pos.letter()).find_map(swap_of)
}

fn swap_of(kind: &str) -> Option<Swap> {
    match kind {
        "symmetric" if Part::Symmetric.is_kept() => Some(Swap::Same),
        "exclusive" => Some(Swap::Excluded),
        "mutual" => Some(Swap::Free),
        _ => None,
    }
}

/// The converses of a verb or noun, with the roles that the arguments take.
pub(crate) fn converses(lemma: &str, pos: Pos) -> impl Iterator<Item = Converse> {
    PREDICATES.of(lemma, pos.letter()).iter().flat_map(|place| {
        let mut kind = PREDICATES.kind(place.line).split(':');
        let head = kind.next() == Some("converse") && Part::Converse.is_kept();
        let (left, right) = (kind.next().unwrap_or_default(), kind.next().unwrap_or_default());
        let (mine, theirs) = if place.right { (right, left) } else { (left, right) };
        let others = head.then(|| PREDICATES.side(place.line, !place.right));
        others
            .into_iter()
            .flatten()
            .map(move |other| Converse { other, mine, theirs })
    })
}

/// The lists of converses that a word stands in, on either side.
pub(crate) fn converse_lists(lemma: &str, pos: Pos) -> impl Iterator<Item = u32> {
    let places = PREDICATES.of(lemma, pos.letter()).iter();
    places
        .filter(|place| Part::Converse.is_kept() && PREDICATES.kind(place.line).starts_with("converse"))
        .map(|place| u32::from(place.line))
}

/// How `b` says what `a` says, from the other side.
pub(crate) fn converse(a: &str, b: &str, pos: Pos) -> Option<Converse> {
    converses(a, pos).find(|c| c.other == b)
}

/// Says whether a noun belongs to somebody or something: ally, president, capital.
pub(crate) fn is_relational(noun: &str) -> bool {
    PREDICATES.has(noun, b'n', "relational")
}

/// Says whether a verb is done with a claim or a report as a whole: make, publish, hear.
pub(crate) fn handles_claims(verb: &str) -> bool {
    PREDICATES.has(verb, b'v', "handles")
}

/// What two are to each other who have the bond that a noun names: an alliance makes allies.
pub(crate) fn bond(noun: &str) -> Option<&'static str> {
    PREDICATES
        .kinds(noun, b'n')
        .find_map(|kind| kind.strip_prefix("bond:"))
}

/// The verb that is meant where a verb carries no meaning of its own beside a noun ("make a decision").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Light {
    /// That of the noun's family: "decide".
    OfFamily,
    /// Another one: "participate" for "take part".
    Other(&'static str),
}

/// What a verb and a noun say together, where the noun carries the meaning.
pub(crate) fn light(verb: &str, noun: &str) -> Option<Light> {
    PREDICATES.kinds(noun, b'n').find_map(|kind| {
        let mut parts = kind.strip_prefix("light:")?.split(':');
        (parts.next() == Some(verb)).then(|| parts.next().map_or(Light::OfFamily, Light::Other))
    })
}

/// What "be" with a preposition and a noun does ("is in need of", "is under attack").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stand {
    /// The verb that is meant, where it is not that of the noun's family.
    pub(crate) verb: Option<&'static str>,
    /// Whether it is done to the subject.
    pub(crate) passive: bool,
}

/// How a noun stands for a verb under "be" and a preposition.
pub(crate) fn stand(preposition: &str, noun: &str) -> Option<Stand> {
    PREDICATES.kinds(noun, b'n').find_map(|kind| {
        let mut parts = kind.strip_prefix("stand:")?.split(':');
        let own = parts.next()?;
        let passive = own.starts_with('+');
        (own.trim_start_matches('+') == preposition).then(|| Stand {
            verb: parts.next(),
            passive,
        })
    })
}

/// What a verb of motion with a preposition and a noun does ("came to a halt", "came under attack").
pub(crate) fn reach(verb: &str, preposition: &str, noun: &str) -> Option<Stand> {
    PREDICATES.kinds(noun, b'n').find_map(|kind| {
        let mut parts = kind.strip_prefix("reach:")?.split(':');
        let (own, marker) = (parts.next()?, parts.next()?);
        let passive = marker.starts_with('+');
        (own == verb && marker.trim_start_matches('+') == preposition).then(|| Stand {
            verb: parts.next(),
            passive,
        })
    })
}

/// How many fillers the slot of a noun holds ("the capital of X"); `None` where it may hold many.
pub(crate) fn fillers(noun: &str) -> Option<Fillers> {
    PREDICATES.kinds(noun, b'n').find_map(|kind| match kind {
        "one" => Some(Fillers::One),
        "now" => Some(Fillers::OneAtATime),
        _ => None,
    })
}

/// How many fillers a role of a verb holds: "born" with "in", "cost" with "obj".
pub(crate) fn role_fillers(verb: &str, role: &str) -> Option<Fillers> {
    PREDICATES
        .kinds(verb, b'v')
        .find_map(|kind| match kind.split_once(':') {
            Some(("one", r)) if r == role => Some(Fillers::One),
            Some(("now", r)) if r == role => Some(Fillers::OneAtATime),
            _ => None,
        })
}

/// Whether those whom a verb tells of are counted while it goes on: the dead, the arrested.
pub(crate) fn is_tallied(verb: &str) -> bool {
    PREDICATES.has(verb, b'v', "tally")
}

/// Whether what somebody so decided on is not to come afterwards: what was called off does not go ahead.
pub(crate) fn settles(verb: &str) -> bool {
    PREDICATES.has(verb, b'v', "settles")
}

/// How a predicate lies in time, where that is known.
pub(crate) fn aspect(lemma: &str, pos: Pos) -> Option<Aspect> {
    PREDICATES.kinds(lemma, pos.letter()).find_map(|kind| match kind {
        "once" => Some(Aspect::Once),
        "state" => Some(Aspect::State),
        "again" => Some(Aspect::Repeatable),
        _ => None,
    })
}
