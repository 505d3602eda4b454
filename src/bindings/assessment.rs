//! Questions and summaries as rows.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::input::json_text;
use super::to_js;
use crate::assessment;

/// The rows of a `questions_response`, which is a string or the value that was parsed from it.
#[wasm_bindgen(js_name = parseQuestions, unchecked_return_type = "Questions")]
pub fn parse_questions(raw: &JsValue) -> JsValue {
    to_js(&assessment::parse_questions(&json_text(raw)))
}

/// The rows of a `call_summary`: an object, or its JSON.
#[wasm_bindgen(js_name = parseSummary, unchecked_return_type = "Summary")]
pub fn parse_summary(raw: &JsValue) -> JsValue {
    to_js(&assessment::parse_summary(&json_text(raw)))
}
