//! The functions and classes that the npm package's JavaScript calls. Only this module has
//! wasm-bindgen exports. They only convert values; the other modules declare and check shapes and
//! options.
//!
//! An error becomes a plain object with a `code`, from which the package makes an error of its
//! class.

mod errors;
mod input;

// `core.wasm`: the client, turns, questions and summaries.
#[cfg(feature = "js")]
mod assessment;
#[cfg(feature = "js")]
mod client;
#[cfg(feature = "js")]
mod decode;
#[cfg(feature = "js")]
mod format;
#[cfg(feature = "js")]
mod requests;
#[cfg(feature = "js")]
mod transcript;

// `reading.wasm`: the other functions on turns.
#[cfg(feature = "js-reading")]
mod evidence;
#[cfg(feature = "js-reading")]
mod exports;
#[cfg(feature = "js-reading")]
mod groups;
#[cfg(feature = "js-reading")]
mod masking;
#[cfg(feature = "js-reading")]
mod rows;
#[cfg(feature = "js-reading")]
mod search;
#[cfg(feature = "js-reading")]
mod stats;
#[cfg(feature = "js-reading")]
mod turns;

#[cfg(feature = "js")]
use {crate::api::ScreeningResultsPage, js_sys::Array};

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Imports of the TypeScript types that the exports use.
#[cfg(feature = "js")]
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "\
import type {
  CallChange, CallDetails, ClientOptions, DialOptions, InstantCall, Questions, ReadOptions,
  RequestsOptions, ScreeningResultsPage, ScreeningResultsRequest, Summary, WatchOptions,
} from \"./types.js\";
import type { Body, PreparedRequest } from \"../own-http.js\";
import type { TranscriptFormat } from \"../reading/format.js\";
import type { TranscriptOptions } from \"../transcript.js\";";

/// Imports of the TypeScript types that the exports use.
#[cfg(feature = "js-reading")]
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "\
import type { Evidence, TranscriptStats } from \"./types.js\";
import type { MaskedTurns, TurnGroup } from \"../reading/turns.js\";";

/// Makes the wasm 2 kB smaller than the standard library's allocator.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Turns a panic into a JavaScript exception with the panic's message and location.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|info| wasm_bindgen::throw_str(&info.to_string())));
}

/// A page as a JavaScript object, with the results that `Pages` has left on it.
#[cfg(feature = "js")]
fn page_to_js(page: &ScreeningResultsPage) -> JsValue {
    let object = page.unknown_fields.object();
    let results = page.data.iter();
    let results: Array = results
        .map(|result| result.unknown_fields.object().as_js())
        .collect();
    object.set("data", &results);
    object.set("request", &to_js(&page.request));
    object.as_js().into()
}

/// A plain JavaScript object from plain data.
fn to_js(data: &(impl Serialize + ?Sized)) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    data.serialize(&serializer).expect("it is plain data")
}
