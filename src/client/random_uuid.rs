//! Random UUIDs (version 4), from the platform's own generator.

use js_sys::{Function, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::property::{global, property};

/// `crypto.randomUUID` is for secure contexts only; `crypto.getRandomValues` is everywhere.
pub(crate) fn random_uuid() -> String {
    let mut bytes = random_bytes().unwrap_or_default();
    bytes[6] = bytes[6] & 0x0F | 0x40;
    bytes[8] = bytes[8] & 0x3F | 0x80;
    let mut uuid = Vec::with_capacity(36);
    for (place, byte) in bytes.iter().enumerate() {
        if matches!(place, 4 | 6 | 8 | 10) {
            uuid.push(b'-');
        }
        for digit in &[byte >> 4, byte & 0x0F] {
            uuid.push(b"0123456789abcdef"[usize::from(*digit)]);
        }
    }
    String::from_utf8(uuid).unwrap_or_default()
}

fn random_bytes() -> Result<[u8; 16], JsValue> {
    let crypto = global("crypto");
    let fill: Function = property(&crypto, "getRandomValues").dyn_into()?;
    let array = Uint8Array::new_with_length(16);
    fill.call1(&crypto, &array)?;
    let mut bytes = [0; 16];
    array.copy_to(&mut bytes);
    Ok(bytes)
}
