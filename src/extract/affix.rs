//! Negation inside a word: "unpleasant", "impossible", "careless".

use std::ops::Range;

use crate::lexicon::opposites;
use crate::lexicon::wordnet::{self, Pos};
use crate::text::Upos;

/// How verbs begin that deny what they are made from, with their nouns and participles.
const JUDGING: &str =
    "dislik disagree disapprov disbelie distrust disobey disobedien disallow dissatisf disregard disloyal";

/// The part of a word that negates the rest of it, where the rest is a word too.
pub(super) fn negative(form: &str, upos: Upos) -> Option<Range<usize>> {
    let word = form.to_lowercase();
    // "Discover", "discharged": what begins so is seldom a negation but in qualities ("dishonest") and in judging.
    let other = word.starts_with("dis")
        && (upos != Upos::Adj || word.ends_with("ed"))
        && !JUDGING.split(' ').any(|verb| word.starts_with(verb));
    if word.len() != form.len() || other {
        return None;
    }
    let classes: &[Pos] = match upos {
        Upos::Adj => &[Pos::Adjective],
        Upos::Adv => &[Pos::Adverb],
        Upos::Noun => &[Pos::Noun],
        Upos::Verb => &[Pos::Adjective, Pos::Verb],
        _ => &[],
    };
    let prefixed = classes
        .iter()
        .find_map(|&class| opposites::negated_base(&word, class))
        // "unshaven", "unheard": a participle that is no adjective by itself.
        .or_else(|| participle(&word, upos));
    if let Some(base) = prefixed {
        return Some(0..word.len() - base.len());
    }
    let base = word.strip_suffix("less").filter(|_| upos == Upos::Adj)?;
    wordnet::is_known(base, Pos::Noun).then_some(base.len()..word.len())
}

fn participle(word: &str, upos: Upos) -> Option<&str> {
    let base = word.strip_prefix("un")?;
    let verb = matches!(upos, Upos::Adj | Upos::Verb) && base.ends_with("ed");
    (verb && wordnet::verb_of(base).is_some()).then_some(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_negating_parts_are_found() {
        for (word, upos, part) in [
            ("unpleasant", Upos::Adj, Some(0..2)),
            ("Impossible", Upos::Adj, Some(0..2)),
            ("unheated", Upos::Adj, Some(0..2)),
            ("fearless", Upos::Adj, Some(4..8)),
            ("important", Upos::Adj, None),
            ("united", Upos::Verb, None),
            ("unless", Upos::Sconj, None),
            ("İnless", Upos::Adj, None),
        ] {
            assert_eq!(negative(word, upos), part, "{word}");
        }
    }
}
