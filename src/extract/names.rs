//! Names: which of them mean one and the same, and what sort of thing they name.

use std::collections::{BTreeMap, HashMap};

use super::chunk::{self, Chunk};
use super::knowledge;
use super::reading::{At, Reading};
use crate::entity::{EntityKind, Resolution};
use crate::lexicon::entities;

/// Whether a name is of a man or a woman, where a title or a pronoun tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
}

/// Somebody or something that the document names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) kind: EntityKind,
    pub(super) gender: Option<Gender>,
    /// Offices and roles that the document gives to it: "minister", "coach".
    pub(super) roles: Vec<String>,
    /// Whether nothing but the words of the name speaks for its kind.
    pub(super) guessed: bool,
    /// Whether it is a ship.
    pub(super) vessel: bool,
}

/// One place where a name stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// The word that carries the name in the tree.
    pub(super) at: At,
    /// The first and last word of the name, titles left out.
    pub(super) words: (usize, usize),
    /// The index into [`Names::all`]; `None` if several would fit.
    pub(super) named: Option<usize>,
    /// What else it could be.
    pub(super) alternatives: Vec<usize>,
    pub(super) how: Resolution,
    pub(super) form: String,
}

/// The names of a document.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) all: Vec<Named>,
    /// In the order of the text.
    pub(super) mentions: Vec<Mention>,
    /// The mention that each word of a name belongs to.
    by_word: HashMap<At, usize>,
}

/// Forms that the caller declared, each with the name it stands for.
pub(crate) type Aliases = BTreeMap<String, String>;

impl Names {
    pub(super) fn new(reading: &Reading<'_>, aliases: &Aliases) -> Names {
        let capitalised = chunk::capitalised_inside(reading);
        let mut chunks = Vec::new();
        for (at, tree) in reading.trees() {
            chunk::find(tree, at, &capitalised, aliases, &mut chunks);
        }
        gather(chunks)
    }

    /// The mention that a word belongs to.
    pub(super) fn mention(&self, at: At) -> Option<&Mention> {
        self.by_word.get(&at).and_then(|&i| self.mentions.get(i))
    }
}

fn gender(title: Option<&str>) -> Option<Gender> {
    Some(told(knowledge::title(title?)?.gender?))
}

pub(super) fn told(gender: entities::Gender) -> Gender {
    match gender {
        entities::Gender::Masculine => Gender::Male,
        entities::Gender::Feminine => Gender::Female,
    }
}

/// The gender that the given name at the front of a longer name shows.
fn given(form: &str) -> Option<Gender> {
    let (first, _) = form.split_once(' ')?;
    knowledge::given_gender(first).map(told)
}

/// The words of a name as they are compared: in lower case, without hyphens, articles and stops.
fn key(form: &str) -> Vec<String> {
    let words = form
        .split([' ', '-', '\u{2010}', '\u{2011}'])
        .map(|w| w.trim_matches('.').to_lowercase());
    words.filter(|w| !w.is_empty() && w != "the").collect()
}

/// The first letters of the words of a name, small words left out.
fn initials(key: &[String]) -> String {
    let words = key
        .iter()
        .filter(|w| !matches!(w.as_str(), "of" | "the" | "for" | "and" | "in" | "on" | "&"));
    words
        .filter_map(|w| w.chars().next())
        .flat_map(char::to_uppercase)
        .collect()
}

/// Puts the mentions of one name together.
fn gather(chunks: Vec<Chunk>) -> Names {
    let mut register = Register::default();
    // Known names and long ones first: short ones are read against them.
    let found: Vec<Option<(usize, Resolution)>> = chunks
        .iter()
        .map(|chunk| match &chunk.known {
            // It may be the surname of somebody named in full.
            Some(_) if is_bare_town(chunk) => None,
            Some(known) => Some((register.add(&known.name, chunk.kind), known.how)),
            None if key(&chunk.form).len() < 2 => None,
            None => {
                let index = register.add(&chunk.form, EntityKind::Other);
                if let Some(named) = register.all.get_mut(index) {
                    named.learn(chunk);
                }
                Some((index, Resolution::AsWritten))
            }
        })
        .collect();
    let parts = Parts::new(&register);
    let mut names = Names::default();
    for (chunk, found) in chunks.into_iter().zip(found) {
        let reading = match found {
            Some((index, how)) => Short::One(index, how),
            None => match (parts.read(&chunk, &register), &chunk.known) {
                (Short::One(index, how), Some(_)) if register.is_person(index) => Short::One(index, how),
                (_, Some(known)) => Short::One(register.add(&known.name, chunk.kind), known.how),
                (read, None) => read,
            },
        };
        let (whose, how, alternatives) = match reading {
            Short::One(index, how) => (Some(index), how, Vec::new()),
            Short::Several(fits) => (None, Resolution::ShortForm, fits),
            Short::Itself => (
                Some(register.add(&chunk.form, chunk.kind)),
                Resolution::AsWritten,
                Vec::new(),
            ),
        };
        let government = chunk.known.as_ref().and_then(|k| k.government.as_ref());
        let (whose, how) = match government.filter(|_| chunk.kind == EntityKind::Country) {
            Some(country) => (
                Some(register.add(country, EntityKind::Country)),
                Resolution::Metonym,
            ),
            None => (whose, how),
        };
        if let Some(entry) = whose.and_then(|i| register.all.get_mut(i)) {
            entry.learn(&chunk);
        }
        names.mentions.push(Mention {
            at: chunk.at,
            words: chunk.words,
            named: whose,
            alternatives,
            how,
            form: chunk.form,
        });
    }
    for (index, mention) in names.mentions.iter().enumerate() {
        for word in mention.words.0..=mention.words.1 {
            names.by_word.insert(mention.at.word(word), index);
        }
        names.by_word.insert(mention.at, index);
    }
    names.all = register.all;
    names
}

/// Whether a name is that of a known town and stands where a town need not be meant.
fn is_bare_town(chunk: &Chunk) -> bool {
    chunk.kind == EntityKind::Place && !chunk.led && key(&chunk.form).len() == 1
}

/// Everybody named so far, found by the words of the name.
#[derive(Debug, Default)]
struct Register {
    all: Vec<Named>,
    keys: Vec<Vec<String>>,
    by_key: HashMap<Vec<String>, usize>,
}

impl Register {
    fn add(&mut self, name: &str, kind: EntityKind) -> usize {
        let own = key(name);
        if let Some(&index) = self.by_key.get(&own) {
            return index;
        }
        self.all.push(Named {
            name: name.to_owned(),
            kind,
            ..Named::default()
        });
        self.by_key.insert(own.clone(), self.all.len() - 1);
        self.keys.push(own);
        self.all.len() - 1
    }

    fn is_person(&self, index: usize) -> bool {
        let named = self.all.get(index);
        named.is_some_and(|n| n.kind == EntityKind::Person || given(&n.name).is_some())
    }
}

impl Named {
    /// Takes over what stands around one of its mentions.
    fn learn(&mut self, chunk: &Chunk) {
        self.gender = self.gender.or(gender(chunk.title.as_deref()));
        let told = !chunk.guessed && chunk.kind != EntityKind::Other;
        if self.kind == EntityKind::Other || self.guessed && told {
            (self.kind, self.guessed) = (chunk.kind, chunk.guessed);
        }
        if chunk.vessel {
            (self.kind, self.vessel) = (chunk.kind, true);
        }
        if matches!(self.kind, EntityKind::Other | EntityKind::Person)
            && !self.vessel
            && let Some(gender) = given(&chunk.form)
        {
            self.kind = EntityKind::Person;
            self.gender = self.gender.or(Some(gender));
        }
        for role in &chunk.roles {
            if !self.roles.contains(role) {
                self.roles.push(role.clone());
            }
        }
    }
}

/// What a short form can be short for.
enum Short {
    One(usize, Resolution),
    Several(Vec<usize>),
    Itself,
}

/// The names of several words, by their first and last word and by their initials.
struct Parts {
    by_part: HashMap<String, Vec<usize>>,
    by_initials: HashMap<String, Vec<usize>>,
}

impl Parts {
    fn new(register: &Register) -> Parts {
        let mut by_part: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_initials: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, (own, named)) in register.keys.iter().zip(&register.all).enumerate() {
            by_initials.entry(initials(own)).or_default().push(index);
            if named.kind == EntityKind::Country || own.len() < 2 {
                continue;
            }
            // "Apple" is not short for "Apple Watch", as "Anna" is for "Anna Berg" and "Boeing" for "Boeing Inc".
            let first = own.first().filter(|_| {
                let body = || own.last().is_some_and(|last| knowledge::may_name_body(last));
                match named.kind {
                    EntityKind::Person => true,
                    EntityKind::Organisation => body(),
                    _ => own.last().is_some_and(|last| knowledge::is_firm_ending(last)),
                }
            });
            for part in [first, own.last()].into_iter().flatten() {
                let list = by_part.entry(part.clone()).or_default();
                if list.last() != Some(&index) {
                    list.push(index);
                }
            }
        }
        Parts { by_part, by_initials }
    }

    /// Reads a single word against the longer names.
    fn read(&self, chunk: &Chunk, register: &Register) -> Short {
        let own = key(&chunk.form);
        let short = own.first().and_then(|w| self.by_part.get(w));
        let fits: Vec<usize> = short
            .into_iter()
            .flatten()
            .copied()
            .filter(|&i| {
                register
                    .all
                    .get(i)
                    .is_some_and(|n| may_be_short(n, chunk.title.as_deref()))
            })
            .collect();
        if let [only] = fits.as_slice() {
            return Short::One(*only, Resolution::ShortForm);
        }
        if fits.len() > 1 {
            return Short::Several(fits);
        }
        let acronym = chunk.form.replace('.', "");
        let upper = acronym.len() >= 2 && acronym.chars().all(char::is_uppercase);
        match self
            .by_initials
            .get(&acronym)
            .filter(|_| upper)
            .map(Vec::as_slice)
        {
            Some([only]) => Short::One(*only, Resolution::Acronym),
            _ => Short::Itself,
        }
    }
}

/// Whether a single word may stand for a longer name: a title before it makes it a person.
fn may_be_short(named: &Named, title: Option<&str>) -> bool {
    match named.kind {
        EntityKind::Country | EntityKind::Place | EntityKind::Event => false,
        EntityKind::Person => true,
        _ => title.is_none(),
    }
}
