//! Learns the network's weights, in two threads that share each step.

use std::collections::BTreeMap;

use super::Settings;
use super::adam::{Adam, Pace};
use super::gradient::{Gradient, Lesson, Noise};
use super::random::Random;
use super::write::{float, number};
use crate::model::layout::Shape;
use crate::model::network::Network;

/// Steps in which the rate grows.
const WARM_UP: f32 = 200.0;
/// The largest length of a gradient.
const LONGEST: f64 = 3.0;

/// The words that have a row of their own, in order, and how often each row is to be forgotten.
pub(super) fn known(hashes: impl Iterator<Item = u32>, settings: &Settings) -> (Vec<u32>, Vec<f32>) {
    let mut counts = BTreeMap::<u32, u32>::new();
    hashes.for_each(|hash| *counts.entry(hash).or_default() += 1);
    counts.retain(|_, n| *n >= 2);
    let share = |n: &u32| settings.forget / (settings.forget + *n as f32) + 0.02;
    let forget = std::iter::once(0.0).chain(counts.values().map(share)).collect();
    (counts.into_keys().collect(), forget)
}

/// Learns from sentences. `say` is told the losses of tags, heads and relations after each round.
pub(super) fn learn(
    lessons: &[Lesson],
    (shape, known, forget): (Shape, Vec<u32>, &[f32]),
    settings: &Settings,
    say: &mut dyn FnMut(&str),
) -> Network {
    let mut net = start(shape, known);
    let mut memory = [Adam::new(net.dense.len()), Adam::new(net.tables.len())];
    let mut gradients = [Gradient::default(), Gradient::default()];
    let noise = Noise {
        share: settings.leave_out,
        forget,
        smooth: settings.smooth,
    };
    let words: usize = lessons.iter().map(|l| l.words.len()).sum();
    let steps = (settings.rounds * words / settings.words_a_step) as f32;
    let mut order: Vec<&Lesson> = lessons.iter().collect();
    let mut random = Random(77);
    let mut step = 0_u32;
    for round in 1..=settings.rounds {
        random.shuffle(&mut order);
        let mut losses = [0.0; 3];
        let mut rest = order.as_slice();
        while !rest.is_empty() {
            step += 1;
            let shares = deal(&mut rest, settings.words_a_step);
            let size = shares.iter().flatten().map(|l| l.words.len()).sum();
            let seed = u64::from(step) * 2 * 0x1234_5677;
            let [a, b] = &mut gradients;
            std::thread::scope(|scope| {
                let (net, shares) = (&net, &shares);
                scope.spawn(move || a.find(net, &shares[0], size, noise, &mut Random(seed)));
                b.find(net, &shares[1], size, noise, &mut Random(seed + 0x1234_5677));
            });
            for (sum, (a, b)) in losses
                .iter_mut()
                .zip(gradients[0].losses.iter().zip(gradients[1].losses))
            {
                *sum += a + b;
            }
            let t = step as f32;
            let rate = settings.rate * (t / WARM_UP).min(1.0) * (1.0 - t / steps).max(0.002);
            take(&mut net, &mut memory, &gradients, rate, step);
        }
        let [tags, heads, relations] = losses.map(|loss| loss / words as f64);
        say(&format!(
            "round {round}: tags {tags:.3}, heads {heads:.3}, relations {relations:.3}"
        ));
    }
    net
}

/// The weights before learning.
fn start(shape: Shape, known: Vec<u32>) -> Network {
    let (layout, [.., tables]) = (shape.layout(), shape.tables());
    let mut random = Random(1);
    let mut dense = vec![0.0; layout.total];
    for (range, columns) in layout
        .parts
        .iter()
        .filter(|(range, columns)| range.len() > *columns)
    {
        let spread = (6.0 / (range.len() / columns + columns) as f32).sqrt();
        dense[range.clone()].fill_with(|| random.around() * spread);
    }
    dense[layout.label_distance.clone()].fill(0.0);
    for level in &layout.levels {
        dense[level.scale.clone()].fill(1.0);
        dense[level.read_bias.clone()][..shape.width].fill(0.5);
    }
    for root in [&layout.root_arc, &layout.root_label] {
        dense[root.clone()].fill_with(|| random.around() * 0.3);
    }
    let tables = (0..tables).map(|_| random.around() * 0.4).collect();
    Network::new(shape, known, dense, tables).expect("the weights fit the shape that they were made for")
}

/// The next sentences, dealt to two threads so that both have about as many words.
fn deal<'l>(rest: &mut &[&'l Lesson], words: usize) -> [Vec<&'l Lesson>; 2] {
    let (mut shares, mut sizes) = ([Vec::new(), Vec::new()], [0, 0]);
    while let Some((lesson, others)) = rest.split_first()
        && sizes[0] + sizes[1] < words
    {
        let to = usize::from(sizes[1] < sizes[0]);
        sizes[to] += lesson.words.len();
        shares[to].push(*lesson);
        *rest = others;
    }
    shares
}

/// Takes a step against the two threads' gradients.
fn take(net: &mut Network, memory: &mut [Adam; 2], gradients: &[Gradient; 2], rate: f32, step: u32) {
    let [a, b] = gradients;
    let length: f64 = a
        .dense
        .iter()
        .zip(&b.dense)
        .map(|(a, b)| f64::from((a + b) * (a + b)))
        .sum();
    let pace = Pace {
        rate,
        scale: (LONGEST / length.sqrt()).min(1.0) as f32,
        step,
    };
    memory[0].step(&mut net.dense, 0, [&a.dense, &b.dense], pace);
    let mut rows: Vec<(usize, usize)> = a.touched.iter().chain(&b.touched).copied().collect();
    rows.sort_unstable();
    rows.dedup();
    for (start, length) in rows {
        let cut = start..start + length;
        memory[1].step(
            &mut net.tables,
            start,
            [&a.tables[cut.clone()], &b.tables[cut]],
            pace,
        );
    }
    net.refresh();
}

/// The network as bytes. Rows of the tables that no sentence has used say nothing.
pub(super) fn pack(net: &Network, lessons: &[Lesson]) -> Vec<u8> {
    let shape = &net.shape;
    let mut bytes = Vec::new();
    for n in [shape.width, shape.levels, shape.arc, shape.label, shape.words] {
        number(&mut bytes, n as u32);
    }
    let mut last = 0;
    for &hash in &net.known {
        number(&mut bytes, hash - last);
        last = hash;
    }
    for (range, columns) in &net.layout.parts {
        let part = &net.dense[range.clone()];
        if part.len() == *columns {
            for x in part {
                float(&mut bytes, *x);
            }
        } else {
            part.chunks_exact(*columns)
                .for_each(|row| pack_row(&mut bytes, row));
        }
    }
    let mut used = vec![false; net.tables.len()];
    for (row, traits) in lessons.iter().flat_map(|l| &l.words) {
        for (start, ..) in shape.rows_of(*row, traits) {
            used[start] = true;
        }
    }
    // The row of all unknown words.
    used[0] = true;
    for (start, length) in shape.rows() {
        if used[start] {
            pack_row(&mut bytes, &net.tables[start..start + length]);
        } else {
            pack_row(&mut bytes, &vec![0.0; length]);
        }
    }
    bytes
}

fn pack_row(bytes: &mut Vec<u8>, row: &[f32]) {
    let largest = row.iter().fold(0.0_f32, |largest, x| largest.max(x.abs()));
    let unit = if largest > 0.0 { largest / 127.0 } else { 1.0 };
    float(bytes, unit);
    bytes.extend(row.iter().map(|x| ((x / unit).round() as i8).cast_unsigned()));
}
