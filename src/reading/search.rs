//! Finding words in turns.

use super::folding::Folded;
use super::offsets::TextRange;
use super::spoken::Spoken;
use super::unicode::word_bounds;

/// How to search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SearchOptions {
    /// Only whole words: `cat` is not found in `concatenate`. Words as Unicode segments them
    /// (UAX #29), so in Chinese and Japanese most characters are words of their own.
    pub whole_word: bool,
}

/// A place where the query was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchMatch {
    /// Which turn.
    pub turn: usize,
    /// Where in that turn's text, in bytes, on boundaries of what a reader takes for characters.
    /// For JavaScript, [`Utf16Offsets`](super::Utf16Offsets) makes UTF-16 offsets of it.
    pub range: TextRange,
}

/// Finds `query` in the turns' texts: every place, in order, none overlapping another.
///
/// Case and diacritics do not matter, nor does the way a character was composed: `strasse` finds
/// `Straße`, `jose` finds `José`, full-width letters are letters. Any run of blanks and line breaks
/// is one space, so a phrase is found across lines. A blank query finds nothing. Takes time
/// proportional to the text.
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

/// What is looked for.
pub(crate) fn folded_query(query: &str) -> Vec<char> {
    Folded::new(query.trim()).chars
}

/// Every place of the folded `query` in `text`.
pub(crate) fn find(text: &str, query: &[char], whole_word: bool) -> Vec<TextRange> {
    find_folded(text, &Folded::new(text), query, whole_word)
}

/// The same, where `folded` is what `text` folds to.
pub(crate) fn find_folded(
    text: &str,
    folded: &Folded,
    query: &[char],
    whole_word: bool,
) -> Vec<TextRange> {
    let mut found = Vec::new();
    if query.is_empty() {
        return found;
    }
    let words: Vec<usize> = match whole_word {
        true => word_bounds(text).map(|(at, _)| at).collect(),
        false => Vec::new(),
    };
    let bounds_word = |at: usize| at == text.len() || words.binary_search(&at).is_ok();
    // Knuth, Morris and Pratt: a query of many `a` in a text of many `a` is no reason to be slow.
    let borders = borders(query);
    let mut matched = 0;
    let mut free = 0;
    for (at, letter) in folded.chars.iter().enumerate() {
        while matched > 0 && query.get(matched) != Some(letter) {
            matched = borders[matched - 1];
        }
        if query.get(matched) == Some(letter) {
            matched += 1;
        }
        if matched < query.len() {
            continue;
        }
        matched = borders[matched - 1];
        let first = at + 1 - query.len();
        let range = TextRange::new(folded.starts[first], folded.ends[at]);
        // Not in the middle of a character: `s` is not found in `ß`.
        let whole = (first == 0 || folded.starts[first - 1] != range.start)
            && folded.starts.get(at + 1) != folded.starts.get(at);
        if whole
            && range.start >= free
            && (!whole_word || (bounds_word(range.start) && bounds_word(range.end)))
        {
            free = range.end;
            found.push(range);
        }
    }
    found
}

/// For each beginning of the query, how long its longest border is.
fn borders(query: &[char]) -> Vec<usize> {
    let mut borders = vec![0; query.len()];
    let mut length = 0;
    for at in 1..query.len() {
        while length > 0 && query[at] != query[length] {
            length = borders[length - 1];
        }
        if query[at] == query[length] {
            length += 1;
        }
        borders[at] = length;
    }
    borders
}
