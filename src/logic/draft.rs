//! From a tree to the words that mean something: the little words are read and left out, and constructions that say the
//! same are put in one form.

use crate::lexicon::negation;
use crate::lexicon::wordnet::Pos;
use crate::logic::amount::Amount;
use crate::logic::form::{Bond, Form, Mood, Node, bond, negates};
use crate::logic::read;
use crate::measure::Period;
use crate::span::{Field, Span, Words};
use crate::text::{Deprel, Token, Upos};

/// A tree that is being rewritten.
pub(super) struct Draft<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
    pub(super) items: Vec<Item>,
}

/// A token as it stands in the rewritten tree.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each stands for a word that is left out"
)]
pub(super) struct Item {
    pub(super) lemma: String,
    pub(super) head: Option<usize>,
    pub(super) rel: Deprel,
    /// Whether it is left out.
    pub(super) gone: bool,
    pub(super) amount: Amount,
    pub(super) denied: bool,
    pub(super) mood: Mood,
    pub(super) under_way: bool,
    pub(super) marker: Option<String>,
    pub(super) first: usize,
    pub(super) either: bool,
    /// Whether it is said to be as much: "as fast".
    pub(super) equal: bool,
    /// The time that it names, without the word that introduces it.
    pub(super) time: Option<Period>,
}

impl<'t> Draft<'t> {
    pub(super) fn of(text: &'t str, tokens: &'t [Token]) -> Draft<'t> {
        let items = tokens
            .iter()
            .enumerate()
            .map(|(i, t)| Item {
                lemma: t.lemma.to_lowercase(),
                head: t.head,
                rel: t.deprel,
                gone: t.upos == Upos::Punct || matches!(t.deprel, Deprel::Punct | Deprel::Discourse),
                amount: Amount::Bare,
                denied: false,
                mood: Mood::Plain,
                under_way: false,
                marker: None,
                first: i,
                either: false,
                equal: false,
                time: None,
            })
            .collect();
        Draft { text, tokens, items }
    }

    pub(super) fn finish(mut self) -> Form {
        self.times();
        self.brought_forward();
        self.formerly();
        self.served();
        self.by_the_time();
        self.happening();
        read::amounts(&mut self);
        self.existential();
        self.located();
        self.clauses();
        self.markers();
        self.joined();
        self.denied_objects();
        self.form()
    }

    pub(super) fn children(&self, at: usize) -> Vec<usize> {
        (0..self.items.len())
            .filter(|&i| self.items.get(i).is_some_and(|t| t.head == Some(at)))
            .collect()
    }

    pub(super) fn child(&self, at: usize, test: impl Fn(&Item, &Token) -> bool) -> Option<usize> {
        self.children(at).into_iter().find(|&i| {
            self.items
                .get(i)
                .zip(self.tokens.get(i))
                .is_some_and(|(x, t)| !x.gone && test(x, t))
        })
    }

    pub(super) fn set(&mut self, at: usize, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.items.get_mut(at) {
            change(item);
        }
    }

    pub(super) fn drop(&mut self, at: usize) {
        self.set(at, |x| x.gone = true);
    }

    /// Drops a word, and gives its place and what hangs on it to `heir`.
    pub(super) fn give_place(&mut self, at: usize, heir: usize) {
        let Some((head, rel)) = self.items.get(at).map(|x| (x.head, x.rel)) else {
            return;
        };
        for child in self.children(at) {
            self.set(child, |x| x.head = Some(heir));
        }
        self.drop(at);
        self.set(heir, |x| (x.head, x.rel) = (head, rel));
    }

    pub(super) fn word(&self, at: usize) -> String {
        self.tokens
            .get(at)
            .map_or(String::new(), |t| t.form(self.text).to_lowercase())
    }

    /// Whether a word stands right behind a verb and nothing hangs on it.
    pub(super) fn bare(&self, at: usize, verb: usize) -> bool {
        at == verb + 1
            && self.tokens.get(verb).is_some_and(|t| t.upos == Upos::Verb)
            && self
                .tokens
                .get(at + 1)
                .is_none_or(|t| !matches!(t.upos, Upos::Noun | Upos::Adj | Upos::Propn | Upos::Num))
            && self.tokens.iter().all(|t| t.head != Some(at))
    }

    pub(super) fn rel(&self, at: usize) -> Option<Deprel> {
        self.items.get(at).map(|x| x.rel)
    }

    /// What auxiliaries, negators and relative pronouns say of their clause.
    fn clauses(&mut self) {
        for at in 0..self.items.len() {
            let Some(token) = self.tokens.get(at) else {
                continue;
            };
            let Some(item) = self.items.get(at).cloned() else {
                continue;
            };
            if item.gone {
                continue;
            }
            let Some(head) = item.head else { continue };
            let form = self.word(at);
            match item.rel {
                Deprel::Aux => {
                    let mood = match item.lemma.as_str() {
                        "can" | "may" | "might" | "could" => Some(Mood::Possible),
                        "will" | "shall" | "'ll" => Some(Mood::Future),
                        "would" | "should" | "must" | "ought" => Some(Mood::Other),
                        _ => None,
                    };
                    let past = item.lemma == "be" && matches!(form.as_str(), "was" | "were");
                    let going = self.tokens.get(head).is_some_and(|t| t.xpos == "VBG");
                    let contracted = negation::contracted(&form);
                    self.set(head, |x| {
                        x.mood = mood.unwrap_or(x.mood);
                        x.under_way |= past && going;
                        x.denied ^= contracted;
                    });
                    self.drop(at);
                }
                Deprel::AuxPass | Deprel::Cop | Deprel::Expl => self.drop(at),
                Deprel::Nsubj | Deprel::Obj | Deprel::NsubjPass
                    if read::is_relative(token)
                        && self
                            .rel(head)
                            .is_some_and(|rel| matches!(rel, Deprel::AclRelcl | Deprel::Acl)) =>
                {
                    self.drop(at);
                }
                Deprel::Advmod | Deprel::Det | Deprel::Cc | Deprel::Dep
                    if negates(&item.lemma, &form)
                        || item.rel == Deprel::Advmod && negation::weak(&item.lemma) =>
                {
                    self.set(head, |x| x.denied = !x.denied);
                    self.drop(at);
                }
                // "No longer works", "is no faster".
                Deprel::Advmod | Deprel::Det if item.lemma == "no" => {
                    if let Some((denied, mood)) = self.compared_with_none(at, head) {
                        self.set(denied, |x| {
                            x.denied = !x.denied;
                            x.mood = mood;
                        });
                        self.drop(at);
                    }
                }
                // "As fast as".
                Deprel::Advmod if item.lemma == "as" => {
                    self.set(head, |x| x.equal = true);
                    self.drop(at);
                }
                Deprel::CompoundPrt | Deprel::Advmod
                    if item.rel == Deprel::CompoundPrt || read::is_particle(&form) && self.bare(at, head) =>
                {
                    let particle = item.lemma.clone();
                    self.set(head, |x| {
                        x.lemma.push(' ');
                        x.lemma.push_str(&particle);
                    });
                    self.drop(at);
                }
                _ => {}
            }
        }
    }

    /// What "no" denies before a comparative: what it was and is not, or that it is more.
    fn compared_with_none(&mut self, at: usize, word: usize) -> Option<(usize, Mood)> {
        let comparative = |t: &Token| matches!(t.xpos, "JJR" | "RBR");
        let lasts = matches!(self.word(word).as_str(), "longer" | "more");
        if word == at + 1 && lasts && self.word(word + 1) != "than" && self.rel(word) == Some(Deprel::Advmod)
        {
            self.drop(word);
            return Some((self.items.get(word)?.head?, Mood::Ended));
        }
        let plain = self.tokens.get(word).filter(|t| comparative(t));
        plain.map(|_| (word, Mood::Plain))
    }

    /// Prepositions and conjunctions become marks on what they introduce; who does it stands as the subject of a passive.
    fn markers(&mut self) {
        for at in 0..self.items.len() {
            let Some(item) = self.items.get(at).cloned() else {
                continue;
            };
            let Some(head) = item.head.filter(|_| !item.gone) else {
                continue;
            };
            if matches!(item.rel, Deprel::Case | Deprel::Mark | Deprel::Fixed) {
                let lemma = item.lemma.clone();
                // The mark of a name of several words stands on the first.
                let head = self
                    .items
                    .get(head)
                    .filter(|x| matches!(x.rel, Deprel::Compound | Deprel::Flat))
                    .and_then(|x| x.head)
                    .unwrap_or(head);
                self.set(head, |x| match &mut x.marker {
                    Some(marker) => {
                        marker.push(' ');
                        marker.push_str(&lemma);
                    }
                    none => *none = Some(lemma),
                });
                self.drop(at);
            }
        }
        for at in 0..self.items.len() {
            let passive = self.items.get(at).and_then(|x| x.head).is_some_and(|h| {
                self.tokens
                    .iter()
                    .any(|t| t.head == Some(h) && t.deprel == Deprel::AuxPass)
                    || self.tokens.get(h).is_some_and(|t| {
                        t.xpos == "VBN" && matches!(t.deprel, Deprel::Acl | Deprel::AclRelcl)
                    })
            });
            // "Was dropped into a pot by a cook".
            let by = self
                .items
                .get(at)
                .is_some_and(|x| x.rel == Deprel::Nmod && x.marker.as_deref() == Some("by"));
            let verb = if by && !passive {
                self.passive_above(at)
            } else {
                None
            };
            if let Some(verb) = verb {
                self.set(at, |x| {
                    x.head = Some(verb);
                    x.rel = Deprel::Nsubj;
                    x.marker = None;
                });
            }
            self.set(at, |x| {
                if matches!(x.rel, Deprel::Obl | Deprel::OblAgent)
                    && x.marker.as_deref() == Some("by")
                    && passive
                {
                    x.rel = Deprel::Nsubj;
                    x.marker = None;
                }
            });
        }
    }

    /// What is joined stands where the first of it stands.
    fn joined(&mut self) {
        for at in 0..self.items.len() {
            if self.rel(at) != Some(Deprel::Conj) {
                continue;
            }
            let Some(first) = self.items.get(at).and_then(|x| x.head) else {
                continue;
            };
            let first = self.items.get(first).map_or(first, |x| x.first);
            let Some(lead) = self.items.get(first).cloned() else {
                continue;
            };
            let or = (first..=at).any(|i| {
                self.rel(i) == Some(Deprel::Cc)
                    && self
                        .items
                        .get(i)
                        .is_some_and(|x| matches!(x.lemma.as_str(), "or" | "nor"))
            });
            let own = self.child(at, |x, _| matches!(x.rel, Deprel::Nsubj | Deprel::NsubjPass));
            let helped = self.tokens.iter().any(|t| {
                t.head == Some(at) && matches!(t.deprel, Deprel::Aux | Deprel::AuxPass | Deprel::Cop)
            });
            // "Never slept, and ate".
            let finite = |i: usize| {
                self.tokens
                    .get(i)
                    .is_some_and(|t| matches!(t.xpos, "VBD" | "VBZ" | "VBP"))
            };
            let joint = (0..at).rev().find(|&i| {
                self.tokens
                    .get(i)
                    .is_some_and(|t| t.head == Some(at) && t.deprel == Deprel::Cc)
            });
            let comma = joint
                .and_then(|i| i.checked_sub(1))
                .is_some_and(|i| self.word(i) == ",");
            let set_off = comma && finite(first) && finite(at);
            let undetermined = !self.tokens.iter().any(|t| {
                t.head == Some(at) && matches!(t.deprel, Deprel::Det | Deprel::Nummod | Deprel::NmodPoss)
            });
            let plain = self.tokens.get(at).is_some_and(|t| t.upos != Upos::Propn);
            self.set(at, |x| {
                x.head = lead.head;
                x.rel = lead.rel;
                x.first = first;
                x.either = or;
                x.marker = x.marker.take().or_else(|| lead.marker.clone());
                if own.is_none() && !helped && !set_off {
                    x.denied ^= lead.denied;
                    if x.mood == Mood::Plain {
                        x.mood = lead.mood;
                    }
                }
                if undetermined && plain && matches!(x.amount, Amount::Bare | Amount::Mass) {
                    x.amount = lead.amount;
                }
            });
            if or {
                for other in 0..self.items.len() {
                    self.set(other, |x| x.either |= x.first == first);
                }
            }
        }
        for at in 0..self.items.len() {
            if self
                .items
                .get(at)
                .is_some_and(|x| matches!(x.rel, Deprel::Cc | Deprel::CcPreconj))
            {
                self.drop(at);
            }
        }
    }

    /// "Owns no dog" as "does not own a dog".
    fn denied_objects(&mut self) {
        for at in 0..self.items.len() {
            let Some(item) = self.items.get(at).cloned() else {
                continue;
            };
            let object = matches!(bond(item.rel), Bond::Object | Bond::Oblique | Bond::Recipient);
            let passive = item.rel == Deprel::NsubjPass;
            let close = item
                .marker
                .as_deref()
                .is_none_or(|m| matches!(m, "to" | "at" | "in" | "under" | "from" | "by"));
            if item.gone || item.amount != Amount::No || !object || passive || !close {
                continue;
            }
            if let Some(head) = item.head {
                self.set(head, |x| x.denied = !x.denied);
                self.set(at, |x| x.amount = Amount::Some);
            }
        }
    }

    /// What is left.
    fn form(self) -> Form {
        let mut places = vec![None; self.items.len()];
        let mut count = 0;
        for (place, item) in places.iter_mut().zip(&self.items) {
            if !item.gone && !matches!(item.rel, Deprel::Det | Deprel::DetPredet) {
                *place = Some(count);
                count += 1;
            }
        }
        let place = |i: usize| places.get(i).copied().flatten();
        let head = |i: usize| {
            std::iter::successors(self.items.get(i).and_then(|x| x.head), |&h| {
                self.items.get(h).and_then(|x| x.head)
            })
            .take(self.items.len())
            .find_map(place)
        };
        let nodes = self
            .items
            .iter()
            .zip(self.tokens)
            .enumerate()
            .filter_map(|(i, (item, token))| {
                let own = place(i)?;
                let head = head(i);
                Some(Node {
                    words: Words {
                        span: Span::new(Field::Text, token.span.clone()),
                        text: token.form(self.text).to_owned(),
                    },
                    lemma: item.lemma.clone(),
                    upos: token.upos,
                    tag: token.xpos,
                    pos: Pos::of(token.upos),
                    head,
                    bond: if head.is_none() {
                        Bond::Root
                    } else {
                        bond(item.rel)
                    },
                    marker: item.marker.clone(),
                    amount: item.amount,
                    denied: item.denied,
                    mood: item.mood,
                    under_way: item.under_way,
                    first: place(item.first).unwrap_or(own),
                    either: item.either,
                    equal: item.equal,
                    time: item.time.clone(),
                })
            });
        Form {
            nodes: nodes.collect(),
        }
    }
}
