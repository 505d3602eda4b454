//! Values of JSON as rows need them.

use serde_json::value::RawValue;

use super::keys;
use crate::raw_json::{self, Kind, kind, string};

/// A member of an object.
pub(crate) struct Member<'t> {
    pub(crate) key: String,
    /// The key without case, spaces, `_` and `-`.
    pub(crate) normal: String,
    pub(crate) value: &'t RawValue,
}

/// The members of an object, in their order; none where it is no object.
pub(crate) fn members(json: &RawValue) -> Vec<Member<'_>> {
    let members = raw_json::members(json).unwrap_or_default();
    let member = |(key, value): (std::borrow::Cow<'_, str>, _)| Member {
        normal: keys::normal(&key),
        key: key.into_owned(),
        value,
    };
    members.into_iter().map(member).collect()
}

/// The items of an array; none where it is no array.
pub(crate) fn items(json: &RawValue) -> Vec<&RawValue> {
    raw_json::items(json).unwrap_or_default()
}

/// A value that is neither an array nor an object.
pub(crate) fn is_scalar(json: &RawValue) -> bool {
    !matches!(kind(json), Kind::Array | Kind::Object)
}

/// The text of a string, of an array of strings (one a line), of an object with nothing but a
/// text, of a number or a boolean as it is written.
pub(crate) fn words(json: &RawValue) -> Option<String> {
    match kind(json) {
        Kind::Null => None,
        Kind::String => string(json),
        Kind::Number | Kind::Bool => Some(json.get().to_owned()),
        Kind::Array => {
            let lines: Option<Vec<String>> = items(json)
                .into_iter()
                .map(|item| match kind(item) {
                    Kind::String | Kind::Number | Kind::Bool => words(item),
                    _ => None,
                })
                .collect();
            // Numbers alone are no words.
            let has_words = items(json)
                .into_iter()
                .any(|item| kind(item) == Kind::String);
            lines
                .filter(|lines| has_words || lines.is_empty())
                .map(|lines| lines.join("\n"))
        }
        Kind::Object => match members(json).as_slice() {
            // Only if nothing else would be lost.
            [member] if is_text_key(&member.normal) => string(member.value),
            _ => None,
        },
    }
}

/// The text in an object that has more than it: `{"text": "Yes.", "confidence": 0.9}`.
pub(crate) fn words_within(json: &RawValue) -> Option<String> {
    let members = members(json);
    let text = members.iter().find(|member| is_text_key(&member.normal))?;
    string(text.value)
}

fn is_text_key(normal: &str) -> bool {
    matches!(
        normal,
        "text" | "value" | "content" | "transcript" | "message"
    )
}

/// `path[index]`.
pub(crate) fn item_path(path: &str, index: usize) -> String {
    format!("{path}[{index}]")
}

/// `path.key`.
pub(crate) fn member_path(path: &str, key: &str) -> String {
    match path {
        "" => key.to_owned(),
        _ => format!("{path}.{key}"),
    }
}
