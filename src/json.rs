//! JSON one level at a time.
//!
//! Everything here takes [`Json`]: text known to be well-formed, borrowed from the response.
//! Looking at one level of it and keeping the rest as text costs no tree, keeps what the server
//! sent as it was sent, and cannot recurse.
//!
//! Every type that serde deserialises, `RawValue` among them, brings its error texts into the wasm,
//! and with them the formatting of floats: 8 kB. So what is well-formed is said in [`grammar`], and
//! what then is left to do, finding the commas, is done here by hand.
//!
//! What `JSON.parse` accepts is accepted: lone surrogate escapes, `87.0` for an integer, duplicate
//! keys. None of it is told apart from its cleaner form by the server's own JavaScript clients.

mod grammar;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

/// Text known to be well-formed JSON, without blanks around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Json<'a>(&'a str);

impl<'a> Json<'a> {
    pub(crate) fn text(self) -> &'a str {
        self.0
    }

    pub(crate) fn to_owned(self) -> JsonText {
        JsonText(self.0.into())
    }
}

/// JSON as the server sent it, for what has no model. Serialises as the JSON that it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonText(String);

impl JsonText {
    /// The JSON.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for JsonText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw: &RawValue = serde_json::from_str(&self.0).map_err(serde::ser::Error::custom)?;
        raw.serialize(serializer)
    }
}

/// What a JSON value is, told from its first character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
}

/// What `raw` is.
pub(crate) fn kind(raw: Json<'_>) -> Kind {
    match raw.text().as_bytes().first() {
        Some(b'"') => Kind::String,
        Some(b'{') => Kind::Object,
        Some(b'[') => Kind::Array,
        Some(b'n') => Kind::Null,
        Some(b't' | b'f') => Kind::Bool,
        _ => Kind::Number,
    }
}

/// Takes text for JSON: what `JSON.parse` accepts, of any depth, without recursion.
pub(crate) fn parse(text: &str) -> Option<Json<'_>> {
    grammar::is_json(text).then(|| Json(text.trim_ascii()))
}

/// The members of an object in the order of the wire, or `None` where `raw` is no object.
///
/// Of a key that stands twice the last value counts, at the first one's place, as in `JSON.parse`.
pub(crate) fn object(raw: Json<'_>) -> Option<Vec<(String, Json<'_>)>> {
    if kind(raw) != Kind::Object {
        return None;
    }
    let mut members = Vec::new();
    let mut parts = Parts::new(raw);
    while let Some(key) = parts.next() {
        members.push((unescape(key), Json(parts.next()?)));
    }
    drop_overridden(&mut members);
    Some(members)
}

/// The value of the member of that name.
#[inline(never)]
pub(crate) fn member<'a>(members: &[(String, Json<'a>)], name: &str) -> Option<Json<'a>> {
    let (_, value) = members.iter().find(|(key, _)| key == name)?;
    Some(*value)
}

/// The items of an array, or `None` where `raw` is no array.
pub(crate) fn array(raw: Json<'_>) -> Option<Vec<Json<'_>>> {
    if kind(raw) != Kind::Array {
        return None;
    }
    let mut items = Vec::new();
    let mut parts = Parts::new(raw);
    while let Some(item) = parts.next() {
        items.push(Json(item));
    }
    Some(items)
}

/// The text of a string, or `None` where `raw` is no string.
///
/// Each lone surrogate escape becomes one U+FFFD, so that UTF-16 offsets stay what they were.
pub(crate) fn string(raw: Json<'_>) -> Option<String> {
    (kind(raw) == Kind::String).then(|| unescape(raw.text()))
}

/// The number, or `None` where `raw` is no number or one too large for a double.
///
/// Exact where there are up to 15 digits and no more zeros than 22; else the last of a double's
/// digits may be off.
pub(crate) fn number(raw: Json<'_>) -> Option<f64> {
    if kind(raw) != Kind::Number {
        return None;
    }
    let mut digits: u64 = 0;
    let mut scale: i32 = 0;
    let mut point = false;
    let mut bytes = raw.text().bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'0'..=b'9' => {
                // Past 18 digits they no longer count, but their number does.
                if digits < 100_000_000_000_000_000 {
                    digits = digits * 10 + u64::from(byte - b'0');
                    scale -= i32::from(point);
                } else {
                    scale = scale.saturating_add(i32::from(!point));
                }
            }
            b'.' => point = true,
            b'e' | b'E' => {
                let mut exponent: i32 = 0;
                let mut negative = false;
                for byte in bytes.by_ref() {
                    match byte {
                        b'-' => negative = true,
                        b'0'..=b'9' => {
                            exponent = exponent.saturating_mul(10);
                            exponent = exponent.saturating_add(i32::from(byte - b'0'));
                        }
                        _ => {}
                    }
                }
                scale = scale.saturating_add(if negative { -exponent } else { exponent });
            }
            _ => {}
        }
    }
    // Powers of ten are exact up to the 22nd: one step, one rounding.
    let mut mantissa = digits as f64;
    while scale != 0 && mantissa != 0.0 && mantissa.is_finite() {
        let step = scale.clamp(-22, 22);
        let mut power = 1.0;
        for _ in 0..step.abs() {
            power *= 10.0;
        }
        mantissa = if step < 0 {
            mantissa / power
        } else {
            mantissa * power
        };
        scale -= step;
    }
    let negative = raw.text().starts_with('-');
    mantissa
        .is_finite()
        .then_some(if negative { -mantissa } else { mantissa })
}

/// The whole number that `raw` is (`87`, `87.0`, `8.7e1`), or `None`: `"87"` and `87.5` are none,
/// nor is anything beyond ±2⁵³, where a double no longer tells neighbours apart.
pub(crate) fn integer(raw: Json<'_>) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let number = number(raw)?;
    let whole = number as i64;
    (number.abs() <= EXACT && whole as f64 == number).then_some(whole)
}

/// Keeps the last value of each key at the place of its first. An object of more than
/// [`MOST_COMPARED`] members, which no server sends in earnest, is left as it is: comparing all
/// pairs would take too long, and a sort is 4 kB of wasm.
fn drop_overridden(members: &mut Vec<(String, Json<'_>)>) {
    let mut at = 1;
    while at < members.len() && members.len() <= MOST_COMPARED {
        let (key, value) = &members[at];
        match members[..at].iter().position(|(earlier, _)| earlier == key) {
            Some(first) => {
                members[first].1 = *value;
                members.remove(at);
            }
            None => at += 1,
        }
    }
}

const MOST_COMPARED: usize = 1_000;

/// The keys and values of an object, or the items of an array, one after the other as JSON text.
struct Parts<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Parts<'a> {
    fn new(raw: Json<'a>) -> Self {
        Parts {
            text: raw.text(),
            at: 1,
        }
    }

    /// The next part: from here to the next comma, colon or bracket that is in no other.
    fn next(&mut self) -> Option<&'a str> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut depth = 0_usize;
        while let Some(&byte) = bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'"' => self.at = grammar::string_end(bytes, self.at)?,
                b'[' | b'{' => depth += 1,
                b']' | b'}' if depth > 0 => depth -= 1,
                b',' | b':' | b']' | b'}' if depth == 0 => {
                    let part = self.text.get(start..self.at - 1)?.trim_ascii();
                    // An empty object or array has none, and it is then at its end.
                    return (!part.is_empty()).then_some(part);
                }
                _ => {}
            }
        }
        None
    }
}

/// The text of a JSON string that is well-formed, quotation marks included.
fn unescape(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    let mut rest = json.get(1..json.len() - 1).unwrap_or_default();
    // The first half of a surrogate pair whose second half may follow.
    let mut high: Option<u32> = None;
    while let Some((plain, escaped)) = grammar::cut_at_backslash(rest) {
        if !plain.is_empty() && high.take().is_some() {
            text.push('\u{FFFD}');
        }
        text.push_str(plain);
        let mut length = 1;
        let unit = match escaped.bytes().next().unwrap_or_default() {
            b'u' => {
                length = 5;
                let digits = escaped.get(1..length).unwrap_or_default().chars();
                digits
                    .filter_map(|digit| digit.to_digit(16))
                    .fold(0, |unit, digit| unit << 4 | digit)
            }
            b'n' => 0x0A,
            b't' => 0x09,
            b'r' => 0x0D,
            b'b' => 0x08,
            b'f' => 0x0C,
            itself => itself.into(),
        };
        rest = escaped.get(length..).unwrap_or_default();
        match (high.take(), unit) {
            (Some(high), 0xDC00..0xE000) => {
                let code: u32 = 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00);
                text.extend(char::from_u32(code));
            }
            (alone, unit) => {
                if alone.is_some() {
                    text.push('\u{FFFD}');
                }
                if matches!(unit, 0xD800..0xDC00) {
                    high = Some(unit);
                } else {
                    text.push(char::from_u32(unit).unwrap_or('\u{FFFD}'));
                }
            }
        }
    }
    if high.is_some() {
        text.push('\u{FFFD}');
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests;
