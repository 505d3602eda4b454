//! What one speaker said.

use super::range::TextRange;
use super::role::Role;

/// What one speaker said, from one label to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// Its index among the turns.
    pub index: usize,
    /// Whose words they are.
    pub role: Role,
    /// Where the label is, without brackets, emphasis, timestamp and separator, but with what
    /// stands beside it in brackets to say who it is: `BOT`, `Speaker 0`, `BOT (Screener)`. `None`
    /// where there is no label. A caption without a label has the label of the one before.
    pub label: Option<TextRange>,
    /// Where the words are, without the whitespace around them. An empty range just after the
    /// label where nothing was said.
    pub text: TextRange,
    /// When it starts, in seconds, where the label has a timestamp. `None` if that is earlier than
    /// one before it.
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
