//! Places in text: bytes for Rust, UTF-16 units for JavaScript.

use super::chars::skip_plain;
use super::turns::Turn;

/// A place in a text, in bytes, always on character boundaries. `start <= end`.
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
        TextRange { start, end }
    }

    /// The part of `text` that this range stands for; empty where it does not fit `text`.
    ///
    /// ```
    /// use ninjahire_calls::reading::TextRange;
    /// assert_eq!(TextRange::new(5, 7).of("BOT: Hi."), "Hi");
    /// ```
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.start >= self.end
    }
}

/// Turns byte offsets of one text into UTF-16 offsets.
///
/// Offsets asked for in ascending order cost one pass over the text in all; an offset before the
/// last one starts over.
///
/// ```
/// use ninjahire_calls::reading::Utf16Offsets;
/// let mut offsets = Utf16Offsets::new("é😀x");
/// assert_eq!([offsets.at(0), offsets.at(2), offsets.at(6), offsets.at(7)], [0, 1, 3, 4]);
/// ```
pub struct Utf16Offsets<'a> {
    bytes: &'a [u8],
    at: usize,
    units: usize,
}

impl<'a> Utf16Offsets<'a> {
    /// Starts at the beginning of `text`.
    pub fn new(text: &'a str) -> Self {
        Utf16Offsets {
            bytes: text.as_bytes(),
            at: 0,
            units: 0,
        }
    }

    /// The UTF-16 offset of the byte offset `byte`.
    pub fn at(&mut self, byte: usize) -> usize {
        if byte < self.at {
            self.at = 0;
            self.units = 0;
        }
        let passed = self.bytes.get(self.at..byte).unwrap_or_default();
        let mut at = 0;
        while at < passed.len() {
            let plain = skip_plain(passed, at);
            self.units += plain - at;
            at = plain + 8;
            for byte in passed.iter().skip(plain).take(8) {
                // Every character is one unit, but those of four bytes, which are two.
                self.units += usize::from(byte & 0xC0 != 0x80) + usize::from(*byte >= 0xF0);
            }
        }
        self.at = byte;
        self.units
    }

    /// The UTF-16 offsets of a byte range: `(start, end)`.
    pub fn range(&mut self, range: TextRange) -> (usize, usize) {
        (self.at(range.start), self.at(range.end))
    }
}

/// How many numbers [`utf16_turns`] writes for one turn.
pub const FLAT_TURN: usize = 6;

/// The turns as numbers, for JavaScript: six per turn, all offsets in UTF-16 units.
///
/// | place | what | none |
/// |---|---|---|
/// | 0 | the role: 0 bot, 1 human, 2 other, 3 unknown ([`Role::code`](super::Role::code)) | |
/// | 1 | start of the label | −1 |
/// | 2 | end of the label | −1 |
/// | 3 | start of the text | |
/// | 4 | end of the text; equal to its start where the turn is empty | |
/// | 5 | start time in seconds | NaN |
///
/// The turn's `index` is its place. A lone surrogate that came into `text` as U+FFFD counts one
/// unit, as it did where it came from, so `transcript.slice(start, end)` on the other side is
/// exact. One pass over the text.
///
/// ```
/// use ninjahire_calls::reading::{TranscriptOptions, parse_transcript, utf16_turns};
/// let transcript = "BOT: 😀\nHUMAN: Hi.";
/// let turns = parse_transcript(transcript, &TranscriptOptions::default());
/// let flat = utf16_turns(transcript, &turns);
/// assert_eq!(flat[..5], [0.0, 0.0, 3.0, 5.0, 7.0]);
/// assert_eq!(flat[6..11], [1.0, 8.0, 13.0, 15.0, 18.0]);
/// assert!(flat[5].is_nan() && flat[11].is_nan());
/// ```
pub fn utf16_turns(text: &str, turns: &[Turn]) -> Vec<f64> {
    let mut offsets = Utf16Offsets::new(text);
    let mut flat = Vec::with_capacity(turns.len() * FLAT_TURN);
    for turn in turns {
        flat.push(f64::from(turn.role.code()));
        match turn.label {
            Some(label) => {
                flat.push(offsets.at(label.start) as f64);
                flat.push(offsets.at(label.end) as f64);
            }
            None => {
                flat.push(-1.0);
                flat.push(-1.0);
            }
        }
        flat.push(offsets.at(turn.text.start) as f64);
        flat.push(offsets.at(turn.text.end) as f64);
        flat.push(turn.start_time.unwrap_or(f64::NAN));
    }
    flat
}

#[cfg(all(test, feature = "reading"))]
mod tests {
    use super::Utf16Offsets;
    use proptest::prelude::*;

    fn config() -> ProptestConfig {
        ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::default()
        }
    }

    #[test]
    fn offsets_are_those_of_utf_16() {
        proptest!(config(), |(text in "([ -~]{0,20}|\\PC|\n|[é夜😀]){0,12}")| {
            let mut offsets = Utf16Offsets::new(&text);
            for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let expected = text[..at].encode_utf16().count();
                prop_assert_eq!(offsets.at(at), expected);
                prop_assert_eq!(Utf16Offsets::new(&text).at(at), expected);
            }
        });
    }
}
