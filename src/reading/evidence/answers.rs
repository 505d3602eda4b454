//! Finds the turns that answer a question.

use super::call::Call;
use super::model::ANSWERS;
use super::overlap::Query;
use super::words::Token;

/// The turns that answer a question, and the features for their probability.
pub(super) struct Answers {
    pub(super) turns: Vec<usize>,
    pub(super) features: [f64; ANSWERS],
}

/// The human turns that answer `question`, which turn `asked` asks, or asks last. `claims` has the
/// questions that each turn asks. `ask_logit` is the logit of the ask's probability.
///
/// The answer ends where the bot goes on with something else. `Mm-hm.` does not end it, and neither
/// does an explanation that the candidate has asked for.
pub(super) fn find_answers(
    call: &Call<'_>,
    question: usize,
    asked: usize,
    claims: &[Vec<usize>],
    ask_logit: f64,
) -> Answers {
    let recorded = Query::new(
        &call.responses[question],
        &call.vocabulary,
        &call.answer_weights,
    );
    let in_response = |turn: usize| {
        let overlap = recorded.whole(&call.turns[turn].tokens, &call.answer_weights);
        overlap.precision >= 0.5 && overlap.heaviest >= 1.0
    };
    let response_score = |turn: usize| {
        recorded
            .whole(&call.turns[turn].tokens, &call.answer_weights)
            .score()
    };
    // Whether a turn has a part of the recorded response that the previous turns lack. Then it
    // answers a follow-up question that the response covers too.
    let adds_to_response = |before: &[usize], turn: usize| {
        let cover = |turns: &[usize]| {
            let tokens = tokens_of(call, turns);
            recorded.whole(&tokens, &call.answer_weights).cover
        };
        cover(&[before, &[turn]].concat()) >= cover(before) + 0.15
    };
    let mut turns: Vec<usize> = Vec::new();
    let mut explained = 0;
    let mut interrupted = 0;
    for (turn, claimed) in claims.iter().enumerate().skip(asked + 1) {
        if call.may_answer(turn, asked) {
            // After an interruption, `Thanks.` or `Uh-huh.` does not go on with the answer.
            let is_empty_reply = interrupted > 0
                && !turns.is_empty()
                && call.says_little(turn)
                && !in_response(turn);
            if !call.turns[turn].tokens.is_empty() && !is_empty_reply {
                turns.push(turn);
            }
            continue;
        }
        if !call.may_ask(turn) || claimed.iter().any(|claim| *claim != question) {
            break;
        }
        let asked_back = turns
            .last()
            .is_some_and(|last| call.turns[*last].only_asks());
        let is_answered = turn + 1 < call.turns.len() && call.may_answer(turn + 1, asked);
        if !is_answered {
            break;
        }
        let answered_by_asking = asked_back
            && turns
                .last()
                .is_some_and(|last| response_score(*last) > response_score(turn + 1))
            && call.length(turn + 1) <= 18;
        if answered_by_asking {
            break;
        }
        if asked_back && explained < 2 {
            // A question of the candidate is not the answer where an answer follows.
            explained += 1;
            while turns
                .last()
                .is_some_and(|last| call.turns[*last].only_asks())
            {
                turns.pop();
            }
            // `I have a car. What is the pay?` answers first, and then asks.
            if !turns.is_empty() {
                break;
            }
        } else if call.is_backchannel(turn)
            || in_response(turn + 1)
                && (!call.turns[turn].asks() || adds_to_response(&turns, turn + 1))
        {
            interrupted += 1;
        } else if !turns.is_empty() || call.turns[turn].asks() {
            break;
        }
    }
    // A question of the candidate at the end is not part of the answer.
    while turns.len() > 1
        && turns
            .last()
            .is_some_and(|last| call.turns[*last].ends_asking() && !in_response(*last))
    {
        turns.pop();
    }
    let tokens = tokens_of(call, &turns);
    let overlap = recorded.whole(&tokens, &call.answer_weights);
    let flag = |is: bool| if is { 1.0 } else { 0.0 };
    let features = [
        1.0,
        ask_logit.clamp(-4.0, 8.0) / 4.0,
        overlap.score(),
        overlap.cover,
        flag(turns.first() == Some(&(asked + 1))),
        flag(turns.iter().any(|turn| call.turns[*turn].ends_asking())),
        flag(explained > 0 || interrupted > 0),
        flag(turns.len() > 1),
    ];
    Answers { turns, features }
}

fn tokens_of(call: &Call<'_>, turns: &[usize]) -> Vec<Token> {
    turns
        .iter()
        .flat_map(|turn| call.turns[*turn].tokens.iter().copied())
        .collect()
}
