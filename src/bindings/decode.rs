//! Decodes answers to requests that the caller has sent.

use js_sys::{JsString, Reflect, Symbol};
use serde::Deserialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::page_to_js;
use crate::api::arguments::{parse_options, wrong_type};
use crate::api::lenient::not_json_error;
use crate::api::{
    CallDetails, Flag, InstantCall, Json, ScreeningResultsPage, ScreeningResultsRequest,
};
use crate::error::Error;

#[wasm_bindgen]
extern "C" {
    type TextDecoder;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<TextDecoder, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &JsValue) -> Result<JsString, JsValue>;
}

thread_local! {
    /// One decoder for all bodies: in Node, constructing one takes as long as decoding a short call.
    static DECODER: Option<TextDecoder> = TextDecoder::new().ok();
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct CallDetailsOptions {
    strict: Option<Flag>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ScreeningResultsOptions {
    strict: Option<Flag>,
    request: Option<Json>,
}

/// Decodes the answer to a dial. Every JSON body is a placed call.
#[wasm_bindgen(js_name = decodeInstantCall, unchecked_return_type = "InstantCall")]
pub fn decode_instant_call(
    #[wasm_bindgen(unchecked_param_type = "Body")] body: &JsValue,
) -> Result<JsValue, JsValue> {
    let call = InstantCall::from_json(&parse_body(body)?);
    Ok(call.unknown_fields.object().as_js().into())
}

/// Decodes the answer to a request for call details.
#[wasm_bindgen(js_name = decodeCallDetails, unchecked_return_type = "CallDetails")]
pub fn decode_call_details(
    #[wasm_bindgen(unchecked_param_type = "Body")] body: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "{ strict?: boolean } | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    let given: CallDetailsOptions = parse_options(&Json::from(given))?;
    let is_strict = given.strict.is_some_and(|strict| strict.0);
    let call = CallDetails::from_json(&parse_body(body)?, is_strict)?;
    Ok(call.unknown_fields.object().as_js().into())
}

/// The answer to a listing.
#[wasm_bindgen(js_name = decodeScreeningResults, unchecked_return_type = "ScreeningResultsPage")]
pub fn decode_screening_results(
    #[wasm_bindgen(unchecked_param_type = "Body")] body: &JsValue,
    #[wasm_bindgen(
        unchecked_param_type = "{ strict?: boolean; request?: ScreeningResultsRequest } | undefined"
    )]
    given: JsValue,
) -> Result<JsValue, JsValue> {
    let given: ScreeningResultsOptions = parse_options(&Json::from(given))?;
    let is_strict = given.strict.is_some_and(|strict| strict.0);
    let request = match &given.request {
        Some(request) => ScreeningResultsRequest::from_arguments(request)?,
        None => ScreeningResultsRequest::default(),
    };
    let page = ScreeningResultsPage::from_json(&parse_body(body)?, request, is_strict)?;
    Ok(page_to_js(&page))
}

/// Parses a body, which is a string or bytes.
fn parse_body(body: &JsValue) -> Result<Json, Error> {
    if let Some(text) = body.dyn_ref::<JsString>() {
        return Json::parse_text_with_bom(text).map_err(|text| not_json_error(&text));
    }
    // `instanceof` fails for bytes of another realm; their tag is the same in every realm.
    let tag = Reflect::get(body, &Symbol::to_string_tag()).unwrap_or_default();
    let is_bytes = matches!(
        tag.as_string().as_deref(),
        Some("ArrayBuffer" | "Uint8Array")
    );
    let decoded = match is_bytes {
        true => DECODER.with(|decoder| decoder.as_ref()?.decode(body).ok()),
        false => None,
    };
    match decoded {
        Some(text) => Json::parse_text(&text).map_err(|text| not_json_error(&text)),
        None => Err(wrong_type(
            "body",
            "a string, an ArrayBuffer or a Uint8Array",
            &Json::from(body.clone()),
        )),
    }
}
