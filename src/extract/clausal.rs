//! Clauses as terms: what is done, where it is who or what something is said of, or narrows it.

use super::reading::{At, Tree};
use super::role;
use super::term::{Terms, modifier};
use crate::proposition::{Modifier, ModifierKind, Term};
use crate::text::{Deprel, Upos};

impl Terms<'_> {
    /// A clause as a term: its predicate for a head, its words for text.
    pub(super) fn clausal(self, tree: Tree<'_>, at: At) -> Term {
        let mut words = tree.subtree_without(at.token, |c| {
            tree.token(c).is_some_and(|t| t.head == Some(at.token))
                && matches!(tree.deprel(c), Some(Deprel::Mark | Deprel::Cc))
        });
        while words
            .last()
            .is_some_and(|&w| tree.token(w).is_some_and(|t| t.upos == Upos::Punct))
        {
            words.pop();
        }
        while words
            .first()
            .is_some_and(|&w| tree.token(w).is_some_and(|t| t.upos == Upos::Punct))
        {
            words.remove(0);
        }
        let span = tree.span(&words);
        let text = if span.len() <= 400 {
            self.wording.words(tree, at, &words)
        } else {
            tree.words(span).text.chars().take(400).collect()
        };
        Term {
            span,
            text,
            head: tree.lemma(at.token).to_owned(),
            ..Term::default()
        }
    }

    /// A clause as who or what something is said of: "smoking in parks", "selling wine". What it is done to and where it is
    /// done narrow it, and are no part of what is said of it.
    pub(super) fn deed(self, tree: Tree<'_>, at: At) -> Term {
        let around = tree.dependents(at.token, &[Deprel::Obl, Deprel::Obj]);
        let of = |word| self.single(tree, at.word(word));
        let modifiers = around.map(|w| modifier(ModifierKind::Preposition, Some("of".to_owned()), of(w)));
        Term {
            modifiers: modifiers.collect(),
            ..self.clausal(tree, at)
        }
    }

    /// A clause that narrows a term.
    pub(super) fn clause(self, tree: Tree<'_>, at: At) -> Modifier {
        modifier(
            ModifierKind::Clause,
            role::mark(tree, at.token),
            self.clausal(tree, at),
        )
    }
}
