//! Questions, linked to where they were asked and answered.

use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::errors;
use super::object::Fields;
use super::text::wrong_type;
use super::turns::{Places, spoken, text, turns};
use crate::error::Error;
use crate::path;
use crate::property::property;
use crate::reading::QuestionRow;
use crate::reading::evidence::{self, EvidenceBasis, EvidenceSpan};

/// `[{ question, asks, answers, confidence }]`.
#[wasm_bindgen(js_name = linkEvidence, skip_typescript)]
pub fn link_evidence(given: &JsValue, questions: &JsValue) -> Result<Array, JsValue> {
    link(given, questions).map_err(|error| errors::to_js(&error))
}

fn link(given: &JsValue, questions: &JsValue) -> Result<Array, Error> {
    let turns = turns(given)?;
    let turns = spoken(&turns);
    let links = evidence::link_evidence(&turns, &rows(questions)?);
    let mut places = Places::new(&turns);
    let mut all = |spans: &[EvidenceSpan]| -> Array {
        let place = |span: &EvidenceSpan| {
            let [turn, start, end] = places.place(span.turn, span.range);
            let fields = Fields::new();
            fields.set("turn", turn).set("start", start).set("end", end);
            fields.build()
        };
        spans.iter().map(place).collect()
    };
    let links = links.iter().map(|link| {
        let fields = Fields::new();
        fields.number("question", Some(link.question as f64));
        fields.set("asks", all(&link.asks));
        fields.set("answers", all(&link.answers));
        let basis = match link.basis {
            EvidenceBasis::Question => "question",
            EvidenceBasis::Response => "response",
        };
        fields.set("basis", basis);
        fields.number("askConfidence", Some(link.ask_confidence));
        fields.number("answerConfidence", Some(link.answer_confidence));
        fields.number("confidence", Some(link.confidence));
        fields.build()
    });
    Ok(links.collect())
}

/// What `parseQuestions` gives, or its rows, or objects with a `question`.
fn rows(questions: &JsValue) -> Result<Vec<QuestionRow>, Error> {
    let rows = match Array::is_array(questions) || !questions.is_object() {
        true => questions.clone(),
        false => property(questions, "rows"),
    };
    if !Array::is_array(&rows) {
        let expected = "an array of questions, or what parseQuestions gives";
        return Err(Error::invalid(
            "questions",
            &wrong_type(expected, questions),
        ));
    }
    let rows: Array = rows.unchecked_into();
    let row = |index| {
        let row = rows.get(index);
        if !row.is_object() {
            let problem = wrong_type("an object with a `question`", &row);
            return Err(Error::invalid(
                &path::item("questions", index as usize),
                &problem,
            ));
        }
        Ok(QuestionRow {
            question: text(&property(&row, "question")),
            response: text(&property(&row, "response")),
            ..QuestionRow::default()
        })
    };
    (0..rows.length()).map(row).collect()
}
