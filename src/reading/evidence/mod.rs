//! Which words a score was given for: where each question was asked, and what answers it.
//!
//! A recruiter must be able to check a score against what was said. A wrong link is worse than none:
//! what is not sure enough gets none.
//!
//! How it works, in any language and script:
//!
//! 1. `words` splits everything into words, or into pairs of characters where a script has no spaces,
//!    and weighs them by how rare they are in the call.
//! 2. `overlap` measures how much of a question is in a turn, and how much of its recorded response is
//!    in what was said next.
//! 3. `pairs` adds what other turns, other questions and the order of the list say, and `model` makes a
//!    probability of it: a logistic regression, fitted to labelled calls.
//! 4. The surest pairs are linked; then each link gets the turns that ask again, and the answers.

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
/// Works on the words themselves, in any language and script; it knows no synonyms. A question that was
/// asked in other words is found where the words of its recorded response were said, if the order of the
/// list agrees: [`EvidenceBasis::Response`]. Questions of different texts never share words that ask.
/// Where nobody has the bot's role, whoever has a label that says nothing (`Speaker 0`) may be the one who
/// asks.
///
/// Takes time proportional to the number of questions times the length of the call.
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
/// assert_eq!(evidence.len(), 1); // nobody asked about motivation
/// assert_eq!((evidence[0].question, evidence[0].asks[0].turn), (0, 2));
/// assert_eq!(evidence[0].answers[0].turn, 3);
/// ```
pub fn link_evidence(turns: &[Spoken<'_>], questions: &[QuestionRow]) -> Vec<Evidence> {
    steps::run(link_in_steps(turns, questions))
}

/// The same in steps of a few milliseconds.
pub(crate) async fn link_in_steps(
    turns: &[Spoken<'_>],
    questions: &[QuestionRow],
) -> Vec<Evidence> {
    let links = link_with(&MODEL, turns, questions).await;
    links.into_iter().map(|link| link.evidence).collect()
}
