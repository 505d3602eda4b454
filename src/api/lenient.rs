//! The only decoder: from a body to a model. A defective field becomes `None` and is reported, an
//! unknown field is kept, and an answer that cannot be used is an error.
//!
//! A model is a plain serde struct of optional fields. Where a field cannot be read, the decoder
//! reports it, sets it to `null`, and reads the object again.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};

use super::json::{FieldNames, Json, JsonObject, Text};
use crate::error::{Error, ErrorKind};

/// A field of an answer that is not as the vendor's page promises. In the model it is `null`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DecodeIssue {
    /// Its position in the answer, as a JSON path: `data[3].call_score`.
    pub path: String,
    /// The expected value: `an integer 0–100`.
    pub expected: String,
    /// The whole value that is there, as JSON text; `nothing` where a required field is missing.
    pub found: String,
}

/// The most fields of a call that are compared with the previous poll. More would stop a web page,
/// and no server sends so many on purpose.
const MOST_COMPARED: usize = 10_000;

/// Fields that the vendor's page does not name, in the order of the wire.
#[derive(Clone, Default)]
pub struct UnknownFields {
    object: JsonObject,
    known: FieldNames,
}

impl UnknownFields {
    /// The unknown field of that name. `None` also where the vendor's page names the field.
    pub fn get(&self, name: &str) -> Option<Json> {
        if self.known.contains(&name) {
            return None;
        }
        self.object.get(name)
    }

    /// Every unknown field with its value.
    pub fn iter(&self) -> impl Iterator<Item = (String, Json)> {
        let names = self.object.names(usize::MAX).unwrap_or_default();
        names.into_iter().filter_map(|name| {
            let value = self.get(&name)?;
            Some((name, value))
        })
    }

    /// The names of all fields, known ones too, that are different in `old`. Only the first
    /// [`MOST_COMPARED`] are compared. `call_id` never changes, and `decode_issues` is not the
    /// server's.
    pub(crate) fn fields_that_differ(&self, old: Option<&Self>) -> Vec<String> {
        let value = |fields: &Self, name: &str| {
            let value = fields.object.get(name);
            value.filter(|value| !value.is_null())
        };
        let mut names = self.object.names(MOST_COMPARED).unwrap_or_default();
        names.retain(|name| {
            let before = old.and_then(|old| value(old, name));
            !matches!(name.as_str(), "call_id" | "decode_issues") && before != value(self, name)
        });
        names
    }

    /// The whole object, with defective fields set to `null`. JavaScript gets this.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn object(&self) -> &JsonObject {
        &self.object
    }
}

impl fmt::Debug for UnknownFields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl Serialize for UnknownFields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// Parses a body.
pub(super) fn parse(body: &[u8]) -> Result<Json, Error> {
    Json::parse(body).map_err(|text| not_json_error(&text))
}

/// The error for a body that is not JSON.
pub(crate) fn not_json_error(text: &str) -> Error {
    // The start is enough to recognise an error page by.
    let start: String = text.trim().chars().take(1_000).collect();
    decode_error("", "JSON", Some(start))
}

/// The error for an answer that cannot be used.
pub(super) fn decode_error(path: &str, expected: &str, found: Option<String>) -> Error {
    ErrorKind::Decode {
        path: path.into(),
        expected: expected.into(),
        found: found
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| "nothing".into()),
    }
    .into()
}

/// With `strict`, the first issue is an error.
pub(super) fn refuse_issues(strict: bool, issues: &[DecodeIssue]) -> Result<(), Error> {
    match issues.first() {
        Some(DecodeIssue {
            path,
            expected,
            found,
        }) if strict => Err(decode_error(path, expected, Some(found.clone()))),
        _ => Ok(()),
    }
}

/// Reads models from one object, and collects the problems of its fields.
pub(super) struct ObjectReader {
    path: String,
    object: JsonObject,
    known: FieldNames,
    issues: Vec<DecodeIssue>,
}

impl ObjectReader {
    /// Opens an answer. An error where it is not an object.
    pub(super) fn answer(json: &Json) -> Result<Self, Error> {
        match json.to_object() {
            Some(object) => Ok(Self::new(String::new(), object)),
            None => Err(decode_error("", "an object", Some(json.to_text()))),
        }
    }

    /// Opens an object. Any other value is reported, and read as an object without fields.
    pub(super) fn tolerant(path: String, json: &Json) -> Self {
        if let Some(object) = json.to_object() {
            return Self::new(path, object);
        }
        let mut reader = Self::new(path, JsonObject::default());
        reader.report(String::new(), "an object", json.to_text());
        reader
    }

    /// An object without any field.
    pub(super) fn empty() -> Self {
        Self::new(String::new(), JsonObject::default())
    }

    fn new(path: String, object: JsonObject) -> Self {
        Self {
            path,
            object,
            known: FieldNames::new(),
            issues: Vec::new(),
        }
    }

    /// Reads a struct of which every field is optional. May be called again for another struct that
    /// shares the object.
    pub(super) fn read_struct<T: DeserializeOwned>(&mut self) -> T {
        loop {
            match self.object.read_struct(&mut self.known) {
                Ok(model) => return model,
                Err((name, expected)) => self.reject(name, &expected),
            }
        }
    }

    /// Reads one optional field.
    pub(super) fn read_optional<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        self.known.push(name);
        match self.object.read_field(name) {
            Ok(value) => value,
            Err(expected) => {
                self.reject(name, &expected);
                None
            }
        }
    }

    /// Reads a text without which the answer cannot be used.
    pub(super) fn read_required_text(&mut self, name: &'static str) -> Result<Text, Error> {
        self.known.push(name);
        match self.object.read_field(name) {
            Ok(Some(text)) if text != "" => Ok(text),
            _ => Err(decode_error(name, "a string", self.value_text(name))),
        }
    }

    /// Reads an array without which the answer cannot be used. More than `most` items are an error,
    /// before any is read: each takes time and memory.
    pub(super) fn read_required_items(
        &mut self,
        name: &'static str,
        most: usize,
    ) -> Result<Vec<Json>, Error> {
        self.known.push(name);
        match self
            .object
            .get(name)
            .and_then(|value| value.to_items_within(most))
        {
            Some(Ok(items)) => Ok(items),
            Some(Err(count)) => {
                let (expected, found) = (format!("at most {most} rows"), format!("{count} rows"));
                Err(decode_error(name, &expected, Some(found)))
            }
            None => Err(decode_error(name, "an array", self.value_text(name))),
        }
    }

    /// Adds the issues of a part of this answer.
    pub(super) fn add_issues(&mut self, issues: &[DecodeIssue]) {
        self.issues.extend_from_slice(issues);
    }

    #[cfg(target_arch = "wasm32")]
    pub(super) fn set(&mut self, name: &'static str, value: &wasm_bindgen::JsValue) {
        self.object.set(name, value);
    }

    /// Sets a field to `null` without reporting it.
    pub(super) fn set_null(&mut self, name: &'static str) {
        self.object.set_null(name);
    }

    fn value_text(&self, name: &str) -> Option<String> {
        let value = self.object.get(name).filter(|value| !value.is_null());
        value.map(|value| value.to_text())
    }

    /// Reports a defective field, and sets it to `null`.
    fn reject(&mut self, name: &'static str, expected: &str) {
        let found = self.value_text(name).unwrap_or_default();
        self.report(name.into(), expected, found);
        self.object.set_null(name);
    }

    /// Reports that a field is missing which the vendor's page requires, and which this decoder does not.
    pub(super) fn report_missing(&mut self, name: &'static str, expected: &str) {
        let is_reported = self.issues.iter().any(|issue| issue.path == name);
        if !is_reported {
            self.report(name.into(), expected, "nothing".into());
        }
    }

    fn report(&mut self, name: String, expected: &str, found: String) {
        let path = match (self.path.is_empty(), name.is_empty()) {
            (true, _) => name,
            (_, true) => self.path.clone(),
            _ => format!("{}.{name}", self.path),
        };
        self.issues.push(DecodeIssue {
            path,
            expected: expected.into(),
            found,
        });
    }

    /// The issues, and the fields that no model has read.
    #[cfg_attr(not(target_arch = "wasm32"), allow(unused_mut))]
    pub(super) fn finish(mut self) -> (Vec<DecodeIssue>, UnknownFields) {
        #[cfg(target_arch = "wasm32")]
        if !self.issues.is_empty() {
            self.known.push("decode_issues");
            let issues = serde_wasm_bindgen::to_value(&self.issues).expect("issues are plain data");
            self.object.set("decode_issues", &issues);
        }
        let unknown_fields = UnknownFields {
            object: self.object,
            known: self.known,
        };
        (self.issues, unknown_fields)
    }
}
