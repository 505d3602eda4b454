//! Exports calls and results as Markdown, HTML, text, WebVTT and CSV.

use serde::Deserialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::input::json_text;
use super::rows::{question_rows, summary_rows};
use super::turns::{optional_text, spoken, turns};
use crate::api::arguments::{Millis, parse_options, wrong_type};
use crate::api::json::JsonObject;
use crate::api::{Flag, Json, Score, Text};
use crate::error::Error;
use crate::reading::export::{self, CallReport, CsvOptions, ResultRow};

#[derive(Default, Deserialize)]
#[serde(default)]
struct CallFileOptions {
    title: Option<Text>,
    /// The JavaScript passes this on to the core, which parses the transcript. It is ignored here.
    #[serde(rename = "roles")]
    _roles: Option<Json>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct WebVttOptions {
    end: Option<Millis>,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct CsvFileOptions {
    byte_order_mark: Option<Flag>,
}

/// A call as Markdown. The core's wasm has parsed `turns`, `questions` and `summary`: this wasm
/// does not contain the parsers, too.
#[wasm_bindgen(js_name = callToMarkdown)]
pub fn call_to_markdown(
    call: &JsValue,
    turns: &JsValue,
    questions: &JsValue,
    summary: &JsValue,
    given: JsValue,
) -> Result<String, JsValue> {
    let write = export::call_to_markdown;
    Ok(write_report(call, turns, questions, summary, given, write)?)
}

/// A call as HTML; see [`call_to_markdown`].
#[wasm_bindgen(js_name = callToHtml)]
pub fn call_to_html(
    call: &JsValue,
    turns: &JsValue,
    questions: &JsValue,
    summary: &JsValue,
    given: JsValue,
) -> Result<String, JsValue> {
    let write = export::call_to_html;
    Ok(write_report(call, turns, questions, summary, given, write)?)
}

/// Turns as plain text.
#[wasm_bindgen(js_name = turnsToText)]
pub fn turns_to_text(given: &JsValue) -> Result<String, JsValue> {
    Ok(export::turns_to_text(&spoken(&turns(given)?)))
}

/// Turns as WebVTT captions.
#[wasm_bindgen(js_name = turnsToWebVtt)]
pub fn turns_to_webvtt(turns: &JsValue, given: JsValue) -> Result<String, JsValue> {
    let turns = self::turns(turns)?;
    let given: WebVttOptions = parse_options(&Json::from(given))?;
    let end = given.end.map(|Millis(end)| end);
    export::turns_to_webvtt(&spoken(&turns), end).map_err(|_| {
        let problem = "have no timestamps, and captions need a start time for their turns";
        Error::invalid("turns", problem).into()
    })
}

/// Results as CSV.
#[wasm_bindgen(js_name = resultsToCsv)]
pub fn results_to_csv(results: JsValue, given: JsValue) -> Result<String, JsValue> {
    let results = Json::from(results);
    let Some(items) = results.to_items() else {
        let expected = "an array of results, or an iterable";
        return Err(wrong_type("results", expected, &results).into());
    };
    let given: CsvFileOptions = parse_options(&Json::from(given))?;
    let options = CsvOptions {
        byte_order_mark: given.byte_order_mark.is_some_and(|mark| mark.0),
    };
    let calls = items.iter().enumerate();
    let calls = calls.map(|(index, call)| Call::new(&format!("results[{index}]"), call));
    let calls: Vec<Call> = calls.collect::<Result<_, Error>>()?;
    let rows: Vec<ResultRow<'_>> = calls.iter().map(Call::row).collect();
    Ok(export::results_to_csv(&rows, &options))
}

/// The fields of a call or result. A field of a wrong type is `None`.
struct Call {
    call_id: Option<String>,
    application_id: Option<String>,
    job_id: Option<String>,
    candidate_id: Option<String>,
    call_status: Option<String>,
    intelligence: Option<String>,
    direction: Option<String>,
    recording_url: Option<String>,
    digest: Option<String>,
    transcript: Option<String>,
    score: Option<u8>,
    summary: String,
    questions: String,
}

impl Call {
    fn new(param: &str, call: &Json) -> Result<Self, Error> {
        let Some(call) = call.to_object() else {
            return Err(wrong_type(param, "a call", call));
        };
        let text = |name| optional_text(&call, name);
        let score: Option<Score> = call.read_field("call_score").ok().flatten();
        Ok(Self {
            call_id: text("call_id"),
            application_id: text("application_id"),
            job_id: text("job_id"),
            candidate_id: text("candidate_id"),
            call_status: text("call_status"),
            intelligence: text("ninjahire_intelligence"),
            direction: text("call_direction"),
            recording_url: text("recording_url"),
            digest: text("call_digest"),
            transcript: text("transcript"),
            score: score.map(|score| score.0),
            summary: field_as_json(&call, "call_summary"),
            questions: field_as_json(&call, "questions_response"),
        })
    }

    fn row(&self) -> ResultRow<'_> {
        ResultRow {
            call_id: self.call_id.as_deref(),
            application_id: self.application_id.as_deref(),
            job_id: self.job_id.as_deref(),
            candidate_id: self.candidate_id.as_deref(),
            call_status: self.call_status.as_deref(),
            intelligence: self.intelligence.as_deref(),
            direction: self.direction.as_deref(),
            call_score: self.score,
            digest: self.digest.as_deref(),
            recording_url: self.recording_url.as_deref(),
            transcript: self.transcript.as_deref(),
            questions_response: unless_empty(&self.questions),
            call_summary: unless_empty(&self.summary),
        }
    }
}

fn field_as_json(call: &JsonObject, name: &str) -> String {
    let value = call.get(name);
    value
        .map(|value| json_text(value.as_js()))
        .unwrap_or_default()
}

fn unless_empty(json: &str) -> Option<&str> {
    Some(json).filter(|json| !matches!(*json, "" | "null"))
}

/// Reads the arguments, and writes the report with `write`.
fn write_report(
    call: &JsValue,
    turns: &JsValue,
    questions: &JsValue,
    summary: &JsValue,
    given: JsValue,
    write: fn(&CallReport<'_>) -> String,
) -> Result<String, Error> {
    let call = Call::new("call", &Json::from(call.clone()))?;
    let given: CallFileOptions = parse_options(&Json::from(given))?;
    let title = given.title.map(String::from);
    let turns = self::turns(turns)?;
    Ok(write(&CallReport {
        title: title.as_deref(),
        call_id: call.call_id.as_deref(),
        call_status: call.call_status.as_deref(),
        intelligence: call.intelligence.as_deref(),
        direction: call.direction.as_deref(),
        call_score: call.score,
        recording_url: call.recording_url.as_deref(),
        digest: call.digest.as_deref(),
        summary: &summary_rows(summary)?,
        questions: &question_rows(questions)?,
        turns: &spoken(&turns),
    }))
}
