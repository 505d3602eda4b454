//! Parses the signs and domains of addresses that are spelled out: `example dot com`.

use super::signs::{self, Sign};
use super::tokens::Token;
use super::word_lists::{is_spoken_domain, is_top_level_domain};

/// The most words in the name of a sign, such as `tiret du bas`.
pub(super) const LONGEST_SIGN: usize = 4;

/// The last token of the domain that starts at `from`: names with dots between them, the last of
/// which is a top-level domain. The first name has at most `most_words` words, or is spelled letter
/// by letter.
pub(super) fn domain_end(tokens: &[Token], from: usize, most_words: usize) -> Option<usize> {
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
                0 if tokens[from].is_spelled() => 12,
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
        match (top_level_end(tokens, at), tokens.get(at)) {
            (Some(end), _) => {
                found = Some(end);
                at = end;
            }
            (None, Some(token)) if token.is_word() => {}
            _ => return found,
        }
        // `dot co dot uk`
        if sign_at(tokens, at + 1) != Some(Sign::Dot) {
            return found;
        }
    }
    found
}

/// The last token of the top-level domain that starts at `at`: `com`, `c o m`.
fn top_level_end(tokens: &[Token], at: usize) -> Option<usize> {
    if is_spoken_domain(&tokens.get(at)?.folded) {
        return Some(at);
    }
    let spelled = |last: &usize| {
        let letters = tokens.get(at..=*last).unwrap_or_default();
        let domain: String = letters.iter().map(|token| token.folded.as_str()).collect();
        letters.iter().all(Token::is_spelled) && is_top_level_domain(&domain)
    };
    (at + 1..at + 4).rev().find(spelled)
}

/// Whether a word ends with a domain: `example.com`.
fn has_domain(word: &str) -> bool {
    word.rsplit_once('.').is_some_and(|(name, top)| {
        name.ends_with(char::is_alphanumeric) && is_top_level_domain(top)
    })
}

/// The sign that the single token at `index` names.
pub(super) fn sign_at(tokens: &[Token], index: usize) -> Option<Sign> {
    phrase_sign(tokens, index, 1)
}

/// The number of tokens from `index` on that name a sign which `accepts` allows; the most, where
/// there are several ways.
pub(super) fn sign_length(
    tokens: &[Token],
    index: usize,
    accepts: fn(Sign) -> bool,
) -> Option<usize> {
    (1..=LONGEST_SIGN)
        .rev()
        .find(|length| phrase_sign(tokens, index, *length).is_some_and(accepts))
}

/// The sign that the `length` tokens from `index` on name.
pub(super) fn phrase_sign(tokens: &[Token], index: usize, length: usize) -> Option<Sign> {
    match tokens.get(index..index + length)? {
        [token] => token.sign,
        [first, ..] if !first.starts_sign => None,
        tokens => {
            let words: Vec<&str> = tokens.iter().map(|token| token.folded.as_str()).collect();
            signs::parse_sign(&words.join(" "))
        }
    }
}
