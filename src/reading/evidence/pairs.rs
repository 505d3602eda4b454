//! Computes the features and the probability of each pair of a question and a turn.

use super::call::Call;
use super::comparison::add_word_features;
use super::model::{FIRST, Model, SECOND, probability};
use super::order::add_order_features;
use super::overlap::{Overlap, Query};
use super::pair::Pair;
use super::words::{Token, Words};
use crate::reading::steps::end_step;

/// All pairs of a question and a turn of the interviewer, by question and turn.
pub(super) async fn compute_pairs(call: &Call<'_>, model: &Model) -> Vec<Vec<Pair>> {
    let asking: Vec<usize> = (0..call.turns.len())
        .filter(|turn| call.may_ask(*turn) && !call.turns[*turn].tokens.is_empty())
        .collect();
    let blocks: Vec<Vec<Token>> = asking
        .iter()
        .map(|turn| answer_block(call, *turn))
        .collect();
    let mut pairs: Vec<Vec<Pair>> = Vec::with_capacity(call.questions.len());
    for question in 0..call.questions.len() {
        pairs.push(pairs_of_question(call, question, &asking, &blocks).await);
    }
    end_step().await;
    add_word_features(call, &mut pairs);
    end_step().await;
    for pair in pairs.iter_mut().flatten() {
        pair.probability = probability(&model.first, &pair.first);
    }
    add_order_features(call, &mut pairs);
    end_step().await;
    for pair in pairs.iter_mut().flatten() {
        pair.probability = match can_be_question(call, pair) {
            true => probability(&model.second, &pair.all),
            false => 0.0,
        };
    }
    pairs
}

/// Whether the turn can be a question: it is answered, or has a question mark, where the
/// interviewer's turns have them. A message on a voicemail has neither.
fn can_be_question(call: &Call<'_>, pair: &Pair) -> bool {
    let last = pair.second.unwrap_or(pair.turn);
    let answered = last + 1 < call.turns.len() && call.may_answer(last + 1, last);
    !call.punctuated || answered || call.turns[last].asks()
}

/// The most interruptions of an answer by the bot.
const MOST_INTERRUPTIONS: usize = 6;

/// The tokens of the turns that answer a turn, until the bot goes on.
fn answer_block(call: &Call<'_>, turn: usize) -> Vec<Token> {
    let mut block = Vec::new();
    let mut interruptions = 0;
    for next in turn + 1..call.turns.len() {
        if call.may_answer(next, turn) {
            block.extend_from_slice(&call.turns[next].tokens);
        } else if call.is_backchannel(next) && interruptions < MOST_INTERRUPTIONS {
            interruptions += 1;
        } else {
            break;
        }
    }
    block
}

/// The number of turns that one step compares with a question: a few milliseconds of work.
const TURNS_A_STEP: usize = 200;

async fn pairs_of_question(
    call: &Call<'_>,
    question: usize,
    asking: &[usize],
    blocks: &[Vec<Token>],
) -> Vec<Pair> {
    let asked = Query::new(
        &call.questions[question],
        &call.vocabulary,
        &call.ask_weights,
    );
    let recorded = Query::new(
        &call.responses[question],
        &call.vocabulary,
        &call.answer_weights,
    );
    if asked.is_empty() {
        return Vec::new();
    }
    let pair = |(turn, block): (&usize, &Vec<Token>)| {
        let (overlap, second) = overlap_at(call, &asked, *turn);
        Pair {
            question,
            turn: *turn,
            second,
            asked: overlap,
            answered: recorded.whole(block, &call.answer_weights),
            first: [0.0; FIRST],
            all: [0.0; SECOND],
            probability: 0.0,
        }
    };
    let mut pairs = Vec::with_capacity(asking.len());
    for (asking, blocks) in asking.chunks(TURNS_A_STEP).zip(blocks.chunks(TURNS_A_STEP)) {
        end_step().await;
        pairs.extend(asking.iter().zip(blocks).map(pair));
    }
    pairs
}

/// The overlap with a turn, or with a turn and its continuation after a short interruption.
fn overlap_at(call: &Call<'_>, query: &Query, turn: usize) -> (Overlap, Option<usize>) {
    let words = &call.turns[turn];
    let single = query.best_part(words, &call.ask_weights);
    let next = turn + 2;
    let interrupted = next < call.turns.len()
        && single.cover < 0.8
        && !words.ends_asking()
        && call.may_ask(next)
        && !call.may_ask(turn + 1)
        && call.is_brief(turn + 1);
    if interrupted {
        let both = Words {
            tokens: [words.tokens.as_slice(), &call.turns[next].tokens].concat(),
            sentences: words.sentences.clone(),
        };
        let joined = query.best_part(&both, &call.ask_weights);
        let crosses = joined.start < words.tokens.len() && words.tokens.len() < joined.end;
        let rest = query.best_part(&call.turns[next], &call.ask_weights);
        if crosses && joined.score() > single.score().max(rest.score()) + 0.15 {
            return (joined, Some(next));
        }
    }
    (single, None)
}
