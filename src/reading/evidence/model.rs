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
        -1.098, 1.066, -0.142, 0.887, 0.730, -0.594, -1.019, 0.486, -1.567, -0.769, 1.714, 2.709,
        0.101, 1.981, 0.559, 1.536, 1.846, 2.657, 1.273, 0.970, -0.078, -0.828, -1.548, -1.169,
    ],
    second: [
        -1.119, 1.211, -0.135, 1.184, 0.837, -0.396, -1.043, 0.445, -1.557, -0.840, 1.820, 1.954,
        0.012, 1.893, 0.681, 1.472, 1.908, 1.707, 1.125, 0.893, 0.107, -0.848, -1.467, -1.086,
        -1.942, 0.537, 0.070, 0.422, 0.723, -0.941, 0.545,
    ],
    answers: [1.306, 1.695, 0.980, 1.237, 0.590, 0.033, 0.465, 0.023],
    calibration: [0.166, 3.006],
};
