//! The shape of the data: tables and lists are well-formed, in order and small.

use std::collections::BTreeSet;

use super::entities::entity;
use super::table::TABLE;
use super::wordnet::{self, Pos};

#[test]
fn the_wordnet_table_is_sorted_and_reads_back() {
    let mut before = String::new();
    let mut senses = 0;
    for id in 0..TABLE.lemmas {
        let word = TABLE.word(id).unwrap();
        assert!(before.as_bytes() < word.as_bytes(), "{before} {word}");
        if id % 7 == 0 {
            let entry = TABLE.find(&word).unwrap();
            assert_eq!(entry.id, id, "{word}");
            for pos in Pos::ALL {
                for (synset, weight) in entry.senses(pos) {
                    assert!(TABLE.synset(synset).is_some() && (1..=15).contains(&weight));
                    senses += 1;
                }
                assert!(entry.antonyms(pos).all(|(other, _)| other < TABLE.lemmas));
            }
        }
        before = word;
    }
    assert!(senses > 10_000 && TABLE.entry(TABLE.lemmas).is_none());
    let synsets: Vec<_> = (0..).map_while(|id| TABLE.synset(id)).collect();
    let there = |id: u32| (id as usize) < synsets.len();
    for (id, synset) in synsets.iter().enumerate() {
        assert!(
            synset.field <= 44 && synset.links().all(|(_, to)| there(to)),
            "{id}"
        );
    }
    for odd in ["", "zzzzzz", "\u{0}", "🙂", "a b c d e f"] {
        assert!(wordnet::find(odd).is_none(), "{odd}");
    }
}

/// Each list, the letters of its parts of speech, and its kinds; none named where they are numbers.
const LISTS: [(&str, &str, &str, &[&str]); 9] = [
    (
        "kinds",
        include_str!("data/kinds.txt"),
        "n",
        &[
            "work.film",
            "work.series",
            "work.record",
            "work.song",
            "work.music",
            "work.book",
            "work.poem",
            "work.periodical",
            "work.play",
            "work.picture",
            "work.clip",
            "work.advert",
            "work.game",
            "place.city",
            "place.county",
            "place.country",
            "place.state",
            "place.continent",
            "place.water",
            "place.mountain",
            "place.building",
            "group.band",
            "group.channel",
            "group.company",
            "group.school",
            "group.party",
            "group.team",
            "group.tribe",
            "person.person",
            "animal.animal",
            "beast.beast",
            "plant.plant",
            "food.food",
            "vehicle.vehicle",
            "event.event",
            "disease.disease",
            "language.language",
            "site.website",
            "sport.sport",
            "software.software",
            "field.field",
            "substance.substance",
            "time.time",
        ],
    ),
    (
        "nouns",
        include_str!("data/nouns.txt"),
        "n",
        &[
            "person",
            "organisation",
            "place",
            "time",
            "event",
            "artifact",
            "abstract",
        ],
    ),
    (
        "opposites",
        include_str!("data/opposites.txt"),
        "nvar",
        &[
            "contradictory",
            "contrary",
            "gradable",
            "reversive",
            "converse",
            "none",
        ],
    ),
    (
        "related",
        include_str!("data/related.txt"),
        "nvar",
        &["=", ">", ">o"],
    ),
    (
        "directions",
        include_str!("data/directions.txt"),
        "nvar",
        &["up", "down", "level", "bloom", "fade"],
    ),
    ("degree", include_str!("data/degree.txt"), "nvar", &[]),
    ("modifiers", include_str!("data/modifiers.txt"), "r", &[]),
    (
        "predicates",
        include_str!("data/predicates.txt"),
        "nvap",
        &[
            "symmetric",
            "exclusive",
            "mutual",
            "converse",
            "one",
            "now",
            "once",
            "state",
            "again",
            "tally",
            "settles",
            "relational",
            "handles",
            "bond",
            "light",
            "stand",
            "reach",
        ],
    ),
    (
        "titles",
        include_str!("data/titles.txt"),
        "xmf",
        &[
            "honorific",
            "political",
            "royal",
            "religious",
            "military",
            "police",
            "legal",
            "academic",
            "medical",
            "corporate",
            "media",
            "office",
        ],
    ),
];

#[test]
fn every_list_is_well_formed() {
    let mut wrong = Vec::new();
    for (name, text, letters, allowed) in LISTS {
        assert!(text.ends_with('\n') && !text.contains('\r'));
        for line in text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
            let (pos, rest) = line.split_once(' ').unwrap();
            let (kind, words) = rest.split_once(' ').unwrap();
            let kind = kind.split(':').next().unwrap();
            if pos.len() != 1 || !letters.contains(pos) {
                wrong.push(format!("{name}: {line}"));
            }
            if !allowed.contains(&kind)
                && (!allowed.is_empty() || kind.parse::<u8>().is_err() && kind != "near")
            {
                wrong.push(format!("{name}: kind {kind}"));
            }
            let sides: Vec<Vec<&str>> = words.split(" | ").map(|s| s.split(", ").collect()).collect();
            for side in &sides {
                let once: BTreeSet<&&str> = side.iter().collect();
                if once.len() != side.len() || side.iter().any(|w| w.is_empty() || w.trim() != *w) {
                    let twice: Vec<_> = side
                        .iter()
                        .filter(|w| side.iter().filter(|x| x == w).count() > 1)
                        .collect();
                    wrong.push(format!("{name}: twice {twice:?} in {line}"));
                }
            }
            if sides.len() > 2 || name == "opposites" && sides.len() != 2 {
                wrong.push(format!("{name}: sides {line}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_names_are_sorted_and_found() {
    let names = include_str!("data/names.tsv");
    let forms: Vec<&str> = names.lines().map(|l| l.split('\t').next().unwrap()).collect();
    assert!(
        forms.is_sorted_by(|a, b| a.as_bytes() <= b.as_bytes()),
        "names are sorted"
    );
    assert!(
        names
            .lines()
            .all(|l| l.split('\t').count() == 3 && !l.starts_with('\t'))
    );
    assert_eq!(
        names.lines().collect::<BTreeSet<_>>().len(),
        names.lines().count()
    );
    for form in forms {
        assert!(entity(form).is_some(), "{form}");
    }
}

#[test]
fn the_data_stays_small() {
    let sizes = [
        include_bytes!("data/wordnet.bin").len(),
        include_str!("data/names.tsv").len(),
        include_str!("data/opposites.txt").len(),
        include_str!("data/related.txt").len(),
        include_str!("data/predicates.txt").len(),
        include_str!("data/directions.txt").len(),
        include_str!("data/degree.txt").len(),
        include_str!("data/modifiers.txt").len(),
        include_str!("data/titles.txt").len(),
        include_str!("data/kinds.txt").len(),
        include_str!("data/nouns.txt").len(),
    ];
    let total: usize = sizes.iter().sum();
    assert!(total <= 1_677_721, "{total}");
}
