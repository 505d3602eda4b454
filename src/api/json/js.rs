//! JSON in JavaScript, by the engine's parser. A value stays in JavaScript until Rust asks for it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

use js_sys::{Array, JSON, JsString, Object, Reflect};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::value::ValueDeserializer;
pub(crate) use super::value::{JsonError, error_message};

/// The value of a field. Natively it is a reference.
pub(crate) type FieldValue<'a> = Json;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;
    #[wasm_bindgen(constructor)]
    fn new() -> TextDecoder;
    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<JsString, JsValue>;

    /// `catch`: a `Proxy` may throw when its keys are read.
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn object_keys(object: &JsValue) -> Result<Array, JsValue>;

    /// An object that `JSON.parse` returned. `object[name]` is faster than `Reflect.get`, and cannot
    /// throw on such an object.
    type Parsed;
    #[wasm_bindgen(method, indexing_getter)]
    fn member(this: &Parsed, name: &JsValue) -> JsValue;

    /// js-sys has `JSON.parse` for Rust strings only.
    #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
    fn parse_json(text: &JsString) -> Result<JsValue, JsValue>;
}

/// Any JSON value, as `JSON.parse` returned it.
#[derive(Clone)]
pub struct Json(JsValue);

impl Json {
    /// Parses a body; the error is the body's text.
    pub(crate) fn parse(body: &[u8]) -> Result<Self, String> {
        let text = TextDecoder::new().decode(body).unwrap_or_default();
        Self::parse_text(&text)
    }

    /// Parses a body's text, which may start with a byte order mark; the error is the text.
    pub(crate) fn parse_text_with_bom(text: &JsString) -> Result<Self, String> {
        match text.char_code_at(0) == f64::from(0xFEFF) {
            true => Self::parse_text(&text.slice(1, text.length())),
            false => Self::parse_text(text),
        }
    }

    /// Parses a body's text; the error is the text.
    pub(crate) fn parse_text(text: &JsString) -> Result<Self, String> {
        parse_json(text).map(Self).map_err(|_| text.into())
    }

    /// The value as JSON text.
    pub fn to_text(&self) -> String {
        // `JSON.parse` reads `1e999` as `Infinity`, which `JSON.stringify` would write as `null`.
        match self.0.as_f64() {
            Some(f64::INFINITY) => return "1e999".into(),
            Some(f64::NEG_INFINITY) => return "-1e999".into(),
            _ => {}
        }
        // `JSON.stringify` throws where a value is nested some thousand levels deep.
        match JSON::stringify(&self.0) {
            Ok(text) if text.is_string() => text.into(),
            _ if Array::is_array(&self.0) => "an array".into(),
            _ => "an object".into(),
        }
    }

    pub(crate) fn is_null(&self) -> bool {
        self.0.is_null() || self.0.is_undefined()
    }

    pub(crate) fn is_undefined(&self) -> bool {
        self.0.is_undefined()
    }

    pub(crate) fn is_object(&self) -> bool {
        self.0.is_object() && !Array::is_array(&self.0)
    }

    pub(crate) fn to_object(&self) -> Option<JsonObject> {
        self.is_object()
            .then(|| JsonObject(self.0.clone().unchecked_into()))
    }

    pub(crate) fn to_items(&self) -> Option<Vec<Json>> {
        let items: &Array = self.0.dyn_ref()?;
        Some(items.iter().map(Json).collect())
    }

    /// The items of an array; their number as the error, where there are more than `most`. `None` where
    /// this is not an array.
    pub(crate) fn to_items_within(&self, most: usize) -> Option<Result<Vec<Json>, usize>> {
        let items: &Array = self.0.dyn_ref()?;
        let count = items.length() as usize;
        if count > most {
            return Some(Err(count));
        }
        self.to_items().map(Ok)
    }

    pub(crate) fn deserializer(self) -> ValueDeserializer {
        ValueDeserializer(self.0)
    }

    /// The value of a field that is absent.
    pub(crate) fn absent() -> Self {
        Self(JsValue::UNDEFINED)
    }

    /// The name that `typeof` gives, but `null` and `array` instead of `object` for those two.
    pub(crate) fn type_name(&self) -> String {
        if self.0.is_null() {
            "null".into()
        } else if Array::is_array(&self.0) {
            "array".into()
        } else {
            self.0.js_typeof().as_string().unwrap_or_default()
        }
    }

    /// The value in JavaScript.
    pub fn as_js(&self) -> &JsValue {
        &self.0
    }
}

impl From<JsValue> for Json {
    fn from(value: JsValue) -> Self {
        Self(value)
    }
}

impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
            || (self.0.is_object() && other.0.is_object() && self.to_text() == other.to_text())
    }
}

/// A JavaScript object. Clones share it: each sees the changes of the others.
#[derive(Clone)]
pub(crate) struct JsonObject(Object);

impl Default for JsonObject {
    fn default() -> Self {
        Self(Object::new())
    }
}

/// Calls `then` with the name of a model's field as a JavaScript string. Each name is converted
/// once. `then` must run no code of the page, which could call this function again.
fn with_field_name<T>(name: &'static str, then: impl FnOnce(&JsValue) -> T) -> T {
    thread_local! {
        static NAMES: RefCell<HashMap<&'static str, JsValue>> = RefCell::default();
    }
    NAMES.with_borrow_mut(|names| then(names.entry(name).or_insert_with(|| name.into())))
}

impl JsonObject {
    /// The field, unless it is absent or `null`. Sets an absent one to `null`: callers find every field
    /// of the model on the object.
    pub(crate) fn field(&self, name: &'static str) -> Option<Json> {
        let object: &Parsed = self.0.unchecked_ref();
        let value = with_field_name(name, |name| object.member(name));
        if value.is_undefined() {
            self.set_null(name);
            return None;
        }
        (!value.is_null()).then_some(Json(value))
    }

    /// The argument, unless it is `undefined`. A `null` is returned, and refused by its type.
    pub(crate) fn argument(&self, name: &'static str) -> Option<Json> {
        let value = Reflect::get(&self.0, &JsValue::from_str(name)).unwrap_or_default();
        (!value.is_undefined()).then_some(Json(value))
    }

    pub(crate) fn set_null(&self, name: &'static str) {
        self.set(name, &JsValue::NULL);
    }

    pub(crate) fn set(&self, name: &'static str, value: &JsValue) {
        // Setting fails only on a frozen object, and `JSON.parse` freezes none.
        let _ = with_field_name(name, |name| Reflect::set(&self.0, name, value));
    }

    /// The member of that name.
    pub(crate) fn get(&self, name: &str) -> Option<Json> {
        let value = Reflect::get(&self.0, &JsValue::from_str(name)).ok()?;
        (!value.is_undefined()).then_some(Json(value))
    }

    /// The names of the first `most` members. `None` where a `Proxy` refuses to list its keys.
    pub(crate) fn names(&self, most: usize) -> Option<Vec<String>> {
        let names = object_keys(&self.0).ok()?;
        let names = names.iter().take(most);
        Some(names.filter_map(|name| name.as_string()).collect())
    }

    pub(crate) fn as_js(&self) -> &Object {
        &self.0
    }
}

/// Text of an answer.
///
/// Natively it is a `String`. On wasm32 the text stays in JavaScript until [`as_str`](Self::as_str)
/// copies it: long transcripts are expensive to copy, and most are only passed on to JavaScript.
#[derive(Clone, PartialEq, Eq)]
pub struct Text(JsString);

impl Text {
    /// The text. A lone surrogate becomes U+FFFD.
    pub fn as_str(&self) -> Cow<'_, str> {
        Cow::Owned(String::from(&self.0))
    }

    /// The text in JavaScript.
    pub fn as_js(&self) -> &JsString {
        &self.0
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::from("")
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Json::deserialize(deserializer)?.0;
        let text = value.dyn_into().map(Self);
        text.map_err(|_| D::Error::custom("a string"))
    }
}
