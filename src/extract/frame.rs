//! The frame in which a word embeds a clause, and what follows from the word in that frame.

use super::embedding::{kind, lemmas, phrasal};
use super::reading::Tree;
use super::speaker::speaks;
use crate::lexicon::signatures::{self, Effect, Frame, Kind, Signature, Value};
use crate::text::{Deprel, Upos};

/// Whether the verb is passive.
pub(crate) fn passive(tree: Tree<'_>, verb: usize) -> bool {
    if tree.dependent(verb, &[Deprel::AuxPass]).is_some() {
        return true;
    }
    // Without "be" a participle is passive: "the man thought to be dead". With "have" it is active, whatever the subject
    // is called.
    tree.token(verb).is_some_and(|t| {
        t.xpos == "VBN"
            && (matches!(t.deprel, Deprel::Acl) || tree.dependent(verb, &[Deprel::NsubjPass]).is_some())
    }) && !tree
        .dependents(verb, &[Deprel::Aux])
        .any(|a| tree.lemma(a) == "have")
}

/// Whether a predicate is a gerund: "stealing it", "being behind it".
pub(crate) fn gerund(tree: Tree<'_>, p: usize) -> bool {
    let ing = |i: usize| tree.token(i).is_some_and(|t| t.xpos == "VBG");
    match tree.dependent(p, &[Deprel::Cop, Deprel::AuxPass]) {
        Some(being) => ing(being),
        None => ing(p) && tree.dependent(p, &[Deprel::Aux]).is_none(),
    }
}

/// The frame in which `g` embeds `p`.
pub(crate) fn frame(tree: Tree<'_>, g: usize, p: usize) -> Frame {
    let object = tree
        .dependents(g, &[Deprel::Obj, Deprel::Iobj])
        .any(|o| o != p && o < p);
    // "The goal was to win it" is a whole clause.
    let copula = tree.dependent(p, &[Deprel::Cop]);
    let infinitive = tree
        .dependents(p, &[Deprel::Mark, Deprel::Aux])
        .any(|m| tree.form(m).eq_ignore_ascii_case("to") && copula.is_none_or(|c| m < c));
    if infinitive {
        return if passive(tree, g) && kind(tree, g) == Some(Kind::Verb) {
            Frame::PassTo
        } else if object {
            Frame::ObjTo
        } else {
            Frame::To
        };
    }
    let mut marks = tree.dependents(p, &[Deprel::Mark]);
    if let Some(mark) = marks.next() {
        match tree.form(mark).to_lowercase().as_str() {
            "if" | "whether" => return Frame::If,
            "how" | "why" | "when" | "where" => return Frame::Wh,
            "that" => return Frame::That,
            _ => {}
        }
    }
    let first = tree
        .subtree(p)
        .into_iter()
        .find(|&i| tree.token(i).is_some_and(|t| t.upos != Upos::Punct));
    // "Imports, which analysts believe could help": the word before the verb is not what is asked.
    if first.is_some_and(|i| {
        i != p
            && (i > g || p < g)
            && tree
                .token(i)
                .is_some_and(|t| matches!(t.xpos, "WRB" | "WP" | "WDT" | "WP$"))
    }) {
        return Frame::Wh;
    }
    let token = tree.token(p);
    let finite = tree
        .dependent(
            p,
            &[
                Deprel::Nsubj,
                Deprel::NsubjPass,
                Deprel::Expl,
                Deprel::Csubj,
                Deprel::Cop,
                Deprel::Aux,
            ],
        )
        .is_some();
    if gerund(tree, p) {
        // "Kept the blood flowing", but "kept him from playing".
        let goes_on = tree.lemma(g) == "keep" && tree.dependent(p, &[Deprel::Mark, Deprel::Case]).is_none();
        return if object && !goes_on {
            Frame::ObjIng
        } else {
            Frame::Ing
        };
    }
    if tree.deprel(p) == Some(Deprel::Xcomp) && !finite {
        if token.is_some_and(|t| matches!(t.upos, Upos::Adj | Upos::Noun | Upos::Propn)) {
            return Frame::Pred;
        }
        // "make it close", "help close", "let go".
        return if object { Frame::ObjBare } else { Frame::Bare };
    }
    Frame::That
}

/// The signature of the word `g` where it embeds a proposition in a frame.
pub(crate) fn signature(tree: Tree<'_>, g: usize, kind: Kind, frame: Frame) -> Signature {
    if frame == Frame::Phrasal
        && let Some((_, signature)) = phrasal(tree, g)
    {
        return signature;
    }
    let judged = |frame| {
        let mut lemmas = lemmas(tree, g).filter(|_| kind == Kind::Verb);
        lemmas.find_map(|lemma| signatures::judged(&lemma, frame))
    };
    let find = |frame| {
        let mut source = None;
        let mut plain = None;
        for lemma in lemmas(tree, g) {
            source = source.or_else(|| signatures::source(kind, &lemma, frame));
            plain = plain.or_else(|| signatures::plain(kind, &lemma, frame));
            if source.is_some() || plain.is_some() {
                break;
            }
        }
        match (source, plain) {
            (Some(source), Some(plain)) => Some(if speaks(tree, g, kind) { source } else { plain }),
            (source, plain) => source.or(plain),
        }
    };
    let frames: &[Frame] = match frame {
        Frame::That if passive(tree, g) => &[Frame::PassThat, Frame::That],
        Frame::PassTo => &[Frame::PassTo, Frame::ObjTo],
        Frame::Bare => &[Frame::To, Frame::Ing],
        Frame::ObjBare => &[Frame::ObjTo, Frame::ObjIng, Frame::To],
        Frame::ObjTo => &[Frame::ObjTo, Frame::To, Frame::ObjIng],
        Frame::ObjIng => &[Frame::ObjIng, Frame::Ing],
        Frame::Pred if passive(tree, g) || tree.dependent(g, &[Deprel::Obj]).is_some() => {
            &[Frame::Pred, Frame::That]
        }
        Frame::Pred => &[Frame::Pred, Frame::To],
        Frame::If => &[Frame::If, Frame::Wh],
        Frame::Of => &[Frame::Of, Frame::To],
        _ => &[frame],
    };
    frames
        .iter()
        .find_map(|&f| find(f))
        .or_else(|| frames.iter().find_map(|&f| judged(f)))
        .unwrap_or_else(|| default(kind, frame))
}

/// An embedding word that no list knows.
fn default(kind: Kind, frame: Frame) -> Signature {
    let (holds, fails) = match (kind, frame) {
        // "nothing to suggest": what there is not does not do it.
        (Kind::Noun, Frame::To) => (Value::Open, Value::Fact(-3)),
        (_, Frame::To | Frame::ObjTo | Frame::PassTo | Frame::If | Frame::Wh) => (Value::Open, Value::Open),
        _ => (Value::Fact(3), Value::Open),
    };
    Signature {
        outside: Effect { holds, fails },
        holder: None,
    }
}
