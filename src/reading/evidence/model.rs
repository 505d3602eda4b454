//! The fitted numbers: how much each feature says.
//!
//! `cargo run --release --features reading --example evidence -- --fit` fits them to the calls in
//! `tests/fixtures/evidence/tuning` and prints this table.

/// How many features the words give, and how many the words and the order.
pub const FIRST: usize = 20;
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
    first: [0.0; FIRST],
    second: [0.0; SECOND],
    answers: [0.0; ANSWERS],
    calibration: [1.0, 0.0],
};
