//! Splits text into words and signs, to find spelled-out addresses.

use super::signs::{self, Sign};
use super::word_lists::is_unspaced;
use crate::reading::folding::fold;

/// A word, or a sign of an address.
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) folded: String,
    /// The sign that this token alone names.
    pub(super) sign: Option<Sign>,
    /// Whether the name of a sign with several words starts with this token.
    pub(super) starts_sign: bool,
    /// Whether this is a letter with a full stop: the `T.` of `T. Brooks`.
    pub(super) is_initial: bool,
}

impl Token {
    /// Whether this is a letter or digits, as in an address that is spelled: `s a m 8 5`.
    pub(super) fn is_spelled(&self) -> bool {
        let mut letters = self.folded.chars();
        let first = letters.next().is_some_and(char::is_alphanumeric);
        first && (letters.next().is_none() || self.is_digits())
    }

    pub(super) fn is_digits(&self) -> bool {
        self.folded.chars().all(|c| c.is_ascii_digit())
    }

    pub(super) fn is_word(&self) -> bool {
        self.folded.chars().any(char::is_alphanumeric)
    }
}

/// The words of a text, without the punctuation around them. A word is split at `@` and slashes,
/// between scripts, and at names of signs in scripts without spaces.
pub(super) fn split_tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let separators = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ':' | ','
                    | ';'
                    | '<'
                    | '>'
                    | '='
                    | '('
                    | ')'
                    | '，'
                    | '。'
                    | '、'
                    | '،'
                    | '؛'
                    | '؟'
                    | '।'
            )
    };
    let mut at = 0;
    for word in text.split_inclusive(separators) {
        let start = at;
        at += word.len();
        push_tokens(word.trim_end_matches(separators), start, &mut tokens);
    }
    tokens
}

fn push_tokens(word: &str, start: usize, tokens: &mut Vec<Token>) {
    let around = |c: char| {
        c.is_ascii_punctuation() && !matches!(c, '@' | '_' | '+')
            || matches!(c, '“' | '”' | '’' | '…')
    };
    let mut piece_start = 0;
    let mut push = |from: usize, to: usize| {
        let piece = &word[from..to];
        // A single character is kept, because it may be a sign.
        let inner = match piece.len() {
            1 => piece,
            _ => piece.trim_matches(around),
        };
        if !inner.is_empty() {
            let from = start + from + (inner.as_ptr() as usize - piece.as_ptr() as usize);
            let folded = fold(inner);
            tokens.push(Token {
                start: from,
                end: from + inner.len(),
                sign: signs::parse_sign(&folded),
                starts_sign: signs::starts_sign(&folded),
                folded,
                is_initial: inner.chars().count() == 1 && piece.ends_with('.'),
            });
        }
    };
    let mut at = 0;
    let mut before: Option<char> = None;
    while let Some(letter) = word[at..].chars().next() {
        let sign = is_unspaced(letter)
            .then(|| signs::unspaced_sign_length(&word[at..]))
            .flatten();
        let parts = before.is_some_and(|before| {
            is_unspaced(before) != is_unspaced(letter)
                || [before, letter].iter().any(|c| matches!(c, '@' | '/'))
        });
        if at > piece_start && (parts || sign.is_some()) {
            push(piece_start, at);
            piece_start = at;
        }
        match sign {
            Some(length) => {
                push(at, at + length);
                at += length;
                piece_start = at;
                before = None;
            }
            None => {
                at += letter.len_utf8();
                before = Some(letter);
            }
        }
    }
    if piece_start < word.len() {
        push(piece_start, word.len());
    }
}
