//! What an author does with what a sentence tells: words that refute it and words that leave it open, with their scope.

use super::colon::speaker;
use super::tree::Tree;
use crate::lexicon::manner::{self, Manner as Word};
use crate::lexicon::negation;
use crate::text::{Deprel, Sentence, Token};

/// Stands for the lemma of what passes on by a colon.
const COLON: &str = ":";

/// How a sentence tells what it tells, whatever that is.
#[derive(Debug, Clone, Default)]
pub(super) struct Manner {
    /// Words that call false whatever the sentence tells.
    pub(super) refuting: Vec<usize>,
    /// Words that call false the noun that they are said of.
    said: Vec<(usize, usize)>,
    negators: Vec<Negator>,
    /// Words that pass on or leave open.
    pub(super) opening: Vec<Opening>,
    /// Whether the sentence asks.
    pub(super) asks: bool,
    root: Option<usize>,
}

/// "Not" or "no" at a word.
#[derive(Debug, Clone)]
struct Negator {
    word: usize,
    at: usize,
    lemma: String,
    /// What it turns.
    over: Vec<usize>,
}

/// A word that passes on or leaves open.
#[derive(Debug, Clone)]
pub(super) struct Opening {
    pub(super) word: usize,
    pub(super) lemma: String,
    pub(super) how: How,
    /// Who says so.
    subject: Option<usize>,
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

impl Manner {
    /// Reads a sentence.
    pub(super) fn read(sentence: &Sentence, text: &str) -> Manner {
        let tree = Tree::new(sentence, text);
        let mut manner = Manner {
            asks: tree.forms().iter().any(|f| f == "?") && !tree.quotes_a_question(),
            root: sentence.root(),
            ..Manner::default()
        };
        if tree.forms().first().is_some_and(|f| manner::is(Word::Ask, f)) {
            manner.asks = true;
            manner.open(0, "?", How::Unsure);
        }
        if let Some(speaker) = speaker(&tree) {
            manner.open(speaker, COLON, How::Said);
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
            subject: None,
        });
    }

    fn word(&mut self, tree: &Tree<'_>, i: usize, token: &Token) {
        let (form, lemma) = (tree.form(i), tree.lemma(i));
        let is = |w: Word| manner::is(w, &lemma) || manner::is(w, form);
        if form == "?" {
            if self.asks {
                self.open(i, "?", How::Unsure);
            }
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
            self.opening.push(Opening {
                word: i,
                lemma,
                how,
                subject: tree.child(i, |_, t| t.deprel == Deprel::Nsubj),
            });
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
        } else if !tree.contrasts(i, at) && !tree.is_unaware(at) {
            self.negators.push(Negator {
                word: i,
                at,
                lemma: tree.lemma(at),
                over: tree.below(at),
            });
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

    /// What the sentence does with the matter whose words are met in it. What the asked claim itself denies or passes on beside
    /// its point is part of the matter: to tell of it is to tell what is asked.
    pub(super) fn towards(
        &self,
        sentence: &Sentence,
        text: &str,
        met: &[bool],
        asked: &[&Manner],
    ) -> Towards {
        let is_met = |i: usize| met.get(i).copied().unwrap_or(false);
        let story = |noun: usize| {
            let lemma = sentence.tokens.get(noun).map(|t| t.lemma.to_lowercase());
            is_met(noun) || lemma.is_some_and(|l| manner::is(Word::Story, &l))
        };
        let mut refuting = self.refuting.clone();
        refuting.extend(self.said.iter().filter(|(_, noun)| story(*noun)).map(|(i, _)| *i));
        let reaches = |n: &&Negator| {
            let among = n.over.iter().filter(|&&b| is_met(b)).count();
            let determiner = sentence
                .tokens
                .get(n.word)
                .is_some_and(|t| negation::determiner(t.form(text)));
            is_met(n.at) || among >= if determiner { 1 } else { 2 }
        };
        let turns = |n: &&Negator| reaches(n) && !asked.iter().any(|m| m.denies_beside(&n.lemma));
        refuting.extend(self.negators.iter().filter(turns).map(|n| n.word));
        refuting.sort_unstable();
        let said = asked.iter().any(|m| m.is_said());
        let own = |o: &&Opening| {
            asked
                .iter()
                .any(|m| m.opening.iter().any(|a| a.lemma == o.lemma))
                || said && o.how == How::Said && o.subject.is_some_and(is_met)
                // "Nicaragua: …": the colon stands behind what it is about.
                || o.lemma == COLON && is_met(o.word)
        };
        let opening = self.opening.iter().filter(|o| !own(o));
        Towards {
            refuting,
            opening: opening.map(|o| (o.word, o.how)).collect(),
        }
    }

    /// Whether a word is denied in the sentence that is not its point: "a panel that did not include women".
    fn denies_beside(&self, lemma: &str) -> bool {
        self.negators
            .iter()
            .any(|n| n.lemma == lemma && Some(n.at) != self.root)
    }

    /// Whether the point of the sentence is that somebody says something.
    fn is_said(&self) -> bool {
        let root = |o: &Opening| o.how == How::Said && Some(o.word) == self.root;
        self.opening.iter().any(root)
    }

    /// Whether the sentence as a whole says that something is not so.
    pub(super) fn turned(&self) -> bool {
        !self.refuting.is_empty() || self.negators.iter().any(|n| Some(n.at) == self.root)
    }

    /// Whether the sentence leaves open what it tells, be it that somebody is said to say so.
    pub(super) fn leaves_open(&self) -> bool {
        self.opening.iter().any(|o| o.how != How::Said)
    }
}
