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
        -0.805, 1.050, -0.164, 0.917, 0.652, -0.363, -0.993, 0.181, -1.437, -1.122, 1.800, 2.514,
        0.004, 1.488, 0.711, 1.618, 1.510, 2.419, 1.591, 0.968, -0.360, -0.514, -1.559, -0.764,
    ],
    second: [
        -0.808, 1.140, -0.202, 1.125, 0.685, -0.255, -1.036, 0.312, -1.316, -1.237, 1.838, 1.863,
        -0.107, 1.317, 0.717, 1.418, 1.501, 1.500, 1.210, 0.955, -0.136, -0.543, -1.502, -0.654,
        -1.658, 0.623, -0.210, 0.465, 0.984, -0.415, 0.698,
    ],
    answers: [1.438, 1.980, 0.803, 0.428, 0.686, 0.054, 0.329, 0.054],
    calibration: [0.332, 1.981],
};
