//! What sort of thing a name names: by its own words, by the nouns beside it and by what is done to it.

use super::knowledge::{self, Sort};
use super::reading::Tree;
use crate::entity::EntityKind;
use crate::lexicon::nouns;
use crate::text::{Deprel, Upos};

/// The kind of a name that is not known, by its own words and what stands around it, and whether nothing but the words speaks for it.
pub(super) fn told(
    tree: Tree<'_>,
    words: (usize, usize),
    head: usize,
    titles: &[String],
    roles: &[String],
) -> (EntityKind, bool) {
    let sure = |kind| (kind, false);
    if !titles.is_empty() || !roles.is_empty() {
        return sure(EntityKind::Person);
    }
    if is_vessel(tree, head) {
        return sure(EntityKind::Other);
    }
    let given = words.0 < words.1 && knowledge::given_gender(tree.form(words.0)).is_some();
    if !given && plies_trade(tree, head) {
        return sure(EntityKind::Organisation);
    }
    let (start, end) = words;
    if tree
        .dependents(head, &[Deprel::AclRelcl])
        .any(|c| is_thing(tree, c))
        || knowledge::is_firm_ending(tree.form(end))
    {
        return sure(EntityKind::Organisation);
    }
    if start < end && knowledge::is_landform(tree.form(start)) {
        return sure(EntityKind::Place);
    }
    // The word that says what it is comes last ("Forth Bridge"), or before "of" ("University of Leeds").
    let core = (start..=end)
        .find(|&i| tree.form(i) == "of")
        .map_or(end, |i| i.saturating_sub(1));
    let case = tree
        .dependent(head, &[Deprel::Case])
        .map(|c| tree.form(c).to_lowercase());
    let sited = case.as_deref() == Some("in")
        && tree.deprel(head) == Some(Deprel::Obl)
        && tree.dependent(head, &[Deprel::Det]).is_none()
        && !given;
    let body =
        |i: usize| tree.deprel(i) != Some(Deprel::Compound) && knowledge::sort(tree.lemma(i)) == Sort::Group;
    if !given && beside(tree, head).any(body) {
        return sure(EntityKind::Organisation);
    }
    if !given
        && (beside(tree, head).any(|i| knowledge::is_town_noun(tree.lemma(i))) || is_of_town(tree, head))
    {
        return sure(EntityKind::Place);
    }
    if is_run(tree, head) {
        return sure(EntityKind::Organisation);
    }
    if !sited && runs_on(tree, words, head) {
        return (EntityKind::Person, true);
    }
    match knowledge::sort(&tree.form(core).to_lowercase()) {
        Sort::Group => return sure(EntityKind::Organisation),
        Sort::Place => return sure(EntityKind::Place),
        Sort::Act => return sure(EntityKind::Event),
        _ => {}
    }
    if sited {
        return sure(EntityKind::Place);
    }
    sure(EntityKind::Other)
}

/// Whether what stands beside a name says that it is a firm: "the retailer Hallam", "Brenner, a maker of lifts".
fn plies_trade(tree: Tree<'_>, head: usize) -> bool {
    beside(tree, head).any(|i| knowledge::is_trade(tree.lemma(i)))
}

/// "The ferry Maren Rose".
pub(super) fn is_vessel(tree: Tree<'_>, head: usize) -> bool {
    beside(tree, head).any(|i| nouns::is_vessel(tree.lemma(i)))
}

/// The common nouns beside a name: before it, or in apposition.
fn beside(tree: Tree<'_>, head: usize) -> impl Iterator<Item = usize> {
    let above = tree
        .token(head)
        .filter(|t| matches!(t.deprel, Deprel::Appos | Deprel::Flat))
        .and_then(|t| t.head);
    tree.dependents(head, &[Deprel::Appos, Deprel::Compound, Deprel::NmodDesc])
        .chain(above)
        .filter(move |&i| tree.token(i).is_some_and(|t| t.upos == Upos::Noun))
}

/// Whether the words of a name stand side by side as those of people do.
fn runs_on(tree: Tree<'_>, (start, end): (usize, usize), head: usize) -> bool {
    let mut words = start..=end;
    let beside = |i: usize| {
        tree.deprel(i) == Some(Deprel::Flat)
            && tree
                .token(i)
                .and_then(|t| t.head)
                .is_some_and(|h| (start..=end).contains(&h))
    };
    words.any(beside) && tree.dependent(head, &[Deprel::Det]).is_none()
}

/// "Who runs X", "shares in X": what is run or owned is a body.
fn is_run(tree: Tree<'_>, head: usize) -> bool {
    let Some(above) = tree.token(head).and_then(|t| t.head) else {
        return false;
    };
    let lemma = tree.lemma(above);
    match tree.deprel(head) {
        Some(Deprel::Obj) => matches!(lemma, "run" | "head" | "chair" | "found" | "own" | "acquire"),
        Some(Deprel::Nmod) => matches!(
            lemma,
            "share"
                | "stake"
                | "customer"
                | "shareholder"
                | "branch"
                | "subsidiary"
                | "employee"
                | "takeover"
        ),
        _ => false,
    }
}

/// "The mayor of X", "the island of X", "the outskirts of X".
fn is_of_town(tree: Tree<'_>, head: usize) -> bool {
    let of = tree.deprel(head) == Some(Deprel::Nmod)
        && tree
            .dependents(head, &[Deprel::Case])
            .any(|c| tree.lemma(c) == "of");
    let above = tree.token(head).and_then(|t| t.head).filter(|_| of);
    above.is_some_and(|noun| {
        let lemma = tree.lemma(noun);
        knowledge::is_town_noun(lemma) || matches!(lemma, "mayor" | "outskirt" | "outskirts" | "suburb")
    })
}

/// Whether a relative clause speaks of a thing or a body: "which".
fn is_thing(tree: Tree<'_>, clause: usize) -> bool {
    tree.children(clause).any(|c| {
        tree.form(c) == "which"
            && matches!(
                tree.deprel(c),
                Some(Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj)
            )
    })
}
