//! Addresses that are spelled out, as recognisers write them: `sam dot lee at example dot com`.

use super::super::folding::fold;
use super::MaskedKind;
use super::cues::{self, Sign};
use super::normal::Normal;
use crate::transcript::TextRange;

/// How many words a sign can have: `tiret du bas`.
const LONGEST_SIGN: usize = 4;

/// A word, or a sign of an address.
struct Token {
    start: usize,
    end: usize,
    folded: String,
}

impl Token {
    /// A letter or digits, as an address is spelled: `s a m 8 5`.
    fn is_spelled(&self) -> bool {
        let mut letters = self.folded.chars();
        let first = letters.next().is_some_and(char::is_alphanumeric);
        first && (letters.next().is_none() || self.is_digits())
    }

    fn is_digits(&self) -> bool {
        self.folded.chars().all(|c| c.is_ascii_digit())
    }

    fn is_word(&self) -> bool {
        self.folded.chars().any(char::is_alphanumeric)
    }
}

/// Every address that is spelled out.
pub(super) fn addresses(normal: &Normal) -> Vec<(TextRange, MaskedKind)> {
    let tokens = tokens(&normal.text);
    let mut found = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        let (address, kind) = match email_at(&tokens, index) {
            Some(email) => (Some(email), MaskedKind::Email),
            None => (link_at(&tokens, index), MaskedKind::Url),
        };
        match address {
            Some((first, last)) => {
                let range = normal.original(tokens[first].start, tokens[last].end);
                found.push((range, kind));
                index = last + 1;
            }
            None => index += 1,
        }
    }
    found
}

/// The first and last token of the e-mail address whose `at` is at `index`.
fn email_at(tokens: &[Token], index: usize) -> Option<(usize, usize)> {
    let length = phrase(tokens, index, |sign| sign == Sign::At)?;
    // Hosts of two words are common: `proton mail dot com`.
    let last = domain_end(tokens, index + length, 2)?;
    let first = local_start(tokens, index)?;
    Some((first, last))
}

/// The first and last token of the link whose host starts at `index`: `example dot com slash sam`.
fn link_at(tokens: &[Token], index: usize) -> Option<(usize, usize)> {
    let mut last = domain_end(tokens, index, 1)?;
    let web = tokens[index].folded == "www" || tokens[index].folded == "w";
    let slash = sign_at(tokens, last + 1) == Some(Sign::Slash);
    if !web && !slash {
        return None;
    }
    // The path: words with a slash, a dot or another sign between them.
    while let Some(length) = phrase(tokens, last + 1, |sign| sign != Sign::At) {
        let next = last + 1 + length;
        if !tokens.get(next).is_some_and(Token::is_word) {
            break;
        }
        last = next;
        while tokens[last].is_spelled() && tokens.get(last + 1).is_some_and(Token::is_spelled) {
            last += 1;
        }
    }
    Some((index, last))
}

/// The last token of the domain that starts at `from`: names with dots between them, of which the
/// last is a top-level domain. The first name has `most_words` at most, or is spelled.
fn domain_end(tokens: &[Token], from: usize, most_words: usize) -> Option<usize> {
    let mut found = None;
    let mut at = from;
    for name in 0..5 {
        let mut words = 0;
        let dot = loop {
            let token = tokens.get(at)?;
            let sign = sign_at(tokens, at).filter(|_| words > 0);
            match sign {
                Some(Sign::DotDomain) => return Some(at),
                Some(Sign::Dot) => break true,
                Some(Sign::Other) => words -= 1,
                _ if !token.is_word() => break false,
                _ => words += 1,
            }
            if at == from && has_domain(&token.folded) {
                return Some(at);
            }
            let most = match name {
                0 if token.is_spelled() => 12,
                0 => most_words,
                _ => 1,
            };
            if words > most {
                break false;
            }
            at += 1;
        };
        if !dot {
            return found;
        }
        at += 1;
        match tokens.get(at) {
            Some(token) if cues::is_spoken_domain(&token.folded) => found = Some(at),
            Some(token) if token.is_word() => {}
            _ => return found,
        }
        // `dot co dot uk`
        if sign_at(tokens, at + 1) != Some(Sign::Dot) {
            return found;
        }
    }
    found
}

/// Whether a word has a domain in it: `example.com`.
fn has_domain(word: &str) -> bool {
    word.rsplit_once('.').is_some_and(|(name, top)| {
        name.ends_with(char::is_alphanumeric) && cues::is_top_level_domain(top)
    })
}

/// The first token of what stands before the `at` at index `at`.
fn local_start(tokens: &[Token], at: usize) -> Option<usize> {
    let mut first = at.checked_sub(1)?;
    let word = &tokens[first];
    let spoken = tokens[at].folded != "@";
    if !word.is_word() || (spoken && cues::takes_preposition(&word.folded)) {
        return None;
    }
    while first > 0 {
        let sign = (1..=LONGEST_SIGN).rev().find(|length| {
            first > *length
                && matches!(
                    phrase_sign(tokens, first - length, *length),
                    Some(Sign::Dot | Sign::Other)
                )
        });
        if let Some(length) = sign
            && tokens[first - length - 1].is_word()
        {
            first -= length + 1;
        } else if tokens[first].is_spelled() && tokens[first - 1].is_spelled() {
            first -= 1;
        } else if tokens[first].is_digits()
            && tokens[first - 1]
                .folded
                .chars()
                .all(|c| c.is_ascii_alphanumeric())
        {
            // `sam 85 at example dot com`
            first -= 1;
            break;
        } else {
            break;
        }
    }
    Some(first)
}

/// The sign that the one token at `index` stands for.
fn sign_at(tokens: &[Token], index: usize) -> Option<Sign> {
    phrase_sign(tokens, index, 1)
}

/// How many tokens from `index` on are a sign that `accepts` takes, as many as can be.
fn phrase(tokens: &[Token], index: usize, accepts: fn(Sign) -> bool) -> Option<usize> {
    (1..=LONGEST_SIGN)
        .rev()
        .find(|length| phrase_sign(tokens, index, *length).is_some_and(accepts))
}

/// The sign that `length` tokens from `index` on stand for.
fn phrase_sign(tokens: &[Token], index: usize, length: usize) -> Option<Sign> {
    match tokens.get(index..index + length)? {
        [token] => cues::sign(&token.folded),
        tokens => {
            let words: Vec<&str> = tokens.iter().map(|token| token.folded.as_str()).collect();
            cues::sign(&words.join(" "))
        }
    }
}

/// The words of a text, without the punctuation around them. What is written together is taken apart
/// at an `@` and a slash, between scripts, and at signs in scripts without spaces.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let separators = |c: char| {
        c.is_whitespace() || matches!(c, ':' | ',' | ';' | '<' | '>' | '=' | '，' | '。' | '、')
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
        // A sign by itself stays.
        let inner = match piece.len() {
            1 => piece,
            _ => piece.trim_matches(around),
        };
        if !inner.is_empty() {
            let from = start + from + (inner.as_ptr() as usize - piece.as_ptr() as usize);
            tokens.push(Token {
                start: from,
                end: from + inner.len(),
                folded: fold(inner),
            });
        }
    };
    let mut at = 0;
    let mut before: Option<char> = None;
    while let Some(letter) = word[at..].chars().next() {
        let sign = cues::is_unspaced(letter)
            .then(|| cues::unspaced_sign_length(&word[at..]))
            .flatten();
        let parts = before.is_some_and(|before| {
            cues::is_unspaced(before) != cues::is_unspaced(letter)
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
