//! What leaving a word out means.

use crate::ablation::Part;
use crate::judgement::Natural;
use crate::lexicon::signatures::Value;
use crate::logic::amount::Amount;
use crate::logic::context;
use crate::logic::form::{Bond, Form, Node};
use crate::logic::project::{Way, project};
use crate::logic::word;
use crate::text::Upos;

/// What leaving a word out means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meaning {
    /// `None` where it is not known.
    pub(super) relation: Option<Natural>,
    /// Whether it took a clause that stays.
    pub(super) embeds: bool,
}

impl Meaning {
    fn plain(relation: Option<Natural>) -> Meaning {
        Meaning {
            relation,
            embeds: false,
        }
    }
}

/// What leaving a word out means; nothing of its own where it goes with another that is left out.
pub(super) fn left_out(form: &Form, at: usize, node: &Node, met: &dyn Fn(usize) -> bool) -> Option<Meaning> {
    if !Part::LogicOmission.is_kept() {
        return Some(Meaning::plain(None));
    }
    // What is joined with what stays.
    let others: Vec<&Node> = (0..form.nodes.len())
        .filter(|&k| k != at && form.together(k, at) && met(k))
        .filter_map(|k| form.get(k))
        .collect();
    if !others.is_empty() && node.head.is_none_or(met) {
        return Some(Meaning::plain(Some(one_of_several(form, at, node, &others))));
    }
    let keeps = (0..form.nodes.len()).any(|k| met(k) && form.above(k).any(|h| h == at));
    let Some(head) = node.head.filter(|_| !keeps) else {
        return Some(Meaning {
            relation: wrapped(form, at, met),
            embeds: true,
        });
    };
    if !met(head) {
        return None;
    }
    let relation = narrowing(node, form.get(head)?);
    let ways = if node.bond == Bond::Adverbial {
        context::around_denial(form, head, true)
    } else {
        context::around_word(form, head)
    };
    Some(Meaning::plain(relation.map(|r| project(r, &ways))))
}

/// One of several that are joined.
fn one_of_several(form: &Form, at: usize, node: &Node, others: &[&Node]) -> Natural {
    let relation = if node.either {
        Natural::Reverse
    } else {
        Natural::Forward
    };
    let ways = match (node.is_predicate(), node.either) {
        (true, either) => {
            let all_denied = node.denied && others.iter().all(|n| n.denied);
            let denied = if either { Way::NOT } else { Way::NONE };
            let around = context::around_denial(form, at, true);
            all_denied.then_some(denied).into_iter().chain(around).collect()
        }
        (false, true) => context::around_word(form, at),
        // "Cars and dogs are not allowed": neither.
        (false, false) if node.bond == Bond::Object && before(form, node) => node
            .head
            .map_or(Vec::new(), |head| context::around_phrase(form, head)),
        (false, false) => context::around_phrase(form, at),
    };
    project(relation, &ways)
}

/// Whether what is done to a word stands behind it: it is what the sentence is about.
fn before(form: &Form, node: &Node) -> bool {
    let verb = node.head.and_then(|h| form.get(h));
    verb.is_some_and(|v| node.words.span.start < v.words.span.start)
}

/// What a word says that hangs on another that stays.
fn narrowing(node: &Node, above: &Node) -> Option<Natural> {
    let marker = node.marker.as_deref();
    match (node.bond, marker) {
        // Who is taller than another need not be tall; who has more than another has some.
        (Bond::Oblique, Some("than")) if !matches!(above.tag, "JJR" | "RBR") => Some(Natural::Forward),
        (Bond::Oblique, Some("than" | "as")) => Some(Natural::Independence),
        (Bond::Adjective | Bond::Compound, _) => Some(word::narrowing(node)),
        (Bond::Adverb, _) => word::remark(node),
        (Bond::Possessor, _) if node.upos == Upos::Pron => Some(Natural::Equivalence),
        (Bond::Oblique | Bond::Possessor | Bond::Clause | Bond::Object | Bond::Recipient, _) => {
            let undone = node.amount == Amount::No || marker.is_some_and(word::undoes);
            (!undone).then_some(Natural::Forward)
        }
        (Bond::Adverbial, Some("if" | "unless" | "in case" | "whether" | "as if" | "as though")) => {
            Some(Natural::Independence)
        }
        (Bond::Adverbial, _) => Some(Natural::Forward),
        (Bond::Root | Bond::Subject | Bond::Complement | Bond::Other, _) => None,
    }
}

/// What leaving out a predicate means whose clause stays: "he believed that", "they tried to".
fn wrapped(form: &Form, at: usize, met: &dyn Fn(usize) -> bool) -> Option<Natural> {
    let above = form.get(at)?;
    let clause = |k: usize| form.get(k).filter(|n| met(k) && n.bond == Bond::Complement);
    let node = form.children(at).find_map(clause)?;
    if word::is_attitude(&above.lemma) {
        return Some(Natural::Independence);
    }
    let effect = context::effect(form, node, above)?;
    match if above.denied { effect.fails } else { effect.holds } {
        Value::Fact(3..) => Some(Natural::Forward),
        // What is so may well be so, and not the other way round.
        Value::Fact(v) if v > 0 => Some(Natural::Reverse),
        Value::Fact(_) => Some(Natural::Alternation),
        Value::Open | Value::Unproven => Some(Natural::Independence),
        Value::Outside => None,
    }
}
