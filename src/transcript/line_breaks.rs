//! The lines of a text, found without looking at every character.

use super::characters::{Syntax, eat_line_break};
use super::cursor::Cursor;

/// One line: its bytes without the line break, and where the next one starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) next: usize,
}

/// The lines from a position on.
///
/// A line break starts with one of a few bytes. The next one of each group is remembered, so that
/// a text without rare line breaks is searched for them once.
pub(crate) struct Lines<'t> {
    text: &'t str,
    syntax: Syntax,
    at: usize,
    groups: [Group; 3],
}

/// Up to three bytes that line breaks start with, and where the next one of them is.
struct Group {
    bytes: [u8; 3],
    next: usize,
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str, from: usize, syntax: Syntax) -> Self {
        let groups: [[u8; 3]; 3] = match syntax {
            // 0xC2 starts U+0085, and 0xE2 starts U+2028 and U+2029.
            Syntax::Plain => [[b'\n', b'\r', b'\x0B'], [b'\x0C', 0xC2, 0xE2], [0; 3]],
            Syntax::Escaped => [[b'\n', b'\r', b'\x0B'], [b'\x0C', 0xC2, 0xE2], [b'\\'; 3]],
            Syntax::Html => [[b'<'; 3], [0; 3], [0; 3]],
        };
        let mut lines = Lines {
            text,
            syntax,
            at: from,
            groups: groups.map(|bytes| Group { bytes, next: from }),
        };
        for group in &mut lines.groups {
            group.search(text, from);
        }
        lines
    }

    /// Where a line break may start, from `from` on.
    fn next_candidate(&mut self, from: usize) -> usize {
        let mut first = self.text.len();
        for group in &mut self.groups {
            if group.next < from {
                group.search(self.text, from);
            }
            first = first.min(group.next);
        }
        first
    }
}

impl Group {
    fn search(&mut self, text: &str, from: usize) {
        let [one, two, three] = self.bytes;
        let rest = &text.as_bytes()[from..];
        let found = match one {
            0 => None,
            _ if one == two => memchr::memchr(one, rest),
            _ => memchr::memchr3(one, two, three, rest),
        };
        self.next = found.map_or(usize::MAX, |found| from + found);
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
