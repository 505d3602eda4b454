//! What answers a question that was asked.

use super::super::offsets::TextRange;
use super::EvidenceSpan;
use super::tokens::Call;

/// The turns that answer a question last asked in turn `last`.
///
/// They end where the bot goes on. It does not with `Mm-hm.`, with an explanation that was asked
/// for, nor where what follows is in the recorded response as well.
pub(super) fn find(
    call: &Call<'_>,
    question: usize,
    last: usize,
    claims: &[Option<usize>],
) -> Vec<EvidenceSpan> {
    let mut found: Vec<usize> = Vec::new();
    let mut explained = 0;
    for (turn, claim) in claims.iter().enumerate().skip(last + 1) {
        if call.asks(turn) && !call.answers(turn, last) {
            let next = turn + 1;
            let goes_on = match claim {
                Some(_) => true,
                // Its last words are its good-bye, however few.
                None if call.is_last_of_bot(turn) => true,
                None => {
                    let asked_back = found.last().is_some_and(|answer| {
                        *answer + 1 == turn && call.is_brief(*answer) && call.ends_asking(*answer)
                    });
                    let backchannel = is_backchannel(call, turn);
                    let recorded = next < call.turns.len()
                        && call.answers(next, last)
                        && is_recorded(call, question, next);
                    if asked_back && explained < 2 {
                        explained += 1;
                        // What was asked back is no answer if one follows.
                        if next < call.turns.len() && call.answers(next, last) {
                            found.pop();
                        }
                        false
                    } else {
                        // An answer that was not begun is not interrupted.
                        !(backchannel || recorded)
                    }
                }
            };
            if goes_on {
                break;
            }
        } else if call.answers(turn, last) {
            if !call.turns[turn].tokens.is_empty() {
                found.push(turn);
            }
        } else {
            break;
        }
    }
    found
        .into_iter()
        .map(|turn| EvidenceSpan {
            turn,
            range: TextRange::new(0, call.spoken[turn].text.len()),
        })
        .collect()
}

/// Whether the turn says no more than that somebody listens: `Mm-hm.`, `Take your time.`
fn is_backchannel(call: &Call<'_>, turn: usize) -> bool {
    let letters = call.spoken[turn]
        .text
        .chars()
        .filter(|c| c.is_alphanumeric());
    // A syllable or a word of the scripts past Devanagari says as much as four letters do.
    let length: usize = letters.map(|c| if c > '\u{E00}' { 4 } else { 1 }).sum();
    length <= 16
        && call.turns[turn].tokens.len() <= 5
        && !call.turns[turn]
            .sentences
            .iter()
            .any(|sentence| sentence.asks)
}

/// Whether most of what the turn says is in the question's recorded response.
fn is_recorded(call: &Call<'_>, question: usize, turn: usize) -> bool {
    let response = &call.responses[question];
    let mut told = 0.0;
    let mut recorded = 0.0;
    for token in &call.turns[turn].tokens {
        let weight = call.words[token.word].weight;
        if !call.words[token.word].tells {
            continue;
        }
        told += weight;
        if response.iter().any(|other| other.word == token.word) {
            recorded += weight;
        }
    }
    told > 2.0 && recorded / told >= 0.6
}
