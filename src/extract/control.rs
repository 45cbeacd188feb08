//! Who does what a predicate says where that is not told beside it: subjects that are shared, controlled or narrowed.

use super::clause::{STEPS, SUBJECTS, is_finite, is_infinitive, resolved};
use super::reading::Tree;
use crate::text::Deprel;

/// The subject that a predicate has on the surface: its own, or the one that it shares, is controlled by, or narrows.
pub(super) fn subject(tree: Tree<'_>, word: usize) -> Option<usize> {
    subject_within(tree, word, STEPS)
}

fn subject_within(tree: Tree<'_>, word: usize, steps: usize) -> Option<usize> {
    let token = tree.token(word)?;
    let own = tree
        .dependents(word, SUBJECTS)
        .last()
        .or_else(|| tree.dependent(word, &[Deprel::Csubj, Deprel::CsubjPass]));
    if let Some(own) = own {
        return resolved(tree, own);
    }
    let steps = steps.checked_sub(1)?;
    let head = token.head?;
    if let Some(asked) = asked_for(tree, word, head) {
        return Some(asked);
    }
    match token.deprel {
        Deprel::Conj => subject_within(tree, head, steps),
        Deprel::Xcomp => controller(tree, head, steps),
        Deprel::Ccomp if !is_finite(tree, word) => controller(tree, head, steps),
        Deprel::Advcl if !is_finite(tree, word) => {
            blamed(tree, word, head).or_else(|| subject_within(tree, head, steps).map(|s| planner(tree, s)))
        }
        Deprel::Parataxis if matches!(token.xpos, "VBG" | "VBN") => subject_within(tree, head, steps),
        Deprel::AclRelcl => Some(head),
        Deprel::Acl if is_infinitive(tree, word) => infinitive_subject(tree, head, steps),
        Deprel::Acl if !is_finite(tree, word) && tree.dependent(word, &[Deprel::Mark]).is_none() => {
            Some(head)
        }
        _ => None,
    }
}

/// "Called for the owners to close it": who is asked for is to do it.
fn asked_for(tree: Tree<'_>, infinitive: usize, verb: usize) -> Option<usize> {
    let asks = matches!(
        tree.lemma(verb),
        "call" | "ask" | "wait" | "push" | "press" | "plead" | "long" | "arrange" | "hope" | "pay" | "vote"
    );
    let complement = matches!(tree.deprel(infinitive), Some(Deprel::Xcomp | Deprel::Advcl));
    if !asks || !complement || !is_infinitive(tree, infinitive) {
        return None;
    }
    tree.dependents(verb, &[Deprel::Obl]).find(|&o| {
        verb < o
            && o < infinitive
            && tree
                .dependents(o, &[Deprel::Case])
                .any(|c| tree.lemma(c) == "for")
    })
}

/// "Accused the firm of hiding it", "kept her from leaving", "fined him for speeding": of what somebody is accused, kept from
/// or punished for, they are the doers.
fn blamed(tree: Tree<'_>, gerund: usize, verb: usize) -> Option<usize> {
    let object = tree
        .dependents(verb, &[Deprel::Obj])
        .find(|&o| verb < o && o < gerund)?;
    let judged = || {
        matches!(
            tree.lemma(verb),
            "accuse"
                | "arrest"
                | "attack"
                | "blame"
                | "charge"
                | "condemn"
                | "convict"
                | "criticise"
                | "criticize"
                | "detain"
                | "dismiss"
                | "fault"
                | "fine"
                | "fire"
                | "honour"
                | "honor"
                | "investigate"
                | "jail"
                | "penalise"
                | "penalize"
                | "praise"
                | "prosecute"
                | "punish"
                | "rebuke"
                | "reprimand"
                | "sack"
                | "sue"
                | "suspend"
                | "thank"
                | "try"
        )
    };
    let marked = tree
        .dependents(gerund, &[Deprel::Mark, Deprel::Case])
        .any(|m| match tree.lemma(m) {
            "of" | "from" | "into" => true,
            "for" | "with" => judged(),
            _ => false,
        });
    // "Being behind it", "trying": a gerund, whatever stands for its predicate.
    let ing = std::iter::once(gerund)
        .chain(tree.dependents(gerund, &[Deprel::Cop, Deprel::Aux, Deprel::AuxPass]))
        .any(|i| tree.token(i).is_some_and(|t| t.xpos == "VBG"));
    (marked && ing).then(|| resolved(tree, object))?
}

/// "The firm's policy consists of buying": of a course of action, the one whose course it is acts.
fn planner(tree: Tree<'_>, subject: usize) -> usize {
    let course = matches!(
        tree.lemma(subject),
        "policy"
            | "plan"
            | "aim"
            | "goal"
            | "approach"
            | "strategy"
            | "response"
            | "answer"
            | "reaction"
            | "job"
            | "task"
            | "role"
            | "duty"
            | "mission"
            | "work"
            | "decision"
            | "intention"
            | "habit"
            | "practice"
            | "tactic"
            | "priority"
            | "objective"
            | "ambition"
            | "effort"
            | "attempt"
            | "contribution"
            | "course"
            | "line"
    );
    tree.dependent(subject, &[Deprel::NmodPoss])
        .filter(|_| course)
        .and_then(|owner| resolved(tree, owner))
        .unwrap_or(subject)
}

/// Verbs with an object whose subject does what the infinitive says all the same: "promised her to come".
const SUBJECT_CONTROL: &[&str] = &["promise", "vow", "threaten", "pledge", "swear", "use"];

/// Who does what an open complement of `verb` says.
fn controller(tree: Tree<'_>, verb: usize, steps: usize) -> Option<usize> {
    let object = tree
        .dependent(verb, &[Deprel::Iobj])
        .or_else(|| tree.dependent(verb, &[Deprel::Obj]));
    match object {
        Some(object) if !SUBJECT_CONTROL.contains(&tree.lemma(verb)) => resolved(tree, object),
        _ => subject_within(tree, verb, steps),
    }
}

/// Who does what an infinitive at a noun says: "North Korea's readiness to open", "has the means to be", "the first to
/// arrive".
fn infinitive_subject(tree: Tree<'_>, noun: usize, steps: usize) -> Option<usize> {
    if let Some(owner) = tree.dependent(noun, &[Deprel::NmodPoss]) {
        return resolved(tree, owner);
    }
    let ranked = tree.dependents(noun, &[Deprel::Amod]).any(|a| {
        matches!(
            tree.lemma(a),
            "first" | "last" | "only" | "second" | "third" | "next" | "latest"
        )
    });
    if ranked || matches!(tree.lemma(noun), "one" | "first" | "last") {
        return Some(noun);
    }
    let token = tree.token(noun)?;
    match token.deprel {
        Deprel::Obj | Deprel::Obl | Deprel::Xcomp => subject_within(tree, token.head?, steps),
        _ => None,
    }
}
