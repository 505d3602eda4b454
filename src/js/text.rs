//! Text and bytes in, quickly: the generated glue goes over a string character by character.

use js_sys::{ArrayBuffer, JsString, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::Error;

#[wasm_bindgen]
extern "C" {
    type TextEncoder;
    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;
    #[wasm_bindgen(method, js_name = encodeInto)]
    fn encode_into(this: &TextEncoder, text: &JsString, bytes: &mut [u8]) -> EncodeIntoResult;

    type EncodeIntoResult;
    #[wasm_bindgen(method, getter)]
    fn read(this: &EncodeIntoResult) -> u32;
    #[wasm_bindgen(method, getter)]
    fn written(this: &EncodeIntoResult) -> u32;
}

/// A string's UTF-8. A lone surrogate becomes U+FFFD, which is one UTF-16 unit too, so that
/// offsets stay what they were.
pub(super) fn utf8(text: &JsString) -> Vec<u8> {
    let encoder = TextEncoder::new();
    let length = text.length();
    // Mostly ASCII needs little more than its length; the worst case is three bytes a unit.
    let mut bytes = vec![0; length as usize + length as usize / 8 + 8];
    let first = encoder.encode_into(text, &mut bytes);
    let (mut read, mut written) = (first.read(), first.written() as usize);
    if read < length {
        bytes.resize(written + (length - read) as usize * 3, 0);
        let rest = encoder.encode_into(&text.slice(read, length), &mut bytes[written..]);
        read += rest.read();
        written += rest.written() as usize;
        debug_assert_eq!(read, length);
    }
    bytes.truncate(written);
    bytes
}

/// A string argument.
#[inline(never)]
pub(super) fn string(param: &str, value: &JsValue) -> Result<String, Error> {
    let text = value
        .dyn_ref::<JsString>()
        .ok_or_else(|| Error::invalid(param, &wrong_type("a string", value)))?;
    // What `encodeInto` writes is UTF-8.
    Ok(String::from_utf8(utf8(text)).unwrap_or_default())
}

/// A body: bytes or text.
pub(super) fn body(value: &JsValue) -> Result<Vec<u8>, Error> {
    if let Some(text) = value.dyn_ref::<JsString>() {
        Ok(utf8(text))
    } else if let Some(bytes) = value.dyn_ref::<Uint8Array>() {
        Ok(bytes.to_vec())
    } else if let Some(buffer) = value.dyn_ref::<ArrayBuffer>() {
        Ok(Uint8Array::new(buffer).to_vec())
    } else {
        Err(Error::invalid(
            "body",
            &wrong_type("a string, an ArrayBuffer or a Uint8Array", value),
        ))
    }
}

/// `must be a string, not a number`.
#[inline(never)]
pub(super) fn wrong_type(expected: &str, value: &JsValue) -> String {
    let found = if value.is_null() {
        "null".into()
    } else if js_sys::Array::is_array(value) {
        "array".into()
    } else {
        value.js_typeof().as_string().unwrap_or_default()
    };
    let mut text = String::from("must be ");
    text.push_str(expected);
    text.push_str(", not ");
    text.push_str(&found);
    text
}
