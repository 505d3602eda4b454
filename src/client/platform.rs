//! Access to the platform and to values of foreign code. These functions make no assumption about
//! the shape of a value, and never throw.

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

/// Calls a method. The error is the exception that it threw, or `undefined` where there is no such
/// method.
pub(crate) fn call_method(
    object: &JsValue,
    name: &str,
    arguments: &Array,
) -> Result<JsValue, JsValue> {
    let method: Function = property(object, name).dyn_into()?;
    method.apply(object, arguments)
}

/// Calls a function for its effect, and ignores exceptions.
pub(crate) fn call(function: &Function, value: &JsValue) {
    let _ = function.call1(&JsValue::UNDEFINED, value);
}

/// A promise for the result of a function. An exception becomes a rejection.
pub(crate) fn promise_of(result: Result<JsValue, JsValue>) -> Promise {
    match result {
        Ok(value) => Promise::resolve(&value),
        Err(thrown) => Promise::reject(&thrown),
    }
}

/// The message of an exception, which may be a string; empty where it has none.
pub(crate) fn message(thrown: &JsValue) -> String {
    let message = property(thrown, "message").as_string();
    message.or_else(|| thrown.as_string()).unwrap_or_default()
}

/// Whether this is a page or one of its workers. The user agent of a server runtime starts differently.
pub(crate) fn is_browser() -> bool {
    property(&global("navigator"), "userAgent")
        .as_string()
        .is_some_and(|agent| agent.starts_with("Mozilla/"))
}

/// The time by the page's monotonic clock, as Unix time in milliseconds. Setting the machine's
/// clock does not change it. On some machines it stops while they sleep.
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
