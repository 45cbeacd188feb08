//! What the words around an embedding predicate make of its signature: "could see that", "could not believe that", "I don't know
//! that", "had never thought that".

use super::polarity::polarity;
use super::reading::Tree;
use super::speaker::spoken_by_self;
use crate::lexicon::negation;
use crate::lexicon::signatures::{Effect, Frame, Kind, Signature, Value};
use crate::lexicon::speech;
use crate::text::Deprel;

/// Whether a predicate of perceiving stands with "can" or "could": who can see that it is so sees it.
pub(super) fn perceives(tree: Tree<'_>, g: usize, frame: Frame) -> bool {
    matches!(frame, Frame::That | Frame::Wh)
        && speech::perceives(tree.lemma(g))
        && able(tree, g)
        && !polarity(tree, g).negative
}

/// The signature of an embedding word as the words around it have it.
pub(super) fn adjusted(
    tree: Tree<'_>,
    g: usize,
    kind: Kind,
    frame: Frame,
    signature: Signature,
) -> Signature {
    if kind != Kind::Verb || frame != Frame::That {
        return signature;
    }
    let lemma = tree.lemma(g);
    if perceives(tree, g, frame) {
        return known(Value::Fact(3), Value::Fact(3));
    }
    let polarity = polarity(tree, g);
    let factive = signature.outside.holds == signature.outside.fails
        && matches!(signature.outside.holds, Value::Fact(v) if v > 0);
    if factive && spoken_by_self(tree, g, kind) {
        // "I don't know that it is so" doubts it, "I didn't know that it is so" knows it now.
        let doubts = polarity.negative && !past(tree, g) && signature.holder.is_some();
        let fails = Value::Fact(if doubts { -1 } else { 3 });
        return known(Value::Fact(3), fails);
    }
    if !polarity.negative {
        return signature;
    }
    // "I can't believe that they did it": they did.
    if lemma == "believe" && able(tree, g) {
        return known(signature.outside.holds, Value::Fact(2));
    }
    // "He had never thought that it could hurt": it does.
    let never = polarity
        .negators
        .iter()
        .any(|&n| tree.form(n).eq_ignore_ascii_case("never"));
    if (never || perfect(tree, g)) && speech::supposes(lemma) {
        return known(signature.outside.holds, Value::Fact(1));
    }
    signature
}

/// A signature that introduces nobody.
fn known(holds: Value, fails: Value) -> Signature {
    Signature {
        outside: Effect { holds, fails },
        holder: None,
    }
}

fn able(tree: Tree<'_>, g: usize) -> bool {
    tree.dependents(g, &[Deprel::Aux]).any(|a| {
        matches!(
            tree.form(a).to_lowercase().as_str(),
            "can" | "could" | "ca" | "cannot" | "can't" | "couldn't"
        ) && (!negation::contracted(tree.form(a)) || a < g)
    })
}

fn past(tree: Tree<'_>, g: usize) -> bool {
    tree.token(g).is_some_and(|t| t.xpos == "VBD")
        || tree
            .dependents(g, &[Deprel::Aux])
            .any(|a| tree.token(a).is_some_and(|t| t.xpos == "VBD"))
}

fn perfect(tree: Tree<'_>, g: usize) -> bool {
    tree.dependents(g, &[Deprel::Aux])
        .any(|a| tree.form(a).eq_ignore_ascii_case("had"))
}
