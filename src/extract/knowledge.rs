//! What the rules of this room ask about single words: the one door to the lexicon, and the closed classes.

use crate::entity::{EntityKind, Resolution};
use crate::lexicon::wordnet::Pos;
use crate::lexicon::{nouns, predicates, wordnet};

/// A form that is known outside the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) name: String,
    pub(super) kind: EntityKind,
    pub(super) how: Resolution,
    /// The country that a capital or a seat of power can stand for.
    pub(super) government: Option<String>,
}

/// What sort of thing a common noun names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Person,
    Place,
    Group,
    Time,
    Act,
    Other,
}

/// Looks a name up.
pub(super) fn known(form: &str) -> Option<Known> {
    let list: &[(&str, &str, EntityKind, Resolution)] = &[
        ("Russia", "Russia", EntityKind::Country, Resolution::AsWritten),
        ("Russian", "Russia", EntityKind::Country, Resolution::Demonym),
        ("Ukraine", "Ukraine", EntityKind::Country, Resolution::AsWritten),
        ("France", "France", EntityKind::Country, Resolution::AsWritten),
        ("Paris", "Paris", EntityKind::Place, Resolution::AsWritten),
        (
            "North Korea",
            "North Korea",
            EntityKind::Country,
            Resolution::AsWritten,
        ),
        ("DPRK", "North Korea", EntityKind::Country, Resolution::Alias),
    ];
    list.iter().find(|k| k.0 == form).map(|k| Known {
        name: k.1.into(),
        kind: k.2,
        how: k.3,
        government: (form == "Paris").then(|| "France".to_owned()),
    })
}

/// The sort of a common noun, by its lemma.
pub(super) fn sort(lemma: &str) -> Sort {
    if lemma.is_empty() || !lemma.is_ascii() {
        return Sort::Other;
    }
    if matches!(lemma, "people" | "person" | "anyone" | "someone" | "everyone") || nouns::is_person(lemma) {
        Sort::Person
    } else if nouns::is_time(lemma) {
        Sort::Time
    } else if nouns::is_organisation(lemma) || nouns::is_group(lemma) {
        Sort::Group
    } else if nouns::is_place(lemma) {
        Sort::Place
    } else if nouns::is_event(lemma) {
        Sort::Act
    } else {
        Sort::Other
    }
}

/// Whether a noun says what its bearer is to somebody else: "ally", "partner", "capital", "minister".
pub(super) fn relational(lemma: &str) -> bool {
    predicates::is_relational(lemma)
}

/// The verb that a noun stands for: "reopening" to "reopen".
pub(super) fn event_verb(lemma: &str) -> Option<String> {
    if lemma.len() < 3 || !nouns::is_event(lemma) && !DEEDS.iter().any(|end| lemma.ends_with(end)) {
        return None;
    }
    let verbs = wordnet::family(lemma, Pos::Noun, Pos::Verb);
    let shared = |verb: &String| {
        verb.bytes()
            .zip(lemma.bytes())
            .take_while(|(a, b)| a == b)
            .count()
    };
    // Of "conclude" and "concluded" the shorter; of two verbs the one that is more of the noun.
    verbs
        .into_iter()
        .rev()
        .max_by_key(|v| (shared(v), usize::MAX - v.len()))
}

/// Ends of nouns that say that something was done or came about.
const DEEDS: &[&str] = &[
    "tion", "sion", "ment", "ing", "ance", "ence", "death", "al", "ure",
];

/// Whether a word is a title or an office that stands before a name.
pub(super) fn title(form: &str) -> bool {
    matches!(
        form.trim_end_matches('.').to_lowercase().as_str(),
        "mr" | "mrs" | "ms" | "dr" | "president" | "minister" | "sir" | "prime" | "defense" | "foreign"
    )
}

/// Whether a verb reports speech or thought, so that its content is the claim.
pub(super) fn reports(lemma: &str) -> bool {
    matches!(
        lemma,
        "say"
            | "tell"
            | "claim"
            | "report"
            | "believe"
            | "think"
            | "announce"
            | "argue"
            | "add"
            | "note"
            | "suggest"
            | "predict"
            | "warn"
            | "insist"
            | "admit"
            | "deny"
            | "write"
            | "explain"
    )
}
