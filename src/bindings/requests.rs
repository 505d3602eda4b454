//! Requests for callers that send them: with checked arguments, without the key.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::input::string_argument;
use super::to_js;
use crate::api::arguments::parse_options;
use crate::api::{
    CallDetailsRequest, HttpRequest, InstantCallRequest, Json, Routes, ScreeningResultsRequest,
};
use crate::client::{BaseUrl, RequestsOptions, parse_routes};
use crate::error::Error;

#[derive(Serialize)]
struct PreparedRequest {
    method: String,
    url: String,
    headers: PreparedHeaders,
}

#[derive(Serialize)]
struct PreparedHeaders {
    accept: &'static str,
}

/// The request that places an instant call.
#[wasm_bindgen(js_name = requestInstantCall, unchecked_return_type = "PreparedRequest")]
pub fn request_instant_call(
    #[wasm_bindgen(unchecked_param_type = "string")] application_id: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "RequestsOptions | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    prepare(given, |routes| {
        let application_id = string_argument("application_id", application_id)?;
        Ok(InstantCallRequest::new(application_id)?.to_http(routes))
    })
}

/// The request for call details.
#[wasm_bindgen(js_name = requestCallDetails, unchecked_return_type = "PreparedRequest")]
pub fn request_call_details(
    #[wasm_bindgen(unchecked_param_type = "string")] call_id: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "RequestsOptions | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    prepare(given, |routes| {
        let call_id = string_argument("call_id", call_id)?;
        Ok(CallDetailsRequest::new(call_id)?.to_http(routes))
    })
}

/// The request for one page of a listing.
#[wasm_bindgen(js_name = requestScreeningResults, unchecked_return_type = "PreparedRequest")]
pub fn request_screening_results(
    #[wasm_bindgen(unchecked_param_type = "ScreeningResultsRequest | undefined")] filters: JsValue,
    #[wasm_bindgen(unchecked_param_type = "RequestsOptions | undefined")] given: JsValue,
) -> Result<JsValue, JsValue> {
    prepare(given, |routes| {
        ScreeningResultsRequest::from_arguments(&Json::from(filters))?.to_http(routes)
    })
}

fn prepare(
    given: JsValue,
    request: impl FnOnce(&Routes) -> Result<HttpRequest, Error>,
) -> Result<JsValue, JsValue> {
    let given: RequestsOptions = parse_options(&Json::from(given))?;
    let base_url = BaseUrl::parse(&given.base_url.as_str())?;
    let routes = parse_routes(given.routes.as_ref())?;
    let request = request(&routes)?;
    Ok(to_js(&PreparedRequest {
        method: request.request.method,
        url: format!("{}{}", base_url.as_str(), request.path),
        headers: PreparedHeaders {
            accept: "application/json",
        },
    }))
}
