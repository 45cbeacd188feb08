//! Names of countries, places and organisations, by every form that names them, and titles of persons.
//!
//! `names.tsv` is sorted by form and searched where it lies; a line is `FORM TAB NAME TAB CODE`, where an empty name is
//! the form itself and the code is a letter for the kind, one for the way, and `?` for a form that is also an ordinary
//! word or a person's name.

use std::cmp::Ordering;
use std::sync::LazyLock;

use super::lists::List;
use crate::ablation::Part;

static NAMES: &str = include_str!("data/names.tsv");
static TITLES: LazyLock<List> = LazyLock::new(|| List::read(include_str!("data/titles.txt")));

/// Words of a name at most.
const LONGEST: usize = 9;

/// What is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    /// A country, now or once.
    Country,
    /// A city or a town.
    City,
    /// A state, a province, a part of the world.
    Region,
    /// A river, a mountain, a sea.
    Place,
    /// A body: of states, of a state, a firm, a party.
    Organisation,
    /// A country's government, by its seat or its capital; the canonical name is the country's.
    Government,
}

/// The way in which a form names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Via {
    /// Its usual name.
    Name,
    /// Another name.
    Alias,
    /// Its letters: UN.
    Acronym,
    /// Its adjective: Russian.
    Adjective,
    /// Its people: Russians.
    Demonym,
    /// What stands for it: Kremlin.
    Metonym,
    /// Its capital: Moscow for Russia's government.
    Capital,
}

/// A reading of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Known {
    /// The name that all forms share.
    pub(crate) canonical: &'static str,
    /// What it is.
    pub(crate) kind: Kind,
    /// How the form names it.
    pub(crate) via: Via,
    /// Whether the form is also an ordinary word or a person's name: Jordan, Male, Reading.
    pub(crate) doubtful: bool,
}

/// A title's class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum TitleClass {
    Honorific,
    Political,
    Royal,
    Religious,
    Military,
    Police,
    Legal,
    Academic,
    Medical,
    Corporate,
    Media,
    Office,
}

/// A grammatical gender that a title shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Gender {
    /// He.
    Masculine,
    /// She.
    Feminine,
}

/// A title: its class, and the gender that it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Title {
    /// Its class.
    pub(crate) class: TitleClass,
    /// The gender, where the title shows one.
    pub(crate) gender: Option<Gender>,
}

fn parse(line: &'static str) -> Option<(&'static str, Known)> {
    let mut cells = line.split('\t');
    let (form, canonical, code) = (cells.next()?, cells.next()?, cells.next()?);
    let mut letters = code.chars();
    let kind = match letters.next()? {
        'C' => Kind::Country,
        'T' => Kind::City,
        'R' => Kind::Region,
        'P' => Kind::Place,
        'O' => Kind::Organisation,
        'G' => Kind::Government,
        _ => return None,
    };
    let via = match letters.next()? {
        'n' => Via::Name,
        'a' => Via::Alias,
        'c' => Via::Acronym,
        'j' => Via::Adjective,
        'd' => Via::Demonym,
        'm' => Via::Metonym,
        'k' => Via::Capital,
        _ => return None,
    };
    let canonical = if canonical.is_empty() { form } else { canonical };
    Some((
        form,
        Known {
            canonical,
            kind,
            via,
            doubtful: letters.next().is_some(),
        },
    ))
}

/// The table from the first line whose form is not before `form`.
fn from(form: &str) -> &'static str {
    let names = Part::Names.resource(NAMES);
    let (mut low, mut high) = (0, names.len());
    while low < high {
        let middle = low.midpoint(high);
        // Line breaks are no part of a longer character, so each cut is on a boundary.
        let bytes = names.as_bytes();
        let start = bytes
            .get(..middle)
            .and_then(|b| b.iter().rposition(|b| *b == b'\n'))
            .map_or(0, |i| i + 1);
        let start = start.max(low);
        let line = names
            .get(start..)
            .and_then(|t| t.lines().next())
            .unwrap_or_default();
        let key = line.split('\t').next().unwrap_or_default();
        if key.as_bytes().cmp(form.as_bytes()) == Ordering::Less {
            low = start + line.len() + 1;
        } else {
            high = start;
        }
    }
    names.get(low..).unwrap_or_default()
}

/// The readings of a form, the plainest first; letter case counts, except that a form in capitals may be a name.
pub(crate) fn entities(form: &str) -> impl Iterator<Item = Known> {
    let mut found = readings(form);
    if found.is_empty()
        && let Some(bare) = form.strip_prefix("the ").or_else(|| form.strip_prefix("The "))
    {
        found = readings(bare);
    }
    found.into_iter()
}

/// The readings of a form, or, where it is all capitals and has none, of the form in title case.
fn readings(form: &str) -> Vec<Known> {
    let found = listed(form);
    if found.is_empty() && form.len() > 3 && form.chars().all(|c| !c.is_lowercase()) {
        return listed(&title_case(form));
    }
    found
}

fn listed(form: &str) -> Vec<Known> {
    let rest = if form.is_empty() { "" } else { from(form) };
    rest.lines()
        .map_while(parse)
        .take_while(|(f, _)| *f == form)
        .map(|(_, known)| known)
        .collect()
}

fn title_case(form: &str) -> String {
    let mut inside = false;
    form.chars()
        .flat_map(|c| {
            let lower = inside && c.is_alphabetic();
            inside = c.is_alphanumeric();
            let (low, same) = if lower {
                (Some(c.to_lowercase()), None)
            } else {
                (None, Some(c))
            };
            low.into_iter().flatten().chain(same)
        })
        .collect()
}

/// The plainest reading of a form.
pub(crate) fn entity(form: &str) -> Option<Known> {
    entities(form).next()
}

/// The longest name that starts a run of words, with the number of words that it takes; words as the tokeniser cuts
/// them ("Guinea", "-", "Bissau").
pub(crate) fn longest_entity(words: &[&str]) -> Option<(usize, Known)> {
    let mut form = String::new();
    let mut best = None;
    for (count, word) in words.iter().take(LONGEST).enumerate() {
        let tight = word.starts_with(['\'', '’', ',']) || *word == "-" || form.ends_with('-');
        if count > 0 && !tight {
            form.push(' ');
        }
        form.extend(word.chars().map(|c| if c == '’' { '\'' } else { c }));
        if count == 0 && !form.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == 'a') {
            return None;
        }
        if let Some(known) = readings(&form).into_iter().next() {
            best = Some((count + 1, known));
        }
        let capitals = form.chars().all(|c| !c.is_lowercase());
        if !capitals && !from(&form).starts_with(form.as_str()) {
            break;
        }
    }
    best
}

/// The class of a title ("Prime Minister", "Mrs.") and the gender that it shows.
pub(crate) fn title(form: &str) -> Option<Title> {
    let form = form.trim_end_matches('.').replace(". ", " ");
    let found = |form: &str| {
        b"xmf"
            .iter()
            .find_map(|gender| TITLES.kinds(form, *gender).next().map(|class| (*gender, class)))
    };
    let (gender, class) = found(&form).or_else(|| found(&title_case(&capital_first(&form))))?;
    let class = match class {
        "honorific" => TitleClass::Honorific,
        "political" => TitleClass::Political,
        "royal" => TitleClass::Royal,
        "religious" => TitleClass::Religious,
        "military" => TitleClass::Military,
        "police" => TitleClass::Police,
        "legal" => TitleClass::Legal,
        "academic" => TitleClass::Academic,
        "medical" => TitleClass::Medical,
        "corporate" => TitleClass::Corporate,
        "media" => TitleClass::Media,
        _ => TitleClass::Office,
    };
    let gender = match gender {
        b'm' => Some(Gender::Masculine),
        b'f' => Some(Gender::Feminine),
        _ => None,
    };
    Some(Title { class, gender })
}

/// Each word with its first letter in upper case, small words of a title apart.
fn capital_first(form: &str) -> String {
    let words = form.split(' ').map(|word| {
        let mut letters = word.chars();
        match word {
            "of" | "the" | "and" => word.to_owned(),
            _ => letters
                .next()
                .into_iter()
                .flat_map(char::to_uppercase)
                .chain(letters)
                .collect(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Parts of a country that people are said to be of, as of a country.
const PARTS: &[(&str, &str)] = &[
    ("England", "United Kingdom"),
    ("Scotland", "United Kingdom"),
    ("Wales", "United Kingdom"),
    ("Northern Ireland", "United Kingdom"),
    ("Hong Kong", "China"),
    ("Puerto Rico", "United States"),
];

/// Whether a canonical name is a country's, or that of a part which counts as one.
pub(crate) fn is_land(name: &str) -> bool {
    PARTS.iter().any(|(part, _)| *part == name) || entity(name).is_some_and(|k| k.kind == Kind::Country)
}

/// Whether what is of one country is not of another.
pub(crate) fn lands_exclude(a: &str, b: &str) -> bool {
    let within = |x: &str, y: &str| PARTS.iter().any(|&(part, whole)| part == x && whole == y);
    a != b && !within(a, b) && !within(b, a)
}

/// Whether the last word of a name says that it is a firm or a club.
pub(crate) fn is_firm_ending(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    FIRMS.split_whitespace().any(|ending| ending == word)
}

/// What the names of firms and clubs end in, and no name of a person.
const FIRMS: &str = "inc corp ltd llc plc ag gmbh pty kg bv asa ab oyj oy se sa holding co nv spa corporation company group \
    holdings pharma pharmaceuticals therapeutics biotech motors airlines airways industries energy foods media systems \
    technologies software securities capital partners united rovers wanderers fc \
    bank savings insurance assurance financial finance investments ventures brands stores supermarkets retail homes housing \
    properties hotels resorts restaurants breweries brewery dairies farms logistics freight haulage shipping shipyards \
    shipyard lines ferries rail railways coaches aviation aerospace automotive engineering electronics semiconductors \
    robotics networks telecom telecoms communications entertainment studios pictures records publishing construction mining \
    metals minerals resources petroleum oil gas renewables utilities chemicals plastics packaging textiles works \
    laboratories labs diagnostics healthcare services solutions consulting analytics athletic albion hotspur rangers";
