//! What the readers ask of a JSON value. They look at one level at a time: what is deeper stays as
//! it came.

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
    /// The key as keys are compared: in lower case, without spaces, `_` and `-`.
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

    /// A cell of a row: it has an index for a key.
    pub(super) fn cell(index: usize, name: &str, value: Json) -> Self {
        Member {
            key: index.to_string(),
            name: name.to_owned(),
            value,
        }
    }
}

/// `questionText`, `question_text` and `Question Text` are one name.
pub(super) fn name_of_key(key: &str) -> String {
    // A key may have a megabyte, and then it is no name.
    if key.len() > 100 {
        return String::new();
    }
    let mut name = String::new();
    for c in lower_case(key).chars() {
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

/// By the engine: Rust's tables would be part of every download.
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

/// The members of an object in their order; none where it is no object. Of a key that appears twice
/// the last value counts.
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

/// The items of an array; none where it is no array.
pub(super) fn items(value: &Json) -> Vec<Json> {
    value.to_items().unwrap_or_default()
}

pub(super) fn string(value: &Json) -> Option<String> {
    value.read::<Text>().ok().map(String::from)
}

/// The number, unless it is too large for a double.
pub(super) fn number(value: &Json) -> Option<f64> {
    let number: f64 = value.read_as().ok()?;
    number.is_finite().then_some(number)
}

/// The number that a text is.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn parse_number(text: &str) -> Option<f64> {
    text.parse().ok()
}

/// By the engine: Rust's parser would be 5 kB of every download.
#[cfg(target_arch = "wasm32")]
pub(super) fn parse_number(text: &str) -> Option<f64> {
    let number = js_sys::parse_float(text);
    number.is_finite().then_some(number)
}

/// Whether a value is neither an array nor an object.
pub(super) fn is_scalar(value: &Json) -> bool {
    !matches!(kind(value), Kind::Array | Kind::Object)
}

/// The text of a string, of an array of strings (one a line), of an object with nothing but a text,
/// of a number or a boolean as it is written.
pub(super) fn words(value: &Json) -> Option<String> {
    match kind(value) {
        Kind::Null => None,
        Kind::String => string(value),
        Kind::Number | Kind::Bool => Some(value.to_text()),
        Kind::Array => {
            let mut lines = String::new();
            // Numbers alone are no words.
            let mut has_words = true;
            for (index, item) in items(value).iter().enumerate() {
                if index > 0 {
                    lines.push('\n');
                } else {
                    has_words = false;
                }
                has_words |= kind(item) == Kind::String;
                if !is_scalar(item) {
                    return None;
                }
                lines.push_str(&words(item)?);
            }
            has_words.then_some(lines)
        }
        // Only if nothing else would be lost.
        Kind::Object => match members(value).as_slice() {
            [_] => words_within(value),
            _ => None,
        },
    }
}

/// The text in an object that may have more than it: `{"text": "Yes.", "confidence": 0.9}`.
pub(super) fn words_within(value: &Json) -> Option<String> {
    let members = members(value);
    let text = members.iter().find(|member| {
        matches!(
            member.name.as_str(),
            "text" | "value" | "content" | "transcript" | "message"
        )
    });
    string(&text?.value)
}
