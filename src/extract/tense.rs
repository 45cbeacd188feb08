//! When a predicate tells of, by its form: past, present or yet to come.

use super::clause;
use super::reading::Tree;
use super::standing;
use crate::proposition::Tense;
use crate::span::Field;
use crate::text::Deprel;

/// The tense of a predicate, as its auxiliaries and its form tell; a joined verb without any has that of the first.
pub(super) fn tense(tree: Tree<'_>, word: usize) -> Tense {
    tense_within(tree, word, 8)
}

fn tense_within(tree: Tree<'_>, word: usize, steps: usize) -> Tense {
    let Some(token) = tree.token(word) else {
        return Tense::None;
    };
    if tree.field == Field::Title && token.xpos == "VBZ" {
        return Tense::None;
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
