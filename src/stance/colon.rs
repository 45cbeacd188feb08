//! Attribution by a colon: "Senator: the dam is safe", "Dam is safe: ministry".

use std::ops::Range;

use super::tree::Tree;
use crate::lexicon::entities::{self, Kind};
use crate::lexicon::{given, nouns};
use crate::text::Upos;

/// More words are no mere speaker.
const MOST: usize = 5;

/// The last word of who is said to say the rest: before the first colon, or behind the last.
pub(super) fn speaker(tree: &Tree<'_>) -> Option<usize> {
    let colon = |f: &String| f == ":";
    let first = tree.forms().iter().position(colon)?;
    let last = tree.forms().iter().rposition(colon)?;
    named(tree, 0..first).or_else(|| named(tree, last + 1..tree.forms().len()))
}

/// The last word of a part that names a person or a body, and says nothing.
fn named(tree: &Tree<'_>, part: Range<usize>) -> Option<usize> {
    let upos = |i: usize| tree.token(i).map(|t| t.upos);
    let words: Vec<usize> = part.filter(|&i| upos(i) != Some(Upos::Punct)).collect();
    let (&first, &last) = (words.first()?, words.last()?);
    let says = |&i: &usize| matches!(upos(i), Some(Upos::Verb | Upos::Aux | Upos::Num));
    if words.len() > MOST || words.iter().any(says) {
        return None;
    }
    let lemma = tree.lemma(last);
    let noun = nouns::is_person(&lemma) || upos(last) == Some(Upos::Noun) && nouns::is_organisation(&lemma);
    let name = || {
        let start = tree.raw(first);
        if first == last {
            entities::entity(start).is_some_and(|e| e.kind == Kind::Organisation)
        } else {
            entities::title(start).is_some() || given::gender(start).is_some()
        }
    };
    (noun || name()).then_some(last)
}
