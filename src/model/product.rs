//! Products of matrices: where the network spends its time.
//!
//! Sums run in a fixed order and every product is rounded before it is added, so the same numbers come out on every
//! machine, however many lanes its processor has.
#![expect(
    clippy::indexing_slicing,
    reason = "lanes are counted by the arrays' own length"
)]

/// Columns that are worked on side by side.
pub(crate) const LANES: usize = if cfg!(target_feature = "avx") { 32 } else { 8 };

/// A matrix cut into strips of columns, each strip row after row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strips {
    rows: usize,
    columns: usize,
    cells: Vec<[f32; LANES]>,
}

impl Strips {
    /// Takes in a matrix that is given row after row.
    pub(crate) fn set(&mut self, matrix: &[f32], columns: usize) {
        let rows = matrix.len() / columns.max(1);
        self.clear(rows, columns);
        for (strip, cells) in self.cells.chunks_exact_mut(rows.max(1)).enumerate() {
            for (cell, row) in cells.iter_mut().zip(matrix.chunks_exact(columns.max(1))) {
                for (to, from) in cell.iter_mut().zip(row.iter().skip(strip * LANES)) {
                    *to = *from;
                }
            }
        }
    }

    /// Takes in a matrix turned over: its rows become the columns.
    pub(crate) fn set_turned(&mut self, matrix: &[f32], columns: usize) {
        let rows = matrix.len() / columns.max(1);
        self.clear(columns, rows);
        for (strip, cells) in self.cells.chunks_exact_mut(columns.max(1)).enumerate() {
            let rows = matrix.chunks_exact(columns).skip(strip * LANES).take(LANES);
            for (lane, row) in rows.enumerate() {
                for (cell, from) in cells.iter_mut().zip(row) {
                    cell[lane] = *from;
                }
            }
        }
    }

    fn clear(&mut self, rows: usize, columns: usize) {
        (self.rows, self.columns) = (rows, columns);
        self.cells.clear();
        self.cells.resize(columns.div_ceil(LANES) * rows, [0.0; LANES]);
    }

    /// Adds `left` times this matrix to `out`.
    pub(crate) fn add_product(&self, left: &[f32], out: &mut [f32]) {
        if self.rows == 0 || self.columns == 0 {
            return;
        }
        let fours = left.chunks(4 * self.rows).zip(out.chunks_mut(4 * self.columns));
        for (left, out) in fours {
            if left.len() == 4 * self.rows {
                self.four(left, out);
            } else {
                let rows = left.chunks_exact(self.rows);
                for (left, out) in rows.zip(out.chunks_exact_mut(self.columns)) {
                    self.one(left, out);
                }
            }
        }
    }

    /// Four rows at once, so that each row of the matrix is read once for four.
    fn four(&self, left: &[f32], out: &mut [f32]) {
        let (a, rest) = left.split_at(self.rows);
        let (b, rest) = rest.split_at(self.rows);
        let (c, d) = rest.split_at(self.rows);
        for (strip, cells) in self.cells.chunks_exact(self.rows).enumerate() {
            let mut sums = [[0.0_f32; LANES]; 4];
            for ((((cell, &a), &b), &c), &d) in cells.iter().zip(a).zip(b).zip(c).zip(d) {
                for lane in 0..LANES {
                    sums[0][lane] += a * cell[lane];
                    sums[1][lane] += b * cell[lane];
                    sums[2][lane] += c * cell[lane];
                    sums[3][lane] += d * cell[lane];
                }
            }
            for (sums, out) in sums.iter().zip(out.chunks_exact_mut(self.columns)) {
                add(sums, out.iter_mut().skip(strip * LANES));
            }
        }
    }

    fn one(&self, left: &[f32], out: &mut [f32]) {
        for (strip, cells) in self.cells.chunks_exact(self.rows).enumerate() {
            let mut sums = [0.0_f32; LANES];
            for (cell, &a) in cells.iter().zip(left) {
                for lane in 0..LANES {
                    sums[lane] += a * cell[lane];
                }
            }
            add(&sums, out.iter_mut().skip(strip * LANES));
        }
    }
}

fn add<'o>(sums: &[f32; LANES], out: impl Iterator<Item = &'o mut f32>) {
    for (to, sum) in out.zip(sums) {
        *to += sum;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn product_is_that_of_the_school_book() {
        for (n, k, m) in [(1, 1, 1), (3, 5, 9), (4, 8, 8), (7, 3, 17), (9, 20, 5)] {
            let left: Vec<f32> = (0..n * k).map(|i| (i % 7) as f32 - 3.0).collect();
            let right: Vec<f32> = (0..k * m).map(|i| (i % 5) as f32 - 2.0).collect();
            let turned: Vec<f32> = (0..m * k).map(|i| right[i % k * m + i / k]).collect();
            let expected: Vec<f32> = (0..n * m)
                .map(|i| (0..k).map(|j| left[i / m * k + j] * right[j * m + i % m]).sum())
                .collect();
            let mut strips = Strips::default();
            for (turn, matrix, columns) in [(false, &right, m), (true, &turned, k)] {
                if turn {
                    strips.set_turned(matrix, columns);
                } else {
                    strips.set(matrix, columns);
                }
                let mut out = vec![0.0; n * m];
                strips.add_product(&left, &mut out);
                assert_eq!(out, expected, "{n} {k} {m} {turn}");
            }
        }
    }
}
