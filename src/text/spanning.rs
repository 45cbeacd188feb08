//! The best tree over scored arcs (Chu and Liu 1965, Edmonds 1967), with one word under the root.
#![expect(
    clippy::indexing_slicing,
    reason = "every index counts words of one sentence, for which the matrices are made"
)]

/// What each word under the root costs: so much that one alone stands there.
const ROOT: f64 = 1e6;
/// Scores are held within this.
const LIMIT: f64 = 1e5;

/// The head of each word, counted from 1; 0 is the root.
///
/// `scores` has a row for each word and a column for each head, the root's first; a word's own column counts for nothing.
pub(crate) fn spanning_tree(scores: &[f32], n: usize) -> Vec<usize> {
    if n == 0 || scores.len() != n * (n + 1) {
        return vec![0; n.min(1)]
            .into_iter()
            .chain(vec![1; n.saturating_sub(1)])
            .collect();
    }
    let row = |word: usize| &scores[word * (n + 1)..(word + 1) * (n + 1)];
    let greedy: Vec<usize> = (0..n).map(|word| largest(row(word), word + 1)).collect();
    if is_tree(&greedy) {
        return greedy;
    }
    let mut matrix = vec![0.0; (n + 1) * (n + 1)];
    for (word, row) in scores.chunks_exact(n + 1).enumerate() {
        let to = &mut matrix[(word + 1) * (n + 1)..(word + 2) * (n + 1)];
        for (to, from) in to.iter_mut().zip(row) {
            *to = if from.is_nan() {
                -LIMIT
            } else {
                f64::from(*from).clamp(-LIMIT, LIMIT)
            };
        }
        to[0] -= ROOT;
    }
    edmonds(&matrix, n + 1).into_iter().skip(1).collect()
}

fn largest<N: PartialOrd>(row: &[N], except: usize) -> usize {
    let mut best = 0;
    for (column, score) in row.iter().enumerate() {
        if column != except && (best == except || *score > row[best]) {
            best = column;
        }
    }
    best
}

fn is_tree(heads: &[usize]) -> bool {
    let with_root: Vec<usize> = std::iter::once(0).chain(heads.iter().copied()).collect();
    heads.iter().filter(|&&head| head == 0).count() == 1 && cycle(&with_root).is_none()
}

/// The best head of each node but 0, in a matrix with a row for each node and a column for each head.
fn edmonds(matrix: &[f64], n: usize) -> Vec<usize> {
    let score = |node: usize, head: usize| matrix[node * n + head];
    let mut heads = vec![0; n];
    for (node, head) in heads.iter_mut().enumerate().skip(1) {
        *head = largest(&matrix[node * n..(node + 1) * n], node);
    }
    let Some(cycle) = cycle(&heads) else {
        return heads;
    };
    let mut inside = vec![false; n];
    for &node in &cycle {
        inside[node] = true;
    }
    let rest: Vec<usize> = (0..n).filter(|&node| !inside[node]).collect();
    // The cycle becomes one node, the last one of a smaller matrix.
    let (k, size) = (rest.len(), rest.len() + 1);
    let mut small = vec![0.0; size * size];
    let (mut enter, mut leave) = (vec![0; k], vec![0; k]);
    for (a, &node) in rest.iter().enumerate() {
        for (b, &head) in rest.iter().enumerate() {
            small[a * size + b] = score(node, head);
        }
        let gain = |member: usize| score(member, node) - score(member, heads[member]);
        let (mut to, mut from) = (cycle[0], cycle[0]);
        for &member in &cycle {
            if gain(member) > gain(to) {
                to = member;
            }
            if score(node, member) > score(node, from) {
                from = member;
            }
        }
        (enter[a], leave[a]) = (to, from);
        small[k * size + a] = gain(to);
        small[a * size + k] = score(node, from);
    }
    let solved = edmonds(&small, size);
    for (a, &node) in rest.iter().enumerate().skip(1) {
        heads[node] = if solved[a] == k { leave[a] } else { rest[solved[a]] };
    }
    let from = solved[k];
    heads[enter[from]] = rest[from];
    heads
}

/// The nodes of a cycle, if there is one. Node 0 has no head.
fn cycle(heads: &[usize]) -> Option<Vec<usize>> {
    let mut seen = vec![0; heads.len()];
    for start in 1..heads.len() {
        let mut at = start;
        while at != 0 && seen[at] == 0 {
            seen[at] = start;
            at = heads[at];
        }
        if at != 0 && seen[at] == start {
            let mut nodes = vec![at];
            let mut next = heads[at];
            while next != at {
                nodes.push(next);
                next = heads[next];
            }
            return Some(nodes);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The best tree by trying all of them.
    fn tried(scores: &[f32], n: usize) -> f64 {
        let mut best = f64::NEG_INFINITY;
        for code in 0..(n + 1).pow(n as u32) {
            let heads: Vec<usize> = (0..n).map(|i| code / (n + 1).pow(i as u32) % (n + 1)).collect();
            if heads.iter().enumerate().all(|(i, &h)| h != i + 1) && is_tree(&heads) {
                best = best.max(worth(scores, &heads));
            }
        }
        best
    }

    fn worth(scores: &[f32], heads: &[usize]) -> f64 {
        let n = heads.len();
        heads
            .iter()
            .enumerate()
            .map(|(i, &h)| f64::from(scores[i * (n + 1) + h]))
            .sum()
    }

    #[test]
    fn tree_is_the_best_of_all() {
        let mut state = 7_u32;
        for round in 0..300 {
            let n = 1 + round % 5;
            let scores: Vec<f32> = (0..n * (n + 1))
                .map(|_| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 24) as f32
                })
                .collect();
            let heads = spanning_tree(&scores, n);
            assert!(is_tree(&heads), "{heads:?}");
            assert!(
                (worth(&scores, &heads) - tried(&scores, n)).abs() < 1e-6,
                "{heads:?} {scores:?}"
            );
        }
    }

    #[test]
    fn odd_scores_still_give_a_tree() {
        for n in 0..40 {
            for odd in [0.0, f32::NAN, f32::INFINITY, f32::NEG_INFINITY, -1e30] {
                let heads = spanning_tree(&vec![odd; n * (n + 1)], n);
                assert!(
                    heads.len() == n && (n == 0 || is_tree(&heads)),
                    "{n} {odd} {heads:?}"
                );
            }
        }
    }
}
