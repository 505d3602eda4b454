//! Which pair of a question and a turn becomes a link.

use super::call::Call;
use super::pair::{Pair, sort_surest_first};

/// Below this probability a link is not made.
const THRESHOLD: f64 = 0.7;

/// Gives each question its surest turn, the surest question first. Words that ask one question ask no
/// other, but for rows of the same text.
pub(super) fn choose(call: &Call<'_>, pairs: &[Vec<Pair>]) -> Vec<Pair> {
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
