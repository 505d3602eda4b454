//! The wire: one file per endpoint, each with its request and its response.
//!
//! This module does not depend on a browser: all of it runs natively.

pub(crate) mod arguments;
mod call;
mod call_details;
// Public for the build, which writes these facts for the proxy.
#[doc(hidden)]
pub mod facts;
mod instant_call;
pub(crate) mod json;
pub(crate) mod lenient;
mod request;
mod routes;
mod screening_results;

pub use arguments::{Bytes, Flag, Millis, Times};
pub use call::{CallDirection, CallStatus, Count, NinjaHireIntelligence, Score, ScreeningReport};
pub use call_details::{CallDetails, CallDetailsRequest};
pub use instant_call::{InstantCall, InstantCallRequest};
pub use json::{Json, RawObject, Text};
pub use lenient::{DecodeIssue, UnknownFields};
pub use request::HttpRequest;
pub use routes::{DEFAULT_BASE_URL, Endpoint, Routes};
pub use screening_results::{
    ScreeningResult, ScreeningResultIds, ScreeningResultsFilters, ScreeningResultsPage,
    ScreeningResultsRequest,
};
