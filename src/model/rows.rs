//! Weights of a choice between many classes: each feature has a short row of classes and weights.

use super::format::Reader;

/// A table from features' keys to rows.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    slots: Vec<Slot>,
    shift: u32,
    cells: Vec<Cell>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    key: u32,
    /// The row's first cell, and in the low byte its length.
    row: u32,
}

#[derive(Debug, Clone, Copy)]
struct Cell {
    class: u8,
    weight: i16,
}

/// Slots for so many keys that four in seven at most are taken, as a power of two.
pub(super) fn slots_for(keys: usize) -> usize {
    (keys * 7 / 4 + 2).next_power_of_two()
}

impl Rows {
    /// Reads a table: the number of rows, then for each the distance of its key from the last, its length, its cells.
    pub(crate) fn read(section: &mut Reader<'_>) -> Option<Self> {
        let rows = section.number()? as usize;
        let size = slots_for(rows);
        let mut table = Rows {
            slots: vec![Slot::default(); size],
            shift: 32 - size.ilog2(),
            cells: Vec::with_capacity(rows * 4),
        };
        let mut key = 0_u32;
        for _ in 0..rows {
            key = key.checked_add(section.number()?)?;
            let length = section.byte()?;
            let row = (u32::try_from(table.cells.len()).ok()? << 8) | u32::from(length);
            for _ in 0..length {
                let (class, weight) = (section.byte()?, section.weight()?);
                table.cells.push(Cell { class, weight });
            }
            table.insert(Slot { key, row });
        }
        Some(table)
    }

    fn insert(&mut self, slot: Slot) {
        let mut at = self.home(slot.key);
        while self.slots.get(at).is_some_and(|s| s.key != 0) {
            at = (at + 1) & (self.slots.len() - 1);
        }
        if let Some(free) = self.slots.get_mut(at) {
            *free = slot;
        }
    }

    fn home(&self, key: u32) -> usize {
        (key.wrapping_mul(0x9e37_79b9) >> self.shift) as usize
    }

    /// The cells of a feature.
    fn row(&self, key: u32) -> &[Cell] {
        let mut at = self.home(key);
        while let Some(slot) = self.slots.get(at) {
            if slot.key == key {
                let start = (slot.row >> 8) as usize;
                return self
                    .cells
                    .get(start..start + (slot.row & 0xff) as usize)
                    .unwrap_or_default();
            }
            if slot.key == 0 {
                break;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        &[]
    }

    /// Adds the weights of the features to the scores of the classes.
    pub(crate) fn add(&self, keys: &[u32], scores: &mut [i32; 128]) {
        for &key in keys {
            for cell in self.row(key) {
                if let Some(score) = scores.get_mut(usize::from(cell.class & 127)) {
                    *score += i32::from(cell.weight);
                }
            }
        }
    }
}
