//! How a transcript was split, for a page that wants to show a doubt.

use super::characters::Syntax;
use super::inline_labels;
use super::label_match::{Place, Separator};
use super::line_labels::LineLabels;
use super::names::Names;
use super::offsets::TextRange;
use super::options::TranscriptOptions;
use super::role::Role;
use super::turns::{self, LINE, Turn};

/// What separates the turns of a transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[non_exhaustive]
pub enum Shape {
    /// Labels with a colon, or another sign that the whole transcript has, lead lines.
    Lines,
    /// The same, but line breaks were escaped and never unescaped: two characters, `\n`.
    EscapedLines,
    /// Labels without a sign have lines for themselves, or stand in brackets.
    BareLines,
    /// The whole call is on one line. Where one speaker ends is then less certain.
    Inline,
    /// HTML as rich-text fields store it: block tags separate the lines.
    Html,
    /// A JSON array or JSON lines of strings, or of objects with a speaker and a text.
    Json,
    /// WebVTT or SRT: each cue is a turn.
    Captions,
    /// The markers of a chat model, such as `<|im_start|>user`.
    ChatTemplate,
    /// No label was found: all of it is one turn of an unknown speaker.
    Unlabelled,
}

impl Shape {
    /// `"lines"`, `"escaped-lines"`, `"bare-lines"`, `"inline"`, `"html"`, `"json"`,
    /// `"captions"`, `"chat-template"` or `"unlabelled"`.
    pub fn as_str(self) -> &'static str {
        match self {
            Shape::Lines => "lines",
            Shape::EscapedLines => "escaped-lines",
            Shape::BareLines => "bare-lines",
            Shape::Inline => "inline",
            Shape::Html => "html",
            Shape::Json => "json",
            Shape::Captions => "captions",
            Shape::ChatTemplate => "chat-template",
            Shape::Unlabelled => "unlabelled",
        }
    }
}

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
    /// Where it first stands.
    pub label: TextRange,
    /// Whose it is.
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

/// What could have been a label and is none: known labels anywhere, and capitalised words that
/// lead lines.
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
    let leading = LineLabels::of(text, &mut names, Place { syntax, ..LINE });
    let leading = leading
        .matches
        .iter()
        .filter(|found| found.separator == Separator::Colon && (found.is_label || !found.is_lower));
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
