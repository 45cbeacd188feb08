//! Reads the content words of a text off its trees and its claims.

use std::cmp::Ordering;
use std::ops::Range;

use crate::claim::Claim;
use crate::cover::denial;
use crate::cover::gist::{Bond, Class, Extent, Gist, Standing, Word};
use crate::cover::only;
use crate::cover::particle;
use crate::cover::standing;
use crate::lexicon::function_words::is_definite;
use crate::lexicon::wordnet::Pos;
use crate::lexicon::{entities, negation, nouns};
use crate::measure::{self, Quantity};
use crate::span::{Field, Span, Words};
use crate::text::{Deprel, Sentence, Token, Upos, ancestors};

/// Words with a tag of content that say next to nothing by themselves.
const EMPTY: &str = "be have do get go make take give become there here then also just very really so too quite rather awfully terribly \
    already still even now again yet only solely exclusively other such own same thing way lot kind well as that who which what when where how \
    this these those more most less least much many few several some any all both each every one not never no n't";

impl Gist {
    /// Reads the content words off the trees of a text and the claims extracted from it.
    ///
    /// Of the verbs with a particle some are one word (see [`particle::opposed`]).
    pub(crate) fn new(text: &str, sentences: &[Sentence], claims: &[Claim], verbs: &[String]) -> Gist {
        let mut gist = Gist::default();
        for sentence in sentences {
            gist.add(text, sentence, claims, verbs);
        }
        gist
    }

    fn add(&mut self, text: &str, sentence: &Sentence, claims: &[Claim], verbs: &[String]) {
        let first = self.words.len();
        let tokens = &sentence.tokens;
        let known = known(text, tokens);
        let initials = initials(text, tokens);
        let denied = denial::denied(text, tokens);
        let alone = only::alone(text, tokens);
        let quantities = quantities(text, tokens);
        let standings = standing::of(text, tokens, claims);
        let phrases: Vec<(usize, String, usize)> = (0..tokens.len())
            .filter(|_| !verbs.is_empty())
            .filter_map(|verb| particle::phrase(text, tokens, verb).map(|(phrase, at)| (verb, phrase, at)))
            .filter(|(_, phrase, _)| verbs.contains(phrase))
            .collect();
        // The place of each token's word among all words, where it has one.
        let mut places = vec![None; tokens.len()];
        for (i, token) in tokens.iter().enumerate() {
            let form = token.form(text);
            let says = || {
                !standing::denies(tokens, i, claims)
                    && !denial::lacks(text, tokens, i)
                    && !is_sort(text, tokens, i)
            };
            let phrase = phrases
                .iter()
                .find(|(verb, ..)| *verb == i)
                .map(|(_, phrase, _)| phrase.clone());
            let plain = match &phrase {
                Some(_) => Some((Pos::Verb, Class::Plain)),
                None if phrases.iter().any(|&(.., particle)| particle == i) => None,
                None => {
                    content(token, form).or_else(|| handles(tokens, i).then_some((Pos::Verb, Class::Plain)))
                }
            };
            let Some((pos, class)) = plain.filter(|_| says()) else {
                continue;
            };
            if let Some(place) = places.get_mut(i) {
                *place = Some(self.words.len());
            }
            let lemma = phrase.unwrap_or_else(|| token.lemma.to_lowercase());
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
                quantity: quantities
                    .iter()
                    .find(|(range, _)| class == Class::Number && range.contains(&i))
                    .map(|(_, quantity)| quantity.clone()),
                subject: matches!(
                    token.deprel,
                    Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter
                ),
                some: is_new(tokens, i),
                one: is_known(tokens, i),
                of_one: token.head.is_some_and(|h| is_known(tokens, h)),
                standing,
                conditional: standing::condition(tokens, i),
                wanted: standing::wanted(tokens, i),
                happened: standing::happened(tokens, i),
                pending: standing::pending(tokens, i, claims),
                denied: denied.get(i).copied().unwrap_or_default(),
                extent: extent(tokens, i),
                compared: compared(text, tokens, i),
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

/// Whether a verb that elsewhere says next to nothing is what is done to a thing: "took the medal", and not "took the decision".
fn handles(tokens: &[Token], at: usize) -> bool {
    let verb = tokens.get(at).is_some_and(|t| {
        t.upos == Upos::Verb && matches!(t.lemma.as_str(), "take" | "give" | "make" | "get")
    });
    let thing = |(i, t): (usize, &Token)| {
        t.head == Some(at)
            && t.deprel == Deprel::Obj
            && t.upos == Upos::Noun
            && is_known(tokens, i)
            && !nouns::is_event(&t.lemma)
    };
    verb && tokens.iter().enumerate().any(thing)
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

/// What the numbers of a sentence count or measure. "Another three" are three besides others.
fn quantities(text: &str, tokens: &[Token]) -> Vec<(Range<usize>, Quantity)> {
    let forms: Vec<&str> = tokens.iter().map(|t| t.form(text)).collect();
    let besides = |r: &Range<usize>| {
        let before = r.start.checked_sub(1).and_then(|i| tokens.get(i));
        before.is_some_and(|t| matches!(t.lemma.as_str(), "another" | "other"))
    };
    let mut found = measure::find_counts(&forms, &measure::find_periods(&forms));
    found.retain(|(range, _)| !besides(range));
    found
}

/// Whether something is said to be more or less of a word.
fn compared(text: &str, tokens: &[Token], at: usize) -> Option<Ordering> {
    let mut amounts = tokens
        .iter()
        .filter(|t| t.head == Some(at) && matches!(t.deprel, Deprel::Amod | Deprel::Advmod | Deprel::Det));
    amounts.find_map(|t| match t.form(text).to_ascii_lowercase().as_str() {
        "more" => Some(Ordering::Greater),
        "less" | "fewer" => Some(Ordering::Less),
        _ => None,
    })
}

/// Whether a noun speaks of one that is known.
pub(super) fn is_known(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.upos == Upos::Propn)
        || tokens.iter().any(|t| {
            t.head == Some(at)
                && (t.deprel == Deprel::NmodPoss || t.deprel == Deprel::Det && is_definite(&t.lemma))
        })
}

/// Whether a noun brings in somebody or something new. "She is a nurse" speaks of her.
fn is_new(tokens: &[Token], at: usize) -> bool {
    let hangs = |deprel: Deprel| tokens.iter().any(|t| t.head == Some(at) && t.deprel == deprel);
    !is_known(tokens, at)
        && !hangs(Deprel::Cop)
        && (hangs(Deprel::Nummod)
            || tokens.iter().any(|t| {
                t.head == Some(at)
                    && t.deprel == Deprel::Det
                    && (negation::determiner(&t.lemma)
                        || matches!(t.lemma.as_str(), "a" | "an" | "some" | "any" | "another" | "one"))
            }))
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
