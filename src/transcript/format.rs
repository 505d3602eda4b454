//! How a transcript was split, for a page that wants to show a doubt.

use super::inline_labels;
use super::line_labels::LineLabels;
use super::names::Names;
use super::options::TranscriptOptions;
use super::place::{LINE, Place, Separator};
use super::range::TextRange;
use super::role::Role;
use super::shape::Shape;
use super::turn::Turn;
use super::turns;
use super::whitespace::Syntax;

/// How a transcript was split.
#[derive(Clone, Debug, PartialEq)]
pub struct Format {
    /// What separates the turns.
    pub shape: Shape,
    /// The labels that were selected, in the order of their appearance.
    pub labels: Vec<FormatLabel>,
    /// How many turns there are.
    pub turns: usize,
    /// How many of them have a start time.
    pub timed_turns: usize,
    /// How many timestamps were left out because they run backwards.
    pub backward_clocks: usize,
    /// Whether there is more around labels than spaces and a colon.
    pub decorated: bool,
    /// What looks like a label but was taken for speech, in the order of appearance, the first
    /// [`Format::MOST_DOUBTS`] of them. A page may want to mark these.
    pub left_as_speech: Vec<TextRange>,
}

impl Format {
    /// How many ranges [`Format::left_as_speech`] has at most.
    pub const MOST_DOUBTS: usize = 100;
}

/// A label of a transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatLabel {
    /// Where it first appears.
    pub label: TextRange,
    /// The role of its speaker.
    pub role: Role,
    /// How many turns have it. Past the 64th label of a transcript, turns are not counted.
    pub turns: usize,
}

/// How many labels [`Format::labels`] has at most.
const MOST_LABELS: usize = 64;

/// Says how [`parse_transcript`](super::parse_transcript) splits `text` with the same options.
///
/// ```
/// use ninjahire_calls::transcript::{Shape, TranscriptOptions, detect_format};
///
/// let transcript = "BOT: What was your title?\nHUMAN: On paper\nAgent: it said nothing else.";
/// let format = detect_format(transcript, &TranscriptOptions::default());
/// assert_eq!(format.shape, Shape::Lines);
/// assert_eq!(format.labels.len(), 2);
/// assert_eq!(format.left_as_speech[0].of(transcript), "Agent");
/// ```
pub fn detect_format(text: &str, options: &TranscriptOptions) -> Format {
    let reading = turns::read(text, options);
    let timed_turns = reading
        .turns
        .iter()
        .filter(|turn| turn.start_time.is_some())
        .count();
    Format {
        shape: reading.shape,
        labels: selected_labels(text, &reading.turns),
        turns: reading.turns.len(),
        timed_turns,
        backward_clocks: reading.times - timed_turns,
        decorated: reading.is_decorated,
        left_as_speech: left_as_speech(text, reading.shape, &reading.turns, options),
    }
}

fn selected_labels(text: &str, turns: &[Turn]) -> Vec<FormatLabel> {
    let mut labels: Vec<FormatLabel> = Vec::new();
    for turn in turns {
        let Some(label) = turn.label else { continue };
        let written = label.of(text);
        let known = labels.iter_mut().find(|known| {
            known.role == turn.role && known.label.of(text).eq_ignore_ascii_case(written)
        });
        if let Some(known) = known {
            known.turns += 1;
        } else if labels.len() < MOST_LABELS {
            labels.push(FormatLabel {
                label,
                role: turn.role,
                turns: 1,
            });
        }
    }
    labels
}

/// The ranges that look like labels but are speech: known labels anywhere, and capitalised words
/// that lead lines.
fn left_as_speech(
    text: &str,
    shape: Shape,
    turns: &[Turn],
    options: &TranscriptOptions,
) -> Vec<TextRange> {
    let syntax = match shape {
        Shape::EscapedLines => Syntax::Escaped,
        Shape::Html => Syntax::Html,
        Shape::Json | Shape::Captions | Shape::ChatTemplate => return Vec::new(),
        _ => Syntax::Plain,
    };
    let mut names = Names::new(options);
    let mut leading = LineLabels::default();
    leading.scan(text, 0, &mut names, Place { syntax, ..LINE });
    let leading = leading.matches.iter().filter(|found| {
        found.separator == Separator::Colon && (found.is_label() || !found.is_lower)
    });
    let mut left: Vec<TextRange> = leading.map(|found| found.label).collect();
    let inline = inline_labels::candidates(text, &mut names);
    left.extend(inline.iter().map(|found| found.label));
    left.sort_unstable();
    left.dedup_by_key(|label| label.start);
    let is_label = |range: &TextRange| {
        let after = turns.partition_point(|turn| turn.text.end <= range.start);
        let near = turns[after.saturating_sub(1)..].iter().take(3);
        near.filter_map(|turn| turn.label)
            .any(|label| label.start == range.start)
    };
    left.retain(|range| !is_label(range));
    left.truncate(Format::MOST_DOUBTS);
    left
}
