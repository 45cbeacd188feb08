//! Pronouns: the nearest antecedent that fits in number, gender, sort and syntax, or none if two fit as well.

use super::knowledge::{self, Sort};
use super::names::Gender;
use super::reading::{At, Tree};
use super::reference::{Candidate, MARGIN, Meaning, Number, Resolver, clause_of, encloses, speaks};
use crate::entity::{Entity, EntityKind, Resolution};
use crate::lexicon::nouns;
use crate::text::{Deprel, Upos};

/// How far from a quoted pronoun its sentence is searched for a speaker, in words.
const WIDEST: usize = 200;

/// What a pronoun asks of its antecedent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pronoun {
    He,
    She,
    It,
    They,
}

impl Pronoun {
    pub(super) fn read(form: &str) -> Option<Pronoun> {
        match form.to_lowercase().as_str() {
            "he" | "him" | "his" | "himself" => Some(Pronoun::He),
            "she" | "her" | "hers" | "herself" => Some(Pronoun::She),
            "it" | "its" | "itself" => Some(Pronoun::It),
            "they" | "them" | "their" | "theirs" | "themselves" => Some(Pronoun::They),
            _ => None,
        }
    }
}

impl Resolver<'_> {
    pub(super) fn pronoun(&mut self, tree: Tree<'_>, at: At, pronoun: Pronoun) {
        if tree.deprel(at.token) == Some(Deprel::Expl) || is_empty_it(tree, at.token) {
            return;
        }
        let possessive = tree.deprel(at.token) == Some(Deprel::NmodPoss);
        // "In his speech, the minister said".
        if possessive && self.ahead(tree, at) && self.cataphor(tree, at, pronoun) {
            return;
        }
        let mut scored = self.scored(tree, at, pronoun);
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

    fn gender(&self, c: &Candidate) -> Option<Gender> {
        match &c.meaning {
            Meaning::Named(index) => self.genders.get(*index).copied().flatten(),
            _ => c.gender,
        }
    }

    /// Whether number, gender and sort allow that a pronoun means it.
    fn fits(&self, c: &Candidate, pronoun: Pronoun) -> bool {
        let person = c.sort == Sort::Person;
        let may_be_person = person
            || c.kind == Some(EntityKind::Other)
                && c.sort != Sort::Time
                && matches!(c.meaning, Meaning::Named(_));
        let gender = self.gender(c);
        if pronoun == Pronoun::She && self.is_vessel(c) {
            return c.number == Number::One;
        }
        match pronoun {
            Pronoun::He => c.number == Number::One && may_be_person && gender != Some(Gender::Female),
            Pronoun::She => c.number == Number::One && may_be_person && gender != Some(Gender::Male),
            Pronoun::It => c.number == Number::One && !person && c.sort != Sort::Time && gender.is_none(),
            Pronoun::They => c.number == Number::Many && c.sort != Sort::Time,
        }
    }

    fn is_vessel(&self, c: &Candidate) -> bool {
        match &c.meaning {
            Meaning::Named(index) => self.names.all.get(*index).is_some_and(|n| n.vessel),
            Meaning::Phrase(at) => {
                let tree = self.reading.tree(*at);
                tree.is_some_and(|tree| nouns::is_vessel(tree.lemma(at.token)))
            }
            Meaning::Group(_) => false,
        }
    }

    /// Who a pronoun cannot mean, by where it stands: "she gave him" speaks of two, and so do "campaigning against Reed, he"
    /// and whoever is quoted saying "he".
    fn barred(&self, tree: Tree<'_>, at: At) -> Vec<Meaning> {
        let possessive = tree.deprel(at.token) == Some(Deprel::NmodPoss);
        let governor = tree.token(at.token).and_then(|t| t.head);
        let beside = |c: &Candidate| {
            !is_reflexive(tree, at.token) && tree.token(c.at.token).and_then(|t| t.head) == governor
        };
        let own_participle = |c: &Candidate| {
            tree.deprel(at.token) == Some(Deprel::Nsubj)
                && clause_of(tree, c.at.token).is_some_and(|v| {
                    tree.deprel(v) == Some(Deprel::Advcl)
                        && tree
                            .token(v)
                            .is_some_and(|t| t.head == governor && t.xpos == "VBG")
                        && tree.dependent(v, &[Deprel::Nsubj, Deprel::NsubjPass]).is_none()
                        && tree.token(c.at.token).is_some_and(|t| t.head == Some(v))
                })
        };
        // "The guard standing beside him", "the man whom he saw": two people. "A box with a name on it" is one thing.
        let thing = Pronoun::read(tree.form(at.token)) == Some(Pronoun::It);
        let own_clause = |c: &Candidate| {
            !thing
                && !is_reflexive(tree, at.token)
                && clause_of(tree, at.token).is_some_and(|v| {
                    matches!(tree.deprel(v), Some(Deprel::Acl | Deprel::AclRelcl))
                        && tree.token(v).is_some_and(|t| t.head == Some(c.at.token))
                })
        };
        // "Ann Lee, her lawyer": somebody else's.
        let bearer = governor
            .filter(|&role| possessive && tree.deprel(role) == Some(Deprel::Appos))
            .and_then(|role| tree.token(role)?.head);
        let own_role = |c: &Candidate| bearer == Some(c.at.token);
        self.candidates
            .iter()
            .filter(|c| {
                let apart = beside(c) || own_participle(c) || own_clause(c);
                c.order == self.order && (!possessive && apart || own_role(c))
            })
            .map(|c| c.meaning.clone())
            .chain(self.quoting(tree, at))
            .collect()
    }

    /// What a pronoun can mean, by index, with how well each fits.
    fn scored(&self, tree: Tree<'_>, at: At, pronoun: Pronoun) -> Vec<(i32, usize)> {
        let reflexive = is_reflexive(tree, at.token);
        let barred = self.barred(tree, at);
        // "Ann Reed herself": the name right before.
        let touches = |c: &Candidate| {
            let last = self.names.mention(c.at).map_or(c.at.token, |m| m.words.1);
            c.order == self.order && last + 1 == at.token
        };
        let emphatic = reflexive && self.candidates.iter().any(touches);
        let possible = |c: &Candidate| {
            self.fits(c, pronoun)
                && !barred.contains(&c.meaning)
                && (!emphatic || touches(c))
                && (c.order == self.order || !reflexive)
                && (c.order != self.order || !encloses(tree, c.at.token, at.token))
        };
        let candidates = self.candidates.iter().enumerate();
        candidates
            .filter(|(_, c)| possible(c))
            .map(|(index, c)| (self.score(tree, at, pronoun, c), index))
            .collect()
    }

    /// How well a pronoun that may mean it fits it.
    fn score(&self, tree: Tree<'_>, at: At, pronoun: Pronoun, c: &Candidate) -> i32 {
        let subject = |r| matches!(r, Deprel::Nsubj | Deprel::NsubjPass);
        let bound = tree.deprel(at.token) == Some(Deprel::NmodPoss) || is_reflexive(tree, at.token);
        let speaking = speaks(tree, at.token);
        let back = (self.order - c.order) as i32;
        let mut score = c.weight - 14 * back;
        if back == 0 {
            let governor = tree.token(c.at.token).and_then(|t| t.head);
            if bound && subject(c.role) && governor == clause_of(tree, at.token) {
                score += 16;
            }
            // Just behind the word nearest to it.
            score += 3 - (at.token.saturating_sub(c.at.token) as i32 / 8).min(3);
        }
        if tree
            .deprel(at.token)
            .is_some_and(|r| subject(r) && subject(c.role))
        {
            score += 5;
        }
        if c.quoted.is_some() && self.quoted(tree, at).is_none() {
            // What somebody speaks of is not who speaks.
            score -= if speaking { 40 } else { 6 };
        }
        let place = matches!(c.kind, Some(EntityKind::Place | EntityKind::Country));
        if pronoun == Pronoun::It && place && !subject(c.role) && !bound {
            // Where something happened is seldom what is spoken of next.
            score -= 8;
        }
        if speaking && self.speaker.as_ref().is_some_and(|(_, s)| *s == c.meaning) {
            // "He said" goes on with who spoke last.
            score += 12 + 8 * back;
        }
        if matches!(pronoun, Pronoun::He | Pronoun::She) {
            score += match (self.gender(c), c.kind) {
                (Some(_), _) => 5,
                _ if self.is_vessel(c) => 5,
                (None, Some(EntityKind::Person) | None) => 0,
                _ => -6,
            };
        }
        score
    }

    /// Who speaks where a pronoun stands in a quotation: the speaker of its sentence, or the last one, if the sentence has none.
    fn quoting(&self, tree: Tree<'_>, at: At) -> Option<Meaning> {
        self.quoted(tree, at)?;
        let unquoted = |word: usize| self.quoted(tree, at.word(word)).is_none();
        // Only runaway sentences are longer.
        let near = at.token.saturating_sub(WIDEST)..(at.token + WIDEST).min(tree.len());
        let here = near.into_iter().find(|&i| speaks(tree, i) && unquoted(i));
        match here {
            Some(word) => Some(self.meaning(at.word(word))),
            None => self
                .speaker
                .as_ref()
                .filter(|(order, _)| self.order - order <= 2)
                .map(|(_, who)| who.clone()),
        }
    }

    /// "After months in which he was attacked, the minister arrived": the subject that follows.
    fn cataphor(&mut self, tree: Tree<'_>, at: At, pronoun: Pronoun) -> bool {
        let Some(root) = tree.sentence.root() else {
            return false;
        };
        let Some(subject) = tree.dependent(root, &[Deprel::Nsubj, Deprel::NsubjPass]) else {
            return false;
        };
        if subject <= at.token
            || encloses(tree, subject, at.token)
            || clause_of(tree, at.token) == Some(root) && tree.deprel(at.token) != Some(Deprel::NmodPoss)
        {
            return false;
        }
        let word = at.word(subject);
        // Who is quoted speaks of others.
        if speaks(tree, subject) && self.quoted(tree, at).is_some() && self.quoted(tree, word).is_none() {
            return false;
        }
        let index = self.names.mention(word).and_then(|m| m.named);
        let gender = index.and_then(|i| self.genders.get(i).copied().flatten());
        let other = match pronoun {
            Pronoun::He => gender == Some(Gender::Female),
            Pronoun::She => gender == Some(Gender::Male),
            _ => false,
        };
        if other {
            return false;
        }
        let named = self
            .names
            .mention(word)
            .and_then(|m| m.named)
            .and_then(|i| self.names.all.get(i));
        let sort = knowledge::sort(tree.lemma(subject));
        let fits = match (pronoun, named) {
            (Pronoun::She, named)
                if named.map_or_else(|| nouns::is_vessel(tree.lemma(subject)), |n| n.vessel) =>
            {
                true
            }
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
            return true;
        }
        false
    }

    /// Whether a word stands in a phrase in front of the subject of the whole sentence, with no subject before it.
    fn ahead(&self, tree: Tree<'_>, at: At) -> bool {
        let Some(root) = tree.sentence.root() else {
            return false;
        };
        let subject = tree.dependent(root, &[Deprel::Nsubj, Deprel::NsubjPass]);
        subject.is_some_and(|s| at.token < s)
            && clause_of(tree, at.token) == Some(root)
            && !self.candidates.iter().any(|c| c.order == self.order)
    }

    pub(super) fn ambiguous(&mut self, tree: Tree<'_>, at: At, a: &Meaning, b: &Meaning, how: Resolution) {
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
}

fn is_reflexive(tree: Tree<'_>, word: usize) -> bool {
    let form = tree.form(word).to_lowercase();
    form.ends_with("self") || form.ends_with("selves")
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
    // "Did not make it to the station".
    if tree.lemma(head) == "make" && tree.deprel(i) == Some(Deprel::Obj) && head + 1 == i {
        let next = tree.token(i + 1);
        return next.is_none_or(|t| matches!(t.upos, Upos::Adp | Upos::Punct | Upos::Adv));
    }
    let subject = matches!(tree.deprel(i), Some(Deprel::Nsubj | Deprel::NsubjPass));
    let weather = matches!(tree.lemma(head), "rain" | "snow" | "hail" | "seem" | "appear");
    let passive = tree.deprel(i) == Some(Deprel::NsubjPass) || tree.dependent(head, &[Deprel::Cop]).is_some();
    // "It was almost twelve", "it was a woman": a time, or somebody that nothing stands for.
    let told = tree
        .token(head)
        .filter(|_| tree.dependent(head, &[Deprel::Cop]).is_some());
    let presents = told.is_some_and(|t| {
        let sort = || knowledge::sort(&t.lemma);
        t.upos == Upos::Num || t.upos == Upos::Noun && matches!(sort(), Sort::Person | Sort::Time)
    });
    if subject && presents {
        return true;
    }
    let surely = super::standing::is_sureness(tree.lemma(head)) || tree.lemma(head) == "worth";
    subject && (weather || clause && passive || surely && tree.deprel(i) == Some(Deprel::Nsubj) && passive)
}
