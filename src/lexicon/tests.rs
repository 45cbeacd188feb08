//! The word knowledge on examples of many subjects, and the shape of its data.

use super::opposites::Opposition as O;
use super::relation::{LexicalRelation as R, relation};
use super::wordnet::Pos;

fn pos(letter: &str) -> Pos {
    match letter {
        "n" => Pos::Noun,
        "v" => Pos::Verb,
        "a" => Pos::Adjective,
        _ => Pos::Adverb,
    }
}

/// `word/pos`.
fn split(word: &str) -> (&str, Pos) {
    let (lemma, letter) = word.split_once('/').unwrap();
    (lemma, pos(letter))
}

#[test]
fn probe() {
    for pair in std::env::var("PAIRS")
        .unwrap_or_default()
        .split(',')
        .filter(|p| !p.is_empty())
    {
        let (a, b) = pair.split_once(' ').unwrap();
        let (left, right) = (split(a), split(b));
        println!("{a:20} {b:20} {:?}", relation(left.0, left.1, right.0, right.1));
    }
    assert_eq!(relation("a", Pos::Noun, "a", Pos::Noun).kind, R::Same);
    let _ = O::Contrary;
}
