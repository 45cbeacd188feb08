//! Many claims made ready to be aligned: what belongs to one of them alone is found once, and terms that meet again are
//! remembered.

use std::cell::RefCell;
use std::fmt::Write;

use crate::align::arguments::{self, Slots};
use crate::align::numbers::Numbers;
use crate::align::predicate::PredicateMatch;
use crate::align::term::{self, TermMatch};
use crate::align::{Alignment, Situation, predicate, quantities, times};
use crate::claim::Claim;
use crate::entity::Entity;
use crate::proposition::{Proposition, Term};

/// A proposition with its parts laid out.
#[derive(Debug)]
pub(super) struct Ready<'c> {
    pub(super) proposition: &'c Proposition,
    pub(super) slots: Slots<'c>,
}

/// Aligns claims with each other.
#[derive(Debug)]
pub(crate) struct Aligner<'c> {
    claims: Vec<Ready<'c>>,
    terms: Terms,
}

impl<'c> Aligner<'c> {
    /// Lays the claims out.
    pub(crate) fn new(claims: &'c [Claim]) -> Aligner<'c> {
        let mut numbers = Numbers::new();
        let mut number = |term: &Term| {
            let mut key = String::new();
            write_key(term, &mut key);
            Some(numbers.of(key))
        };
        let ready = |claim: &'c Claim| Ready {
            proposition: &claim.proposition,
            slots: Slots::of(&claim.proposition, &mut number),
        };
        Aligner {
            claims: claims.iter().map(ready).collect(),
            terms: Terms::new(),
        }
    }

    /// Aligns two claims, given by their places.
    pub(crate) fn align(&self, a: usize, b: usize, situation: Situation) -> Option<Alignment> {
        let (a, b) = (self.claims.get(a)?, self.claims.get(b)?);
        let predicate = predicate::compare(a.proposition, b.proposition);
        if !predicate.is_comparable(a.proposition, b.proposition) {
            return Some(nothing(predicate, situation));
        }
        Some(matched(a, b, predicate, situation, &self.terms))
    }
}

/// Aligns two propositions that are met once.
pub(super) fn align_once(a: &Proposition, b: &Proposition, situation: Situation) -> Alignment {
    let predicate = predicate::compare(a, b);
    if !predicate.is_comparable(a, b) {
        return nothing(predicate, situation);
    }
    let [a, b] = [a, b].map(|proposition| Ready {
        proposition,
        slots: Slots::of(proposition, &mut |_| None),
    });
    matched(&a, &b, predicate, situation, &Terms::new())
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

fn matched(
    a: &Ready<'_>,
    b: &Ready<'_>,
    predicate: PredicateMatch,
    situation: Situation,
    terms: &Terms,
) -> Alignment {
    let matched = arguments::assign(&a.slots, &b.slots, &predicate, situation, terms);
    Alignment {
        situation,
        predicate,
        parts: matched.parts,
        swapped: matched.swapped,
        only_a: matched.only_a,
        only_b: matched.only_b,
        times: times(a.proposition, b.proposition),
        quantities: quantities(a.proposition, b.proposition),
        wording: None,
        denied: None,
        documents: false,
        passage: None,
    }
}

/// Places for what is remembered, a power of two.
const PLACES: usize = 1 << 15;

/// How terms compare that were met before, by their numbers.
#[derive(Debug)]
pub(super) struct Terms(RefCell<Vec<Option<(Met, TermMatch)>>>);

/// Two terms in a situation.
type Met = (u32, u32, Situation);

impl Terms {
    fn new() -> Terms {
        Terms(RefCell::new(Vec::new()))
    }

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
        let met = (x, y, situation);
        let mut known = self.0.borrow_mut();
        known.resize(PLACES, None);
        let place = (x.wrapping_mul(0x9e37_79b1) ^ y.wrapping_mul(0x85eb_ca77)) as usize >> 8;
        match known.get_mut((place ^ situation as usize) % PLACES) {
            Some(Some((other, found))) if *other == met => {
                debug_assert_eq!(*found, compare(), "{:?} {:?}", a.0, b.0);
                *found
            }
            Some(free) => free.insert((met, compare())).1,
            None => compare(),
        }
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
