//! What the platform may have or not.

use js_sys::Reflect;
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
