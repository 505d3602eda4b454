//! What a client tells about its work, without a key, an id or a word of a call in it.

use crate::error::Request;

/// One step of a client's work.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Event<'a> {
    /// A request goes out.
    Request {
        /// What is asked for.
        request: &'a Request,
        /// From 0; a dial has no other.
        attempt: u32,
    },
    /// An answer's headers are there.
    Response {
        /// What was asked for.
        request: &'a Request,
        /// From 0.
        attempt: u32,
        /// The HTTP status.
        status: u16,
        /// From sending to the headers, in milliseconds.
        duration_ms: f64,
        /// The server's id for the request.
        request_id: Option<&'a str>,
    },
    /// A read failed and will be tried again.
    Retry {
        /// What is asked for.
        request: &'a Request,
        /// The attempt that failed, from 0.
        attempt: u32,
        /// The code of its error.
        code: &'static str,
    },
    /// Nothing is done for a while.
    Wait {
        /// What will be asked for afterwards.
        request: &'a Request,
        /// How long, in milliseconds.
        wait_ms: f64,
    },
    /// A watched call is looked at.
    Poll {
        /// How often it was looked at before.
        polls: u32,
    },
    /// Something in an answer is not as the vendor's page promises.
    DecodeIssue {
        /// What was asked for.
        request: &'a Request,
        /// Where, as a JSON path.
        path: &'a str,
        /// What should be there.
        expected: &'static str,
    },
}
