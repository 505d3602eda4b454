//! Finds text in turns.

use super::Spoken;
use super::folding::Folded;
use crate::transcript::TextRange;
use unicode_segmentation::UnicodeSegmentation;

/// How to search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SearchOptions {
    /// Whether to find only whole words: `cat` is not found in `concatenate`. Words are as Unicode
    /// segments them (UAX #29), so in Chinese and Japanese most single characters are words.
    pub whole_word: bool,
}

/// A match of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchMatch {
    /// The index of the turn.
    pub turn: usize,
    /// The range in that turn's text, in bytes, on boundaries of grapheme clusters.
    /// [`Utf16Offsets`](super::Utf16Offsets) converts it for JavaScript.
    pub range: TextRange,
}

/// Finds `query` in the turns' texts: every match, in order, without overlaps.
///
/// It ignores case, diacritics, composition and full-width forms: `strasse` finds `Straße`, `jose`
/// finds `José`. Each run of whitespace counts as one space, so a phrase is found across lines. An
/// empty query finds nothing. It takes time proportional to the text.
///
/// ```
/// use ninjahire_calls::reading::search::{SearchOptions, search_transcript};
/// use ninjahire_calls::reading::{Role, Spoken};
///
/// let turn = Spoken { role: Role::Human, label: None, text: "In der Königs-\nstraße.", start_time: None };
/// let found = search_transcript(&[turn], "STRASSE", &SearchOptions::default());
/// assert_eq!(found[0].range.of(turn.text), "straße");
/// ```
pub fn search_transcript(
    turns: &[Spoken<'_>],
    query: &str,
    options: &SearchOptions,
) -> Vec<SearchMatch> {
    let query = folded_query(query);
    let mut found = Vec::new();
    for (turn, spoken) in turns.iter().enumerate() {
        for range in find(spoken.text, &query, options.whole_word) {
            found.push(SearchMatch { turn, range });
        }
    }
    found
}

/// The query in the form that [`find`] takes.
pub(crate) fn folded_query(query: &str) -> String {
    Folded::new(query.trim()).text
}

/// Every match of the folded `query` in `text`, in order, without overlaps.
pub(crate) fn find(text: &str, query: &str, whole_word: bool) -> Vec<TextRange> {
    find_folded(text, &Folded::new(text), query, whole_word)
}

/// The same, where `folded` is the folded `text`.
pub(crate) fn find_folded(
    text: &str,
    folded: &Folded,
    query: &str,
    whole_word: bool,
) -> Vec<TextRange> {
    let mut found = Vec::new();
    let Some(first) = query.chars().next() else {
        return found;
    };
    let words: Vec<usize> = match whole_word {
        true => text.split_word_bound_indices().map(|(at, _)| at).collect(),
        false => Vec::new(),
    };
    let bounds_word = |at: usize| at == text.len() || words.binary_search(&at).is_ok();
    let mut at = 0;
    while let Some(next) = folded.text[at..].find(query) {
        let (start, end) = (at + next, at + next + query.len());
        let range = folded
            .original_offset(start)
            .zip(folded.original_offset(end))
            .map(|(start, end)| TextRange::new(start, end))
            .filter(|range| !whole_word || (bounds_word(range.start) && bounds_word(range.end)));
        at = match range {
            Some(_) => end,
            None => start + first.len_utf8(),
        };
        found.extend(range);
    }
    found
}
