//! Mends clauses that tell what is said: what hangs on a verb of saying at the end of a sentence, of which one clause is told
//! and the rest belongs to that, and what follows a noun such as "claim", with or without "that".

use super::knowledge;
use crate::lexicon::predicates;
use crate::lexicon::signatures::{self, Kind};
use crate::text::{Deprel, Sentence, Token, Upos};

/// Leaves a verb of saying the last of the two clauses that stand before it, or the first if that tells the other.
pub(super) fn told(sentence: &mut Sentence) {
    for verb in 2..sentence.tokens.len() {
        let contents: Vec<usize> = sentence
            .dependents(verb, &[Deprel::Ccomp])
            .filter(|&i| i < verb)
            .collect();
        if let &[first, second] = contents.as_slice()
            && tells(sentence, verb, Kind::Verb)
        {
            if is_nominal(sentence, first) {
                begin(sentence, first, second);
            } else if tells(sentence, first, Kind::Verb) && carries_that(sentence, second) {
                sentence.hang(second, first, Deprel::Ccomp);
            }
        }
    }
}

/// "Mount Asoba erupted, officials said": a noun before a verb that lacks a subject is its subject.
fn begin(sentence: &mut Sentence, noun: usize, verb: usize) {
    let finite = sentence
        .token(verb)
        .is_some_and(|t| matches!(t.xpos, "VBD" | "VBZ" | "VBP" | "VBN"));
    if !finite || sentence.has_subject(verb) {
        return;
    }
    sentence.hang(noun, verb, sentence.subject_relation(verb));
    let name = |i: usize| sentence.token(i).is_some_and(|t| t.upos == Upos::Propn);
    let rest: Vec<usize> = sentence
        .dependents(noun, &[Deprel::Obj])
        .filter(|&i| name(i) && name(noun))
        .collect();
    for part in rest {
        sentence.hang(part, noun, Deprel::Flat);
    }
}

/// "The suggestion that Oslo bought the ferry": a clause that lacks nothing tells what is suggested, and "that" stands for
/// no part of it.
pub(super) fn contents(sentence: &mut Sentence) {
    for that in 1..sentence.tokens.len() {
        let Some(verb) = sentence.head(that).filter(|_| sentence.lemma(that) == "that") else {
            continue;
        };
        let noun = that - 1;
        // "The suggestion that people who have ties to it were seized": the word may hang on the clause inside.
        let own = sentence
            .dependents(noun, &[Deprel::AclRelcl])
            .filter(|&v| that < v && verb <= v)
            .last();
        if let Some(verb) =
            own.filter(|&v| tells(sentence, noun, Kind::Noun) && lacks_nothing(sentence, v, (noun, that)))
        {
            sentence.hang(that, verb, Deprel::Mark);
        }
    }
}

/// "Whether it leaks is not known", where the tree gives "whether" to the verb that the clause is the subject of.
pub(super) fn questions(sentence: &mut Sentence) {
    for whether in 0..sentence.tokens.len() {
        let mark = sentence
            .token(whether)
            .filter(|t| t.deprel == Deprel::Mark && t.lemma == "whether");
        let clause = mark.and_then(|t| t.head).and_then(|verb| {
            sentence
                .dependents(verb, &[Deprel::Csubj, Deprel::CsubjPass])
                .find(|&i| whether < i && i < verb)
        });
        if let Some(clause) = clause {
            sentence.hang(whether, clause, Deprel::Mark);
        }
    }
}

/// "Rejected reports it had closed the mill": a clause that lacks nothing, right after a noun that a clause can tell the content
/// of, tells that without "that", too.
pub(super) fn bare_contents(sentence: &mut Sentence) {
    for noun in 0..sentence.tokens.len() {
        if !tells(sentence, noun, Kind::Noun) {
            continue;
        }
        let content = (noun + 2..sentence.tokens.len()).find(|&verb| {
            let relation = sentence.token(verb).map(|t| t.deprel);
            let own = sentence.head(verb) == Some(noun) && relation == Some(Deprel::AclRelcl);
            let beside = sentence.head(verb) == sentence.head(noun) && relation == Some(Deprel::Ccomp);
            (own || beside)
                && begins_bare(sentence, verb, noun + 1)
                && lacks_nothing(sentence, verb, (noun, verb))
        });
        if let Some(verb) = content {
            sentence.hang(verb, noun, Deprel::Acl);
        }
    }
}

/// Whether a clause begins with a word that is no conjunction and no relative pronoun.
fn begins_bare(sentence: &Sentence, clause: usize, start: usize) -> bool {
    let begins = sentence.is_within(start, clause)
        && start
            .checked_sub(1)
            .is_none_or(|before| !sentence.is_within(before, clause));
    let plain =
        |t: &Token| !t.xpos.starts_with('W') && !matches!(t.upos, Upos::Sconj | Upos::Adp | Upos::Punct);
    begins && sentence.token(start).is_some_and(plain)
}

/// "It was funded by the bank; the maker, Acme, had no part in it": what stands behind a semicolon before a verb that lacks a
/// subject is its subject, and no other name for what stands before.
pub(super) fn behind_semicolons(sentence: &mut Sentence) {
    for semicolon in 1..sentence.tokens.len() {
        if sentence.lemma(semicolon) != ";" {
            continue;
        }
        let back = |from: usize, relation: Deprel| {
            let is = |t: &Token| t.deprel == relation && t.head.is_some_and(|h| h < semicolon);
            (from..sentence.tokens.len()).find(|&i| sentence.token(i).is_some_and(is))
        };
        let noun = back(semicolon + 1, Deprel::Appos);
        if let Some(noun) = noun
            && let Some(verb) = back(noun + 1, Deprel::Parataxis)
        {
            begin(sentence, noun, verb);
        }
    }
}

/// Whether a clause after a noun is no relative clause: it has all that it can have, or tells of nothing that is done with a
/// claim. What may be a relative pronoun is no part of it.
fn lacks_nothing(sentence: &Sentence, verb: usize, (noun, pronoun): (usize, usize)) -> bool {
    let subject = || {
        sentence
            .dependents(verb, &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Expl])
            .any(|i| i != pronoun && i < verb)
    };
    // Without "that" only what somebody says or thinks is mostly told, and not described.
    let told = pronoun < verb || knowledge::is_claim(sentence.lemma(noun));
    is_whole(sentence, verb, pronoun)
        || told && subject() && !predicates::handles_claims(sentence.lemma(verb))
}

/// Whether a clause has its subject, and its object if it can have one, without a word.
fn is_whole(sentence: &Sentence, verb: usize, but: usize) -> bool {
    let has = |by: &[Deprel]| sentence.dependents(verb, by).any(|i| i != but);
    let passive = has(&[Deprel::NsubjPass]) && has(&[Deprel::AuxPass]);
    // "Had considered selling the mill".
    let mut further = sentence.dependents(verb, &[Deprel::Xcomp]);
    let handed_on = has(&[Deprel::Nsubj]) && further.any(|x| sentence.has(x, &[Deprel::Obj]));
    passive || handed_on || has(&[Deprel::Nsubj]) && has(&[Deprel::Obj, Deprel::Ccomp, Deprel::Cop])
}

/// Whether a word is a verb, or a noun, that a clause with "that" tells the content of.
pub(super) fn tells(sentence: &Sentence, word: usize, kind: Kind) -> bool {
    let upos = if kind == Kind::Verb {
        Upos::Verb
    } else {
        Upos::Noun
    };
    sentence
        .token(word)
        .is_some_and(|t| t.upos == upos && signatures::takes_that(kind, &t.lemma))
}

fn is_nominal(sentence: &Sentence, word: usize) -> bool {
    let token = sentence.token(word);
    token.is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn)) && !sentence.has(word, &[Deprel::Cop])
}

fn carries_that(sentence: &Sentence, clause: usize) -> bool {
    sentence
        .dependents(clause, &[Deprel::Mark])
        .any(|i| sentence.lemma(i) == "that")
}
