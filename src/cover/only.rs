//! What is said of one alone: "only in Oslo", "solely a painter". Its place takes one filler, whatever the predicate.

use crate::cover::gist::{Bond, Class, Word};
use crate::cover::meet::{self, HALF};
use crate::cover::slot::{Exclusion, Pair};
use crate::judgement::Kind;
use crate::lexicon::wordnet::Pos;
use crate::text::{Deprel, Token, Upos};

/// Adverbs that leave out everything else.
const ONLY: &str = "only solely exclusively purely strictly";

/// The words of a sentence that are said to be alone in their place.
pub(super) fn alone(text: &str, tokens: &[Token]) -> Vec<usize> {
    let form = |i: usize| tokens.get(i).map_or("", |t| t.form(text));
    let is_only = |i: &usize| {
        let before = i.checked_sub(1).map_or("", form).to_lowercase();
        tokens.get(*i).is_some_and(|t| t.deprel == Deprel::Advmod)
            && ONLY.split_whitespace().any(|w| form(*i).eq_ignore_ascii_case(w))
            && !matches!(before.as_str(), "not" | "n't" | "if" | "the" | "an" | "though")
    };
    (0..tokens.len())
        .filter(is_only)
        .flat_map(|i| focus(tokens, i))
        .collect()
}

/// What such an adverb speaks of: the noun it stands with, else what follows it of the verb, else what stands before it.
fn focus(tokens: &[Token], at: usize) -> Vec<usize> {
    let Some(head) = tokens.get(at).and_then(|t| t.head) else {
        return Vec::new();
    };
    if tokens.get(head).is_some_and(|t| t.upos != Upos::Verb) {
        return vec![head];
    }
    let places = [Deprel::Obj, Deprel::Obl, Deprel::OblAgent, Deprel::OblUnmarked];
    let beside = |i: &usize| {
        tokens
            .get(*i)
            .is_some_and(|t| t.head == Some(head) && places.contains(&t.deprel))
    };
    let after: Vec<usize> = (at + 1..tokens.len()).filter(beside).collect();
    if after.is_empty() {
        return (head + 1..at).rfind(beside).into_iter().collect();
    }
    let wide = if at < head { after.len() } else { 1 };
    after.into_iter().take(wide).collect()
}

impl Pair<'_> {
    /// "Works only in Oslo" against "works in Bergen", "is only a painter" against "is a painter and poet".
    pub(super) fn only(&self) -> Option<Exclusion> {
        let (i, j) = (0..self.b.words.len())
            .filter(|&j| self.y(j).is_some_and(|w| w.only))
            .find_map(|j| self.beside_alone(j).or_else(|| self.kind_beside(j)))?;
        let mut without = self.named();
        without.push(j);
        without.extend((0..self.b.words.len()).filter(|&k| self.b.above(k).any(|h| h == j)));
        let rest = self.rest(&without);
        (rest.said >= 500 && rest.unsaid_names == 0 && self.hold(i, j))
            .then(|| self.found(i, j, Kind::Value, "only one is said to be there", 900))
    }

    /// What stands in the place of a word that is said to be alone there.
    fn beside_alone(&self, j: usize) -> Option<(usize, usize)> {
        let y = self.y(j)?;
        let answer = |h: usize| self.met(h).filter(|m| m.score >= HALF).map(|m| m.at);
        // Under a verb that says nothing by itself both hang on nothing: "has a key".
        let head = y.head.map(answer);
        if head == Some(None)
            || head.is_none() && self.b.root().filter(|&r| r != j).and_then(answer).is_none()
        {
            return None;
        }
        let head = head.flatten();
        let stands = |i: &usize| {
            let Some(x) = self.x(*i) else { return false };
            let first = x.head.filter(|&h| {
                x.marker.is_none() && self.x(h).is_some_and(|w| w.bond == x.bond && w.pos == Pos::Noun)
            });
            let first = first.unwrap_or(*i);
            self.x(first)
                .is_some_and(|w| w.head == head && w.bond == y.bond && w.marker == y.marker)
                && self.is_other(*i, j)
        };
        (0..self.a.words.len()).find(stands).map(|i| (i, j))
    }

    /// What else somebody is said to be.
    fn kind_beside(&self, j: usize) -> Option<(usize, usize)> {
        self.described()
            .filter(|(_, y)| y.kinds.contains(&j))
            .find_map(|(x, _)| {
                let other = x.kinds.iter().copied().find(|&i| self.is_other(i, j));
                other.map(|i| (i, j)).or_else(|| {
                    let narrows = |w: &Word, of: &[usize]| {
                        w.bond == Bond::Modifier && w.head.is_some_and(|h| of.contains(&h))
                    };
                    let own = (0..self.b.words.len())
                        .filter(|&k| self.y(k).is_some_and(|w| narrows(w, &[j])) && !self.is_said(k));
                    let pairs = own.flat_map(|k| (0..self.a.words.len()).map(move |i| (i, k)));
                    pairs.into_iter().find(|&(i, k)| {
                        self.x(i).is_some_and(|w| narrows(w, &x.kinds)) && self.is_other(i, k)
                    })
                })
            })
    }

    /// Whether a word of the first text is something else than a word of the second, of the same class.
    fn is_other(&self, i: usize, j: usize) -> bool {
        use crate::align::WordRelation::{Opposite, Sibling, Unrelated};
        let (Some(x), Some(y)) = (self.x(i), self.y(j)) else {
            return false;
        };
        // "In the film industry" is in film.
        let said = self.met(j).filter(|m| m.score >= HALF);
        let within = said.is_some_and(|m| self.a.above(m.at).any(|k| k == i));
        let answers = within || self.says(&[i], HALF);
        let apart = meet::compare(x, y).is_none_or(|(r, score)| {
            let other = matches!(r, Sibling | Unrelated | Opposite(_));
            score < HALF && (other || x.class == Class::Name)
        });
        x.class == y.class
            && !answers
            && !meet::is_same(x, y)
            && (x.class != Class::Plain || x.pos == y.pos)
            && apart
    }
}
