//! A call and its questions as words, with the weight of each word.

use super::vocabulary::Vocabulary;
use super::words::{Words, is_unspaced};
use crate::assessment::QuestionRow;
use crate::reading::Spoken;
use crate::reading::steps::end_step;
use crate::transcript::Role;

/// The most words of a question that are compared; of a response twice as many. The rest is
/// ignored, so that no single field takes long.
const MOST_TOKENS: usize = 200;

/// The number of turns that one step splits into words: a few milliseconds of work.
const TURNS_A_STEP: usize = 100;

/// The texts to compare.
pub(super) struct Call<'a> {
    pub(super) spoken: &'a [Spoken<'a>],
    pub(super) turns: Vec<Words>,
    pub(super) questions: Vec<Words>,
    pub(super) responses: Vec<Words>,
    pub(super) vocabulary: Vocabulary,
    /// The weight of each word in the turns of the interviewer, and in those of the candidate.
    pub(super) ask_weights: Vec<f64>,
    pub(super) answer_weights: Vec<f64>,
    /// Whether the interviewer's turns have question marks.
    pub(super) punctuated: bool,
    has_bot: bool,
}

impl<'a> Call<'a> {
    pub(super) async fn new(spoken: &'a [Spoken<'a>], rows: &'a [QuestionRow]) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut turns = Vec::with_capacity(spoken.len());
        for part in spoken.chunks(TURNS_A_STEP) {
            end_step().await;
            turns.extend(
                part.iter()
                    .map(|turn| vocabulary.split(turn.text, usize::MAX)),
            );
        }
        let mut call = Call {
            spoken,
            turns,
            questions: rows
                .iter()
                .map(|row| {
                    let question = row.question.as_deref().unwrap_or_default();
                    vocabulary.split(without_number(question), MOST_TOKENS)
                })
                .collect(),
            responses: rows
                .iter()
                .map(|row| {
                    let response = row.response.as_deref().unwrap_or_default();
                    vocabulary.split(response, 2 * MOST_TOKENS)
                })
                .collect(),
            ask_weights: Vec::new(),
            answer_weights: Vec::new(),
            punctuated: false,
            has_bot: spoken.iter().any(|turn| turn.role == Role::Bot),
            vocabulary,
        };
        call.punctuated = call.asks_with_marks();
        let (asking, answering): (Vec<usize>, Vec<usize>) =
            (0..call.turns.len()).partition(|turn| call.may_ask(*turn));
        call.ask_weights = call.weights(&asking, &call.questions);
        call.answer_weights = call.weights(&answering, &call.responses);
        call
    }

    /// Whether the turn is the interviewer's: that of the bot, or, where no turn has the bot's
    /// role, of a speaker with a neutral label.
    pub(super) fn may_ask(&self, turn: usize) -> bool {
        match self.spoken[turn].role {
            Role::Bot => true,
            Role::Other => !self.has_bot,
            Role::Human | Role::Unknown => false,
        }
    }

    /// Whether the speaker of `turn` can answer the question of turn `asked`.
    pub(super) fn may_answer(&self, turn: usize, asked: usize) -> bool {
        let (one, other) = (&self.spoken[turn], &self.spoken[asked]);
        one.role == Role::Human || (one.role == Role::Other && !one.same_speaker(other))
    }

    /// Whether the turn is as short as `Sorry, what was that?`.
    pub(super) fn is_brief(&self, turn: usize) -> bool {
        self.length(turn) <= 36
    }

    /// Whether the turn is as short as `Mm-hm.`
    pub(super) fn says_little(&self, turn: usize) -> bool {
        self.length(turn) <= 12
    }

    /// Whether the turn only shows that the speaker listens: `Mm-hm.`, `Right.`
    pub(super) fn is_backchannel(&self, turn: usize) -> bool {
        let most = if self.punctuated { 16 } else { 8 };
        self.length(turn) <= most && !self.turns[turn].asks()
    }

    /// The number of letters in a turn. A character of a script without spaces, or a syllable of
    /// Hangul, counts as three.
    pub(super) fn length(&self, turn: usize) -> usize {
        let letters = self.spoken[turn]
            .text
            .chars()
            .filter(|letter| letter.is_alphanumeric());
        letters
            .map(
                |letter| match is_unspaced(letter) || matches!(letter, '\u{AC00}'..='\u{D7A3}') {
                    true => 3,
                    false => 1,
                },
            )
            .sum()
    }

    /// Whether two rows have the same question, word for word.
    pub(super) fn same_question(&self, one: usize, other: usize) -> bool {
        let words = |question: usize| {
            self.questions[question]
                .tokens
                .iter()
                .map(|token| token.word)
        };
        !self.questions[one].tokens.is_empty() && words(one).eq(words(other))
    }

    /// Whether a third of the interviewer's turns that are answered have a question mark. Where no
    /// turn is answered, as on a voicemail, whether the bot's turns have any punctuation.
    fn asks_with_marks(&self) -> bool {
        let answered = (0..self.turns.len().saturating_sub(1))
            .filter(|turn| self.may_ask(*turn) && self.may_answer(turn + 1, *turn));
        let (marked, all) = answered.fold((0, 0), |(marked, all), turn| {
            (marked + usize::from(self.turns[turn].asks()), all + 1)
        });
        if all == 0 {
            let ends = ['.', '!', '?', '。', '？', '।', '؟', '۔'];
            let mut asking = self.spoken.iter().filter(|turn| turn.role == Role::Bot);
            return asking.any(|turn| turn.text.contains(ends));
        }
        3 * marked >= all && marked > 0
    }

    /// The weight of each word in the given turns and texts: its inverse document frequency, times
    /// its prior.
    fn weights(&self, turns: &[usize], texts: &[Words]) -> Vec<f64> {
        let mut counts = vec![0_u32; self.vocabulary.len()];
        let mut seen = vec![usize::MAX; self.vocabulary.len()];
        let mut documents = 0;
        let turns = turns.iter().map(|turn| &self.turns[*turn]);
        for (index, words) in turns.chain(texts).enumerate() {
            documents = index + 1;
            for token in &words.tokens {
                if seen[token.word] != index {
                    seen[token.word] = index;
                    counts[token.word] += 1;
                }
            }
        }
        counts
            .iter()
            .enumerate()
            .map(|(word, count)| {
                let rarity = (documents as f64 + 2.0) / (f64::from(*count) + 1.0);
                (0.3 + rarity.max(1.0).ln()) * self.vocabulary.prior(word)
            })
            .collect()
    }
}

/// A question without its number: `1. `, `Q3: `, `(2)`.
fn without_number(text: &str) -> &str {
    let start = text
        .trim_start()
        .trim_start_matches(['(', '[', '#', '*', '-', ' ']);
    let start = start.strip_prefix(['Q', 'q']).unwrap_or(start);
    let after = start.trim_start_matches(|letter: char| letter.is_numeric());
    let rest = after.trim_start_matches(['.', ')', ']', ':', '、', '．', '-']);
    match after.len() < start.len() && rest.len() < after.len() {
        true => rest,
        false => text,
    }
}
