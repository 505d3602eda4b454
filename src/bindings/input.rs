//! Converts arguments from JavaScript.

use js_sys::{JSON, JsString};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::api::Json;
use crate::api::arguments::{parse_record, wrong_type};
use crate::error::Error;
use crate::transcript::{Role, TranscriptOptions};

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

/// A string argument. An error where it is not a string.
pub(super) fn string_argument(param: &str, value: &JsValue) -> Result<String, Error> {
    match value.dyn_ref::<JsString>() {
        Some(text) => Ok(to_utf8(text)),
        None => Err(wrong_type(param, "a string", &Json::from(value.clone()))),
    }
}

/// A string as UTF-8. A lone surrogate becomes U+FFFD, which is also one UTF-16 code unit, so
/// offsets stay the same. wasm-bindgen's conversion is slower: it copies non-ASCII text one
/// character at a time.
pub(super) fn to_utf8(text: &JsString) -> String {
    let encoder = TextEncoder::new();
    let length = text.length();
    // Text that is mostly ASCII needs little more than its length. The worst case is three bytes for a
    // code unit.
    let mut bytes = vec![0; length as usize + length as usize / 8 + 8];
    let first = encoder.encode_into(text, &mut bytes);
    let (read, mut written) = (first.read(), first.written() as usize);
    if read < length {
        bytes.resize(written + (length - read) as usize * 3, 0);
        let rest = encoder.encode_into(&text.slice(read, length), &mut bytes[written..]);
        written += rest.written() as usize;
    }
    bytes.truncate(written);
    String::from_utf8(bytes).expect("encodeInto writes UTF-8")
}

/// The option `roles`: `{ Nina: "bot" }`.
pub(super) fn roles(given: Option<&Json>) -> Result<TranscriptOptions, Error> {
    let mut options = TranscriptOptions::default();
    if let Some(given) = given {
        for (label, role) in parse_record::<Role>("roles", given)? {
            options = options.with_role(&label, role);
        }
    }
    Ok(options)
}

/// A string unchanged, and any other value as JSON. Empty where the value has no JSON.
pub(super) fn json_text(raw: &JsValue) -> String {
    match raw.dyn_ref::<JsString>() {
        Some(text) => to_utf8(text),
        None => match JSON::stringify(raw) {
            Ok(json) if json.is_string() => to_utf8(&json),
            _ => String::new(),
        },
    }
}
