//! Which words a score was given for: where each question was asked, and what answers it.
//!
//! A recruiter must be able to check a score against what was said. A wrong place is worse than
//! none: a question whose own words nobody said, or said only nearly enough to be another question,
//! gets no link.

mod answers;
mod matching;
pub mod measure;
mod tokens;
mod vocabulary;

use super::labels::Role;
use super::offsets::{TextRange, sorted};
use super::questions::QuestionRow;
use super::spoken::Spoken;
use matching::{Candidate, candidates};
use tokens::Call;

/// Where a question was asked and answered.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "typescript",
    derive(tsify::Tsify),
    serde(rename_all = "camelCase"),
    tsify(missing_as_null)
)]
pub struct Evidence {
    /// Which question, by its place among the rows.
    pub question: usize,
    /// The words that ask it: one turn; two, if the question is split over them; or more, if it was
    /// repeated because it was not understood. In the order of the call.
    #[cfg_attr(feature = "typescript", tsify(type = "TurnRange[]"))]
    pub asks: Vec<EvidenceSpan>,
    /// The human turns that answer it, whole. Empty if nobody answered.
    #[cfg_attr(feature = "typescript", tsify(type = "TurnRange[]"))]
    pub answers: Vec<EvidenceSpan>,
    /// How sure this is, 0 to 1. What is returned at all is above 0.6.
    pub confidence: f64,
}

/// A part of a turn's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvidenceSpan {
    /// Which turn.
    pub turn: usize,
    /// Where in that turn's text, in bytes. [`Utf16Offsets`](super::Utf16Offsets) makes UTF-16
    /// offsets of it.
    pub range: TextRange,
}

/// Below this, what was said is too far from the question.
const THRESHOLD: f64 = 0.6;
/// A repetition need not be complete: `I asked about your notice period`.
const REPEATED: f64 = 0.4;

/// Finds, for each question, the turn of the bot that asked it and the human turns that answer it.
///
/// Works on the words themselves, in any language and script: it compares words (pairs of
/// characters where a script has no blanks), weighs rare ones more, and looks at their order. It
/// knows no synonyms. Questions of different texts never share an asking turn. Where nobody has the
/// bot's role, whoever has a label that does not tell (`Speaker 0`) may be the one who asks.
///
/// Takes time proportional to the number of questions times the length of the call.
///
/// ```
/// use ninjahire_calls::reading::evidence::link_evidence;
/// use ninjahire_calls::reading::{TranscriptOptions, parse_questions, parse_transcript, spoken};
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
    let call = Call::new(turns, questions);
    let mut all: Vec<Candidate> = Vec::new();
    for question in 0..questions.len() {
        all.extend(candidates(&call, question));
    }
    let chosen = choose(&call, &all);
    let claims: Vec<Option<usize>> = claims(&call, &chosen);
    let mut evidence = Vec::new();
    for candidate in chosen {
        let asks = asks(&call, &all, &candidate, &claims);
        let last = asks.last().map_or(0, |span| span.turn);
        let answers = answers::find(&call, candidate.question, last, &claims);
        evidence.push(Evidence {
            question: candidate.question,
            asks,
            answers,
            confidence: candidate.score.min(1.0),
        });
    }
    evidence
}

/// Gives each question its best place, the surest first. Different questions get different turns.
fn choose(call: &Call<'_>, all: &[Candidate]) -> Vec<Candidate> {
    // What a turn asks best, it asks: it is not left for a question that is not quite it.
    let mut best = vec![0.0_f64; call.turns.len()];
    for candidate in all {
        for turn in candidate.turns() {
            best[turn] = best[turn].max(candidate.score);
        }
    }
    let fit: Vec<&Candidate> = all
        .iter()
        .filter(|candidate| candidate.score >= THRESHOLD)
        .filter(|candidate| {
            candidate
                .turns()
                .all(|turn| best[turn] - candidate.score < 0.2)
        })
        .collect();
    let rank = |candidate: &Candidate| candidate.score + order_bonus(call, candidate);
    let order = sorted(fit.len(), &|a, b| rank(fit[b]).total_cmp(&rank(fit[a])));
    let mut taken: Vec<Option<usize>> = vec![None; call.turns.len()];
    let mut chosen: Vec<Option<Candidate>> = vec![None; call.questions.len()];
    for candidate in order.into_iter().map(|place| fit[place]) {
        let free = candidate.turns().all(|turn| taken[turn].is_none());
        if free && chosen[candidate.question].is_none() {
            for turn in candidate.turns() {
                taken[turn] = Some(candidate.question);
            }
            chosen[candidate.question] = Some(candidate.clone());
        }
    }
    // The same question in two rows, asked once: both have that place.
    for question in 0..chosen.len() {
        if chosen[question].is_none()
            && let Some(twin) = (0..chosen.len())
                .find(|other| chosen[*other].is_some() && call.same_question(question, *other))
        {
            chosen[question] = chosen[twin]
                .clone()
                .map(|twin| Candidate { question, ..twin });
        }
    }
    chosen.into_iter().flatten().collect()
}

/// Which question claims which turn.
fn claims(call: &Call<'_>, chosen: &[Candidate]) -> Vec<Option<usize>> {
    let mut claims = vec![None; call.turns.len()];
    for candidate in chosen {
        for turn in candidate.turns() {
            claims[turn] = Some(candidate.question);
        }
    }
    claims
}

/// Questions tend to be asked in the order in which they are listed.
fn order_bonus(call: &Call<'_>, candidate: &Candidate) -> f64 {
    let listed = candidate.question as f64 / call.questions.len().max(1) as f64;
    let asked = candidate.first.turn as f64 / call.turns.len().max(1) as f64;
    0.04 * (1.0 - (listed - asked).abs())
}

/// The candidate's own place, and the repetitions around it.
fn asks(
    call: &Call<'_>,
    all: &[Candidate],
    chosen: &Candidate,
    claims: &[Option<usize>],
) -> Vec<EvidenceSpan> {
    let mut asks: Vec<EvidenceSpan> = vec![chosen.first];
    asks.extend(chosen.second);
    // In both directions: the second time may be the clearer one.
    for forward in [true, false] {
        loop {
            let edge = match forward {
                true => asks.last(),
                false => asks.first(),
            };
            let Some(edge) = edge.map(|span| span.turn) else {
                break;
            };
            let Some(next) = neighbour(call, edge, forward) else {
                break;
            };
            // Between asking and asking again nobody answers at length.
            let between = edge.min(next) + 1..edge.max(next);
            if between.into_iter().any(|turn| !call.is_brief(turn)) || claims[next].is_some() {
                break;
            }
            let asked_back =
                (edge.min(next) + 1..edge.max(next)).any(|turn| call.ends_asking(turn));
            let again = all
                .iter()
                .filter(|other| {
                    other.question == chosen.question
                        && other.second.is_none()
                        && other.first.turn == next
                        && other.score >= if forward { REPEATED } else { THRESHOLD }
                        // Else it is an answer, told again: `Six years of Java, good.`
                        && (asked_back
                            || (other.score >= chosen.score - 0.15
                                && call.asks_in(other.first) == call.asks_in(chosen.first)))
                })
                .max_by(|a, b| a.score.total_cmp(&b.score));
            let Some(again) = again else { break };
            match forward {
                true => asks.push(again.first),
                false => asks.insert(0, again.first),
            }
        }
    }
    asks
}

/// The next turn of somebody who asks, with one answer between at most.
fn neighbour(call: &Call<'_>, turn: usize, forward: bool) -> Option<usize> {
    for step in 1..=2 {
        let next = match forward {
            true => turn + step,
            false => turn.checked_sub(step)?,
        };
        if next < call.turns.len() && call.asks(next) {
            // A direct continuation is no repetition because of a misunderstanding.
            return (step == 2).then_some(next);
        }
    }
    None
}

/// Whether a role can be that of somebody who asks, where the bot is or is not known.
fn may_ask(role: Role, has_bot: bool) -> bool {
    match role {
        Role::Bot => true,
        Role::Other => !has_bot,
        Role::Human | Role::Unknown => false,
    }
}
