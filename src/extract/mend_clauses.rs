//! Mends clauses that tell what is said: what hangs on a verb of saying at the end of a sentence, of which one clause is told
//! and the rest belongs to that, and what follows "that" after a noun such as "claim".

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

/// "The suggestion that Oslo bought the ferry": a clause that lacks nothing tells what is suggested, and "that" stands for
/// no part of it.
pub(super) fn contents(sentence: &mut Sentence) {
    for that in 1..sentence.tokens.len() {
        let Some(verb) = sentence
            .tokens
            .get(that)
            .filter(|t| t.lemma == "that")
            .and_then(|t| t.head)
        else {
            continue;
        };
        let tells = sentence.tokens.get(that - 1).is_some_and(|noun| {
            noun.upos == Upos::Noun
                && (signatures::source(Kind::Noun, &noun.lemma, Frame::That).is_some()
                    || signatures::plain(Kind::Noun, &noun.lemma, Frame::That).is_some())
        });
        // "The suggestion that people who have ties to it were seized": the word may hang on the clause inside.
        let relatives = below(sentence, that - 1, &[Deprel::AclRelcl]);
        let own = relatives.filter(|&v| that < v && (v == verb || verb < v)).last();
        if let Some(verb) = own.filter(|&v| tells && is_whole(sentence, v, that)) {
            hang(sentence, that, verb, Deprel::Mark);
        }
    }
}

/// "It was funded by the bank; the maker, Acme, had no part in it": what stands behind a semicolon before a verb that lacks a
/// subject is its subject, and no other name for what stands before.
pub(super) fn behind_semicolons(sentence: &mut Sentence) {
    for semicolon in 1..sentence.tokens.len() {
        let token = |i: usize| sentence.tokens.get(i);
        if token(semicolon).is_none_or(|t| t.lemma != ";") {
            continue;
        }
        let beside = |i: &usize| {
            token(*i).is_some_and(|t| t.deprel == Deprel::Appos && t.head.is_some_and(|h| h < semicolon))
        };
        let Some(noun) = (semicolon + 1..sentence.tokens.len()).find(beside) else {
            continue;
        };
        let clause = (noun + 1..sentence.tokens.len()).find(|&i| {
            token(i).is_some_and(|t| t.deprel == Deprel::Parataxis && t.head.is_some_and(|h| h < semicolon))
        });
        if let Some(verb) = clause {
            begin(sentence, noun, verb);
        }
    }
}

/// Whether a clause has its subject, and its object if it can have one, without a word.
fn is_whole(sentence: &Sentence, verb: usize, but: usize) -> bool {
    let has = |by: &[Deprel]| below(sentence, verb, by).any(|i| i != but);
    let passive = has(&[Deprel::NsubjPass]) && has(&[Deprel::AuxPass]);
    passive || has(&[Deprel::Nsubj]) && has(&[Deprel::Obj, Deprel::Ccomp, Deprel::Cop])
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
