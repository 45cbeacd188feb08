//! Which words of a sentence its negators reach, read off the tree: what a clause denies, whether or not a claim was read
//! from it, and however surely it is held.

use crate::cover::reading::is_known;
use crate::lexicon::negation;
use crate::lexicon::signatures::{self, Frame, Kind, Signature, Value};
use crate::text::{Deprel, Token, Upos, ancestors};

/// What negators reach at a word, double negation being none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Denied {
    /// The word itself.
    pub(crate) itself: bool,
    /// The predicate of the clause that it stands in.
    pub(crate) clause: bool,
    /// Whether that clause has a modal verb or words that stand for one: "has to", "is able to".
    pub(crate) modal: bool,
}

/// For each token what of it is denied.
pub(super) fn denied(text: &str, tokens: &[Token]) -> Vec<Denied> {
    let tree = Tree { text, tokens };
    let own: Vec<bool> = (0..tokens.len()).map(|i| tree.negators(i) % 2 == 1).collect();
    let reached: Vec<bool> = (0..tokens.len())
        .map(|at| {
            let mut odd = own.get(at).copied().unwrap_or(false);
            let mut below = at;
            for above in ancestors(tokens, at) {
                let flip = own.get(above).copied().unwrap_or(false);
                match tree.link(above, below) {
                    Link::Carries => odd ^= flip,
                    Link::Turns => odd ^= !flip,
                    Link::Cuts => break,
                }
                below = above;
            }
            odd
        })
        .collect();
    let at = |i: usize| reached.get(i).copied().unwrap_or(false);
    (0..tokens.len())
        .map(|i| Denied {
            itself: at(i),
            clause: at(tree.predicate(i)),
            modal: tree.is_modal(tree.predicate(i)),
        })
        .collect()
}

/// Whether a word only denies what hangs on it.
pub(super) fn lacks(text: &str, tokens: &[Token], at: usize) -> bool {
    Tree { text, tokens }.lacks(at)
}

/// Relations of the words that can carry a clause's negation in them.
const ARGUMENTS: [Deprel; 4] = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::Obj, Deprel::Csubj];

/// What a denial of a word does to what hangs on it.
enum Link {
    /// It is denied along with it.
    Carries,
    /// It is denied where the word is not, and the other way round: "failed to".
    Turns,
    /// It stands as it would alone.
    Cuts,
}

#[derive(Clone, Copy)]
struct Tree<'t> {
    text: &'t str,
    tokens: &'t [Token],
}

impl<'t> Tree<'t> {
    fn children(self, at: usize) -> impl Iterator<Item = (usize, &'t Token)> {
        let all = self.tokens.iter().enumerate();
        all.filter(move |(_, t)| t.head == Some(at) && t.deprel != Deprel::Dep)
    }

    fn form(self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |t| t.form(self.text))
    }

    fn is(self, at: usize, word: &str) -> bool {
        self.form(at).eq_ignore_ascii_case(word)
    }

    /// The predicate of the clause that a word stands in.
    fn predicate(self, at: usize) -> usize {
        let inside = |i: &usize| {
            self.tokens.get(*i).is_some_and(|t| {
                matches!(
                    t.deprel,
                    Deprel::Nsubj
                        | Deprel::NsubjPass
                        | Deprel::NsubjOuter
                        | Deprel::Obj
                        | Deprel::Iobj
                        | Deprel::Obl
                        | Deprel::OblAgent
                        | Deprel::OblUnmarked
                        | Deprel::Nmod
                        | Deprel::NmodPoss
                        | Deprel::NmodUnmarked
                        | Deprel::NmodDesc
                        | Deprel::Amod
                        | Deprel::Advmod
                        | Deprel::Nummod
                        | Deprel::Compound
                        | Deprel::CompoundPrt
                        | Deprel::Flat
                        | Deprel::Fixed
                        | Deprel::Appos
                )
            })
        };
        let up = std::iter::once(at).chain(ancestors(self.tokens, at));
        up.into_iter().find(|i| !inside(i)).unwrap_or(at)
    }

    /// Whether a predicate is under a modal verb, or under words that stand for one.
    fn is_modal(self, predicate: usize) -> bool {
        let lemma = |at: usize| self.tokens.get(at).map_or("", |t| t.lemma.as_str());
        let stands = |at: usize| matches!(lemma(at), "have" | "need" | "able" | "unable" | "likely" | "go");
        let above = |at: &usize| {
            let head = self.tokens.get(*at).filter(|t| t.deprel == Deprel::Xcomp)?.head?;
            (stands(head) || matches!(lemma(head), "make" | "get")).then_some(head)
        };
        std::iter::successors(Some(predicate), above)
            .take(4)
            .any(|at| self.children(at).any(|(_, t)| t.xpos == "MD") || stands(at) && at != predicate)
    }

    /// How many negators hang on a word, its arguments' included, and whether it is one itself.
    fn negators(self, at: usize) -> usize {
        self.children(at).filter(|&(i, t)| self.negates(at, i, t)).count() + usize::from(self.lacks(at))
    }

    /// "Lacks a roof", "incapable of rest": a word that only denies what hangs on it.
    fn lacks(self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|t| matches!(t.upos, Upos::Verb | Upos::Adj) && negation::lacking(&t.lemma))
            && self.children(at).any(|(i, _)| self.is_lacked(i))
    }

    /// Whether what hangs on a word that lacks is what is lacked.
    fn is_lacked(self, below: usize) -> bool {
        let of = self
            .children(below)
            .any(|(i, t)| matches!(t.deprel, Deprel::Case | Deprel::Mark) && self.is(i, "of"));
        self.tokens.get(below).is_some_and(|t| match t.deprel {
            Deprel::Obj => true,
            Deprel::Obl | Deprel::Advcl | Deprel::Nmod | Deprel::Acl => of,
            _ => false,
        })
    }

    /// Whether what hangs on a word negates it.
    fn negates(self, at: usize, child: usize, token: &Token) -> bool {
        let form = self.form(child);
        // The clause counts what its subject and its object are negated by.
        let argument = self.tokens.get(at).is_some_and(|t| ARGUMENTS.contains(&t.deprel));
        match token.deprel {
            Deprel::Det => negation::determiner(form) && !argument,
            Deprel::Nummod => negation::number(form) && !argument,
            Deprel::Advmod if argument && child < at => false,
            Deprel::Case | Deprel::Mark => self.denying_mark(child),
            Deprel::CcPreconj => negation::conjunction(form) && !argument,
            Deprel::Cc => negation::conjunction(form) || self.denying_mark(child),
            relation if ARGUMENTS.contains(&relation) => self.of_none(child, token),
            _ if negation::particle(form) || negation::contracted(form) => self.reaches(at, child),
            Deprel::Advmod => negation::weak(form) || self.yet_to(child),
            _ => false,
        }
    }

    /// Whether a particle negates the clause and not the word after it: not "not only", "not until".
    fn reaches(self, at: usize, particle: usize) -> bool {
        let next = self.form(particle + 1);
        if negation::only(next)
            || ["until", "least", "unlike"]
                .iter()
                .any(|w| next.eq_ignore_ascii_case(w))
        {
            return false;
        }
        // "Did not open until Tuesday": it opened.
        let until = self.children(at).any(|(c, t)| {
            c > at
                && matches!(t.deprel, Deprel::Obl | Deprel::OblUnmarked | Deprel::Advcl)
                && self.children(c).any(|(m, _)| self.is(m, "until"))
        });
        // "Whether or not", "may or may not".
        !until
            && ![1, 2]
                .iter()
                .any(|&n| particle.checked_sub(n).is_some_and(|i| self.is(i, "or")))
    }

    /// "Nobody", "none of them", "no minister", "not all".
    fn of_none(self, at: usize, token: &Token) -> bool {
        negation::pronoun(self.form(at)) && token.upos != Upos::Num
            || self.children(at).any(|(i, t)| {
                let form = self.form(i);
                t.deprel == Deprel::Det && negation::determiner(form)
                    || t.deprel == Deprel::Nummod && negation::number(form)
                    || t.deprel == Deprel::CcPreconj && negation::conjunction(form)
                    || t.deprel == Deprel::Advmod
                        && i < at
                        && negation::particle(form)
                        && !negation::only(self.form(i + 1))
            })
    }

    /// "Has yet to open".
    fn yet_to(self, adverb: usize) -> bool {
        self.is(adverb, "yet") && self.is(adverb + 1, "to")
    }

    /// "Without", "instead of", "far from", "anything but".
    fn denying_mark(self, mark: usize) -> bool {
        let before = |word: &str| mark.checked_sub(1).is_some_and(|i| self.is(i, word));
        match self.form(mark).to_ascii_lowercase().as_str() {
            "without" => true,
            "instead" => self.is(mark + 1, "of"),
            "rather" => self.is(mark + 1, "than"),
            "from" => before("far"),
            "but" => before("anything"),
            _ => false,
        }
    }

    /// What a denial of `above` does to `below`, which hangs on it.
    fn link(self, above: usize, below: usize) -> Link {
        let (Some(head), Some(token)) = (self.tokens.get(above), self.tokens.get(below)) else {
            return Link::Cuts;
        };
        if self.lacks(above) && self.is_lacked(below) {
            return Link::Carries;
        }
        let marked = |word: &str| {
            self.children(below)
                .any(|(i, t)| t.deprel == Deprel::Mark && self.is(i, word))
        };
        let asks = |verb: &str| {
            let known = |read: fn(Kind, &str, Frame) -> Option<Signature>| read(Kind::Verb, verb, Frame::If);
            known(signatures::plain)
                .or_else(|| known(signatures::source))
                .is_some()
        };
        let frame = match token.deprel {
            Deprel::Parataxis
            | Deprel::Advcl
            | Deprel::AdvclRelcl
            | Deprel::Appos
            | Deprel::Discourse
            | Deprel::List
            | Deprel::Vocative
            | Deprel::Reparandum
            | Deprel::Dislocated => return Link::Cuts,
            Deprel::AclRelcl if is_known(self.tokens, above) => return Link::Cuts,
            Deprel::Conj => {
                return if self.shares(above, below) {
                    Link::Carries
                } else {
                    Link::Cuts
                };
            }
            // What is denied of somebody leaves them there, unless there are none.
            Deprel::Nsubj | Deprel::NsubjPass if !self.of_none(below, token) && !self.exists(above) => {
                return Link::Cuts;
            }
            Deprel::Obl | Deprel::Nmod if is_known(self.tokens, below) => return Link::Cuts,
            // Whether it is so is not denied.
            Deprel::Ccomp if (marked("whether") || marked("if")) && asks(&head.lemma) => return Link::Cuts,
            Deprel::Obj => Frame::Np,
            Deprel::Ccomp => Frame::That,
            Deprel::Xcomp if token.xpos == "VBG" => Frame::Ing,
            Deprel::Xcomp => Frame::To,
            Deprel::Nmod
                if self
                    .children(below)
                    .any(|(i, t)| t.deprel == Deprel::Case && self.is(i, "of")) =>
            {
                Frame::Of
            }
            Deprel::Acl if marked("to") => Frame::To,
            Deprel::Acl if marked("that") => Frame::That,
            _ => return Link::Carries,
        };
        let kind = match head.upos {
            Upos::Noun => Kind::Noun,
            Upos::Adj => Kind::Adjective,
            _ => Kind::Verb,
        };
        let found = signatures::plain(kind, &head.lemma, frame)
            .or_else(|| signatures::plain(kind, &head.lemma, Frame::ObjTo).filter(|_| frame == Frame::To));
        let Some(Signature { outside, .. }) = found else {
            // Who never denied it leaves it open.
            let denies = signatures::source(kind, &head.lemma, frame).and_then(|s| s.holder);
            let denies = denies.is_some_and(|e| matches!(e.holds, Value::Fact(h) if h < 0));
            return if denies { Link::Cuts } else { Link::Carries };
        };
        match (outside.holds, outside.fails) {
            (Value::Fact(h), Value::Fact(f)) if h > 0 && f > 0 => Link::Cuts,
            // What is not proved may be so.
            (_, Value::Unproven) => Link::Cuts,
            (Value::Fact(h), _) if h < 0 => Link::Turns,
            _ => Link::Carries,
        }
    }

    /// "There is".
    fn exists(self, at: usize) -> bool {
        self.children(at).any(|(_, t)| t.deprel == Deprel::Expl)
    }

    /// Whether a comma parts two finite verbs: "never slept, and ate".
    fn set_off(self, first: usize, later: usize) -> bool {
        let finite = |i: usize| {
            self.tokens
                .get(i)
                .is_some_and(|t| matches!(t.xpos, "VBD" | "VBZ" | "VBP"))
        };
        let joined = self
            .children(later)
            .find(|(_, t)| t.deprel == Deprel::Cc)
            .map(|(i, _)| i);
        finite(first)
            && finite(later)
            && joined
                .and_then(|i| i.checked_sub(1))
                .is_some_and(|i| self.is(i, ","))
    }

    /// Whether a later part of a coordination stands under what negates the first: "did not close or move".
    fn shares(self, first: usize, later: usize) -> bool {
        let own = self.children(later).any(|(i, t)| {
            matches!(
                t.deprel,
                Deprel::Aux
                    | Deprel::AuxPass
                    | Deprel::Cop
                    | Deprel::Nsubj
                    | Deprel::NsubjPass
                    | Deprel::Expl
            ) || t.deprel == Deprel::Cc && matches!(t.lemma.as_str(), "but" | "yet" | "instead" | "though")
                || i < later && negation::particle(self.form(i))
        }) || self.set_off(first, later);
        let (Some(a), Some(b)) = (self.tokens.get(first), self.tokens.get(later)) else {
            return false;
        };
        let finite = |tag: &str| matches!(tag, "VBD" | "VBZ" | "VBP");
        !own && (a.upos == b.upos && !finite(b.xpos) || a.xpos == b.xpos)
    }
}
