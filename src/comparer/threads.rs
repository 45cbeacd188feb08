//! Work shared out among threads. What comes of it is the same however many there are: each piece is done by itself, and all keep
//! their places.

use std::num::NonZeroUsize;
use std::thread;

/// How many threads may work at once, the caller's own among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Threads(pub NonZeroUsize);

impl Default for Threads {
    /// The caller's own alone.
    fn default() -> Threads {
        Threads(NonZeroUsize::MIN)
    }
}

impl Threads {
    /// Does the same to all items. Each thread has a memory of its own, kept in `memories` for the next call, and at least
    /// `fewest` items: to start one costs time.
    pub(super) fn each<T: Send, M: Default + Send>(
        self,
        items: &mut [T],
        fewest: usize,
        memories: &mut Vec<M>,
        work: impl Fn(&mut T, &mut M) + Sync,
    ) {
        let size = items.len().div_ceil(self.0.get()).max(fewest).max(1);
        let parts = items.len().div_ceil(size);
        memories.resize_with(memories.len().max(parts), M::default);
        let work = &work;
        let all = |items: &mut [T], memory: &mut M| items.iter_mut().for_each(|item| work(item, memory));
        let mut shares = items.chunks_mut(size).zip(memories);
        thread::scope(|scope| {
            let own = shares.next();
            for (items, memory) in shares {
                scope.spawn(move || all(items, memory));
            }
            if let Some((items, memory)) = own {
                all(items, memory);
            }
        });
    }

    /// Does two things, at once if there are threads for it.
    pub(super) fn both<A, B: Send>(
        self,
        one: impl FnOnce() -> A,
        other: impl FnOnce() -> B + Send,
    ) -> (A, B) {
        if self.0 == NonZeroUsize::MIN {
            return (one(), other());
        }
        thread::scope(|scope| {
            let other = scope.spawn(other);
            let one = one();
            match other.join() {
                Ok(other) => (one, other),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        })
    }
}
