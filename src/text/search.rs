//! Finds the tree: a beam over the parser's states.

use super::arcs::{pair_features, state_features};
use super::relation::{Tagged, relation};
use super::state::{Arena, LEFT, RIGHT, State, Step, tree};
use super::weigh::Weigh;

/// How many states are kept side by side.
pub(crate) const BEAM: usize = 8;

/// A step that could be taken from one of the states of the beam.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) score: i32,
    /// The state's place in the beam.
    pub(crate) from: usize,
    pub(crate) action: usize,
}

const CACHE: usize = 1024;

/// The search's memory, used again from sentence to sentence.
pub(crate) struct Search<'m, A, R> {
    arcs: &'m A,
    relations: &'m R,
    classes: usize,
    pub(crate) arena: Arena,
    keys: Vec<u32>,
    /// Scores of pairs of words met before in this sentence.
    pairs: Vec<(u64, [i32; 4])>,
    /// Relations of arcs met before in this sentence.
    labels: Vec<(u64, u8)>,
}

impl<'m, A: Weigh<4>, R: Weigh<128>> Search<'m, A, R> {
    pub(crate) fn new(arcs: &'m A, relations: &'m R, classes: usize) -> Self {
        Self {
            arcs,
            relations,
            classes,
            arena: Arena::default(),
            keys: Vec::with_capacity(128),
            pairs: vec![(u64::MAX, [0; 4]); CACHE],
            labels: vec![(u64::MAX, 0); CACHE],
        }
    }

    /// Forgets the last sentence.
    pub(crate) fn start(&mut self) {
        self.arena.clear();
        self.pairs.fill((u64::MAX, [0; 4]));
        self.labels.fill((u64::MAX, 0));
    }

    /// The heads and relations of the best tree found; the root is word `n`.
    pub(crate) fn parse(&mut self, s: Tagged<'_>, width: usize) -> Vec<(u32, u8)> {
        self.start();
        let mut beam = vec![State::START];
        let mut candidates = Vec::new();
        for _ in 0..2 * s.len() {
            self.candidates(s, &beam, &mut candidates);
            candidates.truncate(width);
            beam = candidates
                .iter()
                .filter_map(|c| Some(self.take(s, beam.get(c.from)?, c)))
                .collect();
        }
        let steps: Vec<Step> = beam
            .first()
            .map(|best| self.arena.steps_to(best))
            .unwrap_or_default();
        tree(&steps, s.len())
    }

    /// All steps from the states of a beam, the best first.
    pub(crate) fn candidates(&mut self, s: Tagged<'_>, beam: &[State], candidates: &mut Vec<Candidate>) {
        candidates.clear();
        for (from, state) in beam.iter().enumerate() {
            let scores = self.scores(s, state);
            let legal = state.legal(&self.arena, s.len());
            for (action, (&score, _)) in scores
                .iter()
                .zip(legal)
                .enumerate()
                .filter(|(_, (_, legal))| *legal)
            {
                candidates.push(Candidate {
                    score: state.score + score,
                    from,
                    action,
                });
            }
        }
        candidates.sort_by_key(|c| std::cmp::Reverse(c.score));
    }

    /// The scores of the four steps.
    pub(crate) fn scores(&mut self, s: Tagged<'_>, state: &State) -> [i32; 4] {
        let top = self.arena.node(state.top).map_or(super::state::NONE, |n| n.word);
        let pair = u64::from(top) << 32 | u64::from(state.next);
        let at = (top.wrapping_mul(37).wrapping_add(state.next)) as usize % CACHE;
        let known = self.pairs.get(at).filter(|(key, _)| *key == pair);
        let mut scores = if let Some(&(_, scores)) = known {
            scores
        } else {
            let mut scores = [0; 4];
            pair_features(s, top, state.next, &mut self.keys);
            self.arcs.add(&self.keys, &mut scores);
            if let Some(slot) = self.pairs.get_mut(at) {
                *slot = (pair, scores);
            }
            scores
        };
        state_features(s, &self.arena, state, &mut self.keys);
        self.arcs.add(&self.keys, &mut scores);
        scores
    }

    /// Takes a step, naming the relation if it joins two words.
    pub(crate) fn take(&mut self, s: Tagged<'_>, state: &State, candidate: &Candidate) -> State {
        let top = self.arena.node(state.top).map(|n| n.word as usize);
        let label = match (candidate.action, top) {
            (LEFT, Some(top)) => self.label(s, state.next as usize, top),
            (RIGHT, Some(top)) => self.label(s, top, state.next as usize),
            _ => 0,
        };
        let mut after = self.arena.step(state, candidate.action, label, candidate.score);
        if candidate.action == LEFT && state.next as usize == s.len() {
            after.roots = after.roots.saturating_add(1);
        }
        after
    }

    fn label(&mut self, s: Tagged<'_>, head: usize, dependent: usize) -> u8 {
        if head >= s.len() {
            return 0;
        }
        let arc = (head as u64) << 32 | dependent as u64;
        let at = (head * 37 + dependent) % CACHE;
        if let Some(&(_, label)) = self.labels.get(at).filter(|(key, _)| *key == arc) {
            return label;
        }
        let label = relation(self.relations, self.classes, s, head, dependent);
        if let Some(slot) = self.labels.get_mut(at) {
            *slot = (arc, label);
        }
        label
    }
}
