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
    places: Vec<Place>,
}

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
        List { kinds, places }
    }

    /// The lines that a word stands in, in order.
    pub(super) fn of(&self, word: &str, pos: u8) -> &[Place] {
        let from = self.places.partition_point(|p| (p.word, p.pos) < (word, pos));
        let rest = self.places.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|p| (p.word, p.pos) == (word, pos)))
            .unwrap_or_default()
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
