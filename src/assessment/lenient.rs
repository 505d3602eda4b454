//! JSON as it comes out of text fields: fenced, cut off, with line breaks in its strings, one
//! object after the other, or written as JavaScript or Python write data.
//!
//! Strict JSON is read as such, and what JavaScript writes by jsonc-parser. Everything else is put right
//! first by [`put_right`], which knows strings, words and brackets, but no values.

use std::borrow::Cow;

use jsonc_parser::ast::Value;
use jsonc_parser::{CollectOptions, CommentCollectionStrategy, ParseOptions, parse_to_ast};

use super::keys;
use super::problems::Problem;

/// Well-formed JSON, and what had to be done for it.
pub(crate) struct Lenient {
    pub(crate) json: String,
    /// Why something may be missing.
    damage: Option<&'static str>,
}

/// The deepest text that is put right. Parsers recurse, and no assessment is that deep.
const DEPTH: usize = 64;

/// The JSON in `text` made well-formed; what is wrong with it goes to `problems`. Nothing where
/// there is none.
pub(crate) fn read_or_report(
    text: &str,
    path: &str,
    problems: &mut Vec<Problem>,
) -> Option<String> {
    if unfence(text).is_empty() {
        return None;
    }
    let Some(lenient) = read(text) else {
        problems.push(Problem::new(path, "JSON", text));
        return None;
    };
    if let Some(damage) = lenient.damage {
        problems.push(Problem::new(path, "whole JSON", damage));
    }
    Some(lenient.json)
}

/// Makes the JSON in `text` well-formed; `None` where there is none.
pub(crate) fn read(text: &str) -> Option<Lenient> {
    let text = &*with_whole_surrogates(unfence(text));
    if is_json(text) {
        return Some(Lenient {
            json: text.to_owned(),
            damage: None,
        });
    }
    if is_shallow(text)
        && let Some(json) = from_javascript(text)
    {
        return Some(Lenient { json, damage: None });
    }
    let start = match text.chars().next()? {
        '"' | '\'' | '(' => 0,
        _ => text.find(['[', '{'])?,
    };
    let Lenient { json, damage } = put_right(&text[start..])?;
    let json = if is_json(&json) {
        json
    } else {
        from_javascript(&json)?
    };
    Some(Lenient { json, damage })
}

/// What JavaScript writes as JSON: comments, single quotes, bare keys, `.5`, commas at the end.
fn from_javascript(text: &str) -> Option<String> {
    let comments = CommentCollectionStrategy::Off;
    let collect = CollectOptions {
        comments,
        tokens: false,
    };
    let parsed = parse_to_ast(text, &collect, &ParseOptions::default()).ok()?;
    let mut json = String::with_capacity(text.len());
    write_json(&parsed.value?, &mut json)?;
    Some(json)
}

/// Writes a value as JSON. It is no deeper than [`DEPTH`].
fn write_json(value: &Value<'_>, json: &mut String) -> Option<()> {
    match value {
        Value::NullKeyword(_) => json.push_str("null"),
        Value::BooleanLit(literal) => json.push_str(if literal.value { "true" } else { "false" }),
        Value::StringLit(literal) => json.push_str(&serde_json::to_string(&literal.value).ok()?),
        Value::NumberLit(literal) => json.push_str(&json_number(literal.value)),
        Value::Array(array) => {
            json.push('[');
            for (index, element) in array.elements.iter().enumerate() {
                json.push_str(if index > 0 { "," } else { "" });
                write_json(element, json)?;
            }
            json.push(']');
        }
        Value::Object(object) => {
            json.push('{');
            for (index, property) in object.properties.iter().enumerate() {
                json.push_str(if index > 0 { "," } else { "" });
                json.push_str(&serde_json::to_string(property.name.as_str()).ok()?);
                json.push(':');
                write_json(&property.value, json)?;
            }
            json.push('}');
        }
    }
    Some(())
}

/// A number as JSON writes it: `.5`, `+8`, `8.`, `0xff`. What is no number is `null`.
fn json_number(written: &str) -> String {
    let unsigned = written.trim_start_matches(['+', '-']);
    let sign = if written.starts_with('-') { "-" } else { "" };
    if let Some(digits) = unsigned.strip_prefix("0x").or(unsigned.strip_prefix("0X")) {
        return u64::from_str_radix(digits, 16)
            .map_or("null".to_owned(), |it| format!("{sign}{it}"));
    }
    let unsigned = unsigned.strip_suffix('.').unwrap_or(unsigned);
    let zero = if unsigned.starts_with('.') { "0" } else { "" };
    let number = format!("{sign}{zero}{unsigned}");
    if is_json(&number) {
        number
    } else {
        "null".to_owned()
    }
}

/// Whether no more than [`DEPTH`] brackets are open anywhere. Those in strings count as well: then
/// the text is put right first, which knows strings.
fn is_shallow(text: &str) -> bool {
    let mut open = 0_usize;
    text.bytes().all(|byte| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open <= DEPTH
    })
}

/// `text` with U+FFFD for each escaped half of a surrogate pair, which is no character.
fn with_whole_surrogates(text: &str) -> Cow<'_, str> {
    let half = |text: &str, from: &str, to: &str| {
        let digits = text.strip_prefix("\\u").and_then(|rest| rest.get(..4));
        digits.is_some_and(|digits| {
            let digits = digits.to_ascii_lowercase();
            digits.as_str() >= from && digits.as_str() <= to
        })
    };
    let mut fixed = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'\\', &text.as_bytes()[at..]) {
        at += found;
        let rest = &text[at..];
        let is_high = half(rest, "d800", "dbff");
        if is_high && half(&rest[6..], "dc00", "dfff") {
            at += 12;
        } else if is_high || half(rest, "dc00", "dfff") {
            fixed.push_str(&text[copied..at]);
            fixed.push('\u{FFFD}');
            at += 6;
            copied = at;
        } else {
            // The backslash and what it escapes.
            at += 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
        }
    }
    match copied {
        0 => Cow::Borrowed(text),
        _ => Cow::Owned(fixed + &text[copied..]),
    }
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<&serde_json::value::RawValue>(text).is_ok()
}

/// `text` without a byte order mark, whitespace and a Markdown fence around it.
pub(crate) fn unfence(text: &str) -> &str {
    let text = text.trim().trim_start_matches('\u{FEFF}').trim();
    // A fence within a string is no fence.
    let first = text.find(opens).unwrap_or(text.len());
    let Some(open) = text[..first].find("```") else {
        return text;
    };
    // `json`, or whatever the language is called.
    let inside = text[open + 3..].trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    match inside.rfind("```") {
        Some(close) => inside[..close].trim(),
        None => inside.trim(),
    }
}

/// Whether JSON may begin with it.
pub(crate) fn opens(c: char) -> bool {
    matches!(c, '[' | '{' | '"')
}

/// Goes over the text once: escapes control characters in strings, writes the words of Python and
/// JavaScript as JSON's, tuples as arrays and `Row(key=value)` as an object, puts commas between
/// values that follow one another, closes what is open at the end, and leaves out what follows.
fn put_right(text: &str) -> Option<Lenient> {
    let mut writer = Writer {
        text,
        at: 0,
        out: String::with_capacity(text.len() + 16),
        open: Vec::new(),
        whole: Whole::default(),
        values: 0,
        is_value: true,
        key: 0..0,
        damage: None,
    };
    writer.run()?;
    writer.close();
    let json = match writer.values {
        0 | 1 => writer.out,
        _ => format!("[{}]", writer.out),
    };
    Some(Lenient {
        json,
        damage: writer.damage,
    })
}

/// Where the output can be cut, and how many brackets are open there.
#[derive(Clone, Copy, Default)]
struct Whole {
    length: usize,
    open: usize,
}

struct Writer<'t> {
    text: &'t str,
    at: usize,
    out: String,
    /// What closes the open brackets: how it is written, and what is put in its place.
    open: Vec<(char, &'static str)>,
    whole: Whole,
    /// How many values there are outside of brackets.
    values: usize,
    /// A value is next, and not a key.
    is_value: bool,
    /// Where the last key is in the output.
    key: std::ops::Range<usize>,
    damage: Option<&'static str>,
}

impl Writer<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn run(&mut self) -> Option<()> {
        while let Some(next) = self.rest().chars().next() {
            if self.open.is_empty() && self.values > 0 && !self.goes_on(next) {
                self.damage = Some("text follows the JSON");
                return Some(());
            }
            match next {
                '[' => self.open_bracket(']', "[", "]")?,
                '{' => self.open_bracket('}', "{", "}")?,
                '(' => self.open_bracket(')', "[", "]")?,
                ']' | '}' | ')' => self.close_bracket(next)?,
                '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '„' => {
                    if !self.string(next) {
                        return Some(());
                    }
                }
                ',' | ';' => self.comma(),
                ':' | '=' => self.colon(),
                '/' if self.rest().starts_with("//") => self.skip_to("\n"),
                '/' if self.rest().starts_with("/*") => self.skip_to("*/"),
                '#' => self.skip_to("\n"),
                _ if next.is_alphabetic() || matches!(next, '_' | '$' | '<') => self.word()?,
                _ if next.is_whitespace() => {
                    self.at += next.len_utf8();
                    if !self.out.ends_with(' ') {
                        self.out.push(' ');
                    }
                }
                _ if next.is_ascii_digit() || matches!(next, '-' | '+' | '.') => self.number(),
                _ => self.at += next.len_utf8(),
            }
        }
        Some(())
    }

    /// Whether a character after a whole value may belong to the JSON.
    fn goes_on(&self, next: char) -> bool {
        next.is_whitespace() || matches!(next, ',' | '[' | '{' | '(' | '"' | '\'')
    }

    /// Notes that a value ends here, and the output can be cut.
    fn end_value(&mut self) {
        self.is_value = !self.is_object();
        self.whole = Whole {
            length: self.out.len(),
            open: self.open.len(),
        };
    }

    fn is_object(&self) -> bool {
        matches!(self.open.last(), Some((_, "}")))
    }

    /// Begins a value outside of brackets.
    fn begin_value(&mut self) {
        if self.open.is_empty() {
            if self.values > 0 {
                self.out.push(',');
            }
            self.values += 1;
        }
    }

    fn open_bracket(&mut self, close: char, open: &str, closed: &'static str) -> Option<()> {
        if self.open.len() >= DEPTH {
            return None;
        }
        self.begin_value();
        self.at += 1;
        self.out.push_str(open);
        self.open.push((close, closed));
        self.is_value = closed != "}";
        self.whole = Whole {
            length: self.out.len(),
            open: self.open.len(),
        };
        Some(())
    }

    fn close_bracket(&mut self, found: char) -> Option<()> {
        self.at += 1;
        let Some(depth) = self.open.iter().rposition(|(close, _)| *close == found) else {
            self.damage = Some("a bracket closes nothing");
            return Some(());
        };
        if depth + 1 < self.open.len() {
            self.damage = Some("a bracket is not closed");
        }
        self.drop_comma();
        while self.open.len() > depth {
            let (_, closed) = self.open.pop()?;
            self.out.push_str(closed);
        }
        self.end_value();
        Some(())
    }

    /// A comma before a closing bracket is none.
    fn drop_comma(&mut self) {
        let kept = self.out.trim_end().trim_end_matches(',').len();
        if kept >= self.out.rfind(['[', '{']).map_or(0, |at| at + 1) {
            self.out.truncate(kept);
        }
    }

    fn comma(&mut self) {
        self.at += 1;
        let last = self.out.trim_end().chars().next_back();
        if !self.open.is_empty() && !matches!(last, None | Some(',' | '[' | '{' | ':')) {
            self.out.push(',');
            self.is_value = !self.is_object();
        }
    }

    /// `:`, `=`, `=>`.
    fn colon(&mut self) {
        self.at += 1;
        if self.rest().starts_with('>') {
            self.at += 1;
        }
        if self.is_object() && !self.is_value {
            self.out.push(':');
            self.is_value = true;
        }
    }

    fn skip_to(&mut self, end: &str) {
        let rest = self.rest();
        self.at += rest.find(end).map_or(rest.len(), |at| at + end.len());
    }

    /// Copies a string; whether it is closed.
    fn string(&mut self, open: char) -> bool {
        self.begin_value();
        if self.needs_comma() {
            self.out.push(',');
            self.is_value = !self.is_object();
        }
        let close = match open {
            '“' | '„' | '”' => '”',
            '‘' | '’' => '’',
            _ => open,
        };
        let is_triple = matches!(open, '"' | '\'')
            && self
                .rest()
                .starts_with(if open == '"' { "\"\"\"" } else { "'''" });
        let quotes = if is_triple { 3 } else { 1 };
        self.at += quotes * open.len_utf8();
        let start = self.out.len();
        self.out.push('"');
        while let Some(next) = self.rest().chars().next() {
            let is_end = (next == close || (close == '”' && next == '“' && open == '„'))
                && match is_triple {
                    true => self
                        .rest()
                        .starts_with(if close == '"' { "\"\"\"" } else { "'''" }),
                    false => self.is_closing(next.len_utf8()),
                };
            self.at += next.len_utf8();
            if is_end {
                self.at += (quotes - 1) * close.len_utf8();
                self.out.push('"');
                self.end_string(start);
                return true;
            }
            match next {
                '"' => self.out.push_str("\\\""),
                '\\' => self.escape(),
                '\0'..=' ' if next != ' ' => {
                    self.out.push_str(&format!("\\u{:04x}", u32::from(next)));
                }
                _ => self.out.push(next),
            }
        }
        self.end_cut_string(start);
        false
    }

    /// Copies an escape sequence as JSON knows it.
    fn escape(&mut self) {
        let Some(next) = self.rest().chars().next() else {
            return;
        };
        self.at += next.len_utf8();
        let hexadecimal = |rest: &str, digits: usize| -> Option<char> {
            let code = u32::from_str_radix(rest.get(..digits)?, 16).ok()?;
            char::from_u32(code)
        };
        match next {
            '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' => {
                self.out.push('\\');
                self.out.push(next);
            }
            'u' if self
                .rest()
                .bytes()
                .take(4)
                .filter(u8::is_ascii_hexdigit)
                .count()
                == 4 =>
            {
                self.out.push_str("\\u");
            }
            'x' | 'U' => {
                let digits = if next == 'x' { 2 } else { 8 };
                match hexadecimal(self.rest(), digits) {
                    Some(found) if !found.is_control() => {
                        self.at += digits;
                        self.out.extend(
                            found
                                .escape_default()
                                .filter(|_| found == '"' || found == '\\'),
                        );
                        if found != '"' && found != '\\' {
                            self.out.push(found);
                        }
                    }
                    _ => self.out.push(next),
                }
            }
            // A line that goes on.
            '\n' => {}
            // The beginning of an escape that is cut off.
            'u' if self.rest().len() < 4 => self.at = self.text.len(),
            _ => self.out.push(next),
        }
    }

    /// Whether a quotation mark ends its string: what a value is followed by comes after it. The
    /// apostrophe in `'I don't know'` does not.
    fn is_closing(&self, width: usize) -> bool {
        let after = &self.rest()[width..];
        let next = after.trim_start();
        let is_new_line = || after[..after.len() - next.len()].contains('\n');
        match next.chars().next() {
            None | Some(',' | ':' | '}' | ']' | ')' | ';') => true,
            Some('=') => next.starts_with("=>"),
            Some('"' | '\'' | '{' | '[') => is_new_line() || self.open.is_empty(),
            // A comment.
            Some('/' | '#') => is_new_line(),
            _ => self.open.is_empty(),
        }
    }

    /// Whether a string follows another value without a comma.
    fn needs_comma(&self) -> bool {
        let last = self.out.trim_end().chars().next_back();
        let is_after_value =
            matches!(last, Some('"' | ']' | '}')) || last.is_some_and(char::is_alphanumeric);
        is_after_value && !self.open.is_empty() && (!self.is_object() || !self.is_value)
    }

    fn end_string(&mut self, start: usize) {
        if self.is_object() && !self.is_value {
            self.key = start + 1..self.out.len() - 1;
        } else {
            self.end_value();
        }
    }

    /// A string that the end of the text cuts off. Of a response, what is there is kept; half a key
    /// is none, and half a score would be another score.
    fn end_cut_string(&mut self, start: usize) {
        self.damage = Some("it is cut off");
        let is_key = self.is_object() && !self.is_value;
        let key = self.out.get(self.key.clone()).unwrap_or_default();
        let is_score = self.is_object() && keys::is_one_of(&keys::normal(key), keys::SCORE);
        let has_words = !self.out[start + 1..].trim().is_empty();
        if !is_key && !is_score && has_words && !self.open.is_empty() {
            self.out.push('"');
            self.end_value();
        }
    }

    /// A number, as it is written.
    fn number(&mut self) {
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.');
        let rest = self.rest();
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let is_cut = length == rest.len() && !self.open.is_empty();
        let number = rest[..length].to_owned();
        self.at += length;
        if is_cut {
            // It may have had more digits.
            self.damage = Some("it is cut off");
            return;
        }
        self.begin_value();
        self.out.push_str(&number);
        if !self.is_object() || self.is_value {
            self.end_value();
        }
    }

    /// A word outside of strings: a constant, a key, the prefix of a string, the name of a type, or
    /// words that should have had quotation marks.
    fn word(&mut self) -> Option<()> {
        let rest = self.text.get(self.at..)?;
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.');
        let first = rest.chars().next()?.len_utf8();
        let length = rest[first..]
            .find(|c| !is_part(c))
            .map_or(rest.len(), |at| first + at);
        let word = &rest[..length];
        let after = rest[length..].trim_start();
        if after.starts_with('(') {
            return self.constructor(length);
        }
        if matches!(rest[length..].chars().next(), Some('"' | '\'')) && length <= 2 {
            self.at += length;
            return Some(());
        }
        let is_key = self.is_object()
            && !self.is_value
            && (after.starts_with(':') || after.starts_with('='));
        let constant = match word {
            "true" | "True" | "TRUE" => Some("true"),
            "false" | "False" | "FALSE" => Some("false"),
            "null" | "None" | "undefined" | "nil" | "NULL" | "Null" | "NaN" | "nan"
            | "Infinity" => Some("null"),
            _ => None,
        };
        if is_key {
            let start = self.out.len();
            self.out.push_str(&serde_json::to_string(word).ok()?);
            self.key = start + 1..self.out.len() - 1;
            self.at += length;
            return Some(());
        }
        if self.open.is_empty() && constant.is_none() {
            self.at += length;
            return Some(());
        }
        // Words that should have had quotation marks go on up to what ends a value.
        let (value, length) = match constant {
            Some(constant) => (constant.to_owned(), length),
            None => {
                let end = rest.find([',', ']', '}', '\n', ')']).unwrap_or(rest.len());
                (serde_json::to_string(rest[..end].trim()).ok()?, end)
            }
        };
        self.at += length;
        if self.at >= self.text.len() && !self.open.is_empty() {
            self.damage = Some("it is cut off");
            return Some(());
        }
        if self.is_object() && !self.is_value {
            return Some(());
        }
        self.begin_value();
        self.out.push_str(&value);
        self.end_value();
        Some(())
    }

    /// `Row(question='Q', score=8)` is an object; `Decimal('8.5')` is what it has inside.
    fn constructor(&mut self, length: usize) -> Option<()> {
        if self.open.len() >= DEPTH {
            return None;
        }
        let rest = self.rest()[length..].trim_start();
        let inside = rest[1..].trim_start();
        let key = inside
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(0);
        let has_keys = key > 0 && inside[key..].trim_start().starts_with('=');
        let skipped = self.rest().len() - rest.len();
        self.begin_value();
        self.at += skipped + 1;
        if has_keys {
            self.out.push('{');
            self.open.push((')', "}"));
            self.is_value = false;
        } else {
            self.open.push((')', ""));
            self.is_value = true;
        }
        Some(())
    }

    /// Closes what is open at the end.
    fn close(&mut self) {
        if self.open.is_empty() {
            return;
        }
        self.damage = self.damage.or(Some("it is cut off"));
        self.out.truncate(self.whole.length);
        self.open.truncate(self.whole.open);
        while let Some((_, closed)) = self.open.pop() {
            self.out.push_str(closed);
        }
    }
}
