//! Masks contact details in turns.

use js_sys::{Array, Object, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::input::string_argument;
use super::to_js;
use super::turns::{spoken, turns};
use crate::api::arguments::{parse_options, wrong_type};
use crate::api::{Json, Text};
use crate::error::Error;
use crate::reading::masking::{self, MaskOptions, MaskedItem};

#[derive(Default, Deserialize)]
#[serde(default)]
struct JsMaskOptions {
    terms: Option<Json>,
    replacement: Option<Text>,
}

#[derive(Serialize)]
struct MaskedTurns {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    turns: Array,
    /// The masked items, with ranges in UTF-16 code units.
    masked: Vec<MaskedItem>,
}

/// `{ turns, masked: [{ turn, start, end, kind }] }`.
#[wasm_bindgen(js_name = maskContactDetails, unchecked_return_type = "MaskedTurns")]
pub fn mask_contact_details(given: &JsValue, given_options: JsValue) -> Result<JsValue, JsValue> {
    let given_turns = turns(given)?;
    let turns = spoken(&given_turns);
    let given_options: JsMaskOptions = parse_options(&Json::from(given_options))?;
    let options = MaskOptions {
        terms: terms(given_options.terms.as_ref())?,
        replacement: given_options.replacement.map(String::from),
    };
    let result = masking::mask_contact_details(&turns, &options);

    let mut has_masked = vec![false; turns.len()];
    for item in &result.items {
        has_masked[item.turn] = true;
    }
    let copies = Array::new();
    let given: &Array = given.unchecked_ref();
    for (index, turn) in given.iter().enumerate() {
        let copy = Object::assign(&Object::new(), turn.unchecked_ref());
        // A turn in which nothing was masked keeps its text, lone surrogates included.
        if has_masked[index] {
            let _ = Reflect::set(&copy, &"text".into(), &result.texts[index].as_str().into());
        }
        copies.push(&copy);
    }
    Ok(to_js(&MaskedTurns {
        turns: copies,
        masked: result.items,
    }))
}

fn terms(given: Option<&Json>) -> Result<Vec<String>, Error> {
    let Some(given) = given else {
        return Ok(Vec::new());
    };
    let Some(terms) = given.to_items() else {
        return Err(wrong_type("terms", "an array of strings", given));
    };
    let terms = terms.iter().enumerate();
    terms
        .map(|(index, term)| string_argument(&format!("terms[{index}]"), term.as_js()))
        .collect()
}
