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
mod model;
mod overlap;
mod pairs;
#[doc(hidden)]
pub mod training;
mod words;

use super::spoken::Spoken;
use crate::assessment::QuestionRow;
use crate::transcript::{TextRange, Utf16Offsets};
use model::{MODEL, Model, probability};
use overlap::Query;
use pairs::{Pair, pairs, sort_surest_first};
use serde::ser::{Serialize, SerializeStruct, Serializer};
use words::{Call, Token, Words};

/// Where a question was asked and answered.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// Which question, by its index among the rows.
    pub question: usize,
    /// The words that ask it: one turn; two, if the question is split over them; or more, if it was
    /// asked again. In the order of the call.
    #[cfg_attr(feature = "typescript", tsify(type = "TurnRange[]"))]
    pub asks: Vec<EvidenceSpan>,
    /// The human turns that answer it, whole. Empty if nobody answered.
    #[cfg_attr(feature = "typescript", tsify(type = "TurnRange[]"))]
    pub answers: Vec<EvidenceSpan>,
    /// What the link rests on.
    pub basis: EvidenceBasis,
    /// How sure it is that the asks are right, 0 to 1. Of links at 0.9 and above, at least 95 % were
    /// right on labelled calls that it was not fitted to.
    pub ask_confidence: f64,
    /// How sure it is that the answers are right, 0 to 1, measured in the same way.
    pub answer_confidence: f64,
    /// The smaller one of both.
    pub confidence: f64,
}

/// What a link rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum EvidenceBasis {
    /// The question's own words.
    Question,
    /// The recorded response, found in what was answered, and the order of the questions. The asks are
    /// inferred: show that.
    Response,
}

/// A part of a turn's text. Serialized, it is `{ turn, start, end }` in UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvidenceSpan {
    /// Which turn.
    pub turn: usize,
    /// Where in that turn's text, in bytes.
    pub range: TextRange,
    /// The same in UTF-16 code units, as JavaScript counts.
    pub utf16: TextRange,
}

impl EvidenceSpan {
    fn new(spoken: &[Spoken<'_>], turn: usize, range: TextRange) -> EvidenceSpan {
        let (start, end) = Utf16Offsets::new(spoken[turn].text).range(range);
        EvidenceSpan {
            turn,
            range,
            utf16: TextRange::new(start, end),
        }
    }
}

impl Serialize for EvidenceSpan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut span = serializer.serialize_struct("TurnRange", 3)?;
        span.serialize_field("turn", &self.turn)?;
        span.serialize_field("start", &self.utf16.start)?;
        span.serialize_field("end", &self.utf16.end)?;
        span.end()
    }
}

/// Below this probability a link is not made.
const THRESHOLD: f64 = 0.7;
/// How many times a question is asked again at most, before and after it was asked best.
const MOST_REPETITIONS: usize = 5;
/// Below this share of the question's words, a link rests on the response.
const OWN_WORDS: f64 = 0.34;

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
    link_with(&MODEL, turns, questions)
        .into_iter()
        .map(|link| link.evidence)
        .collect()
}

/// A link, and what the probability of its answers was made of.
struct Link {
    evidence: Evidence,
    answer_features: [f64; model::ANSWERS],
    /// Before calibration.
    probability: f64,
}

fn link_with(model: &Model, turns: &[Spoken<'_>], questions: &[QuestionRow]) -> Vec<Link> {
    let call = Call::new(turns, questions);
    let pairs = pairs(&call, model);
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
    let asks = asks(call, row, pair, claims);
    let last = asks.last().map_or(pair.turn, |span| span.turn);
    let logit = (pair.probability / (1.0 - pair.probability).max(1e-9)).ln();
    let answers = answers::find(call, pair.question, last, claims, logit);
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

/// Gives each question its surest turn, the surest question first. Words that ask one question ask no
/// other, but for rows of the same text.
fn choose(call: &Call<'_>, pairs: &[Vec<Pair>]) -> Vec<Pair> {
    let mut sure: Vec<&Pair> = pairs
        .iter()
        .flatten()
        .filter(|pair| pair.probability >= THRESHOLD)
        .collect();
    sort_surest_first(&mut sure);
    let mut chosen: Vec<Option<&Pair>> = vec![None; pairs.len()];
    let mut taken: Vec<Vec<&Pair>> = vec![Vec::new(); call.turns.len()];
    for pair in sure {
        let turns = [Some(pair.turn), pair.second];
        let free = turns.iter().flatten().all(|turn| {
            taken[*turn].iter().all(|other| {
                call.same_question(pair.question, other.question) || pair.asks_beside(other)
            })
        });
        if free && chosen[pair.question].is_none() {
            chosen[pair.question] = Some(pair);
            for turn in turns.into_iter().flatten() {
                taken[turn].push(pair);
            }
        }
    }
    chosen.into_iter().flatten().cloned().collect()
}

/// The spans that ask: those of the pair, and those of the turns before and after that ask the same
/// again, because it was not heard or understood.
fn asks(call: &Call<'_>, row: &[Pair], pair: &Pair, claims: &[Vec<usize>]) -> Vec<EvidenceSpan> {
    let mut asks = spans(call, pair);
    for forward in [true, false] {
        for _ in 0..MOST_REPETITIONS {
            let Some(edge) = (if forward { asks.last() } else { asks.first() }) else {
                break;
            };
            let again = |next: &&Pair| {
                claims[next.turn]
                    .iter()
                    .all(|claim| *claim == pair.question)
                    && asks_again(call, pair, next, edge.turn)
            };
            let next = neighbours(call, edge.turn, forward)
                .into_iter()
                .filter_map(|next| row.binary_search_by_key(&next, |other| other.turn).ok())
                .map(|index| &row[index])
                .find(again);
            match next {
                Some(next) if forward => asks.push(span(call, next)),
                Some(next) => asks.insert(0, span(call, next)),
                None => break,
            }
        }
    }
    asks
}

/// The next turns of whoever asks, two at most, while no more than short turns or questions are between.
fn neighbours(call: &Call<'_>, turn: usize, forward: bool) -> Vec<usize> {
    let mut found = Vec::new();
    let step = |from: usize, by: usize| match forward {
        true => Some(from + by).filter(|next| *next < call.turns.len()),
        false => from.checked_sub(by),
    };
    let mut at = turn;
    while let (Some(between), Some(next)) = (step(at, 1), step(at, 2))
        && found.len() < 2
        && call.may_ask(next)
        && call.may_answer(between, next)
        && (call.is_brief(between) || call.turns[between].ends_asking())
    {
        found.push(next);
        at = next;
    }
    found
}

/// Whether the turn of `other` asks the same as that of `pair` again.
///
/// By shape, whatever the language: between it and the turn `edge`, which asks already, is a question of
/// the candidate's, or there are short turns that have none of the recorded response.
fn asks_again(call: &Call<'_>, pair: &Pair, other: &Pair, edge: usize) -> bool {
    let forward = edge < other.turn;
    let between = edge.min(other.turn) + 1..edge.max(other.turn);
    let asked_back = between.len() == 1 && call.turns[between.start].ends_asking();
    let words = &call.turns[other.turn];
    // The words of the first time may come again, or those of the question.
    let first_time = Words {
        tokens: asking_sentences(call, pair),
        sentences: Vec::new(),
    };
    let first_time = Query::new(&first_time, &call.vocabulary, &call.ask_weights)
        .best_part(words, &call.ask_weights);
    let again = [first_time, other.asked];
    let question = words.asks() || !call.punctuated;
    let answered = (other.turn + 1..call.turns.len()).any(|turn| call.may_answer(turn, other.turn));
    if asked_back {
        // `Gross or net?` `Gross, please.` asks nothing.
        let shaped = question || forward;
        let other_words = forward && words.ends_asking();
        let cover = again
            .iter()
            .map(|overlap| overlap.cover)
            .fold(0.0, f64::max);
        return answered && (other_words && cover >= 0.1 || shaped && cover >= 0.5);
    }
    let recorded = Query::new(
        &call.responses[pair.question],
        &call.vocabulary,
        &call.answer_weights,
    );
    let nothing_answered = between
        .clone()
        .filter(|turn| call.may_answer(*turn, edge))
        .all(|turn| {
            recorded
                .whole(&call.turns[turn].tokens, &call.answer_weights)
                .score()
                < 0.3
        });
    // The farther away, the more of it must come again.
    let (cover, missing) = if between.len() == 1 {
        (0.6, 0.5)
    } else {
        (0.8, 0.3)
    };
    let same = again.iter().any(|overlap| {
        overlap.cover >= cover && overlap.missing <= missing && overlap.precision >= 0.4
    });
    answered && question && same && nothing_answered
}

/// The tokens of the sentences that ask in the turn of a pair.
fn asking_sentences(call: &Call<'_>, pair: &Pair) -> Vec<Token> {
    let words = &call.turns[pair.turn];
    let (start, end) = asking_part(words, pair);
    let sentences = words.sentences.iter();
    sentences
        .filter(|sentence| sentence.start < end && start < sentence.end)
        .flat_map(|sentence| words.tokens[sentence.start..sentence.end].iter().copied())
        .collect()
}

/// The words of a pair that ask: in one turn, or in two.
fn spans(call: &Call<'_>, pair: &Pair) -> Vec<EvidenceSpan> {
    let Some(second) = pair.second else {
        return vec![span(call, pair)];
    };
    let first = &call.turns[pair.turn].tokens;
    let rest = &call.turns[second].tokens;
    let part = |turn: usize, start: usize, end: usize| {
        EvidenceSpan::new(call.spoken, turn, TextRange::new(start, end))
    };
    vec![
        part(
            pair.turn,
            first[pair.asked.start].range.start,
            call.spoken[pair.turn].text.trim_end().len(),
        ),
        part(second, 0, rest[pair.asked.end - first.len() - 1].range.end),
    ]
}

/// The words of one turn that ask.
fn span(call: &Call<'_>, pair: &Pair) -> EvidenceSpan {
    let words = &call.turns[pair.turn];
    let (start, end) = asking_part(words, pair);
    let range = TextRange::new(
        words.tokens[start].range.start,
        words.tokens[end - 1].range.end,
    );
    EvidenceSpan::new(call.spoken, pair.turn, range)
}

/// The tokens of one turn that ask: those of the question; where it asks in other words, its last
/// question.
fn asking_part(words: &Words, pair: &Pair) -> (usize, usize) {
    let asked = &pair.asked;
    if pair.second.is_none() && asked.end > asked.start && asked.cover >= OWN_WORDS {
        return (asked.start, asked.end);
    }
    let question = words.sentences.iter().rev().find(|sentence| sentence.asks);
    match question.or(words.sentences.last()) {
        Some(sentence) => (sentence.start, sentence.end),
        None => (0, words.tokens.len()),
    }
}
