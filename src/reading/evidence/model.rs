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
        -0.972, 0.888, -0.358, 0.676, 0.600, -0.391, -1.112, 0.642, -0.968, -0.390, 1.788, 2.908,
        0.185, 1.635, 0.575, 1.580, 1.494, 2.118, 1.550, 1.044, -0.412, -0.520, -1.506, -1.114,
    ],
    second: [
        -1.058, 0.980, -0.399, 0.886, 0.599, -0.295, -1.170, 0.756, -0.779, -0.516, 1.793, 2.361,
        0.053, 1.433, 0.607, 1.399, 1.495, 1.444, 1.150, 0.947, -0.182, -0.614, -1.462, -1.071,
        -1.277, 0.595, -0.084, 0.462, 1.055, -0.381, 0.630,
    ],
    answers: [0.936, 1.501, -0.066, 0.530, 1.595, -3.583, -1.321, -1.193],
    calibration: [1.419, 0.268],
};
