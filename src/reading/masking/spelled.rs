//! Finds addresses that are spelled out, as speech recognition writes them:
//! `sam dot lee at example dot com`.

use super::cues::Asked;
use super::kind::MaskedKind;
use super::normal::Normal;
use super::signs::Sign;
use super::spelled_domains::{LONGEST_SIGN, domain_end, phrase_sign, sign_at, sign_length};
use super::spelled_links::link_at;
use super::tokens::{Token, split_tokens};
use super::word_lists::{
    announcement_length, is_mail_provider, is_number_word, is_spoken_domain, takes_preposition,
};
use crate::transcript::TextRange;

/// Every e-mail address and link that is spelled out. `asked` is what the turn before asks for.
#[inline(never)]
pub(super) fn spelled_addresses(normal: &Normal, asked: Asked) -> Vec<(TextRange, MaskedKind)> {
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
                let (start, end) = (tokens[first].start, tokens[last].end);
                let start = start + announcement_length(&normal.text[start..end]);
                let range = normal.original_range(start, end);
                found.push((range, kind));
                index = last + 1;
            }
            None => index += 1,
        }
    }
    found
}

/// The first and last token of the e-mail address whose `at` is at `index`.
#[inline(never)]
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
