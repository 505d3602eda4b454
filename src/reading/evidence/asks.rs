//! Finds the words that ask a question: in the turn of its pair, and where the question is repeated.

use super::call::Call;
use super::link::EvidenceSpan;
use super::overlap::Query;
use super::pair::Pair;
use super::words::{Token, Words};
use crate::transcript::TextRange;

/// The most repetitions of a question before its pair, and the most after it.
const MOST_REPETITIONS: usize = 5;

/// Below this share of the question's words, a link is based on the response.
pub(super) const OWN_WORDS: f64 = 0.34;

/// The spans that ask: those of the pair, and those of the turns before and after it that repeat
/// the question, because it was not heard or understood.
pub(super) fn find_asks(
    call: &Call<'_>,
    row: &[Pair],
    pair: &Pair,
    claims: &[Vec<usize>],
) -> Vec<EvidenceSpan> {
    let mut asks = spans(call, pair);
    for forward in [true, false] {
        for _ in 0..MOST_REPETITIONS {
            let Some(edge) = (if forward { asks.last() } else { asks.first() }) else {
                break;
            };
            let is_repetition = |next: &&Pair| {
                claims[next.turn]
                    .iter()
                    .all(|claim| *claim == pair.question)
                    && repeats_question(call, pair, next, edge.turn)
            };
            let next = neighbours(call, edge.turn, forward)
                .into_iter()
                .filter_map(|next| row.binary_search_by_key(&next, |other| other.turn).ok())
                .map(|index| &row[index])
                .find(is_repetition);
            match next {
                Some(next) if forward => asks.push(span(call, next)),
                Some(next) => asks.insert(0, span(call, next)),
                None => break,
            }
        }
    }
    asks
}

/// The next turns of the interviewer, at most two, as long as there are only short turns or
/// questions between.
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

/// Whether the turn of `other` repeats the question of `pair`.
///
/// It decides by the shape of the conversation, in any language: between it and the turn `edge`,
/// which already asks the question, there is a question of the candidate, or short turns without
/// words of the recorded response.
fn repeats_question(call: &Call<'_>, pair: &Pair, other: &Pair, edge: usize) -> bool {
    let forward = edge < other.turn;
    let between = edge.min(other.turn) + 1..edge.max(other.turn);
    let asked_back = between.len() == 1 && call.turns[between.start].ends_asking();
    let words = &call.turns[other.turn];
    // The repetition may have the words of the first turn, or those of the recorded question.
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
        // In `Gross or net?` `Gross, please.` the reply does not ask.
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
    // The farther away, the more words must be the same.
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

/// The spans of a pair that ask: in one turn, or in two.
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

/// The span of one turn that asks.
fn span(call: &Call<'_>, pair: &Pair) -> EvidenceSpan {
    let words = &call.turns[pair.turn];
    let (start, end) = asking_part(words, pair);
    let range = TextRange::new(
        words.tokens[start].range.start,
        words.tokens[end - 1].range.end,
    );
    EvidenceSpan::new(call.spoken, pair.turn, range)
}

/// The tokens of one turn that ask: those that match the question; where the turn asks in other
/// words, its last question.
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
