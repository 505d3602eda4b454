//! Finds e-mail addresses whose top-level domain is in another script than Latin: `用户@例子.公司`.

use super::kind::MaskedKind;
use super::normal::Normal;
use super::word_lists::{INTERNATIONAL_DOMAINS, is_unspaced};
use crate::transcript::TextRange;

/// Every such address.
#[inline(never)]
pub(super) fn emails(normal: &Normal) -> Vec<(TextRange, MaskedKind)> {
    let text = &normal.text;
    let mut found = Vec::new();
    for (at, _) in text.match_indices('@') {
        let local = text[..at].trim_end_matches(|c| is_name(c) || matches!(c, '.' | '+'));
        let host = &text[at + 1..];
        let host_length = host.find(|c| !(is_name(c) || c == '.'));
        let host = &host[..host_length.unwrap_or(host.len())];
        if let Some(length) = international_length(host)
            && local.len() < at
        {
            let range = normal.original_range(local.len(), at + 1 + length);
            found.push((range, MaskedKind::Email));
        }
    }
    found
}

/// The length in bytes of the host at the start of `host`, without words that are attached to it.
/// `None` where its top-level domain is Latin or unknown.
fn international_length(host: &str) -> Option<usize> {
    let host = host.trim_end_matches('.');
    let dot = host.rfind('.').filter(|dot| *dot > 0)?;
    let top = &host[dot + 1..];
    let known = INTERNATIONAL_DOMAINS.split('|').find(|known| {
        let rest = top.strip_prefix(known);
        rest.is_some_and(|rest| rest.is_empty() || known.starts_with(is_unspaced))
    })?;
    Some(dot + 1 + known.len())
}

/// Whether a letter may be in a name of an address. Marks are letters too, as in Hindi.
fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_') || is_mark(letter)
}

/// The vowel signs of the Indian scripts and Thai.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{900}'..='\u{DFF}' | '\u{E00}'..='\u{E7F}')
}
