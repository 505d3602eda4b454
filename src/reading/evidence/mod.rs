//! Links each question of an assessment to the turns in which it was asked and answered.
//!
//! With the links a recruiter can check a score against the words. A wrong link is worse than none, so
//! a question without a sufficiently probable turn gets no link.
//!
//! How it works, in any language and script:
//!
//! 1. `words` splits the texts into words, or into pairs of characters where a script has no spaces.
//!    `call` weighs each word: the rarer it is in the call, the more it counts.
//! 2. `overlap` measures how much of a question is in a turn, and how much of the recorded response is
//!    in the turns after it.
//! 3. `comparison` and `order` compute the features of each pair of a question and a turn: from the
//!    words, from other turns and questions, and from the order of the questions. `model` turns the
//!    features into a probability by logistic regression. It is fitted to labelled calls.
//! 4. `choice` links the most probable pairs. `asks` and `answers` find the turns that repeat a
//!    question, and those that answer it.

mod answers;
mod asks;
mod call;
mod choice;
mod comparison;
mod link;
mod linking;
mod model;
mod order;
mod overlap;
mod pair;
mod pairs;
// Public for `examples/evidence`, which fits the model.
#[doc(hidden)]
pub mod training;
mod vocabulary;
mod words;

pub use link::{Evidence, EvidenceBasis, EvidenceSpan};

use super::{Spoken, steps};
use crate::assessment::QuestionRow;
use linking::link_with;
use model::MODEL;

/// Finds, for each question, the turn of the bot that asked it and the human turns that answer it.
///
/// It compares words, in any language and script, and knows no synonyms. A question that was asked
/// in other words is found by the words of its recorded response, where the order of the questions
/// agrees: [`EvidenceBasis::Response`]. The same words never ask two questions with different
/// texts. Where no turn has the bot's role, a speaker with a neutral label (`Speaker 0`) may be the
/// interviewer.
///
/// It takes time proportional to the number of questions times the length of the call.
///
/// ```
/// use ninjahire_calls::reading::evidence::link_evidence;
/// use ninjahire_calls::assessment::parse_questions;
/// use ninjahire_calls::reading::{TranscriptOptions, parse_transcript, spoken};
///
/// let transcript = "BOT: Hello! Is now a good time?\nHUMAN: Yes.\n\
///     BOT: Great. How many years of Rust do you have?\nHUMAN: Six years.\n\
///     BOT: Thank you, goodbye.";
/// let questions = parse_questions(r#"[
///     {"question": "How many years of Rust experience do you have?", "score": 8},
///     {"question": "What motivates you?", "score": 3}]"#);
/// let turns = parse_transcript(transcript, &TranscriptOptions::default());
/// let evidence = link_evidence(&spoken(transcript, &turns), &questions.rows);
/// assert_eq!(evidence.len(), 1); // no one asked about motivation
/// assert_eq!((evidence[0].question, evidence[0].asks[0].turn), (0, 2));
/// assert_eq!(evidence[0].answers[0].turn, 3);
/// ```
pub fn link_evidence(turns: &[Spoken<'_>], questions: &[QuestionRow]) -> Vec<Evidence> {
    steps::run(link_in_steps(turns, questions))
}

/// The same as [`link_evidence`], in steps of a few milliseconds.
pub(crate) async fn link_in_steps(
    turns: &[Spoken<'_>],
    questions: &[QuestionRow],
) -> Vec<Evidence> {
    let links = link_with(&MODEL, turns, questions).await;
    links.into_iter().map(|link| link.evidence).collect()
}
