//! Names: where they stand, which of them mean one and the same, and what sort of thing they name.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::knowledge::{self, Known, Sort};
use super::metonym;
use super::reading::{At, Reading, Tree};
use crate::entity::{EntityKind, Resolution};
use crate::lexicon::entities;
use crate::span::Field;
use crate::text::{Deprel, Upos};

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

/// The longest name that is looked up, in words.
const LONGEST: usize = 7;

/// A stretch of words that is a name, before it is known whose.
struct Chunk {
    at: At,
    words: (usize, usize),
    form: String,
    known: Option<Known>,
    title: Option<String>,
    roles: Vec<String>,
    kind: EntityKind,
}

impl Names {
    pub(super) fn new(reading: &Reading<'_>, aliases: &Aliases) -> Names {
        let capitalised = capitalised_inside(reading);
        let mut chunks = Vec::new();
        for (at, tree) in reading.trees() {
            find(tree, at, &capitalised, aliases, &mut chunks);
        }
        gather(chunks)
    }

    /// The mention that a word belongs to.
    pub(super) fn mention(&self, at: At) -> Option<&Mention> {
        self.by_word.get(&at).and_then(|&i| self.mentions.get(i))
    }
}

/// Whether a word is part of a name by its tag.
fn is_proper(tree: Tree<'_>, i: usize) -> bool {
    tree.token(i)
        .is_some_and(|t| t.upos == Upos::Propn || t.xpos.starts_with("NNP"))
}

fn starts_upper(form: &str) -> bool {
    form.chars().next().is_some_and(char::is_uppercase)
}

/// Finds the names of a sentence, left to right.
fn find(tree: Tree<'_>, at: At, capitalised: &HashSet<&str>, aliases: &Aliases, chunks: &mut Vec<Chunk>) {
    let mut i = 0;
    while i < tree.len() {
        if let Some((end, known)) = declared(tree, i, aliases) {
            chunks.extend(chunk(tree, at, i, (i, end), Some(known), &[]));
            i = end + 1;
            continue;
        }
        if !starts_upper(tree.form(i)) && !is_proper(tree, i) {
            i += 1;
            continue;
        }
        let run = run(tree, i);
        if run == Some(i) && !capitalised.contains(tree.form(i)) && is_plain_first(tree, i) {
            i += 1;
            continue;
        }
        if let Some((end, known)) = gazetteer(tree, i, run) {
            chunks.extend(chunk(tree, at, i, (i, end), Some(known), &[]));
            i = end + 1;
        } else if let Some(end) = run {
            let (start, end, titles) = without_titles(tree, i, end);
            let from = i;
            // The tail of the run may be known on its own: "near Lake Victoria", but never "Michael Jordan".
            if start <= end {
                chunks.extend(chunk(tree, at, from, (start, end), None, &titles));
            }
            i = end.max(i) + 1;
        } else {
            i += 1;
        }
    }
}

/// The longest form that the caller declared and that starts at a word.
fn declared(tree: Tree<'_>, start: usize, aliases: &Aliases) -> Option<(usize, Known)> {
    if aliases.is_empty() {
        return None;
    }
    let first = tree.token(start)?;
    (start..tree.len().min(start + LONGEST)).rev().find_map(|end| {
        let text = tree.text.get(first.span.start..tree.token(end)?.span.end)?;
        let name = aliases.get(text)?;
        let words: Vec<&str> = name.split(' ').collect();
        let same = knowledge::known(&words).filter(|(count, _)| *count == words.len());
        let known = Known {
            name: name.clone(),
            kind: same.map_or(EntityKind::Other, |(_, known)| known.kind),
            how: Resolution::Declared,
            government: None,
            doubtful: false,
        };
        Some((end, known))
    })
}

/// The words that stand with a capital and a name's tag where no sentence begins.
fn capitalised_inside<'r>(reading: &'r Reading<'_>) -> HashSet<&'r str> {
    let mut words = HashSet::new();
    for (_, tree) in reading.trees().filter(|(_, tree)| tree.field == Field::Text) {
        let inside = (1..tree.len()).filter(|&i| tree.token(i - 1).is_some_and(|t| t.upos != Upos::Punct));
        words.extend(
            inside
                .filter(|&i| is_proper(tree, i) && starts_upper(tree.form(i)))
                .map(|i| tree.form(i)),
        );
    }
    words
}

/// A common noun that has its capital from the beginning of the sentence, whatever its tag: "Trade has increased".
fn is_plain_first(tree: Tree<'_>, i: usize) -> bool {
    let first = (0..i).all(|j| tree.token(j).is_some_and(|t| t.upos == Upos::Punct));
    let lower = tree.form(i).to_lowercase();
    first && knowledge::is_noun(&lower) && knowledge::known(&[tree.form(i)]).is_none_or(|(_, k)| k.doubtful)
}

/// The end of the run of proper nouns that hang together from `start` on.
fn run(tree: Tree<'_>, start: usize) -> Option<usize> {
    if !is_proper(tree, start) {
        return None;
    }
    let mut end = start;
    while let Some(next) = tree.token(end + 1) {
        let glued = next.span.start == tree.token(end).map_or(0, |t| t.span.end);
        let hangs = |i: usize| {
            tree.token(i)
                .and_then(|t| t.head)
                .is_some_and(|h| (start..=end).contains(&h))
                || (start..=end).any(|j| tree.token(j).and_then(|t| t.head) == Some(i))
                || tree.token(i).map(|t| t.head) == tree.token(end).map(|t| t.head)
                    && matches!(
                        tree.deprel(end),
                        Some(Deprel::Compound | Deprel::Flat | Deprel::NmodDesc | Deprel::Amod)
                    )
        };
        let joined = |i: usize| {
            let carries = (start..=end).any(|j| tree.token(j).and_then(|t| t.head) == Some(i));
            is_proper(tree, i)
                && hangs(i)
                && (carries
                    || !matches!(
                        tree.deprel(i),
                        Some(
                            Deprel::Appos
                                | Deprel::Conj
                                | Deprel::Obj
                                | Deprel::OblUnmarked
                                | Deprel::NmodUnmarked
                        )
                    ))
        };
        if joined(end + 1) {
            end += 1;
        } else if matches!(tree.form(end + 1), "-" | "&" | "’" | "'")
            && (glued || tree.form(end + 1) == "&")
            && tree.deprel(end + 2) == Some(Deprel::Flat)
            && is_proper(tree, end + 2)
        {
            end += 2;
        } else if is_office_of(tree, start, end) {
            end += if tree.form(end + 2).eq_ignore_ascii_case("the") {
                3
            } else {
                2
            };
        } else {
            break;
        }
        if end - start > 12 {
            break;
        }
    }
    Some(end)
}

/// Whether "of X" follows a name and belongs to it: "University of Leeds", "Bank of Ghana".
fn is_office_of(tree: Tree<'_>, start: usize, end: usize) -> bool {
    if !tree.form(end + 1).eq_ignore_ascii_case("of") || knowledge::title(tree.form(end)).is_some() {
        return false;
    }
    let next = if tree.form(end + 2).eq_ignore_ascii_case("the") {
        end + 3
    } else {
        end + 2
    };
    if !is_proper(tree, next) || !starts_upper(tree.form(next)) {
        return false;
    }
    let mut heads = std::iter::once(next).chain(tree.ancestors(next)).take(3);
    heads.any(|h| (start..=end).contains(&h))
}

/// The longest known name that starts at a word.
fn gazetteer(tree: Tree<'_>, start: usize, run: Option<usize>) -> Option<(usize, Known)> {
    let words: Vec<&str> = (start..tree.len().min(start + LONGEST))
        .map(|i| tree.form(i))
        .collect();
    let (count, known) = knowledge::known(&words)?;
    let end = start + count - 1;
    // "May", "Reading", "Jordan": a name only where the tag says so and no further name goes on.
    let proper = (start..=end).all(|i| is_proper(tree, i));
    if known.doubtful && (!proper && known.how != Resolution::Demonym || run.is_some_and(|r| r > end)) {
        return None;
    }
    // "Jordan" in "Michael Jordan", "Chelsea" in "Chelsea Clinton" are parts of a person's name.
    let inside = |i: Option<usize>| i.is_some_and(|i| (start..=end).contains(&i));
    // "Korean War", "Chicago Symphony Orchestra": the name goes on, and is another.
    let goes_on = run.is_some_and(|r| {
        r > end
            && (end + 1..=r).all(|i| title_ends(tree, end + 1, r, i).is_none())
            && (start..=end).any(|i| {
                matches!(
                    tree.deprel(i),
                    Some(Deprel::Compound | Deprel::Amod | Deprel::NmodDesc)
                ) && tree
                    .token(i)
                    .and_then(|t| t.head)
                    .is_some_and(|h| (end + 1..=r).contains(&h))
            })
    });
    if goes_on {
        return None;
    }
    let flat_out = (start..=end)
        .any(|i| tree.deprel(i) == Some(Deprel::Flat) && !inside(tree.token(i).and_then(|t| t.head)));
    let flat_in = run.is_some_and(|r| r > end)
        && (end + 1..=run.unwrap_or(end))
            .any(|i| tree.deprel(i) == Some(Deprel::Flat) && inside(tree.token(i).and_then(|t| t.head)));
    (!flat_out && !flat_in).then_some((end, known))
}

/// Where the title starts that ends at a word of a run: one word or up to three.
fn title_ends(tree: Tree<'_>, start: usize, end: usize, last: usize) -> Option<usize> {
    (start..=last).rev().take(3).find(|&first| {
        let words: Vec<&str> = (first..=last.min(end)).map(|i| tree.form(i)).collect();
        knowledge::title(&words.join(" ")).is_some()
    })
}

/// Cuts titles and offices from the front of a run: "President", "Defense Minister", "Dr".
fn without_titles(tree: Tree<'_>, start: usize, end: usize) -> (usize, usize, Vec<String>) {
    if title_ends(tree, start, end, end) == Some(start) {
        // "The Prime Minister": an office and no name.
        return (end + 1, end, Vec::new());
    }
    let last_title = (start..end)
        .rev()
        .filter(|&i| tree.deprel(i) != Some(Deprel::Flat))
        .find(|&i| {
            let office = || knowledge::sort(&tree.form(i).to_lowercase()) == Sort::Person;
            title_ends(tree, start, end, i).is_some() || tree.deprel(i) == Some(Deprel::NmodDesc) && office()
        });
    match last_title {
        Some(last) => {
            let titles = (start..=last).map(|i| tree.form(i).to_owned()).collect();
            (last + 1, end, titles)
        }
        None => (start, end, Vec::new()),
    }
}

/// The stretch of words as a name; `from` is where its titles begin.
fn chunk(
    tree: Tree<'_>,
    at: At,
    from: usize,
    words: (usize, usize),
    known: Option<Known>,
    titles: &[String],
) -> Option<Chunk> {
    let (start, end) = words;
    let (first, last) = tree.token(start).zip(tree.token(end))?;
    let form = tree.text.get(first.span.start..last.span.end).unwrap_or_default();
    let form = form.split_whitespace().collect::<Vec<_>>().join(" ");
    // The word that carries the name may be its title: "Dr" in some trees.
    let head = (from..=end)
        .find(|&i| {
            tree.token(i)
                .and_then(|t| t.head)
                .is_none_or(|h| !(from..=end).contains(&h))
        })
        .unwrap_or(end);
    let roles = roles(tree, head, titles);
    let kind = match &known {
        Some(known) if known.government.is_some() && metonym::acts(tree, head) => EntityKind::Country,
        Some(known) => known.kind,
        None => kind_of(tree, words, head, titles, &roles),
    };
    Some(Chunk {
        at: at.word(head),
        words,
        form,
        known,
        title: titles.last().cloned(),
        roles,
        kind,
    })
}

/// The offices and roles that stand around a name: before it, in apposition, as its predicate.
fn roles(tree: Tree<'_>, head: usize, titles: &[String]) -> Vec<String> {
    let mut roles: Vec<String> = titles.last().map(|t| t.to_lowercase()).into_iter().collect();
    let around = [
        Deprel::Appos,
        Deprel::Compound,
        Deprel::NmodDesc,
        Deprel::Amod,
        Deprel::NmodUnmarked,
    ];
    let below = tree.dependents(head, &around);
    let above = tree
        .token(head)
        .filter(|t| matches!(t.deprel, Deprel::Appos | Deprel::Flat))
        .and_then(|t| t.head);
    let predicate = tree
        .token(head)
        .filter(|t| t.deprel == Deprel::Nsubj)
        .and_then(|t| t.head)
        .filter(|&p| tree.dependent(p, &[Deprel::Cop]).is_some());
    for i in below.chain(above).chain(predicate) {
        let common = tree.token(i).is_some_and(|t| t.upos == Upos::Noun);
        if common && knowledge::sort(tree.lemma(i)) == Sort::Person {
            roles.push(tree.lemma(i).to_owned());
        }
    }
    roles.dedup();
    roles
}

/// The kind of a name that is not known, by its own words and what stands around it.
fn kind_of(
    tree: Tree<'_>,
    words: (usize, usize),
    head: usize,
    titles: &[String],
    roles: &[String],
) -> EntityKind {
    if !titles.is_empty() || !roles.is_empty() {
        return EntityKind::Person;
    }
    let (start, end) = words;
    // The word that says what it is comes last ("Forth Bridge"), or before "of" ("University of Leeds").
    let core = (start..=end)
        .find(|&i| tree.form(i) == "of")
        .map_or(end, |i| i.saturating_sub(1));
    if (start..=end).any(|i| tree.deprel(i) == Some(Deprel::Flat))
        && tree.dependent(head, &[Deprel::Det]).is_none()
    {
        return EntityKind::Person;
    }
    match knowledge::sort(&tree.form(core).to_lowercase()) {
        Sort::Group => return EntityKind::Organisation,
        Sort::Place => return EntityKind::Place,
        Sort::Act => return EntityKind::Event,
        _ => {}
    }
    let case = tree
        .dependent(head, &[Deprel::Case])
        .map(|c| tree.form(c).to_lowercase());
    if end == start && case.is_some_and(|c| c == "in") && tree.deprel(head) == Some(Deprel::Obl) {
        return EntityKind::Place;
    }
    EntityKind::Other
}

fn gender(title: Option<&str>) -> Option<Gender> {
    Some(match knowledge::title(title?)?.gender? {
        entities::Gender::Masculine => Gender::Male,
        entities::Gender::Feminine => Gender::Female,
    })
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
            Some(known) => Some((register.add(&known.name, chunk.kind), known.how)),
            None if key(&chunk.form).len() < 2 => None,
            None => Some((register.add(&chunk.form, chunk.kind), Resolution::AsWritten)),
        })
        .collect();
    let parts = Parts::new(&register);
    let mut names = Names::default();
    for (chunk, found) in chunks.into_iter().zip(found) {
        let reading = match found {
            Some((index, how)) => Short::One(index, how),
            None => parts.read(&chunk, &register),
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
}

impl Named {
    /// Takes over what stands around one of its mentions.
    fn learn(&mut self, chunk: &Chunk) {
        self.gender = self.gender.or(gender(chunk.title.as_deref()));
        if self.kind == EntityKind::Other {
            self.kind = chunk.kind;
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
            for part in [own.first(), own.last()].into_iter().flatten() {
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
