//! The fixed hash by which features find their weights: the same on every platform and in every run.

const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// Hashes bytes.
pub(crate) fn bytes(text: &[u8]) -> u64 {
    text.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

/// Joins a value to a hash.
pub(crate) fn mix(hash: u64, value: u64) -> u64 {
    let mixed = (hash ^ value).wrapping_mul(FACTOR);
    mixed ^ (mixed >> 29)
}

/// The key of a feature: its template's number and up to three values.
pub(crate) fn key(template: u64, values: [u64; 3]) -> u32 {
    let [a, b, c] = values;
    let mixed = mix(mix(mix(template.wrapping_mul(FACTOR), a), b), c).wrapping_mul(FACTOR);
    // Zero marks an empty slot of a table.
    ((mixed >> 32) as u32).max(1)
}
