//! What a noun names: a person, an organisation, a place, a time, an event.

use super::table::{Synset, TABLE};
use super::wordnet::{self, Pos};

// WordNet's lexicographer files.
const ACT: u8 = 4;
const ANIMAL: u8 = 5;
const ARTIFACT: u8 = 6;
const ATTRIBUTE: u8 = 7;
const BODY: u8 = 8;
const COGNITION: u8 = 9;
const COMMUNICATION: u8 = 10;
const EVENT: u8 = 11;
const FEELING: u8 = 12;
const FOOD: u8 = 13;
const GROUP: u8 = 14;
const LOCATION: u8 = 15;
const MOTIVE: u8 = 16;
const OBJECT: u8 = 17;
const PERSON: u8 = 18;
const PHENOMENON: u8 = 19;
const PLANT: u8 = 20;
const POSSESSION: u8 = 21;
const PROCESS: u8 = 22;
const QUANTITY: u8 = 23;
const RELATION: u8 = 24;
const SHAPE: u8 = 25;
const STATE: u8 = 26;
const SUBSTANCE: u8 = 27;
const TIME: u8 = 28;

/// How far up a chain is followed.
const DEPTH: usize = 16;

/// The noun as the table has it: a compound that is unknown ("trade minister") is taken by its last word.
fn known(noun: &str) -> Option<super::table::Entry> {
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

/// The share of a noun's senses that fall under a sense of another noun, in hundredths.
fn share_under(noun: &str, pos: Pos, ancestor: &str) -> u32 {
    let Some(top) = wordnet::find(ancestor) else {
        return 0;
    };
    let tops: Vec<u32> = top.senses(pos).map(|(s, _)| s).collect();
    let entry = if pos == Pos::Noun {
        known(noun)
    } else {
        wordnet::find(noun)
    };
    let (mut inside, mut all) = (0, 0);
    for (sense, weight) in entry.into_iter().flat_map(|e| e.senses(pos)) {
        all += u32::from(weight);
        let mut level = vec![sense];
        for _ in 0..DEPTH {
            if level.iter().any(|s| tops.contains(s)) {
                inside += u32::from(weight);
                break;
            }
            level = level
                .iter()
                .filter_map(|s| TABLE.synset(*s))
                .flat_map(Synset::hypernyms)
                .collect();
        }
    }
    (inside * 100).checked_div(all).unwrap_or(0)
}

/// Says whether a word is, in a good part of its senses, a kind of another: `is_a("dog", Noun, "animal")`.
pub(crate) fn is_a(lemma: &str, pos: Pos, ancestor: &str) -> bool {
    share_under(lemma, pos, ancestor) >= 34
}

/// The words above a word's main sense, from the nearest to the top; of a synset with several words, the first by
/// alphabet is not given but the synset's number.
pub(crate) fn hypernym_chain(lemma: &str, pos: Pos) -> Vec<u32> {
    let mut chain = Vec::new();
    let mut next = wordnet::find(lemma)
        .and_then(|e| e.senses(pos).next())
        .map(|(s, _)| s);
    while let Some(synset) = next.filter(|s| !chain.contains(s)) {
        chain.push(synset);
        next = TABLE.synset(synset).and_then(|s| s.hypernyms().next());
    }
    chain
}

/// Says whether a noun names a person: minister, teacher, man.
pub(crate) fn is_person(noun: &str) -> bool {
    share(noun, &[PERSON]) >= 40
        || known(noun).is_none()
            && ["man", "woman", "person", "ist"]
                .iter()
                .any(|end| noun.ends_with(end))
        || share_under(noun, Pos::Noun, "person") >= 40
}

/// Says whether a noun names a body that acts: company, ministry, army.
pub(crate) fn is_organisation(noun: &str) -> bool {
    ["organization", "social group", "business", "polity"]
        .iter()
        .any(|top| share_under(noun, Pos::Noun, top) >= 40)
}

/// Says whether a noun names a place: city, region, bridge.
pub(crate) fn is_place(noun: &str) -> bool {
    share(noun, &[LOCATION]) >= 34
        || [
            "location",
            "structure",
            "geological formation",
            "body of water",
            "way",
            "land",
        ]
        .iter()
        .any(|top| share_under(noun, Pos::Noun, top) >= 45)
}

/// Says whether a noun names a time: day, decade, spring.
pub(crate) fn is_time(noun: &str) -> bool {
    share(noun, &[TIME]) >= 40
}

/// Says whether a noun names something that happens or is done: attack, election, flood.
pub(crate) fn is_event(noun: &str) -> bool {
    share(noun, &[EVENT, ACT, PHENOMENON, PROCESS]) >= 45
}

/// Says whether a noun names a group: crowd, team, family.
pub(crate) fn is_group(noun: &str) -> bool {
    share(noun, &[GROUP]) >= 40
}

/// Says whether a noun names a thing that was made: bridge, missile, car.
pub(crate) fn is_artifact(noun: &str) -> bool {
    share(noun, &[ARTIFACT]) >= 45
}

/// Says whether a noun names nothing that can be touched: trust, idea, growth.
pub(crate) fn is_abstract(noun: &str) -> bool {
    share(
        noun,
        &[
            ATTRIBUTE,
            COGNITION,
            COMMUNICATION,
            FEELING,
            MOTIVE,
            QUANTITY,
            RELATION,
            STATE,
            SHAPE,
            POSSESSION,
        ],
    ) >= 60
}

/// Says whether a noun names something with a body, alive or not: dog, tree, bread, stone.
pub(crate) fn is_physical(noun: &str) -> bool {
    share(
        noun,
        &[ANIMAL, ARTIFACT, BODY, FOOD, OBJECT, PERSON, PLANT, SUBSTANCE],
    ) >= 50
}
