//! One text as its content words: what each hangs on, and whether the text holds what it stands in.

use crate::claim::{Claim, EvidenceKind};
use crate::cover::denial::{self, Denied};
use crate::cover::facts::Facts;
use crate::cover::only;
use crate::lexicon::signatures::{self, Frame, Kind, Value};
use crate::lexicon::wordnet::Pos;
use crate::lexicon::{entities, negation, nouns};
use crate::measure;
use crate::span::{Field, Span, Words};
use crate::text::{Deprel, Sentence, Token, Upos};

/// What a word adds to a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// A part of a name.
    Name,
    /// A number.
    Number,
    /// Any other word with a meaning of its own.
    Plain,
}

/// How a word hangs on its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bond {
    /// Who does it.
    Subject,
    /// What it is done to.
    Object,
    /// A phrase with a preposition.
    Oblique,
    /// A word that narrows a noun or an adjective.
    Modifier,
    /// Anything else.
    Other,
}

/// Whether a text holds what a word stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// As so.
    Holds,
    /// As not so.
    Denied,
    /// Neither: possible, wanted.
    Open,
    /// Neither, and nobody is committed to it: asked, a condition, cancelled.
    Supposed,
}

/// How much of a kind a word speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    All,
    Some,
    NotSaid,
}

/// A content word.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing of the word, apart from the others"
)]
pub(crate) struct Word {
    /// Where it stands.
    pub(crate) words: Words,
    /// The dictionary form in lower case.
    pub(crate) lemma: String,
    pub(crate) pos: Pos,
    pub(crate) class: Class,
    /// The canonical name of the known name it belongs to.
    pub(crate) known: Option<&'static str>,
    /// The number it says.
    pub(crate) number: Option<f64>,
    /// The content word it hangs on, as an index.
    pub(crate) head: Option<usize>,
    pub(crate) bond: Bond,
    /// The preposition that introduces it.
    pub(crate) marker: Option<String>,
    /// Whether it is said of none: "no dog".
    pub(crate) none: bool,
    /// Whether nothing makes a number less exact: not "at least", not "about".
    pub(crate) exact: bool,
    /// Whether it is a subject, in the active or the passive voice.
    pub(crate) subject: bool,
    /// Whether it brings in one that need not be any other that is spoken of: "a man", "two men", "no man".
    pub(crate) some: bool,
    /// Whether it speaks of one that is known: a name, "the man", "his car".
    pub(crate) one: bool,
    /// Whether what it narrows is one that is known.
    pub(crate) of_one: bool,
    pub(crate) standing: Standing,
    /// What negators reach of it, however sure the text is of it.
    pub(crate) denied: Denied,
    /// How much of a kind is spoken of.
    pub(crate) extent: Extent,
    /// Whether it is said of this alone: "only in Oslo".
    pub(crate) only: bool,
    /// How much is missing where it is missing.
    pub(crate) weight: u32,
    /// Initials of the run of capitalised words that begins or goes on here, where it could be shortened to them.
    pub(crate) initials: Option<String>,
}

/// The content words of a text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gist {
    pub(crate) words: Vec<Word>,
    /// What the text says in places that take one filler.
    pub(crate) facts: Facts,
}

/// Words with a tag of content that say next to nothing by themselves.
const EMPTY: &str = "be have do get go make take give become there here then also just very really so too quite rather \
    already still even now again yet only solely exclusively other such own same thing way lot kind well as that who which what when where how \
    this these those more most less least much many few several some any all both each every one not never no n't";

impl Gist {
    /// Reads the content words off the trees of a text and the claims extracted from it.
    pub(crate) fn new(text: &str, sentences: &[Sentence], claims: &[Claim]) -> Gist {
        let mut gist = Gist::default();
        for sentence in sentences {
            gist.add(text, sentence, claims);
        }
        gist
    }

    /// The words of the clause that is built on a word, as if the text held it. Clauses that hang on it are left out.
    pub(crate) fn clause(&self, at: usize) -> Gist {
        let inside = |i: usize| {
            i == at
                || self.above(i).any(|k| k == at) && self.words.get(i).is_some_and(|w| w.bond != Bond::Other)
        };
        let kept: Vec<usize> = (0..self.words.len()).filter(|&i| inside(i)).collect();
        let place = |i: usize| kept.iter().position(|&k| k == i);
        let words = kept.iter().filter_map(|&i| {
            let word = self.words.get(i)?.clone();
            Some(Word {
                head: word.head.filter(|_| i != at).and_then(place),
                standing: Standing::Holds,
                denied: Denied::default(),
                ..word
            })
        });
        Gist {
            words: words.collect(),
            facts: Facts::default(),
        }
    }

    /// The word that the text is built on: under a verb that says nothing by itself ("has members") rather its object
    /// than its subject.
    pub(crate) fn root(&self) -> Option<usize> {
        let heads = || self.words.iter().enumerate().filter(|(_, w)| w.head.is_none());
        heads()
            .find(|(_, w)| w.bond != Bond::Subject)
            .or_else(|| heads().next())
            .map(|(i, _)| i)
    }

    /// The words as they would stand if nothing in the text were denied.
    pub(crate) fn affirmed(&self) -> Gist {
        let words = self.words.iter().map(|w| Word {
            standing: match w.standing {
                Standing::Denied => Standing::Holds,
                other => other,
            },
            denied: Denied::default(),
            none: false,
            ..w.clone()
        });
        Gist {
            words: words.collect(),
            facts: self.facts.clone(),
        }
    }

    /// The words that a word hangs on, nearest first.
    pub(crate) fn above(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.words.get(at).and_then(|w| w.head), |&i| {
            self.words.get(i).and_then(|w| w.head)
        })
        .take(self.words.len())
    }

    fn add(&mut self, text: &str, sentence: &Sentence, claims: &[Claim]) {
        let first = self.words.len();
        let tokens = &sentence.tokens;
        let known = known(text, tokens);
        let initials = initials(text, tokens);
        let denied = denial::denied(text, tokens);
        let alone = only::alone(text, tokens);
        let standings: Vec<Option<Standing>> = tokens
            .iter()
            .enumerate()
            .map(|(i, t)| {
                // What somebody tries or needs to do is no claim of its own, and need not be so.
                let left = t.deprel == Deprel::Xcomp && t.upos == Upos::Verb;
                standing(t, claims)
                    .or_else(|| negated(text, tokens, i).then_some(Standing::Denied))
                    .or_else(|| missing(tokens, i).then_some(Standing::Denied))
                    .or_else(|| unheld(tokens, t, claims))
                    .or_else(|| supposed(text, tokens, i).then_some(Standing::Supposed))
                    .or(left.then_some(Standing::Open))
            })
            .collect();
        // The place of each token's word among all words, where it has one.
        let mut places = vec![None; tokens.len()];
        for (i, token) in tokens.iter().enumerate() {
            let form = token.form(text);
            let says =
                || !denies(tokens, i, claims) && !denial::lacks(text, tokens, i) && !is_sort(text, tokens, i);
            let Some((pos, class)) = content(token, form).filter(|_| says()) else {
                continue;
            };
            if let Some(place) = places.get_mut(i) {
                *place = Some(self.words.len());
            }
            let lemma = token.lemma.to_lowercase();
            let climb = || ancestors(tokens, i);
            let standing = std::iter::once(i)
                .chain(climb())
                .find_map(|j| standings.get(j).copied().flatten())
                .unwrap_or(Standing::Holds);
            self.words.push(Word {
                words: Words {
                    span: Span::new(Field::Text, token.span.clone()),
                    text: form.to_owned(),
                },
                pos,
                class,
                known: known.get(i).copied().flatten(),
                number: number(token, form),
                head: None,
                bond: bond(tokens, i),
                marker: tokens
                    .iter()
                    .find(|t| t.head == Some(i) && t.deprel == Deprel::Case)
                    .map(|t| t.lemma.clone()),
                none: tokens.iter().any(|t| t.head == Some(i) && is_none(text, t)),
                exact: is_exact(text, tokens, i),
                subject: matches!(
                    token.deprel,
                    Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter
                ),
                some: is_new(tokens, i),
                one: is_known(tokens, i),
                of_one: token.head.is_some_and(|h| is_known(tokens, h)),
                standing,
                denied: denied.get(i).copied().unwrap_or_default(),
                extent: extent(tokens, i),
                only: alone.contains(&i),
                weight: weight(pos, class),
                initials: initials.get(i).cloned().flatten(),
                lemma,
            });
        }
        for (i, place) in places.iter().enumerate() {
            let head = ancestors(tokens, i).find_map(|j| places.get(j).copied().flatten());
            if let Some(word) = place.and_then(|p| self.words.get_mut(p)) {
                word.head = head.filter(|&h| h >= first);
            }
        }
        let named = self.words.iter().take(first).any(|w| w.class == Class::Name);
        self.facts.add(text, sentence, &places, &known, named);
    }
}

/// The words above a word, nearest first.
pub(super) fn ancestors(tokens: &[Token], at: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(tokens.get(at).and_then(|t| t.head), |&i| {
        tokens.get(i).and_then(|t| t.head)
    })
    .take(tokens.len())
}

/// Whether a word says that there is none of what it hangs on: "no", "zero".
fn is_none(text: &str, token: &Token) -> bool {
    match token.deprel {
        Deprel::Det => negation::determiner(&token.lemma),
        Deprel::Nummod => negation::number(token.form(text)),
        _ => false,
    }
}

/// Nouns that say nothing but that what follows is meant: "a type of dance".
const SORTS: &str = "type form kind sort";

/// Whether a noun only leads to the one that hangs on it: "a form of dance" is a dance.
pub(super) fn is_sort(text: &str, tokens: &[Token], at: usize) -> bool {
    sorted(text, tokens, at).is_some()
}

/// The noun that one of these leads to.
pub(super) fn sorted(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let noun = tokens.get(at).filter(|t| t.upos == Upos::Noun)?;
    if !SORTS.split_whitespace().any(|w| w == noun.lemma) {
        return None;
    }
    let of = |i: usize| {
        let by = |t: &Token| t.head == Some(i) && t.deprel == Deprel::Case && t.form(text) == "of";
        tokens.iter().any(by)
    };
    (at..tokens.len()).find(|&i| {
        tokens
            .get(i)
            .is_some_and(|t| t.head == Some(at) && t.deprel == Deprel::Nmod)
            && of(i)
    })
}

/// The part of speech and the class of a word with a meaning of its own.
fn content(token: &Token, form: &str) -> Option<(Pos, Class)> {
    let lemma = token.lemma.as_str();
    if matches!(
        token.deprel,
        Deprel::Aux | Deprel::AuxPass | Deprel::Cop | Deprel::Det | Deprel::Case | Deprel::Mark
    ) && token.upos != Upos::Num
        && token.upos != Upos::Verb
    {
        return None;
    }
    match token.upos {
        Upos::Num if negation::number(form) && token.deprel == Deprel::Nummod => None,
        Upos::Num => Some((Pos::Noun, Class::Number)),
        Upos::Propn => Some((Pos::Noun, Class::Name)),
        _ if form.bytes().any(|c| c.is_ascii_digit()) => Some((Pos::Noun, Class::Number)),
        Upos::Noun | Upos::Verb | Upos::Adj | Upos::Adv => {
            let empty = EMPTY.split_whitespace().any(|w| w.eq_ignore_ascii_case(lemma));
            let pos = Pos::of(token.upos)?;
            (!empty).then_some((pos, Class::Plain))
        }
        _ => None,
    }
}

fn weight(pos: Pos, class: Class) -> u32 {
    match (class, pos) {
        (Class::Name | Class::Number, _) => 12,
        (Class::Plain, Pos::Noun | Pos::Verb) => 10,
        (Class::Plain, Pos::Adjective) => 8,
        (Class::Plain, Pos::Adverb) => 4,
    }
}

fn number(token: &Token, form: &str) -> Option<f64> {
    if token.upos != Upos::Num && !form.bytes().any(|c| c.is_ascii_digit()) {
        return None;
    }
    measure::quantity_at(&[form], 0).and_then(|(_, q)| q.value())
}

fn bond(tokens: &[Token], at: usize) -> Bond {
    // "Made by her", whether it says "was" or not.
    let passive = |i: usize| {
        tokens
            .get(i)
            .is_some_and(|t| t.xpos == "VBN" && t.deprel == Deprel::Acl)
            || tokens
                .iter()
                .any(|t| t.head == Some(i) && t.deprel == Deprel::AuxPass)
    };
    let mut deprel = tokens.get(at).map_or(Deprel::Dep, |t| t.deprel);
    // What is joined to another stands where that stands.
    for above in ancestors(tokens, at) {
        if deprel != Deprel::Conj {
            break;
        }
        deprel = tokens.get(above).map_or(Deprel::Dep, |t| t.deprel);
    }
    match deprel {
        Deprel::Nsubj | Deprel::Csubj | Deprel::OblAgent => Bond::Subject,
        Deprel::Obj | Deprel::NsubjPass => Bond::Object,
        Deprel::Obl => {
            let by = tokens
                .iter()
                .any(|t| t.head == Some(at) && t.deprel == Deprel::Case && t.lemma == "by");
            let head = tokens.get(at).and_then(|t| t.head);
            if by && head.is_some_and(passive) {
                Bond::Subject
            } else {
                Bond::Oblique
            }
        }
        Deprel::Nmod | Deprel::Iobj | Deprel::OblUnmarked => Bond::Oblique,
        Deprel::Amod | Deprel::Compound | Deprel::NmodPoss | Deprel::Nummod | Deprel::Advmod => {
            Bond::Modifier
        }
        _ => Bond::Other,
    }
}

/// Whether the words around a number leave it exact.
fn is_exact(text: &str, tokens: &[Token], at: usize) -> bool {
    const LOOSE: &str = "least most than about around nearly almost over under above below approximately roughly \
        exactly only just up some another other";
    let form = |i: usize| tokens.get(i).map_or("", |t| t.form(text));
    let before = (1..=2).filter_map(|n| at.checked_sub(n)).map(form);
    let loose = |w: &str| LOOSE.split_whitespace().any(|l| l.eq_ignore_ascii_case(w));
    !before.into_iter().any(loose) && !matches!(form(at + 1), "or" | "plus")
}

/// Whether a noun speaks of one that is known.
fn is_known(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.upos == Upos::Propn)
        || tokens.iter().any(|t| {
            t.head == Some(at)
                && (t.deprel == Deprel::NmodPoss
                    || t.deprel == Deprel::Det
                        && matches!(t.lemma.as_str(), "the" | "this" | "that" | "these" | "those"))
        })
}

/// Whether a noun brings in somebody or something new.
fn is_new(tokens: &[Token], at: usize) -> bool {
    !is_known(tokens, at)
        && tokens.iter().any(|t| {
            t.head == Some(at)
                && (t.deprel == Deprel::Nummod
                    || t.deprel == Deprel::Det
                        && (negation::determiner(&t.lemma)
                            || matches!(t.lemma.as_str(), "a" | "an" | "some" | "any" | "another" | "one")))
        })
}

/// What the claim whose predicate a word is holds of it.
fn standing(token: &Token, claims: &[Claim]) -> Option<Standing> {
    let claim = claimed(claims.iter(), Span::new(Field::Text, token.span.clone()))?;
    Some(match claim.voice().factuality.value() {
        Some(2..) => Standing::Holds,
        Some(..=-2) => Standing::Denied,
        _ => Standing::Open,
    })
}

/// "Refused to sing", "was unable to sing": a word that only denies what stands below it.
fn denies(tokens: &[Token], at: usize, claims: &[Claim]) -> bool {
    let own = |t: &Token| standing(t, claims);
    tokens
        .get(at)
        .is_some_and(|t| own(t).is_none() && matches!(t.upos, Upos::Verb | Upos::Adj))
        && tokens
            .iter()
            .any(|t| t.head == Some(at) && t.deprel == Deprel::Xcomp && own(t) == Some(Standing::Denied))
}

/// Whether a particle that denies stands with a word that no claim was read from.
fn negated(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens.iter().any(|t| {
        let form = t.form(text);
        t.head == Some(at)
            && (t.deprel == Deprel::Advmod && negation::particle(form)
                || t.deprel == Deprel::Cc && negation::conjunction(form))
    })
}

/// "Without a hat": what is not there.
fn missing(tokens: &[Token], at: usize) -> bool {
    tokens
        .iter()
        .any(|t| t.head == Some(at) && t.deprel == Deprel::Case && t.lemma == "without")
}

/// "Cancelled its tour", "demanded a vote": an event that its verb says did not or need not happen.
fn unheld(tokens: &[Token], token: &Token, claims: &[Claim]) -> Option<Standing> {
    let object = matches!(token.deprel, Deprel::Obj | Deprel::NsubjPass) && token.upos == Upos::Noun;
    let verb = tokens.get(token.head.filter(|_| object)?)?;
    let outside = signatures::plain(Kind::Verb, &verb.lemma, Frame::Np)?.outside;
    let happened = matches!(outside.holds, Value::Fact(v) if v > 0);
    let denied = standing(verb, claims) == Some(Standing::Denied);
    (!happened && !denied && nouns::is_event(&token.lemma)).then_some(Standing::Supposed)
}

/// How much of a kind is spoken of: "all twelve violins", "three of the twelve violins", "some violins".
fn extent(tokens: &[Token], at: usize) -> Extent {
    let few = |l: &str| matches!(l, "some" | "few" | "half" | "most" | "several" | "many" | "part");
    let all = |t: &Token| matches!(t.lemma.as_str(), "all" | "every" | "each") && t.upos != Upos::Adv;
    let own = |test: &dyn Fn(&Token) -> bool| tokens.iter().any(|t| t.head == Some(at) && test(t));
    let of = tokens
        .get(at)
        .filter(|t| t.deprel == Deprel::Nmod)
        .and_then(|t| tokens.get(t.head?));
    if own(&all) {
        Extent::All
    } else if of.is_some_and(|h| h.upos == Upos::Num || few(&h.lemma))
        || own(&|t| few(&t.lemma) && matches!(t.deprel, Deprel::Det | Deprel::Amod))
    {
        Extent::Some
    } else {
        Extent::NotSaid
    }
}

/// Whether the clause that is built on a word is asked, or a condition.
fn supposed(text: &str, tokens: &[Token], at: usize) -> bool {
    let question = || {
        tokens.get(at).is_some_and(|t| t.head.is_none()) && tokens.last().is_some_and(|t| t.form(text) == "?")
    };
    question()
        || tokens.iter().any(|t| {
            t.head == Some(at) && t.deprel == Deprel::Mark && matches!(t.lemma.as_str(), "whether" | "if")
        })
}

/// The first of some claims whose predicate stands at a place.
pub(super) fn claimed<'c>(mut claims: impl Iterator<Item = &'c Claim>, span: Span) -> Option<&'c Claim> {
    claims.find(|c| {
        c.evidence
            .iter()
            .any(|e| e.kind == EvidenceKind::Predicate && e.words.span.contains(span))
    })
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
pub(super) fn is_land(name: &str) -> bool {
    PARTS.iter().any(|(part, _)| *part == name)
        || entities::entity(name).is_some_and(|k| k.kind == entities::Kind::Country)
}

/// Whether what is of one country is not of another.
pub(super) fn lands_exclude(a: &str, b: &str) -> bool {
    let within = |x: &str, y: &str| PARTS.iter().any(|&(part, whole)| part == x && whole == y);
    a != b && !within(a, b) && !within(b, a)
}

/// The canonical name that each token stands in, where the lexicon knows one.
fn known(text: &str, tokens: &[Token]) -> Vec<Option<&'static str>> {
    let forms: Vec<&str> = tokens.iter().map(|t| t.form(text)).collect();
    let mut names = vec![None; tokens.len()];
    let mut at = 0;
    while at < tokens.len() {
        let capital = forms
            .get(at)
            .is_some_and(|f| f.chars().next().is_some_and(char::is_uppercase));
        let found = forms
            .get(at..)
            .filter(|_| capital)
            .and_then(entities::longest_entity);
        let Some((length, name)) = found else {
            at += 1;
            continue;
        };
        for slot in names.iter_mut().skip(at).take(length) {
            *slot = Some(name.canonical);
        }
        at += length.max(1);
    }
    names
}

/// For each token of a run of capitalised words, the run's initials.
fn initials(text: &str, tokens: &[Token]) -> Vec<Option<String>> {
    let capital = |i: usize| {
        tokens
            .get(i)
            .and_then(|t| t.form(text).chars().next())
            .filter(|c| c.is_uppercase())
    };
    let joins = |i: usize| {
        tokens
            .get(i)
            .is_some_and(|t| matches!(t.form(text), "of" | "the" | "and" | "for" | "&" | "on"))
    };
    let mut all = vec![None; tokens.len()];
    let mut at = 0;
    while at < tokens.len() {
        let mut end = at;
        let mut letters = String::new();
        while let Some(letter) = capital(end) {
            letters.push(letter);
            end += 1;
            while joins(end) && (capital(end + 1).is_some() || joins(end + 1)) {
                end += 1;
            }
        }
        if letters.chars().count() >= 2 {
            for slot in all.iter_mut().take(end).skip(at) {
                *slot = Some(letters.clone());
            }
        }
        at = end.max(at + 1);
    }
    all
}
