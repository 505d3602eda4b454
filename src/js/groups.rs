//! Turns of one speaker in a row.

use js_sys::Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::errors;
use super::object::Fields;
use super::turns::{spoken, turns};
use crate::reading::{self, TextRange, Turn};

/// `[{ role, label, turns }]`, of the very turns that were given.
#[wasm_bindgen(js_name = groupTurns, skip_typescript)]
pub fn group_turns(given: &JsValue) -> Result<Array, JsValue> {
    let read = turns(given).map_err(|error| errors::to_js(&error))?;
    // A transcript of nothing but labels is all that it takes.
    let mut labels = String::new();
    let mut turns = Vec::with_capacity(read.len());
    for turn in spoken(&read) {
        let start = labels.len();
        labels.push_str(turn.label.unwrap_or_default());
        let label = TextRange::new(start, labels.len());
        turns.push(Turn {
            index: turns.len(),
            role: turn.role,
            label: turn.label.map(|_| label),
            text: TextRange::new(label.end, label.end),
            start_time: turn.start_time,
        });
    }
    let given: &Array = given.unchecked_ref();
    let groups = reading::group_turns(&labels, &turns);
    let groups = groups.into_iter().map(|group| {
        let fields = Fields::new();
        fields.set("role", group.role.as_str());
        fields.text("label", group.label.map(|label| label.of(&labels)));
        let (start, end) = (group.turns.start as u32, group.turns.end as u32);
        fields.set("turns", given.slice(start, end));
        fields.build()
    });
    Ok(groups.collect())
}
