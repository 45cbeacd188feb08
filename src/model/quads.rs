//! Weights of a choice between four classes: each feature has its four weights beside its key.

use super::format::Reader;
use super::rows::slots_for;

/// A table from features' keys to four weights.
#[derive(Debug, Default)]
pub(crate) struct Quads {
    slots: Vec<Slot>,
    shift: u32,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    key: u32,
    weights: [i16; 4],
}

impl Quads {
    /// Reads a table: the number of features, then for each the distance of its key from the last and its weights.
    pub(crate) fn read(section: &mut Reader<'_>) -> Option<Self> {
        let features = section.number()? as usize;
        let size = slots_for(features);
        let mut table = Quads {
            slots: vec![Slot::default(); size],
            shift: 32 - size.ilog2(),
        };
        let mut key = 0_u32;
        for _ in 0..features {
            key = key.checked_add(section.number()?)?;
            let mut weights = [0; 4];
            for weight in &mut weights {
                *weight = section.weight()?;
            }
            let mut at = table.home(key);
            while table.slots.get(at).is_some_and(|s| s.key != 0) {
                at = (at + 1) & (size - 1);
            }
            *table.slots.get_mut(at)? = Slot { key, weights };
        }
        Some(table)
    }

    /// The number of features.
    pub(crate) fn len(&self) -> usize {
        self.slots.iter().filter(|s| s.key != 0).count()
    }

    fn home(&self, key: u32) -> usize {
        (key.wrapping_mul(0x9e37_79b9) >> self.shift) as usize
    }

    /// Adds the weights of the features to the scores.
    pub(crate) fn add(&self, keys: &[u32], scores: &mut [i32; 4]) {
        for &key in keys {
            let mut at = self.home(key);
            while let Some(slot) = self.slots.get(at) {
                if slot.key == key {
                    for (score, &weight) in scores.iter_mut().zip(&slot.weights) {
                        *score += i32::from(weight);
                    }
                    break;
                }
                if slot.key == 0 {
                    break;
                }
                at = (at + 1) & (self.slots.len() - 1);
            }
        }
    }
}
