//! What one speaker said.

use super::range::TextRange;
use super::role::Role;

/// What one speaker said, from one label to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// Its position in the list of turns.
    pub index: usize,
    /// Who speaks.
    pub role: Role,
    /// Where the label is, without brackets, emphasis, timestamp and separator around it. A bracket
    /// that says who speaks belongs to it: `BOT`, `Speaker 0`, `BOT (Screener)`. `None` if there is
    /// no label. A caption without a label has the label of the previous caption.
    pub label: Option<TextRange>,
    /// Where the words are, without the whitespace around them. If nothing was said, an empty range
    /// directly after the label.
    pub text: TextRange,
    /// When it starts, in seconds, from the timestamp beside the label. `None` without a timestamp,
    /// or if it is earlier than one before it.
    pub start_time: Option<f64>,
}

impl Turn {
    /// The words. `transcript` is the text from which the turn was parsed.
    pub fn text<'a>(&self, transcript: &'a str) -> &'a str {
        self.text.of(transcript)
    }

    /// The label as it is written. `transcript` is the text from which the turn was parsed.
    pub fn label<'a>(&self, transcript: &'a str) -> Option<&'a str> {
        self.label.map(|label| label.of(transcript))
    }
}
