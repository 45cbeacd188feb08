//! A sentence with its words in small letters, and the ways along its tree.

use crate::lexicon::negation;
use crate::text::{Deprel, Sentence, Token, Upos};

/// A sentence to be looked at.
pub(super) struct Tree<'s> {
    sentence: &'s Sentence,
    forms: Vec<String>,
    text: &'s str,
}

impl<'s> Tree<'s> {
    /// Looks at a sentence.
    pub(super) fn new(sentence: &'s Sentence, text: &'s str) -> Tree<'s> {
        let tokens = sentence.tokens.iter();
        Tree {
            sentence,
            text,
            forms: tokens.map(|t| t.form(text).to_lowercase()).collect(),
        }
    }

    /// The form in small letters.
    pub(super) fn form(&self, i: usize) -> &str {
        self.forms.get(i).map_or("", String::as_str)
    }

    /// The form as it is written.
    pub(super) fn raw(&self, i: usize) -> &'s str {
        self.token(i).map_or("", |t| t.form(self.text))
    }

    /// All forms in small letters.
    pub(super) fn forms(&self) -> &[String] {
        &self.forms
    }

    /// The word at a place.
    pub(super) fn token(&self, i: usize) -> Option<&'s Token> {
        self.sentence.tokens.get(i)
    }

    /// The lemma in small letters, with its particle.
    pub(super) fn lemma(&self, i: usize) -> String {
        let lemma = self.token(i).map(|t| t.lemma.to_lowercase());
        let mut lemma = lemma.unwrap_or_default();
        if let Some(particle) = self.child(i, |_, t| t.deprel == Deprel::CompoundPrt) {
            lemma.push('_');
            lemma.push_str(self.form(particle));
        }
        lemma
    }

    /// The first word that hangs on this one and is such.
    pub(super) fn child(&self, head: usize, is: impl Fn(usize, &Token) -> bool) -> Option<usize> {
        self.sentence
            .children(head)
            .find(|&c| self.token(c).is_some_and(|t| is(c, t)))
    }

    /// The words below a word, with it.
    pub(super) fn below(&self, top: usize) -> Vec<usize> {
        let mut words = vec![top];
        let mut next = 0;
        while let Some(&head) = words.get(next).filter(|_| words.len() <= self.forms.len()) {
            words.extend(self.sentence.children(head));
            next += 1;
        }
        words
    }

    /// The word that negates this one.
    pub(super) fn negator(&self, i: usize) -> Option<usize> {
        self.child(i, |c, _| {
            let form = self.form(c);
            negation::particle(form) || negation::determiner(form)
        })
    }

    /// Whether a word is what a clause says, or stands by itself.
    pub(super) fn predicated(&self, i: usize) -> bool {
        let Some(token) = self.token(i) else {
            return false;
        };
        matches!(
            token.deprel,
            Deprel::Root | Deprel::Xcomp | Deprel::Ccomp | Deprel::Parataxis | Deprel::Conj | Deprel::Dep
        ) || self.child(i, |_, t| t.deprel == Deprel::Cop).is_some()
    }
}

/// Whether a word can be a subject: a noun, a name or a pronoun.
pub(super) fn is_nominal(upos: Upos) -> bool {
    matches!(upos, Upos::Noun | Upos::Propn | Upos::Pron)
}
