//! JSON by serde_json, read one level at a time.

use std::borrow::Cow;
use std::fmt;

use indexmap::IndexMap;
use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

pub(crate) type JsonError = serde_json::Error;
/// The value of a field, borrowed from its object.
pub(crate) type FieldValue<'a> = &'a Json;

/// Any JSON value, as the server sent it.
#[derive(Clone)]
pub struct Json(Box<RawValue>);

impl Json {
    /// Parses a body; the error is the body's text. Invalid UTF-8 becomes U+FFFD. A byte order mark
    /// is skipped.
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

    /// The value of a field that is absent.
    pub(crate) fn absent() -> Self {
        Self(RawValue::NULL.to_owned())
    }

    /// The name that JavaScript's `typeof` gives, but `null` and `array` instead of `object` for those
    /// two.
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

    /// The items of an array; their number as the error, where there are more than `most`. `None` where
    /// this is not an array.
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

/// The value that the type of a field expected.
pub(crate) fn error_message(error: JsonError) -> String {
    error.to_string()
}

/// The members of an object in the order of the wire. Where a key appears twice, the last value counts,
/// as in `JSON.parse`.
#[derive(Clone, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct JsonObject(IndexMap<Text, Json>);

impl JsonObject {
    /// The field, unless it is absent or `null`.
    pub(crate) fn field(&self, name: &str) -> Option<&Json> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// The argument, unless it is absent.
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
/// Natively it is a `String`. On wasm32 the text stays in JavaScript until [`as_str`](Self::as_str)
/// copies it: long transcripts are expensive to copy, and most are only passed on to JavaScript.
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

/// Reads bytes, because serde_json accepts a lone surrogate escape (`"\ud800"`) only there.
/// JavaScript accepts it too, and one bad character must not cost a transcript.
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
                    // A lone surrogate has three bytes, each an invalid chunk; only the first becomes U+FFFD.
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
