//! Masking contact details.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::errors;
use super::object::Fields;
use super::options::{Kind, Options};
use super::text::{string, wrong_type};
use super::turns::{Places, spoken, turns};
use crate::error::Error;
use crate::path;
use crate::reading::masking::{self, MaskOptions};

/// `{ turns, masked: [{ turn, start, end, kind }] }`.
#[wasm_bindgen(js_name = maskContactDetails, skip_typescript)]
pub fn mask_contact_details(given: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    mask(given, options).map_err(|error| errors::to_js(&error))
}

fn mask(given: &JsValue, options: &JsValue) -> Result<JsValue, Error> {
    let read = turns(given)?;
    let turns = spoken(&read);
    let options = Options::new(
        "options",
        options,
        &[("terms", Kind::Any), ("replacement", Kind::Text)],
    )?;
    let options = MaskOptions {
        terms: terms(&options)?,
        replacement: options.text("replacement"),
    };
    let masked = masking::mask_contact_details(&turns, &options);

    let mut touched = vec![false; turns.len()];
    let mut places = Places::new(&turns);
    let items = Array::new();
    for masked in &masked.items {
        touched[masked.turn] = true;
        let [turn, start, end] = places.place(masked.turn, masked.range);
        let fields = Fields::new();
        fields.set("turn", turn).set("start", start).set("end", end);
        fields.set("kind", masked.kind.as_str());
        items.push(&fields.build());
    }
    let copies = Array::new();
    for ((turn, text), touched) in given
        .unchecked_ref::<Array>()
        .iter()
        .zip(&masked.texts)
        .zip(touched)
    {
        let copy = Object::assign(&Object::new(), turn.unchecked_ref());
        // Where nothing was masked the text stays as it is, lone surrogates included.
        if touched {
            let text = Fields::new().set("text", text.as_str()).build();
            Object::assign(&copy, text.unchecked_ref());
        }
        copies.push(&copy);
    }
    let fields = Fields::new();
    fields.set("turns", copies).set("masked", items);
    Ok(fields.build())
}

fn terms(options: &Options) -> Result<Vec<String>, Error> {
    let Some(terms) = options.get("terms") else {
        return Ok(Vec::new());
    };
    if !Array::is_array(&terms) {
        return Err(Error::invalid(
            "terms",
            &wrong_type("an array of strings", &terms),
        ));
    }
    let terms: Array = terms.unchecked_into();
    (0..terms.length())
        .map(|index| string(&path::item("terms", index as usize), &terms.get(index)))
        .collect()
}
