//! Describes how a transcript is split into turns.

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::input::{roles, string_argument};
use super::to_js;
use crate::api::Json;
use crate::api::arguments::parse_options;
use crate::transcript::{self, Role, TextRange, Utf16Offsets};

#[derive(Default, Deserialize)]
#[serde(default)]
struct FormatOptions {
    roles: Option<Json>,
}

/// A [`Format`](transcript::Format) with its ranges in UTF-16 code units.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TranscriptFormat<'a> {
    shape: &'static str,
    labels: Vec<Label<'a>>,
    turns: usize,
    timed_turns: usize,
    backward_clocks: usize,
    decorated: bool,
    left_as_speech: Vec<Range>,
}

#[derive(Serialize)]
struct Label<'a> {
    label: &'a str,
    role: Role,
    turns: usize,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Range {
    start: usize,
    end: usize,
}

/// The format of a transcript.
#[wasm_bindgen(js_name = detectFormat, unchecked_return_type = "TranscriptFormat")]
pub fn detect_format(transcript: &JsValue, given: JsValue) -> Result<JsValue, JsValue> {
    let text = string_argument("transcript", transcript)?;
    let given: FormatOptions = parse_options(&Json::from(given))?;
    let format = transcript::detect_format(&text, &roles(given.roles.as_ref())?);
    let mut offsets = Utf16Offsets::new(&text);
    let labels = format.labels.iter().map(|label| {
        let (start, end) = offsets.range(label.label);
        Label {
            label: label.label.of(&text),
            role: label.role,
            turns: label.turns,
            start,
            end,
        }
    });
    let labels = labels.collect();
    let left = format.left_as_speech.iter().map(|range: &TextRange| {
        let (start, end) = offsets.range(*range);
        Range { start, end }
    });
    let left_as_speech = left.collect();
    Ok(to_js(&TranscriptFormat {
        shape: format.shape.as_str(),
        labels,
        turns: format.turns,
        timed_turns: format.timed_turns,
        backward_clocks: format.backward_clocks,
        decorated: format.decorated,
        left_as_speech,
    }))
}
