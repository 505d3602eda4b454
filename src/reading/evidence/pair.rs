//! A question and a turn that may ask it.

use super::model::{FIRST, SECOND};
use super::overlap::Overlap;

/// A question and a turn that may ask it.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) question: usize,
    pub(super) turn: usize,
    /// The turn in which the question goes on, where it is split over two.
    pub(super) second: Option<usize>,
    /// How much of the question is in the turn.
    pub(super) asked: Overlap,
    /// How much of the recorded response is in the turns after it.
    pub(super) answered: Overlap,
    /// The features that come from the words.
    pub(super) first: [f64; FIRST],
    /// The same, and those that come from the order of the questions.
    pub(super) all: [f64; SECOND],
    /// The probability, by all features, that the turn asks the question.
    pub(super) probability: f64,
}

impl Pair {
    /// Whether both ask in one turn, with different words: `Do you drive? And do you own a car?`
    pub(super) fn asks_beside(&self, other: &Pair) -> bool {
        let apart = self.asked.end <= other.asked.start || other.asked.end <= self.asked.start;
        apart
            && self.second.is_none()
            && other.second.is_none()
            && self.asked.cover.min(other.asked.cover) >= 0.5
    }
}

pub(super) fn sort_by_probability(pairs: &mut [&Pair]) {
    pairs.sort_by(|a, b| b.probability.total_cmp(&a.probability));
}
