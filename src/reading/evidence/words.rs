//! Splits texts into words and sentences.

use super::vocabulary::Vocabulary;
use crate::reading::folding::fold;
use crate::reading::question_marks::{is_greek, is_question_mark};
use crate::transcript::TextRange;
use unicode_segmentation::UnicodeSegmentation;

/// One word; in a script without spaces, one pair of neighbouring characters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Its index in the vocabulary.
    pub(super) word: usize,
    /// Its range in the text, in bytes.
    pub(super) range: TextRange,
}

/// A sentence, as a range of tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sentence {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it ends with a question mark.
    pub(super) asks: bool,
}

/// A text as tokens and sentences.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Sentence>,
}

impl Words {
    /// Whether a sentence that overlaps the tokens `start..end` ends with a question mark.
    pub(super) fn asks_in(&self, start: usize, end: usize) -> bool {
        self.sentences
            .iter()
            .any(|sentence| sentence.asks && sentence.start < end && start < sentence.end)
    }

    /// Whether any sentence ends with a question mark.
    pub(super) fn asks(&self) -> bool {
        self.sentences.iter().any(|sentence| sentence.asks)
    }

    /// Whether every sentence ends with a question mark.
    pub(super) fn only_asks(&self) -> bool {
        !self.sentences.is_empty() && self.sentences.iter().all(|sentence| sentence.asks)
    }

    /// Whether the last sentence ends with a question mark.
    pub(super) fn ends_asking(&self) -> bool {
        self.sentences.last().is_some_and(|sentence| sentence.asks)
    }
}

impl Vocabulary {
    /// Splits `text` into words, at most `most`.
    pub(super) fn split(&mut self, text: &str, most: usize) -> Words {
        let mut tokens: Vec<Token> = Vec::new();
        // The last character of a script without spaces, and whether it is in a pair.
        let mut last: Option<TextRange> = None;
        let mut paired = false;
        for (at, word) in text.unicode_word_indices() {
            if tokens.len() >= most {
                break;
            }
            if !word.starts_with(is_unspaced) {
                self.push_single(text, &mut tokens, last.take().filter(|_| !paired));
                self.push_word(&mut tokens, at, word);
                continue;
            }
            for (inside, cluster) in word.grapheme_indices(true) {
                let range = TextRange::new(at + inside, at + inside + cluster.len());
                match last {
                    Some(before) if before.end == range.start => {
                        let pair = TextRange::new(before.start, range.end);
                        let written = &text[pair.start..pair.end];
                        let word = self.index_of(fold(written), |_| pair_prior(written));
                        tokens.push(Token { word, range: pair });
                        paired = true;
                    }
                    _ => {
                        self.push_single(text, &mut tokens, last.filter(|_| !paired));
                        paired = false;
                    }
                }
                last = Some(range);
            }
        }
        self.push_single(text, &mut tokens, last.filter(|_| !paired));
        let sentences = sentences(text, &tokens);
        Words { tokens, sentences }
    }

    /// Adds a character that has no neighbour for a pair.
    fn push_single(&mut self, text: &str, tokens: &mut Vec<Token>, range: Option<TextRange>) {
        if let Some(range) = range {
            let word = self.index_of(fold(&text[range.start..range.end]), |_| 0.5);
            tokens.push(Token { word, range });
        }
    }

    /// Adds a word, or the words that an apostrophe joins.
    fn push_word(&mut self, tokens: &mut Vec<Token>, at: usize, word: &str) {
        let mut start = at;
        for piece in word.split(['\'', '’']) {
            let range = TextRange::new(start, start + piece.len());
            start = range.end
                + word[range.end - at..]
                    .chars()
                    .next()
                    .map_or(0, char::len_utf8);
            let folded = fold(piece);
            if !folded.is_empty() {
                let word = self.index_of(folded, word_prior);
                tokens.push(Token { word, range });
            }
        }
    }
}

/// The prior weight of a word. Short words get less weight: in any language the most frequent
/// words, which say little, are the shortest (Zipf's law of abbreviation). Numbers get full weight.
fn word_prior(letters: &[char]) -> f64 {
    if letters.iter().any(|letter| letter.is_numeric()) {
        return 1.0;
    }
    match letters.len() {
        0 | 1 => 0.15,
        2 => 0.3,
        3 => 0.5,
        4 => 0.75,
        _ => 1.0,
    }
}

/// The prior weight of a pair of characters. A pair of Hiragana is mostly an ending or a particle.
fn pair_prior(pair: &str) -> f64 {
    let hiragana = |letter| matches!(letter, '\u{3040}'..='\u{309F}' | 'ー');
    match pair.chars().all(hiragana) {
        true => 0.35,
        false => 0.8,
    }
}

/// Whether `letter` is of a script that writes words without spaces.
pub(super) fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Splits a text's tokens at the ends of its sentences.
fn sentences(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (index, token) in tokens.iter().enumerate() {
        let next = tokens.get(index + 1);
        let gap_end = next.map_or(text.len(), |next| next.range.start);
        let gap = text.get(token.range.end..gap_end).unwrap_or_default();
        let greek = text[..token.range.end].ends_with(is_greek);
        // Armenian puts its question mark on a vowel inside the word.
        let asks = gap.contains(is_question_mark)
            || greek && gap.contains(';')
            || text[token.range.start..token.range.end].contains('\u{55E}');
        let ends = asks
            || next.is_none()
            || gap.contains(['!', '。', '！', '．', '।', '॥', '۔', '։', '።', '\n'])
            || gap.contains(['.', '…', ';']) && gap.contains(char::is_whitespace);
        if ends {
            sentences.push(Sentence {
                start,
                end: index + 1,
                asks,
            });
            start = index + 1;
        }
    }
    sentences
}
