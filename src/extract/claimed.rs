//! Nouns for what somebody denies, cannot confirm or is said to claim: "denied the downing of a helicopter", "rumours of her
//! death". Nobody takes for granted that there was such a thing, and whoever says so is committed to it.

use super::clause;
use super::embedding::{Step, kind, step};
use super::event;
use super::frame::signature;
use super::knowledge::{self, Sort};
use super::predication::{Predication, argument, argument_evidence, piece};
use super::quote;
use super::reading::{At, Tree};
use super::term::Terms;
use super::verdict;
use crate::claim::EvidenceKind;
use crate::lexicon::signatures::{Frame, Kind, Value};
use crate::lexicon::{nouns, speech};
use crate::proposition::{Predicate, PredicateClass, Proposition, Role, Tense};
use crate::text::{Deprel, Upos};

/// What a noun says that somebody denies or claims.
pub(super) fn claimed(terms: Terms<'_>, tree: Tree<'_>, at: At) -> Option<Predication> {
    let noun = at.token;
    let frame = frame(tree, noun)?;
    let lemma = tree.lemma(noun).to_lowercase();
    let told = knowledge::event_verb(&lemma).and_then(|verb| event::proposition(terms, tree, at, verb, true));
    let proposition = match told {
        Some(proposition) => proposition,
        None if frame != Frame::Np || nouns::is_event(&lemma) => existence(terms, tree, at),
        None => return None,
    };
    let clause = std::iter::once(noun)
        .chain(tree.ancestors(noun))
        .find_map(|word| clause::clause(tree, word))?;
    let mut evidence = vec![piece(tree, EvidenceKind::Predicate, tree.span(&[noun]))];
    evidence.extend(argument_evidence(tree, &proposition));
    Some(Predication {
        at,
        proposition,
        quote: quote::clause(tree, clause)?,
        evidence,
        presupposed: false,
        article: None,
    })
}

/// How a noun that stands for something claimed hangs on the word that says so: as what is denied, or as what a rumour is of.
pub(super) fn frame(tree: Tree<'_>, noun: usize) -> Option<Frame> {
    let token = tree.token(noun).filter(|t| t.upos == Upos::Noun)?;
    let sort = knowledge::sort(&token.lemma.to_lowercase());
    if matches!(sort, Sort::Person | Sort::Group | Sort::Place | Sort::Time) || verdict::claims(tree, noun) {
        return None;
    }
    match step(tree, noun) {
        Step::Under(verb, Frame::Np) if kind(tree, verb) == Some(Kind::Verb) => {
            let holder = signature(tree, verb, Kind::Verb, Frame::Np).holder?;
            let denies = matches!(holder.holds, Value::Fact(v) if v < 0) || holder.fails == Value::Unproven;
            denies.then_some(Frame::Np)
        }
        // "The sale is unproven".
        Step::Under(said, Frame::That) if kind(tree, said) == Some(Kind::Adjective) => {
            let outside = signature(tree, said, Kind::Adjective, Frame::That).outside;
            (outside.holds != Value::Fact(3)).then_some(Frame::Np)
        }
        Step::Under(said, frame @ (Frame::Of | Frame::About))
            if speech::rumour(tree.lemma(said))
                && token.deprel == Deprel::Nmod
                && signature(tree, said, Kind::Noun, frame).holder.is_some() =>
        {
            Some(Frame::Of)
        }
        _ => None,
    }
}

/// That there is what the noun names.
fn existence(terms: Terms<'_>, tree: Tree<'_>, at: At) -> Proposition {
    Proposition {
        predicate: Predicate {
            lemma: "exist".to_owned(),
            class: PredicateClass::Existence,
            tense: Tense::None,
            modifiers: Vec::new(),
            ..Predicate::default()
        },
        arguments: vec![argument(Role::Subject, None, terms.term(tree, at))],
        qualifiers: Vec::new(),
    }
}
