//! Remembers how two words or names compare: the same ones meet again and again, and looking them up takes longer than
//! anything else.
//!
//! What is remembered is what would be found, so nothing depends on it but speed. The room for it is fixed.

use std::cell::RefCell;
use std::thread::LocalKey;

use crate::claim::Fnv;

/// Places, a power of two; what comes later takes the place of what was there.
const PLACES: usize = 1 << 12;
/// Words longer than this together, in bytes, are not remembered.
const LONGEST: usize = 80;

/// What was found of two words that each have a sort.
#[derive(Debug)]
pub(super) struct Memo<V>(RefCell<Vec<Option<Entry<V>>>>);

/// Two words that were compared.
#[derive(Debug, Clone)]
struct Entry<V> {
    /// Both words, one after the other.
    words: Box<str>,
    /// Where the second begins.
    second: usize,
    sorts: (u8, u8),
    found: V,
}

impl<V> Memo<V> {
    /// A memo that remembers nothing yet.
    pub(super) const fn new() -> Memo<V> {
        Memo(RefCell::new(Vec::new()))
    }
}

/// What there is to find of two words, each given with its sort: remembered, else looked up.
pub(super) fn recall<V: Copy>(
    memo: &'static LocalKey<Memo<V>>,
    a: (&str, u8),
    b: (&str, u8),
    look_up: impl FnOnce() -> V,
) -> V {
    if a.0.len() + b.0.len() > LONGEST {
        return look_up();
    }
    let place = place(a, b);
    let known = memo.try_with(|memo| {
        let memo = memo.0.borrow();
        let entry = memo.get(place)?.as_ref()?;
        let same =
            entry.sorts == (a.1, b.1) && entry.words.split_at_checked(entry.second) == Some((a.0, b.0));
        same.then_some(entry.found)
    });
    known.ok().flatten().unwrap_or_else(|| {
        let found = look_up();
        // Where the thread is ending there is nothing to keep it in.
        let _ = memo.try_with(|memo| {
            let mut memo = memo.0.borrow_mut();
            memo.resize(PLACES, None);
            if let Some(entry) = memo.get_mut(place) {
                *entry = Some(Entry {
                    words: [a.0, b.0].concat().into(),
                    second: a.0.len(),
                    sorts: (a.1, b.1),
                    found,
                });
            }
        });
        found
    })
}

fn place(a: (&str, u8), b: (&str, u8)) -> usize {
    let mut hash = Fnv::default();
    hash.write(a.0.as_bytes());
    hash.write(&[a.1, b.1]);
    hash.write(b.0.as_bytes());
    let hash = hash.value();
    (hash ^ (hash >> 32)) as usize % PLACES
}
