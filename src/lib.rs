//! Place, follow and read NinjaHire's AI screening calls from a web app.
//!
//! * [`api`]: the vendor's three endpoints, as validated requests and tolerant models. Runs anywhere.
//! * [`client`]: sends them from a browser (`wasm32-unknown-unknown`). It sends a dial once, retries
//!   reads, and follows calls.
//! * [`transcript`]: splits a transcript into turns. Runs anywhere.
//! * [`assessment`]: reads questions and summaries into rows. Runs anywhere.
//! * [`reading`]: computes more from turns and rows. Runs anywhere.
//!
//! ```
//! use ninjahire_calls::api::{CallDetails, Score};
//! use ninjahire_calls::transcript::{Role, TranscriptOptions, parse_transcript};
//!
//! let body = br#"{"call_id": "c1", "call_status": "call_completed", "call_score": 87,
//!                 "transcript": "BOT: Hi.\nHUMAN: Hello."}"#;
//! let call = CallDetails::decode(body, false)?;
//! assert_eq!(call.report.call_score, Some(Score(87)));
//!
//! let transcript = call.report.transcript.unwrap_or_default();
//! let transcript = transcript.as_str();
//! let turns = parse_transcript(&transcript, &TranscriptOptions::default());
//! assert_eq!((turns[1].role, turns[1].text(&transcript)), (Role::Human, "Hello."));
//! # Ok::<(), ninjahire_calls::Error>(())
//! ```
//!
//! The feature `reading` adds evidence, search, statistics, masking and exports. The feature
//! `webhooks` verifies the vendor's webhooks on a server. The features `js` and `js-reading` compile
//! the exports of the npm package.

// Without the exports of the npm package, the functions that only they call are dead code. They are
// compiled all the same, so that native tests can run them.
#![cfg_attr(not(all(feature = "js", target_arch = "wasm32")), allow(dead_code))]

pub mod api;
pub mod assessment;
pub mod client;
mod endpoint;
mod error;
pub mod reading;
pub mod transcript;
#[cfg(feature = "webhooks")]
pub mod webhooks;

#[cfg(all(any(feature = "js", feature = "js-reading"), target_arch = "wasm32"))]
mod bindings;

pub use error::{Error, ErrorCode, ErrorKind, Problem, RequestSummary, Thrown};

/// The TypeScript declarations of everything that crosses to JavaScript. Public for the build, which
/// writes them into the npm package.
#[cfg(feature = "typescript")]
#[doc(hidden)]
pub mod typescript;
