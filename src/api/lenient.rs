//! The only decoder: from a body to a model. What is defective becomes `None` and is reported, what
//! is unknown is kept, and what cannot be used is an error.
//!
//! A model is a plain serde struct of optional fields. Where a field cannot be read, it is reported,
//! set to `null`, and the object is read again.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};

use super::json::{FieldNames, Json, JsonObject, Text};
use crate::error::{Error, ErrorKind};

/// A field of an answer that is not as the vendor's page promises. It is `null`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct DecodeIssue {
    /// Where it is in the answer, as a JSON path: `data[3].call_score`.
    pub path: String,
    /// What should be there: `an integer 0–100`.
    pub expected: String,
    /// What is there, in full, as JSON text; `nothing` where a required field is missing.
    pub found: String,
}

/// How many fields of a call are compared with those of the poll before.
const MOST_COMPARED: usize = 10_000;

/// Fields that the vendor's page does not name, in the order of the wire.
#[derive(Clone, Default)]
pub struct UnknownFields {
    object: JsonObject,
    known: FieldNames,
}

impl UnknownFields {
    /// The field of that name, unless the vendor's page names it.
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

    /// The names of all fields, known ones too, that are different in `old`. `call_id` says whose
    /// they are, and `decode_issues` is no field of the server's. Of more than [`MOST_COMPARED`],
    /// which no server has on purpose, the rest is not compared: it could stop a web page.
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

    /// The whole object, repaired: what JavaScript is given.
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
    Json::parse(body).map_err(|text| not_json(&text))
}

/// The error for a body that is not JSON.
pub(crate) fn not_json(text: &str) -> Error {
    // Enough to recognise an error page by.
    let start: String = text.trim().chars().take(1_000).collect();
    unusable("", "JSON", Some(start))
}

/// The error for an answer that cannot be used.
pub(super) fn unusable(path: &str, expected: &str, found: Option<String>) -> Error {
    ErrorKind::Decode {
        path: path.into(),
        expected: expected.into(),
        found: found
            .filter(|text| !text.is_empty())
            .unwrap_or_else(|| "nothing".into()),
    }
    .into()
}

/// In strict mode the first issue is an error.
pub(super) fn refuse_issues(strict: bool, issues: &[DecodeIssue]) -> Result<(), Error> {
    match issues.first() {
        Some(DecodeIssue {
            path,
            expected,
            found,
        }) if strict => Err(unusable(path, expected, Some(found.clone()))),
        _ => Ok(()),
    }
}

/// Reads models from one object, and collects what is wrong with its fields.
pub(super) struct ObjectReader {
    path: String,
    object: JsonObject,
    known: FieldNames,
    issues: Vec<DecodeIssue>,
}

impl ObjectReader {
    /// Opens an answer; an error where it is no object.
    pub(super) fn answer(json: &Json) -> Result<Self, Error> {
        match json.to_object() {
            Some(object) => Ok(Self::new(String::new(), object)),
            None => Err(unusable("", "an object", Some(json.to_text()))),
        }
    }

    /// Opens what should be an object. Anything else is an object without fields, and an issue.
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
    pub(super) fn read<T: DeserializeOwned>(&mut self) -> T {
        loop {
            match self.object.read(&mut self.known) {
                Ok(model) => return model,
                Err((name, expected)) => self.refuse(name, &expected),
            }
        }
    }

    /// Reads one optional field.
    pub(super) fn optional<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        self.known.push(name);
        match self.object.read_field(name) {
            Ok(value) => value,
            Err(expected) => {
                self.refuse(name, &expected);
                None
            }
        }
    }

    /// Reads the text that the answer is of no use without.
    pub(super) fn required_text(&mut self, name: &'static str) -> Result<Text, Error> {
        self.known.push(name);
        match self.object.read_field(name) {
            Ok(Some(text)) if text != "" => Ok(text),
            _ => Err(unusable(name, "a string", self.found(name))),
        }
    }

    /// Reads the array that the answer is of no use without. More than `most` items are refused
    /// unread: each of them costs the page time and memory.
    pub(super) fn required_items(
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
                Err(unusable(name, &expected, Some(found)))
            }
            None => Err(unusable(name, "an array", self.found(name))),
        }
    }

    /// Adds the issues of a part of this answer.
    pub(super) fn report_all(&mut self, issues: &[DecodeIssue]) {
        self.issues.extend_from_slice(issues);
    }

    #[cfg(target_arch = "wasm32")]
    pub(super) fn set(&mut self, name: &'static str, value: &wasm_bindgen::JsValue) {
        self.object.set(name, value);
    }

    /// Sets a field to `null` that says nothing.
    pub(super) fn clear(&mut self, name: &'static str) {
        self.object.set_null(name);
    }

    fn found(&self, name: &str) -> Option<String> {
        let value = self.object.get(name).filter(|value| !value.is_null());
        value.map(|value| value.to_text())
    }

    /// Reports a defective field, which is `null` from now on.
    fn refuse(&mut self, name: &'static str, expected: &str) {
        let found = self.found(name).unwrap_or_default();
        self.report(name.into(), expected, found);
        self.object.set_null(name);
    }

    /// Reports an optional field that the vendor's page calls required.
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

    /// The issues, and what no model has read.
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
