//! What a noun names: a person, an organisation, a place, a time, an event.

use std::sync::LazyLock;

use super::lists::List;
use super::table::{Entry, TABLE};
use super::wordnet::{self, Pos};

// WordNet's lexicographer files.
const TOPS: u8 = 3;
const ACT: u8 = 4;
const ANIMAL: u8 = 5;
const ARTIFACT: u8 = 6;
const EVENT: u8 = 11;
const GROUP: u8 = 14;
const LOCATION: u8 = 15;
const OBJECT: u8 = 17;
const PERSON: u8 = 18;
const PHENOMENON: u8 = 19;
const PROCESS: u8 = 22;
const TIME: u8 = 28;

/// Our own word for what common nouns mostly name.
static NOUNS: LazyLock<List> = LazyLock::new(|| List::read(include_str!("data/nouns.txt")));

/// What the list says: whether a noun is in a class; nothing where it is in none.
fn listed(noun: &str, class: &str) -> Option<bool> {
    let places = NOUNS.of(noun, b'n');
    (!places.is_empty()).then(|| places.iter().any(|p| NOUNS.kind(p.line) == class))
}

/// How far up a chain is followed.
const DEPTH: usize = 16;

/// The noun as the table has it: a compound that is unknown ("trade minister") is taken by its last word.
fn known(noun: &str) -> Option<Entry> {
    let found = |word: &str| wordnet::find(word).filter(|e| e.senses(Pos::Noun).next().is_some());
    found(noun).or_else(|| found(noun.rsplit([' ', '-']).next().unwrap_or_default()))
}

/// The weight of a noun's senses that lie in some fields, in hundredths of all of its senses.
fn share(noun: &str, fields: &[u8]) -> u32 {
    let Some(entry) = known(noun) else { return 0 };
    let (mut inside, mut all) = (0, 0);
    for (sense, weight) in entry.senses(Pos::Noun) {
        all += u32::from(weight);
        if TABLE.synset(sense).is_some_and(|s| fields.contains(&s.field)) {
            inside += u32::from(weight);
        }
    }
    (inside * 100).checked_div(all).unwrap_or(0)
}

/// The share of a word's senses that lie under one of some synsets, in hundredths.
fn share_under(entry: Option<Entry>, pos: Pos, tops: &[u32]) -> u32 {
    let (mut inside, mut all) = (0, 0);
    for (sense, weight) in entry.into_iter().flat_map(|e| e.senses(pos)) {
        all += u32::from(weight);
        if under(sense, tops, DEPTH) {
            inside += u32::from(weight);
        }
    }
    (inside * 100).checked_div(all).unwrap_or(0)
}

fn under(synset: u32, tops: &[u32], depth: usize) -> bool {
    tops.contains(&synset)
        || depth > 0
            && TABLE
                .synset(synset)
                .is_some_and(|s| s.hypernyms().any(|up| under(up, tops, depth - 1)))
}

/// The synsets of some nouns that lie in some fields.
fn synsets_of(words: &[&str], fields: &[u8]) -> Vec<u32> {
    let senses = words
        .iter()
        .filter_map(|word| wordnet::find(word))
        .flat_map(|e| e.senses(Pos::Noun));
    senses
        .map(|(s, _)| s)
        .filter(|s| TABLE.synset(*s).is_some_and(|s| fields.contains(&s.field)))
        .collect()
}

static ORGANISATION: LazyLock<Vec<u32>> = LazyLock::new(|| {
    synsets_of(
        &[
            "organization",
            "social group",
            "business",
            "polity",
            "social unit",
        ],
        &[GROUP],
    )
});
static VESSEL: LazyLock<Vec<u32>> = LazyLock::new(|| synsets_of(&["watercraft"], &[ARTIFACT]));
static PLACE: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let words = [
        "location",
        "structure",
        "facility",
        "geological formation",
        "body of water",
        "road",
        "land",
        "airfield",
    ];
    synsets_of(&words, &[TOPS, ARTIFACT, LOCATION, OBJECT])
});

/// Says whether a noun names a person: minister, teacher, man.
pub(crate) fn is_person(noun: &str) -> bool {
    listed(noun, "person").unwrap_or_else(|| {
        share(noun, &[PERSON]) >= 40
            || known(noun).is_none()
                && ["man", "woman", "person", "ist"]
                    .iter()
                    .any(|end| noun.ends_with(end))
    })
}

/// Says whether a noun names a person and hardly anything else.
pub(crate) fn is_surely_person(noun: &str) -> bool {
    is_person(noun) && share(noun, &[PERSON]) >= 75
}

static OCCUPATION: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let words = [
        "worker",
        "leader",
        "entertainer",
        "contestant",
        "scientist",
        "creator",
        "professional",
        "expert",
        "official",
        "serviceman",
        "businessperson",
        "communicator",
        "politician",
        "scholar",
        "clergyman",
    ];
    synsets_of(&words, &[PERSON])
});

/// Says whether a noun names what a person does for a living: singer, senator.
pub(crate) fn is_occupation(noun: &str) -> bool {
    let Some(entry) = known(noun) else { return false };
    let (mut inside, mut all) = (0, 0);
    let person = |s: u32| TABLE.synset(s).is_some_and(|s| s.field == PERSON);
    for (sense, weight) in entry.senses(Pos::Noun).filter(|(s, _)| person(*s)) {
        all += u32::from(weight);
        if under(sense, &OCCUPATION, DEPTH) {
            inside += u32::from(weight);
        }
    }
    is_person(noun) && inside * 10 >= all * 6 && all > 0
}

/// Says whether a noun names an animal.
pub(crate) fn is_animal(noun: &str) -> bool {
    share(noun, &[ANIMAL]) >= 60
}

/// Says whether a noun names a body that acts: company, ministry, army.
pub(crate) fn is_organisation(noun: &str) -> bool {
    listed(noun, "organisation").unwrap_or_else(|| {
        share_under(known(noun), Pos::Noun, &ORGANISATION) >= 25 && !is_person(noun) && !is_time(noun)
    })
}

/// Says whether a noun names a place: city, region, bridge.
pub(crate) fn is_place(noun: &str) -> bool {
    listed(noun, "place").unwrap_or_else(|| share_under(known(noun), Pos::Noun, &PLACE) >= 34)
}

/// Says whether a noun names a ship or a boat, which may be a "she".
pub(crate) fn is_vessel(noun: &str) -> bool {
    share_under(known(noun), Pos::Noun, &VESSEL) >= 50
}

/// Says whether a noun names a time: day, decade, spring.
pub(crate) fn is_time(noun: &str) -> bool {
    listed(noun, "time").unwrap_or_else(|| share(noun, &[TIME]) >= 40)
}

/// Says whether a noun names something that happens or is done: attack, election, flood.
pub(crate) fn is_event(noun: &str) -> bool {
    listed(noun, "event").unwrap_or_else(|| share(noun, &[EVENT, ACT, PHENOMENON, PROCESS]) >= 45)
}

/// Says whether a noun names a group: crowd, team, family.
pub(crate) fn is_group(noun: &str) -> bool {
    share(noun, &[GROUP]) >= 40
}
