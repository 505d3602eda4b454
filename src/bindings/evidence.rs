//! Questions, linked to where they were asked and answered.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::to_js;
use super::turns::{Ranges, TurnRange, optional_text, spoken, turns};
use crate::api::Json;
use crate::api::arguments::wrong_type;
use crate::error::Error;
use crate::reading::QuestionRow;
use crate::reading::evidence::{self, EvidenceSpan};

/// An [`Evidence`](evidence::Evidence) with its ranges in UTF-16 code units.
#[derive(Serialize)]
struct Link {
    question: usize,
    asks: Vec<TurnRange>,
    answers: Vec<TurnRange>,
    confidence: f64,
}

/// `[{ question, asks, answers, confidence }]`.
#[wasm_bindgen(js_name = linkEvidence, unchecked_return_type = "Evidence[]")]
pub fn link_evidence(given: &JsValue, questions: &JsValue) -> Result<JsValue, JsValue> {
    let turns = turns(given)?;
    let turns = spoken(&turns);
    let links = evidence::link_evidence(&turns, &rows(questions)?);
    let mut ranges = Ranges::new(&turns);
    let mut convert = |spans: &[EvidenceSpan]| -> Vec<TurnRange> {
        let convert = |span: &EvidenceSpan| ranges.convert(span.turn, span.range);
        spans.iter().map(convert).collect()
    };
    let links: Vec<Link> = links
        .iter()
        .map(|link| Link {
            question: link.question,
            asks: convert(&link.asks),
            answers: convert(&link.answers),
            confidence: link.confidence,
        })
        .collect();
    Ok(to_js(&links))
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
