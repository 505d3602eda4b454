//! Finds addresses that are spelled out, as speech recognition writes them:
//! `sam dot lee at example dot com`.

use super::cues::{self, Asked};
use super::kind::MaskedKind;
use super::normal::Normal;
use super::signs::{self, Sign};
use super::tokens::{Token, split_tokens};
use super::word_lists::{
    announcement_length, is_article, is_colon, is_common_word, is_mail_provider, is_number_word,
    is_personal_host, is_spoken_domain, is_top_level_domain, takes_preposition,
};
use crate::transcript::TextRange;

/// The most words in the name of a sign, such as `tiret du bas`.
const LONGEST_SIGN: usize = 4;

/// Every e-mail address and link that is spelled out. `asked` is what the turn before asks for.
pub(super) fn spelled_addresses(
    normal: &Normal,
    asked: &dyn Fn() -> Asked,
) -> Vec<(TextRange, MaskedKind)> {
    let tokens = split_tokens(&normal.text);
    let mut found = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        let (address, kind) = match email_at(&tokens, index) {
            Some(email) => (Some(email), MaskedKind::Email),
            None => (link_at(normal, asked, &tokens, index), MaskedKind::Url),
        };
        match address {
            Some((first, last)) => {
                // `邮箱王芳艾特163点com`
                let start = tokens[first].start + announcement_length(&tokens[first].folded);
                let range = normal.original_range(start, tokens[last].end);
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
    let length = sign_length(tokens, index, |sign| sign == Sign::At)?;
    // Hosts of two words are common: `proton mail dot com`.
    let host = index + length;
    let domain = domain_end(tokens, host, 2);
    let last = domain.or_else(|| provider_end(tokens, index, host))?;
    let first = local_start(tokens, index)?;
    // `I'm good at gmail`
    let plain = tokens[first].folded.chars().all(char::is_alphabetic);
    if domain.is_none() && last == host && first + 1 == index && plain {
        return None;
    }
    Some((first, last))
}

/// The last token of the mail provider that starts at `from`, where the top-level domain or its dot is
/// not said: `sam at gmail`, `sam at gmail com`. `et` is no such `at`: it means *and* in French.
fn provider_end(tokens: &[Token], at: usize, from: usize) -> Option<usize> {
    if !is_mail_provider(&tokens.get(from)?.folded) || tokens[at].folded == "et" {
        return None;
    }
    let top = tokens.get(from + 1);
    let has_top = top.is_some_and(|top| top.folded.len() > 2 && is_spoken_domain(&top.folded));
    Some(from + usize::from(has_top))
}

/// The first and last token of the link whose host starts at `index`: `example dot com slash sam`.
fn link_at(
    normal: &Normal,
    asked: &dyn Fn() -> Asked,
    tokens: &[Token],
    index: usize,
) -> Option<(usize, usize)> {
    let mut last = domain_end(tokens, index, 1)?;
    let first = scheme_start(tokens, index);
    let web = first < index || matches!(&*tokens[index].folded, "www" | "w");
    let slash = sign_length(tokens, last + 1, |sign| sign == Sign::Slash).is_some();
    if !web && !slash && !is_bare_link(normal, asked, tokens, index, last) {
        return None;
    }
    // The path: words with a slash, a dot or another sign between them.
    while let Some(length) = sign_length(tokens, last + 1, |sign| sign != Sign::At) {
        let next = last + 1 + length;
        if !tokens.get(next).is_some_and(Token::is_word) {
            break;
        }
        last = next;
        while tokens[last].is_spelled() && tokens.get(last + 1).is_some_and(Token::is_spelled) {
            last += 1;
        }
    }
    Some((first, last))
}

/// The first token of the scheme before the host at `index`: `https colon slash slash`. `index` where
/// there is none.
fn scheme_start(tokens: &[Token], index: usize) -> usize {
    let is_slash = |at: usize| sign_at(tokens, at) == Some(Sign::Slash);
    let Some(slashes) = index.checked_sub(2) else {
        return index;
    };
    if !is_slash(slashes) || !is_slash(slashes + 1) {
        return index;
    }
    let mut first = slashes;
    if first > 0 && is_colon(&tokens[first - 1].folded) {
        first -= 1;
    }
    // `h t t p s`
    let letters = tokens[..first].iter().rev().take(5);
    let spelled = letters
        .take_while(|token| token.folded.len() == 1 && "https".contains(&*token.folded))
        .count();
    match first.checked_sub(1).map(|at| &*tokens[at].folded) {
        Some("http" | "https") => first - 1,
        _ => first - spelled,
    }
}

/// Whether the domain of the tokens `first..=last`, without a path, is a link: `sam dot dev`. It is
/// like a typed one, but must not be a phrase such as `the dot com` or `point de`.
fn is_bare_link(
    normal: &Normal,
    asked: &dyn Fn() -> Asked,
    tokens: &[Token],
    first: usize,
    last: usize,
) -> bool {
    let text = &normal.text;
    let (start, end) = (tokens[first].start, tokens[last].end);
    let (name, top) = (&tokens[first], &tokens[last]);
    let has_dot = tokens[first..=last]
        .iter()
        .any(|token| matches!(token.sign, Some(Sign::Dot | Sign::DotDomain)) && token.is_word());
    let apart = tokens[first..=last].windows(2).any(|pair| {
        let gap = &text[pair[0].end..pair[1].start];
        !gap.chars().all(char::is_whitespace)
    });
    let short = name.folded.chars().count() < 3 && !name.is_spelled();
    let phrase = last < first + 2
        || short
        || is_article(&name.folded)
        || name.sign.is_some()
        || is_common_word(&top.folded) && !matches!(&*tokens[last - 1].folded, "dot" | "punkt");
    let capital = text[start..].starts_with(char::is_uppercase);
    has_dot
        && !apart
        && !phrase
        && sign_at(tokens, last + 1) != Some(Sign::At)
        && (is_personal_host(&name.folded, &top.folded)
            || !capital && cues::announces_link(text, normal.cues(), start, end)
            || asked().link)
}

/// The last token of the domain that starts at `from`: names with dots between them, the last of
/// which is a top-level domain. The first name has at most `most_words` words, or is spelled letter
/// by letter.
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

/// The first token of the local part before the `at` at index `at`. `None` where `at` is a preposition.
fn local_start(tokens: &[Token], at: usize) -> Option<usize> {
    let mut first = at.checked_sub(1)?;
    let word = &tokens[first];
    let spoken = tokens[at].folded != "@";
    if !word.is_word() || (spoken && takes_preposition(&word.folded)) {
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
        } else if let Some(start) = name_start(tokens, first) {
            first = start;
        } else if tokens[first - 1].is_initial
            || tokens[first].is_spelled() && tokens[first - 1].is_spelled()
        {
            first -= 1;
        } else if (tokens[first].is_digits() || is_number_word(&tokens[first].folded))
            && tokens[first - 1]
                .folded
                .chars()
                .all(|c| c.is_ascii_alphanumeric())
        {
            // `sam 85 at example dot com`, `sam eighty five at example dot com`
            first -= 1;
        } else {
            break;
        }
    }
    Some(first)
}

/// The first token of a name of two or three words that ends at `last`, where a sign is before it:
/// `jan dot de vries at example dot com`. It must not start with a top-level domain, after which
/// another address starts. `de` and other short domains are allowed, because here they are mostly
/// parts of names.
fn name_start(tokens: &[Token], last: usize) -> Option<usize> {
    let is_domain = |token: &Token| token.folded.len() > 2 && is_spoken_domain(&token.folded);
    (1..=2)
        .filter_map(|more| last.checked_sub(more))
        .take_while(|first| tokens[*first].is_word())
        .find(|first| {
            let before = first.checked_sub(1).and_then(|sign| sign_at(tokens, sign));
            matches!(before, Some(Sign::Dot | Sign::Other)) && !is_domain(&tokens[*first])
        })
}

/// The sign that the single token at `index` names.
fn sign_at(tokens: &[Token], index: usize) -> Option<Sign> {
    phrase_sign(tokens, index, 1)
}

/// The number of tokens from `index` on that name a sign which `accepts` allows; the most, where
/// there are several ways.
fn sign_length(tokens: &[Token], index: usize, accepts: fn(Sign) -> bool) -> Option<usize> {
    (1..=LONGEST_SIGN)
        .rev()
        .find(|length| phrase_sign(tokens, index, *length).is_some_and(accepts))
}

/// The sign that the `length` tokens from `index` on name.
fn phrase_sign(tokens: &[Token], index: usize, length: usize) -> Option<Sign> {
    match tokens.get(index..index + length)? {
        [token] => token.sign,
        [first, ..] if !first.starts_sign => None,
        tokens => {
            let words: Vec<&str> = tokens.iter().map(|token| token.folded.as_str()).collect();
            signs::parse_sign(&words.join(" "))
        }
    }
}
