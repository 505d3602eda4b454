//! Links questions to the turns in which they were asked and answered.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::rows::question_rows;
use super::to_js;
use super::turns::{spoken, turns};
use crate::reading::evidence;

/// One link for each question, with ranges in UTF-16 code units.
#[wasm_bindgen(js_name = linkEvidence, unchecked_return_type = "Evidence[]")]
pub fn link_evidence(given: &JsValue, questions: &JsValue) -> Result<JsValue, JsValue> {
    let turns = turns(given)?;
    Ok(to_js(&evidence::link_evidence(
        &spoken(&turns),
        &question_rows(questions)?,
    )))
}
