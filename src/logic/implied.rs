//! What a sentence says beside what it is built on: who left out of "everyone except her" did not come, what is done "not by
//! him" he does not do, what was not so until May was not so before and was so then, and what came before something else
//! has that come after it.

use crate::lexicon::wordnet::Pos;
use crate::logic::amount::Amount;
use crate::logic::form::{Bond, Form, Mood, Node};
use crate::text::Upos;

impl Form {
    /// Other sentences that follow from it, and whether it follows from each of them too.
    pub(super) fn implied(&self) -> Vec<(Form, bool)> {
        (0..self.nodes.len())
            .flat_map(|at| {
                let said = [self.afterwards(at), self.surpassed(at)];
                let more = [
                    self.excepted(at),
                    self.set_against(at),
                    self.not_before(at),
                    self.at_last(at),
                    self.formerly(at),
                    self.given_up(at),
                ];
                let same = said.into_iter().map(|form| (form, true));
                same.chain(more.into_iter().map(|form| (form, false)))
                    .filter_map(|(form, same)| Some((form?, same)))
            })
            .collect()
    }

    /// "Everyone except Tom left": Tom did not.
    fn excepted(&self, at: usize) -> Option<Form> {
        const MARKS: [&str; 6] = ["except", "except for", "but", "apart from", "save", "excluding"];
        let node = self.get(at)?;
        node.marker.as_deref().filter(|m| MARKS.contains(m))?;
        let (whole, all) = (node.head?, self.get(node.head?)?);
        let verb = all.head?;
        let denied = self.get(verb)?.denied;
        let denied = match all.amount {
            Amount::All => !denied,
            Amount::No => denied,
            Amount::Some if denied => false,
            _ => return None,
        };
        let mut changed = self.without(&|i| i == whole || self.above(i).any(|h| h == whole) && i != at);
        let (own, above) = (changed.place(self, at)?, changed.place(self, verb)?);
        changed.set(own, |n| {
            n.head = Some(above);
            n.bond = all.bond;
            n.marker.clone_from(&all.marker);
        });
        changed.set(above, |n| n.denied = denied);
        Some(changed)
    }

    /// "By the council, not by the mayor": not by the mayor.
    fn set_against(&self, at: usize) -> Option<Form> {
        let node = self.get(at)?;
        let (verb, plain) = (node.head?, !node.is_predicate());
        let beside = |i: usize| {
            self.get(i)
                .is_some_and(|n| n.head == node.head && n.bond == node.bond && !n.denied)
        };
        let others: Vec<usize> = (0..self.nodes.len()).filter(|&i| i != at && beside(i)).collect();
        let argument = matches!(node.bond, Bond::Subject | Bond::Object | Bond::Oblique);
        if !node.denied || !plain || !argument || others.len() != 1 {
            return None;
        }
        let gone = |i: usize| others.contains(&i) || self.above(i).any(|h| others.contains(&h));
        let mut changed = self.without(&gone);
        let (own, above) = (changed.place(self, at)?, changed.place(self, verb)?);
        let marker = others
            .first()
            .and_then(|&i| self.get(i))
            .and_then(|n| n.marker.clone());
        changed.set(own, |n| {
            n.denied = false;
            n.marker = marker;
        });
        changed.set(above, |n| n.denied = !n.denied);
        Some(changed)
    }

    /// "Did not open until May": did not open before May.
    fn not_before(&self, at: usize) -> Option<Form> {
        self.until(at)?;
        let mut changed = self.clone();
        changed.set(at, |n| n.marker = Some("before".to_owned()));
        Some(changed)
    }

    /// "Did not open until May": opened in May.
    fn at_last(&self, at: usize) -> Option<Form> {
        let verb = self.until(at)?;
        let mut changed = self.clone();
        changed.set(at, |n| {
            n.marker = Some(if n.time.is_some() { "in" } else { "after" }.to_owned());
        });
        changed.set(verb, |n| n.denied = false);
        Some(changed)
    }

    /// The predicate that is denied up to a time.
    fn until(&self, at: usize) -> Option<usize> {
        let node = self.get(at)?;
        let verb = node.head?;
        let until = matches!(node.marker.as_deref(), Some("until" | "till"));
        (until && self.get(verb)?.denied).then_some(verb)
    }

    /// "He left before she came": she came after he left.
    fn afterwards(&self, at: usize) -> Option<Form> {
        let node = self.get(at)?;
        let (root, turned) = (
            self.root()?,
            match node.marker.as_deref()? {
                "before" => "after",
                "after" => "before",
                _ => return None,
            },
        );
        let first = self.get(root)?;
        let plain = |n: &Node| !n.denied && n.mood == Mood::Plain;
        let told = matches!(node.bond, Bond::Adverbial | Bond::Oblique) && node.time.is_none();
        if node.head != Some(root) || !told || !plain(first) || first.pos != Some(Pos::Verb) {
            return None;
        }
        let mut changed = self.clone();
        let new = if node.bond == Bond::Adverbial {
            at
        } else {
            changed.nodes.push(Node {
                lemma: "happen".to_owned(),
                upos: Upos::Verb,
                tag: "VBD",
                pos: Some(Pos::Verb),
                amount: Amount::Bare,
                first: self.nodes.len(),
                ..node.clone()
            });
            changed.set(at, |n| {
                n.head = Some(self.nodes.len());
                n.bond = Bond::Subject;
                n.marker = None;
            });
            self.nodes.len()
        };
        changed.set(new, |n| {
            n.head = None;
            n.bond = Bond::Root;
            n.marker = None;
        });
        changed.set(root, |n| {
            n.head = Some(new);
            n.bond = Bond::Adverbial;
            n.marker = Some(turned.to_owned());
        });
        Some(changed)
    }

    /// "The Vell is the longest river": no river is longer than the Vell.
    fn surpassed(&self, at: usize) -> Option<Form> {
        let (node, root) = (self.get(at)?, self.root()?);
        let subject = self.subject(root)?;
        let noun = self.get(root)?;
        let best = node.tag == "JJS" && node.head == Some(root) && noun.pos == Some(Pos::Noun);
        if !best || noun.denied || noun.mood != Mood::Plain {
            return None;
        }
        let mut changed = self.clone();
        changed.set(at, |n| {
            n.head = None;
            n.bond = Bond::Root;
            n.tag = "JJR";
        });
        changed.set(root, |n| {
            n.head = Some(at);
            n.bond = Bond::Subject;
            n.amount = Amount::No;
        });
        changed.set(subject, |n| {
            n.head = Some(at);
            n.bond = Bond::Oblique;
            n.marker = Some("than".to_owned());
        });
        Some(changed)
    }

    /// "No longer smokes": used to.
    fn formerly(&self, at: usize) -> Option<Form> {
        self.get(at).filter(|n| n.mood == Mood::Ended && n.denied)?;
        let mut changed = self.clone();
        changed.set(at, |n| {
            n.denied = false;
            n.mood = Mood::Once;
        });
        Some(changed)
    }

    /// "Stopped smoking": used to smoke.
    fn given_up(&self, at: usize) -> Option<Form> {
        let node = self.get(at)?;
        let (above, verb) = (node.head?, self.get(node.head?)?);
        let stops = matches!(verb.lemma.as_str(), "stop" | "quit" | "cease" | "give up");
        if !stops || verb.denied || node.bond != Bond::Complement || node.tag != "VBG" {
            return None;
        }
        let inside = |i: usize| i == at || self.above(i).any(|h| h == at);
        let subject = self.subject(above);
        let of_subject = |i: usize| subject.is_some_and(|s| i == s || self.above(i).any(|h| h == s));
        let mut changed = self.without(&|i| !inside(i) && !of_subject(i));
        let own = changed.place(self, at)?;
        changed.set(own, |n| {
            n.head = None;
            n.bond = Bond::Root;
            n.marker = None;
            n.mood = Mood::Once;
        });
        if let Some(subject) = subject.and_then(|s| changed.place(self, s)) {
            changed.set(subject, |n| n.head = Some(own));
        }
        Some(changed)
    }

    fn set(&mut self, at: usize, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.nodes.get_mut(at) {
            change(node);
        }
    }

    /// The same without some words.
    fn without(&self, gone: &dyn Fn(usize) -> bool) -> Form {
        let kept: Vec<usize> = (0..self.nodes.len()).filter(|&i| !gone(i)).collect();
        let place = |i: usize| kept.iter().position(|&k| k == i);
        let nodes = kept.iter().enumerate().filter_map(|(new, &i)| {
            let node = self.get(i)?.clone();
            Some(Node {
                head: node.head.and_then(place),
                first: place(node.first).unwrap_or(new),
                ..node
            })
        });
        Form {
            nodes: nodes.collect(),
        }
    }

    /// Where a word of another form of the sentence stands in this one.
    fn place(&self, other: &Form, at: usize) -> Option<usize> {
        let words = &other.get(at)?.words;
        self.nodes.iter().position(|n| n.words == *words)
    }
}
