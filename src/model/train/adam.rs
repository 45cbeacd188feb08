//! Moves weights against their gradients (Kingma and Ba 2015).

const MEAN: f32 = 0.9;
const SQUARE: f32 = 0.98;

/// The memory of past gradients.
#[derive(Debug)]
pub(super) struct Adam {
    mean: Vec<f32>,
    square: Vec<f32>,
}

/// How far a step goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    pub(super) rate: f32,
    /// By what the gradients are multiplied first.
    pub(super) scale: f32,
    /// The number of the step, from 1.
    pub(super) step: u32,
}

impl Adam {
    pub(super) fn new(weights: usize) -> Self {
        Adam {
            mean: vec![0.0; weights],
            square: vec![0.0; weights],
        }
    }

    /// Moves the weights from `start` on against the sum of two gradients.
    pub(super) fn step(&mut self, weights: &mut [f32], start: usize, gradients: [&[f32]; 2], pace: Pace) {
        let power = pace.step.min(10_000).cast_signed();
        let corrected = (1.0 / (1.0 - MEAN.powi(power)), 1.0 / (1.0 - SQUARE.powi(power)));
        let [a, b] = gradients;
        let cut = start..start + a.len();
        let memory = self.mean[cut.clone()]
            .iter_mut()
            .zip(&mut self.square[cut.clone()]);
        for ((weight, (mean, square)), (a, b)) in weights[cut].iter_mut().zip(memory).zip(a.iter().zip(b)) {
            let slope = (a + b) * pace.scale;
            *mean = MEAN * *mean + (1.0 - MEAN) * slope;
            *square = SQUARE * *square + (1.0 - SQUARE) * slope * slope;
            *weight -= pace.rate * (*mean * corrected.0) / ((*square * corrected.1).sqrt() + 1e-8);
        }
    }
}
