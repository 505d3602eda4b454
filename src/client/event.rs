//! What a client reports of its work, without a key, an id or a word of a call in it.

use serde::Serialize;

use crate::error::{ErrorCode, RequestSummary};

/// One step of a client's work.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(
    feature = "typescript",
    derive(tsify::Tsify),
    tsify(rename = "ClientEvent", missing_as_null)
)]
#[serde(
    tag = "type",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
#[non_exhaustive]
pub enum Event {
    /// A request goes out.
    Request {
        /// What is asked for.
        #[serde(flatten)]
        request: RequestSummary,
        /// From 0; a dial has no other.
        attempt: u32,
    },
    /// The headers of an answer have arrived.
    Response {
        /// What was asked for.
        #[serde(flatten)]
        request: RequestSummary,
        /// From 0.
        attempt: u32,
        /// The HTTP status.
        status: u16,
        /// From sending to the headers, in milliseconds.
        duration_ms: f64,
        /// The server's id for the request.
        request_id: Option<String>,
    },
    /// A read failed and will be tried again.
    Retry {
        /// What is asked for.
        #[serde(flatten)]
        request: RequestSummary,
        /// The attempt that failed, from 0.
        attempt: u32,
        /// The code of its error.
        code: ErrorCode,
    },
    /// Nothing is done for a while.
    Wait {
        /// What will be asked for afterwards.
        #[serde(flatten)]
        request: RequestSummary,
        /// How long, in milliseconds.
        wait_ms: f64,
    },
    /// A followed call is polled.
    Poll {
        /// How often it was polled before.
        polls: u32,
    },
    /// Something in an answer is not as the vendor's page promises.
    DecodeIssue {
        /// What was asked for.
        #[serde(flatten)]
        request: RequestSummary,
        /// Where, as a JSON path.
        path: String,
        /// What should be there.
        expected: String,
    },
}
