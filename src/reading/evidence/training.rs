//! Access for `examples/evidence`, which fits the model to labelled calls. It is not part of the public
//! interface.

use super::call::Call;
use super::link::Evidence;
use super::linking::link_with;
pub use super::model::{ANSWERS, FIRST, MODEL, Model, SECOND, probability};
use super::pairs::compute_pairs;
use crate::assessment::QuestionRow;
use crate::reading::Spoken;
use crate::reading::steps::run;

/// The names of the features of [`Model::second`], in their order. The first [`FIRST`] are also those of
/// [`Model::first`].
pub const PAIR_NAMES: [&str; SECOND] = [
    "always 1",
    "share of the question in the turn",
    "share of the part of the turn in the question",
    "harmonic mean of both",
    "first share squared, times the second",
    "share of neighbouring words kept",
    "weight of the weightiest missing word",
    "the part is in a sentence with a question mark",
    "the row has a question mark, the turn has none",
    "the part has none, where the bot writes them",
    "mean, less that of the best other turn",
    "mean, less that of the best other question in these words",
    "a human turn follows",
    "share of the response in what follows",
    "share of what follows in the response",
    "harmonic mean of both",
    "mean, less that of the best other turn",
    "mean, less that of the best other response",
    "weight of the weightiest word found of the response",
    "mean, where a question mark and a human turn are there",
    "missing word, times neighbouring words kept",
    "missing word, times what else is in the part",
    "missing word squared",
    "neither a question mark nor a human turn",
    "another question is surer of these words",
    "after the question before, before the question after",
    "questions for each turn between those two",
    "the same, where the rank fits",
    "questions for each turn, times the response's mean",
    "questions for each turn, times the question's mean",
    "the response's mean, between those two",
];

/// The names of the features of [`Model::answers`], in their order.
pub const ANSWER_NAMES: [&str; ANSWERS] = [
    "always 1",
    "how sure the ask is, as a logit",
    "harmonic mean of the shares of response and answers",
    "share of the response in the answers",
    "the first answer follows at once",
    "an answer ends with a question mark",
    "an explanation or `Mm-hm` is between",
    "several answers",
];

/// The features of a question and a turn.
pub struct PairFeatures {
    pub question: usize,
    pub turn: usize,
    pub first: [f64; FIRST],
    pub second: [f64; SECOND],
    pub probability: f64,
}

/// The features of all pairs of a call.
pub fn pair_features(
    model: &Model,
    turns: &[Spoken<'_>],
    questions: &[QuestionRow],
) -> Vec<PairFeatures> {
    let pairs = run(async {
        let call = Call::new(turns, questions).await;
        compute_pairs(&call, model).await
    });
    pairs
        .into_iter()
        .flatten()
        .map(|pair| PairFeatures {
            question: pair.question,
            turn: pair.turn,
            first: pair.first,
            second: pair.all,
            probability: pair.probability,
        })
        .collect()
}

/// The links of a call, each with its answers' features and its probability before calibration.
pub fn links(
    model: &Model,
    turns: &[Spoken<'_>],
    questions: &[QuestionRow],
) -> Vec<(Evidence, [f64; ANSWERS], f64)> {
    run(link_with(model, turns, questions))
        .into_iter()
        .map(|link| (link.evidence, link.answer_features, link.probability))
        .collect()
}
