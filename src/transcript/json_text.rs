//! Parses JSON without copying: every value is a range of the text, so that turns can point into
//! it.
//!
//! It checks only what a reader of transcripts needs: brackets and quotation marks match, and
//! members have names. It also accepts Python's notation: `{'role': None}`.
//!
//! A text may be cut off anywhere. Open values then end with the text.

use super::cursor::Cursor;
use super::range::TextRange;

/// What a JSON value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    String,
    Array,
    Object,
    /// A number, `true`, `false` or `null`.
    Word,
}

/// A JSON value, quotation marks and brackets included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    pub(crate) kind: Kind,
    pub(crate) range: TextRange,
    /// Whether its quotation mark or bracket is closed. Otherwise it ends with the text.
    pub(crate) is_whole: bool,
}

/// A member of an object.
#[derive(Clone, Copy)]
pub(crate) struct Member {
    /// The name, without its quotation marks.
    pub(crate) name: TextRange,
    pub(crate) value: Value,
}

impl Value {
    /// The range within the quotation marks or brackets; for a word, all of it.
    pub(crate) fn inside(self) -> TextRange {
        let has_marks = self.kind != Kind::Word;
        let start = self.range.start + usize::from(has_marks);
        TextRange::new(
            start,
            self.range.end - usize::from(has_marks && self.is_whole),
        )
    }
}

/// The value that starts at `at`.
pub(crate) fn value_at(text: &str, at: usize) -> Option<Value> {
    let bytes = text.as_bytes();
    let (kind, end) = match bytes.get(at)? {
        b'"' | b'\'' => (Kind::String, string_end(bytes, at)),
        b'[' => (Kind::Array, bracket_end(bytes, at)),
        b'{' => (Kind::Object, bracket_end(bytes, at)),
        b'-' | b'0'..=b'9' | b't' | b'f' | b'n' | b'T' | b'F' | b'N' => {
            (Kind::Word, Some(word_end(bytes, at)))
        }
        _ => return None,
    };
    Some(Value {
        kind,
        range: TextRange::new(at, end.unwrap_or(text.len())),
        is_whole: end.is_some(),
    })
}

/// The end of the string that starts at `at`. `None` if the text ends first.
fn string_end(bytes: &[u8], at: usize) -> Option<usize> {
    let quote = bytes.get(at)?;
    let mut at = at + 1;
    loop {
        match bytes.get(at)? {
            byte if byte == quote => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// The end of the array or object that starts at `at`. `None` if the text ends first.
fn bracket_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    loop {
        match bytes.get(at)? {
            b'"' | b'\'' => {
                at = string_end(bytes, at)?;
                continue;
            }
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
}

/// The end of the number, `true`, `false` or `null` that starts at `at`.
fn word_end(bytes: &[u8], mut at: usize) -> usize {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.');
    while bytes.get(at).is_some_and(is_part) {
        at += 1;
    }
    at
}

/// Where the next value or bracket starts: after spaces, line breaks and commas.
pub(crate) fn skip_commas(text: &str, at: usize) -> usize {
    let mut cursor = Cursor::new(text, at);
    while cursor.eat_one_of(" \t\r\n,").is_some() {}
    cursor.position()
}

/// The items of an array.
pub(crate) fn items(text: &str, array: Value) -> Vec<Value> {
    let mut items = Vec::new();
    if array.kind != Kind::Array {
        return items;
    }
    let mut at = skip_commas(text, array.inside().start);
    while let Some(item) = value_at(text, at) {
        items.push(item);
        at = skip_commas(text, item.range.end);
    }
    items
}

/// The members of an object, in their order.
pub(crate) fn members(text: &str, object: Value) -> Vec<Member> {
    let mut members = Vec::new();
    if object.kind != Kind::Object {
        return members;
    }
    let mut at = skip_commas(text, object.inside().start);
    while let Some(name) = value_at(text, at) {
        let mut cursor = Cursor::new(text, skip_commas(text, name.range.end));
        if name.kind != Kind::String || !cursor.eat(':') {
            break;
        }
        let Some(value) = value_at(text, skip_commas(text, cursor.position())) else {
            break;
        };
        members.push(Member {
            name: name.inside(),
            value,
        });
        at = skip_commas(text, value.range.end);
    }
    members
}

/// Whether a member's name is `name`, ignoring case, `_`, `-` and spaces.
pub(crate) fn is_named(written: &str, name: &str) -> bool {
    let is_sign = |byte: &u8| matches!(byte, b'_' | b'-' | b' ');
    let written = written.bytes().filter(|byte| !is_sign(byte));
    written
        .map(|byte| byte.to_ascii_lowercase())
        .eq(name.bytes())
}

/// Replaces the escapes of a string. Python writes `\u5019` for every character that is not ASCII.
pub(crate) fn unescape(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    let mut cursor = Cursor::new(written, 0);
    while let Some(next) = cursor.peek() {
        cursor.bump();
        if next == '\\' && cursor.eat('u') {
            let mut code = 0;
            for _ in 0..4 {
                let digit = cursor.peek().and_then(|digit| digit.to_digit(16));
                if let Some(digit) = digit {
                    code = code * 16 + digit;
                    cursor.bump();
                }
            }
            text.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        } else {
            text.push(next);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_in_place() {
        for (text, expected) in [
            (r#""a\"b" x"#, Some(r#""a\"b""#)),
            ("12.5,", Some("12.5")),
            ("-1", Some("-1")),
            ("null]", Some("null")),
            ("'a\"b'", Some("'a\"b'")),
            ("None]", Some("None")),
            ("[1,[2,\"]\"]] ", Some("[1,[2,\"]\"]]")),
            ("{\"a\":{}}", Some("{\"a\":{}}")),
            ("BOT", None),
        ] {
            let found = value_at(text, 0).map(|value| value.range.of(text));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn what_is_cut_off_ends_with_the_text() {
        for (text, inside) in [
            ("[1", "1"),
            ("\"a", "a"),
            ("\"a\\", "a\\"),
            ("{\"a\":\"b", "\"a\":\"b"),
            ("\"", ""),
        ] {
            let found = value_at(text, 0).map(|value| (value.inside().of(text), value.is_whole));
            assert_eq!(found, Some((inside, false)), "{text}");
        }
    }

    #[test]
    fn escapes_are_characters() {
        assert_eq!(unescape(r"\u5019\u9009 a"), "候选 a");
        assert_eq!(unescape(r"\ud83d"), "\u{FFFD}");
    }
}
