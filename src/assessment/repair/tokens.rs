//! Rewrites strings and bare words.

use super::super::json;
use super::super::keys::{self, SCORE};
use super::{CUT_OFF, Last, Writer};

impl Writer<'_> {
    /// The quotation mark at a position, and its width in bytes; width 0 where there is none. Opening and
    /// closing curly marks count as the same.
    pub(super) fn quote(&self, at: usize) -> (u8, usize) {
        match self.text.as_bytes().get(at..) {
            Some([quote @ (b'"' | b'\'' | b'`'), ..]) => (*quote, 1),
            Some([0xE2, 0x80, 0x98..=0x9B, ..]) => (1, 3),
            Some([0xE2, 0x80, 0x9C..=0x9F, ..]) => (2, 3),
            _ => (0, 0),
        }
    }

    pub(super) fn write_string(&mut self, quote: u8, width: usize) {
        let is_key = self.expects_key();
        self.separate();
        self.at += width;
        let start = self.out.len() + 1;
        self.out.push(b'"');
        while self.at < self.text.len() {
            let (found, width) = self.quote(self.at);
            if width > 0 && found == quote && self.is_closing(self.at + width) {
                self.at += width;
                return self.end_string(is_key, start);
            }
            let byte = self.byte(self.at);
            self.at += 1;
            match byte {
                b'\\' => self.write_escape(),
                _ => self.write_byte(byte),
            }
        }
        // The text ends within the string. The start of a response is kept. Half a key is dropped,
        // and so is half a score, which would be another score.
        self.damage = Some(CUT_OFF);
        let key = self.out.get(self.key.0..self.key.1).unwrap_or_default();
        let key = std::str::from_utf8(key).unwrap_or_default();
        let is_score = self.last == Last::Key && keys::is_one_of(&json::name_of_key(key), SCORE);
        let has_text = self.out[start..].iter().any(|byte| *byte > b' ');
        if !is_key && !is_score && has_text && !self.open.is_empty() {
            self.end_string(false, start);
        }
    }

    fn end_string(&mut self, is_key: bool, start: usize) {
        let end = self.out.len();
        self.out.push(b'"');
        if is_key {
            self.key = (start, end);
            self.out.push(b':');
            self.last = Last::Key;
        } else {
            self.end_value();
        }
    }

    /// Writes a byte within a string.
    fn write_byte(&mut self, byte: u8) {
        match byte {
            b'"' | b'\\' => self.out.extend_from_slice(&[b'\\', byte]),
            0..b' ' => {
                self.out.extend_from_slice(b"\\u00");
                self.out.push(b'0' + (byte >> 4));
                self.out.push(b"0123456789abcdef"[usize::from(byte & 15)]);
            }
            _ => self.out.push(byte),
        }
    }

    /// Writes an escape sequence in JSON's form.
    fn write_escape(&mut self) {
        let next = self.byte(self.at);
        let has_digits = |count: usize| {
            let digits = self.text.as_bytes().get(self.at + 1..self.at + 1 + count);
            digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
        };
        let written: &[u8] = match next {
            b'b' | b'f' | b'n' | b'r' | b't' => &[b'\\', next],
            b'u' if has_digits(4) => b"\\u",
            b'x' if has_digits(2) => b"\\u00",
            // An escape sequence that is cut off.
            b'u' if self.text.len() - self.at <= 4 => {
                self.at = self.text.len();
                return;
            }
            // A backslash at the end of a line: the string goes on in the next line.
            b'\n' => b"",
            _ => {
                if self.at < self.text.len() {
                    self.write_byte(next);
                }
                b""
            }
        };
        self.out.extend_from_slice(written);
        self.at += 1;
    }

    /// Whether the quotation mark before `at` ends its string. It does where the text after it can
    /// follow a value. The apostrophe in `'I don't know'` does not.
    fn is_closing(&self, at: usize) -> bool {
        let next = self.skip_space(at);
        let is_new_line = || self.text[at..next].contains('\n');
        let after = self.byte(next + 1);
        match self.byte(next) {
            b':' | b'}' | b']' | b')' | b';' => true,
            b',' => self.is_list_going_on(next + 1),
            b'=' => after == b'>',
            b'/' if matches!(after, b'/' | b'*') => true,
            b'"' | b'\'' if self.is_key(next) => true,
            b'"' | b'\'' | b'{' | b'[' | b'#' => is_new_line() || self.open.is_empty(),
            _ => next >= self.text.len() || self.open.is_empty(),
        }
    }

    /// Whether the string at `at` is a key: a short string before a colon.
    fn is_key(&self, at: usize) -> bool {
        let quote = self.byte(at);
        let end = (at + 1..at + 60).find(|end| self.byte(*end) == quote);
        end.is_some_and(|end| self.byte(self.skip_space(end + 1)) == b':')
    }

    /// Whether the text after a comma is the next value or key, and not the rest of a sentence. A
    /// bare word is one only where it is a key, or where the value ends after it.
    fn is_list_going_on(&self, at: usize) -> bool {
        let start = self.skip_space(at);
        let end = self.end_of_word(start);
        let is_word = self.text.as_bytes()[start..end]
            .first()
            .is_some_and(|first| !first.is_ascii_digit() && *first != b'-');
        let after = self.skip_space(end);
        let next = self.byte(after);
        !is_word
            || next == b'/' && matches!(self.byte(after + 1), b'/' | b'*')
            || matches!(next, 0 | b':' | b'=' | b',' | b'(' | b']' | b'}' | b')')
            || (end == start + 1 && self.quote(end).1 > 0)
    }

    fn end_of_word(&self, start: usize) -> usize {
        let rest = self.text.get(start..).unwrap_or_default();
        for (index, c) in rest.char_indices() {
            let is_part = match c {
                '_' | '$' | '.' | '-' | '+' => true,
                '‘'..='‟' => false,
                _ => c.is_ascii_alphanumeric() || !c.is_ascii() && !c.is_whitespace(),
            };
            if !is_part {
                return start + index;
            }
        }
        self.text.len()
    }

    /// Writes text without quotation marks: a number, a constant, a key, the name of a type, or a
    /// string that lacks its marks.
    pub(super) fn write_bare_word(&mut self) -> Option<()> {
        let text = self.text;
        let end = self.end_of_word(self.at);
        let word = &text[self.at..end];
        // The prefix of a string: `u'…'`.
        if word.len() == 1 && self.quote(end).1 > 0 {
            self.at = end;
            return Some(());
        }
        let next = self.skip_space(end);
        if self.byte(next) == b'(' && !word.is_empty() {
            return self.open_constructor(next);
        }
        let is_key = self.expects_key();
        let is_whole = matches!(
            self.byte(next),
            0 | b',' | b';' | b']' | b'}' | b')' | b'#' | b'/'
        ) || text[end..next].contains('\n');
        let mut constant = None;
        if !is_key && is_whole {
            constant = match word {
                "True" | "TRUE" => Some("true"),
                "False" | "FALSE" => Some("false"),
                "None" | "undefined" | "nil" | "NULL" | "Null" | "NaN" | "nan" | "Infinity"
                | "-Infinity" => Some("null"),
                // A number, or a constant of JSON. `.5` and `+8` become strings, which may be scores.
                _ => json::parse(word.as_bytes()).map(|_| word),
            };
        }
        let written = match constant {
            Some(_) => word,
            // A string goes on up to the byte that ends a key or a value.
            None => {
                let ends: &[u8] = if is_key { b",]})\n:=\"'" } else { b",]})\n" };
                // It has at least this byte, which no other rule accepts.
                let mut end = self.at + 1;
                while end < text.len() && !ends.contains(&self.byte(end)) {
                    end += 1;
                }
                &text[self.at..end]
            }
        };
        self.at += written.len();
        if self.at >= text.len() {
            // A number may have lost digits.
            self.damage = Some(CUT_OFF);
            return Some(());
        }
        self.separate();
        match constant {
            Some(constant) => {
                self.out.extend_from_slice(constant.as_bytes());
                self.end_value();
            }
            None => {
                self.out.push(b'"');
                let start = self.out.len();
                for byte in written.trim().bytes() {
                    self.write_byte(byte);
                }
                self.end_string(is_key, start);
            }
        }
        Some(())
    }

    /// Opens a constructor. `Row(question='Q', score=8)` becomes an object, `Decimal('8.5')` its content.
    fn open_constructor(&mut self, bracket: usize) -> Option<()> {
        let inside = self.skip_space(bracket + 1);
        let end = self.end_of_word(inside);
        if end > inside && self.byte(self.skip_space(end)) == b'=' {
            self.at = bracket;
            return self.open_bracket(b')', b'{', b'}');
        }
        self.separate();
        self.at = bracket + 1;
        // This byte becomes `[` where the constructor has several values.
        self.out.push(b' ');
        self.push_bracket(b')', None)
    }
}
