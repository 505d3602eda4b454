//! Reading out: turns as numbers, which JavaScript slices its own string by.

use js_sys::{Array, JsString, Object};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::errors;
use super::options::Options;
use super::text::{string, utf8, wrong_type};
use crate::error::Error;
use crate::reading::{self, Role, TranscriptOptions};

/// Six numbers a turn; see [`reading::utf16_turns`].
#[wasm_bindgen(js_name = parseTranscript, skip_typescript)]
pub fn parse_transcript(text: &JsValue, options: &JsValue) -> Result<Vec<f64>, JsValue> {
    turns(text, options).map_err(|error| errors::to_js(&error))
}

fn turns(text: &JsValue, options: &JsValue) -> Result<Vec<f64>, Error> {
    let text = text
        .dyn_ref::<JsString>()
        .ok_or_else(|| Error::invalid("transcript", &wrong_type("a string", text)))?;
    // What `encodeInto` writes is UTF-8.
    let text = String::from_utf8(utf8(text)).unwrap_or_default();
    let turns = reading::parse_transcript(&text, &transcript_options(options)?);
    Ok(reading::utf16_turns(&text, &turns))
}

/// `{ roles: { Nina: "bot" } }`.
fn transcript_options(options: &JsValue) -> Result<TranscriptOptions, Error> {
    let options = Options::new("options", options, &["roles"])?;
    let mut read = TranscriptOptions::default();
    let Some(roles) = options.get("roles") else {
        return Ok(read);
    };
    if !roles.is_object() {
        return Err(Error::invalid("roles", &wrong_type("an object", &roles)));
    }
    for entry in Object::entries(roles.unchecked_ref::<Object>()) {
        let entry: Array = entry.unchecked_into();
        let label = entry.get(0).as_string().unwrap_or_default();
        let mut param = String::from("roles.");
        param.push_str(&label);
        let role = Role::from_name(&string(&param, &entry.get(1))?).ok_or_else(|| {
            Error::invalid(
                &param,
                "must be \"bot\", \"human\", \"other\" or \"unknown\"",
            )
        })?;
        read = read.with_role(&label, role);
    }
    Ok(read)
}
