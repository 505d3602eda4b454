//! Searching turns.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::errors;
use super::options::{Kind, Options};
use super::text::string;
use super::turns::{Places, spoken, turns};
use crate::error::Error;
use crate::reading::search;

/// Three numbers a match: turn, start, end.
#[wasm_bindgen(js_name = searchTranscript, skip_typescript)]
pub fn search_transcript(
    given: &JsValue,
    query: &JsValue,
    options: &JsValue,
) -> Result<Vec<f64>, JsValue> {
    find(given, query, options).map_err(|error| errors::to_js(&error))
}

fn find(given: &JsValue, query: &JsValue, options: &JsValue) -> Result<Vec<f64>, Error> {
    let turns = turns(given)?;
    let turns = spoken(&turns);
    let query = string("query", query)?;
    let options = Options::new("options", options, &[("wholeWord", Kind::Flag)])?;
    let options = search::SearchOptions {
        whole_word: options.flag("wholeWord").unwrap_or(false),
    };
    let mut places = Places::new(&turns);
    let found = search::search_transcript(&turns, &query, &options);
    let places = found
        .iter()
        .flat_map(|found| places.place(found.turn, found.range));
    Ok(places.collect())
}
