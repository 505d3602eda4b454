//! Chooses the pairs of a question and a turn that become links.

use super::call::Call;
use super::pair::{Pair, sort_by_probability};

/// A pair with a smaller probability does not become a link.
const THRESHOLD: f64 = 0.7;

/// Chooses the most probable turn for each question, the most probable pair first. The same words
/// ask only one question, unless rows have the same text.
pub(super) fn choose(call: &Call<'_>, pairs: &[Vec<Pair>]) -> Vec<Pair> {
    let mut candidates: Vec<&Pair> = pairs
        .iter()
        .flatten()
        .filter(|pair| pair.probability >= THRESHOLD)
        .collect();
    sort_by_probability(&mut candidates);
    let mut chosen: Vec<Option<&Pair>> = vec![None; pairs.len()];
    let mut taken: Vec<Vec<&Pair>> = vec![Vec::new(); call.turns.len()];
    for pair in candidates {
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
