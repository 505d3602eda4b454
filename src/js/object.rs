//! Plain objects out.

use js_sys::{Array, JSON, Object};
use wasm_bindgen::JsValue;

/// A plain object in the making. Its properties are defined, not set, so that `__proto__` is a
/// field like any other; a field that is given twice has the last value.
pub(super) struct Fields(Array);

impl Fields {
    pub(super) fn new() -> Self {
        Self(Array::new())
    }

    pub(super) fn set(&self, name: &str, value: impl Into<JsValue>) -> &Self {
        self.0.push(&Array::of2(&name.into(), &value.into()));
        self
    }

    /// `null` where there is none.
    pub(super) fn text(&self, name: &str, value: Option<&str>) -> &Self {
        self.set(name, value.map_or(JsValue::NULL, JsValue::from_str))
    }

    /// `null` where there is none.
    pub(super) fn number(&self, name: &str, value: Option<f64>) -> &Self {
        self.set(name, value.map_or(JsValue::NULL, JsValue::from_f64))
    }

    /// Becomes JavaScript by the engine's own parser.
    pub(super) fn json(&self, name: &str, value: Option<&str>) -> &Self {
        self.set(name, value.map_or(JsValue::NULL, parse))
    }

    pub(super) fn build(&self) -> JsValue {
        // Fails only for entries that are no pairs.
        Object::from_entries(&self.0).map_or(JsValue::NULL, JsValue::from)
    }
}

/// An array of what comes. There is one copy of this, whatever it is made of.
pub(super) fn list(items: &mut dyn Iterator<Item = JsValue>) -> Array {
    let list = Array::new();
    for item in items {
        list.push(&item);
    }
    list
}

/// What was expected somewhere, and what was found.
pub(super) fn problem(path: &str, expected: &str, found: &str) -> JsValue {
    let fields = Fields::new();
    for &(name, text) in &[("path", path), ("expected", expected), ("found", found)] {
        fields.set(name, text);
    }
    fields.build()
}

/// `null` where it is no JSON; what serde_json calls JSON is JSON to every engine.
fn parse(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or(JsValue::NULL)
}
