//! Many claims made ready to be aligned: what belongs to one of them alone is found once, and predicates and terms that meet
//! again are remembered.

use std::fmt::Write;
use std::sync::OnceLock;

use crate::align::arguments::{self, Slots};
use crate::align::met::Met;
use crate::align::numbers::Numbers;
use crate::align::predicate::PredicateMatch;
use crate::align::term::{self, TermMatch};
use crate::align::{Alignment, Situation, pos, predicate, quantities, times};
use crate::claim::Claim;
use crate::entity::Entity;
use crate::proposition::{Proposition, Term};

/// A proposition with its parts laid out.
#[derive(Debug)]
struct Ready<'c> {
    proposition: &'c Proposition,
    /// The number of its predicate.
    predicate: u32,
    /// Whether it puts its subject on a scale or a number on it, once that is asked.
    measures: OnceLock<bool>,
    slots: Slots<'c>,
}

/// Aligns claims with each other.
#[derive(Debug)]
pub(crate) struct Aligner<'c> {
    claims: Vec<Ready<'c>>,
}

/// What was found of predicates and terms of an aligner's claims.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    predicates: Met<PredicateMatch>,
    terms: Terms,
}

impl<'c> Aligner<'c> {
    /// Lays the claims out.
    pub(crate) fn new(claims: &'c [Claim]) -> Aligner<'c> {
        let (mut predicates, mut terms) = (Numbers::new(), Numbers::new());
        let mut number = |term: &Term| {
            let mut key = String::new();
            write_key(term, &mut key);
            Some(terms.of(key))
        };
        let ready = |claim: &'c Claim| {
            let spoken = &claim.proposition.predicate;
            Ready {
                proposition: &claim.proposition,
                predicate: predicates.of((spoken.lemma.as_str(), pos(spoken))),
                measures: OnceLock::new(),
                slots: Slots::of(&claim.proposition, &mut number),
            }
        };
        Aligner {
            claims: claims.iter().map(ready).collect(),
        }
    }

    /// Aligns two claims, given by their places, with what is remembered of such as were aligned before.
    pub(crate) fn align(
        &self,
        (a, b): (usize, usize),
        situation: Situation,
        memory: &Memory,
    ) -> Option<Alignment> {
        let (a, b) = (self.claims.get(a)?, self.claims.get(b)?);
        let (x, y) = (a.proposition, b.proposition);
        let compare = || predicate::compare(&x.predicate, &y.predicate);
        let known = memory.predicates.recall((a.predicate, b.predicate, 0), compare);
        let predicate = known.of(x, y);
        if !(predicate.says_something() || a.measures() && b.measures()) {
            return Some(nothing(predicate, situation));
        }
        let laid_out = ((x, &a.slots), (y, &b.slots));
        Some(matched(laid_out, predicate, situation, &memory.terms))
    }
}

impl Ready<'_> {
    fn measures(&self) -> bool {
        let measures = || predicate::measures(self.proposition);
        *self.measures.get_or_init(measures)
    }
}

/// Aligns two propositions that are met once.
pub(super) fn align_once(a: &Proposition, b: &Proposition, situation: Situation) -> Alignment {
    let predicate = predicate::compare(&a.predicate, &b.predicate).of(a, b);
    // Predicates that say nothing of each other can both put their subject on a scale or a number on it.
    if !(predicate.says_something() || predicate::measures(a) && predicate::measures(b)) {
        return nothing(predicate, situation);
    }
    let [x, y] = [a, b].map(|proposition| Slots::of(proposition, &mut |_| None));
    matched(((a, &x), (b, &y)), predicate, situation, &Terms::default())
}

/// Nothing is matched where the predicates say nothing of each other.
fn nothing(predicate: PredicateMatch, situation: Situation) -> Alignment {
    Alignment {
        situation,
        predicate,
        parts: Vec::new(),
        swapped: false,
        only_a: Vec::new(),
        only_b: Vec::new(),
        times: None,
        quantities: None,
        wording: None,
        denied: None,
        documents: false,
        passage: None,
    }
}

/// A proposition and its parts.
type LaidOut<'l> = (&'l Proposition, &'l Slots<'l>);

fn matched(
    (a, b): (LaidOut<'_>, LaidOut<'_>),
    predicate: PredicateMatch,
    situation: Situation,
    terms: &Terms,
) -> Alignment {
    let matched = arguments::assign(a.1, b.1, &predicate, situation, terms);
    Alignment {
        situation,
        predicate,
        parts: matched.parts,
        swapped: matched.swapped,
        only_a: matched.only_a,
        only_b: matched.only_b,
        times: times(a.0, b.0),
        quantities: quantities(a.0, b.0),
        wording: None,
        denied: None,
        documents: false,
        passage: None,
    }
}

/// How terms compare that were met before.
#[derive(Debug, Default)]
pub(super) struct Terms(Met<TermMatch>);

impl Terms {
    /// Compares two terms, each with its number if it has one.
    pub(super) fn compare(
        &self,
        a: (&Term, Option<u32>),
        b: (&Term, Option<u32>),
        situation: Situation,
    ) -> TermMatch {
        let compare = || term::compare(a.0, b.0, situation);
        let (Some(x), Some(y)) = (a.1, b.1) else {
            return compare();
        };
        self.0.recall((x, y, situation as u8), compare)
    }
}

/// Writes all that tells a term from others but its place and its words.
fn write_key(term: &Term, key: &mut String) {
    let Term {
        span: _,
        text: _,
        head,
        entity,
        quantifier,
        plural,
        quantity,
        modifiers,
        members,
    } = term;
    let mut text = |text: &str| {
        key.push_str(text);
        key.push('\0');
    };
    text(head);
    if let Some(Entity {
        name,
        kind,
        form,
        resolution: _,
        alternatives,
    }) = entity
    {
        text("@");
        text(name);
        text(form);
        for alternative in alternatives {
            text(alternative);
        }
        key.push(char::from(b'0' + *kind as u8));
    }
    key.push(char::from(b'0' + *quantifier as u8));
    key.push(if *plural { '+' } else { '-' });
    if let Some(quantity) = quantity {
        // Writing to a string never fails.
        let _ = write!(key, "#{quantity:?}");
    }
    for modifier in modifiers {
        key.push('(');
        key.push(char::from(b'0' + modifier.kind as u8));
        key.push_str(modifier.marker.as_deref().unwrap_or("-"));
        key.push('\0');
        write_key(&modifier.term, key);
        key.push(')');
    }
    for member in members {
        key.push('[');
        write_key(member, key);
        key.push(']');
    }
}
