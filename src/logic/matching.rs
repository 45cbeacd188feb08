//! Which word of the second sentence answers which of the first.

use crate::align::{WordRelation, compare_words};
use crate::logic::form::{Bond, Form, Node};
use crate::text::Upos;

/// The words of two sentences that answer each other, one by one.
#[derive(Debug, Clone, Default)]
pub(super) struct Matching {
    /// For each word of the first sentence its counterpart.
    pub(super) of_a: Vec<Option<usize>>,
    /// For each word of the second.
    pub(super) of_b: Vec<Option<usize>>,
}

/// From here on, in thousandths, words answer each other wherever they stand.
const NEAR: u32 = 600;
/// From here on words speak of one matter: as opposites do.
pub(super) const ONE_MATTER: u32 = 500;

/// Matches two sentences: first what says the same, then what stands in one place.
pub(super) fn matched(a: &Form, b: &Form) -> Matching {
    let mut found = Matching {
        of_a: vec![None; a.nodes.len()],
        of_b: vec![None; b.nodes.len()],
    };
    let alike: Vec<Vec<u32>> = a
        .nodes
        .iter()
        .map(|x| b.nodes.iter().map(|y| likeness(x, y)).collect())
        .collect();
    let like = |i: usize, j: usize| alike.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0);
    let mut scored = Vec::new();
    for (i, x) in a.nodes.iter().enumerate() {
        for (j, y) in b.nodes.iter().enumerate() {
            let own = like(i, j);
            if own < NEAR {
                continue;
            }
            let heads = match (x.head, y.head) {
                (Some(h), Some(k)) => u32::from(like(h, k) >= NEAR) * 200,
                (None, None) => 150,
                _ => 0,
            };
            let below = a
                .children(i)
                .filter(|&c| b.children(j).any(|d| like(c, d) >= NEAR))
                .take(3)
                .count() as u32;
            // Of two boxes, it is the red one that answers the red one.
            let told =
                u32::from(repeated(a, x) && repeated(b, y) && narrowed_alike((a, i), (b, j), &like)) * 300;
            let far = i.abs_diff(j).min(20) as u32;
            let placed = u32::from(x.bond == y.bond) * 80 + u32::from(x.marker == y.marker) * 30;
            scored.push((own + heads + below * 60 + placed + told - far, i, j));
        }
    }
    scored.sort_by_key(|&(score, i, j)| (std::cmp::Reverse(score), i, j));
    for (_, i, j) in scored {
        found.join(i, j);
    }
    // What stands in one place, from the root downwards.
    for _ in 0..a.nodes.len() {
        let Some((i, j)) = next_slot(a, b, &found, &like) else {
            break;
        };
        found.join(i, j);
    }
    found
}

/// Whether a sentence says a word more than once.
fn repeated(form: &Form, word: &Node) -> bool {
    form.nodes.iter().filter(|n| n.lemma == word.lemma).count() > 1
}

/// Whether a word that narrows the one narrows the other too.
fn narrowed_alike(
    (a, i): (&Form, usize),
    (b, j): (&Form, usize),
    like: &dyn Fn(usize, usize) -> u32,
) -> bool {
    let narrows = |form: &Form, at: usize| {
        form.get(at)
            .is_some_and(|n| matches!(n.bond, Bond::Adjective | Bond::Compound | Bond::Possessor))
    };
    a.children(i)
        .filter(|&c| narrows(a, c))
        .any(|c| b.children(j).any(|d| narrows(b, d) && like(c, d) >= NEAR))
}

/// The most alike two words that stand in one place and have no counterpart.
fn next_slot(
    a: &Form,
    b: &Form,
    found: &Matching,
    like: &dyn Fn(usize, usize) -> u32,
) -> Option<(usize, usize)> {
    let mut best: Option<(u32, usize, usize)> = None;
    for (j, y) in b.nodes.iter().enumerate().filter(|(j, _)| found.a(*j).is_none()) {
        for (i, x) in a.nodes.iter().enumerate().filter(|(i, _)| found.b(*i).is_none()) {
            let heads = match (x.head, y.head) {
                (None, None) => true,
                (Some(h), Some(k)) => found.b(h) == Some(k),
                _ => false,
            };
            let kinds =
                x.pos == y.pos || x.bond == Bond::Root || !matches!(x.bond, Bond::Adjective | Bond::Compound);
            let alone = x.first == i || y.first == j || x.bond == Bond::Root;
            if heads && x.bond == y.bond && x.marker == y.marker && kinds && alone {
                let score = like(i, j) + 1;
                if best.is_none_or(|(s, ..)| score > s) {
                    best = Some((score, i, j));
                }
            }
        }
    }
    best.filter(|&(score, i, j)| {
        // Adjectives and phrases beside each other are in one place only if they are about the same.
        let slot = a.get(i).map(|n| n.bond);
        score >= 300
            || matches!(slot, Some(Bond::Root | Bond::Subject | Bond::Object))
            || b.get(j)
                .is_some_and(|y| y.bond == Bond::Oblique && y.pos == a.get(i).and_then(|x| x.pos))
    })
    .map(|(_, i, j)| (i, j))
}

impl Matching {
    fn join(&mut self, i: usize, j: usize) {
        if let (Some(x @ None), Some(y @ None)) = (self.of_a.get_mut(i), self.of_b.get_mut(j)) {
            *x = Some(j);
            *y = Some(i);
        }
    }

    /// The counterpart of a word of the second sentence.
    pub(super) fn a(&self, j: usize) -> Option<usize> {
        self.of_b.get(j).copied().flatten()
    }

    /// The counterpart of a word of the first sentence.
    pub(super) fn b(&self, i: usize) -> Option<usize> {
        self.of_a.get(i).copied().flatten()
    }
}

/// How alike two words are, in thousandths.
pub(super) fn likeness(x: &Node, y: &Node) -> u32 {
    if let (Some(p), Some(q)) = (&x.time, &y.time) {
        return if p == q { 1000 } else { 600 };
    }
    if x.lemma == y.lemma || x.words.text.eq_ignore_ascii_case(&y.words.text) {
        return if x.upos == y.upos { 1000 } else { 900 };
    }
    let (Some(p), Some(q)) = (x.pos, y.pos) else {
        return 0;
    };
    if x.upos == Upos::Propn || y.upos == Upos::Propn {
        return 0;
    }
    let (relation, likeness) = compare_words(&x.lemma, p, &y.lemma, q);
    match relation {
        WordRelation::Same => 1000,
        WordRelation::Synonym => 750,
        WordRelation::Derived => 700,
        WordRelation::Specific | WordRelation::General | WordRelation::Entails | WordRelation::Entailed => {
            650
        }
        WordRelation::Opposite(_) => 500,
        WordRelation::Sibling => 400,
        WordRelation::Alike => 300 + u32::from(likeness) / 10,
        WordRelation::Causes | WordRelation::Caused | WordRelation::Unrelated => u32::from(likeness) / 4,
    }
}
