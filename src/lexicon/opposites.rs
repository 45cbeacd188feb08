//! Opposites: a list of our own by kind of opposition, and the prefixes that negate a known word.

use std::sync::LazyLock;

use super::lists::List;
use super::wordnet::{self, Pos};
use crate::ablation::Part;

pub(super) static OPPOSITES: LazyLock<List> =
    LazyLock::new(|| List::read(Part::Opposites.resource(include_str!("data/opposites.txt"))));

/// How opposites exclude each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Opposition {
    /// Just one of the two holds: "open", "closed".
    Contradictory,
    /// At most one holds: "confirm", "deny".
    Contrary,
    /// The ends of a scale: "hot", "cold".
    Gradable,
    /// An act and what undoes it, which both can hold at different times: "tie", "untie".
    Reversive,
    /// One event seen from its two sides: "buy", "sell".
    Converse,
}

impl Opposition {
    fn parse(kind: &str) -> Option<Opposition> {
        match kind {
            "contradictory" => Some(Opposition::Contradictory),
            "contrary" => Some(Opposition::Contrary),
            "gradable" => Some(Opposition::Gradable),
            "reversive" => Some(Opposition::Reversive),
            "converse" => Some(Opposition::Converse),
            _ => None,
        }
    }
}

/// What the list says of two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    Opposite(Opposition),
    /// They count as opposites elsewhere, and are none.
    NotOpposite,
}

/// Looks a pair up in the list; of several lines the first speaks.
pub(super) fn listed(a: &str, b: &str, pos: Pos) -> Option<Listed> {
    let (line, _, _) = OPPOSITES
        .shared(a, b, pos.letter())
        .find(|(_, apart, _)| *apart)?;
    Some(Opposition::parse(OPPOSITES.kind(line)).map_or(Listed::NotOpposite, Listed::Opposite))
}

/// Whether a word or a phrase is known to have an opposite.
pub(crate) fn is_listed(phrase: &str, pos: Pos) -> bool {
    !OPPOSITES.of(phrase, pos.letter()).is_empty()
}

/// Whether one and the same cannot do both to one thing at any time: nobody wins and loses one game.
pub(crate) fn is_contrary(a: &str, b: &str, pos: Pos) -> bool {
    let listed = listed(a, b, pos);
    matches!(
        listed,
        Some(Listed::Opposite(Opposition::Contrary | Opposition::Contradictory))
    )
}

/// How an adjective excludes what a verb does to something: who was "injured" is not "unhurt".
pub(crate) fn undone_by(
    (adjective, its_pos): (&str, Pos),
    (verb, verbs_pos): (&str, Pos),
) -> Option<Opposition> {
    let parts = (its_pos, verbs_pos) == (Pos::Adjective, Pos::Verb);
    if !parts || OPPOSITES.of(adjective, its_pos.letter()).is_empty() {
        return None;
    }
    participles(verb).find_map(
        |participle| match listed(adjective, &participle, Pos::Adjective) {
            Some(Listed::Opposite(kind)) => Some(kind),
            _ => None,
        },
    )
}

/// What the past participle of a verb, with its particle, may be: of "take out" "taken out" among others.
pub(super) fn participles(verb: &str) -> impl Iterator<Item = String> {
    let (bare, particle) = verb.split_once(' ').unwrap_or((verb, ""));
    let last = bare.chars().last().unwrap_or_default();
    let cut = bare.strip_suffix(last).unwrap_or_default();
    let forms = match last {
        'e' => [format!("{bare}d"), format!("{bare}n"), String::new()],
        'y' => [format!("{cut}ied"), format!("{bare}ed"), String::new()],
        _ => [
            format!("{bare}ed"),
            format!("{bare}en"),
            format!("{bare}{last}ed"),
        ],
    };
    let forms = forms.into_iter().filter(|form| !form.is_empty());
    forms.map(move |form| format!("{form} {particle}").trim_end().to_owned())
}

/// Words that begin like a negation of another word and are none.
const NOT_NEGATED: &str = "disburse discharge discipline discontent discord discount discourse discover discrete discuss \
    disease disgrace disguise dismay dismiss dispatch dispense display disport dispose dispute dissolve \
    distance distant distend distill distress disturb divine imbue immediate immense immerse immigrant \
    impact impart impassion impassioned impel impending impassive imperial import important impose imposing \
    impotence impress impressed improve inaugural inborn inbound inbred incense incidence incident \
    incline inclined inclusive income incoming increase indebted indeed indent indented independence \
    index indifference indifferent indoor industrial infamous infamy infantile infirmary inflame \
    inflammable inflated inflection influence influx inform informed ingenious ingrained inhabit \
    inhabited inherent inhuman inlaid inland inner inning inset inside insight insistence insistent \
    inspired instance instant institution insulate intact intense intension intensity intent intention \
    interment internal intimacy intimate inured invaluable invasion invention invest invested inward \
    irradiate irrigation nonchalant nonplus nonsense unanimous unbend uncanny under undergo understand \
    undertake unification uniform union unique unit unite united universal unloose unravel unrest until \
    unwind";

/// Prepositions that exclude each other before one noun.
const EXCLUSIVE: [(&str, &str); 11] = [
    ("with", "without"),
    ("up", "down"),
    ("inside", "outside"),
    ("in", "outside"),
    ("before", "after"),
    ("over", "under"),
    ("above", "below"),
    ("into", "out of"),
    ("on", "off"),
    ("onto", "off"),
    ("for", "against"),
];

/// Prepositions that say other things before one noun, though both can be so: it may rain during and after the match.
const APART: [(&str, &str); 4] = [
    ("during", "before"),
    ("during", "after"),
    ("into", "from"),
    ("since", "until"),
];

/// Whether a verb with this particle has an opposite of its own: "take off".
pub(crate) fn is_particle_verb(phrase: &str) -> bool {
    !OPPOSITES.of(phrase, b'v').is_empty()
}

/// Whether two prepositions exclude each other before one noun.
pub(crate) fn prepositions_exclude(a: &str, b: &str) -> bool {
    EXCLUSIVE.contains(&(a, b)) || EXCLUSIVE.contains(&(b, a))
}

/// Whether two prepositions never say the same before one noun.
pub(crate) fn prepositions_differ(a: &str, b: &str) -> bool {
    prepositions_exclude(a, b) || APART.contains(&(a, b)) || APART.contains(&(b, a))
}

/// The prefixes, each with the parts of speech that it negates.
const PREFIXES: &[(&str, &[Pos])] = &[
    ("non-", &[Pos::Noun, Pos::Adjective]),
    ("non", &[Pos::Noun, Pos::Adjective]),
    ("un", &[Pos::Noun, Pos::Verb, Pos::Adjective, Pos::Adverb]),
    ("dis", &[Pos::Noun, Pos::Verb, Pos::Adjective]),
    ("im", &[Pos::Noun, Pos::Adjective, Pos::Adverb]),
    ("il", &[Pos::Noun, Pos::Adjective, Pos::Adverb]),
    ("ir", &[Pos::Noun, Pos::Adjective, Pos::Adverb]),
    ("in", &[Pos::Noun, Pos::Adjective, Pos::Adverb]),
];

/// Takes a negating prefix off a word, where what is left is a known word of the same part of speech.
pub(crate) fn negated_base(word: &str, pos: Pos) -> Option<&str> {
    if !word.is_ascii() || NOT_NEGATED.split(' ').any(|w| w == word) {
        return None;
    }
    PREFIXES
        .iter()
        .filter(|(_, parts)| parts.contains(&pos))
        .find_map(|(prefix, _)| {
            let base = word.strip_prefix(prefix)?;
            let fits = match *prefix {
                "im" => base.starts_with(['m', 'p', 'b']),
                "il" => base.starts_with('l'),
                "ir" => base.starts_with('r'),
                _ => true,
            };
            // Nouns in in- are negations where they name a quality (inability), seldom elsewhere (insight).
            let quality = pos != Pos::Noun
                || !matches!(*prefix, "in" | "im" | "il" | "ir")
                || [
                    "ity", "ence", "ance", "ancy", "ency", "acy", "ice", "ness", "bility",
                ]
                .iter()
                .any(|e| base.ends_with(e));
            (base.len() >= 4 && fits && quality && wordnet::is_known(base, pos)).then_some(base)
        })
}

/// The opposition between a word and the same word with a negating prefix.
pub(super) fn by_prefix(a: &str, b: &str, pos: Pos) -> Option<Opposition> {
    let found = a.ends_with(b) && negated_base(a, pos) == Some(b)
        || b.ends_with(a) && negated_base(b, pos) == Some(a);
    found.then_some(if pos == Pos::Verb {
        Opposition::Reversive
    } else {
        Opposition::Contradictory
    })
}
