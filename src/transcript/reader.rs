//! A transcript that grows during a call.

use super::line_labels::{Checkpoint, LineLabels};
use super::names::Names;
use super::offsets::Utf16Offsets;
use super::options::TranscriptOptions;
use super::place::LINE;
use super::shape::Shape;
use super::turn::Turn;
use super::turns;

/// Reads a transcript repeatedly while it grows, and each time parses only what may have changed.
///
/// The turns are always those that [`parse_transcript`](super::parse_transcript) finds in the whole
/// text. Complete lines are parsed once. Which labels the transcript uses is inferred again from
/// all label matches. A text that does not start with the previous text is parsed from the
/// beginning.
///
/// ```
/// use ninjahire_calls::transcript::{TranscriptOptions, TranscriptReader};
///
/// let mut reader = TranscriptReader::new(TranscriptOptions::default());
/// assert_eq!(reader.update("BOT: Hi.\nHUMAN: He"), 0);
/// // The first turn is as it was; the second has more words.
/// assert_eq!(reader.update("BOT: Hi.\nHUMAN: Hello.\nBOT: So?"), 1);
/// assert_eq!(reader.turns().len(), 3);
/// assert_eq!(reader.turns()[1].text(reader.text()), "Hello.");
/// ```
pub struct TranscriptReader {
    options: TranscriptOptions,
    text: String,
    shape: Shape,
    turns: Vec<Turn>,
    names: Names,
    lines: LineLabels,
    checkpoint: Checkpoint,
    /// A byte offset and its UTF-16 offset, at or before the first turn that changed.
    units: (usize, usize),
}

impl Default for TranscriptReader {
    fn default() -> Self {
        TranscriptReader::new(TranscriptOptions::default())
    }
}

impl TranscriptReader {
    /// A reader that has read nothing.
    pub fn new(options: TranscriptOptions) -> Self {
        TranscriptReader {
            names: Names::new(&options),
            options,
            text: String::new(),
            shape: Shape::Unlabelled,
            turns: Vec::new(),
            lines: LineLabels::default(),
            checkpoint: Checkpoint::default(),
            units: (0, 0),
        }
    }

    /// Reads the whole current text. Returns how many turns at the beginning are unchanged. All
    /// later turns may differ.
    pub fn update(&mut self, text: &str) -> usize {
        let mut before = String::new();
        match text.strip_prefix(self.text.as_str()) {
            Some("") => return self.turns.len(),
            Some(added) => self.text.push_str(added),
            None => {
                before = std::mem::replace(&mut self.text, text.to_owned());
                self.names = Names::new(&self.options);
                self.lines = LineLabels::default();
                self.checkpoint = Checkpoint::default();
                self.units = (0, 0);
            }
        }
        let reading = match turns::read_structured(&self.text, &self.options) {
            Some(reading) => reading,
            None => {
                self.lines.rewind(&self.checkpoint, &mut self.names);
                let from = self.checkpoint.at;
                self.checkpoint = self.lines.scan(&self.text, from, &mut self.names, LINE);
                turns::read_labelled(&self.text, &self.options, &self.names, &self.lines)
            }
        };
        let mut unchanged = 0;
        while let Some(turn) = reading.turns.get(unchanged)
            && self.turns.get(unchanged) == Some(turn)
            && (before.is_empty() || is_same(turn, &before, text))
        {
            unchanged += 1;
        }
        self.shape = reading.shape;
        self.turns = reading.turns;
        unchanged
    }

    /// The text of the last update.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The turns of the text of the last update.
    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// What separates the turns.
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The turns from index `from` on as numbers for JavaScript; see
    /// [`utf16_turns`](super::utf16_turns). If the turns before `from` are unchanged, the text
    /// before them is not scanned again.
    pub fn utf16_turns(&mut self, from: usize) -> Vec<f64> {
        let turns = &self.turns[from.min(self.turns.len())..];
        let Some(first) = turns.first() else {
            return Vec::new();
        };
        let start = first
            .label
            .unwrap_or(first.text)
            .start
            .min(first.text.start);
        if start < self.units.0 {
            self.units = (0, 0);
        }
        let mut offsets = Utf16Offsets::from(&self.text, self.units);
        self.units = (start, offsets.at(start));
        offsets.turns(turns)
    }
}

/// Whether a turn that has the same ranges in two texts says the same in both.
fn is_same(turn: &Turn, before: &str, now: &str) -> bool {
    let words = |text| (turn.label(text), turn.text(text));
    words(before) == words(now)
}
