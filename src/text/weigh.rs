//! What scores features: the packed tables when reading, growing ones when training.

use crate::model::quads::Quads;
use crate::model::rows::Rows;

/// Adds weights of features to the scores of `N` classes.
pub(crate) trait Weigh<const N: usize> {
    /// Adds the weights of the features with these keys.
    fn add(&self, keys: &[u32], scores: &mut [i32; N]);
}

impl Weigh<128> for Rows {
    fn add(&self, keys: &[u32], scores: &mut [i32; 128]) {
        self.add(keys, scores);
    }
}

impl Weigh<4> for Quads {
    fn add(&self, keys: &[u32], scores: &mut [i32; 4]) {
        self.add(keys, scores);
    }
}

/// The class with the highest score among the first `classes`, the first of equals.
pub(crate) fn best(scores: &[i32; 128], classes: usize) -> u8 {
    let (mut best, mut top) = (0, i32::MIN);
    for (class, &score) in scores.iter().take(classes).enumerate() {
        if score > top {
            (best, top) = (class as u8, score);
        }
    }
    best
}
