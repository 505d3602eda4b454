//! JSON by serde_json, one level at a time.

use std::borrow::Cow;
use std::fmt;

use indexmap::IndexMap;
use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

pub(crate) type JsonError = serde_json::Error;
/// A field's value, as an object lends it.
pub(crate) type FieldValue<'a> = &'a Json;

/// Any JSON value, as the server sent it.
#[derive(Clone)]
pub struct Json(Box<RawValue>);

impl Json {
    /// Parses a body; the error is the body's text. Invalid UTF-8 becomes U+FFFD, a byte order mark
    /// is left out.
    pub(crate) fn parse(body: &[u8]) -> Result<Self, String> {
        let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
        let text = String::from_utf8_lossy(body);
        serde_json::from_str(&text).map_err(|_| text.into_owned())
    }

    /// The value as JSON text.
    pub fn to_text(&self) -> String {
        self.0.get().to_owned()
    }

    pub(crate) fn is_null(&self) -> bool {
        self.0.get() == "null"
    }

    pub(crate) fn is_undefined(&self) -> bool {
        false
    }

    pub(crate) fn is_object(&self) -> bool {
        self.0.get().starts_with('{')
    }

    /// The value of what is not there.
    pub(crate) fn absent() -> Self {
        Self(RawValue::NULL.to_owned())
    }

    /// What JavaScript's `typeof` calls it; `null` and `array` for what that calls an object.
    pub(crate) fn type_name(&self) -> String {
        let name = match self.0.get().as_bytes().first() {
            Some(b'n') => "null",
            Some(b't' | b'f') => "boolean",
            Some(b'"') => "string",
            Some(b'[') => "array",
            Some(b'{') => "object",
            _ => "number",
        };
        name.into()
    }

    pub(crate) fn to_object(&self) -> Option<JsonObject> {
        serde_json::from_str(self.0.get()).ok().map(JsonObject)
    }

    pub(crate) fn to_items(&self) -> Option<Vec<Json>> {
        serde_json::from_str(self.0.get()).ok()
    }

    /// The items of an array; their number, where there are more than `most`.
    pub(crate) fn to_items_within(&self, most: usize) -> Option<Result<Vec<Json>, usize>> {
        let items = self.to_items()?;
        Some(match items.len() {
            count if count > most => Err(count),
            _ => Ok(items),
        })
    }

    pub(crate) fn deserializer(&self) -> &RawValue {
        &self.0
    }
}

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.0.get() == other.0.get()
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Deserialize::deserialize(deserializer).map(Self)
    }
}

/// What an error of a field's type says.
pub(crate) fn error_message(error: JsonError) -> String {
    error.to_string()
}

/// The members of an object in the order of the wire. Of a key that appears twice the last value
/// counts, as in `JSON.parse`.
#[derive(Clone, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct JsonObject(IndexMap<Text, Json>);

impl JsonObject {
    /// The field, unless it is absent or `null`.
    pub(crate) fn field(&self, name: &str) -> Option<&Json> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// The argument, if it is there.
    pub(crate) fn argument(&self, name: &str) -> Option<&Json> {
        self.0.get(name)
    }

    pub(crate) fn set_null(&mut self, name: &'static str) {
        self.0.insert(name.into(), Json(RawValue::NULL.to_owned()));
    }

    /// The member of that name.
    pub(crate) fn get(&self, name: &str) -> Option<Json> {
        self.0.get(name).cloned()
    }

    /// The names of the first `most` members.
    pub(crate) fn names(&self, most: usize) -> Option<Vec<String>> {
        Some(
            self.0
                .keys()
                .take(most)
                .map(|name| name.0.clone())
                .collect(),
        )
    }
}

/// Text of an answer.
///
/// Natively it is a `String`. In JavaScript it stays there until it is asked for, because long
/// transcripts are expensive to copy and mostly only handed on.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Text(String);

impl Text {
    /// The text.
    pub fn as_str(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
}

impl std::borrow::Borrow<str> for Text {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// serde_json refuses lone surrogate escapes (`"\ud800"`) in a string, but not in bytes, and
/// JavaScript accepts them. One bad character must not cost a transcript.
impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct LossyText;

        impl Visitor<'_> for LossyText {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E>(self, text: &str) -> Result<Text, E> {
                Ok(text.into())
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Text, E> {
                let mut text = String::with_capacity(bytes.len());
                for chunk in bytes.utf8_chunks() {
                    text.push_str(chunk.valid());
                    // A lone surrogate has three bytes, and becomes one U+FFFD.
                    if chunk.invalid().first() == Some(&0xED) {
                        text.push(char::REPLACEMENT_CHARACTER);
                    }
                }
                Ok(Text(text))
            }
        }

        deserializer
            .deserialize_bytes(LossyText)
            .map_err(|_| D::Error::custom("a string"))
    }
}
