//! Random numbers, the same in every run.

/// Steele, Lea and Flood's generator (2014).
#[derive(Debug, Clone)]
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to 1.
    pub(super) fn share(&mut self) -> f32 {
        (self.next() >> 40) as f32 / 16_777_216.0
    }

    /// A number from -1 up to 1.
    pub(super) fn around(&mut self) -> f32 {
        self.share() * 2.0 - 1.0
    }

    /// Puts things into a random order.
    pub(super) fn shuffle<T>(&mut self, things: &mut [T]) {
        for i in (1..things.len()).rev() {
            things.swap(i, (self.next() % (i as u64 + 1)) as usize);
        }
    }

    /// Leaves out a share of the numbers and makes up for it in the others; `mask` tells by what each was multiplied.
    pub(super) fn leave_out(&mut self, share: f32, numbers: &mut [f32], mask: &mut Vec<f32>) {
        mask.clear();
        let (kept, limit) = (1.0 / (1.0 - share), (share * 65536.0) as u64);
        for four in numbers.chunks_mut(4) {
            let mut bits = self.next();
            for number in four {
                let m = if bits & 0xffff < limit { 0.0 } else { kept };
                bits >>= 16;
                *number *= m;
                mask.push(m);
            }
        }
    }
}
