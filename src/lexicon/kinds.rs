//! Kinds of things that exclude each other: what is a film is no city, what is a city is no country.

use std::sync::LazyLock;

use super::lists::List;
use super::nouns;
use crate::ablation::Part;

static KINDS: LazyLock<List> =
    LazyLock::new(|| List::read(Part::Kinds.resource(include_str!("data/kinds.txt"))));

/// Rooms that one thing can be in at once: a university is a body and a place, a programme a work and an event.
const SHARED: &[(&str, &str)] = &[
    ("animal", "beast"),
    ("beast", "food"),
    ("animal", "food"),
    ("animal", "person"),
    ("event", "group"),
    ("event", "place"),
    ("event", "sport"),
    ("event", "time"),
    ("event", "work"),
    ("event", "disease"),
    ("field", "group"),
    ("field", "sport"),
    ("field", "work"),
    ("food", "plant"),
    ("food", "substance"),
    ("group", "place"),
    ("group", "work"),
    ("place", "vehicle"),
    ("software", "work"),
    ("site", "software"),
    ("site", "work"),
    ("sport", "work"),
    ("language", "work"),
    ("language", "software"),
    ("language", "group"),
];

/// Kinds that one thing can be at once: Singapore is a city and a country.
const TOGETHER: &[(&str, &str)] = &[
    ("place.country", "place.state"),
    ("place.continent", "place.country"),
    ("place.building", "place.city"),
    ("work.book", "work.series"),
    ("work.book", "work.poem"),
    ("work.book", "work.periodical"),
    ("work.music", "work.play"),
    ("work.music", "work.record"),
    ("work.music", "work.song"),
    ("work.film", "work.music"),
    ("work.game", "work.series"),
    ("group.channel", "group.company"),
    ("group.channel", "site.website"),
    ("group.company", "group.school"),
    ("group.company", "site.website"),
    ("group.band", "group.team"),
    ("group.company", "group.team"),
];

/// Whether a noun is known to name a kind.
pub(crate) fn is_known(noun: &str) -> bool {
    !kinds(noun).is_empty()
}

/// Whether nothing can be what both nouns say.
pub(crate) fn exclude(a: &str, b: &str) -> bool {
    let (of_a, of_b) = (kinds(a), kinds(b));
    !of_a.is_empty() && !of_b.is_empty() && of_a.iter().all(|x| of_b.iter().all(|y| apart(x, y)))
}

/// Whether a noun names a work: what came out once.
pub(crate) fn is_made(noun: &str) -> bool {
    let mut kinds = kinds(noun).into_iter().peekable();
    kinds.peek().is_some() && kinds.all(|k| k.starts_with("work."))
}

/// Whether a noun or a phrase is listed.
pub(crate) fn is_listed(noun: &str) -> bool {
    !KINDS.of(noun, b'n').is_empty()
}

/// The kinds that a noun names: as the list has them, else by its class.
fn kinds(noun: &str) -> Vec<&'static str> {
    let listed: Vec<&'static str> = KINDS.kinds(noun, b'n').collect();
    if !listed.is_empty() {
        return listed;
    }
    [
        (nouns::is_surely_person(noun), "person.person"),
        (nouns::is_animal(noun), "animal.animal"),
    ]
    .into_iter()
    .filter_map(|(is, kind)| is.then_some(kind))
    .collect()
}

fn apart(a: &str, b: &str) -> bool {
    let room = |kind: &str| kind.split('.').next().unwrap_or_default().to_owned();
    let (room_a, room_b) = (room(a), room(b));
    let in_list = |list: &[(&str, &str)], x: &str, y: &str| {
        list.iter().any(|&(p, q)| p == x && q == y || p == y && q == x)
    };
    // A list of people names what one can be at once.
    a != b && !in_list(TOGETHER, a, b) && (room_a == room_b || !in_list(SHARED, &room_a, &room_b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_of_one_kind_is_not_of_another() {
        for (a, b) in [
            ("film", "city"),
            ("album", "series"),
            ("city", "county"),
            ("senator", "song"),
            ("truck", "movie"),
            ("band", "university"),
        ] {
            assert!(exclude(a, b) && exclude(b, a), "{a} {b}");
        }
    }

    #[test]
    fn what_can_be_both_excludes_nothing() {
        for (a, b) in [
            ("film", "movie"),
            ("actor", "politician"),
            ("university", "building"),
            ("city", "capital"),
            ("part", "island"),
            ("country", "state"),
            ("thing", "person"),
            ("citizen", "musician"),
        ] {
            assert!(!exclude(a, b), "{a} {b}");
        }
    }
}
