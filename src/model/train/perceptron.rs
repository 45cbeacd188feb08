//! Weights that grow: averaged perceptrons over hashed features.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::write::number;
use crate::text::Weigh;

/// Keys are hashes already.
#[derive(Debug, Default)]
pub(super) struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u32(&mut self, value: u32) {
        self.0 = u64::from(value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

type Map = HashMap<u32, u32, BuildHasherDefault<Identity>>;

#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    now: i32,
    /// What averaging takes off: each change times the step it came at.
    late: i64,
}

impl Weight {
    fn change(&mut self, by: i32, step: i64) {
        self.now += by;
        self.late += i64::from(by) * step;
    }

    fn average(self, steps: i64) -> f64 {
        f64::from(self.now) - self.late as f64 / steps.max(1) as f64
    }
}

/// Growing weights of many classes.
#[derive(Debug, Default)]
pub(super) struct Growing {
    map: Map,
    rows: Vec<Vec<(u8, Weight)>>,
    updates: Vec<u32>,
    pub(super) step: i64,
}

impl Weigh<128> for Growing {
    fn add(&self, keys: &[u32], scores: &mut [i32; 128]) {
        for row in keys.iter().filter_map(|key| self.map.get(key)) {
            for (class, weight) in &self.rows[*row as usize] {
                scores[usize::from(*class)] += weight.now;
            }
        }
    }
}

impl Growing {
    /// Moves the features from one class to another.
    pub(super) fn update(&mut self, keys: &[u32], right: u8, wrong: u8) {
        for &key in keys {
            let row = *self.map.entry(key).or_insert_with(|| {
                self.rows.push(Vec::new());
                self.updates.push(0);
                self.rows.len() as u32 - 1
            });
            self.updates[row as usize] += 1;
            let row = &mut self.rows[row as usize];
            for (class, by) in [(right, 1), (wrong, -1)] {
                if let Some((_, weight)) = row.iter_mut().find(|(c, _)| *c == class) {
                    weight.change(by, self.step);
                } else {
                    let mut weight = Weight::default();
                    weight.change(by, self.step);
                    row.push((class, weight));
                }
            }
        }
    }

    /// Averages, drops what is small or was seldom needed, and packs the rest.
    pub(super) fn pack(&self, (smallest, updates): (f64, u32)) -> Vec<u8> {
        let mut rows: Vec<(u32, Vec<(u8, f64)>)> = self
            .map
            .iter()
            .filter(|(_, row)| self.updates[**row as usize] >= updates)
            .map(|(key, row)| {
                let cells = self.rows[*row as usize]
                    .iter()
                    .map(|&(class, w)| (class, w.average(self.step)));
                (
                    *key,
                    cells.filter(|(_, w)| w.abs() >= smallest).collect::<Vec<_>>(),
                )
            })
            .filter(|(_, cells)| !cells.is_empty())
            .collect();
        rows.sort_by_key(|(key, _)| *key);
        let mut bytes = Vec::new();
        number(&mut bytes, rows.len() as u32);
        let mut last = 0;
        for (key, mut cells) in rows {
            cells.sort_by_key(|(class, _)| *class);
            number(&mut bytes, key - last);
            last = key;
            bytes.push(cells.len() as u8);
            for (class, weight) in cells {
                bytes.push(class);
                signed(&mut bytes, quantise(weight));
            }
        }
        bytes
    }
}

/// Growing weights of four classes.
#[derive(Debug, Default)]
pub(super) struct GrowingQuads {
    map: Map,
    rows: Vec<[Weight; 4]>,
    updates: Vec<u32>,
    pub(super) step: i64,
}

impl Weigh<4> for GrowingQuads {
    fn add(&self, keys: &[u32], scores: &mut [i32; 4]) {
        for row in keys.iter().filter_map(|key| self.map.get(key)) {
            for (score, weight) in scores.iter_mut().zip(&self.rows[*row as usize]) {
                *score += weight.now;
            }
        }
    }
}

impl GrowingQuads {
    /// Changes the weights of the features for one class.
    pub(super) fn update(&mut self, keys: &[u32], class: usize, by: i32) {
        for &key in keys {
            let row = *self.map.entry(key).or_insert_with(|| {
                self.rows.push([Weight::default(); 4]);
                self.updates.push(0);
                self.rows.len() as u32 - 1
            });
            self.updates[row as usize] += 1;
            self.rows[row as usize][class].change(by, self.step);
        }
    }

    /// Averages, drops what is small or was seldom needed, and packs the rest.
    pub(super) fn pack(&self, (smallest, updates): (f64, u32)) -> Vec<u8> {
        let mut rows: Vec<(u32, [f64; 4])> = self
            .map
            .iter()
            .filter(|(_, row)| self.updates[**row as usize] >= updates)
            .map(|(key, row)| (*key, self.rows[*row as usize].map(|w| w.average(self.step))))
            .filter(|(_, weights)| weights.iter().any(|w| w.abs() >= smallest))
            .collect();
        rows.sort_by_key(|(key, _)| *key);
        let mut bytes = Vec::new();
        number(&mut bytes, rows.len() as u32);
        let mut last = 0;
        for (key, weights) in rows {
            number(&mut bytes, key - last);
            last = key;
            for weight in weights {
                signed(&mut bytes, quantise(weight));
            }
        }
        bytes
    }

    /// The number of features.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }
}

/// Weights are kept in eighths.
fn quantise(weight: f64) -> i16 {
    (weight * 8.0).round().clamp(-32767.0, 32767.0) as i16
}

/// Appends a signed number, small ones of either sign in one byte.
fn signed(bytes: &mut Vec<u8>, value: i16) {
    let value = i32::from(value);
    number(bytes, (value << 1 ^ value >> 31).cast_unsigned());
}
