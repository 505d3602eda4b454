//! Turns out: as numbers, by which JavaScript slices its own string.

use js_sys::JsString;
use serde::Deserialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::input::{roles, to_utf8};
use crate::api::Json;
use crate::api::arguments::{options, wrong_type};
use crate::transcript;

#[derive(Default, Deserialize)]
#[serde(default)]
struct TranscriptOptions {
    roles: Option<Json>,
}

/// Six numbers a turn; see [`transcript::utf16_turns`].
#[wasm_bindgen(js_name = parseTranscript)]
pub fn parse_transcript(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "TranscriptOptions | undefined")] given: JsValue,
) -> Result<Vec<f64>, JsValue> {
    let Some(text) = text.dyn_ref::<JsString>() else {
        return Err(wrong_type("transcript", "a string", &Json::from(text.clone())).into());
    };
    let text = to_utf8(text);
    let given: TranscriptOptions = options(&Json::from(given))?;
    let turns = transcript::parse_transcript(&text, &roles(given.roles.as_ref())?);
    Ok(transcript::utf16_turns(&text, &turns))
}
