//! The wire: one file per endpoint, each with its request and its response.
//!
//! Nothing here knows a browser; all of it runs natively.

mod call;
mod call_details;
mod decode;
#[doc(hidden)]
pub mod facts;
mod instant_call;
mod request;
mod routes;
mod screening_results;

pub use crate::json::JsonText;
pub use call::{
    CallDirection, CallStatus, DecodeIssue, NinjaHireIntelligence, ScreeningReport, UnknownFields,
};
pub use call_details::{CallDetails, CallDetailsRequest};
pub use instant_call::{InstantCall, InstantCallRequest};
pub use request::HttpRequest;
pub use routes::{DEFAULT_BASE_URL, Endpoint, Routes};
pub use screening_results::{
    ScreeningResult, ScreeningResultsFilters, ScreeningResultsPage, ScreeningResultsRequest,
};
