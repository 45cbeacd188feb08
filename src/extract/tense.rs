//! When a predicate tells of, by its form: past, present or yet to come.

use super::clause;
use super::knowledge::{self, Sort};
use super::reading::Tree;
use super::standing;
use crate::proposition::Tense;
use crate::span::Field;
use crate::text::{Deprel, Upos};

/// The tense of a predicate, as its auxiliaries and its form tell; a joined verb without any has that of the first.
pub(super) fn tense(tree: Tree<'_>, word: usize) -> Tense {
    tense_within(tree, word, 8)
}

/// The "is" of what is to come: "is to step down", "are to be cut"; a goal that "is to win" is nothing that will be done.
pub(super) fn due(tree: Tree<'_>, word: usize) -> Option<usize> {
    let present = |i: usize| {
        tree.token(i)
            .is_some_and(|t| t.lemma == "be" && matches!(t.xpos, "VBZ" | "VBP"))
    };
    let to = tree
        .dependents(word, &[Deprel::Mark])
        .find(|&m| tree.form(m).eq_ignore_ascii_case("to"))?;
    let is = tree
        .dependents(word, &[Deprel::Aux, Deprel::AuxPass, Deprel::Cop])
        .find(|&b| present(b) && b < to && to <= b + 2)?;
    let passive = tree
        .dependents(word, &[Deprel::AuxPass])
        .any(|b| tree.form(b).eq_ignore_ascii_case("be"));
    let acts = |subject: usize| {
        tree.token(subject)
            .is_some_and(|t| matches!(t.upos, Upos::Propn | Upos::Pron) && !is_demonstrative(&t.lemma))
            || matches!(
                knowledge::sort(&tree.lemma(subject).to_lowercase()),
                Sort::Person | Sort::Group
            )
    };
    (passive || tree.dependent(word, clause::SUBJECTS).is_some_and(acts)).then_some(is)
}

/// Whether a pronoun points at what was said, and at nobody.
fn is_demonstrative(lemma: &str) -> bool {
    matches!(lemma, "it" | "this" | "that" | "these" | "those" | "what" | "all")
}

fn tense_within(tree: Tree<'_>, word: usize, steps: usize) -> Tense {
    let Some(token) = tree.token(word) else {
        return Tense::None;
    };
    if tree.field == Field::Title && token.xpos == "VBZ" {
        return Tense::None;
    }
    if due(tree, word).is_some() {
        return Tense::Future;
    }
    let auxiliaries = tree.dependents(word, &[Deprel::Aux, Deprel::AuxPass, Deprel::Cop]);
    let mut tense = Tense::None;
    for auxiliary in auxiliaries {
        let Some(a) = tree.token(auxiliary) else { continue };
        let form = a.form(tree.text).to_lowercase();
        let own = match (a.lemma.to_lowercase().as_str(), a.xpos) {
            ("will" | "shall", _) => Tense::Future,
            ("have", "VBZ" | "VBP" | "VB") => Tense::Perfect,
            _ if matches!(form.as_str(), "was" | "were" | "did" | "'d" | "had") => Tense::Past,
            ("be" | "do", "VBZ" | "VBP")
            | ("can" | "may" | "must" | "might" | "could" | "should" | "would", _) => Tense::Present,
            _ => continue,
        };
        tense = own;
        break;
    }
    if tense != Tense::None {
        return tense;
    }
    let head = token.head;
    if clause::is_past(tree, word) {
        return Tense::Past;
    }
    match token.xpos {
        "VBZ" | "VBP" => Tense::Present,
        // "The museum opened", with a participle's tag.
        "VBN" if tree.dependent(word, &[Deprel::Nsubj]).is_some() => Tense::Past,
        _ if steps == 0 => Tense::None,
        _ => match (token.deprel, head) {
            (Deprel::Conj, Some(head)) if !clause::is_infinitive(tree, word) => {
                tense_within(tree, head, steps - 1)
            }
            (Deprel::Xcomp, Some(head)) if standing::is_raising(tree, head) => {
                if tree.lemma(head) == "go" {
                    Tense::Future
                } else {
                    tense_within(tree, head, steps - 1)
                }
            }
            _ => Tense::None,
        },
    }
}
