//! What the npm package's JavaScript calls: the only place that knows wasm-bindgen's exports.
//!
//! Errors leave as plain objects with a `code`; the package makes its error classes of them. Data
//! leaves as plain objects with the wire's own field names.

mod client;
mod decode;
mod errors;
mod events;
mod models;
mod object;
mod options;
mod reading;
mod requests;
mod text;

/// Two kilobytes less to download than the standard library's.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
