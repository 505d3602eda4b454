//! Ranges of a text.

use super::cursor::part;

/// A range of a text, in bytes, always on character boundaries. `start <= end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TextRange {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl TextRange {
    /// The range from `start` to `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "{start}..{end} is no range");
        TextRange { start, end }
    }

    /// The part of `text` in this range. A range that does not fit `text` was made for another
    /// text: the result is empty, and debug builds panic.
    ///
    /// ```
    /// use ninjahire_calls::transcript::TextRange;
    /// assert_eq!(TextRange::new(5, 7).of("BOT: Hi."), "Hi");
    /// ```
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        part(text, self.start, self.end)
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.start >= self.end
    }
}
