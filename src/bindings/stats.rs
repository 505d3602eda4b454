//! Who said how much.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::to_js;
use super::turns::{spoken, turns};
use crate::reading::stats;

/// A `TranscriptStats`.
#[wasm_bindgen(js_name = transcriptStats, unchecked_return_type = "TranscriptStats")]
pub fn transcript_stats(given: &JsValue) -> Result<JsValue, JsValue> {
    Ok(to_js(&stats::transcript_stats(&spoken(&turns(given)?))))
}
