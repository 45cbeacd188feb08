//! Mends of a tree where an amount leaves only one reading of the words around it.

use std::ops::Range;

use super::token::{Deprel, Sentence, Upos};
use super::tree::ancestors;
use crate::measure::{Dimension, quantity_at};

/// Verbs of change that need nobody to bring it about, and whose past is also their participle.
const CHANGING: &[&str] = &[
    "drop",
    "slip",
    "edge",
    "climb",
    "jump",
    "plunge",
    "plummet",
    "tumble",
    "slump",
    "dip",
    "dive",
    "surge",
    "soar",
    "leap",
    "spike",
    "rocket",
    "skyrocket",
    "increase",
    "decrease",
    "decline",
    "gain",
    "advance",
    "rally",
    "rebound",
    "inch",
    "creep",
    "tick",
    "ease",
    "slide",
    "slow",
    "halve",
    "double",
    "treble",
    "triple",
    "quadruple",
];

/// "Profit dropped by 38 per cent to 74 million", "sales edged up to 2 billion": what is told to have changed by so much, or to so
/// much, is the subject of a verb, where the model took this for a participle.
pub(super) fn change_by_so_much(sentence: &mut Sentence, verb: usize) {
    let bare = sentence
        .token(verb)
        .is_some_and(|t| t.xpos == "VBN" && CHANGING.contains(&t.lemma.as_str()))
        && !sentence.has(verb, &[Deprel::Aux, Deprel::AuxPass, Deprel::Nsubj]);
    let told = [Deprel::Obl, Deprel::OblUnmarked, Deprel::OblAgent, Deprel::Obj];
    let told = sentence.dependents(verb, &told);
    let amounts: Vec<usize> = told.filter(|&i| verb < i && is_amount(sentence, i)).collect();
    if !bare || amounts.is_empty() {
        return;
    }
    let passive = sentence.dependent(verb, &[Deprel::NsubjPass]);
    // "Profit dropped by a third.": nothing else is the clause's verb.
    let noun = sentence.head(verb).filter(|&noun| {
        let acl = sentence.token(verb).is_some_and(|t| t.deprel == Deprel::Acl);
        let alone = !sentence.has(
            noun,
            &[Deprel::Nsubj, Deprel::NsubjPass, Deprel::Cop, Deprel::Case],
        );
        let clause = [Deprel::Root, Deprel::Ccomp, Deprel::Parataxis, Deprel::Advcl];
        acl && noun < verb && alone && sentence.token(noun).is_some_and(|t| clause.contains(&t.deprel))
    });
    if let Some(subject) = passive {
        sentence.hang(subject, verb, Deprel::Nsubj);
    } else if let Some(noun) = noun {
        sentence.give_place(noun, verb, Deprel::Nsubj, |i, t| {
            verb < i || t.deprel == Deprel::Punct
        });
    } else {
        return;
    }
    for amount in amounts {
        if sentence
            .token(amount)
            .is_some_and(|t| t.deprel == Deprel::OblAgent)
        {
            sentence.hang(amount, verb, Deprel::Obl);
        }
    }
    if let Some(token) = sentence.tokens.get_mut(verb) {
        token.xpos = "VBD";
    }
}

/// "Nineteen were taken away": a number that opens a sentence is no name.
pub(super) fn count_first(sentence: &mut Sentence, words: &[String]) {
    let [first, ..] = words else { return };
    let counts =
        || quantity_at(&[first.as_str()], 0).is_some_and(|(_, q)| q.unit.dimension == Dimension::Count);
    let named = sentence.has(0, &[Deprel::Flat, Deprel::Compound])
        || sentence
            .token(0)
            .is_some_and(|t| t.deprel == Deprel::Compound || t.deprel == Deprel::Flat);
    if let Some(token) = sentence.tokens.first_mut()
        && token.upos == Upos::Propn
        && !named
        && counts()
    {
        (token.upos, token.xpos) = (Upos::Num, "CD");
        first.clone_into(&mut token.lemma);
    }
}

/// "Edged up to 40": which way it went, and no bound of the number.
pub(super) fn edge_up(sentence: &mut Sentence, way: usize) {
    let verb = way.checked_sub(1).filter(|&verb| {
        let edges = matches!(sentence.lemma(verb), "edge" | "inch" | "creep" | "tick" | "nudge");
        edges && sentence.token(verb).is_some_and(|t| t.upos == Upos::Verb)
    });
    if let Some(verb) = verb.filter(|_| !sentence.has(way, &[Deprel::Case])) {
        sentence.hang(way, verb, Deprel::CompoundPrt);
    }
}

/// "Took the bend at 90 km/h": at what speed is told of what goes, and not of where.
pub(super) fn go_at_speed(sentence: &mut Sentence, at: usize, words: &[String]) {
    let found = read(sentence, words, at + 1).filter(|(_, unit)| *unit == Dimension::Speed);
    let Some(amount) = found.and_then(|(end, _)| top(sentence, at + 1..end)) else {
        return;
    };
    if sentence.token(amount).is_none_or(|t| t.deprel != Deprel::Nmod) {
        return;
    }
    let verb = ancestors(&sentence.tokens, amount)
        .find(|&i| sentence.token(i).is_some_and(|t| t.upos == Upos::Verb));
    if let Some(verb) = verb.filter(|&verb| verb < at) {
        sentence.hang(amount, verb, Deprel::Obl);
    }
}

/// "A rail found about 200 metres behind the train": how far off it is, and nothing that it found.
pub(super) fn lie_so_far(sentence: &mut Sentence, participle: usize, words: &[String]) {
    let narrows = sentence
        .token(participle)
        .is_some_and(|t| t.xpos == "VBN" && t.deprel == Deprel::Acl);
    let object = sentence.dependent(participle, &[Deprel::Obj]).filter(|_| narrows);
    let number = object.and_then(|object| sentence.dependent(object, &[Deprel::Nummod]));
    let found = number.and_then(|number| read(sentence, words, number));
    if let Some(object) = object
        && found.is_some_and(|(end, unit)| unit == Dimension::Length && object < end)
    {
        sentence.hang(object, participle, Deprel::OblUnmarked);
    }
}

/// The end and the dimension of the amount that begins at a word: a number, or the sign before it.
fn read(sentence: &Sentence, words: &[String], start: usize) -> Option<(usize, Dimension)> {
    let numeral = words.get(start)?.starts_with(|c: char| c.is_ascii_digit());
    if !numeral
        && !sentence
            .token(start)
            .is_some_and(|t| matches!(t.upos, Upos::Num | Upos::Sym))
    {
        return None;
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (len, quantity) = quantity_at(&words, start)?;
    Some((start + len, quantity.unit.dimension))
}

/// The word of a phrase that hangs on something outside of it.
fn top(sentence: &Sentence, mut phrase: Range<usize>) -> Option<usize> {
    let all = phrase.clone();
    phrase.find(|&i| sentence.head(i).is_none_or(|head| !all.contains(&head)))
}

fn is_amount(sentence: &Sentence, word: usize) -> bool {
    sentence
        .token(word)
        .is_some_and(|t| matches!(t.upos, Upos::Num | Upos::Sym))
        || sentence.has(word, &[Deprel::Nummod])
}

/// "Closed 6 per cent higher", "ended the day 3 per cent down": by how much is told of what closed, and not of how high it is.
pub(super) fn tell_by_how_much(sentence: &mut Sentence, way: usize, words: &[String]) {
    let led = sentence.token(way).is_some_and(|t| {
        t.deprel == Deprel::Advmod
            && matches!(
                t.lemma.as_str(),
                "high" | "higher" | "low" | "lower" | "up" | "down"
            )
    });
    let Some(verb) = sentence.head(way).filter(|&verb| led && verb < way) else {
        return;
    };
    let ends_here = |&start: &usize| read(sentence, words, start).is_some_and(|(end, _)| end == way);
    let start = (way.saturating_sub(4).max(verb + 1)..way).find(ends_here);
    if let Some(amount) = start.and_then(|start| top(sentence, start..way)) {
        sentence.hang(amount, verb, Deprel::OblUnmarked);
    }
}

/// "Was up by a third": what is up or down carries the clause, and by how much it is hangs on it.
pub(super) fn go_up_by(sentence: &mut Sentence, way: usize, words: &[String]) {
    let led = matches!(words.get(way).map(String::as_str), Some("up" | "down"))
        && words.get(way + 1).is_some_and(|by| by == "by");
    let Some(amount) = sentence.head(way + 1).filter(|&amount| led && way < amount) else {
        return;
    };
    if sentence.head(way) == Some(amount) && sentence.has(amount, &[Deprel::Cop]) {
        sentence.give_place(amount, way, Deprel::Obl, |i, t| {
            i < way || t.deprel == Deprel::Punct
        });
    } else if sentence.head(amount) == Some(way)
        && let Some(subject) = sentence.dependent(amount, &[Deprel::Nsubj])
    {
        sentence.hang(subject, way, Deprel::Nsubj);
    }
}

/// "20 cents a share", "£3 a bottle": what a sum of money is for each of belongs to the sum.
pub(super) fn price_each(sentence: &mut Sentence, article: usize, words: &[String]) {
    let each = article + 1;
    let noun =
        sentence.token(each).is_some_and(|t| t.upos == Upos::Noun) && sentence.head(article) == Some(each);
    let reaches = |&start: &usize| {
        let found = read(sentence, words, start);
        found.is_some_and(|(end, unit)| article <= end && matches!(unit, Dimension::Money(_)))
    };
    let Some(start) = (article.saturating_sub(4)..article)
        .find(reaches)
        .filter(|_| noun)
    else {
        return;
    };
    let sum = top(sentence, start..article);
    let inside = |i: usize| {
        sentence
            .head(i)
            .is_some_and(|head| (start..article).contains(&head))
    };
    if let Some(sum) = sum
        && !inside(each)
        && sentence.head(sum) != Some(each)
    {
        sentence.hang(each, sum, Deprel::NmodUnmarked);
    }
}
