//! The spoken names of the signs in an address.

use super::word_lists::{AT, DOT, DOT_DOMAIN, SIGN, SLASH, is_unspaced};
use crate::reading::folding::fold;
use std::sync::LazyLock;

/// A sign of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    At,
    Dot,
    /// A dot and a top-level domain in one word.
    DotDomain,
    Slash,
    /// A dash, an underscore, a plus.
    Other,
}

const SIGN_LISTS: [(&str, Sign); 5] = [
    (AT, Sign::At),
    (DOT, Sign::Dot),
    (DOT_DOMAIN, Sign::DotDomain),
    (SIGN, Sign::Other),
    (SLASH, Sign::Slash),
];

/// The names of the signs, folded and sorted.
static SIGNS: LazyLock<Vec<(String, Sign)>> = LazyLock::new(|| {
    let lists = SIGN_LISTS.iter();
    let mut signs: Vec<(String, Sign)> = lists
        .flat_map(|(list, sign)| list.split('|').map(|word| (fold(word), *sign)))
        .collect();
    signs.sort_by(|a, b| a.0.cmp(&b.0));
    signs
});

/// The names that start in a script without spaces: `圈a` too.
static UNSPACED_SIGNS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    SIGN_LISTS
        .iter()
        .flat_map(|(list, _)| list.split('|'))
        .filter(|word| word.starts_with(is_unspaced))
        .collect()
});

/// The sign of which the folded `words` are a name.
pub(super) fn parse_sign(words: &str) -> Option<Sign> {
    let found = SIGNS.binary_search_by(|(known, _)| known.as_str().cmp(words));
    found.ok().map(|index| SIGNS[index].1)
}

/// Whether a name of several words starts with these words.
pub(super) fn starts_sign(words: &str) -> bool {
    // A space sorts before all letters, so the longer name comes next.
    let next = SIGNS.partition_point(|(known, _)| known.as_str() <= words);
    let rest = SIGNS
        .get(next)
        .and_then(|(known, _)| known.strip_prefix(words));
    rest.is_some_and(|rest| rest.starts_with(' '))
}

/// The length in bytes of the longest name of a sign at the start of `text`, in a script without
/// spaces.
pub(super) fn unspaced_sign_length(text: &str) -> Option<usize> {
    UNSPACED_SIGNS
        .iter()
        .filter(|word| text.starts_with(**word))
        .map(|word| word.len())
        .max()
}
