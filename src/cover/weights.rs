//! The weights of what was seen, fitted on pairs of texts, and what they make of it: how likely the first says the second.

use std::sync::LazyLock;

use crate::cover::features::{FEATURES, Values, place};

/// The table as `src/cover/data/README.md` describes it.
const TABLE: &str = include_str!("data/weights.txt");

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::read(TABLE));

/// Weights in thousandths of a logarithm of odds, by feature, and how sure to be of what is likely.
struct Weights {
    /// For each feature its weight for agreement and for the lean.
    rows: Vec<(i32, i32)>,
    /// How likely the table makes it, and how often that came true on kinds of texts that it was not fitted on.
    sure: Vec<(u32, u32)>,
}

impl Weights {
    fn read(table: &str) -> Weights {
        let mut weights = Weights {
            rows: vec![(0, 0); FEATURES.len()],
            sure: Vec::new(),
        };
        for line in table.lines().filter(|l| !l.starts_with('#')) {
            let mut words = line.split_whitespace();
            let Some(name) = words.next() else { continue };
            let numbers: Vec<i32> = words.filter_map(|w| w.parse().ok()).collect();
            let &[first, second] = numbers.as_slice() else {
                continue;
            };
            if name == "sure" {
                weights.sure.push((first.unsigned_abs(), second.unsigned_abs()));
            } else if let Some(row) = place(name).and_then(|p| weights.rows.get_mut(p)) {
                *row = (first, second);
            }
        }
        weights
    }
}

/// What each feature adds to the odds of agreement, as a logarithm in thousandths.
fn parts(values: &Values) -> impl Iterator<Item = i32> {
    values.iter().zip(&WEIGHTS.rows).map(|(v, row)| v * row.0 / 1000)
}

/// How likely the first text says the second, in thousandths, where so much was seen.
pub(crate) fn likelihood(values: &Values) -> u32 {
    let odds: i32 = parts(values).sum();
    let against = exp(odds.abs());
    let (yes, no) = if odds >= 0 {
        (1_000_000, against)
    } else {
        (against, 1_000_000)
    };
    (yes * 1000 / (yes + no)) as u32
}

/// Which way texts lean that agree or conflict: the odds of agreement, as a logarithm in thousandths.
pub(crate) fn lean(values: &Values) -> i32 {
    values
        .iter()
        .zip(&WEIGHTS.rows)
        .map(|(v, row)| v * row.1 / 1000)
        .sum()
}

/// The three features that speak most for agreement.
pub(crate) fn reasons(values: &Values) -> Vec<&'static str> {
    let mut all: Vec<(i32, &str)> = parts(values).zip(FEATURES).map(|(part, f)| (part, f.0)).collect();
    all.retain(|&(part, name)| part > 0 && name != "bias");
    all.sort_by_key(|&(part, _)| std::cmp::Reverse(part));
    all.into_iter().take(3).map(|(_, name)| name).collect()
}

/// How often what is so likely came true, in thousandths.
pub(crate) fn sure(likely: u32) -> u16 {
    let knots = &WEIGHTS.sure;
    let after = knots.iter().position(|k| k.0 >= likely).unwrap_or(knots.len());
    let (low, high) = (after.checked_sub(1).and_then(|i| knots.get(i)), knots.get(after));
    let between = match (low, high) {
        (Some(&(x, y)), Some(&(v, w))) => y + (w - y.min(w)) * (likely - x) / (v - x).max(1),
        (Some(&(_, y)), None) | (None, Some(&(_, y))) => y,
        (None, None) => likely,
    };
    between.min(1000) as u16
}

/// e to the power of −n/4 in millionths, for n from 0.
const POWERS: [u64; 49] = [
    1_000_000, 778_801, 606_531, 472_367, 367_879, 286_505, 223_130, 173_774, 135_335, 105_399, 82_085,
    63_928, 49_787, 38_774, 30_197, 23_518, 18_316, 14_264, 11_109, 8_652, 6_738, 5_248, 4_087, 3_183, 2_479,
    1_930, 1_503, 1_171, 912, 710, 553, 431, 335, 261, 203, 158, 123, 96, 75, 58, 45, 35, 27, 21, 17, 13, 10,
    8, 6,
];

/// e to the power of minus so many thousandths, in millionths.
fn exp(thousandths: i32) -> u64 {
    let n = u64::try_from(thousandths).unwrap_or(0);
    let at = |i: u64| {
        usize::try_from(i)
            .ok()
            .and_then(|i| POWERS.get(i))
            .copied()
            .unwrap_or(0)
    };
    let (low, high) = (at(n / 250), at(n / 250 + 1));
    low - (low - high) * (n % 250) / 250
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_a_row_and_every_row_a_feature() {
        let names: Vec<&str> = TABLE
            .lines()
            .filter(|l| !l.starts_with('#') && !l.is_empty())
            .filter_map(|l| l.split_whitespace().next())
            .collect();
        for (name, _) in FEATURES {
            assert_eq!(names.iter().filter(|n| **n == name).count(), 1, "{name}");
        }
        for name in names {
            assert!(name == "sure" || place(name).is_some(), "{name}");
        }
    }

    #[test]
    fn weights_go_the_way_they_must() {
        for (row, (name, signs)) in WEIGHTS.rows.iter().zip(FEATURES) {
            for (weight, sign) in [row.0, row.1].iter().zip(signs.chars()) {
                let fits = match sign {
                    '+' => *weight >= 0,
                    '-' => *weight <= 0,
                    '.' => *weight == 0,
                    _ => true,
                };
                assert!(fits, "{name} {weight} {sign}");
            }
        }
    }

    #[test]
    fn powers_are_what_they_are() {
        for n in (0..13_000).step_by(37) {
            let close = f64::from(-n) / 1000.0;
            assert!((exp(n) as f64 - close.exp() * 1e6).abs() < 8e3, "{n}");
        }
    }

    #[test]
    fn what_is_likelier_is_surer() {
        let all: Vec<u16> = (0..=1000).map(sure).collect();
        assert!(all.is_sorted());
    }
}
