//! Computes the features of a pair that come from the order of the questions.

use super::call::Call;
use super::model::{FIRST, SECOND};
use super::pair::{Pair, sort_by_probability};

/// A pair with at least this probability, by its words alone, is an anchor for the order of the others.
const ANCHOR: f64 = 0.6;

/// Sets the features that come from the order. Questions are mostly asked in the order of the list.
/// So the turns between two anchors mostly ask the questions that are listed between them.
pub(super) fn add_order_features(call: &Call<'_>, pairs: &mut [Vec<Pair>]) {
    // The most probable pair of each question, in order of probability; no turn twice.
    let mut most_probable: Vec<&Pair> = pairs
        .iter()
        .filter_map(|row| {
            row.iter()
                .max_by(|a, b| a.probability.total_cmp(&b.probability))
        })
        .filter(|pair| pair.probability >= ANCHOR)
        .collect();
    sort_by_probability(&mut most_probable);
    let mut anchors: Vec<Option<usize>> = vec![None; pairs.len()];
    let mut owners: Vec<Vec<Pair>> = vec![Vec::new(); call.turns.len()];
    for pair in most_probable {
        if owners[pair.turn]
            .iter()
            .all(|owner| owner.asks_beside(pair))
        {
            anchors[pair.question] = Some(pair.turn);
            owners[pair.turn].push(pair.clone());
        }
    }
    // The turns that may ask a question without an anchor.
    let open: Vec<bool> = (0..call.turns.len())
        .map(|turn| {
            call.may_ask(turn)
                && owners[turn].is_empty()
                && turn + 1 < call.turns.len()
                && call.may_answer(turn + 1, turn)
                && (call.turns[turn].asks() || !call.punctuated)
                && !call.is_backchannel(turn)
        })
        .collect();
    let (before, after) = neighbours(&anchors);
    let mut open_before = vec![0; call.turns.len() + 1];
    for (turn, is_open) in open.iter().enumerate() {
        open_before[turn + 1] = open_before[turn] + usize::from(*is_open);
    }
    for row in pairs.iter_mut() {
        for pair in row.iter_mut() {
            let question = pair.question;
            let owned = &owners[pair.turn];
            let own = owned.iter().any(|owner| owner.question == question);
            let free = own || owned.iter().all(|owner| owner.asks_beside(pair));
            let (from, to) = (before[question], after[question]);
            let from_turn = from.map_or(0, |(_, turn)| turn + 1);
            let to_turn = to.map_or(call.turns.len(), |(_, turn)| turn);
            let inside = (from_turn..to_turn).contains(&pair.turn);
            let side = |is: Option<bool>| match is {
                None => 0.0,
                Some(true) => 1.0,
                Some(false) => -1.0,
            };
            let sides = side(from.map(|(_, turn)| turn < pair.turn))
                + side(to.map(|(_, turn)| pair.turn < turn));
            // The questions and the open turns between the two anchors.
            let first_question = from.map_or(0, |(question, _)| question + 1);
            let last_question = to.map_or(anchors.len(), |(question, _)| question);
            let listed = last_question.saturating_sub(first_question).max(1);
            let asked = open_before[to_turn.max(from_turn)] - open_before[from_turn];
            let slot = match inside && free && (open[pair.turn] || own) {
                true => listed as f64 / asked.max(listed) as f64,
                false => 0.0,
            };
            // Whether the turn has the same rank among the open turns as the question in the list.
            let rank = open_before[pair.turn] as i64 - open_before[from_turn] as i64;
            let same_rank = rank == question as i64 - first_question as i64;
            let response = pair.answered.score();
            let mut all = [0.0; SECOND];
            all[..FIRST].copy_from_slice(&pair.first);
            all[FIRST..].copy_from_slice(&[
                if free { 0.0 } else { 1.0 },
                sides,
                slot,
                if same_rank { slot } else { 0.0 },
                slot * response,
                slot * pair.asked.score(),
                if inside { response } else { 0.0 },
            ]);
            pair.all = all;
        }
    }
}

/// For each question, the nearest anchored question listed before it and after it, with its turn.
#[expect(clippy::type_complexity)]
fn neighbours(
    anchors: &[Option<usize>],
) -> (Vec<Option<(usize, usize)>>, Vec<Option<(usize, usize)>>) {
    let mut before = vec![None; anchors.len()];
    let mut after = vec![None; anchors.len()];
    let mut last = None;
    for (question, anchor) in anchors.iter().enumerate() {
        before[question] = last;
        last = anchor.map(|turn| (question, turn)).or(last);
    }
    last = None;
    for (question, anchor) in anchors.iter().enumerate().rev() {
        after[question] = last;
        last = anchor.map(|turn| (question, turn)).or(last);
    }
    (before, after)
}
