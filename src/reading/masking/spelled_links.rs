//! Finds links that are spelled out: `example dot com slash sam`.

use super::cues::{self, Asked};
use super::normal::Normal;
use super::signs::Sign;
use super::spelled_domains::{domain_end, sign_at, sign_length};
use super::tokens::Token;
use super::word_lists::{is_article, is_common_word, is_personal_host};

/// The first and last token of the link whose host starts at `index`: `example dot com slash sam`.
#[inline(never)]
pub(super) fn link_at(
    normal: &Normal,
    asked: Asked,
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

/// The first token of the scheme before the host at `index`: `https colon slash slash`, spelled or not.
/// `index` where there is none.
fn scheme_start(tokens: &[Token], index: usize) -> usize {
    let is_scheme = |token: &Token| {
        let words = ["colon", "http", "https", "h", "t", "p", "s"];
        words.contains(&&*token.folded) || token.sign == Some(Sign::Slash)
    };
    let before = tokens[..index].iter().rev().take(8);
    match before.take_while(|token| is_scheme(token)).count() {
        0 | 1 => index,
        length => index - length,
    }
}

/// Whether the domain of the tokens `first..=last`, without a path, is a link: `sam dot dev`. It is
/// like a typed one, but must not be a phrase such as `the dot com` or `point de`.
fn is_bare_link(
    normal: &Normal,
    asked: Asked,
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
    let capital = text[start..].starts_with(|c: char| c.is_ascii_uppercase());
    has_dot
        && !apart
        && !phrase
        && sign_at(tokens, last + 1) != Some(Sign::At)
        && (is_personal_host(&name.folded, &top.folded)
            || !capital && cues::announces_link(text, normal.cues(), start, end)
            || asked.link)
}
