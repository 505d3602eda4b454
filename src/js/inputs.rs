//! What both wasm files read: labels, and the parts of an assessment.

use js_sys::{JSON, JsString};
use wasm_bindgen::{JsCast, JsValue};

use super::options::Options;
use super::text::utf8;
use crate::error::Error;
use crate::reading::{Role, TranscriptOptions};

/// The option `roles`: `{ Nina: "bot" }`.
pub(super) fn roles(options: &Options) -> Result<TranscriptOptions, Error> {
    let mut read = TranscriptOptions::default();
    for [param, label, role] in options.record("roles")? {
        let role = Role::from_name(&role).ok_or_else(|| {
            let problem = "must be \"bot\", \"human\", \"other\" or \"unknown\"";
            Error::invalid(&param, problem)
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
