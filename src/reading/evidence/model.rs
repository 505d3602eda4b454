//! The model: the fitted weight of each feature.
//!
//! `cargo run --release --features reading --example evidence -- --fit` fits them to the calls in
//! `tests/fixtures/evidence/tuning` and prints this table.

/// The number of features that come from the words.
pub const FIRST: usize = 24;
/// The number of features that come from the words and the order of the questions.
pub const SECOND: usize = FIRST + 7;
/// The number of features for the probability of the answers.
pub const ANSWERS: usize = 8;

/// The weights of the features, in the order of `comparison.rs`, `order.rs` and `answers.rs`.
#[derive(Clone, Debug)]
pub struct Model {
    pub first: [f64; FIRST],
    pub second: [f64; SECOND],
    pub answers: [f64; ANSWERS],
    /// Slope and offset that convert the logit of a pair into that of a chosen link.
    pub calibration: [f64; 2],
}

/// The probability by a logistic model.
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
        -0.675, // always 1
        1.291,  // share of the question in the turn
        -0.123, // share of the part of the turn in the question
        0.857,  // harmonic mean of both
        0.740,  // first share squared, times the second
        -0.394, // share of neighbouring words kept
        -1.347, // weight of the weightiest missing word
        -0.071, // the part is in a sentence with a question mark
        -1.690, // the row has a question mark, the turn has none
        -1.121, // the part has none, where the bot writes them
        1.524,  // mean, less that of the best other turn
        2.854,  // mean, less that of the best other question in these words
        0.500,  // a human turn follows
        1.983,  // share of the response in what follows
        0.523,  // share of what follows in the response
        1.534,  // harmonic mean of both
        1.769,  // mean, less that of the best other turn
        2.632,  // mean, less that of the best other response
        1.267,  // weight of the weightiest word found of the response
        1.102,  // mean, where a question mark and a human turn are there
        -0.383, // missing word, times neighbouring words kept
        -0.794, // missing word, times what else is in the part
        -1.634, // missing word squared
        -1.156, // neither a question mark nor a human turn
    ],
    second: [
        -0.718, // always 1
        1.363,  // share of the question in the turn
        -0.102, // share of the part of the turn in the question
        1.097,  // harmonic mean of both
        0.844,  // first share squared, times the second
        -0.167, // share of neighbouring words kept
        -1.363, // weight of the weightiest missing word
        -0.130, // the part is in a sentence with a question mark
        -1.635, // the row has a question mark, the turn has none
        -1.182, // the part has none, where the bot writes them
        1.599,  // mean, less that of the best other turn
        2.149,  // mean, less that of the best other question in these words
        0.399,  // a human turn follows
        1.897,  // share of the response in what follows
        0.644,  // share of what follows in the response
        1.471,  // harmonic mean of both
        1.826,  // mean, less that of the best other turn
        1.718,  // mean, less that of the best other response
        1.127,  // weight of the weightiest word found of the response
        1.019,  // mean, where a question mark and a human turn are there
        -0.223, // missing word, times neighbouring words kept
        -0.810, // missing word, times what else is in the part
        -1.567, // missing word squared
        -1.089, // neither a question mark nor a human turn
        -1.797, // another question is surer of these words
        0.526,  // after the question before, before the question after
        0.060,  // questions for each turn between those two
        0.535,  // the same, where the rank fits
        0.704,  // questions for each turn, times the response's mean
        -0.691, // questions for each turn, times the question's mean
        0.500,  // the response's mean, between those two
    ],
    answers: [
        -0.656, // always 1
        2.340,  // how sure the ask is, as a logit
        0.398,  // harmonic mean of the shares of response and answers
        0.857,  // share of the response in the answers
        2.062,  // the first answer follows at once
        0.017,  // an answer ends with a question mark
        -0.985, // an explanation or `Mm-hm` is between
        0.269,  // several answers
    ],
    calibration: [
        1.525,  // slope
        -0.397, // offset
    ],
};
