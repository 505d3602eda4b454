//! Answers that came by other means, read by the same decoder.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::options::{Kind, Options};
use super::requests::{endpoint_at, query};
use super::text::body;
use super::{errors, models};
use crate::api::{CallDetails, Endpoint, InstantCall, ScreeningResultsPage};
use crate::error::Error;

/// The model of an endpoint's answer.
#[wasm_bindgen(skip_typescript)]
pub fn decode(endpoint: u32, answer: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    read(endpoint, answer, options).map_err(|error| errors::to_js(&error))
}

fn read(endpoint: u32, answer: &JsValue, options: &JsValue) -> Result<JsValue, Error> {
    let options = Options::new(
        "options",
        options,
        &[("strict", Kind::Flag), ("request", Kind::Any)],
    )?;
    let strict = options.flag("strict").unwrap_or(false);
    let body = body(answer)?;
    Ok(match endpoint_at(endpoint) {
        Endpoint::InstantCall => models::instant_call(&InstantCall::decode(&body)?),
        Endpoint::CallDetails => models::call_details(&CallDetails::decode(&body, strict)?),
        Endpoint::ScreeningResults => {
            let request = query(&options.get("request").unwrap_or_default())?;
            models::page(&ScreeningResultsPage::decode(&body, request, strict)?)
        }
    })
}
