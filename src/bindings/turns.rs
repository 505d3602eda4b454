//! Reads turns: objects as `parseTranscript` returns them.

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};

use super::input::to_utf8;
use crate::api::Json;
use crate::api::arguments::wrong_type;
use crate::api::json::JsonObject;
use crate::error::Error;
use crate::reading::{Role, Spoken};

/// A turn from JavaScript.
pub(super) struct JsTurn {
    role: Role,
    label: Option<String>,
    text: String,
    start_time: Option<f64>,
}

/// Reads turns. Only `text` is required. Another role than the known ones becomes `unknown`.
pub(super) fn turns(given: &JsValue) -> Result<Vec<JsTurn>, Error> {
    turns_from(given, 0)
}

/// Reads a part of the turns. The first of them has the index `first`.
pub(super) fn turns_from(turns: &JsValue, first: usize) -> Result<Vec<JsTurn>, Error> {
    read_each(turns, first, |turn, text| JsTurn {
        role: field(turn, "role").unwrap_or(Role::Unknown),
        label: optional_text(turn, "label"),
        text,
        start_time: field(turn, "startTime").filter(|time: &f64| time.is_finite()),
    })
}

/// Reads the texts of turns. The first of them has the index `first`.
pub(super) fn texts(turns: &JsValue, first: usize) -> Result<Vec<String>, Error> {
    read_each(turns, first, |_, text| text)
}

fn read_each<T>(
    turns: &JsValue,
    first: usize,
    convert: impl Fn(&JsonObject, String) -> T,
) -> Result<Vec<T>, Error> {
    let turns = Json::from(turns.clone());
    let Some(items) = turns.to_items() else {
        return Err(wrong_type("turns", "an array of turns", &turns));
    };
    let turn = |(index, item): (usize, &Json)| {
        let index = first + index;
        let Some(turn) = item.to_object() else {
            return Err(wrong_type(&format!("turns[{index}]"), "a turn", item));
        };
        let text = turn
            .get("text")
            .unwrap_or_else(|| Json::from(JsValue::UNDEFINED));
        match text.as_js().dyn_ref::<JsString>() {
            Some(text) => Ok(convert(&turn, to_utf8(text))),
            None => Err(wrong_type(
                &format!("turns[{index}].text"),
                "a string",
                &text,
            )),
        }
    };
    items.iter().enumerate().map(turn).collect()
}

fn field<T: serde::de::DeserializeOwned>(object: &JsonObject, name: &'static str) -> Option<T> {
    object.read_field(name).ok().flatten()
}

/// The field, where it is a string; otherwise `None`.
pub(super) fn optional_text(object: &JsonObject, name: &str) -> Option<String> {
    object.get(name)?.as_js().dyn_ref().map(to_utf8)
}

/// The turns as the reading functions take them.
pub(super) fn spoken(turns: &[JsTurn]) -> Vec<Spoken<'_>> {
    turns
        .iter()
        .map(|turn| Spoken {
            role: turn.role,
            label: turn.label.as_deref(),
            text: &turn.text,
            start_time: turn.start_time,
        })
        .collect()
}
