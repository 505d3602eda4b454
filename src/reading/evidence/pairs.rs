//! What speaks for a question being asked in a turn: one row of features for each pair.

use super::model::{FIRST, Model, SECOND, probability};
use super::overlap::{Overlap, Query};
use super::words::{Call, Token, Words};
use std::ops::Range;

/// A question and a turn that may ask it.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) question: usize,
    pub(super) turn: usize,
    /// The turn that the question goes on in, if it is split over two.
    pub(super) second: Option<usize>,
    /// How much of the question is in what was said.
    pub(super) asked: Overlap,
    /// How much of the recorded response is in what was said next.
    pub(super) answered: Overlap,
    /// What the words say.
    pub(super) first: [f64; FIRST],
    /// The same, and what the order says.
    pub(super) all: [f64; SECOND],
    /// The probability, by all of it, that the turn asks the question.
    pub(super) probability: f64,
}

impl Pair {
    /// Whether both ask in one turn with words of their own: `Do you drive? And do you own a car?`
    pub(super) fn asks_beside(&self, other: &Pair) -> bool {
        let apart = self.asked.end <= other.asked.start || other.asked.end <= self.asked.start;
        apart
            && self.second.is_none()
            && other.second.is_none()
            && self.asked.cover.min(other.asked.cover) >= 0.5
    }
}

pub(super) fn sort_surest_first(pairs: &mut [&Pair]) {
    pairs.sort_by(|a, b| b.probability.total_cmp(&a.probability));
}

/// All pairs of a question and a turn of whoever asks, by question and turn.
pub(super) fn pairs(call: &Call<'_>, model: &Model) -> Vec<Vec<Pair>> {
    let asking: Vec<usize> = (0..call.turns.len())
        .filter(|turn| call.may_ask(*turn) && !call.turns[*turn].tokens.is_empty())
        .collect();
    let blocks: Vec<Vec<Token>> = asking
        .iter()
        .map(|turn| answer_block(call, *turn))
        .collect();
    let mut pairs: Vec<Vec<Pair>> = (0..call.questions.len())
        .map(|question| of_question(call, question, &asking, &blocks))
        .collect();
    compare(call, &mut pairs);
    for pair in pairs.iter_mut().flatten() {
        pair.probability = probability(&model.first, &pair.first);
    }
    add_order(call, &mut pairs);
    for pair in pairs.iter_mut().flatten() {
        pair.probability = match is_question(call, pair) {
            true => probability(&model.second, &pair.all),
            false => 0.0,
        };
    }
    pairs
}

/// Whether the turn can be a question at all: it has a question mark where the bot writes them, or it is
/// answered. A message on a voicemail is neither.
fn is_question(call: &Call<'_>, pair: &Pair) -> bool {
    let last = pair.second.unwrap_or(pair.turn);
    let answered = last + 1 < call.turns.len() && call.may_answer(last + 1, last);
    !call.punctuated || answered || call.turns[last].asks()
}

/// How many times the bot interrupts an answer at most.
const MOST_INTERRUPTIONS: usize = 6;

/// What was said in answer to a turn: until the bot goes on.
fn answer_block(call: &Call<'_>, turn: usize) -> Vec<Token> {
    let mut block = Vec::new();
    let mut interruptions = 0;
    for next in turn + 1..call.turns.len() {
        if call.may_answer(next, turn) {
            block.extend_from_slice(&call.turns[next].tokens);
        } else if is_backchannel(call, next) && interruptions < MOST_INTERRUPTIONS {
            interruptions += 1;
        } else {
            break;
        }
    }
    block
}

/// Whether the turn says no more than that someone listens: `Mm-hm.`, `Right.`
pub(super) fn is_backchannel(call: &Call<'_>, turn: usize) -> bool {
    let most = if call.punctuated { 16 } else { 8 };
    call.length(turn) <= most && !call.turns[turn].asks()
}

fn of_question(
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
    asking
        .iter()
        .zip(blocks)
        .map(|(turn, block)| {
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
        })
        .collect()
}

/// The overlap with a turn, or with a turn and the one that goes on after a short interruption.
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

/// Fills in what the words say, beside what they say of other turns and other questions.
fn compare(call: &Call<'_>, pairs: &mut [Vec<Pair>]) {
    let scores: Vec<Vec<f64>> = matrix(pairs, |pair| pair.asked.score());
    let responses: Vec<Vec<f64>> = matrix(pairs, |pair| pair.answered.score());
    let columns = scores.iter().map(Vec::len).max().unwrap_or(0);
    let turn_responses: Vec<Best> = (0..columns)
        .map(|index| {
            Best::of(
                responses
                    .iter()
                    .map(|row| row.get(index).copied().unwrap_or(0.0)),
            )
        })
        .collect();
    let rivals: Vec<Rivals> = (0..columns).map(|index| Rivals::of(pairs, index)).collect();
    for (question, row) in pairs.iter_mut().enumerate() {
        let own_scores = Best::of(scores[question].iter().copied());
        let own_responses = Best::of(responses[question].iter().copied());
        let has_mark = call.questions[question].asks();
        for (index, pair) in row.iter_mut().enumerate() {
            let words = &call.turns[pair.turn];
            let (asked, answered) = (&pair.asked, &pair.answered);
            let (score, response) = (asked.score(), answered.score());
            let asks = match pair.second {
                Some(second) => call.turns[second].asks(),
                None if asked.end > asked.start => words.asks_in(asked.start, asked.end),
                None => words.asks(),
            };
            let answers =
                pair.turn + 1 < call.turns.len() && call.may_answer(pair.turn + 1, pair.turn);
            let flag = |is: bool| if is { 1.0 } else { 0.0 };
            pair.first = [
                1.0,
                asked.cover,
                asked.precision,
                score,
                asked.cover * asked.cover * asked.precision,
                asked.order,
                asked.missing,
                flag(asks),
                flag(call.punctuated && has_mark && !words.asks()),
                flag(call.punctuated && !asks),
                score - own_scores.without(index),
                score - rivals[index].best_besides(question, &(asked.start..asked.end)),
                flag(answers),
                answered.cover,
                answered.precision,
                response,
                response - own_responses.without(index),
                response - turn_responses[index].without(question),
                (answered.heaviest / 3.0).min(1.0),
                flag(asks && words.asks() && answers) * response,
                // One word of the question is another: it asks for something else.
                asked.missing * asked.order,
                asked.missing * (1.0 - asked.precision),
                asked.missing * asked.missing,
                // Nobody took it for a question.
                flag(!asks && !answers),
            ];
        }
    }
}

fn matrix(pairs: &[Vec<Pair>], value: impl Fn(&Pair) -> f64) -> Vec<Vec<f64>> {
    pairs
        .iter()
        .map(|row| row.iter().map(&value).collect())
        .collect()
}

/// The questions that are most in one turn, and where in it.
struct Rivals {
    best: Vec<(f64, usize, Range<usize>)>,
}

impl Rivals {
    /// A turn asks few questions at once.
    const MOST: usize = 4;

    fn of(pairs: &[Vec<Pair>], index: usize) -> Rivals {
        let mut best: Vec<(f64, usize, Range<usize>)> = Vec::new();
        for pair in pairs.iter().filter_map(|row| row.get(index)) {
            let score = pair.asked.score();
            let rank = best.partition_point(|(other, ..)| *other >= score);
            if rank < Self::MOST {
                best.insert(
                    rank,
                    (score, pair.question, pair.asked.start..pair.asked.end),
                );
                best.truncate(Self::MOST);
            }
        }
        Rivals { best }
    }

    /// The highest score of another question in words that `range` has too.
    fn best_besides(&self, question: usize, range: &Range<usize>) -> f64 {
        let rivals = self.best.iter().filter(|(_, other, words)| {
            *other != question && words.start < range.end && range.start < words.end
        });
        rivals.map(|(score, ..)| *score).fold(0.0, f64::max)
    }
}

/// The highest of some values, and the second.
struct Best {
    index: usize,
    first: f64,
    second: f64,
}

impl Best {
    fn of(values: impl Iterator<Item = f64>) -> Best {
        let mut best = Best {
            index: usize::MAX,
            first: 0.0,
            second: 0.0,
        };
        for (index, value) in values.enumerate() {
            if value > best.first {
                best = Best {
                    index,
                    first: value,
                    second: best.first,
                };
            } else {
                best.second = best.second.max(value);
            }
        }
        best
    }

    /// The highest of the others.
    fn without(&self, index: usize) -> f64 {
        if self.index == index {
            self.second
        } else {
            self.first
        }
    }
}

/// Above this, by its words alone, a pair is an anchor for the order of the others.
const ANCHOR: f64 = 0.6;

/// Fills in what the order says. Questions are mostly asked in the order of the list: what is asked
/// between two questions that are found is mostly what is listed between them.
fn add_order(call: &Call<'_>, pairs: &mut [Vec<Pair>]) {
    // The surest pair of each question, the surest question first; no turn twice.
    let mut surest: Vec<&Pair> = pairs
        .iter()
        .filter_map(|row| {
            row.iter()
                .max_by(|a, b| a.probability.total_cmp(&b.probability))
        })
        .filter(|pair| pair.probability >= ANCHOR)
        .collect();
    sort_surest_first(&mut surest);
    let mut anchors: Vec<Option<usize>> = vec![None; pairs.len()];
    let mut owners: Vec<Vec<Pair>> = vec![Vec::new(); call.turns.len()];
    for pair in surest {
        if owners[pair.turn]
            .iter()
            .all(|owner| owner.asks_beside(pair))
        {
            anchors[pair.question] = Some(pair.turn);
            owners[pair.turn].push(pair.clone());
        }
    }
    // Turns that may ask something that is not found yet.
    let open: Vec<bool> = (0..call.turns.len())
        .map(|turn| {
            call.may_ask(turn)
                && owners[turn].is_empty()
                && turn + 1 < call.turns.len()
                && call.may_answer(turn + 1, turn)
                && (call.turns[turn].asks() || !call.punctuated)
                && !is_backchannel(call, turn)
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
            // The questions and the turns between the anchors, that may belong together.
            let first_question = from.map_or(0, |(question, _)| question + 1);
            let last_question = to.map_or(anchors.len(), |(question, _)| question);
            let listed = last_question.saturating_sub(first_question).max(1);
            let asked = open_before[to_turn.max(from_turn)] - open_before[from_turn];
            let slot = match inside && free && (open[pair.turn] || own) {
                true => listed as f64 / asked.max(listed) as f64,
                false => 0.0,
            };
            // Of as many turns as questions, the one of the same rank.
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
