//! Calls and results as files.

use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::errors;
use super::inputs::{json_text, roles};
use super::options::{Kind, Options};
use super::text::wrong_type;
use super::turns::{spoken, text, turns};
use crate::error::Error;
use crate::path;
use crate::property::property;
use crate::reading::export::{self, CallReport, CsvOptions, ResultRow};
use crate::reading::{self, parse_questions, parse_summary, parse_transcript};

/// Markdown of a call.
#[wasm_bindgen(js_name = callToMarkdown, skip_typescript)]
pub fn call_to_markdown(call: &JsValue, options: &JsValue) -> Result<String, JsValue> {
    report(call, options, export::call_to_markdown).map_err(|error| errors::to_js(&error))
}

/// HTML of a call.
#[wasm_bindgen(js_name = callToHtml, skip_typescript)]
pub fn call_to_html(call: &JsValue, options: &JsValue) -> Result<String, JsValue> {
    report(call, options, export::call_to_html).map_err(|error| errors::to_js(&error))
}

/// Plain text of turns.
#[wasm_bindgen(js_name = turnsToText, skip_typescript)]
pub fn turns_to_text(given: &JsValue) -> Result<String, JsValue> {
    let turns = turns(given).map_err(|error| errors::to_js(&error))?;
    Ok(export::turns_to_text(&spoken(&turns)))
}

/// Captions of turns.
#[wasm_bindgen(js_name = turnsToWebVtt, skip_typescript)]
pub fn turns_to_webvtt(given: &JsValue, options: &JsValue) -> Result<String, JsValue> {
    captions(given, options).map_err(|error| errors::to_js(&error))
}

/// A table of results.
#[wasm_bindgen(js_name = resultsToCsv, skip_typescript)]
pub fn results_to_csv(results: &JsValue, options: &JsValue) -> Result<String, JsValue> {
    table(results, options).map_err(|error| errors::to_js(&error))
}

fn captions(given: &JsValue, options: &JsValue) -> Result<String, Error> {
    let turns = turns(given)?;
    let options = Options::new("options", options, &[("end", Kind::Amount)])?;
    export::turns_to_webvtt(&spoken(&turns), options.number("end")).map_err(|_| {
        let problem = "have no clocks, and captions need a start time for their turns";
        Error::invalid("turns", problem)
    })
}

/// The wire's fields of a call or result, as far as they are what they should be.
struct Call {
    fields: [Option<String>; TEXTS.len()],
    score: Option<u8>,
    summary: String,
    questions: String,
}

/// The order is that of [`Call::fields`].
const TEXTS: [&str; 10] = [
    "call_id",
    "call_status",
    "ninjahire_intelligence",
    "call_direction",
    "recording_url",
    "call_digest",
    "transcript",
    "application_id",
    "job_id",
    "candidate_id",
];

fn read_call(param: &str, call: &JsValue) -> Result<Call, Error> {
    if !call.is_object() || Array::is_array(call) {
        return Err(Error::invalid(param, &wrong_type("a call", call)));
    }
    let score = property(call, "call_score").as_f64();
    Ok(Call {
        fields: TEXTS.map(|name| text(&property(call, name))),
        score: score
            .filter(|score| f64::from(*score as u8) == *score)
            .map(|score| score as u8),
        summary: json_text(&property(call, "call_summary")),
        questions: json_text(&property(call, "questions_response")),
    })
}

fn report(
    call: &JsValue,
    options: &JsValue,
    write: fn(&CallReport<'_>) -> String,
) -> Result<String, Error> {
    let call = read_call("call", call)?;
    let options = Options::new(
        "options",
        options,
        &[("title", Kind::Text), ("roles", Kind::Any)],
    )?;
    let title = options.text("title");
    let [
        call_id,
        status,
        intelligence,
        direction,
        recording,
        digest,
        transcript,
        ..,
    ] = call.fields.each_ref().map(|field| field.as_deref());
    let transcript = transcript.unwrap_or_default();
    let turns = parse_transcript(transcript, &roles(&options)?);
    Ok(write(&CallReport {
        title: title.as_deref(),
        call_id,
        call_status: status,
        intelligence,
        direction,
        call_score: call.score,
        recording_url: recording,
        digest,
        summary: &parse_summary(&call.summary).rows,
        questions: &parse_questions(&call.questions).rows,
        turns: &reading::spoken(transcript, &turns),
    }))
}

fn table(results: &JsValue, options: &JsValue) -> Result<String, Error> {
    if !Array::is_array(results) {
        let problem = wrong_type("an array of results, or an iterable", results);
        return Err(Error::invalid("results", &problem));
    }
    let options = Options::new("options", options, &[("byteOrderMark", Kind::Flag)])?;
    let options = CsvOptions {
        byte_order_mark: options.flag("byteOrderMark").unwrap_or(false),
    };
    let results: &Array = results.unchecked_ref();
    let calls: Vec<Call> = (0..results.length())
        .map(|index| read_call(&path::item("results", index as usize), &results.get(index)))
        .collect::<Result<_, _>>()?;
    let rows: Vec<ResultRow<'_>> = calls.iter().map(row).collect();
    Ok(export::results_to_csv(&rows, &options))
}

fn row(call: &Call) -> ResultRow<'_> {
    let [
        call_id,
        call_status,
        intelligence,
        direction,
        recording_url,
        digest,
        transcript,
        application_id,
        job_id,
        candidate_id,
    ] = call.fields.each_ref().map(|field| field.as_deref());
    ResultRow {
        call_id,
        application_id,
        job_id,
        candidate_id,
        call_status,
        intelligence,
        direction,
        call_score: call.score,
        digest,
        recording_url,
        transcript,
        questions_response: some(&call.questions),
        call_summary: some(&call.summary),
    }
}

/// JSON that says something.
fn some(json: &str) -> Option<&str> {
    Some(json).filter(|json| !matches!(*json, "" | "null"))
}
