//! Who speaks where a word reports: the subject, the agent, the one in whose possession the claim is.

use super::attribution::{Who, first_person, subject};
use super::frame::passive;
use super::knowledge;
use super::reading::{At, Tree};
use crate::lexicon::signatures::Kind;
use crate::lexicon::speech;
use crate::text::{Deprel, Upos};

/// Whether the subject of an evidential verb is somebody who speaks.
pub(crate) fn speaks(tree: Tree<'_>, g: usize, kind: Kind) -> bool {
    if kind == Kind::Adjective {
        // "It is certain that": nobody is certain but the one who says so.
        return tree.dependent(g, &[Deprel::Nsubj]).is_some_and(|s| {
            !matches!(
                tree.form(s).to_lowercase().as_str(),
                "it" | "that" | "this" | "what" | "which"
            )
        }) && tree.dependent(g, &[Deprel::Expl]).is_none();
    }
    if kind == Kind::Noun {
        return true;
    }
    if passive(tree, g) {
        return subject(tree, g).is_some();
    }
    let Some(subject) = subject(tree, g) else {
        return false;
    };
    tree.token(subject).is_some_and(|t| match t.upos {
        Upos::Propn => true,
        _ => speech::speaker(&t.lemma) || speech::document(&t.lemma),
    })
}

/// Whether the holder of the embedding word is the one who speaks anyway ("I think").
pub(crate) fn spoken_by_self(tree: Tree<'_>, g: usize, kind: Kind) -> bool {
    let who = match kind {
        Kind::Noun => tree.dependent(g, &[Deprel::NmodPoss]),
        _ => subject(tree, g),
    };
    who.is_some_and(|w| first_person(tree, w))
}

/// Who speaks where a word reports.
pub(crate) fn speaker(tree: Tree<'_>, g: At, kind: Kind) -> Who {
    let found = match kind {
        Kind::Noun => noun_speaker(tree, g.token),
        _ => subject(tree, g.token),
    };
    match found {
        Some(word)
            if !matches!(
                tree.form(word).to_lowercase().as_str(),
                "it" | "there" | "one" | "you"
            ) || !expletive(tree, g.token) =>
        {
            Who::Phrase(g.word(word))
        }
        _ => {
            let mut places: Vec<At> = tree
                .dependents(g.token, &[Deprel::Advmod])
                .filter(|&a| a + 1 == g.token && tree.form(a).ends_with("ly"))
                .map(|a| g.word(a))
                .collect();
            places.push(g);
            Who::Cue(places)
        }
    }
}

fn noun_speaker(tree: Tree<'_>, noun: usize) -> Option<usize> {
    tree.dependent(noun, &[Deprel::NmodPoss])
        .or_else(|| {
            tree.dependents(noun, &[Deprel::Nmod]).find(|&n| {
                // "Rumours of his death": what is told, and nobody who tells it.
                let told = knowledge::event_verb(&tree.lemma(n).to_lowercase()).is_some();
                !told
                    && tree.dependents(n, &[Deprel::Case]).any(|c| {
                        matches!(
                            tree.form(c).to_lowercase().as_str(),
                            "by" | "from" | "among" | "of"
                        )
                    })
            })
        })
        .or_else(|| {
            let token = tree.token(noun)?;
            let verb = token.head?;
            let brought = matches!(token.deprel, Deprel::Obj | Deprel::NsubjPass | Deprel::Obl)
                && speech::light(&tree.lemma(verb).to_lowercase());
            brought.then(|| subject(tree, verb)).flatten()
        })
}

fn expletive(tree: Tree<'_>, g: usize) -> bool {
    tree.dependent(g, &[Deprel::Expl]).is_some() || passive(tree, g)
}
