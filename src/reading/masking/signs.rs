//! The signs of an address, as they are spoken.

use super::word_lists::{
    AT, DOT, DOT_DOMAIN, SIGN, SLASH, Words, contains, is_unspaced, sorted_words, words,
};
use std::sync::LazyLock;

/// A sign of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    At,
    Dot,
    /// Dot and top-level domain in one word.
    DotDomain,
    Slash,
    /// A dash, an underscore, a plus.
    Other,
}

/// The signs of an address.
static SIGNS: [(Words, Sign); 5] = [
    (words!(AT), Sign::At),
    (words!(DOT), Sign::Dot),
    (words!(DOT_DOMAIN), Sign::DotDomain),
    (words!(SIGN), Sign::Other),
    (words!(SLASH), Sign::Slash),
];

/// The signs in scripts that do not put spaces between words.
static UNSPACED_SIGNS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    [DOT_DOMAIN, AT, DOT, SIGN, SLASH]
        .into_iter()
        .flat_map(|list| list.split('|'))
        .filter(|word| word.chars().all(is_unspaced))
        .collect()
});

/// The sign that the folded `words` stand for.
pub(super) fn sign(words: &str) -> Option<Sign> {
    SIGNS
        .iter()
        .find(|(list, _)| contains(list, words))
        .map(|(_, sign)| *sign)
}

/// How many bytes the longest sign takes that `text` starts with, in a script that does not put
/// spaces between words.
pub(super) fn unspaced_sign_length(text: &str) -> Option<usize> {
    UNSPACED_SIGNS
        .iter()
        .filter(|word| text.starts_with(**word))
        .map(|word| word.len())
        .max()
}
