//! What the rules of this room ask about single words: the one door to the lexicon, and the closed classes.

use crate::entity::{EntityKind, Resolution};
use crate::lexicon::entities::{self, Kind, Via};
use crate::lexicon::wordnet::Pos;
use crate::lexicon::{given, nouns, opposites, predicates, signatures, wordnet};

/// A form that is known outside the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) name: String,
    pub(super) kind: EntityKind,
    pub(super) how: Resolution,
    /// The country that a capital or a seat of power can stand for.
    pub(super) government: Option<String>,
    /// Whether the form is an ordinary word or a person's name too.
    pub(super) doubtful: bool,
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

/// The longest known name that starts a run of words, with the number of words that it takes.
pub(super) fn known(words: &[&str]) -> Option<(usize, Known)> {
    let (count, first) = entities::longest_entity(words)?;
    let form = words.get(..count)?.join(" ");
    let government = entities::entities(&form)
        .find(|k| k.kind == Kind::Government)
        .map(|k| k.canonical.to_owned());
    let kind = match first.kind {
        Kind::Country | Kind::Government => EntityKind::Country,
        Kind::City | Kind::Region | Kind::Place => EntityKind::Place,
        Kind::Organisation => EntityKind::Organisation,
    };
    let how = match first.via {
        Via::Name => Resolution::AsWritten,
        Via::Alias => Resolution::Alias,
        Via::Acronym => Resolution::Acronym,
        Via::Adjective | Via::Demonym => Resolution::Demonym,
        Via::Metonym | Via::Capital => Resolution::Metonym,
    };
    let known = Known {
        name: first.canonical.to_owned(),
        kind,
        how,
        // What can be nothing but a government needs no second reading.
        government: government.filter(|_| first.kind == Kind::City),
        doubtful: first.doubtful,
    };
    Some((count, known))
}

/// The gender that a given name shows.
pub(super) fn given_gender(name: &str) -> Option<entities::Gender> {
    given::gender(name)
}

/// The gender that a common noun for a person shows.
pub(super) fn noun_gender(lemma: &str) -> Option<entities::Gender> {
    const MEN: &[&str] = &[
        "man",
        "boy",
        "gentleman",
        "husband",
        "father",
        "dad",
        "son",
        "brother",
        "uncle",
        "nephew",
        "grandfather",
        "grandson",
        "stepfather",
        "stepson",
        "boyfriend",
        "widower",
        "bridegroom",
        "groom",
        "king",
        "prince",
        "duke",
        "emperor",
        "waiter",
        "businessman",
        "policeman",
        "spokesman",
        "chairman",
        "congressman",
        "fisherman",
        "salesman",
        "gunman",
        "fireman",
        "cameraman",
        "clergyman",
        "nobleman",
        "monk",
        "priest",
        "guy",
        "lad",
        "sir",
    ];
    const WOMEN: &[&str] = &[
        "woman",
        "girl",
        "lady",
        "wife",
        "mother",
        "mom",
        "mum",
        "daughter",
        "sister",
        "aunt",
        "niece",
        "grandmother",
        "granddaughter",
        "stepmother",
        "stepdaughter",
        "girlfriend",
        "widow",
        "bride",
        "queen",
        "princess",
        "duchess",
        "empress",
        "actress",
        "waitress",
        "hostess",
        "heiress",
        "businesswoman",
        "policewoman",
        "spokeswoman",
        "chairwoman",
        "congresswoman",
        "saleswoman",
        "noblewoman",
        "nun",
        "midwife",
        "schoolgirl",
        "maid",
    ];
    if MEN.contains(&lemma) {
        Some(entities::Gender::Masculine)
    } else if WOMEN.contains(&lemma) {
        Some(entities::Gender::Feminine)
    } else {
        None
    }
}

/// Whether a word names a day of the week or a month (and nobody bears it as a name).
pub(super) fn is_calendar(word: &str) -> bool {
    const NAMES: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "july",
        "september",
        "october",
        "november",
        "december",
    ];
    NAMES.contains(&word.to_lowercase().trim_end_matches('s'))
}

/// Whether the last word of a name can be that of a body: "Party", "Haram", but not "Watch".
pub(super) fn may_name_body(word: &str) -> bool {
    let single = word
        .strip_suffix("es")
        .or_else(|| word.strip_suffix('s'))
        .unwrap_or(word);
    is_firm_ending(word) || nouns::is_organisation(word) || !is_noun(word) && !is_noun(single)
}

/// Whether the last word of a name says that it is a firm or a club.
pub(super) fn is_firm_ending(word: &str) -> bool {
    entities::is_firm_ending(word)
}

/// Whether the first word of a name says that it is a mountain, a water or a town.
pub(super) fn is_landform(word: &str) -> bool {
    matches!(
        word,
        "Mount"
            | "Mt"
            | "Mt."
            | "Lake"
            | "Cape"
            | "River"
            | "Fort"
            | "Port"
            | "San"
            | "Santa"
            | "Santo"
            | "São"
            | "New"
    )
}

/// Whether a noun for who makes or sells something mostly names a firm.
pub(super) fn is_trade(lemma: &str) -> bool {
    lemma.ends_with("maker") && lemma != "filmmaker" && lemma != "lawmaker" && lemma != "policymaker"
        || matches!(
            lemma,
            "retailer"
                | "manufacturer"
                | "broadcaster"
                | "publisher"
                | "supplier"
                | "insurer"
                | "lender"
                | "airline"
                | "operator"
                | "carrier"
                | "brewer"
                | "developer"
                | "distributor"
                | "wholesaler"
                | "startup"
                | "start-up"
        )
}

/// Nouns that a city or another place can be called by.
pub(super) fn is_town_noun(lemma: &str) -> bool {
    matches!(
        lemma,
        "city"
            | "town"
            | "village"
            | "island"
            | "region"
            | "province"
            | "district"
            | "county"
            | "capital"
            | "river"
            | "lake"
            | "mountain"
            | "port"
            | "bridge"
    )
}

/// Whether a verb names a state.
pub(super) fn is_state(verb: &str) -> bool {
    predicates::aspect(verb, Pos::Verb) == Some(predicates::Aspect::State)
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

/// What two are to each other who have the bond that a noun names: "alliance" makes an "ally".
pub(super) fn bond(lemma: &str) -> Option<&'static str> {
    predicates::bond(lemma)
}

/// The verb that is meant by a verb without a meaning of its own and a noun: "make" and "decision" to "decide".
pub(super) fn light(verb: &str, noun: &str) -> Option<String> {
    match predicates::light(verb, noun)? {
        predicates::Light::Other(verb) => Some(verb.to_owned()),
        predicates::Light::OfFamily => family_verb(noun),
    }
}

/// The verb that is meant by "be", a preposition and a noun, and whether it is done to the subject.
pub(super) fn stand(preposition: &str, noun: &str) -> Option<(String, bool)> {
    let stand = predicates::stand(preposition, noun)?;
    let verb = match stand.verb {
        Some(other) => other.to_owned(),
        None => family_verb(noun)?,
    };
    Some((verb, stand.passive))
}

/// Whether a phrase with a preposition says how something is: "out of control".
pub(super) fn is_state_phrase(phrase: &str) -> bool {
    opposites::is_listed(phrase, Pos::Adjective)
}

/// Whether a phrase with a preposition says how something is done: "behind schedule".
pub(super) fn is_manner_phrase(phrase: &str) -> bool {
    opposites::is_listed(phrase, Pos::Adverb)
}

/// The verb that is meant by a verb of motion, a preposition and a noun, and whether it is done to the subject: "come to a
/// halt".
pub(super) fn reach(verb: &str, preposition: &str, noun: &str) -> Option<(String, bool)> {
    let reach = predicates::reach(verb, preposition, noun)?;
    Some((reach.verb?.to_owned(), reach.passive))
}

/// The verb that a noun stands for: "reopening" to "reopen".
pub(super) fn event_verb(lemma: &str) -> Option<String> {
    let deed = nouns::is_event(lemma) || DEEDS.iter().any(|end| lemma.ends_with(end));
    if lemma.len() < 3
        || !deed
        || PHASES.contains(&lemma)
        || nouns::is_person(lemma)
        || nouns::is_organisation(lemma)
    {
        return None;
    }
    // "Capitalise" is made of the noun, and not the noun of it.
    let made = |verb: &String| {
        let longer = verb.len() > lemma.len();
        longer && ["ise", "ize", "ify", "ate"].iter().any(|end| verb.ends_with(end))
    };
    family_verb(lemma).filter(|verb| !made(verb))
}

/// The verb of a noun's family that is most like the noun.
fn family_verb(lemma: &str) -> Option<String> {
    let verbs = wordnet::family(lemma, Pos::Noun, Pos::Verb);
    let shared = |verb: &String| {
        verb.bytes()
            .zip(lemma.bytes())
            .take_while(|(a, b)| a == b)
            .count()
    };
    // The noun's own ending is not the verb's: "closure" is of "close", though there is a verb "closure".
    let made = DEEDS.iter().any(|end| lemma.ends_with(end));
    // Of "conclude" and "concluded" the shorter; of two verbs the one that is more of the noun.
    verbs
        .into_iter()
        .rev()
        .max_by_key(|v| (!made || v != lemma, shared(v), usize::MAX - v.len()))
}

/// Ends of nouns that say that something was done or came about.
const DEEDS: &[&str] = &[
    "tion", "sion", "ment", "ing", "ance", "ence", "death", "al", "ure",
];

/// The title or the office that words name.
pub(super) fn title(form: &str) -> Option<entities::Title> {
    let upper = form.chars().next().is_some_and(char::is_uppercase);
    upper.then(|| entities::title(form)).flatten()
}

/// Whether a verb reports speech or thought, so that its content is the claim.
pub(super) fn reports(lemma: &str) -> bool {
    signatures::source(signatures::Kind::Verb, lemma, signatures::Frame::That)
        .is_some_and(|s| s.holder.is_some())
}

/// Whether a noun stands for what somebody says or thinks: "claim", "report", "fear".
pub(super) fn is_claim(lemma: &str) -> bool {
    signatures::source(signatures::Kind::Noun, lemma, signatures::Frame::That).is_some()
}

/// Whether a word is known as an adjective.
pub(super) fn is_adjective(form: &str) -> bool {
    wordnet::is_known(form, Pos::Adjective)
}

/// Whether a word is known as a noun.
pub(super) fn is_noun(lemma: &str) -> bool {
    wordnet::is_known(lemma, Pos::Noun)
}

/// Whether a word is known as a noun, and neither as an adjective nor as an adverb.
pub(super) fn is_only_noun(lemma: &str) -> bool {
    wordnet::is_known(lemma, Pos::Noun)
        && !wordnet::is_known(lemma, Pos::Adjective)
        && !wordnet::is_known(lemma, Pos::Adverb)
}

/// Nouns that only place another event in time, or name something else than what their verb does to what they are of.
const PHASES: &[&str] = &[
    "situation",
    "question",
    "practice",
    "project",
    "structure",
    "task",
    "total",
    "trouble",
    "chance",
    "condition",
    "evidence",
    "impact",
    "function",
    "picture",
    "look",
    "experience",
    "deal",
    "struggle",
    "start",
    "end",
    "beginning",
    "ending",
    "onset",
    "course",
    "time",
    "run",
    "season",
    "process",
    "rest",
    "turn",
    "case",
    "aftermath",
    "wake",
    "conclusion",
    "anniversary",
    "program",
    "programme",
    "government",
    "position",
    "approach",
    "role",
    "way",
    "use",
    "effort",
    "act",
    "action",
    "work",
    "event",
    "change",
    "matter",
    "measure",
    "move",
    "step",
];
