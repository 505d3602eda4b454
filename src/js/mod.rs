//! What the npm package's JavaScript calls: the only place that knows wasm-bindgen's exports.
//!
//! Errors leave as plain objects with a `code`; the package makes its error classes of them. Data
//! leaves as plain objects with the wire's own field names.

// What both need; not all of it is needed by the second.
mod errors;
mod inputs;
#[cfg_attr(not(feature = "js"), allow(dead_code))]
mod object;
#[cfg_attr(not(feature = "js"), allow(dead_code))]
mod options;
#[cfg_attr(not(feature = "js"), allow(dead_code))]
mod text;

// The first wasm: the client, turns, questions and summaries.
#[cfg(feature = "js")]
mod client;
#[cfg(feature = "js")]
mod decode;
#[cfg(feature = "js")]
mod events;
#[cfg(feature = "js")]
mod models;
#[cfg(feature = "js")]
mod reading;
#[cfg(feature = "js")]
mod requests;

// The second: what else can be done with turns.
#[cfg(feature = "js-reading")]
mod evidence;
#[cfg(feature = "js-reading")]
mod exports;
#[cfg(feature = "js-reading")]
mod format;
#[cfg(feature = "js-reading")]
mod groups;
#[cfg(feature = "js-reading")]
mod masking;
#[cfg(feature = "js-reading")]
mod search;
#[cfg(feature = "js-reading")]
mod stats;
#[cfg(feature = "js-reading")]
mod turns;

/// Two kilobytes less to download than the standard library's.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
