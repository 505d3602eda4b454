//! Returns turns as numbers, by which JavaScript slices its string.

use js_sys::JsString;
use serde::Deserialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::input::{roles, to_utf8};
use crate::api::Json;
use crate::api::arguments::{parse_options, wrong_type};
use crate::error::Error;
use crate::transcript;
use crate::transcript::heads::{Heads, read_heads};

#[derive(Default, Deserialize)]
#[serde(default)]
struct TranscriptOptions {
    roles: Option<Json>,
}

/// Six numbers for each turn; see [`transcript::utf16_turns`].
#[wasm_bindgen(js_name = parseTranscript)]
pub fn parse_transcript(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "TranscriptOptions | undefined")] given: JsValue,
) -> Result<Vec<f64>, JsValue> {
    let text = transcript_argument(text)?;
    let turns = transcript::parse_transcript(&text, &parse_transcript_options(given)?);
    Ok(transcript::utf16_turns(&text, &turns))
}

/// Four numbers a head; see [`read_heads`]. Nothing where the whole text must be read.
#[wasm_bindgen(js_name = readHeads)]
pub fn read_line_heads(
    heads: &JsString,
    order: &[u16],
    others: usize,
    bare: usize,
    given: JsValue,
) -> Result<Option<Vec<f64>>, JsValue> {
    let heads = Heads {
        text: &to_utf8(heads),
        order,
        others,
        bare,
    };
    Ok(read_heads(&heads, &parse_transcript_options(given)?))
}

/// Reads a transcript that grows.
#[wasm_bindgen(js_name = TranscriptReader)]
pub struct JsTranscriptReader(transcript::TranscriptReader);

#[wasm_bindgen(js_class = TranscriptReader)]
impl JsTranscriptReader {
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "TranscriptOptions | undefined")] given: JsValue,
    ) -> Result<JsTranscriptReader, JsValue> {
        let reader = transcript::TranscriptReader::new(parse_transcript_options(given)?);
        Ok(JsTranscriptReader(reader))
    }

    /// Reads the whole text. Returns how many turns at the start are the same as before.
    pub fn update(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    ) -> Result<usize, JsValue> {
        Ok(self.0.update(&transcript_argument(text)?))
    }

    /// Six numbers for each turn from index `from` on.
    pub fn turns(&mut self, from: usize) -> Vec<f64> {
        self.0.utf16_turns(from)
    }
}

fn transcript_argument(text: &JsValue) -> Result<String, Error> {
    match text.dyn_ref::<JsString>() {
        Some(text) => Ok(to_utf8(text)),
        None => Err(wrong_type(
            "transcript",
            "a string",
            &Json::from(text.clone()),
        )),
    }
}

fn parse_transcript_options(given: JsValue) -> Result<transcript::TranscriptOptions, Error> {
    let given: TranscriptOptions = parse_options(&Json::from(given))?;
    roles(given.roles.as_ref())
}
