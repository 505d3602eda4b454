//! A promise and the function that keeps it.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};

pub(crate) struct Deferred {
    pub(crate) promise: Promise,
    pub(crate) resolve: Function,
}

impl Deferred {
    #[inline(never)]
    pub(crate) fn new() -> Self {
        let mut resolve = JsValue::UNDEFINED;
        let promise = Promise::new(&mut |given, _| resolve = given.into());
        Self {
            promise,
            resolve: resolve.unchecked_into(),
        }
    }
}
