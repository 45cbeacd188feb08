//! Capitals and seats of power: a government where they act, a place where something happens.

use super::reading::Tree;
use crate::text::{Deprel, Upos};

/// Verbs and nouns of going: what stands with "to" or "from" beside them is a place.
const MOTION: &[&str] = &[
    "go",
    "come",
    "travel",
    "fly",
    "arrive",
    "return",
    "move",
    "drive",
    "head",
    "walk",
    "sail",
    "ride",
    "run",
    "march",
    "flee",
    "get",
    "bring",
    "take",
    "visit",
    "trip",
    "flight",
    "journey",
    "train",
    "tour",
    "road",
    "route",
    "way",
    "visitor",
    "arrival",
    "departure",
    "depart",
    "migrate",
    "evacuate",
    "commute",
    "invitation",
    "mission",
    "march",
    "airport",
    "suburb",
    "centre",
    "center",
    "street",
    "mile",
    "kilometre",
    "kilometer",
    "rail",
    "line",
    "bus",
];

/// Verbs whose object is a place when it could be one.
const PLACE_OBJECT: &[&str] = &[
    "visit", "leave", "reach", "enter", "hit", "strike", "bomb", "shell", "attack", "capture", "occupy",
    "seize", "besiege", "destroy", "tour", "flood", "rebuild", "love", "know", "approach", "surround",
    "quit", "cross",
];

/// Whether the name at `head`, which can be a city or its government, acts as a government.
pub(super) fn acts(tree: Tree<'_>, head: usize) -> bool {
    let mut top = head;
    // In "between Moscow and Pyongyang" the first decides for all.
    while tree.deprel(top) == Some(Deprel::Conj)
        && let Some(above) = tree.token(top).and_then(|t| t.head)
    {
        top = above;
    }
    let Some((token, governor)) = tree.token(top).and_then(|t| Some((t, t.head?))) else {
        return false;
    };
    let verbal = tree.token(governor).is_some_and(|t| t.upos == Upos::Verb);
    let copular = tree.dependent(governor, &[Deprel::Cop]).is_some();
    let case = tree
        .dependent(top, &[Deprel::Case])
        .map(|c| tree.form(c).to_lowercase());
    // "Flew from a village to Lima", where the tree hangs the second place on the first.
    let from = tree
        .dependents(governor, &[Deprel::Case])
        .any(|c| tree.lemma(c) == "from");
    let mover = tree
        .token(governor)
        .and_then(|t| t.head)
        .filter(|_| from)
        .unwrap_or(governor);
    let to_or_from = || !MOTION.contains(&tree.lemma(mover));
    match token.deprel {
        Deprel::Nsubj | Deprel::NsubjOuter => {
            let noun = tree
                .token(governor)
                .is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn));
            verbal || copular && !noun
        }
        Deprel::NmodPoss | Deprel::OblAgent | Deprel::Iobj => true,
        Deprel::Obj => {
            !PLACE_OBJECT.contains(&tree.lemma(governor)) && !MOTION.contains(&tree.lemma(governor))
        }
        Deprel::Compound | Deprel::NmodUnmarked => {
            let linked = |i: usize| matches!(tree.form(i), "-" | "–" | "—");
            linked(top + 1) || top.checked_sub(1).is_some_and(linked)
        }
        Deprel::Obl | Deprel::Nmod => match case.as_deref() {
            Some("between" | "with" | "against" | "by" | "toward" | "towards" | "on") => true,
            Some("to" | "from") => to_or_from(),
            _ => false,
        },
        _ => false,
    }
}
