//! The tree of a sentence: what hangs on what, and how a mend hangs it anew.

use super::token::{Deprel, Sentence, Token};

/// The words above a word, nearest first.
pub(crate) fn ancestors(tokens: &[Token], at: usize) -> impl Iterator<Item = usize> {
    let head = |i: usize| tokens.get(i).and_then(|t| t.head);
    // A sentence from elsewhere could hold a circle.
    std::iter::successors(head(at), move |&i| head(i)).take(tokens.len())
}

impl Sentence {
    /// The index of the word without a head.
    pub fn root(&self) -> Option<usize> {
        self.tokens.iter().position(|t| t.head.is_none())
    }

    /// The words that depend on word `head`, in order.
    pub fn children(&self, head: usize) -> impl Iterator<Item = usize> + '_ {
        self.tokens
            .iter()
            .enumerate()
            .filter(move |(_, t)| t.head == Some(head))
            .map(|(i, _)| i)
    }

    /// Forgets the tree: the first word becomes the root and every other one depends on its left neighbour.
    pub fn flatten(&mut self) {
        for (i, token) in self.tokens.iter_mut().enumerate() {
            token.head = i.checked_sub(1);
            token.deprel = if i == 0 { Deprel::Root } else { Deprel::Dep };
        }
    }

    /// The word at an index.
    pub(crate) fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// The lemma of a word; empty where there is none.
    pub(crate) fn lemma(&self, index: usize) -> &str {
        self.token(index).map_or("", |t| t.lemma.as_str())
    }

    /// The word that a word depends on.
    pub(crate) fn head(&self, index: usize) -> Option<usize> {
        self.token(index)?.head
    }

    /// The words that depend on `head` by one of the given relations, in order.
    pub(crate) fn dependents(&self, head: usize, relations: &[Deprel]) -> impl Iterator<Item = usize> {
        let is = |i: usize| self.token(i).is_some_and(|t| relations.contains(&t.deprel));
        self.children(head).filter(move |&i| is(i))
    }

    /// The first word that depends on `head` by one of the given relations.
    pub(crate) fn dependent(&self, head: usize, relations: &[Deprel]) -> Option<usize> {
        self.dependents(head, relations).next()
    }

    /// Whether a word depends on `head` by one of the given relations.
    pub(crate) fn has(&self, head: usize, relations: &[Deprel]) -> bool {
        self.dependent(head, relations).is_some()
    }

    /// Whether a word is `top` or stands somewhere below it.
    pub(crate) fn is_within(&self, word: usize, top: usize) -> bool {
        word == top || ancestors(&self.tokens, word).any(|above| above == top)
    }

    /// Whether a clause has a subject, if only "it" or "there".
    pub(crate) fn has_subject(&self, verb: usize) -> bool {
        let subjects = [Deprel::Nsubj, Deprel::NsubjPass, Deprel::Csubj, Deprel::Expl];
        self.has(verb, &subjects)
    }

    /// The relation in which a noun is the subject of a verb, which "was" may have made passive.
    pub(crate) fn subject_relation(&self, verb: usize) -> Deprel {
        if self.has(verb, &[Deprel::AuxPass]) {
            Deprel::NsubjPass
        } else {
            Deprel::Nsubj
        }
    }

    /// Hangs a word on another one.
    pub(crate) fn hang(&mut self, word: usize, head: usize, relation: Deprel) {
        if let Some(token) = self.tokens.get_mut(word) {
            (token.head, token.deprel) = (Some(head), relation);
        }
    }

    /// Gives the place of a word in the tree to `heir`, and hangs the word on it; of what hung on the word, what `moves` picks
    /// goes to the heir.
    pub(crate) fn give_place(
        &mut self,
        word: usize,
        heir: usize,
        relation: Deprel,
        moves: impl Fn(usize, &Token) -> bool,
    ) {
        let Some((head, deprel)) = self.token(word).map(|t| (t.head, t.deprel)) else {
            return;
        };
        for (i, token) in self.tokens.iter_mut().enumerate() {
            if i == heir {
                (token.head, token.deprel) = (head, deprel);
            } else if i == word {
                (token.head, token.deprel) = (Some(heir), relation);
            } else if token.head == Some(word) && moves(i, token) {
                token.head = Some(heir);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::parse;

    #[test]
    fn a_word_gives_its_place_to_one_that_hangs_on_it() {
        let mut sentence = parse("The old mill closed.").remove(0);
        let (the, old, mill, closed) = (0, 1, 2, 3);
        assert!(sentence.is_within(the, closed) && !sentence.is_within(closed, mill));
        sentence.give_place(mill, old, Deprel::Nmod, |_, t| t.deprel == Deprel::Det);
        assert_eq!(sentence.dependents(closed, &[Deprel::Nsubj]).next(), Some(old));
        assert_eq!(sentence.children(old).collect::<Vec<_>>(), [the, mill]);
        assert_eq!(sentence.subject_relation(closed), Deprel::Nsubj);
        assert!(sentence.has_subject(closed) && !sentence.has_subject(mill));
    }
}
