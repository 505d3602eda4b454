//! What the platform may or may not have, and values that come from elsewhere: nothing here trusts
//! their shape, and nothing here throws.

use js_sys::{Array, Date, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property; `undefined` where there is none, or where reading it throws.
pub(crate) fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// A property of the global object.
pub(crate) fn global(name: &str) -> JsValue {
    property(&js_sys::global(), name)
}

/// Calls a method. The error is what it threw, or that there is no such method.
pub(crate) fn call_method(
    object: &JsValue,
    name: &str,
    arguments: &Array,
) -> Result<JsValue, JsValue> {
    let method: Function = property(object, name).dyn_into()?;
    method.apply(object, arguments)
}

/// Calls a function for its effect, whatever it throws.
pub(crate) fn call(function: &Function, value: &JsValue) {
    let _ = function.call1(&JsValue::UNDEFINED, value);
}

/// A promise for what a function gives. One that throws is a promise that rejects.
pub(crate) fn promise_of(result: Result<JsValue, JsValue>) -> Promise {
    match result {
        Ok(value) => Promise::resolve(&value),
        Err(thrown) => Promise::reject(&thrown),
    }
}

/// What something thrown says of itself.
pub(crate) fn message(thrown: &JsValue) -> String {
    let message = property(thrown, "message").as_string();
    message.or_else(|| thrown.as_string()).unwrap_or_default()
}

/// A page or any of its workers. Servers name themselves differently.
pub(crate) fn is_browser() -> bool {
    property(&global("navigator"), "userAgent")
        .as_string()
        .is_some_and(|agent| agent.starts_with("Mozilla/"))
}

/// The time by a clock that nobody sets while this page is open: its own, as Unix time in
/// milliseconds. Some machines stop it while they sleep.
pub(crate) fn steady_ms() -> f64 {
    let performance = global("performance");
    let started_ms = property(&performance, "timeOrigin").as_f64();
    let since_ms = call_method(&performance, "now", &Array::new());
    let since_ms = since_ms.ok().and_then(|ms| ms.as_f64());
    match (started_ms, since_ms) {
        (Some(started_ms), Some(since_ms)) => started_ms + since_ms,
        _ => Date::now(),
    }
}
