//! Cues: words beside a number or a domain that say what it is.

use super::word_lists::{AMOUNT, ID, LINK, NUMBER, PHONE, is_unspaced};
use crate::reading::folding::Folded;
use std::sync::LazyLock;

/// The number of bytes before a number in which a cue counts; after it, half as many.
const REACH: usize = 60;

/// What a cue says about the number or domain beside it: the list that it is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum CueKind {
    Phone,
    Number,
    Id,
    Amount,
    Link,
}

/// A cue in a text.
pub(super) struct Cue {
    kind: CueKind,
    start: usize,
    end: usize,
}

/// The number of buckets for the cues, by their first letter.
const BUCKETS: usize = 128;

/// All cues, in buckets.
static CUES: LazyLock<Vec<Vec<(&'static str, CueKind)>>> = LazyLock::new(|| {
    let lists = [
        (&PHONE, CueKind::Phone),
        (&NUMBER, CueKind::Number),
        (&ID, CueKind::Id),
        (&AMOUNT, CueKind::Amount),
        (&LINK, CueKind::Link),
    ];
    let mut cues = vec![Vec::new(); BUCKETS];
    for (list, kind) in lists {
        for cue in list.iter() {
            if let Some(first) = cue.chars().next() {
                cues[first as usize % BUCKETS].push((cue.as_str(), kind));
            }
        }
    }
    cues
});

/// What may be written together with the word after it: nothing, or the articles and prepositions
/// of Arabic and Hebrew.
const PREFIXES: [&str; 14] = [
    "", "ال", "وال", "بال", "لل", "و", "ب", "ל", "ה", "ב", "ו", "ש", "מ", "כ",
];

/// Every cue in `text`. A word must start with the cue; where the cue has at most three letters, it must
/// be the whole word.
pub(super) fn find_cues(text: &str) -> Vec<Cue> {
    let folded = Folded::new(text);
    let mut found = Vec::new();
    let mut before = ' ';
    let mut word_start = 0;
    for (at, letter) in folded.text.char_indices() {
        if !before.is_alphanumeric() {
            word_start = at;
        }
        let starts = is_unspaced(letter) || PREFIXES.contains(&&folded.text[word_start..at]);
        before = letter;
        if !starts {
            continue;
        }
        for (cue, kind) in &CUES[letter as usize % BUCKETS] {
            let rest = &folded.text[at..];
            let Some(after) = rest.strip_prefix(cue) else {
                continue;
            };
            let whole = cue.chars().count() > 3 || is_unspaced(letter);
            if !whole && after.starts_with(char::is_alphanumeric) {
                continue;
            }
            if let Some(start) = folded.original_offset(at) {
                let end = at + cue.len();
                let end = folded.original_offset(end).unwrap_or(start + cue.len());
                found.push(Cue {
                    kind: *kind,
                    start,
                    end: end.min(text.len()),
                });
            }
        }
    }
    found
}

/// What the cues in a sentence say about a number.
pub(super) struct Surroundings {
    pub(super) phone: bool,
    pub(super) id: bool,
    pub(super) amount: bool,
}

/// Evaluates the `cues` of `text` around the number at `start..end`.
pub(super) fn surroundings(text: &str, cues: &[Cue], start: usize, end: usize) -> Surroundings {
    let from = sentence_start(text, start);
    let to = sentence_end(text, end);
    // The distance of the nearest cue before or after the number, in bytes.
    let near = |kind: CueKind, before: bool| {
        let first = cues.partition_point(|cue| cue.start < from);
        cues[first..]
            .iter()
            .take_while(|cue| cue.start < to)
            .filter(|cue| cue.kind == kind)
            .filter_map(|cue| match before {
                true => start.checked_sub(cue.end),
                false => cue.start.checked_sub(end),
            })
            .min()
    };
    let (phone, id) = (near(CueKind::Phone, true), near(CueKind::Id, true));
    let id = id.filter(|id| phone.is_none_or(|phone| *id < phone));
    let phone = phone.or_else(|| near(CueKind::Phone, false));
    Surroundings {
        phone: id.is_none() && (phone.is_some() || near(CueKind::Number, true).is_some()),
        id: id.is_some_and(|distance| distance <= 30),
        amount: [true, false]
            .iter()
            .any(|before| near(CueKind::Amount, *before).is_some_and(|distance| distance <= 2)),
    }
}

/// Whether a cue before `start`, in the same sentence, announces a link.
pub(super) fn announces_link(text: &str, cues: &[Cue], start: usize) -> bool {
    let from = sentence_start(text, start);
    let first = cues.partition_point(|cue| cue.start < from);
    cues[first..]
        .iter()
        .take_while(|cue| cue.start < start)
        .any(|cue| cue.kind == CueKind::Link)
}

const SENTENCE_ENDS: [char; 9] = ['?', '!', ';', '\n', '。', '！', '？', '।', '؟'];

/// The start of the sentence around `at`, at most [`REACH`] bytes before it.
fn sentence_start(text: &str, at: usize) -> usize {
    let from = floor(text, at.saturating_sub(REACH));
    let window = &text[from..at];
    let mut start = window
        .rfind(SENTENCE_ENDS)
        .map_or(0, |end| floor(window, end + 1));
    // A full stop ends a sentence too, except after a short word, which may be an abbreviation.
    for (dot, _) in window.match_indices(". ") {
        let word = window[..dot].rsplit(' ').next().unwrap_or_default();
        if word.chars().count() > 4 {
            start = start.max(dot + 1);
        }
    }
    from + start
}

/// The end of the sentence around `at`, at most half of [`REACH`] bytes after it.
fn sentence_end(text: &str, at: usize) -> usize {
    let to = floor(text, (at + REACH / 2).min(text.len()));
    let window = &text[at..to];
    let end = window.find(SENTENCE_ENDS).unwrap_or(window.len());
    at + window[..end].find(". ").unwrap_or(end)
}

/// The last character boundary at or before `at`.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
