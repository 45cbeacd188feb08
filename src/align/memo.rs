//! Remembers how words compare: the same words meet again and again, and looking them up takes longer than anything else.
//!
//! What is remembered is what would be found, so nothing depends on it but speed. The room for it is fixed.

use std::cell::RefCell;

use crate::align::words::WordMatch;
use crate::claim::Fnv;
use crate::lexicon::wordnet::Pos;

/// Places, a power of two; what comes later takes the place of what was there.
const PLACES: usize = 1 << 13;
/// Words longer than this together, in bytes, are not remembered.
const LONGEST: usize = 60;

thread_local! {
    static MEMO: RefCell<Vec<Option<Entry>>> = const { RefCell::new(Vec::new()) };
}

/// Two words that were compared.
#[derive(Debug, Clone)]
struct Entry {
    /// Both words, one after the other.
    words: Box<str>,
    /// Where the second begins.
    second: usize,
    pos: (Pos, Pos),
    found: WordMatch,
}

/// How two words compare, looked up where it is not remembered.
pub(super) fn recall(a: &str, a_pos: Pos, b: &str, b_pos: Pos, look_up: impl Fn() -> WordMatch) -> WordMatch {
    if a.len() + b.len() > LONGEST {
        return look_up();
    }
    let place = place(a, a_pos, b, b_pos);
    let known = MEMO.try_with(|memo| {
        let memo = memo.borrow();
        let entry = memo.get(place)?.as_ref()?;
        let same = entry.pos == (a_pos, b_pos) && entry.words.split_at_checked(entry.second) == Some((a, b));
        same.then_some(entry.found)
    });
    known.ok().flatten().unwrap_or_else(|| {
        let found = look_up();
        let keep = |memo: &RefCell<Vec<Option<Entry>>>| {
            let mut memo = memo.borrow_mut();
            memo.resize(PLACES, None);
            if let Some(entry) = memo.get_mut(place) {
                *entry = Some(Entry {
                    words: [a, b].concat().into(),
                    second: a.len(),
                    pos: (a_pos, b_pos),
                    found,
                });
            }
        };
        // Where the thread is ending there is nothing to keep it in.
        let _ = MEMO.try_with(keep);
        found
    })
}

fn place(a: &str, a_pos: Pos, b: &str, b_pos: Pos) -> usize {
    let mut hash = Fnv::default();
    hash.write(a.as_bytes());
    hash.write(&[a_pos as u8, b_pos as u8]);
    hash.write(b.as_bytes());
    let hash = hash.value();
    (hash ^ (hash >> 32)) as usize % PLACES
}
