//! What the words around a number or a domain say about it.

use super::word_lists::{AMOUNT, ID, LINK, NUMBER, PHONE, is_unspaced};
use crate::reading::folding::Folded;
use std::sync::LazyLock;

/// How many bytes before and after a number a cue is looked for.
const REACH: usize = 60;

/// What a cue says about the number or the domain beside it.
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

/// How many buckets the cues are in, by their first letter.
const BUCKETS: usize = 128;

/// All cues.
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

/// What may stand before a word and be written together with it: nothing; the articles and
/// prepositions of Arabic and Hebrew.
const PREFIXES: [&str; 14] = [
    "", "ال", "وال", "بال", "لل", "و", "ب", "ל", "ה", "ב", "ו", "ש", "מ", "כ",
];

/// Every cue in `text`: where a word begins with it. A cue of up to three letters is a whole word.
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

/// What the sentence says about the number at `start..end`.
pub(super) struct Surroundings {
    pub(super) phone: bool,
    pub(super) id: bool,
    pub(super) amount: bool,
}

/// Looks at the `cues` of `text` around `start..end`.
pub(super) fn surroundings(text: &str, cues: &[Cue], start: usize, end: usize) -> Surroundings {
    let from = sentence_start(text, start);
    let to = sentence_end(text, end);
    // How far the nearest cue is, before the number or behind it.
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

/// Whether a word before `start` announces a link.
pub(super) fn announces_link(text: &str, cues: &[Cue], start: usize) -> bool {
    let from = sentence_start(text, start);
    let first = cues.partition_point(|cue| cue.start < from);
    cues[first..]
        .iter()
        .take_while(|cue| cue.start < start)
        .any(|cue| cue.kind == CueKind::Link)
}

const SENTENCE_ENDS: [char; 9] = ['?', '!', ';', '\n', '。', '！', '？', '।', '؟'];

/// Where the sentence of `at` starts, [`REACH`] bytes before it at most.
fn sentence_start(text: &str, at: usize) -> usize {
    let from = floor(text, at.saturating_sub(REACH));
    let window = &text[from..at];
    let mut start = window
        .rfind(SENTENCE_ENDS)
        .map_or(0, |end| floor(window, end + 1));
    // A full stop ends a sentence too, unless it is that of an abbreviation.
    for (dot, _) in window.match_indices(". ") {
        let word = window[..dot].rsplit(' ').next().unwrap_or_default();
        if word.chars().count() > 4 {
            start = start.max(dot + 1);
        }
    }
    from + start
}

/// Where the sentence of `at` ends, half of [`REACH`] behind it at most.
fn sentence_end(text: &str, at: usize) -> usize {
    let to = floor(text, (at + REACH / 2).min(text.len()));
    let window = &text[at..to];
    let end = window.find(SENTENCE_ENDS).unwrap_or(window.len());
    at + window[..end].find(". ").unwrap_or(end)
}

/// The character boundary at `at` or before it.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
