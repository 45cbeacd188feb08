//! Which sentences make no claims of their own, and why: page furniture, questions, orders, fragments, other languages.

use std::collections::BTreeMap;

use super::knowledge;
use super::reading::{At, Reading, Tree};
use crate::lexicon::furniture;
use crate::text::{Deprel, Upos};
use crate::unread::UnreadReason;

/// The sentences that make no claims of their own.
#[derive(Debug, Default)]
pub(crate) struct Furniture {
    reasons: BTreeMap<(usize, usize), UnreadReason>,
}

impl Furniture {
    /// Sorts out the sentences of a document.
    pub(crate) fn new(reading: &Reading<'_>) -> Furniture {
        let reasons = reading
            .trees()
            .filter_map(|(at, tree)| Some(((at.passage, at.sentence), reason(tree)?)))
            .collect();
        Furniture { reasons }
    }

    /// Why the sentence at a place makes no claim as a whole; `None` where it can make one.
    pub(crate) fn of(&self, at: At) -> Option<UnreadReason> {
        self.reasons.get(&(at.passage, at.sentence)).copied()
    }

    /// Whether nothing at all is to be read from the sentence, not even what it takes for granted.
    pub(crate) fn silent(&self, at: At) -> bool {
        matches!(
            self.of(at),
            Some(UnreadReason::Furniture | UnreadReason::NotEnglish)
        )
    }
}

fn reason(tree: Tree<'_>) -> Option<UnreadReason> {
    let words: Vec<String> = (0..tree.len())
        .filter(|&i| tree.token(i).is_some_and(|t| t.upos != Upos::Punct))
        .map(|i| tree.form(i).to_lowercase())
        .filter(|w| w.chars().any(char::is_alphanumeric))
        .collect();
    if words.is_empty() {
        return Some(UnreadReason::Fragment);
    }
    if page(tree) || byline(tree) || address(tree) || code(tree) {
        return Some(UnreadReason::Furniture);
    }
    if not_english(&words) {
        return Some(UnreadReason::NotEnglish);
    }
    if question(tree) {
        return Some(UnreadReason::Question);
    }
    if imperative(tree) {
        return Some(UnreadReason::Imperative);
    }
    (!clause(tree)).then_some(UnreadReason::Fragment)
}

/// The words of the sentence in small letters, without the signs around them.
fn folded(tree: Tree<'_>) -> String {
    let text = tree.text.get(tree.sentence.span.clone()).unwrap_or_default();
    let text = text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '©' | '(' | '@' | ':'));
    text.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn page(tree: Tree<'_>) -> bool {
    // Long sentences that hold such words talk about them.
    tree.len() <= 45 && furniture::page(&folded(tree))
}

/// "By Jane Roe", "By Jane Roe and Tom Reed in Accra", "Jane Roe, Political Editor".
fn byline(tree: Tree<'_>) -> bool {
    let first = tree.form(0);
    let named = tree.token(1).is_some_and(|t| t.upos == Upos::Propn)
        || tree.form(1).chars().next().is_some_and(char::is_uppercase);
    let verb = (0..tree.len()).any(|i| {
        tree.token(i)
            .is_some_and(|t| matches!(t.upos, Upos::Verb | Upos::Aux))
    });
    first.eq_ignore_ascii_case("by") && named && !verb && tree.len() <= 16
}

/// A line with a web or mail address and hardly anything else.
fn address(tree: Tree<'_>) -> bool {
    let is =
        |form: &str| form.contains("://") || form.starts_with("www.") || form.contains('@') && form.len() > 1;
    tree.len() <= 8 && (0..tree.len()).any(|i| is(tree.form(i))) && !finite(tree)
}

/// Style sheets and scripts that were copied along with the text.
fn code(tree: Tree<'_>) -> bool {
    let text = tree.text.get(tree.sentence.span.clone()).unwrap_or_default();
    text.contains('{') && text.contains([';', '(']) || text.contains(";}")
}

fn not_english(words: &[String]) -> bool {
    let letters: Vec<char> = words
        .iter()
        .flat_map(|w| w.chars())
        .filter(|c| c.is_alphabetic())
        .collect();
    let latin = letters.iter().filter(|c| (**c as u32) < 0x0250).count();
    if latin * 2 < letters.len() {
        return true;
    }
    let foreign = words.iter().filter(|w| furniture::foreign(w)).count();
    let english = words.iter().filter(|w| furniture::english(w)).count();
    words.len() >= 4 && foreign >= 2 && foreign > english * 2
}

/// Whether the sentence asks as a whole.
pub(crate) fn question(tree: Tree<'_>) -> bool {
    asked(tree) == Some(0)
}

/// The word from which on the sentence asks: its first, or the first of a quotation at its end.
pub(crate) fn asked(tree: Tree<'_>) -> Option<usize> {
    let closing = |f: &str| matches!(f, "\"" | "”" | "’" | "'" | ")" | "''" | "*" | "_" | "**");
    let last = (0..tree.len()).rev().find(|&i| !closing(tree.form(i)))?;
    if !tree.form(last).contains('?') {
        return None;
    }
    if !matches!(tree.form(last + 1), "\"" | "”" | "’" | "''") {
        return Some(0);
    }
    // "He asked: “Is it safe?”" asks only inside the marks.
    let opening = (1..last)
        .rev()
        .find(|&i| matches!(tree.form(i), "“" | "‘" | "``" | "\""));
    Some(opening.map_or(0, |i| i + 1))
}

/// Whether the clause of a word begins with its auxiliary, as questions do that lack their mark: "do you think it will rain".
pub(crate) fn inverted(tree: Tree<'_>, word: usize) -> bool {
    let first = (0..word).find(|&i| {
        tree.token(i)
            .is_some_and(|t| !matches!(t.upos, Upos::Cconj | Upos::Intj | Upos::Punct))
    });
    first.is_some_and(|first| {
        tree.token(first)
            .is_some_and(|t| matches!(t.deprel, Deprel::Aux | Deprel::Cop) && t.head == Some(word))
            && tree
                .dependents(word, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl])
                .any(|s| first < s && s < word)
    })
}

/// Whether the sentence tells somebody to do something: a bare verb at the head, with nobody who does it.
pub(crate) fn imperative(tree: Tree<'_>) -> bool {
    let Some(root) = tree.sentence.root() else {
        return false;
    };
    let Some(verb) = tree.token(root) else {
        return false;
    };
    if verb.upos != Upos::Verb || !matches!(verb.xpos, "VB" | "VBP") {
        return false;
    }
    // A name taken for a verb: "Grant asserts".
    let follows = (root + 1..tree.len()).find(|&i| tree.token(i).is_none_or(|t| t.upos != Upos::Adv));
    if follows
        .and_then(|i| tree.token(i))
        .is_some_and(|t| matches!(t.xpos, "VBD" | "VBZ" | "MD"))
    {
        return false;
    }
    let subject = tree
        .dependent(
            root,
            &[
                Deprel::Nsubj,
                Deprel::NsubjPass,
                Deprel::Csubj,
                Deprel::Expl,
                Deprel::NsubjOuter,
            ],
        )
        .is_some();
    let helped = tree
        .dependents(root, &[Deprel::Aux, Deprel::AuxPass, Deprel::Cop, Deprel::Mark])
        .any(|a| !tree.form(a).eq_ignore_ascii_case("do"));
    // Only light words may stand before the verb.
    let light = (0..root).all(|i| {
        tree.token(i).is_some_and(|t| {
            matches!(
                t.upos,
                Upos::Adv
                    | Upos::Punct
                    | Upos::Intj
                    | Upos::Cconj
                    | Upos::Part
                    | Upos::Aux
                    | Upos::Sym
                    | Upos::Num
            )
        })
    });
    !subject && !helped && light
}

/// Whether the words quoted below a verb of speech tell somebody to do something: "'Send him back,' said the aunt".
pub(crate) fn ordered(tree: Tree<'_>, word: usize) -> bool {
    let bare = tree
        .token(word)
        .is_some_and(|t| t.upos == Upos::Verb && t.xpos == "VB");
    let helped = [
        Deprel::Nsubj,
        Deprel::NsubjPass,
        Deprel::Expl,
        Deprel::Csubj,
        Deprel::Aux,
        Deprel::AuxPass,
        Deprel::Cop,
        Deprel::Mark,
    ];
    let quoted = |first: usize| first > 0 && matches!(tree.form(first - 1), "“" | "‘" | "``" | "\"" | "'");
    // "Let's go".
    if bare
        && tree.lemma(word) == "let"
        && matches!(tree.form(word + 1).to_lowercase().as_str(), "'s" | "’s" | "us")
    {
        return true;
    }
    let verb = tree.token(word).and_then(|t| t.head);
    bare && tree.dependent(word, &helped).is_none()
        && verb.is_some_and(|v| knowledge::reports(tree.lemma(v)))
        && tree
            .subtree(word)
            .into_iter()
            .find(|&i| tree.token(i).is_some_and(|t| t.upos != Upos::Punct))
            .is_some_and(quoted)
}

fn finite(tree: Tree<'_>) -> bool {
    (0..tree.len()).any(|i| {
        tree.token(i)
            .is_some_and(|t| matches!(t.xpos, "VBD" | "VBZ" | "VBP" | "MD"))
    })
}

/// Whether the sentence has a predicate: a finite verb, or the verbs of a headline with somebody or something that they
/// are said of.
fn clause(tree: Tree<'_>) -> bool {
    finite(tree)
        || (0..tree.len()).any(|i| {
            tree.token(i).is_some_and(|t| t.upos == Upos::Verb)
                && tree.dependent(i, &[Deprel::Nsubj, Deprel::NsubjPass]).is_some()
        })
        || tree.sentence.root().is_some_and(|root| {
            tree.token(root).is_some_and(|t| t.upos == Upos::Verb)
                || tree
                    .dependent(root, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl])
                    .is_some()
        })
}
