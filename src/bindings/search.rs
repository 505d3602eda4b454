//! Searches turns.

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

/// Turns to search. While a user types, each key searches the same turns again. Folding takes nearly
/// all of the time, so it happens once.
#[wasm_bindgen]
#[derive(Default)]
pub struct TurnSearch {
    /// The text of each turn, and its folded text.
    turns: Vec<(String, Folded)>,
}

#[wasm_bindgen]
impl TurnSearch {
    #[wasm_bindgen(constructor)]
    pub fn new() -> TurnSearch {
        TurnSearch::default()
    }

    /// Replaces all turns from index `from` on.
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

    /// Three numbers for each match: turn, start, end. Offsets are in UTF-16 code units.
    pub fn find(&self, query: &JsValue, given_options: JsValue) -> Result<Vec<f64>, JsValue> {
        let query = search::folded_query(&string_argument("query", query)?);
        let given: SearchOptions = parse_options(&Json::from(given_options))?;
        let whole_word = given.whole_word.is_some_and(|whole_word| whole_word.0);
        let mut matches = Vec::new();
        for (turn, (text, folded)) in self.turns.iter().enumerate() {
            let mut offsets = Utf16Offsets::new(text);
            for range in search::find_folded(text, folded, &query, whole_word) {
                let (start, end) = offsets.range(range);
                matches.extend([turn as f64, start as f64, end as f64]);
            }
        }
        Ok(matches)
    }
}
