//! Whom pronouns and definite descriptions mean: the nearest antecedent that fits in number, gender, sort and syntax.
//!
//! An antecedent is taken only if it is clearly the best; what could be two is kept as both.

use std::collections::HashMap;

use super::clause::is_infinitive;
use super::knowledge::{self, Sort};
use super::names::{self, Aliases, Gender, Named, Names};
use super::pronoun::Pronoun;
use super::reading::{At, Reading, Tree};
use crate::entity::{Entity, EntityKind, Resolution};
use crate::lexicon::negation;
use crate::text::{Deprel, Upos};

/// Sentences that an antecedent may lie back.
const REACH: usize = 3;
/// How much better the best antecedent has to be.
pub(super) const MARGIN: i32 = 3;

/// Whom the words of a document mean.
#[derive(Debug, Default)]
pub(crate) struct References {
    names: Names,
    entities: HashMap<At, Entity>,
    meanings: HashMap<At, Meaning>,
}

/// What a phrase that names nobody itself stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A name, by its index.
    Named(usize),
    /// An earlier phrase without a name.
    Phrase(At),
    /// Several of these.
    Group(Vec<Meaning>),
}

/// Grammatical number, where it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    One,
    Many,
}

/// A phrase that a later one can mean.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) at: At,
    pub(super) order: usize,
    pub(super) meaning: Meaning,
    pub(super) number: Number,
    pub(super) sort: Sort,
    pub(super) kind: Option<EntityKind>,
    pub(super) gender: Option<Gender>,
    pub(super) weight: i32,
    pub(super) role: Deprel,
    /// The quotation that it stands in.
    pub(super) quoted: Option<usize>,
}

impl References {
    /// Resolves the names, pronouns and descriptions of a document.
    pub(crate) fn new(reading: &Reading<'_>, aliases: &Aliases) -> References {
        let names = Names::new(reading, aliases);
        let mut resolver = Resolver {
            names: &names,
            candidates: Vec::new(),
            entities: HashMap::new(),
            meanings: HashMap::new(),
            counts: vec![0; names.all.len()],
            genders: names.all.iter().map(|n| n.gender).collect(),
            order: 0,
            reading,
            speaker: None,
        };
        for (order, (at, tree)) in reading.trees().enumerate() {
            resolver.order = order;
            resolver.sentence(tree, at);
        }
        let (mut entities, meanings) = (resolver.entities, resolver.meanings);
        for mention in &names.mentions {
            let whose = mention.named.and_then(|i| names.all.get(i));
            let entity = Entity {
                name: whose.map_or_else(|| mention.form.clone(), |n| n.name.clone()),
                kind: whose.map_or(EntityKind::Other, |n| n.kind),
                form: mention.form.clone(),
                resolution: mention.how,
                alternatives: mention
                    .alternatives
                    .iter()
                    .filter_map(|&i| names.all.get(i))
                    .map(|n| n.name.clone())
                    .collect(),
            };
            entities.entry(mention.at).or_insert(entity);
        }
        References {
            names,
            entities,
            meanings,
        }
    }

    /// Whom the mention with this head word names.
    pub(crate) fn entity(&self, at: At) -> Option<&Entity> {
        self.entities.get(&at)
    }

    /// What a pronoun or a description stands for.
    pub(super) fn meaning(&self, at: At) -> Option<&Meaning> {
        self.meanings.get(&at)
    }

    /// The first and last word of the name that a word belongs to.
    pub(super) fn name_words(&self, at: At) -> Option<(At, usize, usize)> {
        self.names.mention(at).map(|m| (m.at, m.words.0, m.words.1))
    }

    /// Somebody named, by index.
    pub(super) fn named(&self, index: usize) -> Option<&Named> {
        self.names.all.get(index)
    }

    /// The index of the name that stands at a word, or that the word stands for.
    pub(super) fn index(&self, at: At) -> Option<usize> {
        match self.meanings.get(&at) {
            Some(Meaning::Named(index)) => Some(*index),
            Some(_) => None,
            None => self
                .names
                .mention(at)
                .filter(|m| m.at == at)
                .and_then(|m| m.named),
        }
    }
}

pub(super) struct Resolver<'n> {
    pub(super) names: &'n Names,
    pub(super) candidates: Vec<Candidate>,
    pub(super) entities: HashMap<At, Entity>,
    pub(super) meanings: HashMap<At, Meaning>,
    pub(super) counts: Vec<i32>,
    pub(super) genders: Vec<Option<Gender>>,
    pub(super) order: usize,
    pub(super) reading: &'n Reading<'n>,
    /// Who spoke last, and in which sentence.
    pub(super) speaker: Option<(usize, Meaning)>,
}

/// Whether a word is the subject of a verb of speech.
pub(super) fn speaks(tree: Tree<'_>, word: usize) -> bool {
    tree.deprel(word) == Some(Deprel::Nsubj)
        && tree
            .token(word)
            .and_then(|t| t.head)
            .is_some_and(|verb| knowledge::reports(tree.lemma(verb)))
}

/// Whether the word heads a phrase that can be referred to.
fn is_nominal(tree: Tree<'_>, i: usize) -> bool {
    let Some(token) = tree.token(i) else { return false };
    let place = !matches!(
        token.deprel,
        Deprel::Flat
            | Deprel::Fixed
            | Deprel::Punct
            | Deprel::Case
            | Deprel::Det
            | Deprel::Expl
            | Deprel::NmodDesc
            | Deprel::Goeswith
            | Deprel::Mark
            | Deprel::Cc
            | Deprel::Discourse
    );
    place && matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Pron)
}

/// Whether a phrase is the subject of a verb of speech that stands behind what is said.
fn speaks_behind(tree: Tree<'_>, word: usize) -> bool {
    let verb = tree.token(word).and_then(|t| t.head);
    speaks(tree, word)
        && verb.is_some_and(|v| {
            tree.deprel(v) == Some(Deprel::Parataxis) || tree.dependents(v, &[Deprel::Ccomp]).any(|c| c < v)
        })
}

/// How much a phrase stands out by its place in the clause.
fn weight(tree: Tree<'_>, i: usize, steps: usize) -> i32 {
    match tree.deprel(i) {
        Some(Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter) => {
            let main = tree.token(i).and_then(|t| t.head).is_some_and(|h| {
                matches!(
                    tree.deprel(h),
                    Some(Deprel::Root | Deprel::Conj | Deprel::Ccomp | Deprel::Parataxis)
                )
            });
            match main {
                // "…, Ms Lee said": who is named behind what is said is not what is spoken of.
                true if speaks_behind(tree, i) => 15,
                true => 24,
                false => 18,
            }
        }
        Some(Deprel::Root) => 16,
        Some(Deprel::Obj | Deprel::Iobj) => 14,
        Some(Deprel::Obl | Deprel::OblAgent) => 9,
        Some(Deprel::NmodPoss) => 11,
        // "The minister, Ann Lee, left": the name stands where the office does.
        Some(Deprel::Appos) if steps < 8 => tree
            .token(i)
            .and_then(|t| t.head)
            .map_or(7, |h| weight(tree, h, steps + 1)),
        Some(Deprel::Nmod) => 7,
        Some(Deprel::Conj) if steps < 8 => tree
            .token(i)
            .and_then(|t| t.head)
            .map_or(5, |h| weight(tree, h, steps + 1) - 2),
        _ => 2,
    }
}

impl Resolver<'_> {
    fn sentence(&mut self, tree: Tree<'_>, at: At) {
        let oldest = self.order.saturating_sub(REACH);
        self.candidates.retain(|c| c.order >= oldest);
        // A limit that only runaway sentences reach.
        let over = self.candidates.len().saturating_sub(80);
        self.candidates.drain(..over);
        for i in 0..tree.len() {
            let word = at.word(i);
            if self.candidates.len() > 200 {
                self.candidates.drain(..100);
            }
            if let Some(mention) = self.names.mention(word) {
                if mention.at == word {
                    self.name(tree, word);
                }
            } else if tree.form(i).eq_ignore_ascii_case("whose") {
                self.owner(tree, word);
            } else if !is_nominal(tree, i) {
                continue;
            } else if let Some(pronoun) = Pronoun::read(tree.form(i)) {
                self.pronoun(tree, word, pronoun);
            } else if tree.token(i).is_some_and(|t| t.upos == Upos::Noun) {
                self.noun(tree, word);
            }
            if speaks(tree, i) && self.quoted(tree, word).is_none() {
                self.speaker = Some((self.order, self.meaning(word)));
            }
            self.coordination(tree, word);
        }
    }

    /// "Households whose homes burnt": whose they are stands before the clause.
    fn owner(&mut self, tree: Tree<'_>, at: At) {
        let mut above = tree.ancestors(at.token);
        let clause = above.find(|&verb| tree.deprel(verb) == Some(Deprel::AclRelcl));
        if let Some(owner) = clause.and_then(|verb| tree.token(verb)?.head) {
            let meaning = self.meaning(at.word(owner));
            self.settle(tree, at, &meaning, Resolution::Pronoun);
        }
    }

    /// The quotation that a word stands in.
    pub(super) fn quoted(&self, tree: Tree<'_>, at: At) -> Option<usize> {
        self.reading.quotation(tree, at)
    }

    pub(super) fn offer(&mut self, tree: Tree<'_>, at: At, meaning: Meaning, number: Number, sort: Sort) {
        // Of what there is none, nothing can be said.
        let mut articles = tree.dependents(at.token, &[Deprel::Det]);
        if articles.any(|i| negation::determiner(tree.form(i))) {
            return;
        }
        let named = match &meaning {
            Meaning::Named(index) => {
                if let Some(count) = self.counts.get_mut(*index) {
                    *count += 1;
                }
                Some(*index)
            }
            _ => None,
        };
        let kind = named.and_then(|i| self.names.all.get(i)).map(|n| n.kind);
        let familiar = named
            .and_then(|i| self.counts.get(i))
            .map_or(0, |&c| c.min(4) + 5);
        self.candidates.push(Candidate {
            at,
            order: self.order,
            number,
            sort,
            kind,
            gender: match named {
                Some(i) => self.genders.get(i).copied().flatten(),
                None => match Pronoun::read(tree.form(at.token)) {
                    Some(Pronoun::He) => Some(Gender::Male),
                    Some(Pronoun::She) => Some(Gender::Female),
                    _ => knowledge::noun_gender(tree.lemma(at.token)).map(names::told),
                },
            },
            weight: weight(tree, at.token, 0) + familiar,
            role: tree.deprel(at.token).unwrap_or(Deprel::Dep),
            quoted: self.quoted(tree, at),
            meaning,
        });
    }

    fn name(&mut self, tree: Tree<'_>, at: At) {
        let Some(index) = self.names.mention(at).and_then(|m| m.named) else {
            return;
        };
        // "The minister, Ann Lee": one person, and the name says who.
        if tree.deprel(at.token) == Some(Deprel::Appos)
            && let Some(head) = tree.token(at.token).and_then(|t| t.head)
        {
            let beside = at.word(head);
            self.candidates
                .retain(|c| c.at != beside || c.meaning != Meaning::Phrase(beside));
        }
        let plural = tree
            .token(at.token)
            .is_some_and(|t| t.xpos == "NNPS" || t.xpos == "NNS");
        let kind = self.names.all.get(index).map_or(EntityKind::Other, |n| n.kind);
        let sort = match kind {
            EntityKind::Person => Sort::Person,
            EntityKind::Country | EntityKind::Place => Sort::Place,
            EntityKind::Organisation => Sort::Group,
            _ if knowledge::is_calendar(tree.form(at.token)) => Sort::Time,
            _ => Sort::Other,
        };
        let number = if plural && kind != EntityKind::Country {
            Number::Many
        } else {
            Number::One
        };
        self.offer(tree, at, Meaning::Named(index), number, sort);
    }

    /// Joined phrases are one more thing to refer to: "Russia and North Korea … they".
    fn coordination(&mut self, tree: Tree<'_>, at: At) {
        // Offered when the last part has been read.
        if tree.deprel(at.token) != Some(Deprel::Conj) {
            return;
        }
        let Some(first) = tree.token(at.token).and_then(|t| t.head) else {
            return;
        };
        let parts: Vec<usize> = std::iter::once(first)
            .chain(tree.dependents(first, &[Deprel::Conj]))
            .collect();
        if parts.last() != Some(&at.token) || parts.len() > 6 || !parts.iter().all(|&p| is_nominal(tree, p)) {
            return;
        }
        let meanings = parts.iter().map(|&p| self.meaning(at.word(p))).collect();
        self.offer(
            tree,
            at.word(first),
            Meaning::Group(meanings),
            Number::Many,
            self.sort_of(at.word(first), tree),
        );
    }

    pub(super) fn sort_of(&self, at: At, tree: Tree<'_>) -> Sort {
        let candidate = self.candidates.iter().rev().find(|c| c.at == at);
        candidate.map_or_else(|| knowledge::sort(tree.lemma(at.token)), |c| c.sort)
    }

    pub(super) fn meaning(&self, at: At) -> Meaning {
        if let Some(meaning) = self.meanings.get(&at) {
            return meaning.clone();
        }
        match self.names.mention(at).and_then(|m| m.named) {
            Some(index) => Meaning::Named(index),
            None => Meaning::Phrase(at),
        }
    }

    pub(super) fn settle(&mut self, tree: Tree<'_>, at: At, meaning: &Meaning, how: Resolution) {
        if let Meaning::Named(index) = meaning
            && let Some(named) = self.names.all.get(*index)
        {
            let entity = Entity {
                name: named.name.clone(),
                kind: named.kind,
                form: tree.form(at.token).to_owned(),
                resolution: how,
                alternatives: Vec::new(),
            };
            self.entities.insert(at, entity);
        }
        self.meanings.insert(at, meaning.clone());
    }
}

/// The nearest word above that heads a clause.
pub(super) fn clause_of(tree: Tree<'_>, i: usize) -> Option<usize> {
    tree.ancestors(i).find(|&a| {
        tree.token(a).is_some_and(|t| t.upos == Upos::Verb)
            || tree
                .dependent(a, &[Deprel::Cop, Deprel::Nsubj, Deprel::NsubjPass])
                .is_some()
    })
}

/// Whether `inner` lies in the phrase of `outer`, with no clause between them.
pub(super) fn encloses(tree: Tree<'_>, outer: usize, inner: usize) -> bool {
    let mut at = inner;
    for above in tree.ancestors(inner) {
        let parts = match tree.deprel(at) {
            // "The nerve to close it" is not what is closed.
            Some(Deprel::Acl) => !is_infinitive(tree, at),
            relation => matches!(relation, Some(Deprel::AclRelcl | Deprel::Conj | Deprel::Appos)),
        };
        if parts {
            return false;
        }
        if above == outer {
            // A pronoun that belongs to a whole clause is not inside its subject or predicate noun.
            return !matches!(
                tree.deprel(at),
                Some(Deprel::Nsubj | Deprel::NsubjPass | Deprel::Advcl)
            );
        }
        at = above;
    }
    false
}
