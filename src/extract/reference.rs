//! Whom pronouns and definite descriptions mean: the nearest antecedent that fits in number, gender, sort and syntax.
//!
//! An antecedent is taken only if it is clearly the best; what could be two is kept as both.

use std::collections::HashMap;

use super::knowledge::{self, Sort};
use super::names::{Aliases, Gender, Named, Names};
use super::reading::{At, Reading, Tree};
use crate::entity::{Entity, EntityKind, Resolution};
use crate::text::{Deprel, Upos};

/// Sentences that an antecedent may lie back.
const REACH: usize = 3;
/// How much better the best antecedent has to be.
const MARGIN: i32 = 3;

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
enum Number {
    One,
    Many,
}

/// A phrase that a later one can mean.
#[derive(Debug, Clone)]
struct Candidate {
    at: At,
    order: usize,
    meaning: Meaning,
    number: Number,
    sort: Sort,
    kind: Option<EntityKind>,
    gender: Option<Gender>,
    weight: i32,
    role: Deprel,
}

/// What a pronoun asks of its antecedent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pronoun {
    He,
    She,
    It,
    They,
}

impl Pronoun {
    fn read(form: &str) -> Option<Pronoun> {
        match form.to_lowercase().as_str() {
            "he" | "him" | "his" | "himself" => Some(Pronoun::He),
            "she" | "her" | "hers" | "herself" => Some(Pronoun::She),
            "it" | "its" | "itself" => Some(Pronoun::It),
            "they" | "them" | "their" | "theirs" | "themselves" => Some(Pronoun::They),
            _ => None,
        }
    }
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

struct Resolver<'n> {
    names: &'n Names,
    candidates: Vec<Candidate>,
    entities: HashMap<At, Entity>,
    meanings: HashMap<At, Meaning>,
    counts: Vec<i32>,
    genders: Vec<Option<Gender>>,
    order: usize,
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
            if main { 24 } else { 18 }
        }
        Some(Deprel::Root) => 16,
        Some(Deprel::Obj | Deprel::Iobj) => 14,
        Some(Deprel::Obl | Deprel::OblAgent) => 9,
        Some(Deprel::NmodPoss) => 11,
        Some(Deprel::Nmod | Deprel::Appos) => 7,
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
            } else if !is_nominal(tree, i) {
                continue;
            } else if let Some(pronoun) = Pronoun::read(tree.form(i)) {
                self.pronoun(tree, word, pronoun);
            } else if tree.token(i).is_some_and(|t| t.upos == Upos::Noun) {
                self.noun(tree, word);
            }
            self.coordination(tree, word);
        }
    }

    fn offer(&mut self, tree: Tree<'_>, at: At, meaning: Meaning, number: Number, sort: Sort) {
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
            gender: named.and_then(|i| self.genders.get(i).copied().flatten()),
            weight: weight(tree, at.token, 0) + familiar,
            role: tree.deprel(at.token).unwrap_or(Deprel::Dep),
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

    fn sort_of(&self, at: At, tree: Tree<'_>) -> Sort {
        let candidate = self.candidates.iter().rev().find(|c| c.at == at);
        candidate.map_or_else(|| knowledge::sort(tree.lemma(at.token)), |c| c.sort)
    }

    fn meaning(&self, at: At) -> Meaning {
        if let Some(meaning) = self.meanings.get(&at) {
            return meaning.clone();
        }
        match self.names.mention(at).and_then(|m| m.named) {
            Some(index) => Meaning::Named(index),
            None => Meaning::Phrase(at),
        }
    }

    fn settle(&mut self, tree: Tree<'_>, at: At, meaning: &Meaning, how: Resolution) {
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

    fn pronoun(&mut self, tree: Tree<'_>, at: At, pronoun: Pronoun) {
        if tree.deprel(at.token) == Some(Deprel::Expl) || is_empty_it(tree, at.token) {
            return;
        }
        let gender = |c: &Candidate| match &c.meaning {
            Meaning::Named(index) => self.genders.get(*index).copied().flatten(),
            _ => c.gender,
        };
        let fitting = |c: &Candidate| -> bool {
            let person = c.sort == Sort::Person;
            let may_be_person =
                person || c.kind == Some(EntityKind::Other) && matches!(c.meaning, Meaning::Named(_));
            match pronoun {
                Pronoun::He => c.number == Number::One && may_be_person && gender(c) != Some(Gender::Female),
                Pronoun::She => c.number == Number::One && may_be_person && gender(c) != Some(Gender::Male),
                Pronoun::It => c.number == Number::One && !person && c.sort != Sort::Time,
                Pronoun::They => c.number == Number::Many && c.sort != Sort::Time,
            }
        };
        let reflexive = tree.form(at.token).to_lowercase().contains("sel");
        let possessive = tree.deprel(at.token) == Some(Deprel::NmodPoss);
        let governor = tree.token(at.token).and_then(|t| t.head);
        let own_clause = clause_of(tree, at.token);
        let beside = |c: &Candidate| {
            c.order == self.order
                && !possessive
                && !reflexive
                && tree.token(c.at.token).and_then(|t| t.head) == governor
        };
        // "She gave him": whoever she is, he is somebody else.
        let barred: Vec<Meaning> = self
            .candidates
            .iter()
            .filter(|c| beside(c))
            .map(|c| c.meaning.clone())
            .collect();
        let mut scored: Vec<(i32, usize)> = Vec::new();
        for (index, c) in self.candidates.iter().enumerate() {
            if !fitting(c) || barred.contains(&c.meaning) {
                continue;
            }
            let same = c.order == self.order;
            let mut score = c.weight - 14 * (self.order - c.order) as i32;
            if same {
                let their_governor = tree.token(c.at.token).and_then(|t| t.head);
                if encloses(tree, c.at.token, at.token) {
                    continue;
                }
                let subject = matches!(c.role, Deprel::Nsubj | Deprel::NsubjPass);
                if (possessive || reflexive) && subject && their_governor == own_clause {
                    score += 16;
                }
                // Just behind the word nearest to it.
                score += 3 - (at.token.saturating_sub(c.at.token) as i32 / 8).min(3);
            }
            let subject = |r| matches!(r, Deprel::Nsubj | Deprel::NsubjPass);
            if tree
                .deprel(at.token)
                .is_some_and(|r| subject(r) && subject(c.role))
            {
                score += 5;
            }
            scored.push((score, index));
        }
        scored.sort_by(|a, b| b.cmp(a));
        let best = scored
            .first()
            .and_then(|&(s, i)| Some((s, self.candidates.get(i)?.clone())));
        let Some((top, best)) = best else {
            self.cataphor(tree, at, pronoun);
            return;
        };
        let rival = scored.iter().skip(1).find_map(|&(s, i)| {
            let c = self.candidates.get(i)?;
            (c.meaning != best.meaning && top - s < MARGIN).then(|| c.meaning.clone())
        });
        if let Some(rival) = rival {
            self.ambiguous(tree, at, &best.meaning, &rival, Resolution::Pronoun);
            return;
        }
        self.settle(tree, at, &best.meaning, Resolution::Pronoun);
        if let Meaning::Named(index) = best.meaning
            && let Some(slot) = self.genders.get_mut(index)
            && slot.is_none()
        {
            *slot = match pronoun {
                Pronoun::He => Some(Gender::Male),
                Pronoun::She => Some(Gender::Female),
                _ => None,
            };
        }
        self.offer(tree, at, best.meaning, best.number, best.sort);
    }

    /// "After months in which he was attacked, the minister arrived": the subject that follows.
    fn cataphor(&mut self, tree: Tree<'_>, at: At, pronoun: Pronoun) {
        let Some(root) = tree.sentence.root() else { return };
        let Some(subject) = tree.dependent(root, &[Deprel::Nsubj, Deprel::NsubjPass]) else {
            return;
        };
        if subject <= at.token
            || encloses(tree, subject, at.token)
            || clause_of(tree, at.token) == Some(root) && tree.deprel(at.token) != Some(Deprel::NmodPoss)
        {
            return;
        }
        let word = at.word(subject);
        let named = self
            .names
            .mention(word)
            .and_then(|m| m.named)
            .and_then(|i| self.names.all.get(i));
        let sort = knowledge::sort(tree.lemma(subject));
        let fits = match (pronoun, named) {
            (Pronoun::He | Pronoun::She, Some(n)) => n.kind == EntityKind::Person,
            (Pronoun::He | Pronoun::She, None) => sort == Sort::Person,
            (Pronoun::It, Some(n)) => n.kind != EntityKind::Person,
            (Pronoun::It, None) => {
                sort != Sort::Person && tree.token(subject).is_some_and(|t| t.xpos == "NN")
            }
            (Pronoun::They, _) => tree.token(subject).is_some_and(|t| t.xpos == "NNS"),
        };
        if fits && Pronoun::read(tree.form(subject)).is_none() {
            let meaning = self.meaning(word);
            self.settle(tree, at, &meaning, Resolution::Pronoun);
        }
    }

    fn ambiguous(&mut self, tree: Tree<'_>, at: At, a: &Meaning, b: &Meaning, how: Resolution) {
        let mut alternatives: Vec<String> = [a, b]
            .iter()
            .filter_map(|m| match m {
                Meaning::Named(i) => self.names.all.get(*i).map(|n| n.name.clone()),
                Meaning::Phrase(p) if p.sentence == at.sentence && p.passage == at.passage => {
                    Some(tree.form(p.token).to_owned())
                }
                _ => None,
            })
            .collect();
        alternatives.sort();
        let form = tree.form(at.token).to_owned();
        let entity = Entity {
            name: form.clone(),
            kind: EntityKind::Other,
            form,
            resolution: how,
            alternatives,
        };
        self.entities.insert(at, entity);
    }

    fn noun(&mut self, tree: Tree<'_>, at: At) {
        let plural = tree.token(at.token).is_some_and(|t| t.xpos == "NNS");
        let number = if plural { Number::Many } else { Number::One };
        let sort = knowledge::sort(tree.lemma(at.token));
        let meaning = match self.partner(tree, at).as_slice() {
            [] => self.description(tree, at, plural, sort),
            [only] => Some(only.clone()),
            [a, b, ..] => {
                self.ambiguous(tree, at, a, b, Resolution::Description);
                None
            }
        };
        if let Some(meaning) = &meaning {
            self.settle(tree, at, meaning, Resolution::Description);
        }
        // What stands beside a name is the one that is named.
        if matches!(
            tree.deprel(at.token),
            Some(Deprel::Appos | Deprel::NmodDesc | Deprel::Compound)
        ) {
            return;
        }
        let meaning = meaning.unwrap_or(Meaning::Phrase(at));
        self.offer(tree, at, meaning, number, sort);
    }

    /// What a definite description stands for: "both countries", "the minister", "the regime".
    fn description(&self, tree: Tree<'_>, at: At, plural: bool, sort: Sort) -> Option<Meaning> {
        let head = at.token;
        let lemma = tree.lemma(head);
        let narrowed = tree.children(head).any(|c| {
            matches!(
                tree.deprel(c),
                Some(
                    Deprel::Nmod
                        | Deprel::AclRelcl
                        | Deprel::Acl
                        | Deprel::Compound
                        | Deprel::NmodPoss
                        | Deprel::Appos
                        | Deprel::Conj
                        | Deprel::NmodUnmarked
                        | Deprel::Flat
                        | Deprel::NmodDesc
                )
            )
        });
        let adjectives = tree.dependents(head, &[Deprel::Amod]).count();
        let det = tree
            .dependent(head, &[Deprel::Det])
            .map(|d| tree.form(d).to_lowercase());
        let definite = matches!(det.as_deref(), Some("the" | "this" | "that" | "these" | "those"));
        let both = det.as_deref() == Some("both")
            || tree
                .dependent(head, &[Deprel::DetPredet])
                .is_some_and(|d| tree.lemma(d) == "both");
        let two = tree
            .dependent(head, &[Deprel::Nummod])
            .is_some_and(|n| matches!(tree.form(n).to_lowercase().as_str(), "two" | "2"));
        if narrowed {
            return None;
        }
        if plural {
            return (both || definite)
                .then(|| self.pair(lemma, sort, both || two))
                .flatten();
        }
        if !definite || adjectives > 0 {
            return None;
        }
        let fits = |n: &Named| match lemma {
            _ if is_country_noun(lemma) => n.kind == EntityKind::Country,
            _ if n.roles.iter().any(|r| r == lemma) => true,
            _ => match sort {
                Sort::Group => {
                    let called = || n.name.split(' ').any(|w| w.eq_ignore_ascii_case(lemma));
                    n.kind == EntityKind::Organisation
                        && (is_firm_noun(lemma) || is_body_noun(lemma) && called())
                }
                Sort::Place => is_town_noun(lemma) && n.kind == EntityKind::Place,
                _ => false,
            },
        };
        let mut best: Option<(i32, &Meaning)> = None;
        let mut rival = i32::MIN;
        for c in &self.candidates {
            let Meaning::Named(index) = &c.meaning else {
                continue;
            };
            if !self.names.all.get(*index).is_some_and(fits)
                || c.order == self.order && encloses(tree, c.at.token, head)
            {
                continue;
            }
            let governs = c.order == self.order
                && tree.token(c.at.token).and_then(|t| t.head) == tree.token(head).and_then(|t| t.head);
            if governs {
                continue;
            }
            let score = c.weight - 12 * (self.order - c.order) as i32;
            match best {
                Some((s, m)) if m == &c.meaning => best = Some((s.max(score), m)),
                Some((s, _)) if s >= score => rival = rival.max(score),
                Some((s, _)) => {
                    rival = rival.max(s);
                    best = Some((score, &c.meaning));
                }
                None => best = Some((score, &c.meaning)),
            }
        }
        best.filter(|(s, _)| s - rival.max(-1000) >= MARGIN)
            .map(|(_, m)| m.clone())
    }

    /// "Its ally", of a country or a body: others of its kind that were spoken of, the nearest alone if it is clear.
    fn partner(&self, tree: Tree<'_>, at: At) -> Vec<Meaning> {
        let bare = tree.children(at.token).all(|c| {
            matches!(
                tree.deprel(c),
                Some(Deprel::NmodPoss | Deprel::Case | Deprel::Amod | Deprel::Punct | Deprel::Advmod)
            )
        });
        let single = tree.token(at.token).is_some_and(|t| t.xpos == "NN");
        if !bare || !single || !is_partner_noun(tree.lemma(at.token)) {
            return Vec::new();
        }
        let kind = |m: &Meaning| match m {
            Meaning::Named(i) => self.names.all.get(*i).map(|n| n.kind),
            _ => None,
        };
        let owner = tree
            .dependent(at.token, &[Deprel::NmodPoss])
            .map(|o| self.meaning(at.word(o)));
        let Some(owner) =
            owner.filter(|o| matches!(kind(o), Some(EntityKind::Country | EntityKind::Organisation)))
        else {
            return Vec::new();
        };
        let mut others: Vec<(i32, &Meaning)> = Vec::new();
        for c in self.candidates.iter().filter(|c| self.order - c.order <= 1) {
            if kind(&c.meaning) != kind(&owner) || c.meaning == owner {
                continue;
            }
            let score = c.weight - 14 * (self.order - c.order) as i32;
            match others.iter_mut().find(|(_, m)| *m == &c.meaning) {
                Some(known) => known.0 = known.0.max(score),
                None => others.push((score, &c.meaning)),
            }
        }
        others.sort_by_key(|(score, _)| -score);
        match others.as_slice() {
            [(first, one), (second, _), ..] if first - second >= 2 * MARGIN => vec![(*one).clone()],
            _ => others.into_iter().map(|(_, m)| m.clone()).collect(),
        }
    }

    /// The two that "both countries" or "the two men" mean: the last two of their kind.
    fn pair(&self, lemma: &str, sort: Sort, counted: bool) -> Option<Meaning> {
        let kind = if is_country_noun(lemma)
            || matches!(lemma, "side" | "neighbour" | "neighbor" | "capital" | "ally")
        {
            EntityKind::Country
        } else if sort == Sort::Person && counted {
            EntityKind::Person
        } else if sort == Sort::Group && is_body_noun(lemma) {
            EntityKind::Organisation
        } else {
            return None;
        };
        let of_kind = |m: &Meaning| match m {
            Meaning::Named(i) => self.names.all.get(*i).is_some_and(|n| n.kind == kind),
            _ => false,
        };
        // Two that were named together come first.
        let joined = self.candidates.iter().rev().find(
            |c| matches!(&c.meaning, Meaning::Group(parts) if parts.len() == 2 && parts.iter().all(of_kind)),
        );
        if let Some(joined) = joined {
            return Some(joined.meaning.clone());
        }
        let mut last: Vec<&Meaning> = Vec::new();
        for c in self.candidates.iter().rev() {
            if of_kind(&c.meaning) && !last.contains(&&c.meaning) {
                last.push(&c.meaning);
            }
        }
        let enough = if counted { last.len() >= 2 } else { last.len() == 2 };
        if !enough {
            return None;
        }
        Some(Meaning::Group(last.into_iter().take(2).rev().cloned().collect()))
    }
}

/// Nouns for what one country is to another.
fn is_partner_noun(lemma: &str) -> bool {
    matches!(
        lemma,
        "ally"
            | "partner"
            | "neighbour"
            | "neighbor"
            | "rival"
            | "enemy"
            | "foe"
            | "adversary"
            | "backer"
            | "patron"
            | "benefactor"
            | "supporter"
            | "opponent"
    )
}

/// Nouns that a country can be called by.
fn is_country_noun(lemma: &str) -> bool {
    matches!(
        lemma,
        "country" | "nation" | "state" | "regime" | "kingdom" | "republic" | "power" | "government"
    )
}

/// Nouns that a company or another body can be called by.
fn is_body_noun(lemma: &str) -> bool {
    matches!(
        lemma,
        "company"
            | "firm"
            | "bank"
            | "club"
            | "team"
            | "party"
            | "group"
            | "agency"
            | "university"
            | "airline"
            | "organisation"
            | "organization"
            | "charity"
            | "union"
            | "retailer"
            | "carmaker"
            | "manufacturer"
            | "council"
            | "ministry"
            | "institute"
            | "corporation"
            | "association"
            | "committee"
            | "court"
            | "body"
            | "bloc"
            | "alliance"
            | "hospital"
            | "school"
            | "band"
            | "newspaper"
            | "broadcaster"
            | "publisher"
    )
}

/// Nouns that every company can be called by.
fn is_firm_noun(lemma: &str) -> bool {
    matches!(
        lemma,
        "company" | "firm" | "organisation" | "organization" | "corporation" | "group" | "body"
    )
}

/// Nouns that a city or another place can be called by.
fn is_town_noun(lemma: &str) -> bool {
    matches!(
        lemma,
        "city"
            | "town"
            | "village"
            | "island"
            | "region"
            | "province"
            | "district"
            | "county"
            | "capital"
            | "river"
            | "lake"
            | "mountain"
            | "port"
            | "bridge"
    )
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
fn encloses(tree: Tree<'_>, outer: usize, inner: usize) -> bool {
    let mut at = inner;
    for above in tree.ancestors(inner) {
        if matches!(
            tree.deprel(at),
            Some(Deprel::AclRelcl | Deprel::Acl | Deprel::Conj | Deprel::Appos)
        ) {
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

/// "It is clear that …", "it rained": an "it" that means nothing.
fn is_empty_it(tree: Tree<'_>, i: usize) -> bool {
    if !tree.form(i).eq_ignore_ascii_case("it") || tree.deprel(i) == Some(Deprel::NmodPoss) {
        return false;
    }
    let Some(head) = tree.token(i).and_then(|t| t.head) else {
        return false;
    };
    let clause = tree
        .dependent(
            head,
            &[
                Deprel::Csubj,
                Deprel::CsubjPass,
                Deprel::Ccomp,
                Deprel::CsubjOuter,
            ],
        )
        .is_some();
    let subject = matches!(tree.deprel(i), Some(Deprel::Nsubj | Deprel::NsubjPass));
    let weather = matches!(tree.lemma(head), "rain" | "snow" | "hail" | "seem" | "appear");
    let passive = tree.deprel(i) == Some(Deprel::NsubjPass) || tree.dependent(head, &[Deprel::Cop]).is_some();
    let surely = super::standing::is_sureness(tree.lemma(head)) || tree.lemma(head) == "worth";
    subject && (weather || clause && passive || surely && tree.deprel(i) == Some(Deprel::Nsubj) && passive)
}
