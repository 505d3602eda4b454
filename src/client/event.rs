//! Events report the work of a client. They contain no key, no id and no text of a call.

use serde::Serialize;

use crate::error::{ErrorCode, RequestSummary};

/// One step in a client's work.
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
    /// A request is sent.
    Request {
        /// The request.
        #[serde(flatten)]
        request: RequestSummary,
        /// The number of the attempt, from 0. A dial has one attempt only.
        attempt: u32,
    },
    /// The headers of an answer have arrived.
    Response {
        /// The request.
        #[serde(flatten)]
        request: RequestSummary,
        /// The number of the attempt, from 0.
        attempt: u32,
        /// The HTTP status.
        status: u16,
        /// The time from sending to the headers, in milliseconds.
        duration_ms: f64,
        /// The server's id for the request.
        request_id: Option<String>,
    },
    /// A read failed, and will be retried.
    Retry {
        /// The request.
        #[serde(flatten)]
        request: RequestSummary,
        /// The number of the attempt that failed, from 0.
        attempt: u32,
        /// The code of its error.
        code: ErrorCode,
    },
    /// The client waits.
    Wait {
        /// The request that follows.
        #[serde(flatten)]
        request: RequestSummary,
        /// How long, in milliseconds.
        wait_ms: f64,
    },
    /// A followed call is polled.
    Poll {
        /// The number of earlier polls.
        polls: u32,
    },
    /// A field of an answer is not as the vendor's page promises.
    DecodeIssue {
        /// The request.
        #[serde(flatten)]
        request: RequestSummary,
        /// The field's position, as a JSON path.
        path: String,
        /// The expected value.
        expected: String,
    },
}
