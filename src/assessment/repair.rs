//! Rewrites text that is nearly JSON as JSON: data as Python and JavaScript write it, and text that
//! is cut off.
//!
//! It passes over the text once, without recursion. It recognises strings, bare words and brackets.
//! It ignores the text's commas and colons, and writes its own between values. The strict parser
//! then reads the result. docs/decisions/0007-lenient-json.md says why no library does this.

mod tokens;

/// Text rewritten as JSON.
pub(super) struct Repaired {
    pub(super) json: Vec<u8>,
    /// Why a part may be missing.
    pub(super) damage: Option<&'static str>,
}

/// How deeply brackets may be nested. No assessment is nested that deeply.
const DEPTH: usize = 64;

const CUT_OFF: &str = "it is cut off";

/// Rewrites `text`, which starts with a value. `None` where it is nested too deeply.
pub(super) fn repair(text: &str) -> Option<Repaired> {
    let mut writer = Writer {
        text,
        at: 0,
        // This byte becomes `[` where the text has several values.
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

/// The last thing that the writer has written.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    /// An opening bracket, or nothing.
    Open,
    /// A key and its colon.
    Key,
    Value,
}

struct Bracket {
    /// The byte that closes the bracket in the text.
    close: u8,
    /// The byte to write instead. `None` for `Decimal('8.5')`, which becomes its content alone.
    closed: Option<u8>,
    /// The position of its content in the output.
    start: usize,
    has_several: bool,
}

struct Writer<'t> {
    text: &'t str,
    at: usize,
    out: Vec<u8>,
    open: Vec<Bracket>,
    last: Last,
    /// The position at which the output can be cut, and how many brackets are open there.
    whole: (usize, usize),
    /// The range of the last key in the output.
    key: (usize, usize),
    damage: Option<&'static str>,
}

impl Writer<'_> {
    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The position of the first character at or after `at` that is not whitespace.
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

    /// Marks the end of a value, where the output can be cut.
    fn end_value(&mut self) {
        self.last = Last::Value;
        self.whole = (self.out.len(), self.open.len());
    }

    /// Writes `null` for a key that has no value.
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

    /// Closes the brackets that are open at the end of the text.
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
}

/// The first position of `pattern` in `text` at or after `from`.
pub(super) fn find(text: &str, from: usize, pattern: &str) -> Option<usize> {
    let mut at = from;
    while at + pattern.len() <= text.len() {
        if text.as_bytes()[at..].starts_with(pattern.as_bytes()) {
            return Some(at);
        }
        at += 1;
    }
    None
}
