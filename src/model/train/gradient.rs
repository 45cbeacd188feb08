//! How the loss changes with each weight of the network, by hand.

use crate::model::layout::{INPUT, Level, distance};
use crate::model::network::{Arcs, LevelTrace, Network, Place, Trace, gate};
use crate::model::product::Strips;
use crate::text::Traits;

use super::random::Random;

/// A sentence to learn from: its words with their own rows, and what is right.
#[derive(Debug)]
pub(super) struct Lesson {
    pub(super) words: Vec<(usize, Traits)>,
    pub(super) tags: Vec<usize>,
    /// Heads count from 1; 0 is the root.
    pub(super) heads: Vec<usize>,
    pub(super) relations: Vec<usize>,
}

/// The noise of learning.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noise<'n> {
    /// The share of the numbers that are left out.
    pub(super) share: f32,
    /// By each word's row, how often it is taken for an unknown word.
    pub(super) forget: &'n [f32],
    /// How much of the right answer is spread over all answers.
    pub(super) smooth: f32,
}

/// One thread's share of a step, and the gradient that comes of it.
#[derive(Debug, Default)]
pub(super) struct Gradient {
    pub(super) dense: Vec<f32>,
    pub(super) tables: Vec<f32>,
    /// The rows of the tables that are not zero: where each starts, and its length.
    pub(super) touched: Vec<(usize, usize)>,
    /// Of tags, heads and relations.
    pub(super) losses: [f64; 3],
    trace: Trace,
    masks: Vec<Vec<f32>>,
    arcs: Arcs,
    outer: Outer,
}

/// Memory for products.
#[derive(Debug, Default)]
struct Outer {
    turned: Vec<f32>,
    strips: Strips,
}

impl Outer {
    /// Adds to `out` the product of `left` turned over, of `k` columns, and `right`, of `m`.
    fn add(&mut self, left: &[f32], k: usize, right: &[f32], m: usize, out: &mut [f32]) {
        let n = left.len() / k;
        self.turned.clear();
        self.turned.resize(left.len(), 0.0);
        for (i, row) in left.chunks_exact(k).enumerate() {
            for (j, x) in row.iter().enumerate() {
                self.turned[j * n + i] = *x;
            }
        }
        self.strips.set(right, m);
        self.strips.add_product(&self.turned, out);
    }

    /// The product of `left` and `matrix`, of `m` columns, turned over.
    fn back(&mut self, left: &[f32], matrix: &[f32], m: usize) -> Vec<f32> {
        let mut out = vec![0.0; left.len() / m * (matrix.len() / m)];
        self.strips.set_turned(matrix, m);
        self.strips.add_product(left, &mut out);
        out
    }
}

impl Gradient {
    /// The gradient of some sentences' loss, in a step over so many words.
    pub(super) fn find(
        &mut self,
        net: &Network,
        lessons: &[&Lesson],
        words: usize,
        noise: Noise<'_>,
        random: &mut Random,
    ) {
        self.clear(net);
        let shape = &net.shape;
        let mut read: Vec<(usize, &Traits)> = Vec::new();
        for (row, traits) in lessons.iter().flat_map(|l| &l.words) {
            let forgotten = random.share() < noise.forget[*row];
            read.push((if forgotten { 0 } else { *row }, traits));
        }
        let lengths: Vec<usize> = lessons.iter().map(|l| l.words.len()).collect();
        let masks = &mut self.masks;
        masks.resize_with(net.layout.levels.len() + 2, Vec::new);
        net.run(&read, &lengths, &mut self.trace, |place, numbers| {
            let at = match place {
                Place::Input => 0,
                Place::Level(i) => i + 1,
                Place::Heads => net.layout.levels.len() + 1,
            };
            random.leave_out(noise.share, numbers, &mut masks[at]);
        });
        let columns = shape.columns();
        let mut above = vec![0.0; read.len() * columns];
        let trace = std::mem::take(&mut self.trace);
        let mut start = 0;
        for lesson in lessons {
            let cut = start * columns..(start + lesson.words.len()) * columns;
            let (heads, above) = (&trace.heads[cut.clone()], &mut above[cut]);
            let weight = 1.0 / words as f32;
            self.tags(net, lesson, heads, above, (weight, noise.smooth));
            self.heads(net, lesson, heads, above, weight);
            self.relations(net, lesson, heads, above, (weight, noise.smooth));
            start += lesson.words.len();
        }
        self.states(net, &read, &lengths, &trace, &above);
        self.trace = trace;
    }

    fn clear(&mut self, net: &Network) {
        self.dense.clear();
        self.dense.resize(net.dense.len(), 0.0);
        self.tables.resize(net.tables.len(), 0.0);
        for (start, length) in self.touched.drain(..) {
            self.tables[start..start + length].fill(0.0);
        }
        self.losses = [0.0; 3];
    }

    fn tags(
        &mut self,
        net: &Network,
        lesson: &Lesson,
        heads: &[f32],
        above: &mut [f32],
        (weight, smooth): (f32, f32),
    ) {
        let (columns, tags) = (net.shape.columns(), net.shape.tags);
        for ((row, above), &right) in heads
            .chunks_exact(columns)
            .zip(above.chunks_exact_mut(columns))
            .zip(&lesson.tags)
        {
            above[..tags].copy_from_slice(&row[..tags]);
            self.losses[0] += choose(&mut above[..tags], right, weight, smooth);
        }
    }

    fn heads(&mut self, net: &Network, lesson: &Lesson, heads: &[f32], above: &mut [f32], weight: f32) {
        let (shape, layout) = (&net.shape, &net.layout);
        let (n, size) = (lesson.words.len(), shape.arc);
        let (arcs, outer) = (&mut self.arcs, &mut self.outer);
        net.arcs(heads, arcs);
        for (word, (row, &right)) in arcs.scores.chunks_exact_mut(n + 1).zip(&lesson.heads).enumerate() {
            self.losses[1] += choose(row, right, weight, 0.0);
            for (head, slope) in row.iter().enumerate() {
                self.dense[layout.distance.start + distance(word, head)] += slope;
            }
        }
        let mut query = vec![0.0; n * size];
        outer.strips.set(&arcs.head, size);
        outer.strips.add_product(&arcs.scores, &mut query);
        let mut head = vec![0.0; (n + 1) * size];
        outer.add(&arcs.scores, n + 1, &arcs.query, size, &mut head);
        add_rows(&query, &mut self.dense[layout.arcs_bias.clone()]);
        outer.add(
            &arcs.dependent,
            size,
            &query,
            size,
            &mut self.dense[layout.arcs.clone()],
        );
        let mut dependent = outer.back(&query, &net.dense[layout.arcs.clone()], size);
        shut(&mut head, &arcs.head);
        shut(&mut dependent, &arcs.dependent);
        let (root, head) = head.split_at(size);
        add_rows(root, &mut self.dense[layout.root_arc.clone()]);
        let both = head.chunks_exact(size).zip(dependent.chunks_exact(size));
        for (above, (head, dependent)) in above.chunks_exact_mut(shape.columns()).zip(both) {
            let (to_head, to_dependent) = above[shape.tags..shape.label_column()].split_at_mut(size);
            to_head.copy_from_slice(head);
            to_dependent.copy_from_slice(dependent);
        }
    }

    fn relations(
        &mut self,
        net: &Network,
        lesson: &Lesson,
        heads: &[f32],
        above: &mut [f32],
        (weight, smooth): (f32, f32),
    ) {
        let (shape, layout) = (&net.shape, &net.layout);
        let (mut hidden, mut scores) = (Vec::new(), Vec::new());
        net.relations(heads, &lesson.heads, &mut hidden, &mut scores);
        for (row, &right) in scores.chunks_exact_mut(shape.relations).zip(&lesson.relations) {
            self.losses[2] += choose(row, right, weight, smooth);
        }
        add_rows(&scores, &mut self.dense[layout.labels_bias.clone()]);
        self.outer.add(
            &hidden,
            shape.label,
            &scores,
            shape.relations,
            &mut self.dense[layout.labels.clone()],
        );
        let mut slopes = self
            .outer
            .back(&scores, &net.dense[layout.labels.clone()], shape.relations);
        shut(&mut slopes, &hidden);
        let (columns, at) = (shape.columns(), shape.label_column());
        for (word, (&head, slopes)) in lesson
            .heads
            .iter()
            .zip(slopes.chunks_exact(shape.label))
            .enumerate()
        {
            let far = layout.label_distance.start + distance(word, head) * shape.label;
            add_rows(slopes, &mut self.dense[far..far + shape.label]);
            add_rows(
                slopes,
                &mut above[word * columns + at + shape.label..][..shape.label],
            );
            match head.checked_sub(1) {
                None => add_rows(slopes, &mut self.dense[layout.root_label.clone()]),
                Some(head) => add_rows(slopes, &mut above[head * columns + at..][..shape.label]),
            }
        }
    }

    /// From the heads' projection down to the tables.
    fn states(
        &mut self,
        net: &Network,
        words: &[(usize, &Traits)],
        lengths: &[usize],
        trace: &Trace,
        above: &[f32],
    ) {
        let (layout, w, columns) = (&net.layout, net.shape.width, net.shape.columns());
        add_rows(above, &mut self.dense[layout.heads_bias.clone()]);
        self.outer.add(
            &trace.states,
            w,
            above,
            columns,
            &mut self.dense[layout.heads.clone()],
        );
        let mut slopes = self.outer.back(above, &net.dense[layout.heads.clone()], columns);
        multiply(&mut slopes, &self.masks[layout.levels.len() + 1]);
        for (i, (level, x)) in layout.levels.iter().zip(&trace.levels).enumerate().rev() {
            let mut read = self.level(net, level, x, lengths, &slopes);
            multiply(&mut read, &self.masks[i + 1]);
            self.scale(net, level, x, &read, &mut slopes);
        }
        shut(&mut slopes, &trace.first);
        add_rows(&slopes, &mut self.dense[layout.input_bias.clone()]);
        self.outer.add(
            &trace.input,
            INPUT,
            &slopes,
            w,
            &mut self.dense[layout.input.clone()],
        );
        let mut input = self.outer.back(&slopes, &net.dense[layout.input.clone()], w);
        multiply(&mut input, &self.masks[0]);
        for (slopes, &(row, traits)) in input.chunks_exact(INPUT).zip(words) {
            for (start, length, at) in net.shape.rows_of(row, traits) {
                self.touched.push((start, length));
                add_rows(&slopes[at..at + length], &mut self.tables[start..start + length]);
            }
        }
        self.touched.sort_unstable();
        self.touched.dedup();
    }

    /// What the states that a level reads should have been, given the slopes of those that it leaves.
    fn level(
        &mut self,
        net: &Network,
        level: &Level,
        x: &LevelTrace,
        lengths: &[usize],
        slopes: &[f32],
    ) -> Vec<f32> {
        let w = net.shape.width;
        add_rows(slopes, &mut self.dense[level.write_bias.clone()]);
        self.outer
            .add(&x.open, w, slopes, w, &mut self.dense[level.write.clone()]);
        let mut carried = self.outer.back(slopes, &net.dense[level.write.clone()], w);
        shut(&mut carried, &x.open);
        let mut sums = vec![0.0; x.sums.len()];
        let mut start = 0;
        for &length in lengths {
            let (one, two) = (
                start * w..(start + length) * w,
                start * 2 * w..(start + length) * 2 * w,
            );
            carry_back(
                &x.sums[two.clone()],
                &x.carried[one.clone()],
                &carried[one],
                &mut sums[two],
                w,
            );
            start += length;
        }
        add_rows(&sums, &mut self.dense[level.read_bias.clone()]);
        self.outer
            .add(&x.read, w, &sums, 2 * w, &mut self.dense[level.read.clone()]);
        self.outer.back(&sums, &net.dense[level.read.clone()], 2 * w)
    }

    /// Through the bringing to one scale.
    fn scale(&mut self, net: &Network, level: &Level, x: &LevelTrace, read: &[f32], slopes: &mut [f32]) {
        let w = net.shape.width;
        let scale = &net.dense[level.scale.clone()];
        add_rows(read, &mut self.dense[level.shift.clone()]);
        let rows = read.chunks_exact(w).zip(x.plain.chunks_exact(w)).zip(&x.spread);
        for (((read, plain), spread), slopes) in rows.zip(slopes.chunks_exact_mut(w)) {
            let (mut mean, mut along) = (0.0, 0.0);
            for (i, (read, plain)) in read.iter().zip(plain).enumerate() {
                self.dense[level.scale.start + i] += read * plain;
                mean += read * scale[i];
                along += read * scale[i] * plain;
            }
            (mean, along) = (mean / w as f32, along / w as f32);
            for (i, slope) in slopes.iter_mut().enumerate() {
                *slope += spread * (read[i] * scale[i] - mean - plain[i] * along);
            }
        }
    }
}

/// Adds rows to one row.
fn add_rows(rows: &[f32], out: &mut [f32]) {
    for row in rows.chunks_exact(out.len()) {
        for (out, x) in out.iter_mut().zip(row) {
            *out += x;
        }
    }
}

/// Nothing passes where nothing positive came through.
fn shut(slopes: &mut [f32], values: &[f32]) {
    for (slope, value) in slopes.iter_mut().zip(values) {
        if *value <= 0.0 {
            *slope = 0.0;
        }
    }
}

fn multiply(slopes: &mut [f32], mask: &[f32]) {
    for (slope, m) in slopes.iter_mut().zip(mask) {
        *slope *= m;
    }
}

/// The loss of a choice, its slopes written over the scores.
fn choose(scores: &mut [f32], right: usize, weight: f32, smooth: f32) -> f64 {
    let top = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = (*score - top).exp();
        sum += *score;
    }
    let loss = -f64::from((scores[right] / sum).max(1e-9)).ln();
    let even = smooth / scores.len() as f32;
    for (i, score) in scores.iter_mut().enumerate() {
        let aim = if i == right { 1.0 - smooth + even } else { even };
        *score = (*score / sum - aim) * weight;
    }
    loss
}

/// Back along a sentence: from the slopes of what was carried to those of the gates and the news.
fn carry_back(sums: &[f32], carried: &[f32], slopes: &[f32], out: &mut [f32], w: usize) {
    let (n, half) = (carried.len() / w, w / 2);
    for backwards in [false, true] {
        let cut = if backwards { half..w } else { 0..half };
        let mut due = vec![0.0; half];
        for step in (0..n).rev() {
            let i = if backwards { n - 1 - step } else { step };
            let before = (step > 0).then_some(if backwards { i + 1 } else { i.wrapping_sub(1) });
            for (j, due) in cut.clone().zip(&mut due) {
                let (sum, new) = (sums[i * 2 * w + j], sums[i * 2 * w + w + j]);
                let old = before.map_or(0.0, |before| carried[before * w + j]);
                let (kept, slope) = (gate(sum), *due + slopes[i * w + j]);
                out[i * 2 * w + w + j] = (1.0 - kept) * slope;
                let moves = kept > 0.0 && kept < 1.0;
                out[i * 2 * w + j] = if moves { 0.25 * (old - new) * slope } else { 0.0 };
                *due = kept * slope;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::layout::Shape;

    fn loss(net: &Network, lesson: &Lesson, gradient: &mut Gradient) -> f64 {
        let noise = Noise {
            share: 0.0,
            forget: &[0.0; 3],
            smooth: 0.0,
        };
        gradient.find(net, &[lesson, lesson], 1, noise, &mut Random(1));
        gradient.losses.iter().sum()
    }

    #[test]
    fn slopes_are_those_of_small_steps() {
        let shape = Shape {
            width: 6,
            levels: 2,
            words: 2,
            tags: 3,
            relations: 3,
            arc: 4,
            label: 4,
        };
        let mut random = Random(5);
        let [.., tables] = shape.tables();
        let tables = (0..tables).map(|_| random.around()).collect();
        let dense = (0..shape.layout().total).map(|_| random.around()).collect();
        let mut net = Network::new(shape, vec![1, 2], dense, tables).expect("the sizes fit");
        let lesson = Lesson {
            words: ["Trees", "grow", "slowly", "here"]
                .map(|w| (w.len() % 3, Traits::new(w, &crate::text::Lemmas::default())))
                .into(),
            tags: vec![0, 1, 2, 2],
            heads: vec![2, 0, 2, 2],
            relations: vec![1, 0, 2, 2],
        };
        let (mut gradient, mut scratch) = (Gradient::default(), Gradient::default());
        loss(&net, &lesson, &mut gradient);
        let step = 1e-3;
        let mut off = 0;
        let total = net.dense.len();
        for i in (0..total).step_by(3) {
            let before = net.dense[i];
            let [up, down] = [step, -step].map(|step| {
                net.dense[i] = before + step;
                net.refresh();
                loss(&net, &lesson, &mut scratch)
            });
            net.dense[i] = before;
            let slope = (up - down) / f64::from(2.0 * step);
            off += usize::from((slope - f64::from(gradient.dense[i])).abs() > 0.02 * (1.0 + slope.abs()));
        }
        // A few steps cross the corner of a positive part, where the slope jumps.
        assert!(off * 50 < total / 3, "{off} of {} slopes are off", total / 3);
    }
}
