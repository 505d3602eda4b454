//! Searches turns.

use std::cell::RefCell;

use serde::Deserialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::input::string_argument;
use super::turns::texts;
use crate::api::arguments::parse_options;
use crate::api::{Flag, Json};
use crate::reading::folding::Folded;
use crate::reading::{Utf16Offsets, search};

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct SearchOptions {
    whole_word: Option<Flag>,
}

thread_local! {
    /// The turns that were searched last: the text of each, and its folded text. While a user
    /// types, the same turns are searched after each key, and folding them takes nearly all of the
    /// time.
    static LAST: RefCell<Vec<(String, Folded)>> = const { RefCell::new(Vec::new()) };
}

/// Three numbers for each match: turn, start, end. Offsets are in UTF-16 code units.
#[wasm_bindgen(js_name = searchTranscript)]
pub fn search_transcript(
    given: &JsValue,
    query: &JsValue,
    given_options: JsValue,
) -> Result<Vec<f64>, JsValue> {
    let texts = texts(given)?;
    LAST.with_borrow_mut(|last| {
        let fold = |text: String| {
            let folded = Folded::new(&text);
            (text, folded)
        };
        *last = texts.into_iter().map(fold).collect();
    });
    search_again(query, given_options)
}

/// The same for the turns that were searched last.
#[wasm_bindgen(js_name = searchAgain)]
pub fn search_again(query: &JsValue, given_options: JsValue) -> Result<Vec<f64>, JsValue> {
    let query = search::folded_query(&string_argument("query", query)?);
    let given: SearchOptions = parse_options(&Json::from(given_options))?;
    let whole_word = given.whole_word.is_some_and(|whole_word| whole_word.0);
    LAST.with_borrow(|last| {
        let mut matches = Vec::new();
        for (turn, (text, folded)) in last.iter().enumerate() {
            let mut offsets = Utf16Offsets::new(text);
            for range in search::find_folded(text, folded, &query, whole_word) {
                let (start, end) = offsets.range(range);
                matches.extend([turn as f64, start as f64, end as f64]);
            }
        }
        Ok(matches)
    })
}
