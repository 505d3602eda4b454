//! A transcript's turns.

use super::chars::{byte, invisible, trim};
use super::format::Shape;
use super::labels::{Labels, Role, TranscriptOptions};
use super::marks::Mark;
use super::offsets::TextRange;
use super::{held, inline, lines};

/// What one speaker said, from one label to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// Its place among the turns.
    pub index: usize,
    /// Whose words they are.
    pub role: Role,
    /// Where the label is, without brackets, emphasis, clock and colon, but with what stands
    /// beside it in brackets to say who it is: `BOT`, `Speaker 0`, `BOT (Screener)`. `None` where
    /// there is no label.
    pub label: Option<TextRange>,
    /// Where the words are, without the blanks and line breaks around them. An empty range just
    /// after the label where nothing was said.
    pub text: TextRange,
    /// When it starts, in seconds, where the label has a clock. `None` if that clock is earlier
    /// than one before it.
    pub start_time: Option<f64>,
}

impl Turn {
    /// The words, out of the transcript that the turn was read from.
    pub fn text<'a>(&self, transcript: &'a str) -> &'a str {
        self.text.of(transcript)
    }

    /// The label as it is written, out of the transcript that the turn was read from.
    pub fn label<'a>(&self, transcript: &'a str) -> Option<&'a str> {
        self.label.map(|label| label.of(transcript))
    }
}

/// Splits a transcript into turns.
///
/// Labels are read in any case, indented, with a full-width colon, alone on their line, in
/// brackets or emphasised, numbered, with a clock before or after them; one to a line, behind a
/// literal `\n`, or all on one line. Which labels a transcript has is inferred from the whole of
/// it and then held: where `BOT` and `HUMAN` lead lines, `Agent:` is speech. A transcript without
/// labels is one turn of an unknown speaker, and so is what stands before the first label.
///
/// Every character that is not blank is in exactly one turn's text or belongs to a label. The time
/// taken is proportional to the text's length. An empty or blank text has no turns.
///
/// ```
/// use ninjahire_calls::reading::{Role, TranscriptOptions, parse_transcript};
///
/// let transcript = "[00:00:01] BOT: Hi, is now a good time?\n[00:00:04] HUMAN: Yes.\n\nGo ahead.";
/// let turns = parse_transcript(transcript, &TranscriptOptions::default());
/// assert_eq!(turns[1].role, Role::Human);
/// assert_eq!(turns[1].label(transcript), Some("HUMAN"));
/// assert_eq!(turns[1].text(transcript), "Yes.\n\nGo ahead.");
/// assert_eq!(turns[1].start_time, Some(4.0));
/// ```
pub fn parse_transcript(text: &str, options: &TranscriptOptions) -> Vec<Turn> {
    let bytes = text.as_bytes();
    let labels = Labels::new(options);
    let (shape, marks) = read(bytes, &labels);
    turns(bytes, shape, &marks, &labels)
}

/// The marks at which turns begin, and how they were found.
pub(crate) fn read(bytes: &[u8], labels: &Labels) -> (Shape, Vec<Mark>) {
    let all = lines::marks(bytes, labels, false);
    let leading = hold(bytes, &all, true, labels);
    let first = leading
        .first()
        .is_some_and(|mark| held::opens(bytes, mark.start));
    if leading.len() > usize::from(first) {
        return (Shape::Lines, leading);
    }
    // No label leads a line, but perhaps the first.
    let mut slash = 0;
    while slash < bytes.len() && byte(bytes, slash) != b'\\' {
        slash += 1;
    }
    if slash < bytes.len() {
        let escaped = hold(bytes, &lines::marks(bytes, labels, true), true, labels);
        if escaped.len() > 1 {
            return (Shape::EscapedLines, escaped);
        }
    }
    let inline = inline::marks(bytes, labels);
    if !inline.is_empty() {
        return (Shape::Inline, inline);
    }
    if !leading.is_empty() {
        return (Shape::Lines, leading);
    }
    if all.iter().all(|mark| !mark.colon) {
        let bare = hold(bytes, &all, false, labels);
        if bare
            .first()
            .is_some_and(|first| held::opens(bytes, first.start))
            && inline::several_speakers(bytes, labels, &bare)
        {
            return (Shape::BareLines, bare);
        }
    }
    (Shape::Unlabelled, Vec::new())
}

/// The marks, with a colon or without, of the labels that the transcript has, if they are credible.
fn hold(bytes: &[u8], all: &[Mark], colon: bool, labels: &Labels) -> Vec<Mark> {
    let mut marks = Vec::new();
    for mark in all {
        if mark.colon == colon {
            marks.push(*mark);
        }
    }
    held::hold(&mut marks, labels);
    lines::settle(&mut marks, labels);
    if !held::credible(bytes, &marks) {
        marks.clear();
    }
    marks
}

/// The turns between the marks.
pub(crate) fn turns(bytes: &[u8], shape: Shape, marks: &[Mark], labels: &Labels) -> Vec<Turn> {
    let escaped = shape == Shape::EscapedLines;
    let mut turns = Vec::with_capacity(marks.len() + 1);
    // A byte order mark is nobody's word.
    let begin = match byte(bytes, 0) {
        0xEF => invisible(bytes, 0),
        _ => 0,
    };
    let first = marks.first().map_or(bytes.len(), |mark| mark.start);
    let (start, end) = trim(bytes, begin, first, escaped);
    if end > start {
        turns.push(Turn {
            index: 0,
            role: Role::Unknown,
            label: None,
            text: TextRange::new(start, end),
            start_time: None,
        });
    }
    let mut latest = 0.0;
    for (place, mark) in marks.iter().enumerate() {
        let next = marks.get(place + 1).map_or(bytes.len(), |mark| mark.start);
        let (start, end) = trim(bytes, mark.end, next, escaped);
        // Without a clock the time is not a number, and so not later than any.
        let start_time = (mark.time >= latest).then_some(mark.time);
        latest = start_time.unwrap_or(latest);
        turns.push(Turn {
            index: turns.len(),
            role: labels.role(mark.id),
            label: Some(mark.label),
            text: TextRange::new(start, end),
            start_time,
        });
    }
    turns
}
