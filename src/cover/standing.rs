//! Whether a text holds what its words stand in: as its claims say, and where no claim was read, as the tree shows.

use crate::claim::{Claim, EvidenceKind};
use crate::cover::gist::{Conditional, Standing};
use crate::lexicon::signatures::{self, Frame, Kind, Value};
use crate::lexicon::{negation, nouns};
use crate::span::{Field, Span};
use crate::text::{Deprel, Token, Upos};

/// For each token how the text holds what is built on it, where that can be told.
pub(super) fn of(text: &str, tokens: &[Token], claims: &[Claim]) -> Vec<Option<Standing>> {
    let held = |(i, t): (usize, &Token)| {
        // What somebody tries or needs to do is no claim of its own, and need not be so.
        let left = t.deprel == Deprel::Xcomp && t.upos == Upos::Verb;
        standing(t, claims)
            .or_else(|| negated(text, tokens, i).then_some(Standing::Denied))
            .or_else(|| missing(tokens, i).then_some(Standing::Denied))
            .or_else(|| unheld(tokens, t, claims))
            .or_else(|| supposed(text, tokens, i).then_some(Standing::Supposed))
            .or(left.then_some(Standing::Open))
    };
    tokens.iter().enumerate().map(held).collect()
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
pub(super) fn denies(tokens: &[Token], at: usize, claims: &[Claim]) -> bool {
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

/// Whether the clause that is built on a word is asked, or a condition.
fn supposed(text: &str, tokens: &[Token], at: usize) -> bool {
    let question = || {
        tokens.get(at).is_some_and(|t| t.head.is_none()) && tokens.last().is_some_and(|t| t.form(text) == "?")
    };
    question() || marked(tokens, at, &["whether", "if"])
}

/// Whether a word opens the clause that is built on another.
fn marked(tokens: &[Token], at: usize, marks: &[&str]) -> bool {
    tokens
        .iter()
        .any(|t| t.head == Some(at) && t.deprel == Deprel::Mark && marks.contains(&t.lemma.as_str()))
}

/// What part a word has in "if it rains, we stay".
pub(super) fn condition(tokens: &[Token], at: usize) -> Conditional {
    if !tokens.iter().any(|t| matches!(t.lemma.as_str(), "if" | "unless")) {
        return Conditional::Neither;
    }
    let even = |i: usize| {
        let mut below = tokens.iter().filter(|t| t.head == Some(i));
        below.any(|t| t.lemma == "even")
    };
    let aside = |i: usize| {
        let opens = marked(tokens, i, &["if", "unless"]) && !even(i);
        opens && tokens.get(i).is_some_and(|t| t.deprel == Deprel::Advcl)
    };
    let mut up = Vec::new();
    let mut next = Some(at);
    while let Some(i) = next.filter(|i| !up.contains(i)) {
        if aside(i) {
            return Conditional::Condition;
        }
        up.push(i);
        next = tokens.get(i).and_then(|t| t.head);
    }
    let hangs = |i: usize| {
        tokens
            .get(i)
            .and_then(|t| t.head)
            .is_some_and(|head| up.contains(&head))
    };
    if (0..tokens.len()).any(|i| aside(i) && hangs(i)) {
        Conditional::Consequence
    } else {
        Conditional::Neither
    }
}

/// Whether somebody only asks or wants another to do what a verb tells of.
pub(super) fn wanted(tokens: &[Token], at: usize) -> bool {
    asker(tokens, at).is_some_and(|verb| is_open(tokens, verb, Kind::Verb, Frame::ObjTo))
}

/// The verb whose object an infinitive tells the doing of: "asked them to open".
fn asker(tokens: &[Token], infinitive: usize) -> Option<usize> {
    let is_object = |t: &&Token| matches!(t.deprel, Deprel::Obj | Deprel::Iobj);
    let token = tokens.get(infinitive).filter(|t| t.xpos == "VB")?;
    let head = token.head?;
    match token.deprel {
        Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl => {
            let between = tokens.get(head + 1..infinitive)?.iter();
            let mut objects = between.filter(is_object);
            objects.any(|t| t.head == Some(head)).then_some(head)
        }
        Deprel::Acl => tokens.get(head).filter(is_object)?.head,
        _ => None,
    }
}

/// Whether a verb tells of what has not come about as far as the text knows: "plans to open", "could open".
pub(super) fn pending(tokens: &[Token], at: usize, claims: &[Claim]) -> bool {
    let Some(token) = tokens.get(at).filter(|t| t.xpos == "VB") else {
        return false;
    };
    let modal = tokens.iter().any(|t| t.head == Some(at) && t.xpos == "MD");
    let complement = modal || matches!(token.deprel, Deprel::Xcomp | Deprel::Acl);
    if let Some(claim) = claimed(claims.iter(), Span::new(Field::Text, token.span.clone())) {
        let author = claim.commitments.first().and_then(|c| c.factuality.value());
        return complement && author.is_none_or(|v| modal && v.abs() < 2);
    }
    let open = |kind: Kind| token.head.is_some_and(|h| is_open(tokens, h, kind, Frame::To));
    match token.deprel {
        Deprel::Acl => open(Kind::Noun),
        Deprel::Xcomp => open(Kind::Verb),
        _ => false,
    }
}

/// Whether a word leaves it open if its infinitive is done.
fn is_open(tokens: &[Token], at: usize, kind: Kind, frame: Frame) -> bool {
    let signature = tokens
        .get(at)
        .and_then(|t| signatures::plain(kind, &t.lemma, frame));
    signature.is_some_and(|s| s.outside.holds == Value::Open)
}

/// Whether a verb tells of what came about: "opened", "has opened", "was opened".
pub(super) fn happened(tokens: &[Token], at: usize) -> bool {
    let below = |test: &dyn Fn(&Token) -> bool| tokens.iter().any(|t| t.head == Some(at) && test(t));
    let helped = below(&|t| {
        t.deprel == Deprel::Aux && t.lemma == "have" && t.xpos != "VB"
            || t.deprel == Deprel::AuxPass && t.xpos == "VBD"
    });
    let modal = below(&|t| t.xpos == "MD");
    !modal
        && tokens.get(at).is_some_and(|t| match t.xpos {
            "VBD" => true,
            "VBN" => helped,
            _ => false,
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
