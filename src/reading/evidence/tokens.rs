//! The words of a call and its questions, and how much each tells there.

use super::super::labels::Role;
use super::super::questions::QuestionRow;
use super::super::spoken::Spoken;
use super::super::stats::is_question_mark;
use super::vocabulary::{Token, Vocabulary, Word};
use super::{EvidenceSpan, may_ask};

/// A sentence within a turn.
#[derive(Clone, Copy)]
pub(super) struct Sentence {
    /// Its place among the turn's tokens.
    pub(super) from: usize,
    pub(super) to: usize,
    /// It ends with a question mark.
    pub(super) asks: bool,
}

/// One turn.
pub(super) struct TurnWords {
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Sentence>,
}

/// Everything there is to compare.
pub(super) struct Call<'a> {
    pub(super) spoken: &'a [Spoken<'a>],
    pub(super) turns: Vec<TurnWords>,
    pub(super) rows: &'a [QuestionRow],
    pub(super) questions: Vec<Vec<Token>>,
    pub(super) responses: Vec<Vec<Token>>,
    pub(super) words: Vec<Word>,
    /// Somebody has the bot's role.
    has_bot: bool,
    /// Whoever asks does so with question marks.
    pub(super) punctuated: bool,
}

impl<'a> Call<'a> {
    pub(super) fn new(spoken: &'a [Spoken<'a>], rows: &'a [QuestionRow]) -> Self {
        let mut vocabulary = Vocabulary::default();
        let has_bot = spoken.iter().any(|turn| turn.role == Role::Bot);
        let turns: Vec<TurnWords> = spoken
            .iter()
            .map(|turn| TurnWords {
                sentences: Vec::new(),
                tokens: vocabulary.read(turn.text),
            })
            .collect();
        let read = |text: &Option<String>, vocabulary: &mut Vocabulary| match text {
            Some(text) => vocabulary.read(unnumbered(text)),
            None => Vec::new(),
        };
        let questions: Vec<Vec<Token>> = rows
            .iter()
            .map(|row| {
                let mut tokens = read(&row.question, &mut vocabulary);
                tokens.truncate(200);
                tokens
            })
            .collect();
        let responses = rows
            .iter()
            .map(|row| read(&row.response, &mut vocabulary))
            .collect();
        let mut call = Call {
            spoken,
            turns,
            rows,
            questions,
            responses,
            words: vocabulary.words,
            has_bot,
            punctuated: false,
        };
        for (turn, words) in spoken.iter().zip(&mut call.turns) {
            words.sentences = sentences(turn.text, &words.tokens);
        }
        call.punctuated = (0..call.turns.len()).any(|turn| {
            call.asks(turn)
                && call.turns[turn]
                    .sentences
                    .iter()
                    .any(|sentence| sentence.asks)
        });
        call.weigh();
        call
    }

    /// Whether the turn is of somebody who asks.
    pub(super) fn asks(&self, turn: usize) -> bool {
        may_ask(self.spoken[turn].role, self.has_bot)
    }

    /// Whether one turn's speaker can answer another's.
    pub(super) fn answers(&self, turn: usize, asked: usize) -> bool {
        let (one, other) = (&self.spoken[turn], &self.spoken[asked]);
        one.role == Role::Human || (one.role == Role::Other && !one.same_speaker(other))
    }

    /// Whether the turn is no more than `Mm-hm.` or `Sorry, what?`.
    pub(super) fn is_brief(&self, turn: usize) -> bool {
        let tokens = &self.turns[turn].tokens;
        let most = match tokens.first() {
            Some(token) if self.words[token.word].pair => 10,
            _ => 6,
        };
        tokens.len() <= most
    }

    /// Whether the turn ends with a question mark.
    pub(super) fn ends_asking(&self, turn: usize) -> bool {
        self.turns[turn]
            .sentences
            .last()
            .is_some_and(|sentence| sentence.asks)
    }

    /// Whether a sentence that a span has part in ends with a question mark.
    pub(super) fn asks_in(&self, span: EvidenceSpan) -> bool {
        let words = &self.turns[span.turn];
        words.sentences.iter().any(|sentence| {
            sentence.asks
                && words.tokens[sentence.from..sentence.to]
                    .iter()
                    .any(|token| {
                        token.range.start >= span.range.start && token.range.end <= span.range.end
                    })
        })
    }

    /// Whether there is no more of the bot after this turn.
    pub(super) fn is_last_of_bot(&self, turn: usize) -> bool {
        !(turn + 1..self.turns.len()).any(|later| self.asks(later))
    }

    /// Whether two rows ask the same, word for word.
    pub(super) fn same_question(&self, one: usize, other: usize) -> bool {
        let words = |question: usize| self.questions[question].iter().map(|token| token.word);
        !self.questions[one].is_empty() && words(one).eq(words(other))
    }

    /// Weighs the words: the fewer turns and questions have one, the more it tells.
    fn weigh(&mut self) {
        let mut seen = vec![usize::MAX; self.words.len()];
        let mut counts = vec![0_u32; self.words.len()];
        let mut texts = 0;
        let asking = (0..self.turns.len()).filter(|turn| self.asks(*turn));
        let turns = asking.map(|turn| &self.turns[turn].tokens);
        for (text, tokens) in turns.chain(&self.questions).enumerate() {
            texts = text + 1;
            for token in tokens {
                if seen[token.word] != text {
                    seen[token.word] = text;
                    counts[token.word] += 1;
                }
            }
        }
        for (word, count) in self.words.iter_mut().zip(counts) {
            let rarity = f64::from(texts as u32 + 1) / (f64::from(count) + 0.5);
            // Short calls tell little about what is rare.
            let rarity = 0.6 + rarity.max(1.0).ln();
            word.weight = rarity * word.kind;
            word.tells = word.kind >= 0.7 && (texts < 10 || rarity >= 1.2);
        }
    }
}

/// A question without its number: `1. `, `Q3: `, `(2)`.
fn unnumbered(text: &str) -> &str {
    let rest = text
        .trim_start()
        .trim_start_matches(['(', '[', '#', '*', '-', ' ']);
    let rest = rest.strip_prefix(['Q', 'q']).unwrap_or(rest);
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let signs = number.trim_start_matches(['.', ')', ']', ':', '、', '．', '-']);
    match number.len() < rest.len() && signs.len() < number.len() {
        true => signs,
        false => text,
    }
}

/// Splits a turn's tokens at the ends of its sentences.
fn sentences(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut from = 0;
    for place in 0..tokens.len() {
        let here = tokens[place].range.end;
        let next = tokens
            .get(place + 1)
            .map_or(text.len(), |token| token.range.start);
        let gap = text.get(here..next).unwrap_or_default();
        let asks = gap.contains(is_question_mark);
        let ends = asks
            || gap.contains(['!', '。', '！', '．', '؟', '।', '\n'])
            || gap.trim_end().len() < gap.len() && gap.contains(['.', '…', ';'])
            || place + 1 == tokens.len();
        if ends {
            sentences.push(Sentence {
                from,
                to: place + 1,
                asks,
            });
            from = place + 1;
        }
    }
    sentences
}
