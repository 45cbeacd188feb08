//! What an author does with what a sentence tells: words that refute it and words that leave it open, with their scope.

use crate::lexicon::hedges::{self, Hedge};
use crate::lexicon::manner::{self, Manner as Word};
use crate::lexicon::negation;
use crate::lexicon::signatures::{self, Frame, Kind, Value};
use crate::text::{Deprel, Sentence, Token, Upos};

/// How a sentence tells what it tells, whatever that is.
#[derive(Debug, Clone, Default)]
pub(super) struct Manner {
    /// Words that call false whatever the sentence tells.
    pub(super) refuting: Vec<usize>,
    /// Words that call false the noun that they are said of.
    said: Vec<(usize, usize)>,
    /// Negators with the words that they stand at.
    negators: Vec<(usize, usize)>,
    /// Words that pass on or leave open.
    pub(super) opening: Vec<Opening>,
    /// Whether the sentence asks.
    pub(super) asks: bool,
    root: Option<usize>,
}

/// A word that passes on or leaves open.
#[derive(Debug, Clone)]
pub(super) struct Opening {
    pub(super) word: usize,
    pub(super) lemma: String,
    pub(super) how: How,
}

/// How a word leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// Somebody is said to say so, or it goes round.
    Said,
    /// It is marked as not the author's own: "allegedly".
    Passed,
    /// It may be so, or is asked.
    Unsure,
}

/// What a sentence does with one matter that it tells of.
#[derive(Debug, Clone, Default)]
pub(super) struct Towards {
    pub(super) refuting: Vec<usize>,
    pub(super) opening: Vec<(usize, How)>,
}

struct Tree<'s> {
    sentence: &'s Sentence,
    forms: Vec<String>,
}

impl Manner {
    /// Reads a sentence.
    pub(super) fn read(sentence: &Sentence, text: &str) -> Manner {
        let forms: Vec<String> = sentence
            .tokens
            .iter()
            .map(|t| t.form(text).to_lowercase())
            .collect();
        let tree = Tree { sentence, forms };
        let mut manner = Manner {
            asks: tree.forms.iter().any(|f| f == "?"),
            root: sentence.root(),
            ..Manner::default()
        };
        if tree.forms.first().is_some_and(|f| manner::is(Word::Ask, f)) {
            manner.asks = true;
            manner.open(0, "?", How::Unsure);
        }
        for (i, token) in sentence.tokens.iter().enumerate() {
            manner.word(&tree, i, token);
        }
        manner
    }

    fn open(&mut self, word: usize, lemma: &str, how: How) {
        self.opening.push(Opening {
            word,
            lemma: lemma.to_owned(),
            how,
        });
    }

    fn word(&mut self, tree: &Tree<'_>, i: usize, token: &Token) {
        let (form, lemma) = (tree.form(i), tree.lemma(i));
        let is = |w: Word| manner::is(w, &lemma) || manner::is(w, form);
        if form == "?" {
            self.open(i, "?", How::Unsure);
        } else if tree.says_no(i) {
            self.refuting.push(i);
        } else if negation::particle(form) || negation::determiner(form) {
            self.negator(tree, i, token);
        } else if is(Word::Said) || is(Word::Sham) || is(Word::Falsely) {
            self.verdict(tree, i, token, is(Word::Sham) || is(Word::Falsely));
        } else if is(Word::Real) && tree.negator(i).is_some() {
            self.refuting.push(i);
        } else if tree.denies(i, &lemma, token) {
            if tree.of_a_sham(i) {
                // To deny that it is a hoax is to stand by it.
            } else if tree.negator(i).is_some() || self.asks {
                self.open(i, &lemma, How::Unsure);
            } else {
                self.refuting.push(i);
            }
        } else if let Some(how) = tree.opens(i, &lemma, token) {
            self.open(i, &lemma, how);
        }
    }

    /// "Not" and "no", by the word that they stand at.
    fn negator(&mut self, tree: &Tree<'_>, i: usize, token: &Token) {
        // "May or may not", "real or not": both are left open.
        let either = i.checked_sub(1).is_some_and(|b| tree.form(b) == "or")
            || i.checked_sub(2).is_some_and(|b| tree.form(b) == "or");
        let at = token.head.unwrap_or(i);
        if manner::is(Word::Sham, tree.form(at)) {
            // "No hoax": the verdict is taken back.
        } else if either {
            self.open(i, "or", How::Unsure);
        } else {
            self.negators.push((i, at));
        }
    }

    /// "Hoax", "fake", "falsely": said of the sentence, or of a noun in it; denied, it takes nothing back.
    fn verdict(&mut self, tree: &Tree<'_>, i: usize, token: &Token, alone: bool) {
        let narrows = matches!(token.deprel, Deprel::Amod | Deprel::Compound)
            && manner::is(Word::Said, tree.form(i))
            && token.head.is_some_and(|h| h > i);
        if tree.negator(i).is_some() || tree.denied(i) {
            return;
        }
        if self.asks {
            self.open(i, tree.form(i), How::Unsure);
        } else if let Some(noun) = token.head.filter(|_| narrows) {
            self.said.push((i, noun));
        } else if alone || tree.predicated(i) {
            self.refuting.push(i);
        }
    }

    /// What the sentence does with the matter whose words are met in it; `own` are words of the asked claim itself that leave
    /// open: to tell of them is to tell what is asked.
    pub(super) fn towards(&self, sentence: &Sentence, text: &str, met: &[bool], own: &[&str]) -> Towards {
        let is_met = |i: usize| met.get(i).copied().unwrap_or(false);
        let story = |noun: usize| {
            let lemma = sentence.tokens.get(noun).map(|t| t.lemma.to_lowercase());
            is_met(noun) || lemma.is_some_and(|l| manner::is(Word::Story, &l))
        };
        let mut refuting = self.refuting.clone();
        refuting.extend(self.said.iter().filter(|(_, noun)| story(*noun)).map(|(i, _)| *i));
        let reaches = |&&(i, at): &&(usize, usize)| {
            let below = below(sentence, at);
            let among = below.iter().filter(|&&b| is_met(b)).count();
            let all = sentence
                .tokens
                .get(i)
                .is_some_and(|t| negation::determiner(t.form(text)));
            is_met(at) || among >= if all { 1 } else { 2 }
        };
        refuting.extend(self.negators.iter().filter(reaches).map(|(i, _)| *i));
        refuting.sort_unstable();
        let opening = self
            .opening
            .iter()
            .filter(|o| !own.contains(&o.lemma.as_str()))
            .map(|o| (o.word, o.how))
            .collect();
        Towards { refuting, opening }
    }

    /// Whether the sentence as a whole says that something is not so.
    pub(super) fn turned(&self) -> bool {
        !self.refuting.is_empty() || self.negators.iter().any(|(_, at)| Some(*at) == self.root)
    }

    /// Whether the sentence leaves open what it tells, be it that somebody is said to say so.
    pub(super) fn leaves_open(&self) -> bool {
        self.opening.iter().any(|o| o.how != How::Said)
    }
}

/// The words below a word, with it.
fn below(sentence: &Sentence, top: usize) -> Vec<usize> {
    let mut words = vec![top];
    let mut next = 0;
    while let Some(&head) = words.get(next).filter(|_| words.len() <= sentence.tokens.len()) {
        words.extend(sentence.children(head));
        next += 1;
    }
    words
}

impl Tree<'_> {
    fn form(&self, i: usize) -> &str {
        self.forms.get(i).map_or("", String::as_str)
    }

    /// The lemma in small letters, with its particle.
    fn lemma(&self, i: usize) -> String {
        let lemma = self.sentence.tokens.get(i).map(|t| t.lemma.to_lowercase());
        let mut lemma = lemma.unwrap_or_default();
        if let Some(particle) = self.child(i, |_, t| t.deprel == Deprel::CompoundPrt) {
            lemma.push('_');
            lemma.push_str(self.form(particle));
        }
        lemma
    }

    fn child(&self, head: usize, is: impl Fn(usize, &Token) -> bool) -> Option<usize> {
        self.sentence
            .children(head)
            .find(|&c| self.sentence.tokens.get(c).is_some_and(|t| is(c, t)))
    }

    /// The word that negates this one.
    fn negator(&self, i: usize) -> Option<usize> {
        self.child(i, |c, _| {
            let form = self.form(c);
            negation::particle(form) || negation::determiner(form)
        })
    }

    /// "No, …", "Nope": an answer before what it answers.
    fn says_no(&self, i: usize) -> bool {
        let opens = i
            .checked_sub(1)
            .is_none_or(|b| matches!(self.form(b), ":" | "." | "-" | "–" | "—" | "\"" | "'" | "“" | "‘"));
        opens
            && matches!(self.form(i), "no" | "nope")
            && matches!(self.form(i + 1), "," | "-" | "–" | "—" | ":" | "." | "!")
    }

    /// Whether a word is what a clause says, or stands by itself.
    fn predicated(&self, i: usize) -> bool {
        let Some(token) = self.sentence.tokens.get(i) else {
            return false;
        };
        matches!(
            token.deprel,
            Deprel::Root | Deprel::Xcomp | Deprel::Ccomp | Deprel::Parataxis | Deprel::Conj | Deprel::Dep
        ) || self.child(i, |_, t| t.deprel == Deprel::Cop).is_some()
    }

    /// Whether what a word denies is that something is a sham.
    fn of_a_sham(&self, i: usize) -> bool {
        below(self.sentence, i)
            .into_iter()
            .any(|b| manner::is(Word::Sham, self.form(b)) && self.denied(b))
    }

    /// Whether a verdict is itself denied: "denies hoax claims".
    fn denied(&self, i: usize) -> bool {
        let mut current = i;
        for _ in 0..3 {
            let Some(head) = self.sentence.tokens.get(current).and_then(|t| t.head) else {
                return false;
            };
            if manner::is(Word::Denial, &self.lemma(head)) || manner::is(Word::Reject, &self.lemma(head)) {
                // "Debunks a false report" is no denial of its falsehood.
                return !matches!(
                    self.sentence.tokens.get(i).map(|t| t.deprel),
                    Some(Deprel::Amod | Deprel::Advmod)
                );
            }
            current = head;
        }
        false
    }

    /// Whether a word denies what it tells of.
    fn denies(&self, i: usize, lemma: &str, token: &Token) -> bool {
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
    fn opens(&self, i: usize, lemma: &str, token: &Token) -> Option<How> {
        let form = self.form(i);
        match token.upos {
            Upos::Aux => {
                let modal = hedges::modal(lemma) == Some(Hedge::Stand(Value::Fact(1))) && lemma != "can";
                return (modal || matches!(form, "may" | "might" | "could")).then_some(How::Unsure);
            }
            Upos::Adv => match hedges::adverb(form) {
                Some(Hedge::Reported) => return Some(How::Passed),
                Some(Hedge::Stand(Value::Fact(1))) => return Some(How::Unsure),
                _ => {}
            },
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
        open && !manner::is(Word::Vouch, lemma) && (!manner::is(Word::Clausal, lemma) || hangs())
    }
}
