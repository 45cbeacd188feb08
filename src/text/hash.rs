//! The fixed hash by which words find their weights: the same on every platform and in every run.

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// Joins a value to a hash.
pub(crate) fn mix(hash: u64, value: u64) -> u64 {
    let mixed = (hash ^ value).wrapping_mul(FACTOR);
    mixed ^ (mixed >> 29)
}
