//! Remembers what was found of two things that have numbers: the same ones meet again and again in a set of claims.
//!
//! What is remembered is what would be found, so nothing depends on it but speed. The room for it is fixed.

use std::cell::RefCell;
use std::fmt::Debug;

/// Places for what is remembered, a power of two.
const PLACES: usize = 1 << 13;

/// What was found of two things, by their numbers and how they were compared.
#[derive(Debug)]
pub(super) struct Met<V>(RefCell<Vec<Option<(Key, V)>>>);

/// The numbers of the two, and how they were compared.
type Key = (u32, u32, u8);

impl<V> Default for Met<V> {
    fn default() -> Met<V> {
        Met(RefCell::new(Vec::new()))
    }
}

impl<V: Copy + PartialEq + Debug> Met<V> {
    /// What there is to find of two things: remembered, else looked up.
    pub(super) fn recall(&self, key: Key, look_up: impl Fn() -> V) -> V {
        let (a, b, how) = key;
        let mut known = self.0.borrow_mut();
        if known.is_empty() {
            known.resize(PLACES, None);
        }
        let place = (a.wrapping_mul(0x9e37_79b1) ^ b.wrapping_mul(0x85eb_ca77)) as usize >> 8;
        match known.get_mut((place ^ usize::from(how)) % PLACES) {
            Some(Some((other, found))) if *other == key => {
                debug_assert_eq!(*found, look_up());
                *found
            }
            Some(free) => free.insert((key, look_up())).1,
            None => look_up(),
        }
    }
}
