//! Cues: words beside a number or a domain that say what it is.

use super::cue_words::{AMOUNT, ID, LINK, NUMBER, PHONE, PHRASES, UNIT};
use super::word_lists::is_unspaced;
use crate::reading::folding::Folded;
use crate::reading::question_marks::is_question_mark;
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
    Unit,
    Link,
    /// A phrase that contains a cue by chance.
    None,
}

impl CueKind {
    /// The number of kinds.
    const COUNT: usize = CueKind::None as usize + 1;
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
        (&UNIT, CueKind::Unit),
        (&LINK, CueKind::Link),
        (&PHRASES, CueKind::None),
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
    let mut phrase_end = 0;
    for (at, letter) in folded.text.char_indices() {
        if !before.is_alphanumeric() {
            word_start = at;
        }
        let starts = is_unspaced(letter) || PREFIXES.contains(&&folded.text[word_start..at]);
        before = letter;
        if !starts || at < phrase_end {
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
            if *kind == CueKind::None {
                phrase_end = at + cue.len();
                break;
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
    /// Whether a cue directly before the number says that it is an id.
    pub(super) id: bool,
    pub(super) amount: bool,
    /// Whether the sentence is about an id at all.
    pub(super) mentions_id: bool,
    /// Whether the number is the first word of its sentence.
    pub(super) starts_sentence: bool,
}

/// What a question asks for.
#[derive(Clone, Copy, Default)]
pub(super) struct Asked {
    pub(super) phone: bool,
    pub(super) id: bool,
    pub(super) link: bool,
}

/// What a turn asks for, if it ends with a question.
pub(super) fn parse_question(text: &str) -> Asked {
    let Some(question) = text.trim_end().strip_suffix(is_question_mark) else {
        return Asked::default();
    };
    let cues = find_cues(&question[sentence_start(question, question.len())..]);
    let mentions = |kind: CueKind| cues.iter().any(|cue| cue.kind == kind);
    let (phone, id) = (mentions(CueKind::Phone), mentions(CueKind::Id));
    Asked {
        phone: phone || (mentions(CueKind::Number) && !id),
        id: id && !phone,
        link: mentions(CueKind::Link),
    }
}

/// Evaluates the `cues` of `text` around the number at `start..end`.
pub(super) fn surroundings(text: &str, cues: &[Cue], start: usize, end: usize) -> Surroundings {
    let mut from = sentence_start(text, start);
    let to = sentence_end(text, end);
    let starts_sentence = !text[from..start].contains(char::is_alphanumeric);
    // `My phone? It's 555 0132.`
    let asked = text[..from].strip_suffix(is_question_mark);
    if let Some(question) = asked {
        from = sentence_start(text, question.len());
    }
    // The distance of the nearest cue of each kind before and after the number, in bytes.
    let mut before = [None; CueKind::COUNT];
    let mut after = [None; CueKind::COUNT];
    let first = cues.partition_point(|cue| cue.start < from);
    for cue in cues[first..].iter().take_while(|cue| cue.start < to) {
        let (nearest, distance) = match start.checked_sub(cue.end) {
            Some(distance) => (&mut before, distance),
            None if cue.start >= end => (&mut after, cue.start - end),
            None => continue,
        };
        let nearest = &mut nearest[cue.kind as usize];
        *nearest = Some(nearest.map_or(distance, |known: usize| known.min(distance)));
    }
    let within = |distance: Option<usize>, most: usize| distance.is_some_and(|one| one <= most);
    let [phone, number, id, amount, ..] = before;
    // `order 4471, 415 555 0132`: after a comma another thing starts.
    let joined = |id: &usize| !text[start - id..start].contains([',', '，', '、', '،']);
    let nearer = |id: &usize| phone.is_none_or(|phone| *id < phone);
    let nearest_id = id.filter(joined).filter(nearer);
    let has_phone = phone
        .or(after[CueKind::Phone as usize])
        .or(number)
        .is_some();
    Surroundings {
        phone: nearest_id.is_none() && has_phone,
        id: within(nearest_id, 30),
        amount: within(amount, 2)
            || within(after[CueKind::Amount as usize], 2)
            || within(after[CueKind::Unit as usize], 1),
        mentions_id: id.or(after[CueKind::Id as usize]).is_some(),
        starts_sentence,
    }
}

/// Whether the words around the domain at `start..end` announce a site: a cue is before it in the
/// same sentence, or the sentence starts with the domain, and a cue or nothing follows.
pub(super) fn announces_link(text: &str, cues: &[Cue], start: usize, end: usize) -> bool {
    let from = sentence_start(text, start);
    let to = sentence_end(text, end);
    let announced = |from: usize, to: usize| {
        let first = cues.partition_point(|cue| cue.start < from);
        cues[first..]
            .iter()
            .take_while(|cue| cue.start < to)
            .any(|cue| cue.kind == CueKind::Link)
    };
    let is_empty = |text: &str| !text.contains(char::is_alphanumeric);
    let leads = is_empty(&text[from..start]);
    announced(from, start) || leads && (announced(end, to) || is_empty(&text[end..to]))
}

const SENTENCE_ENDS: [char; 9] = ['?', '!', ';', '\n', '。', '！', '？', '।', '؟'];

/// The start of the sentence around `at`, at most [`REACH`] bytes before it.
fn sentence_start(text: &str, at: usize) -> usize {
    let from = floor(text, at.saturating_sub(REACH));
    let window = &text[from..at];
    let last_end = window
        .char_indices()
        .rfind(|(_, sign)| SENTENCE_ENDS.contains(sign));
    let mut start = last_end.map_or(0, |(end, sign)| end + sign.len_utf8());
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
