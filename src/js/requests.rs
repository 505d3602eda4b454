//! Requests to send by other means: validated, without the key.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::errors;
use super::object::Fields;
use super::options::{Kind, Known, Options};
use super::text::string;
use crate::api::{
    CallDetailsRequest, Endpoint, HttpRequest, InstantCallRequest, Routes, ScreeningResultsFilters,
    ScreeningResultsRequest,
};
use crate::client::Config;
use crate::error::Error;

/// `{ method, url, headers }` for an endpoint.
#[wasm_bindgen(skip_typescript)]
pub fn request(endpoint: u32, argument: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    prepare(endpoint, argument, options).map_err(|error| errors::to_js(&error))
}

fn prepare(endpoint: u32, argument: &JsValue, options: &JsValue) -> Result<JsValue, Error> {
    let options = Options::new(
        "options",
        options,
        &[("baseUrl", Kind::Text), ("routes", Kind::Any)],
    )?;
    let routes = options
        .get("routes")
        .map(|given| routes(&given))
        .transpose()?;
    let routes = routes.unwrap_or_default();
    let base_url = options.text("baseUrl");
    let config = base_url
        .map(|url| Config::new(&url))
        .transpose()?
        .unwrap_or_default();
    let request: HttpRequest = match endpoint_at(endpoint) {
        Endpoint::InstantCall => {
            InstantCallRequest::new(string("application_id", argument)?)?.to_http(&routes)
        }
        Endpoint::CallDetails => {
            CallDetailsRequest::new(string("call_id", argument)?)?.to_http(&routes)
        }
        Endpoint::ScreeningResults => query(argument)?.to_http(&routes)?,
    };
    let mut url = config.base_url().to_owned();
    url.push_str(&request.path);
    let headers = Fields::new();
    headers.set("accept", "application/json");
    let fields = Fields::new();
    fields.set("method", request.request.method).set("url", url);
    fields.set("headers", headers.build());
    Ok(fields.build())
}

/// The endpoint at that place of [`Endpoint::ALL`]; the package's own JavaScript knows the places.
pub(super) fn endpoint_at(place: u32) -> Endpoint {
    match place {
        0 => Endpoint::InstantCall,
        1 => Endpoint::CallDetails,
        _ => Endpoint::ScreeningResults,
    }
}

/// The `routes` option.
pub(super) fn routes(given: &JsValue) -> Result<Routes, Error> {
    let mut routes = Routes::default();
    const KNOWN: [Known; 3] = [
        (Endpoint::ALL[0].name(), Kind::Text),
        (Endpoint::ALL[1].name(), Kind::Text),
        (Endpoint::ALL[2].name(), Kind::Text),
    ];
    let given = Options::new("routes", given, &KNOWN)?;
    for &endpoint in &Endpoint::ALL {
        if let Some(template) = given.text(endpoint.name()) {
            routes.set(endpoint, &template)?;
        }
    }
    Ok(routes)
}

/// The filters of a listing, its page and size among them.
pub(super) fn query(given: &JsValue) -> Result<ScreeningResultsRequest, Error> {
    let names = ScreeningResultsFilters::NAMES;
    let mut known = vec![("page", Kind::Page), ("size", Kind::Size)];
    for &name in &names {
        known.push((name, Kind::Text));
    }
    let given = Options::new("filters", given, &known)?;
    let mut request = ScreeningResultsRequest::default();
    request.page = given.whole("page").unwrap_or(request.page);
    request.size = given.whole("size").unwrap_or(request.size);
    let filters = &mut request.filters.entries_mut();
    for (place, name) in names.iter().enumerate() {
        *filters[place] = given.text(name);
    }
    Ok(request)
}
