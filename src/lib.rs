//! NinjaHire screening calls.

pub mod api;
pub mod client;
mod error;
mod json;
pub mod reading;
#[cfg(target_arch = "wasm32")]
mod transport;

#[cfg(all(feature = "js", target_arch = "wasm32"))]
mod js;

pub use error::{Error, ErrorKind, Problem, Request, Thrown};
