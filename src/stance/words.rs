//! What single words of a sentence do with what it tells, by their places in its tree.

use super::manner::How;
use super::tree::{Tree, is_nominal};
use crate::lexicon::hedges::{self, Hedge};
use crate::lexicon::manner::{self, Manner as Word};
use crate::lexicon::negation;
use crate::lexicon::signatures::{self, Frame, Kind, Value};
use crate::text::{Deprel, Token, Upos};

impl Tree<'_> {
    /// Whether a verb tells what is hoped or alleged of something: "suspected gunman", "is expected to resign"; not "planned it".
    fn told_of(&self, i: usize, token: &Token) -> bool {
        let has = |relations: &[Deprel]| self.child(i, |_, t| relations.contains(&t.deprel)).is_some();
        match token.deprel {
            Deprel::Amod => true,
            Deprel::Acl => token.xpos == "VBN" && has(&[Deprel::Xcomp]),
            _ => token.xpos == "VBN" && !has(&[Deprel::Nsubj]),
        }
    }

    /// Whether the question is somebody else's: "asked her what was wrong?".
    pub(super) fn quotes_a_question(&self) -> bool {
        let asks = |i: usize| {
            matches!(self.lemma(i).as_str(), "ask" | "wonder" | "inquire" | "enquire")
                && self.token(i).is_some_and(|t| t.upos == Upos::Verb)
        };
        !manner::is(Word::Ask, self.form(0)) && (0..self.forms().len()).any(asks)
    }

    /// Whether somebody is said not to know what is told: "had no idea that it was lost".
    pub(super) fn is_unaware(&self, noun: usize) -> bool {
        let object = self.token(noun).filter(|t| t.deprel == Deprel::Obj);
        object
            .and_then(|t| t.head)
            .is_some_and(|h| self.lemma(h) == "have")
            && self
                .child(noun, |_, t| {
                    matches!(t.deprel, Deprel::Acl | Deprel::AclRelcl | Deprel::Ccomp)
                })
                .is_some()
    }

    /// "A ticket, not an arrest": what is denied is another thing, set against the first.
    pub(super) fn contrasts(&self, i: usize, at: usize) -> bool {
        let nominal = self.token(at).is_some_and(|t| is_nominal(t.upos));
        let after = i
            .checked_sub(1)
            .is_some_and(|b| matches!(self.form(b), "," | "but" | "and"));
        negation::particle(self.form(i))
            && nominal
            && after
            && self
                .child(at, |_, t| matches!(t.deprel, Deprel::Cop | Deprel::Nsubj))
                .is_none()
    }

    /// "No, …", "Nope": an answer before what it answers.
    pub(super) fn says_no(&self, i: usize) -> bool {
        let opens = i
            .checked_sub(1)
            .is_none_or(|b| matches!(self.form(b), ":" | "." | "-" | "–" | "—" | "\"" | "'" | "“" | "‘"));
        opens
            && matches!(self.form(i), "no" | "nope")
            && matches!(self.form(i + 1), "," | "-" | "–" | "—" | ":" | "." | "!")
    }

    /// Whether what a word denies is that something is a sham.
    pub(super) fn of_a_sham(&self, i: usize) -> bool {
        self.below(i)
            .into_iter()
            .any(|b| manner::is(Word::Sham, self.form(b)) && self.denied(b))
    }

    /// Whether a verdict is itself denied: "denies hoax claims".
    pub(super) fn denied(&self, i: usize) -> bool {
        let mut current = i;
        for _ in 0..3 {
            let Some(head) = self.token(current).and_then(|t| t.head) else {
                return false;
            };
            if manner::is(Word::Denial, &self.lemma(head)) || manner::is(Word::Reject, &self.lemma(head)) {
                // "Debunks a false report" is no denial of its falsehood.
                return !matches!(
                    self.token(i).map(|t| t.deprel),
                    Some(Deprel::Amod | Deprel::Advmod)
                );
            }
            current = head;
        }
        false
    }

    /// Whether a word denies what it tells of.
    pub(super) fn denies(&self, i: usize, lemma: &str, token: &Token) -> bool {
        if !matches!(token.upos, Upos::Verb | Upos::Noun) {
            return false;
        }
        // "Would neither confirm nor deny".
        let balanced = |w: usize| {
            let lemma = self.lemma(w);
            matches!(lemma.as_str(), "confirm" | "admit" | "acknowledge")
        };
        let joined = token.deprel == Deprel::Conj && token.head.is_some_and(balanced)
            || self
                .child(i, |c, t| t.deprel == Deprel::Conj && balanced(c))
                .is_some();
        if joined {
            return false;
        }
        if manner::is(Word::Denial, lemma) {
            return true;
        }
        manner::is(Word::Reject, lemma)
            && token.upos == Upos::Verb
            && self
                .child(i, |c, t| match t.deprel {
                    Deprel::Obj | Deprel::NsubjPass => {
                        let lemma = self.lemma(c);
                        manner::is(Word::Story, &lemma)
                            || signatures::source(Kind::Noun, &lemma, Frame::That).is_some()
                    }
                    Deprel::Ccomp | Deprel::CsubjPass => true,
                    _ => false,
                })
                .is_some()
    }

    /// How a word leaves open what it tells of.
    pub(super) fn opens(&self, i: usize, lemma: &str, token: &Token) -> Option<How> {
        let form = self.form(i);
        if lemma == "read" && self.form(i + 1) == "more" {
            return None;
        }
        match token.upos {
            Upos::Aux => {
                let modal = hedges::modal(lemma) == Some(Hedge::Stand(Value::Fact(1))) && lemma != "can";
                return (modal || matches!(form, "may" | "might" | "could")).then_some(How::Unsure);
            }
            Upos::Adv => match hedges::adverb(form) {
                Some(Hedge::Reported) => return Some(How::Passed),
                Some(Hedge::Stand(Value::Fact(1 | 2))) => return Some(How::Unsure),
                _ => {}
            },
            Upos::Verb if !self.told_of(i, token) => {}
            Upos::Adj | Upos::Verb => match hedges::adjective(lemma).or_else(|| hedges::adjective(form)) {
                Some(Hedge::Reported) => return Some(How::Passed),
                Some(Hedge::Stand(Value::Fact(1 | 2) | Value::Open)) => return Some(How::Unsure),
                _ => {}
            },
            _ => {}
        }
        if hedges::verdict(lemma).is_some_and(|v| v.holds == Value::Unproven) {
            return Some(How::Unsure);
        }
        let hearsay = manner::is(Word::Hearsay, lemma) || manner::is(Word::Hearsay, form);
        (hearsay || self.reports(i, lemma, token)).then_some(How::Said)
    }

    /// Whether a word says that somebody says or thinks so, without the author's vouching for it.
    fn reports(&self, i: usize, lemma: &str, token: &Token) -> bool {
        let kind = match token.upos {
            Upos::Verb => Kind::Verb,
            Upos::Noun => Kind::Noun,
            _ => return false,
        };
        let open = signatures::source(kind, lemma, Frame::That)
            .is_some_and(|s| s.outside.holds == Value::Outside && s.outside.fails == Value::Outside);
        let hangs = || {
            self.child(i, |_, t| {
                matches!(t.deprel, Deprel::Ccomp | Deprel::Xcomp | Deprel::Parataxis)
            })
            .is_some()
                || token.deprel == Deprel::Parataxis
        };
        // "Had no idea that she was ill": nobody is said to say so.
        if kind == Kind::Noun && self.negator(i).is_some() {
            return false;
        }
        open && !manner::is(Word::Vouch, lemma) && (!manner::is(Word::Clausal, lemma) || hangs())
    }
}
