//! For fitting the model to labelled calls. No part of the library's interface.

pub use super::model::{ANSWERS, FIRST, MODEL, Model, SECOND, probability};
use super::pairs::pairs;
use super::words::Call;
use super::{Evidence, link_with};
use crate::reading::questions::QuestionRow;
use crate::reading::spoken::Spoken;

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
    let call = Call::new(turns, questions);
    pairs(&call, model)
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
    link_with(model, turns, questions)
        .into_iter()
        .map(|link| (link.evidence, link.answer_features, link.probability))
        .collect()
}
