//! Reads the rows of an assessment: objects as `parseQuestions` and `parseSummary` return them.

use wasm_bindgen::JsValue;

use super::turns::optional_text;
use crate::api::Json;
use crate::api::arguments::wrong_type;
use crate::api::json::JsonObject;
use crate::assessment::{QuestionRow, SummaryRow};
use crate::error::Error;

/// Reads the result of `parseQuestions`, or its rows, or objects with a `question`.
pub(super) fn question_rows(questions: &JsValue) -> Result<Vec<QuestionRow>, Error> {
    rows(
        questions,
        "questions",
        "an array of questions, or what parseQuestions gives",
        "an object with a `question`",
        |row| QuestionRow {
            question: optional_text(row, "question"),
            response: optional_text(row, "response"),
            score_text: optional_text(row, "scoreText"),
            ..QuestionRow::default()
        },
    )
}

/// Reads the result of `parseSummary`, or its rows.
pub(super) fn summary_rows(summary: &JsValue) -> Result<Vec<SummaryRow>, Error> {
    rows(
        summary,
        "summary",
        "what parseSummary gives",
        "an object with a `category`",
        |row| SummaryRow {
            category: optional_text(row, "category").unwrap_or_default(),
            text: optional_text(row, "text"),
            score_text: optional_text(row, "scoreText"),
            ..SummaryRow::default()
        },
    )
}

fn rows<T>(
    given: &JsValue,
    param: &str,
    expected: &str,
    expected_row: &str,
    convert: impl Fn(&JsonObject) -> T,
) -> Result<Vec<T>, Error> {
    let given = Json::from(given.clone());
    let rows = match given.to_object() {
        Some(object) => object.get("rows").and_then(|rows| rows.to_items()),
        None => given.to_items(),
    };
    let Some(rows) = rows else {
        return Err(wrong_type(param, expected, &given));
    };
    let row = |(index, row): (usize, &Json)| match row.to_object() {
        Some(object) => Ok(convert(&object)),
        None => Err(wrong_type(&format!("{param}[{index}]"), expected_row, row)),
    };
    rows.iter().enumerate().map(row).collect()
}
