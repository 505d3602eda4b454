//! Links questions to turns, from the features to the links.

use super::answers::find_answers;
use super::asks::{OWN_WORDS, find_asks};
use super::call::Call;
use super::choice::choose;
use super::link::{Evidence, EvidenceBasis, EvidenceSpan};
use super::model::{ANSWERS, Model, probability};
use super::pair::Pair;
use super::pairs::compute_pairs;
use crate::assessment::QuestionRow;
use crate::reading::Spoken;
use crate::transcript::TextRange;

/// A link, with values for the fitting of the model.
pub(super) struct Link {
    pub(super) evidence: Evidence,
    /// The features of the probability of the answers.
    pub(super) answer_features: [f64; ANSWERS],
    /// The probability of the pair, before calibration.
    pub(super) probability: f64,
}

pub(super) async fn link_with(
    model: &Model,
    turns: &[Spoken<'_>],
    questions: &[QuestionRow],
) -> Vec<Link> {
    let call = Call::new(turns, questions).await;
    let pairs = compute_pairs(&call, model).await;
    let chosen = choose(&call, &pairs);
    // For each turn, the questions that it asks.
    let mut claims: Vec<Vec<usize>> = vec![Vec::new(); turns.len()];
    for pair in &chosen {
        for turn in [Some(pair.turn), pair.second].into_iter().flatten() {
            claims[turn].push(pair.question);
        }
    }
    chosen
        .iter()
        .map(|pair| link(model, &call, &pairs[pair.question], pair, &claims))
        .collect()
}

fn link(model: &Model, call: &Call<'_>, row: &[Pair], pair: &Pair, claims: &[Vec<usize>]) -> Link {
    let asks = find_asks(call, row, pair, claims);
    let last = asks.last().map_or(pair.turn, |span| span.turn);
    let logit = (pair.probability / (1.0 - pair.probability).max(1e-9)).ln();
    let answers = find_answers(call, pair.question, last, claims, logit);
    let [slope, offset] = model.calibration;
    let ask_confidence = probability(&[slope, offset], &[logit, 1.0]);
    let answer_confidence = probability(&model.answers, &answers.features);
    let spans = answers.turns.iter().map(|turn| {
        let whole = TextRange::new(0, call.spoken[*turn].text.len());
        EvidenceSpan::new(call.spoken, *turn, whole)
    });
    let basis = match pair.asked.cover >= OWN_WORDS {
        true => EvidenceBasis::Question,
        false => EvidenceBasis::Response,
    };
    Link {
        evidence: Evidence {
            question: pair.question,
            asks,
            answers: spans.collect(),
            basis,
            ask_confidence,
            answer_confidence,
            confidence: ask_confidence.min(answer_confidence),
        },
        answer_features: answers.features,
        probability: pair.probability,
    }
}
