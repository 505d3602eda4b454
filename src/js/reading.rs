//! Reading out: turns as numbers, which JavaScript slices its own string by; rows as objects.

use js_sys::{Array, JsString};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::errors;
use super::inputs::{json_text, roles};
use super::object::{Fields, list, problem};
use super::options::{Kind, Options};
use super::text::{utf8, wrong_type};
use crate::error::Error;
use crate::reading;

/// Six numbers a turn; see [`reading::utf16_turns`].
#[wasm_bindgen(js_name = parseTranscript, skip_typescript)]
pub fn parse_transcript(text: &JsValue, options: &JsValue) -> Result<Vec<f64>, JsValue> {
    turns(text, options).map_err(|error| errors::to_js(&error))
}

fn turns(text: &JsValue, options: &JsValue) -> Result<Vec<f64>, Error> {
    let text = text
        .dyn_ref::<JsString>()
        .ok_or_else(|| Error::invalid("transcript", &wrong_type("a string", text)))?;
    // What `encodeInto` writes is UTF-8.
    // SAFETY: `encodeInto` writes nothing but UTF-8; checking it again takes a sixth of the time.
    let text = unsafe { String::from_utf8_unchecked(utf8(text)) };
    let options = roles(&Options::new("options", options, &[("roles", Kind::Any)])?)?;
    let turns = reading::parse_transcript(&text, &options);
    Ok(reading::utf16_turns(&text, &turns))
}

/// `{ rows, problems }` of a `questions_response`: a string, or what it was parsed to.
#[wasm_bindgen(js_name = parseQuestions, skip_typescript)]
pub fn parse_questions(raw: &JsValue) -> JsValue {
    let questions = reading::parse_questions(&json_text(raw));
    let mut rows = questions.rows.iter().map(|row| {
        let fields = Fields::new();
        fields.text("question", row.question.as_deref());
        fields.text("response", row.response.as_deref());
        scored(&fields, row.score, row.score_text.as_deref(), &row.extra)
    });
    with_problems(list(&mut rows), &questions.problems)
}

/// `{ rows, problems }` of a `call_summary`: an object, or its JSON.
#[wasm_bindgen(js_name = parseSummary, skip_typescript)]
pub fn parse_summary(raw: &JsValue) -> JsValue {
    let summary = reading::parse_summary(&json_text(raw));
    let mut rows = summary.rows.iter().map(|row| {
        let fields = Fields::new();
        fields.text("category", Some(&row.category));
        fields.text("group", row.group.as_deref());
        fields.text("text", row.text.as_deref());
        scored(&fields, row.score, row.score_text.as_deref(), &row.extra)
    });
    with_problems(list(&mut rows), &summary.problems)
}

fn scored(
    fields: &Fields,
    score: Option<f64>,
    score_text: Option<&str>,
    extra: &[(String, String)],
) -> JsValue {
    fields.number("score", score);
    fields.text("scoreText", score_text);
    let others = Fields::new();
    for (name, json) in extra {
        others.json(name, Some(json));
    }
    fields.set("extra", others.build());
    fields.build()
}

fn with_problems(rows: Array, problems: &[reading::Problem]) -> JsValue {
    let mut problems = problems
        .iter()
        .map(|it| problem(&it.path, it.expected, &it.found));
    let problems = list(&mut problems);
    let fields = Fields::new();
    fields.set("rows", rows);
    fields.set("problems", problems);
    fields.build()
}
