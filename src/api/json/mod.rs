//! A JSON value in the form that the platform reads fastest: natively a `RawValue` of serde_json,
//! in JavaScript the value that `JSON.parse` returned.
//!
//! Both forms have the same methods, so that [`lenient`](super::lenient) has one implementation.
//! Both read one level at a time. So a value without a model is not read at all, however deeply it
//! is nested.

#[cfg(target_arch = "wasm32")]
mod js;
#[cfg(not(target_arch = "wasm32"))]
mod native;
mod object;
#[cfg(target_arch = "wasm32")]
mod value;

#[cfg(target_arch = "wasm32")]
use js as platform;
#[cfg(not(target_arch = "wasm32"))]
use native as platform;

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(crate) use object::FieldNames;
pub(crate) use platform::JsonObject;
pub use platform::{Json, Text};

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.as_str(), f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.as_str())
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.as_str().into_owned()
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.as_str())
    }
}

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text())
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text())
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::Error;
        serde_json::value::RawValue::from_string(self.to_text())
            .map_err(S::Error::custom)?
            .serialize(serializer)
    }
}

/// A JSON object for which there is no model, as the server sent it.
///
/// ```
/// use ninjahire_calls::api::CallDetails;
/// let call = CallDetails::decode(br#"{"call_id":"c1","call_summary":{"Skills": 7.50}}"#, false)?;
/// let summary = call.report.call_summary.map(|summary| summary.to_text());
/// assert_eq!(summary.as_deref(), Some(r#"{"Skills": 7.50}"#));
/// # Ok::<(), ninjahire_calls::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RawObject(Json);

impl RawObject {
    /// The object as JSON text.
    pub fn to_text(&self) -> String {
        self.0.to_text()
    }
}

impl<'de> Deserialize<'de> for RawObject {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Json::deserialize(deserializer) {
            Ok(json) if json.is_object() => Ok(Self(json)),
            _ => Err(D::Error::custom("an object")),
        }
    }
}
