//! Pronouns: the nearest antecedent that fits in number, gender, sort and syntax, or none if two fit as well.

use super::knowledge::{self, Sort};
use super::names::Gender;
use super::reading::{At, Tree};
use super::reference::{Candidate, MARGIN, Meaning, Number, Resolver, clause_of, encloses};
use crate::entity::{Entity, EntityKind, Resolution};
use crate::text::Deprel;

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
