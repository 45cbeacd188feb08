//! Fits the weights of `src/cover/data/weights.txt`. Built only with the feature `train`: it counts in floating point, which
//! nothing that judges does.

#![expect(
    clippy::indexing_slicing,
    reason = "fitting is no part of judging: a bad index is a mistake to be seen"
)]

use std::fmt::Write as _;

use crate::cover::features::FEATURES;

/// Which column of weights is fitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Whether the first text says the second.
    Agree,
    /// Which of agreement and conflict it is, if it is either.
    Lean,
}

/// What was seen of two texts, and what they come to.
#[derive(Debug, Clone)]
pub struct Lesson {
    /// The value of each feature, in thousandths.
    pub values: Vec<i32>,
    /// Whether the first text says the second.
    pub agrees: bool,
    /// How much it counts.
    pub weight: f64,
}

/// The place of a feature among all.
pub fn place(name: &str) -> Option<usize> {
    crate::cover::features::place(name)
}

/// The weights of a column that make the lessons likeliest, kept small by `ridge` and on the side of 0 that each feature
/// allows: logistic regression by projected descent with momentum.
pub fn fit(lessons: &[Lesson], column: Column, ridge: f64) -> Vec<f64> {
    let whole: f64 = lessons.iter().map(|l| l.weight).sum();
    let bias = FEATURES.len() - 1;
    let scale = scales(lessons, whole);
    let rows: Vec<Vec<f64>> = lessons
        .iter()
        .map(|l| {
            l.values
                .iter()
                .zip(&scale)
                .map(|(v, s)| f64::from(*v) / 1000.0 / s)
                .collect()
        })
        .collect();
    let bounds: Vec<(f64, f64)> = FEATURES.iter().map(|f| bounds(f.1, column)).collect();
    let steepest = largest(&rows, lessons, whole) / 4.0 + ridge;
    let (mut best, mut ahead, mut pace) = (vec![0.0; FEATURES.len()], vec![0.0; FEATURES.len()], 1.0_f64);
    for _ in 0..600 {
        let mut gradient: Vec<f64> = ahead.iter().map(|w| w * ridge).collect();
        gradient[bias] = 0.0;
        for (row, lesson) in rows.iter().zip(lessons) {
            let off = logistic(dot(row, &ahead)) - f64::from(u8::from(lesson.agrees));
            for (g, x) in gradient.iter_mut().zip(row) {
                *g += off * lesson.weight / whole * x;
            }
        }
        let next: Vec<f64> = (0..FEATURES.len())
            .map(|i| (ahead[i] - gradient[i] / steepest).clamp(bounds[i].0, bounds[i].1))
            .collect();
        let turned = (0..next.len())
            .map(|i| (ahead[i] - next[i]) * (next[i] - best[i]))
            .sum::<f64>()
            > 0.0;
        let faster = f64::midpoint(1.0, (1.0 + 4.0 * pace * pace).sqrt());
        let momentum = if turned { 0.0 } else { (pace - 1.0) / faster };
        pace = if turned { 1.0 } else { faster };
        ahead = (0..next.len())
            .map(|i| next[i] + momentum * (next[i] - best[i]))
            .collect();
        best = next;
    }
    best.iter().zip(&scale).map(|(w, s)| w / s).collect()
}

/// How likely the weights make it that the first text says the second.
pub fn likely(weights: &[f64], values: &[i32]) -> f64 {
    logistic(
        weights
            .iter()
            .zip(values)
            .map(|(w, v)| w * f64::from(*v) / 1000.0)
            .sum(),
    )
}

/// The slope and the offset that bring the odds of what was called likely nearest to how often it came true: for each how
/// likely, whether it did, and how much it counts.
pub fn calibrate(said: &[(f64, bool, f64)]) -> (f64, f64) {
    let whole: f64 = said.iter().map(|s| s.2).sum();
    let (mut slope, mut offset) = (1.0, 0.0);
    for _ in 0..5000 {
        let (mut by_slope, mut by_offset) = (0.0, 0.0);
        for &(likely, right, weight) in said {
            let odds = odds(likely);
            let off = (logistic(slope * odds + offset) - f64::from(u8::from(right))) * weight / whole;
            by_slope += off * odds;
            by_offset += off;
        }
        slope -= by_slope / 2.0;
        offset -= by_offset / 2.0;
    }
    (slope, offset)
}

/// The table as it is shipped.
pub fn table(agree: &[f64], lean: &[f64], (slope, offset): (f64, f64)) -> String {
    let mut text = String::from("# Made by examples/train_texts; see README.md beside this file.\n");
    let round = |w: f64| (w * 1000.0).round() as i32;
    for ((feature, a), l) in FEATURES.iter().zip(agree).zip(lean) {
        let _ = writeln!(text, "{} {} {}", feature.0, round(*a), round(*l));
    }
    for likely in [500, 550, 600, 650, 700, 750, 800, 850, 900, 950, 985] {
        let sure = logistic(slope * odds(f64::from(likely) / 1000.0) + offset);
        let _ = writeln!(text, "sure {likely} {}", (sure * 1000.0).round() as u32);
    }
    text
}

fn odds(likely: f64) -> f64 {
    let likely = likely.clamp(0.01, 0.99);
    (likely / (1.0 - likely)).ln()
}

fn logistic(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// Between which numbers a weight must lie.
fn bounds(signs: &str, column: Column) -> (f64, f64) {
    let at = usize::from(column == Column::Lean);
    match signs.as_bytes().get(at) {
        Some(b'+') => (0.0, f64::INFINITY),
        Some(b'-') => (f64::NEG_INFINITY, 0.0),
        Some(b'*') => (f64::NEG_INFINITY, f64::INFINITY),
        _ => (0.0, 0.0),
    }
}

/// How far each feature is spread; the bias is left as it is.
fn scales(lessons: &[Lesson], whole: f64) -> Vec<f64> {
    let mean = |of: &dyn Fn(f64) -> f64, i: usize| {
        lessons
            .iter()
            .map(|l| of(f64::from(l.values[i]) / 1000.0) * l.weight)
            .sum::<f64>()
            / whole
    };
    (0..FEATURES.len())
        .map(|i| {
            let middle = mean(&|x| x, i);
            let spread = mean(&|x| (x - middle) * (x - middle), i).sqrt();
            if i + 1 == FEATURES.len() {
                1.0
            } else {
                spread.max(0.05)
            }
        })
        .collect()
}

/// The largest eigenvalue of the lessons' moments.
fn largest(rows: &[Vec<f64>], lessons: &[Lesson], whole: f64) -> f64 {
    let mut vector = vec![1.0; FEATURES.len()];
    let mut length = 1.0;
    for _ in 0..50 {
        let mut next = vec![0.0; vector.len()];
        for (row, lesson) in rows.iter().zip(lessons) {
            let along = dot(row, &vector) * lesson.weight / whole;
            for (n, x) in next.iter_mut().zip(row) {
                *n += along * x;
            }
        }
        length = dot(&next, &next).sqrt();
        vector = next.iter().map(|x| x / length).collect();
    }
    length
}
