//! How large the network is, and where each of its parts lies among the weights.

use std::ops::Range;

use crate::text::{MEANING, Traits, USES};

/// Numbers of a word's own row.
pub(crate) const WORD: usize = 48;
/// Numbers of the sum of its endings' rows.
pub(crate) const SUFFIX: usize = 24;
/// Numbers of the sum of its beginnings' rows.
pub(crate) const PREFIX: usize = 16;
/// Numbers of the row for its capitals, digits and marks.
pub(crate) const CASE: usize = 8;
/// Numbers of the row for what WordNet lets it be.
pub(crate) const USE: usize = 16;
/// Numbers that the network reads for each word.
pub(crate) const INPUT: usize = WORD + SUFFIX + PREFIX + CASE + USE + MEANING;
/// Rows of each table of endings and beginnings, which are found by hash.
pub(crate) const BUCKETS: usize = 4096;
/// Rows of the table of capitals.
pub(crate) const CASES: usize = 256;
/// Classes of the distance between a word and its head.
pub(crate) const DISTANCES: usize = 25;

/// What can be chosen in a network of this make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Shape {
    /// Numbers of a state.
    pub(crate) width: usize,
    /// Levels of states.
    pub(crate) levels: usize,
    /// Words with a row of their own.
    pub(crate) words: usize,
    /// Tags to choose from.
    pub(crate) tags: usize,
    /// Relations to choose from.
    pub(crate) relations: usize,
    /// Numbers of a word as a head and as a dependent.
    pub(crate) arc: usize,
    /// Numbers of a word for naming the relation.
    pub(crate) label: usize,
}

/// Where a level's weights lie.
#[derive(Debug, Clone, Default)]
pub(crate) struct Level {
    pub(crate) scale: Range<usize>,
    pub(crate) shift: Range<usize>,
    /// From a state to the gates and the news.
    pub(crate) read: Range<usize>,
    pub(crate) read_bias: Range<usize>,
    /// From what was carried along to the state.
    pub(crate) write: Range<usize>,
    pub(crate) write_bias: Range<usize>,
}

/// Where the weights lie.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layout {
    pub(crate) input: Range<usize>,
    pub(crate) input_bias: Range<usize>,
    pub(crate) levels: Vec<Level>,
    /// From a state to tags, word as head, word as dependent, and both again for relations.
    pub(crate) heads: Range<usize>,
    pub(crate) heads_bias: Range<usize>,
    pub(crate) root_arc: Range<usize>,
    pub(crate) root_label: Range<usize>,
    pub(crate) arcs: Range<usize>,
    pub(crate) arcs_bias: Range<usize>,
    pub(crate) distance: Range<usize>,
    pub(crate) label_distance: Range<usize>,
    pub(crate) labels: Range<usize>,
    pub(crate) labels_bias: Range<usize>,
    /// Each part with the length of its rows, in order.
    pub(crate) parts: Vec<(Range<usize>, usize)>,
    /// The number of all weights.
    pub(crate) total: usize,
}

impl Shape {
    /// Columns of the heads' projection.
    pub(crate) fn columns(&self) -> usize {
        self.tags + 2 * self.arc + 2 * self.label
    }

    /// Where in them the relations' part starts.
    pub(crate) fn label_column(&self) -> usize {
        self.tags + 2 * self.arc
    }

    /// Where the weights lie.
    pub(crate) fn layout(&self) -> Layout {
        let w = self.width;
        let mut layout = Layout::default();
        layout.input = layout.part(INPUT, w);
        layout.input_bias = layout.part(1, w);
        for _ in 0..self.levels {
            let level = Level {
                scale: layout.part(1, w),
                shift: layout.part(1, w),
                read: layout.part(w, 2 * w),
                read_bias: layout.part(1, 2 * w),
                write: layout.part(w, w),
                write_bias: layout.part(1, w),
            };
            layout.levels.push(level);
        }
        layout.heads = layout.part(w, self.columns());
        layout.heads_bias = layout.part(1, self.columns());
        layout.root_arc = layout.part(1, self.arc);
        layout.root_label = layout.part(1, self.label);
        layout.arcs = layout.part(self.arc, self.arc);
        layout.arcs_bias = layout.part(1, self.arc);
        layout.distance = layout.part(1, DISTANCES);
        layout.label_distance = layout.part(DISTANCES, self.label);
        layout.labels = layout.part(self.label, self.relations);
        layout.labels_bias = layout.part(1, self.relations);
        layout
    }

    /// Where the tables lie among the words' numbers: the starts of suffixes, prefixes, cases and uses, and the end.
    pub(crate) fn tables(&self) -> [usize; 5] {
        let suffixes = (self.words + 1) * WORD;
        let prefixes = suffixes + 3 * BUCKETS * SUFFIX;
        let cases = prefixes + 2 * BUCKETS * PREFIX;
        let uses = cases + CASES * CASE;
        [suffixes, prefixes, cases, uses, uses + USES * USE]
    }

    /// All rows of all tables: where each starts and its length.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let [suffixes, prefixes, cases, uses, end] = self.tables();
        [
            (0, suffixes, WORD),
            (suffixes, prefixes, SUFFIX),
            (prefixes, cases, PREFIX),
            (cases, uses, CASE),
            (uses, end, USE),
        ]
        .into_iter()
        .flat_map(|(start, end, length)| (start..end).step_by(length).map(move |row| (row, length)))
    }

    /// The rows of a word whose own row is given: where each starts, its length, and where in the input it is added.
    pub(crate) fn rows_of(&self, word: usize, traits: &Traits) -> [(usize, usize, usize); 8] {
        let [suffixes, prefixes, cases, uses, _] = self.tables();
        let bucket = |hash: u64| (hash >> 20) as usize % BUCKETS;
        let suffix = |i: usize, hash| (suffixes + (i * BUCKETS + bucket(hash)) * SUFFIX, SUFFIX, WORD);
        let prefix = |i: usize, hash| {
            (
                prefixes + (i * BUCKETS + bucket(hash)) * PREFIX,
                PREFIX,
                WORD + SUFFIX,
            )
        };
        let case = (traits.form.shape >> 20) as usize % CASES;
        let [_, two, three, four] = traits.form.suffixes;
        let [_, first_two, first_three] = traits.form.prefixes;
        [
            (word.min(self.words) * WORD, WORD, 0),
            suffix(0, two),
            suffix(1, three),
            suffix(2, four),
            prefix(0, first_two),
            prefix(1, first_three),
            (cases + case * CASE, CASE, WORD + SUFFIX + PREFIX),
            (
                uses + traits.uses.class() * USE,
                USE,
                WORD + SUFFIX + PREFIX + CASE,
            ),
        ]
    }
}

impl Layout {
    fn part(&mut self, rows: usize, columns: usize) -> Range<usize> {
        let part = self.total..self.total + rows * columns;
        self.total = part.end;
        self.parts.push((part.clone(), columns));
        part
    }
}

/// The class of the distance from a word to its head; heads count from 1, 0 is the root.
pub(crate) fn distance(word: usize, head: usize) -> usize {
    let Some(head) = head.checked_sub(1) else {
        return 20 + word.min(4);
    };
    let class = match word.abs_diff(head) {
        near @ 0..=5 => near,
        6..=8 => 6,
        9..=14 => 7,
        15..=24 => 8,
        _ => 9,
    };
    if head > word { class + 10 } else { class }
}
