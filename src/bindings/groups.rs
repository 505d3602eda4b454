//! Groups consecutive turns of the same speaker.

use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::to_js;
use super::turns::{spoken, turns};
use crate::transcript::{self, Role, TextRange, Turn};

#[derive(Serialize)]
struct Group<'a> {
    role: Role,
    label: Option<&'a str>,
    /// The caller's turn objects, not copies.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    turns: Array,
}

/// `[{ role, label, turns }]`.
#[wasm_bindgen(js_name = groupTurns, unchecked_return_type = "TurnGroup[]")]
pub fn group_turns(given: &JsValue) -> Result<JsValue, JsValue> {
    let given_turns = turns(given)?;
    // `group_turns` compares labels in a transcript. So a transcript of labels alone is enough.
    let mut labels = String::new();
    let mut turns = Vec::with_capacity(given_turns.len());
    for turn in spoken(&given_turns) {
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
    let groups = transcript::group_turns(&labels, &turns);
    let groups: Vec<Group<'_>> = groups
        .into_iter()
        .map(|group| Group {
            role: group.role,
            label: group.label.map(|label| label.of(&labels)),
            turns: given.slice(group.turns.start as u32, group.turns.end as u32),
        })
        .collect();
    Ok(to_js(&groups))
}
