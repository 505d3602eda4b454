//! Counts how much each speaker said.

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::to_js;
use super::turns::{spoken, turns};
use crate::reading::statistics;

/// The statistics of a transcript. `count_words` counts the words of a text in a script without
/// spaces. It returns `undefined` where it cannot.
#[wasm_bindgen(js_name = transcriptStats, unchecked_return_type = "TranscriptStats")]
pub fn transcript_stats(
    given: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "(text: string) => number | undefined")]
    count_words: &Function,
) -> Result<JsValue, JsValue> {
    let turns = turns(given)?;
    let count = |text: &str| {
        let words = count_words.call1(&JsValue::UNDEFINED, &text.into()).ok()?;
        words.as_f64().map(|words| words as usize)
    };
    Ok(to_js(&statistics::transcript_stats_with(
        &spoken(&turns),
        count,
    )))
}
