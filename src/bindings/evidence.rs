//! Questions, linked to where they were asked and answered.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::to_js;
use super::turns::{optional_text, spoken, turns};
use crate::api::Json;
use crate::api::arguments::wrong_type;
use crate::assessment::QuestionRow;
use crate::error::Error;
use crate::reading::evidence;

/// Links, with their ranges in UTF-16 code units.
#[wasm_bindgen(js_name = linkEvidence, unchecked_return_type = "Evidence[]")]
pub fn link_evidence(given: &JsValue, questions: &JsValue) -> Result<JsValue, JsValue> {
    let turns = turns(given)?;
    Ok(to_js(&evidence::link_evidence(
        &spoken(&turns),
        &rows(questions)?,
    )))
}

/// What `parseQuestions` gives, or its rows, or objects with a `question`.
fn rows(questions: &JsValue) -> Result<Vec<QuestionRow>, Error> {
    let given = Json::from(questions.clone());
    let rows = match given.to_object() {
        Some(object) => object.get("rows").and_then(|rows| rows.to_items()),
        None => given.to_items(),
    };
    let Some(rows) = rows else {
        let expected = "an array of questions, or what parseQuestions gives";
        return Err(wrong_type("questions", expected, &given));
    };
    let row = |(index, row): (usize, &Json)| {
        let Some(object) = row.to_object() else {
            let param = format!("questions[{index}]");
            return Err(wrong_type(&param, "an object with a `question`", row));
        };
        Ok(QuestionRow {
            question: optional_text(&object, "question"),
            response: optional_text(&object, "response"),
            ..QuestionRow::default()
        })
    };
    rows.iter().enumerate().map(row).collect()
}
