//! Text that is nearly JSON, rewritten as JSON: data as Python and JavaScript write it, and what is
//! cut off.
//!
//! One pass over the text, without recursion. It knows strings, bare words and brackets, and ignores
//! commas and colons: between values it writes them itself. The strict parser reads the result.
//! docs/decisions/0007-lenient-json.md says why this is no library.

use super::json;
use super::keys::{self, SCORE};
use super::lenient::find;

/// Text rewritten as JSON.
pub(super) struct Repaired {
    pub(super) json: Vec<u8>,
    /// Why something may be missing.
    pub(super) damage: Option<&'static str>,
}

/// The most brackets in one another. No assessment is that deep.
const DEPTH: usize = 64;

const CUT_OFF: &str = "it is cut off";

/// Rewrites `text`, which begins with a value; `None` where it is nested too deeply.
pub(super) fn repair(text: &str) -> Option<Repaired> {
    let mut writer = Writer {
        text,
        at: 0,
        // The first byte is for the bracket around several values.
        out: vec![b' '],
        open: Vec::new(),
        last: Last::Open,
        whole: (1, 0),
        key: (0, 0),
        damage: None,
    };
    writer.write_values()?;
    writer.close_all();
    Some(Repaired {
        json: writer.out,
        damage: writer.damage,
    })
}

/// What was written last.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    /// An opening bracket, or nothing.
    Open,
    /// A key and its colon.
    Key,
    Value,
}

struct Bracket {
    /// The byte that closes it in the text.
    close: u8,
    /// What is written instead. Nothing for `Decimal('8.5')`, which is what it has inside.
    closed: Option<u8>,
    /// Where its content begins in the output.
    start: usize,
    has_several: bool,
}

struct Writer<'t> {
    text: &'t str,
    at: usize,
    out: Vec<u8>,
    open: Vec<Bracket>,
    last: Last,
    /// Where the output can be cut, and how many brackets are open there.
    whole: (usize, usize),
    /// Where the last key is in the output.
    key: (usize, usize),
    damage: Option<&'static str>,
}

impl Writer<'_> {
    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The position of the first character at or after `at` that is no whitespace.
    fn skip_space(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        self.text.len() - rest.trim_start().len()
    }

    fn write_values(&mut self) -> Option<()> {
        loop {
            self.at = self.skip_space(self.at);
            if self.at >= self.text.len() {
                return Some(());
            }
            let next = self.byte(self.at);
            let (quote, width) = self.quote(self.at);
            if self.open.is_empty()
                && self.last == Last::Value
                && width == 0
                && !matches!(next, b',' | b'[' | b'{' | b'(')
            {
                self.damage = Some("text follows the JSON");
                return Some(());
            }
            match next {
                _ if width > 0 => self.write_string(quote, width),
                b'[' => self.open_bracket(b']', b'[', b']')?,
                b'{' => self.open_bracket(b'}', b'{', b'}')?,
                b'(' => self.open_bracket(b')', b'[', b']')?,
                b']' | b'}' | b')' => self.close_bracket(next),
                b',' | b';' => {
                    self.at += 1;
                    self.write_missing_value();
                }
                b':' | b'=' | b'>' => self.at += 1,
                b'#' => self.skip_past("\n"),
                b'/' if self.byte(self.at + 1) == b'/' => self.skip_past("\n"),
                b'/' if self.byte(self.at + 1) == b'*' => self.skip_past("*/"),
                _ => self.write_bare_word()?,
            }
        }
    }

    fn skip_past(&mut self, end: &str) {
        let found = find(self.text, self.at, end);
        self.at = found.map_or(self.text.len(), |at| at + end.len());
    }

    fn expects_key(&self) -> bool {
        let is_object = self
            .open
            .last()
            .is_some_and(|open| open.closed == Some(b'}'));
        is_object && self.last != Last::Key
    }

    /// Writes the comma before a value or a key.
    fn separate(&mut self) {
        if self.last != Last::Value {
            return;
        }
        self.out.push(b',');
        match self.open.last_mut() {
            Some(open) => open.has_several = true,
            None => self.out[0] = b'[',
        }
    }

    /// A value ends here, and the output can be cut.
    fn end_value(&mut self) {
        self.last = Last::Value;
        self.whole = (self.out.len(), self.open.len());
    }

    /// A key that has no value gets `null`.
    fn write_missing_value(&mut self) {
        if self.last == Last::Key {
            self.out.extend_from_slice(b"null");
            self.end_value();
        }
    }

    fn open_bracket(&mut self, close: u8, open: u8, closed: u8) -> Option<()> {
        self.at += 1;
        if self.expects_key()
            && self.last == Last::Open
            && let Some(outer) = self.open.last_mut()
        {
            // `{{…}, {…}}`
            outer.closed = Some(b']');
            self.out[outer.start - 1] = b'[';
        }
        self.separate();
        self.out.push(open);
        self.push_bracket(close, Some(closed))?;
        self.whole = (self.out.len(), self.open.len());
        Some(())
    }

    fn push_bracket(&mut self, close: u8, closed: Option<u8>) -> Option<()> {
        self.open.push(Bracket {
            close,
            closed,
            start: self.out.len(),
            has_several: false,
        });
        self.last = Last::Open;
        (self.open.len() <= DEPTH).then_some(())
    }

    fn close_bracket(&mut self, found: u8) {
        self.at += 1;
        let Some(depth) = self.open.iter().rposition(|open| open.close == found) else {
            self.damage = Some("a bracket closes nothing");
            return;
        };
        if depth + 1 < self.open.len() {
            self.damage = Some("a bracket is not closed");
        }
        self.close_to(depth);
    }

    /// Closes what is open at the end of the text.
    fn close_all(&mut self) {
        if !self.open.is_empty() {
            self.damage = self.damage.or(Some(CUT_OFF));
            let (length, open) = self.whole;
            self.out.truncate(length);
            self.open.truncate(open);
            self.last = Last::Value;
            self.close_to(0);
        }
        if self.out[0] == b'[' {
            self.out.push(b']');
        }
    }

    /// Closes brackets until no more than `depth` are open.
    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.write_missing_value();
            let Some(open) = self.open.pop() else {
                return;
            };
            match open.closed {
                Some(closed) => self.out.push(closed),
                None if self.out.len() == open.start => self.out.extend_from_slice(b"null"),
                None if open.has_several => {
                    self.out[open.start - 1] = b'[';
                    self.out.push(b']');
                }
                None => {}
            }
            self.end_value();
        }
    }

    /// The quotation mark at a position, and its width in bytes. Curly ones of a kind are alike.
    fn quote(&self, at: usize) -> (u8, usize) {
        match self.text.as_bytes().get(at..) {
            Some([quote @ (b'"' | b'\'' | b'`'), ..]) => (*quote, 1),
            Some([0xE2, 0x80, 0x98..=0x9B, ..]) => (1, 3),
            Some([0xE2, 0x80, 0x9C..=0x9F, ..]) => (2, 3),
            _ => (0, 0),
        }
    }

    fn write_string(&mut self, quote: u8, width: usize) {
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
        // The end of the text cuts the string off. Of a response, what is there is kept; half a key
        // is none, and half a score would be another score.
        self.damage = Some(CUT_OFF);
        let key = self.out.get(self.key.0..self.key.1).unwrap_or_default();
        let key = std::str::from_utf8(key).unwrap_or_default();
        let is_score = self.last == Last::Key && keys::is_one_of(&json::name_of_key(key), SCORE);
        let has_words = self.out[start..].iter().any(|byte| *byte > b' ');
        if !is_key && !is_score && has_words && !self.open.is_empty() {
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

    /// Writes an escape sequence as JSON has it.
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
            // The beginning of an escape sequence that is cut off.
            b'u' if self.text.len() - self.at <= 4 => {
                self.at = self.text.len();
                return;
            }
            // A line that goes on.
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

    /// Whether a quotation mark before `at` ends its string: what follows a value comes after it. The
    /// apostrophe in `'I don't know'` does not.
    fn is_closing(&self, at: usize) -> bool {
        let next = self.skip_space(at);
        let is_new_line = || self.text[at..next].contains('\n');
        let after = self.byte(next + 1);
        match self.byte(next) {
            b':' | b'}' | b']' | b')' | b';' => true,
            b',' => self.is_list_going_on(next + 1),
            b'=' => after == b'>',
            b'/' if matches!(after, b'/' | b'*') => true,
            b'"' | b'\'' | b'{' | b'[' | b'#' => is_new_line() || self.open.is_empty(),
            _ => next >= self.text.len() || self.open.is_empty(),
        }
    }

    /// Whether the text after a comma is the next value or key, and not the rest of a sentence: a bare
    /// word only if it is a key or the last of a value.
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

    /// Writes what has no quotation marks: a number, a constant, a key, the name of a type, or words
    /// that should have had them.
    fn write_bare_word(&mut self) -> Option<()> {
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
                // A number, or a word of JSON. `.5` and `+8` become strings, which may be scores too.
                _ => json::parse(word.as_bytes()).map(|_| word),
            };
        }
        let written = match constant {
            Some(_) => word,
            // Words go on up to what ends a key or a value.
            None => {
                let ends: &[u8] = if is_key { b",]})\n:=\"'" } else { b",]})\n" };
                // It has at least the byte that no other rule takes.
                let mut end = self.at + 1;
                while end < text.len() && !ends.contains(&self.byte(end)) {
                    end += 1;
                }
                &text[self.at..end]
            }
        };
        self.at += written.len();
        if self.at >= text.len() {
            // It may have had more digits.
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

    /// `Row(question='Q', score=8)` is an object; `Decimal('8.5')` is what it has inside.
    fn open_constructor(&mut self, bracket: usize) -> Option<()> {
        let inside = self.skip_space(bracket + 1);
        let end = self.end_of_word(inside);
        if end > inside && self.byte(self.skip_space(end)) == b'=' {
            self.at = bracket;
            return self.open_bracket(b')', b'{', b'}');
        }
        self.separate();
        self.at = bracket + 1;
        // For a bracket, if it has several values.
        self.out.push(b' ');
        self.push_bracket(b')', None)
    }
}
