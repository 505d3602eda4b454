//! What the npm package's JavaScript calls: the only place that knows wasm-bindgen's exports. It is
//! thin: shapes, options and their checks are declared where they belong.
//!
//! Errors leave as plain objects with a `code`; the package makes its error classes of them.

mod errors;
mod input;

// The first wasm: the client, turns, questions and summaries.
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

// The second: what else can be done with turns.
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

/// The types that the exports below name.
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

/// The types that the exports below name.
#[cfg(feature = "js-reading")]
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "\
import type { Evidence, TranscriptStats } from \"./types.js\";
import type { MaskedTurns, TurnGroup } from \"../reading/turns.js\";";

/// Two kilobytes less to download than the standard library's.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// A panic leaves the wasm as an error that says what happened and where.
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|info| wasm_bindgen::throw_str(&info.to_string())));
}

/// A page with the results that are left on it.
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

/// Plain data to a plain object.
fn to_js(data: &(impl Serialize + ?Sized)) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    data.serialize(&serializer).expect("it is plain data")
}
