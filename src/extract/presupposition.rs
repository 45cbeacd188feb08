//! What a text takes for granted: roles beside names, possessors of relations, definite nouns of events.

use std::collections::BTreeSet;

use super::bond;
use super::claimed;
use super::event;
use super::knowledge::{self, Sort};
use super::predication::{Predication, argument, argument_evidence, nominal, piece};
use super::quantifier::quantifier;
use super::quote;
use super::reading::{At, Tree};
use super::role;
use super::term::{self, Terms};
use super::wording;
use crate::claim::EvidenceKind;
use crate::entity::{EntityKind, Resolution};
use crate::proposition::{Predicate, PredicateClass, Proposition, Quantifier, Role, Tense, Term};
use crate::span::Span;
use crate::text::{Deprel, Upos};

/// Collects what a document takes for granted.
#[derive(Debug)]
pub(super) struct Presuppositions<'a> {
    terms: Terms<'a>,
    /// Roles that were told of somebody: one claim for the first place.
    told: BTreeSet<(String, String, String)>,
}

impl<'a> Presuppositions<'a> {
    pub(super) fn new(terms: Terms<'a>) -> Presuppositions<'a> {
        Presuppositions {
            terms,
            told: BTreeSet::new(),
        }
    }

    /// What a sentence takes for granted.
    pub(super) fn sentence(&mut self, tree: Tree<'_>, at: At) -> Vec<Predication> {
        let mut found = Vec::new();
        for i in 0..tree.len() {
            let Some(token) = tree.token(i) else { continue };
            if !matches!(token.upos, Upos::Noun | Upos::Propn) {
                continue;
            }
            let word = at.word(i);
            match token.deprel {
                Deprel::Appos | Deprel::NmodDesc => found.extend(self.apposition(tree, word)),
                Deprel::Compound if self.is_name_head(tree, word) => {
                    found.extend(self.apposition(tree, word));
                }
                _ => {}
            }
            if token.upos == Upos::Noun {
                found.extend(self.resolved_role(tree, word));
                found.extend(self.instances(tree, word));
                found.extend(event::event(self.terms, tree, word));
                found.extend(claimed::claimed(self.terms, tree, word));
                found.extend(bond::bond(self.terms, tree, word));
            }
        }
        found
    }

    /// Whether a compound stands before a name and is an office: "defence *minister* Ann Lee".
    fn is_name_head(&self, tree: Tree<'_>, at: At) -> bool {
        let Some(head) = tree.token(at.token).and_then(|t| t.head) else {
            return false;
        };
        tree.token(at.token).is_some_and(|t| t.upos == Upos::Noun)
            && self.terms.references.index(at.word(head)).is_some()
            && (knowledge::sort(tree.lemma(at.token)) == Sort::Person || term::is_relational(tree, at.token))
    }

    /// "Ann Lee, the minister", "the minister, Ann Lee", "minister Ann Lee".
    fn apposition(&mut self, tree: Tree<'_>, at: At) -> Option<Predication> {
        let head = tree.token(at.token)?.head?;
        let (a, b) = (at.word(head), at);
        let name =
            |w: At| self.terms.references.index(w).is_some() && self.terms.references.meaning(w).is_none();
        let common = |w: At| {
            tree.token(w.token)
                .is_some_and(|t| t.upos == Upos::Noun || t.upos == Upos::Propn)
                && !name(w)
        };
        let (bearer, role) = if name(a) && common(b) {
            (a, b)
        } else if name(b) && common(a) {
            (b, a)
        } else {
            return None;
        };
        if !self.may_bear(tree, bearer, role) || !is_beside(tree, head, at.token) {
            return None;
        }
        let number = quantified(tree, role.token);
        if number
            || tree
                .token(role.token)
                .is_some_and(|t| matches!(t.xpos, "NNS" | "NNPS"))
        {
            return None;
        }
        let mut term = self.terms.single(tree, bearer);
        // The bearer by name alone: the role is what is said.
        if let Some(entity) = &term.entity {
            term.text.clone_from(&entity.name);
            term.modifiers.clear();
        }
        let mut proposition = self.role_of(tree, role, term);
        // A bare title says little: "Mr Hong", "President Putin".
        let before = role.token < bearer.token;
        self.add_shared_nation(tree, bearer, role, &mut proposition);
        if before
            && tree.deprel(role.token) == Some(Deprel::NmodDesc)
            && proposition.arguments.len() < 2
            && proposition.predicate.modifiers.is_empty()
        {
            return None;
        }
        let mut words = wording::phrase(tree, role.token);
        words.extend(wording::phrase(tree, bearer.token));
        if let Some((_, first, last)) = self.terms.references.name_words(bearer) {
            words.extend(first..=last);
        }
        words.sort_unstable();
        self.tell(tree, role, proposition, quote::span(tree, &words)?)
    }

    /// Whether the bearer of a name can be what the noun says: a country is an ally and no claim.
    fn may_bear(&self, tree: Tree<'_>, bearer: At, role: At) -> bool {
        let kind = self.terms.references.entity(bearer).map(|e| e.kind);
        let lemma = tree.lemma(role.token).to_lowercase();
        let sort = knowledge::sort(&lemma);
        let owned = tree
            .dependents(role.token, &[Deprel::NmodPoss, Deprel::Nmod])
            .chain(tree.dependents(bearer.token, &[Deprel::NmodPoss]))
            .next()
            .is_some();
        match kind {
            Some(EntityKind::Person) => sort == Sort::Person,
            // A place bears no office: "San Francisco -- The country's leader".
            Some(EntityKind::Place) => {
                let capital = tree.form(role.token).starts_with(char::is_uppercase);
                !capital && (sort == Sort::Place || knowledge::relational(&lemma) && sort != Sort::Person)
            }
            Some(EntityKind::Country | EntityKind::Organisation) => {
                matches!(sort, Sort::Place | Sort::Group)
                    || knowledge::relational(&lemma)
                    || knowledge::is_trade(&lemma)
                    || sort == Sort::Person && owned
            }
            _ => !matches!(sort, Sort::Time | Sort::Act) && !knowledge::is_calendar(tree.form(bearer.token)),
        }
    }

    /// "Russian Defense Minister Ann Lee": the adjective may hang on the name and belongs to the office.
    fn add_shared_nation(&self, tree: Tree<'_>, bearer: At, role: At, proposition: &mut Proposition) {
        if proposition.arguments.iter().any(|a| a.role == Role::Oblique) || role.token > bearer.token {
            return;
        }
        for c in tree.dependents(bearer.token, &[Deprel::Amod, Deprel::Compound, Deprel::NmodPoss]) {
            let word = at_name(self.terms, bearer.word(c));
            // "Its sponsor Baltica Bank": the owner may hang on the name.
            if c < role.token && tree.deprel(c) == Some(Deprel::NmodPoss) {
                let owner = self.terms.term(tree, bearer.word(c));
                proposition
                    .arguments
                    .push(argument(Role::Oblique, Some("of".to_owned()), owner));
                return;
            }
            if c < role.token
                && let Some(entity) = self.terms.references.entity(word)
                && matches!(
                    entity.kind,
                    EntityKind::Country | EntityKind::Organisation | EntityKind::Place
                )
            {
                let term = term::named(tree, c, entity);
                proposition
                    .arguments
                    .push(argument(Role::Oblique, Some("of".to_owned()), term));
                return;
            }
        }
    }

    /// "Its ally", where it is known who that is.
    fn resolved_role(&mut self, tree: Tree<'_>, at: At) -> Option<Predication> {
        if !term::is_relational(tree, at.token) || tree.dependent(at.token, &[Deprel::NmodPoss]).is_none() {
            return None;
        }
        let entity = self.terms.references.entity(at)?;
        if entity.resolution != Resolution::Description {
            return None;
        }
        // If it could be several, it is kept as it stands, with all of them.
        let term = self.terms.single(tree, at);
        let proposition = self.role_of(tree, at, term);
        let words = wording::phrase(tree, at.token);
        self.tell(tree, at, proposition, quote::span(tree, &words)?)
    }

    /// "US allies such as Japan": Japan is an ally of the US.
    fn instances(&mut self, tree: Tree<'_>, at: At) -> Vec<Predication> {
        let mut found = Vec::new();
        if !term::is_relational(tree, at.token) {
            return found;
        }
        let listed = tree.dependents(at.token, &[Deprel::Nmod]).find(|&c| {
            matches!(
                role::case(tree, c).as_deref(),
                Some("such as" | "including" | "like")
            )
        });
        let Some(first) = listed else { return found };
        let start = wording::phrase(tree, at.token)
            .first()
            .copied()
            .unwrap_or(at.token);
        for member in std::iter::once(first).chain(tree.dependents(first, &[Deprel::Conj])) {
            if self.terms.references.index(at.word(member)).is_none() {
                continue;
            }
            let term = self.terms.single(tree, at.word(member));
            let terms = Presuppositions {
                terms: self.terms.without(at.word(first)),
                told: BTreeSet::new(),
            };
            let proposition = terms.role_of(tree, at, term);
            let words: Vec<usize> = (start..=member).collect();
            if proposition.arguments.len() > 1
                && let Some(quote) = quote::span(tree, &words)
            {
                // One of several.
                found.extend(self.tell(tree, at, proposition, quote).map(|told| Predication {
                    article: Some("a".to_owned()),
                    ..told
                }));
            }
        }
        found
    }

    /// The proposition that somebody bears a role.
    fn role_of(&self, tree: Tree<'_>, role: At, bearer: Term) -> Proposition {
        let mut proposition = Proposition {
            predicate: Predicate {
                lemma: tree.lemma(role.token).to_lowercase(),
                class: PredicateClass::Nominal,
                tense: Tense::None,
                modifiers: Vec::new(),
                ..Predicate::default()
            },
            arguments: vec![argument(Role::Subject, None, bearer)],
            qualifiers: Vec::new(),
        };
        nominal(self.terms, tree, role, &mut proposition);
        proposition
    }

    fn tell(&mut self, tree: Tree<'_>, at: At, proposition: Proposition, quote: Span) -> Option<Predication> {
        let head = |role| {
            proposition
                .argument(role)
                .map(|t| t.head.clone())
                .unwrap_or_default()
        };
        let key = (
            proposition.predicate.lemma.clone(),
            head(Role::Subject),
            head(Role::Oblique),
        );
        if !self.told.insert(key) {
            return None;
        }
        Some(taken_for_granted(tree, at, proposition, quote))
    }
}

pub(super) fn taken_for_granted(
    tree: Tree<'_>,
    at: At,
    proposition: Proposition,
    quote: Span,
) -> Predication {
    let mut evidence = vec![piece(tree, EvidenceKind::Predicate, tree.span(&[at.token]))];
    evidence.extend(argument_evidence(tree, &proposition));
    Predication {
        at,
        proposition,
        quote,
        evidence,
        presupposed: true,
        article: None,
    }
}

/// Whether a phrase in apposition stands for the same as the one before: what "including" or "such as" leads in is a part of it.
fn is_beside(tree: Tree<'_>, head: usize, appos: usize) -> bool {
    let words = tree.subtree(appos);
    let spoken = |&i: &usize| tree.token(i).is_some_and(|t| t.upos != Upos::Punct);
    let first = words.into_iter().find(spoken).unwrap_or(appos).min(appos);
    let before = |back: usize| first.checked_sub(back).map_or("", |i| tree.form(i));
    let listed = |form: &str| {
        matches!(
            form.to_lowercase().as_str(),
            "including" | "like" | "especially" | "notably"
        )
    };
    let such = before(1).eq_ignore_ascii_case("as") && before(2).eq_ignore_ascii_case("such");
    head > appos || !(such || listed(before(1)) || listed(tree.form(first)))
}

/// The head of the name that a word belongs to, or the word.
pub(super) fn at_name(terms: Terms<'_>, at: At) -> At {
    terms.references.name_words(at).map_or(at, |(head, _, _)| head)
}

fn quantified(tree: Tree<'_>, word: usize) -> bool {
    matches!(
        quantifier(tree, word),
        Quantifier::Number
            | Quantifier::No
            | Quantifier::All
            | Quantifier::Some
            | Quantifier::Few
            | Quantifier::Most
    )
}
