//! The fitted numbers: how much each feature says.
//!
//! `cargo run --release --features reading --example evidence -- --fit` fits them to the calls in
//! `tests/fixtures/evidence/tuning` and prints this table.

/// How many features the words give, and how many the words and the order.
pub const FIRST: usize = 24;
pub const SECOND: usize = FIRST + 7;
/// How many features say whether the answers are right.
pub const ANSWERS: usize = 8;

/// The weights of the features, in the order in which `pairs.rs` and `answers.rs` list them.
#[derive(Clone, Debug)]
pub struct Model {
    pub first: [f64; FIRST],
    pub second: [f64; SECOND],
    pub answers: [f64; ANSWERS],
    /// Slope and offset that make a probability of the second model one of a link that was chosen.
    pub calibration: [f64; 2],
}

/// The probability that a logistic model gives.
pub fn probability(weights: &[f64], features: &[f64]) -> f64 {
    let sum: f64 = weights
        .iter()
        .zip(features)
        .map(|(weight, feature)| weight * feature)
        .sum();
    1.0 / (1.0 + (-sum).exp())
}

pub static MODEL: Model = Model {
    first: [
        -1.190, 1.040, -0.366, 0.809, 0.582, -0.349, -1.169, 0.647, -0.861, -0.486, 1.797, 2.443,
        0.272, 1.551, 0.620, 1.584, 1.513, 2.379, 1.530, 1.034, -0.267, -0.737, -1.502, -1.434,
    ],
    second: [
        -1.201, 1.098, -0.401, 0.998, 0.590, -0.264, -1.203, 0.771, -0.713, -0.582, 1.812, 1.809,
        0.153, 1.394, 0.667, 1.421, 1.497, 1.482, 1.164, 0.978, -0.019, -0.769, -1.473, -1.324,
        -1.586, 0.612, -0.129, 0.434, 0.987, -0.265, 0.632,
    ],
    answers: [1.045, 1.065, 0.835, 1.458, 1.116, -3.382, -0.772, 0.165],
    calibration: [0.325, 1.543],
};
