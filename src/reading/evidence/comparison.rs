//! Computes the features of a pair that come from its words.

use super::call::Call;
use super::pair::Pair;
use std::ops::Range;

/// Sets the features that come from the words: of the pair itself, and compared with other turns and
/// other questions.
pub(super) fn add_word_features(call: &Call<'_>, pairs: &mut [Vec<Pair>]) {
    let scores: Vec<Vec<f64>> = matrix(pairs, |pair| pair.asked.score());
    let responses: Vec<Vec<f64>> = matrix(pairs, |pair| pair.answered.score());
    let columns = scores.iter().map(Vec::len).max().unwrap_or(0);
    let turn_responses: Vec<Best> = (0..columns)
        .map(|index| {
            Best::among(
                responses
                    .iter()
                    .map(|row| row.get(index).copied().unwrap_or(0.0)),
            )
        })
        .collect();
    let rivals: Vec<Rivals> = (0..columns)
        .map(|index| Rivals::for_turn(pairs, index))
        .collect();
    for (question, row) in pairs.iter_mut().enumerate() {
        let own_scores = Best::among(scores[question].iter().copied());
        let own_responses = Best::among(responses[question].iter().copied());
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
                // High where the turn has the question with another important word: it asks for
                // something else.
                asked.missing * asked.order,
                asked.missing * (1.0 - asked.precision),
                asked.missing * asked.missing,
                // The turn has no question mark, and no one answers it.
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

/// The questions that match one turn best, and their words in it.
struct Rivals {
    best: Vec<(f64, usize, Range<usize>)>,
}

impl Rivals {
    /// How many questions to keep: a turn asks few at once.
    const MOST: usize = 4;

    fn for_turn(pairs: &[Vec<Pair>], index: usize) -> Rivals {
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

    /// The highest score of another question in words that overlap with `range`.
    fn best_besides(&self, question: usize, range: &Range<usize>) -> f64 {
        let rivals = self.best.iter().filter(|(_, other, words)| {
            *other != question && words.start < range.end && range.start < words.end
        });
        rivals.map(|(score, ..)| *score).fold(0.0, f64::max)
    }
}

/// The highest and the second highest of some values.
struct Best {
    index: usize,
    first: f64,
    second: f64,
}

impl Best {
    fn among(values: impl Iterator<Item = f64>) -> Best {
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

    /// The highest value except that at `index`.
    fn without(&self, index: usize) -> f64 {
        if self.index == index {
            self.second
        } else {
            self.first
        }
    }
}
