//! Searching turns.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::errors;
use super::options::{Kind, Options};
use super::text::string;
use super::turns::texts;
use crate::error::Error;
use crate::reading::folding::Folded;
use crate::reading::{Utf16Offsets, search};

thread_local! {
    /// What was searched last: each turn's text, and what it folds to. Another key is looked for in
    /// the same turns, most of the time, and folding them is nearly all of the work.
    static LAST: RefCell<Vec<(String, Folded)>> = const { RefCell::new(Vec::new()) };
}

/// Three numbers a match: turn, start, end.
#[wasm_bindgen(js_name = searchTranscript, skip_typescript)]
pub fn search_transcript(
    given: &JsValue,
    query: &JsValue,
    options: &JsValue,
) -> Result<Vec<f64>, JsValue> {
    find(Some(given), query, options).map_err(|error| errors::to_js(&error))
}

/// The same in the turns that were searched last.
#[wasm_bindgen(js_name = searchAgain, skip_typescript)]
pub fn search_again(query: &JsValue, options: &JsValue) -> Result<Vec<f64>, JsValue> {
    find(None, query, options).map_err(|error| errors::to_js(&error))
}

fn find(given: Option<&JsValue>, query: &JsValue, options: &JsValue) -> Result<Vec<f64>, Error> {
    let texts = given.map(texts).transpose()?;
    let query = search::folded_query(&string("query", query)?);
    let options = Options::new("options", options, &[("wholeWord", Kind::Flag)])?;
    let whole_word = options.flag("wholeWord").unwrap_or(false);
    LAST.with_borrow_mut(|last| {
        if let Some(texts) = texts {
            let fold = |text: String| {
                let folded = Folded::new(&text);
                (text, folded)
            };
            *last = texts.into_iter().map(fold).collect();
        }
        let mut places = Vec::new();
        for (turn, (text, folded)) in last.iter().enumerate() {
            let mut offsets = Utf16Offsets::new(text);
            for range in search::find_folded(text, folded, &query, whole_word) {
                let (start, end) = offsets.range(range);
                places.extend([turn as f64, start as f64, end as f64]);
            }
        }
        Ok(places)
    })
}
