//! Clauses with "that" as the words show them, whatever the tree says: which word tells their content.

use super::embedding::{kind, lemmas};
use super::reading::Tree;
use crate::lexicon::signatures::{self, Frame, Kind, Value};
use crate::text::{Deprel, Upos};

/// "Said in a statement that it closed": the noun is the occasion of what the verb says.
pub(super) fn is_occasion(tree: Tree<'_>, noun: usize, p: usize) -> bool {
    let verb = tree.token(p).and_then(|t| t.head);
    tree.deprel(p) == Some(Deprel::Ccomp)
        && tree.deprel(noun) == Some(Deprel::Obl)
        && tree.token(noun).and_then(|t| t.head) == verb
        && verb.is_some_and(|v| says(tree, v))
}

/// The "that" that makes the clause of `p` a complement, whatever relation the tree gives it.
pub(super) fn that(tree: Tree<'_>, p: usize) -> Option<usize> {
    tree.children(p).find(|&c| {
        c < p
            && tree.form(c).eq_ignore_ascii_case("that")
            && (tree.deprel(c) == Some(Deprel::Mark)
                || tree.token(c).is_some_and(|t| t.xpos == "IN")
                // "a chance that it vanishes": such nouns hardly take a relative clause of which they are the object.
                || tree.deprel(c) == Some(Deprel::Obj)
                    && c.checked_sub(1).is_some_and(|n| {
                        signatures::plain(Kind::Noun, tree.lemma(n), Frame::That).is_some()
                    }))
    })
}

/// The word that a clause with "that" tells the content of, seen from the words: the one right before "that"; after a
/// colon, the last such noun before it; after a conjunction, that of the clause before.
pub(super) fn told(tree: Tree<'_>, p: usize) -> Option<usize> {
    let mut that = that(tree, p)?;
    for _ in 0..4 {
        let before = that.checked_sub(1)?;
        if says(tree, before) {
            return Some(before);
        }
        // "no evidence available that", "claims made yesterday that".
        let noun = (before.saturating_sub(2)..before).rev().find(|&n| {
            !tree
                .token(n + 1)
                .is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Punct))
                && kind(tree, n) == Some(Kind::Noun)
        });
        if tree
            .token(before)
            .is_some_and(|t| matches!(t.upos, Upos::Adj | Upos::Adv))
            && let Some(noun) = noun
            && says(tree, noun)
        {
            return Some(noun);
        }
        if tree.form(before) == ":" {
            return (0..before)
                .rev()
                .find(|&n| kind(tree, n) == Some(Kind::Noun) && says(tree, n));
        }
        if tree.token(before)?.upos != Upos::Cconj {
            return None;
        }
        that = (0..before).rev().find(|&t| {
            tree.form(t).eq_ignore_ascii_case("that") && tree.token(t).is_some_and(|t| t.xpos == "IN")
        })?;
    }
    None
}

/// The noun of "rumours spread that", "reports have emerged that": where the verb only says that there is something told, the
/// clause tells what.
pub(super) fn rumoured(tree: Tree<'_>, g: usize, p: usize) -> Option<usize> {
    that(tree, p).filter(|&that| that > g)?;
    let noun = tree.dependent(g, &[Deprel::Nsubj])?;
    let comes_up = |lemma: String| {
        let plain = signatures::plain(Kind::Verb, &lemma, Frame::That);
        signatures::source(Kind::Verb, &lemma, Frame::That).is_none()
            && plain.is_none_or(|s| s.outside.fails == Value::Fact(-3))
    };
    let so = tree
        .dependents(g, &[Deprel::Advmod])
        .any(|a| tree.form(a) == "so");
    let verb = kind(tree, g) == Some(Kind::Verb) && lemmas(tree, g).all(comes_up) && !so;
    let told = tree.token(noun).is_some_and(|t| t.upos == Upos::Noun) && says(tree, noun);
    (verb && told && tree.dependent(g, &[Deprel::Obj]).is_none()).then_some(noun)
}

/// Whether the word embeds a clause with "that".
pub(super) fn says(tree: Tree<'_>, word: usize) -> bool {
    kind(tree, word).is_some_and(|kind| signatures::takes_that(kind, tree.lemma(word)))
}
