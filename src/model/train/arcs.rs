//! Learns the parser's steps: a beam search that is corrected where it was furthest ahead of the right path.

use super::perceptron::{Growing, GrowingQuads};
use super::{Example, Settings, order};
use crate::text::arcs::{pair_features, state_features};
use crate::text::relation::Tagged;
use crate::text::search::{BEAM, Candidate, Search};
use crate::text::state::{Arena, LEFT, NONE, REDUCE, RIGHT, SHIFT, State, Step};

pub(super) fn learn(
    examples: &[Example],
    relations: &Growing,
    classes: usize,
    settings: &Settings,
    say: &mut dyn FnMut(&str),
) -> GrowingQuads {
    let mut weights = GrowingQuads::default();
    let paths: Vec<Vec<usize>> = examples
        .iter()
        .map(|e| right_path(&projective(&e.heads)))
        .collect();
    for round in 0..settings.arc_rounds {
        let mut wrong = 0;
        for i in order(examples.len(), round) {
            let example = &examples[i];
            let s = Tagged {
                forms: &example.forms,
                tags: &example.tags,
                auxiliaries: example.auxiliaries,
            };
            weights.step += 1;
            if let Some((good, bad)) = violation(&weights, relations, classes, s, &paths[i]) {
                wrong += 1;
                correct(&mut weights, s, &good, &bad);
            }
        }
        say(&format!(
            "steps, round {round}: {wrong} of {} corrected, {} features",
            examples.len(),
            weights.len()
        ));
    }
    weights
}

/// Where the search goes most wrong: the steps of the right path and of the search up to there.
fn violation(
    weights: &GrowingQuads,
    relations: &Growing,
    classes: usize,
    s: Tagged<'_>,
    path: &[usize],
) -> Option<(Vec<Step>, Vec<Step>)> {
    let mut search = Search::new(weights, relations, classes);
    search.start();
    let mut beam = vec![State::START];
    let mut right = State::START;
    let mut place = Some(0);
    let mut worst: Option<(i32, State, State)> = None;
    let mut candidates = Vec::new();
    for (count, &action) in path.iter().enumerate() {
        let score = right.score + search.scores(s, &right)[action];
        right = search.take(
            s,
            &right,
            &Candidate {
                score,
                from: 0,
                action,
            },
        );
        search.candidates(s, &beam, &mut candidates);
        candidates.truncate(BEAM);
        let kept = place.and_then(|p| candidates.iter().position(|c| c.from == p && c.action == action));
        beam = candidates
            .iter()
            .map(|c| search.take(s, &beam[c.from], c))
            .collect();
        place = kept;
        let best = beam[0];
        let last = count + 1 == path.len();
        // Ahead of the right path, which has fallen out of the beam or would lose at the end.
        if (place.is_none() || (last && place != Some(0)))
            && worst.as_ref().is_none_or(|w| best.score - right.score >= w.0)
        {
            worst = Some((best.score - right.score, right, best));
        }
    }
    worst.map(|(_, right, best)| (search.arena.steps_to(&right), search.arena.steps_to(&best)))
}

/// Moves the weights from the wrong path to the right one, from where they part.
fn correct(weights: &mut GrowingQuads, s: Tagged<'_>, good: &[Step], bad: &[Step]) {
    let same = good
        .iter()
        .zip(bad)
        .take_while(|(a, b)| a.action == b.action)
        .count();
    for (steps, by) in [(good, 1), (bad, -1)] {
        let mut arena = Arena::default();
        let mut state = State::START;
        let mut keys = Vec::new();
        for (i, step) in steps.iter().enumerate() {
            let action = usize::from(step.action);
            if i >= same {
                let top = arena.node(state.top).map_or(NONE, |n| n.word);
                pair_features(s, top, state.next, &mut keys);
                weights.update(&keys, action, by);
                state_features(s, &arena, &state, &mut keys);
                weights.update(&keys, action, by);
            }
            let root = action == LEFT && state.next as usize == s.len();
            state = arena.step(&state, action, step.label, 0);
            state.roots += u8::from(root);
        }
    }
}

/// The steps that build a projective tree.
fn right_path(heads: &[u32]) -> Vec<usize> {
    let n = heads.len();
    let mut path = Vec::with_capacity(2 * n);
    let mut stack: Vec<usize> = Vec::new();
    let mut attached = vec![false; n];
    let mut next = 0;
    let head = |i: usize| heads.get(i).map_or(usize::MAX, |&h| h as usize);
    while next < n || !stack.is_empty() {
        let Some(&top) = stack.last() else {
            path.push(SHIFT);
            stack.push(next);
            next += 1;
            continue;
        };
        let deeper = stack.len() > 1
            && stack[..stack.len() - 1]
                .iter()
                .any(|&k| head(k) == next && !attached[k] || (next < n && head(next) == k));
        if !attached[top] && head(top) == next {
            path.push(LEFT);
            stack.pop();
        } else if next < n && head(next) == top {
            path.push(RIGHT);
            attached[next] = true;
            stack.push(next);
            next += 1;
        } else if attached[top] && (deeper || next >= n) {
            path.push(REDUCE);
            stack.pop();
        } else {
            path.push(SHIFT);
            stack.push(next);
            next += 1;
        }
    }
    path
}

/// Lifts arcs that cross others to their heads' heads until none does.
fn projective(heads: &[u32]) -> Vec<u32> {
    let mut heads = heads.to_vec();
    let n = heads.len();
    loop {
        let crossing = (0..n)
            .filter(|&d| {
                let h = heads[d] as usize;
                let (low, high) = (d.min(h), d.max(h));
                h < n && (low + 1..high).any(|k| !under(&heads, k, h))
            })
            .min_by_key(|&d| (heads[d] as usize).abs_diff(d));
        match crossing {
            Some(d) => heads[d] = heads[heads[d] as usize],
            None => return heads,
        }
    }
}

fn under(heads: &[u32], word: usize, ancestor: usize) -> bool {
    let mut at = word;
    while at < heads.len() {
        if at == ancestor {
            return true;
        }
        at = heads[at] as usize;
    }
    false
}
