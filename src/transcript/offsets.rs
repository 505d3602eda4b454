//! UTF-16 offsets, for JavaScript.

use super::range::TextRange;
use super::turn::Turn;

/// Converts byte offsets of one text into UTF-16 offsets.
///
/// Ascending offsets take one pass over the text in total. An offset before the previous one starts
/// at the beginning again.
///
/// ```
/// use ninjahire_calls::transcript::Utf16Offsets;
/// let mut offsets = Utf16Offsets::new("é😀x");
/// assert_eq!([offsets.at(0), offsets.at(2), offsets.at(6), offsets.at(7)], [0, 1, 3, 4]);
/// ```
pub struct Utf16Offsets<'a> {
    bytes: &'a [u8],
    at: usize,
    units: usize,
    /// The rest of the text is ASCII: each byte is one unit.
    is_ascii: bool,
}

impl<'a> Utf16Offsets<'a> {
    /// Starts at the beginning of `text`.
    pub fn new(text: &'a str) -> Self {
        Utf16Offsets {
            bytes: text.as_bytes(),
            at: 0,
            units: 0,
            is_ascii: false,
        }
    }

    /// Starts at a byte offset whose UTF-16 offset is known.
    pub(crate) fn from(text: &'a str, (at, units): (usize, usize)) -> Self {
        let bytes = text.as_bytes();
        Utf16Offsets {
            bytes,
            at,
            units,
            is_ascii: false,
        }
    }

    /// The UTF-16 offset of the byte offset `byte`.
    ///
    /// # Panics
    ///
    /// Panics where `byte` is past the end of the text.
    pub fn at(&mut self, byte: usize) -> usize {
        if byte < self.at {
            self.at = 0;
            self.units = 0;
            self.is_ascii = false;
        }
        self.units += match self.is_ascii {
            true => byte - self.at,
            false => utf16_length(&self.bytes[self.at..byte]),
        };
        self.at = byte;
        self.units
    }

    /// The UTF-16 offsets of a byte range: `(start, end)`.
    pub fn range(&mut self, range: TextRange) -> (usize, usize) {
        (self.at(range.start), self.at(range.end))
    }

    /// Six numbers for each turn: see [`utf16_turns`].
    pub(crate) fn turns(&mut self, turns: &[Turn]) -> Vec<f64> {
        self.is_ascii = self.bytes[self.at..].is_ascii();
        let mut flat = Vec::with_capacity(turns.len() * FLAT_TURN);
        // A caption without a label has the label of an earlier caption. Its offsets are kept,
        // because an earlier offset would start at the beginning again.
        let mut known = (None, (-1.0, -1.0));
        for turn in turns {
            if turn.label != known.0 {
                let label = turn.label.map(|label| self.range(label));
                let (start, end) =
                    label.map_or((-1.0, -1.0), |(start, end)| (start as f64, end as f64));
                known = (turn.label, (start, end));
            }
            let (start, end) = self.range(turn.text);
            flat.extend([
                f64::from(turn.role.code()),
                known.1.0,
                known.1.1,
                start as f64,
                end as f64,
                turn.start_time.unwrap_or(f64::NAN),
            ]);
        }
        flat
    }
}

/// How many UTF-16 code units a part of a text takes.
///
/// A character of four bytes takes two units, every other one takes one. The loop counts eight
/// bytes at a time.
fn utf16_length(bytes: &[u8]) -> usize {
    const HIGH_BITS: u64 = u64::from_ne_bytes([0x80; 8]);
    let (eights, rest) = bytes.as_chunks::<8>();
    let mut units = bytes.len();
    for eight in eights {
        let eight = u64::from_ne_bytes(*eight);
        if eight & HIGH_BITS == 0 {
            continue;
        }
        // A byte within a character is 10xxxxxx, the first of four is 11110xxx.
        let within = eight & (!eight << 1) & HIGH_BITS;
        let first_of_four = eight & (eight << 1) & (eight << 2) & (eight << 3) & HIGH_BITS;
        units -= within.count_ones() as usize;
        units += first_of_four.count_ones() as usize;
    }
    for byte in rest {
        units -= usize::from(byte & 0xC0 == 0x80);
        units += usize::from(*byte >= 0xF0);
    }
    units
}

/// How many numbers [`utf16_turns`] writes for one turn.
pub const FLAT_TURN: usize = 6;

/// The turns as numbers, for JavaScript: six per turn, all offsets in UTF-16 units.
///
/// | index | number | if there is none |
/// |---|---|---|
/// | 0 | the role: 0 bot, 1 human, 2 other, 3 unknown ([`Role::code`](super::Role::code)) | |
/// | 1 | start of the label | −1 |
/// | 2 | end of the label | −1 |
/// | 3 | start of the text | |
/// | 4 | end of the text; equal to its start where the turn is empty | |
/// | 5 | start time in seconds | NaN |
///
/// A turn's position in the list is its `index`. JavaScript's lone surrogates arrive in `text` as
/// U+FFFD. Both are one unit, so `transcript.slice(start, end)` is exact in JavaScript. One pass
/// over the text.
///
/// ```
/// use ninjahire_calls::transcript::{TranscriptOptions, parse_transcript, utf16_turns};
/// let transcript = "BOT: 😀\nHUMAN: Hi.";
/// let turns = parse_transcript(transcript, &TranscriptOptions::default());
/// let flat = utf16_turns(transcript, &turns);
/// assert_eq!(flat[..5], [0.0, 0.0, 3.0, 5.0, 7.0]);
/// assert_eq!(flat[6..11], [1.0, 8.0, 13.0, 15.0, 18.0]);
/// assert!(flat[5].is_nan() && flat[11].is_nan());
/// ```
pub fn utf16_turns(text: &str, turns: &[Turn]) -> Vec<f64> {
    Utf16Offsets::new(text).turns(turns)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Utf16Offsets;
    use proptest::prelude::*;

    #[test]
    fn offsets_are_those_of_utf_16() {
        let config = ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        proptest!(config, |(text in "([ -~]{0,20}|\\PC|\n|[é夜😀]){0,12}")| {
            let mut offsets = Utf16Offsets::new(&text);
            for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let expected = text[..at].encode_utf16().count();
                prop_assert_eq!(offsets.at(at), expected);
                prop_assert_eq!(Utf16Offsets::new(&text).at(at), expected);
            }
        });
    }
}
