//! Reads the hand-written word lists: one line, one class of words.
//!
//! `POS KIND word, word` or `POS KIND word, word | word, word`, where the bar parts the two sides of a line; `#`
//! starts a comment line.

/// A word's place in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    word: &'static str,
    pos: u8,
    /// The number of the line among those with words.
    pub(super) line: u16,
    /// Whether the word stands after the bar.
    pub(super) right: bool,
}

/// A list of classes, searched by word.
#[derive(Debug)]
pub(super) struct List {
    kinds: Vec<&'static str>,
    /// In order.
    places: Vec<Place>,
    /// Where in `places` the run of each word and part of speech begins, by their hash, or the next that was free.
    starts: Vec<usize>,
}

/// Marks what holds no run.
const FREE: usize = usize::MAX;

impl List {
    /// Reads a list; a line that is not well-formed (a test rules it out) adds nothing.
    pub(super) fn read(text: &'static str) -> List {
        let (mut kinds, mut places) = (Vec::new(), Vec::new());
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let mut parts = line.splitn(3, ' ');
            let (Some(pos), Some(kind), Some(words)) = (parts.next(), parts.next(), parts.next()) else {
                continue;
            };
            let number = kinds.len() as u16;
            let pos = pos.bytes().next().unwrap_or_default();
            for (side, words) in words.split(" | ").enumerate() {
                let words = words.split(", ").map(str::trim);
                places.extend(words.map(|word| Place {
                    word,
                    pos,
                    line: number,
                    right: side > 0,
                }));
            }
            kinds.push(kind);
        }
        places.sort_unstable();
        let mut list = List {
            kinds,
            starts: vec![FREE; (2 * places.len() + 1).next_power_of_two()],
            places,
        };
        let mut start = 0;
        while let Some(first) = list.places.get(start) {
            let slot = list.slot(first.word, first.pos);
            let length = list.run(start).len();
            if let Some(free) = list.starts.get_mut(slot) {
                *free = start;
            }
            start += length;
        }
        list
    }

    /// Where the run of a word begins in `starts`, or what is free for it. Less than half of `starts` is taken.
    fn slot(&self, word: &str, pos: u8) -> usize {
        let hash = word.bytes().chain([pos]).fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        });
        let last = self.starts.len() - 1;
        let mut slot = (hash ^ hash >> 15) as usize & last;
        while let Some(first) = self.starts.get(slot).and_then(|&start| self.places.get(start)) {
            if first.pos == pos && first.word == word {
                break;
            }
            slot = (slot + 1) & last;
        }
        slot
    }

    /// The places of the word that stands at `start`.
    fn run(&self, start: usize) -> &[Place] {
        let rest = self.places.get(start..).unwrap_or_default();
        let same = |p: &&Place| rest.first().is_some_and(|f| (f.word, f.pos) == (p.word, p.pos));
        rest.get(..rest.iter().take_while(same).count())
            .unwrap_or_default()
    }

    /// The lines that a word stands in, in order.
    pub(super) fn of(&self, word: &str, pos: u8) -> &[Place] {
        let start = self.starts.get(self.slot(word, pos)).copied();
        self.run(start.unwrap_or(FREE))
    }

    /// The kind of a line.
    pub(super) fn kind(&self, line: u16) -> &'static str {
        self.kinds.get(usize::from(line)).copied().unwrap_or_default()
    }

    /// The kinds of the lines that a word stands in, in order.
    pub(super) fn kinds(&self, word: &str, pos: u8) -> impl Iterator<Item = &'static str> {
        self.of(word, pos).iter().map(|p| self.kind(p.line))
    }

    /// Says whether a word stands in a line of a kind.
    pub(super) fn has(&self, word: &str, pos: u8, kind: &str) -> bool {
        self.kinds(word, pos).any(|k| k == kind)
    }

    /// The lines in which two words stand, with whether they stand on different sides, and whether `a` stands right.
    pub(super) fn shared(&self, a: &str, b: &str, pos: u8) -> impl Iterator<Item = (u16, bool, bool)> {
        let own = self.of(a, pos);
        let others = if own.is_empty() { own } else { self.of(b, pos) };
        own.iter().flat_map(move |x| {
            others
                .iter()
                .filter(move |y| y.line == x.line)
                .map(move |y| (x.line, x.right != y.right, x.right))
        })
    }

    /// The words on one side of a line, sorted.
    pub(super) fn side(&self, line: u16, right: bool) -> impl Iterator<Item = &'static str> {
        self.places
            .iter()
            .filter(move |p| p.line == line && p.right == right)
            .map(|p| p.word)
    }
}
