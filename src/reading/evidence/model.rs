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
        -0.675, 1.291, -0.123, 0.857, 0.740, -0.394, -1.347, -0.071, -1.690, -1.121, 1.524, 2.854,
        0.500, 1.983, 0.523, 1.534, 1.769, 2.632, 1.267, 1.102, -0.383, -0.794, -1.634, -1.156,
    ],
    second: [
        -0.718, 1.363, -0.102, 1.097, 0.844, -0.167, -1.363, -0.130, -1.635, -1.182, 1.599, 2.149,
        0.399, 1.897, 0.644, 1.471, 1.826, 1.718, 1.127, 1.019, -0.223, -0.810, -1.567, -1.089,
        -1.797, 0.526, 0.060, 0.535, 0.704, -0.691, 0.500,
    ],
    answers: [1.252, 1.546, 0.992, 1.245, 0.794, 0.026, 0.451, 0.022],
    calibration: [1.474, 0.825],
};
