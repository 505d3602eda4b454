//! Searching turns.

use serde::Deserialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::input::string;
use super::turns::texts;
use crate::api::arguments::options;
use crate::api::{Flag, Json};
use crate::reading::folding::Folded;
use crate::reading::{Utf16Offsets, search};

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct SearchOptions {
    whole_word: Option<Flag>,
}

/// Turns to search, again and again. Folding them is nearly all of the work, and is done once.
#[wasm_bindgen]
#[derive(Default)]
pub struct TurnSearch {
    /// Each turn's text, and what it folds to.
    turns: Vec<(String, Folded)>,
}

#[wasm_bindgen]
impl TurnSearch {
    #[wasm_bindgen(constructor)]
    pub fn new() -> TurnSearch {
        TurnSearch::default()
    }

    /// Takes these turns, in place of all those from the index `from` on.
    pub fn fold(&mut self, from: usize, given: &JsValue) -> Result<(), JsValue> {
        let fold = |text: String| {
            let folded = Folded::new(&text);
            (text, folded)
        };
        let texts = texts(given, from)?;
        self.turns.truncate(from);
        self.turns.extend(texts.into_iter().map(fold));
        Ok(())
    }

    /// Three numbers a match: turn, start, end.
    pub fn find(&self, query: &JsValue, given_options: JsValue) -> Result<Vec<f64>, JsValue> {
        let query = search::folded_query(&string("query", query)?);
        let given: SearchOptions = options(&Json::from(given_options))?;
        let whole_word = given.whole_word.is_some_and(|whole_word| whole_word.0);
        let mut places = Vec::new();
        for (turn, (text, folded)) in self.turns.iter().enumerate() {
            let mut offsets = Utf16Offsets::new(text);
            for range in search::find_folded(text, folded, &query, whole_word) {
                let (start, end) = offsets.range(range);
                places.extend([turn as f64, start as f64, end as f64]);
            }
        }
        Ok(places)
    }
}
