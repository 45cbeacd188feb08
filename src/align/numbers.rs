//! Numbers in place of names, so that what is met often is compared at a glance.

use std::collections::HashMap;
use std::hash::Hash;

/// Numbers given in the order of first sight.
#[derive(Debug)]
pub(super) struct Numbers<K>(HashMap<K, u32>);

impl<K> Default for Numbers<K> {
    fn default() -> Numbers<K> {
        Numbers(HashMap::new())
    }
}

impl<K: Hash + Eq> Numbers<K> {
    pub(super) fn new() -> Numbers<K> {
        Numbers::default()
    }

    /// The number of a thing.
    pub(super) fn of(&mut self, thing: K) -> u32 {
        let next = self.0.len() as u32;
        *self.0.entry(thing).or_insert(next)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}
