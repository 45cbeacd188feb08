//! Mends what hangs on a verb of saying at the end of a sentence: it tells one clause, and what else the parser hung on it
//! belongs to that clause.

use crate::lexicon::signatures::{self, Frame, Kind};
use crate::text::{Deprel, Sentence, Upos};

/// Leaves a verb of saying the last of the two clauses that stand before it, or the first if that tells the other.
pub(super) fn told(sentence: &mut Sentence) {
    for verb in 2..sentence.tokens.len() {
        let contents: Vec<usize> = below(sentence, verb, &[Deprel::Ccomp])
            .filter(|&i| i < verb)
            .collect();
        if let &[first, second] = contents.as_slice()
            && tells(sentence, verb)
        {
            if is_nominal(sentence, first) {
                begin(sentence, first, second);
            } else if tells(sentence, first) && carries_that(sentence, second) {
                hang(sentence, second, first, Deprel::Ccomp);
            }
        }
    }
}

/// "Mount Asoba erupted, officials said": a noun before a verb that lacks a subject is its subject.
fn begin(sentence: &mut Sentence, noun: usize, verb: usize) {
    let finite = sentence
        .tokens
        .get(verb)
        .is_some_and(|t| matches!(t.xpos, "VBD" | "VBZ" | "VBP" | "VBN"));
    let subjects = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::Csubj, Deprel::Expl];
    if !finite || below(sentence, verb, &subjects).next().is_some() {
        return;
    }
    let passive = below(sentence, verb, &[Deprel::AuxPass]).next().is_some();
    let role = if passive { Deprel::NsubjPass } else { Deprel::Nsubj };
    hang(sentence, noun, verb, role);
    let name = |i: usize| sentence.tokens.get(i).is_some_and(|t| t.upos == Upos::Propn);
    let rest: Vec<usize> = below(sentence, noun, &[Deprel::Obj])
        .filter(|&i| name(i) && name(noun))
        .collect();
    for part in rest {
        hang(sentence, part, noun, Deprel::Flat);
    }
}

/// The words that hang on a word by one of some relations.
fn below<'s>(sentence: &'s Sentence, head: usize, by: &'s [Deprel]) -> impl Iterator<Item = usize> + 's {
    let tokens = sentence.tokens.iter().enumerate();
    tokens
        .filter(move |(_, t)| t.head == Some(head) && by.contains(&t.deprel))
        .map(|(i, _)| i)
}

fn hang(sentence: &mut Sentence, word: usize, head: usize, deprel: Deprel) {
    if let Some(token) = sentence.tokens.get_mut(word) {
        (token.head, token.deprel) = (Some(head), deprel);
    }
}

/// Whether a word is a verb that a clause with "that" tells the content of.
fn tells(sentence: &Sentence, word: usize) -> bool {
    sentence.tokens.get(word).is_some_and(|t| {
        let known = |lemma: &str| {
            signatures::source(Kind::Verb, lemma, Frame::That).is_some()
                || signatures::plain(Kind::Verb, lemma, Frame::That).is_some()
        };
        t.upos == Upos::Verb && known(&t.lemma)
    })
}

fn is_nominal(sentence: &Sentence, word: usize) -> bool {
    let token = sentence.tokens.get(word);
    token.is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn))
        && below(sentence, word, &[Deprel::Cop]).next().is_none()
}

fn carries_that(sentence: &Sentence, clause: usize) -> bool {
    below(sentence, clause, &[Deprel::Mark])
        .any(|i| sentence.tokens.get(i).is_some_and(|t| t.lemma == "that"))
}
