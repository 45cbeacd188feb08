//! Constructions that say the same in other words, put in one form.

use crate::lexicon::predicates::{self, Light};
use crate::logic::draft::{Draft, Item};
use crate::logic::form::{Mood, negates};
use crate::logic::read;
use crate::measure::{Bound, find_periods, period_at};
use crate::text::{Deprel, Token, Upos};

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

    /// A date is one word, whatever it is made of.
    pub(super) fn times(&mut self) {
        let forms: Vec<&str> = self.tokens.iter().map(|t| t.form(self.text)).collect();
        for (range, _) in find_periods(&forms) {
            // Without what introduces it, which becomes its mark.
            let bare = range.clone().find_map(|start| {
                let (words, period) = period_at(&forms, start)?;
                (period.bound == Bound::At && period.is_resolved() && start + words == range.end)
                    .then_some((start, period))
            });
            let Some((start, period)) = bare else { continue };
            let own = start..range.end;
            let outside = |i: &usize| {
                self.items
                    .get(*i)
                    .is_some_and(|x| x.head.is_none_or(|h| !own.contains(&h)))
            };
            // "From 1955 to 1959" hangs on its verb by both.
            let mut heads = own.clone().filter(outside);
            let above = |i: usize| self.items.get(i).and_then(|x| x.head);
            let Some(head) = heads
                .next()
                .filter(|&h| heads.all(|other| above(other) == above(h)))
            else {
                continue;
            };
            own.filter(|&i| i != head).for_each(|i| self.drop(i));
            self.set(head, |x| x.time = Some(period));
        }
    }

    /// "It was in May that she left": she left in May.
    pub(super) fn brought_forward(&mut self) {
        let Some(root) = (0..self.items.len()).find(|&i| self.items.get(i).is_some_and(|x| x.head.is_none()))
        else {
            return;
        };
        let it = self.child(root, |x, _| {
            x.lemma == "it" && matches!(x.rel, Deprel::Nsubj | Deprel::Expl)
        });
        let copula = self.child(root, |x, _| x.rel == Deprel::Cop);
        let mark = self.child(root, |x, _| x.rel == Deprel::Case);
        let clause = self.child(root, |x, _| {
            matches!(
                x.rel,
                Deprel::AclRelcl
                    | Deprel::Acl
                    | Deprel::Advcl
                    | Deprel::AdvclRelcl
                    | Deprel::Ccomp
                    | Deprel::Csubj
            )
        });
        let (Some(it), Some(copula), Some(_), Some(clause)) = (it, copula, mark, clause) else {
            return;
        };
        if self
            .child(clause, |x, _| matches!(x.rel, Deprel::Nsubj | Deprel::NsubjPass))
            .is_none()
        {
            return;
        }
        for child in self.children(root) {
            let token = self.items.get(child).map(|x| x.lemma.clone()).unwrap_or_default();
            if negates(&token, &self.word(child)) {
                self.set(child, |x| x.head = Some(clause));
            }
        }
        for child in self.children(clause) {
            let that = self
                .items
                .get(child)
                .is_some_and(|x| x.lemma == "that" && child < clause);
            if that {
                self.drop(child);
            }
        }
        self.drop(it);
        self.drop(copula);
        self.set(clause, |x| {
            x.head = None;
            x.rel = Deprel::Root;
        });
        self.set(root, |x| {
            x.head = Some(clause);
            x.rel = Deprel::Obl;
        });
    }

    /// "Used to smoke": smoked, and no more.
    pub(super) fn formerly(&mut self) {
        for at in 0..self.items.len() {
            let used = self.tokens.get(at).is_some_and(|t| t.upos == Upos::Verb) && self.word(at) == "used";
            let verb = self.child(at, |x, t| x.rel == Deprel::Xcomp && t.upos == Upos::Verb);
            let Some(verb) = verb.filter(|&v| used && v == at + 2 && self.word(at + 1) == "to") else {
                continue;
            };
            self.give_place(at, verb);
            self.drop(at + 1);
            self.set(verb, |x| x.mood = Mood::Once);
        }
    }

    /// "Served as governor": was governor.
    pub(super) fn served(&mut self) {
        for at in 0..self.items.len() {
            let serves = self
                .items
                .get(at)
                .is_some_and(|x| x.lemma == "serve" || x.lemma == "act");
            let office = self.child(at, |x, t| x.rel == Deprel::Obl && t.upos == Upos::Noun);
            let Some(office) = office.filter(|_| serves) else {
                continue;
            };
            let Some(mark) = self.child(office, |x, _| x.rel == Deprel::Case && x.lemma == "as") else {
                continue;
            };
            self.give_place(at, office);
            self.drop(mark);
        }
    }

    /// "Left by the time he came": before he came.
    pub(super) fn by_the_time(&mut self) {
        for at in 0..self.items.len() {
            let clause = self.child(at, |x, _| matches!(x.rel, Deprel::AclRelcl | Deprel::Acl));
            let by = self.child(at, |x, _| x.rel == Deprel::Case && x.lemma == "by");
            let (Some(clause), Some(by), true) = (clause, by, self.word(at) == "time") else {
                continue;
            };
            let head = self.items.get(at).and_then(|x| x.head);
            self.children(at)
                .into_iter()
                .filter(|&c| c != clause)
                .for_each(|c| self.drop(c));
            self.drop(at);
            self.set(by, |x| x.gone = true);
            self.set(clause, |x| {
                x.head = head;
                x.rel = Deprel::Advcl;
                x.marker = Some("before".to_owned());
            });
        }
    }

    /// "Took place" is one verb.
    pub(super) fn happening(&mut self) {
        for verb in 0..self.items.len() {
            let noun = self.child(verb, |x, _| x.rel == Deprel::Obj);
            let Some(noun) = noun.filter(|&n| self.children(n).is_empty()) else {
                continue;
            };
            let lemma = |d: &Draft<'_>, i: usize| d.items.get(i).map(|x| x.lemma.clone()).unwrap_or_default();
            if let Some(Light::Other(meant)) = predicates::light(&lemma(self, verb), &lemma(self, noun)) {
                self.set(verb, |x| meant.clone_into(&mut x.lemma));
                self.drop(noun);
            }
        }
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
