//! Finds the lines of a text without decoding every character.

use super::cursor::{Cursor, part};
use super::whitespace::{Syntax, eat_line_break};

/// One line: its bytes without the line break, and where the next one starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) next: usize,
}

/// The lines from a position on.
pub(crate) struct Lines<'t> {
    text: &'t str,
    syntax: Syntax,
    at: usize,
    /// Not zero if any byte so far was `<` or `\`.
    marks: u64,
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str, from: usize, syntax: Syntax) -> Self {
        Lines {
            text,
            syntax,
            at: from,
            marks: 0,
        }
    }

    /// Whether the lines so far contain `<` or `\`. Only then is a search for markup needed.
    pub(crate) fn has_markup(&self) -> bool {
        self.marks != 0
    }

    /// Where a line break may start, from `from` on, or the end of the text.
    ///
    /// Compares eight bytes at a time. On wasm without vector instructions, this is twice as fast
    /// as a search for three bytes at a time, and one pass instead of three finds all bytes that
    /// matter.
    fn next_candidate(&mut self, from: usize) -> usize {
        let bytes = part(self.text, from, self.text.len()).as_bytes();
        let (eights, rest) = bytes.as_chunks::<8>();
        for (index, eight) in eights.iter().enumerate() {
            let eight = u64::from_le_bytes(*eight);
            self.marks |= equal(eight, b'<') | equal(eight, b'\\');
            let found = candidates(eight, self.syntax);
            if found != 0 {
                return from + index * 8 + found.trailing_zeros() as usize / 8;
            }
        }
        let mut last = [b' '; 8];
        for (to, byte) in last.iter_mut().zip(rest) {
            *to = *byte;
        }
        let eight = u64::from_le_bytes(last);
        self.marks |= equal(eight, b'<') | equal(eight, b'\\');
        match candidates(eight, self.syntax) {
            0 => self.text.len(),
            found => self.text.len() - rest.len() + found.trailing_zeros() as usize / 8,
        }
    }
}

/// Sets the high bit of each byte that equals `byte`. Only the lowest set bit is exact: the
/// subtraction borrows from the bytes above.
fn equal(eight: u64, byte: u8) -> u64 {
    let difference = eight ^ (ONES * u64::from(byte));
    difference.wrapping_sub(ONES) & !difference & HIGH_BITS
}

const ONES: u64 = u64::from_le_bytes([1; 8]);
const HIGH_BITS: u64 = u64::from_le_bytes([0x80; 8]);

/// Sets the high bit of each byte that a line break can start with. Again, only the lowest set bit
/// is exact.
fn candidates(eight: u64, syntax: Syntax) -> u64 {
    let below = |least: u8| eight.wrapping_sub(ONES * u64::from(least)) & !eight & HIGH_BITS;
    let equal = |byte: u8| equal(eight, byte);
    match syntax {
        // 0xC2 starts U+0085, and 0xE2 starts U+2028 and U+2029.
        Syntax::Plain => below(b'\x0E') | equal(0xC2) | equal(0xE2),
        Syntax::Escaped => below(b'\x0E') | equal(0xC2) | equal(0xE2) | equal(b'\\'),
        Syntax::Html => equal(b'<'),
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let start = self.at;
        if start >= self.text.len() {
            return None;
        }
        let mut from = start;
        loop {
            let end = self.next_candidate(from);
            let mut cursor = Cursor::new(self.text, end);
            if cursor.is_at_end() || eat_line_break(&mut cursor, self.syntax) {
                self.at = cursor.position();
                let next = self.at;
                return Some(Line { start, end, next });
            }
            cursor.bump();
            from = cursor.position();
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_end_at_the_first_break() {
        let config = ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        let text = "([ -~]{0,20}|[\r\n\\x0b\\x0c\u{85}\u{2028}é夜“]|\\\\n|<br>|<p|\\PC){0,12}";
        proptest!(config, |(text in text, syntax in 0..3_usize)| {
            let syntax = [Syntax::Plain, Syntax::Escaped, Syntax::Html][syntax];
            let mut at = 0;
            for line in Lines::new(&text, 0, syntax) {
                prop_assert_eq!(line.start, at);
                let breaks = |at: &usize| {
                    text.is_char_boundary(*at)
                        && eat_line_break(&mut Cursor::new(&text, *at), syntax)
                };
                let first = (at..text.len()).find(breaks);
                prop_assert_eq!(line.end, first.unwrap_or(text.len()));
                at = line.next;
            }
            prop_assert_eq!(at, text.len());
        });
    }
}
