//! What both wasm files read: labels, and the parts of an assessment.

use js_sys::{Array, JSON, JsString, Object};
use wasm_bindgen::{JsCast, JsValue};

use super::options::Options;
use super::text::{string, utf8, wrong_type};
use crate::error::Error;
use crate::reading::{Role, TranscriptOptions};

/// The option `roles`: `{ Nina: "bot" }`.
pub(super) fn roles(options: &Options) -> Result<TranscriptOptions, Error> {
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

/// A string is text to read; anything else becomes its JSON. What has none is nothing.
pub(super) fn json_text(raw: &JsValue) -> String {
    let json = match raw.dyn_ref::<JsString>() {
        Some(text) => Ok(text.clone()),
        None => JSON::stringify(raw),
    };
    match json
        .ok()
        .as_ref()
        .and_then(|json| json.dyn_ref::<JsString>())
    {
        Some(json) => String::from_utf8(utf8(json)).unwrap_or_default(),
        None => String::new(),
    }
}
