//! Access to JSON values for the readers. They read one level at a time, and do not parse deeper
//! levels.

use crate::api::Text;

pub(super) use crate::api::Json;

/// The type of a JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
}

/// A member of an object.
#[derive(Clone)]
pub(super) struct Member {
    pub(super) key: String,
    /// The key in the form in which keys are compared: in lower case, without spaces, `_` and `-`.
    pub(super) name: String,
    pub(super) value: Json,
}

impl Member {
    pub(super) fn new(key: String, value: Json) -> Self {
        Member {
            name: name_of_key(&key),
            key,
            value,
        }
    }

    /// A cell of a table row. Its key is its index.
    pub(super) fn cell(index: usize, name: &str, value: Json) -> Self {
        Member {
            key: index.to_string(),
            name: name.to_owned(),
            value,
        }
    }
}

/// The name of a key. It is the same for `questionText`, `question_text`, `Question Text` and
/// `Question text (optional)`.
pub(super) fn name_of_key(key: &str) -> String {
    // A key may be a megabyte long. A long one is not a known name.
    if key.len() > 100 {
        return String::new();
    }
    let mut name = String::new();
    let without_note = key.split(['(', '（']).next().unwrap_or_default();
    for c in lower_case(without_note).chars() {
        if !matches!(c, '_' | '-' | ' ') {
            name.push(c);
        }
    }
    name
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn lower_case(text: &str) -> String {
    text.to_lowercase()
}

/// Uses the engine's function: Rust's Unicode tables would make every download larger.
#[cfg(target_arch = "wasm32")]
pub(super) fn lower_case(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

pub(super) fn parse(text: &[u8]) -> Option<Json> {
    Json::parse(text).ok()
}

pub(super) fn kind(value: &Json) -> Kind {
    match value.type_name().as_str() {
        "boolean" => Kind::Bool,
        "number" => Kind::Number,
        "string" => Kind::String,
        "array" => Kind::Array,
        "object" => Kind::Object,
        _ => Kind::Null,
    }
}

/// The members of an object in their order; none where the value is not an object. Where a key appears
/// twice, the last value counts.
pub(super) fn members(value: &Json) -> Vec<Member> {
    let mut members = Vec::new();
    if let Some(object) = value.to_object() {
        for key in object.names(usize::MAX).unwrap_or_default() {
            if let Some(value) = object.get(&key) {
                members.push(Member::new(key, value));
            }
        }
    }
    members
}

/// The items of an array; none where the value is not an array.
pub(super) fn items(value: &Json) -> Vec<Json> {
    value.to_items().unwrap_or_default()
}

pub(super) fn string(value: &Json) -> Option<String> {
    value.read_as::<Text>().ok().map(String::from)
}

/// The number, unless it is too large for a double.
pub(super) fn number(value: &Json) -> Option<f64> {
    let number: f64 = value.read_as().ok()?;
    number.is_finite().then_some(number)
}

/// The number that a text consists of.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn parse_number(text: &str) -> Option<f64> {
    text.parse().ok()
}

/// Uses the engine's parser: Rust's would add 5 kB to every download.
#[cfg(target_arch = "wasm32")]
pub(super) fn parse_number(text: &str) -> Option<f64> {
    let number = js_sys::parse_float(text);
    number.is_finite().then_some(number)
}

/// Whether a value is neither an array nor an object.
pub(super) fn is_scalar(value: &Json) -> bool {
    !matches!(kind(value), Kind::Array | Kind::Object)
}

/// A value as text: a string; a number or a boolean as it is written; an array of strings, one in
/// each line; an object that has a text and nothing else. `None` for anything else.
pub(super) fn text_of(value: &Json) -> Option<String> {
    match kind(value) {
        Kind::Null => None,
        Kind::String => string(value),
        Kind::Number | Kind::Bool => Some(value.to_text()),
        Kind::Array => {
            let mut lines = String::new();
            // An array of numbers is not a text.
            let mut has_text = true;
            for (index, item) in items(value).iter().enumerate() {
                if index > 0 {
                    lines.push('\n');
                } else {
                    has_text = false;
                }
                has_text |= kind(item) == Kind::String;
                if !is_scalar(item) {
                    return None;
                }
                lines.push_str(&text_of(item)?);
            }
            has_text.then_some(lines)
        }
        // Only where the object has no other member, which would be lost.
        Kind::Object => match members(value).as_slice() {
            [_] => text_within(value),
            _ => None,
        },
    }
}

/// The text in an object that may have other members: `{"text": "Yes.", "confidence": 0.9}`.
pub(super) fn text_within(value: &Json) -> Option<String> {
    let members = members(value);
    let text = members.iter().find(|member| {
        matches!(
            member.name.as_str(),
            "text" | "value" | "content" | "transcript" | "message"
        )
    });
    string(&text?.value)
}
