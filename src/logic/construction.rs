//! Constructions that say the same in other words, put in one form.

use crate::logic::draft::{Draft, Item};
use crate::logic::form::negates;
use crate::logic::read;
use crate::text::{Deprel, Token};

impl Draft<'_> {
    /// "There is a man who sings": a man sings.
    pub(super) fn existential(&mut self) {
        let existential = |x: &Item, _: &Token| x.rel == Deprel::Expl && x.lemma == "there";
        let Some(root) = (0..self.items.len()).find(|&i| self.child(i, existential).is_some()) else {
            return;
        };
        let Some(subject) = self.child(root, |x, _| matches!(x.rel, Deprel::Nsubj | Deprel::Obj)) else {
            return;
        };
        if let Some(there) = self.child(root, existential) {
            self.drop(there);
        }
        let word = |d: &Draft<'_>, i: usize| d.items.get(i).map(|x| (x.lemma.clone(), d.word(i)));
        let not = self.children(root).into_iter().find(|&i| {
            self.items.get(i).is_some_and(|x| !x.gone)
                && word(self, i).is_some_and(|(lemma, form)| negates(&lemma, &form))
        });
        if let Some(not) = not {
            self.drop(not);
            self.set(subject, |x| x.amount = read::negated(x.amount));
        }
        let clause = self.child(subject, |x, _| matches!(x.rel, Deprel::Acl | Deprel::AclRelcl));
        // A noun narrowed by an adjective behind it ("no one awake") says no more than a clause.
        let Some(clause) = clause else {
            for phrase in self.children(subject) {
                self.set(phrase, |x| {
                    if x.rel == Deprel::Nmod {
                        x.head = Some(root);
                        x.rel = Deprel::Obl;
                    }
                });
            }
            self.set(subject, |x| x.rel = Deprel::Nsubj);
            return;
        };
        let relative = self.child(clause, |x, t| {
            matches!(x.rel, Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj) && read::is_relative(t)
        });
        let role = match (relative.and_then(|r| self.rel(r)), self.tokens.get(clause)) {
            (Some(rel), _) => rel,
            (None, Some(t)) if t.xpos == "VBN" => Deprel::NsubjPass,
            (None, _) if self.child(clause, |x, _| x.rel == Deprel::Nsubj).is_some() => Deprel::Obj,
            (None, _) => Deprel::Nsubj,
        };
        if let Some(relative) = relative {
            self.drop(relative);
        }
        let (head, rel) = self
            .items
            .get(root)
            .map_or((None, Deprel::Root), |x| (x.head, x.rel));
        self.set(clause, |x| {
            x.head = head;
            x.rel = rel;
        });
        self.set(subject, |x| {
            x.head = Some(clause);
            x.rel = role;
        });
        for other in self.children(root) {
            self.set(other, |x| x.head = Some(clause));
        }
        self.drop(root);
    }

    /// "A man is in the park" as "there is a man in the park".
    pub(super) fn located(&mut self) {
        for at in 0..self.items.len() {
            let Some(copula) = self.child(at, |x, _| x.rel == Deprel::Cop) else {
                continue;
            };
            let phrase = self.child(at, |x, _| x.rel == Deprel::Case).is_some();
            if !phrase {
                continue;
            }
            let (head, rel) = self
                .items
                .get(at)
                .map_or((None, Deprel::Root), |x| (x.head, x.rel));
            for child in self.children(at) {
                let moves = self.rel(child).is_some_and(|rel| {
                    matches!(
                        rel,
                        Deprel::Nsubj
                            | Deprel::Aux
                            | Deprel::Advcl
                            | Deprel::Mark
                            | Deprel::Conj
                            | Deprel::Csubj
                    )
                }) || self
                    .items
                    .get(child)
                    .is_some_and(|x| negates(&x.lemma, &self.word(child)));
                if moves {
                    self.set(child, |x| x.head = Some(copula));
                }
            }
            self.set(copula, |x| {
                x.head = head;
                x.rel = rel;
            });
            self.set(at, |x| {
                x.head = Some(copula);
                x.rel = Deprel::Obl;
            });
        }
    }

    /// The passive verb above a word that does not say who does it.
    pub(super) fn passive_above(&self, at: usize) -> Option<usize> {
        let mut above = self.items.get(at)?.head?;
        for _ in 0..self.items.len() {
            let passive = self
                .tokens
                .iter()
                .any(|t| t.head == Some(above) && t.deprel == Deprel::AuxPass);
            if passive {
                let told = self
                    .child(above, |x, _| {
                        x.marker.as_deref() == Some("by") || x.rel == Deprel::Nsubj
                    })
                    .is_some();
                return (!told).then_some(above);
            }
            above = self.items.get(above)?.head?;
        }
        None
    }
}
