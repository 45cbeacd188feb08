//! Sources in a phrase of their own: "according to the minister", "in the minister's view".

use super::attribution::{Link, Who};
use super::reading::{At, Tree};
use crate::text::{Deprel, Upos};

/// Whether a phrase in a clause tells who says what the clause says.
pub(super) fn is_source(tree: Tree<'_>, phrase: usize) -> bool {
    let before = tree.dependents(phrase, &[Deprel::Case, Deprel::Mark]);
    before.into_iter().any(|word| source(tree, word) == Some(phrase)) || viewer(tree, phrase).is_some()
}

/// "according to the minister".
pub(super) fn according(tree: Tree<'_>, at: At, word: usize) -> Option<(usize, Link)> {
    let source = source(tree, word)?;
    let content = clause_above(
        tree,
        if tree.deprel(word) == Some(Deprel::Case) {
            source
        } else {
            word
        },
    )?;
    Some((
        content,
        Link::new(at.word(word), Some(Who::Phrase(at.word(source)))),
    ))
}

/// Whom "according to" names.
fn source(tree: Tree<'_>, word: usize) -> Option<usize> {
    if !tree.form(word).eq_ignore_ascii_case("according") || !tree.form(word + 1).eq_ignore_ascii_case("to") {
        return None;
    }
    let source = match tree.deprel(word)? {
        Deprel::Case | Deprel::Mark => tree.token(word)?.head?,
        _ => tree.dependent(word, &[Deprel::Obl, Deprel::Nmod, Deprel::Obj, Deprel::Xcomp])?,
    };
    // "according to plan" is nobody's claim.
    if tree.token(source)?.upos == Upos::Noun
        && matches!(
            tree.lemma(source),
            "plan"
                | "schedule"
                | "need"
                | "taste"
                | "law"
                | "rule"
                | "size"
                | "index"
                | "age"
                | "weight"
                | "rank"
                | "ability"
                | "custom"
                | "tradition"
                | "preference"
                | "circumstance"
                | "type"
                | "season"
                | "budget"
        )
    {
        return None;
    }
    Some(source)
}

/// "in the minister's view", "in the words of the minister", "in his opinion".
pub(super) fn view(tree: Tree<'_>, at: At, noun: usize) -> Option<(usize, Link)> {
    let source = viewer(tree, noun)?;
    Some((
        clause_above(tree, noun)?,
        Link::new(at.word(noun), Some(Who::Phrase(at.word(source)))),
    ))
}

/// In whose view it is.
fn viewer(tree: Tree<'_>, noun: usize) -> Option<usize> {
    if !matches!(
        tree.lemma(noun),
        "view"
            | "opinion"
            | "word"
            | "words"
            | "judgment"
            | "judgement"
            | "estimation"
            | "eye"
            | "telling"
            | "account"
            | "reckoning"
            | "mind"
            | "assessment"
    ) || !tree
        .dependents(noun, &[Deprel::Case])
        .any(|c| matches!(tree.form(c).to_lowercase().as_str(), "in" | "by" | "from"))
    {
        return None;
    }
    let source = tree.dependent(noun, &[Deprel::NmodPoss]).or_else(|| {
        tree.dependents(noun, &[Deprel::Nmod]).find(|&n| {
            tree.dependents(n, &[Deprel::Case])
                .any(|c| tree.form(c).eq_ignore_ascii_case("of"))
        })
    })?;
    // "in my view" is the author's own; only obliques of a clause are sources.
    if tree.deprel(noun) != Some(Deprel::Obl) && tree.deprel(noun) != Some(Deprel::Parataxis) {
        return None;
    }
    Some(source)
}

/// The predicate of the clause that a phrase hangs in.
fn clause_above(tree: Tree<'_>, word: usize) -> Option<usize> {
    let mut current = tree.token(word)?.head?;
    for _ in 0..tree.len() {
        match tree.deprel(current)? {
            Deprel::Obj
            | Deprel::Obl
            | Deprel::Nmod
            | Deprel::Nsubj
            | Deprel::NsubjPass
            | Deprel::Iobj
            | Deprel::Amod
            | Deprel::Advmod
            | Deprel::Nummod
            | Deprel::Compound
            | Deprel::Appos
            | Deprel::Xcomp
            | Deprel::OblAgent
            | Deprel::Acl
            | Deprel::AclRelcl
            | Deprel::OblUnmarked
            | Deprel::NmodPoss
            | Deprel::Advcl => {
                current = tree.token(current)?.head?;
            }
            _ => return Some(current),
        }
    }
    Some(current)
}
