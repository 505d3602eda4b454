//! How a transcript was split.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::errors;
use super::inputs::roles;
use super::object::{Fields, list};
use super::options::{Kind, Options};
use super::text::string;
use crate::error::Error;
use crate::reading::{self, TextRange, Utf16Offsets};

/// A `TranscriptFormat`.
#[wasm_bindgen(js_name = detectFormat, skip_typescript)]
pub fn detect_format(transcript: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    detect(transcript, options).map_err(|error| errors::to_js(&error))
}

fn detect(transcript: &JsValue, options: &JsValue) -> Result<JsValue, Error> {
    let text = string("transcript", transcript)?;
    let options = roles(&Options::new("options", options, &[("roles", Kind::Any)])?)?;
    let format = reading::detect_format(&text, &options);
    let mut offsets = Utf16Offsets::new(&text);
    let mut place = |fields: &Fields, range: TextRange| {
        let (start, end) = offsets.range(range);
        fields.number("start", Some(start as f64));
        fields.number("end", Some(end as f64));
    };
    let mut labels = format.labels.iter().map(|label| {
        let fields = Fields::new();
        fields.set("label", label.label.of(&text));
        fields.set("role", label.role.as_str());
        fields.number("turns", Some(label.turns as f64));
        place(&fields, label.label);
        fields.build()
    });
    let fields = Fields::new();
    fields.set("shape", format.shape.as_str());
    fields.set("labels", list(&mut labels));
    for (name, count) in [
        ("turns", format.turns),
        ("timedTurns", format.timed_turns),
        ("backwardClocks", format.backward_clocks),
    ] {
        fields.number(name, Some(count as f64));
    }
    fields.set("decorated", format.decorated);
    let mut left = format.left_as_speech.iter().map(|range| {
        let fields = Fields::new();
        place(&fields, *range);
        fields.build()
    });
    fields.set("leftAsSpeech", list(&mut left));
    Ok(fields.build())
}
