//! What the platform may have or not, and functions that come from elsewhere.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsValue;

/// A property; `undefined` where there is none, or where reading it is what throws.
#[inline(never)]
pub(crate) fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// A property of the global object.
pub(crate) fn global(name: &str) -> JsValue {
    property(&js_sys::global(), name)
}

/// Calls a function for what it does; one that throws has nobody to tell.
#[inline(never)]
pub(crate) fn call(function: &Function, value: &JsValue) {
    let _ = function.call1(&JsValue::UNDEFINED, value);
}
