//! The context of a word: the operators above it, from the innermost outwards.

use crate::lexicon::signatures::{self, Effect, Frame, Kind, Value};
use crate::lexicon::wordnet::Pos;
use crate::logic::form::{Bond, Form, Mood, Node};
use crate::logic::project::Way;

/// What stands around a word itself: for an exchange of the word or of what narrows it.
pub(super) fn around_word(form: &Form, at: usize) -> Vec<Way> {
    let Some(node) = form.get(at) else {
        return Vec::new();
    };
    let mut ways = Vec::new();
    if node.is_predicate() {
        ways.extend(inside(form, at, None, false));
    } else if !matches!(node.bond, Bond::Adjective | Bond::Adverb | Bond::Compound) {
        ways.push(node.amount.restrictor());
    }
    ways.extend(around_phrase(form, at));
    ways
}

/// What stands around the whole phrase that is built on a word.
pub(super) fn around_phrase(form: &Form, at: usize) -> Vec<Way> {
    around(form, at, false)
}

/// The same for how many it speaks of: whoever is spoken of in both texts is taken to be the same.
pub(super) fn around_amount(form: &Form, at: usize) -> Vec<Way> {
    around(form, at, true)
}

fn around(form: &Form, at: usize, same: bool) -> Vec<Way> {
    let mut ways = Vec::new();
    let mut at = at;
    for _ in 0..form.nodes.len() {
        let Some((node, head)) = form.get(at).and_then(|n| Some((n, n.head?))) else {
            break;
        };
        let Some(above) = form.get(head) else { break };
        if node
            .marker
            .as_deref()
            .is_some_and(|m| m.split(' ').next() == Some("without"))
        {
            ways.push(Way::NOT);
        }
        let compared = node
            .marker
            .as_deref()
            .is_some_and(|m| matches!(m, "than" | "before"));
        if compared {
            ways.push(Way::DOWN);
        }
        match node.bond {
            Bond::Subject => {}
            // What is said beside the main clause is not denied with it.
            Bond::Adverbial => ways.extend(adverbial(node)),
            Bond::Complement => {
                ways.push(embedded(form, node, above));
                ways.extend(inside(form, head, Some(at), same));
            }
            _ if above.is_predicate() => ways.extend(inside(form, head, Some(at), same)),
            Bond::Object
            | Bond::Oblique
            | Bond::Possessor
            | Bond::Clause
            | Bond::Adjective
            | Bond::Compound => {
                ways.push(above.amount.restrictor());
            }
            _ => {}
        }
        at = head;
    }
    ways
}

/// What a predicate's own operators make of what stands inside it, all but its subject; `except` is where one comes from.
fn inside(form: &Form, at: usize, except: Option<usize>, same: bool) -> Vec<Way> {
    let mut ways: Vec<Way> = form
        .children(at)
        .filter(|&i| Some(i) != except)
        .filter_map(|i| form.get(i))
        .filter(|n| matches!(n.bond, Bond::Object | Bond::Recipient))
        .map(|n| n.amount.scope())
        .filter(|&way| way != Way::UP && way != Way::MOST && way != Way::SOME)
        .collect();
    ways.extend(denial(form, at));
    if let Some(subject) = form.subject(at).filter(|&s| Some(s) != except) {
        ways.extend(form.get(subject).map(|n| scope(n, same)));
    }
    ways
}

/// The negation and the mood of a predicate.
fn denial(form: &Form, at: usize) -> Vec<Way> {
    let Some(node) = form.get(at) else {
        return Vec::new();
    };
    let mut ways = Vec::new();
    if matches!(node.mood, Mood::Possible | Mood::Other) {
        ways.push(Way::OPEN);
    }
    if node.denied {
        ways.push(Way::NOT);
    }
    ways
}

/// What stands around a predicate's negation: who it is said of, and what is above. `same` if whoever is spoken of in both
/// texts is taken to be the same.
pub(super) fn around_denial(form: &Form, at: usize, same: bool) -> Vec<Way> {
    let mut ways = Vec::new();
    if let Some(subject) = form.subject(at).and_then(|s| form.get(s)) {
        ways.push(scope(subject, same));
    }
    ways.extend(around(form, at, same));
    ways
}

/// What those of whom something is said make of it.
fn scope(subject: &Node, same: bool) -> Way {
    let clause = subject.pos == Some(Pos::Verb);
    match subject.amount.scope() {
        Way::SOME if same || clause => Way::UP,
        way => way,
    }
}

/// What a conjunction makes of its clause.
fn adverbial(node: &Node) -> Option<Way> {
    match node.marker.as_deref()? {
        "if" | "in case" => Some(Way::DOWN),
        "unless" | "until" | "as if" | "as though" | "whether" | "like" => Some(Way::NONE),
        "in order to" | "to" | "so that" => Some(Way::OPEN),
        _ => None,
    }
}

/// What the predicate above makes of a clause that it takes.
fn embedded(form: &Form, node: &Node, above: &Node) -> Way {
    match effect(form, node, above).map(|e| e.holds) {
        Some(Value::Fact(v)) if v > 0 => Way::UP,
        Some(Value::Fact(_)) => Way::NOT,
        _ => Way::OPEN,
    }
}

/// What follows for a clause from the predicate that takes it, for those who stand outside; `None` where nothing is known.
pub(super) fn effect(form: &Form, node: &Node, above: &Node) -> Option<Effect> {
    let frames = frames(form, node);
    let kind = match above.pos {
        Some(Pos::Adjective) => Kind::Adjective,
        Some(Pos::Noun) => Kind::Noun,
        _ => Kind::Verb,
    };
    frames.iter().find_map(|&frame| {
        signatures::plain(kind, &above.lemma, frame)
            .or_else(|| signatures::source(kind, &above.lemma, frame))
            .or_else(|| signatures::judged(&above.lemma, frame))
            .map(|s| s.outside)
    })
}

/// The shapes in which a clause may be embedded.
fn frames(form: &Form, node: &Node) -> Vec<Frame> {
    let marker = node.marker.as_deref().unwrap_or_default();
    let object = form
        .nodes
        .iter()
        .any(|n| n.bond == Bond::Object && n.head == node.head && n.words.span.start < node.words.span.start);
    let own = form.nodes.iter().any(|n| {
        n.bond == Bond::Subject
            && n.head
                .and_then(|h| form.get(h))
                .is_some_and(|h| h.words == node.words)
    });
    let going = node.words.text.ends_with("ing");
    match marker {
        "whether" | "if" => vec![Frame::If, Frame::That],
        "that" => vec![Frame::That],
        m if m.ends_with("to") && object => vec![Frame::ObjTo, Frame::To],
        m if m.ends_with("to") => vec![Frame::To],
        _ if own => vec![Frame::That, Frame::ObjBare],
        _ if going && object => vec![Frame::ObjIng, Frame::Ing],
        _ if going => vec![Frame::Ing],
        _ if object => vec![Frame::ObjBare, Frame::Bare],
        _ => vec![Frame::That, Frame::Bare],
    }
}
