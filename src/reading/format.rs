//! How a transcript was split, for a page that wants to show a doubt.

use super::inline;
use super::labels::{Labels, Role, TranscriptOptions};
use super::lines;
use super::marks::Mark;
use super::offsets::TextRange;
use super::turns::{self, Turn};

/// What tells turns apart in a transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Labels with a colon lead lines.
    Lines,
    /// The same, but the line breaks were escaped and never unescaped: two characters, `\n`.
    EscapedLines,
    /// Labels without a colon have lines of their own, or stand in brackets.
    BareLines,
    /// The whole call is on one line. Where one speaker ends is then less certain.
    Inline,
    /// No label was found: all of it is one turn of an unknown speaker.
    Unlabelled,
}

impl Shape {
    /// `"lines"`, `"escaped-lines"`, `"bare-lines"`, `"inline"` or `"unlabelled"`.
    pub fn as_str(self) -> &'static str {
        match self {
            Shape::Lines => "lines",
            Shape::EscapedLines => "escaped-lines",
            Shape::BareLines => "bare-lines",
            Shape::Inline => "inline",
            Shape::Unlabelled => "unlabelled",
        }
    }
}

/// How a transcript was split.
#[derive(Clone, Debug, PartialEq)]
pub struct Format {
    /// What tells turns apart.
    pub shape: Shape,
    /// The labels that were held for labels, in the order of their appearance.
    pub labels: Vec<FormatLabel>,
    /// How many turns there are.
    pub turns: usize,
    /// How many of them have a start time.
    pub timed_turns: usize,
    /// How many clocks were left out because they run backwards.
    pub backward_clocks: usize,
    /// Whether there is more around labels than blanks and a colon.
    pub decorated: bool,
    /// What looks like a label but was taken for speech, in the order of appearance, the first
    /// [`Format::MOST_DOUBTS`] of them. A page may want to mark these.
    pub left_as_speech: Vec<TextRange>,
}

impl Format {
    /// How many places [`Format::left_as_speech`] holds at most.
    pub const MOST_DOUBTS: usize = 100;
}

/// A label of a transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatLabel {
    /// Where it first stands.
    pub label: TextRange,
    /// Whose it is.
    pub role: Role,
    /// How many turns have it. Past the 64th label of a transcript, turns are not counted.
    pub turns: usize,
}

/// Says how [`parse_transcript`](super::parse_transcript) splits `text` with the same options.
///
/// ```
/// use ninjahire_calls::reading::{Shape, TranscriptOptions, detect_format};
///
/// let transcript = "BOT: What was your title?\nHUMAN: On paper\nAgent: it said nothing else.";
/// let format = detect_format(transcript, &TranscriptOptions::default());
/// assert_eq!(format.shape, Shape::Lines);
/// assert_eq!(format.labels.len(), 2);
/// assert_eq!(format.left_as_speech[0].of(transcript), "Agent");
/// ```
pub fn detect_format(text: &str, options: &TranscriptOptions) -> Format {
    let bytes = text.as_bytes();
    let labels = Labels::new(options);
    let (shape, marks) = turns::read(bytes, &labels);
    let turns = turns::turns(bytes, shape, &marks, &labels);
    let timed_turns = turns
        .iter()
        .filter(|turn| turn.start_time.is_some())
        .count();
    Format {
        shape,
        labels: held(text, &turns),
        turns: turns.len(),
        timed_turns,
        backward_clocks: marks.iter().filter(|mark| !mark.time.is_nan()).count() - timed_turns,
        decorated: marks.iter().any(|mark| mark.decorated),
        left_as_speech: left(bytes, shape, &marks, &labels),
    }
}

fn held(text: &str, turns: &[Turn]) -> Vec<FormatLabel> {
    let mut labels: Vec<FormatLabel> = Vec::new();
    for turn in turns {
        let Some(label) = turn.label else { continue };
        let written = label.of(text);
        let known = labels.iter_mut().find(|known| {
            known.role == turn.role && known.label.of(text).eq_ignore_ascii_case(written)
        });
        if let Some(known) = known {
            known.turns += 1;
        } else if labels.len() < 64 {
            labels.push(FormatLabel {
                label,
                role: turn.role,
                turns: 1,
            });
        }
    }
    labels
}

/// What could have been a mark and is none.
fn left(bytes: &[u8], shape: Shape, marks: &[Mark], labels: &Labels) -> Vec<TextRange> {
    let leading = lines::marks(bytes, labels, shape == Shape::EscapedLines);
    let inline = inline::candidates(bytes, 0, labels);
    let mut leading = leading.iter().filter(|mark| mark.colon).peekable();
    let mut inline = inline.iter().peekable();
    let mut marks = marks.iter().peekable();
    let mut left: Vec<TextRange> = Vec::new();
    // Each of the three is in order.
    while left.len() < Format::MOST_DOUBTS {
        let next = match (leading.peek(), inline.peek()) {
            (Some(one), Some(other)) if other.label < one.label => inline.next(),
            (Some(_), _) => leading.next(),
            (None, _) => inline.next(),
        };
        let Some(label) = next.map(|mark| mark.label) else {
            break;
        };
        let is_before = |mark: &&Mark| mark.label.start < label.start;
        while marks.next_if(is_before).is_some() {}
        let is_mark = marks
            .peek()
            .is_some_and(|mark| mark.label.start == label.start);
        let is_known = left.last().is_some_and(|last| last.start == label.start);
        if !is_mark && !is_known {
            left.push(label);
        }
    }
    left
}
