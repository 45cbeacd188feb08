//! The network that reads a sentence: states that carry along what stands before and behind, and scores over them.
//!
//! Each level brings a word's state to one scale and makes gates and news of it; half of the width carries the news from left
//! to right, half from right to left, each gate telling how much of the old is kept. Only sums, products, quotients and square
//! roots are used, which every machine rounds alike.
#![expect(
    clippy::indexing_slicing,
    reason = "ranges come from the layout, for which the weights are checked when they are read"
)]

use super::format::Reader;
use super::layout::{INPUT, Layout, Level, Shape, distance};
use super::product::Strips;
use crate::text::Traits;

/// The weights, laid out for reading.
#[derive(Debug, Default)]
pub(crate) struct Network {
    pub(crate) shape: Shape,
    pub(crate) layout: Layout,
    /// The words with a row of their own, by hash, in order.
    pub(crate) known: Vec<u32>,
    pub(crate) dense: Vec<f32>,
    pub(crate) tables: Vec<f32>,
    strips: Vec<Strips>,
}

/// What a level leaves behind.
#[derive(Debug, Default)]
pub(crate) struct LevelTrace {
    /// The states brought to one scale, before and after the level's own scale and shift.
    pub(crate) plain: Vec<f32>,
    pub(crate) read: Vec<f32>,
    /// By what each state was multiplied.
    pub(crate) spread: Vec<f32>,
    /// Gates and news.
    pub(crate) sums: Vec<f32>,
    pub(crate) carried: Vec<f32>,
    /// What of it is positive.
    pub(crate) open: Vec<f32>,
}

/// The numbers of a run; used again from run to run.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    pub(crate) input: Vec<f32>,
    /// The states that the first level reads.
    pub(crate) first: Vec<f32>,
    pub(crate) levels: Vec<LevelTrace>,
    pub(crate) states: Vec<f32>,
    /// The heads' projection, a row for each word.
    pub(crate) heads: Vec<f32>,
}

/// The numbers of scoring the arcs of a sentence.
#[derive(Debug, Default)]
pub(crate) struct Arcs {
    /// The words as heads, the root first.
    pub(crate) head: Vec<f32>,
    pub(crate) dependent: Vec<f32>,
    pub(crate) query: Vec<f32>,
    /// A row for each word, a column for each head.
    pub(crate) scores: Vec<f32>,
    turned: Strips,
}

/// Where a run can be changed while it goes on: noise for learning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Input,
    Level(usize),
    Heads,
}

impl Network {
    /// Puts weights together; `None` if they are too few or too many.
    pub(crate) fn new(shape: Shape, known: Vec<u32>, dense: Vec<f32>, tables: Vec<f32>) -> Option<Self> {
        let layout = shape.layout();
        let [.., end] = shape.tables();
        let sane = (2..=1024).contains(&shape.width) && shape.width.is_multiple_of(2) && shape.levels <= 16;
        if !sane || known.len() != shape.words || dense.len() != layout.total || tables.len() != end {
            return None;
        }
        let mut network = Network {
            shape,
            layout,
            known,
            dense,
            tables,
            strips: Vec::new(),
        };
        network.refresh();
        Some(network)
    }

    /// Reads the weights of a network that chooses between so many tags and relations.
    pub(crate) fn read(section: &mut Reader<'_>, tags: usize, relations: usize) -> Option<Self> {
        let mut next = || section.number().map(|n| n as usize).filter(|n| *n <= 1 << 16);
        let [width, levels, arc, label, words] = [next()?, next()?, next()?, next()?, next()?];
        let shape = Shape {
            width,
            levels,
            words,
            tags,
            relations,
            arc,
            label,
        };
        if width > 1024 || levels > 16 || arc > 1024 || label > 1024 {
            return None;
        }
        let mut known = Vec::with_capacity(words);
        let mut hash = 0_u32;
        for _ in 0..words {
            hash = hash.checked_add(section.number()?)?;
            known.push(hash);
        }
        let layout = shape.layout();
        let mut dense = Vec::with_capacity(layout.total);
        for (range, columns) in &layout.parts {
            let columns = *columns;
            let rows = range.len() / columns.max(1);
            for _ in 0..rows {
                if rows == 1 {
                    for _ in 0..columns {
                        dense.push(section.float()?);
                    }
                } else {
                    read_row(section, columns, &mut dense)?;
                }
            }
        }
        let mut tables = Vec::with_capacity(shape.tables()[4]);
        for (_, length) in shape.rows() {
            read_row(section, length, &mut tables)?;
        }
        Network::new(shape, known, dense, tables)
    }

    /// Cuts up the matrices, again after each change of the weights.
    pub(crate) fn refresh(&mut self) {
        let (shape, layout) = (&self.shape, &self.layout);
        let mut matrices = vec![(&layout.input, shape.width)];
        for level in &layout.levels {
            matrices.extend([(&level.read, 2 * shape.width), (&level.write, shape.width)]);
        }
        matrices.push((&layout.heads, shape.columns()));
        matrices.push((&layout.arcs, shape.arc));
        matrices.push((&layout.labels, shape.relations));
        self.strips.resize(matrices.len(), Strips::default());
        for (strips, (range, columns)) in self.strips.iter_mut().zip(matrices) {
            strips.set(&self.dense[range.clone()], columns);
        }
    }

    /// The row of a word: 0 for those that have none of their own.
    pub(crate) fn row(&self, traits: &Traits) -> usize {
        self.known.binary_search(&traits.hash()).map_or(0, |i| i + 1)
    }

    /// Reads sentences of the given lengths, up to the heads' projection.
    ///
    /// `rows` are the words' own rows. `change` may change the numbers at each place.
    pub(crate) fn run(
        &self,
        words: &[(usize, &Traits)],
        lengths: &[usize],
        trace: &mut Trace,
        mut change: impl FnMut(Place, &mut [f32]),
    ) {
        let (layout, w) = (&self.layout, self.shape.width);
        self.input(words, &mut trace.input);
        change(Place::Input, &mut trace.input);
        repeat(
            &self.dense[layout.input_bias.clone()],
            words.len(),
            &mut trace.states,
        );
        self.strips[0].add_product(&trace.input, &mut trace.states);
        positive(&mut trace.states);
        trace.first.clone_from(&trace.states);
        trace.levels.resize_with(layout.levels.len(), LevelTrace::default);
        for (i, (level, x)) in layout.levels.iter().zip(&mut trace.levels).enumerate() {
            self.level(level, &trace.states, x);
            change(Place::Level(i), &mut x.read);
            repeat(&self.dense[level.read_bias.clone()], words.len(), &mut x.sums);
            self.strips[1 + 2 * i].add_product(&x.read, &mut x.sums);
            x.carried.clear();
            x.carried.resize(words.len() * w, 0.0);
            let mut start = 0;
            for &length in lengths {
                let end = start + length;
                carry(
                    &x.sums[start * 2 * w..end * 2 * w],
                    &mut x.carried[start * w..end * w],
                    w,
                );
                start = end;
            }
            x.open.clone_from(&x.carried);
            positive(&mut x.open);
            for row in trace.states.chunks_exact_mut(w) {
                add(row, &self.dense[level.write_bias.clone()]);
            }
            self.strips[2 + 2 * i].add_product(&x.open, &mut trace.states);
        }
        change(Place::Heads, &mut trace.states);
        repeat(
            &self.dense[layout.heads_bias.clone()],
            words.len(),
            &mut trace.heads,
        );
        self.strips[1 + 2 * layout.levels.len()].add_product(&trace.states, &mut trace.heads);
    }

    fn input(&self, words: &[(usize, &Traits)], input: &mut Vec<f32>) {
        input.clear();
        input.resize(words.len() * INPUT, 0.0);
        for (to, &(row, traits)) in input.chunks_exact_mut(INPUT).zip(words) {
            for (from, length, at) in self.shape.rows_of(row, traits) {
                add(&mut to[at..at + length], &self.tables[from..from + length]);
            }
            add(&mut to[INPUT - traits.meaning.len()..], &traits.meaning);
        }
    }

    /// Brings the states to one scale, then to the level's own.
    fn level(&self, level: &Level, states: &[f32], x: &mut LevelTrace) {
        let w = self.shape.width;
        let (scale, shift) = (&self.dense[level.scale.clone()], &self.dense[level.shift.clone()]);
        x.plain.clear();
        x.read.clear();
        x.spread.clear();
        for row in states.chunks_exact(w) {
            let mean = row.iter().sum::<f32>() / w as f32;
            let square = row.iter().map(|v| (v - mean) * (v - mean)).sum::<f32>() / w as f32;
            let spread = 1.0 / (square + 1e-5).sqrt();
            x.spread.push(spread);
            x.plain.extend(row.iter().map(|v| (v - mean) * spread));
        }
        for row in x.plain.chunks_exact(w) {
            x.read
                .extend(row.iter().zip(scale).zip(shift).map(|((v, a), b)| v * a + b));
        }
    }

    /// Scores the arcs of a sentence whose part of the heads' projection is given.
    pub(crate) fn arcs(&self, heads: &[f32], arcs: &mut Arcs) {
        let (shape, layout) = (&self.shape, &self.layout);
        let n = heads.len() / shape.columns();
        arcs.head.clear();
        arcs.dependent.clear();
        arcs.head
            .extend(self.dense[layout.root_arc.clone()].iter().map(|v| v.max(0.0)));
        for row in heads.chunks_exact(shape.columns()) {
            let (head, dependent) = row[shape.tags..shape.label_column()].split_at(shape.arc);
            arcs.head.extend(head.iter().map(|v| v.max(0.0)));
            arcs.dependent.extend(dependent.iter().map(|v| v.max(0.0)));
        }
        repeat(&self.dense[layout.arcs_bias.clone()], n, &mut arcs.query);
        self.strips[2 + 2 * layout.levels.len()].add_product(&arcs.dependent, &mut arcs.query);
        arcs.turned.set_turned(&arcs.head, shape.arc);
        arcs.scores.clear();
        arcs.scores.resize(n * (n + 1), 0.0);
        arcs.turned.add_product(&arcs.query, &mut arcs.scores);
        for (word, row) in arcs.scores.chunks_exact_mut(n + 1).enumerate() {
            for (head, score) in row.iter_mut().enumerate() {
                *score += self.dense[layout.distance.start + distance(word, head)];
            }
            // No word depends on itself.
            row[word + 1] = f32::NEG_INFINITY;
        }
    }

    /// Scores the relations of the words of a sentence to their heads, which count from 1.
    pub(crate) fn relations(
        &self,
        heads: &[f32],
        chosen: &[usize],
        hidden: &mut Vec<f32>,
        scores: &mut Vec<f32>,
    ) {
        let (shape, layout) = (&self.shape, &self.layout);
        let (columns, at) = (shape.columns(), shape.label_column());
        hidden.clear();
        for (word, (&head, row)) in chosen.iter().zip(heads.chunks_exact(columns)).enumerate() {
            let above = match head.checked_sub(1) {
                None => &self.dense[layout.root_label.clone()],
                Some(head) => &heads[head * columns + at..][..shape.label],
            };
            let far = layout.label_distance.start + distance(word, head) * shape.label;
            let far = &self.dense[far..far + shape.label];
            let own = &row[at + shape.label..][..shape.label];
            hidden.extend(
                above
                    .iter()
                    .zip(own)
                    .zip(far)
                    .map(|((a, b), c)| (a + b + c).max(0.0)),
            );
        }
        repeat(&self.dense[layout.labels_bias.clone()], chosen.len(), scores);
        self.strips[3 + 2 * layout.levels.len()].add_product(hidden, scores);
    }
}

/// A row of weights: its unit, then a byte for each.
fn read_row(section: &mut Reader<'_>, length: usize, weights: &mut Vec<f32>) -> Option<()> {
    let unit = section.float()?;
    for _ in 0..length {
        weights.push(f32::from(section.byte()?.cast_signed()) * unit);
    }
    Some(())
}

/// How much of the old is kept.
pub(crate) fn gate(sum: f32) -> f32 {
    (0.25 * sum + 0.5).clamp(0.0, 1.0)
}

/// Carries news along a sentence: half of the width from left to right, half from right to left.
fn carry(sums: &[f32], carried: &mut [f32], w: usize) {
    let half = w / 2;
    let mut state = vec![0.0; half];
    for (sums, out) in sums.chunks_exact(2 * w).zip(carried.chunks_exact_mut(w)) {
        keep(&sums[..half], &sums[w..w + half], &mut state, &mut out[..half]);
    }
    state.fill(0.0);
    for (sums, out) in sums.chunks_exact(2 * w).zip(carried.chunks_exact_mut(w)).rev() {
        keep(&sums[half..w], &sums[w + half..], &mut state, &mut out[half..]);
    }
}

fn keep(gates: &[f32], news: &[f32], state: &mut [f32], out: &mut [f32]) {
    for (((state, sum), new), out) in state.iter_mut().zip(gates).zip(news).zip(out) {
        let kept = gate(*sum);
        *state = kept * *state + (1.0 - kept) * new;
        *out = *state;
    }
}

fn repeat(row: &[f32], times: usize, out: &mut Vec<f32>) {
    out.clear();
    for _ in 0..times {
        out.extend_from_slice(row);
    }
}

fn add(to: &mut [f32], from: &[f32]) {
    for (to, from) in to.iter_mut().zip(from) {
        *to += from;
    }
}

fn positive(values: &mut [f32]) {
    for value in values {
        *value = value.max(0.0);
    }
}
