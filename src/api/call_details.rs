//! Retrieve call details for a specific call.

use serde::Serialize;

use super::call::ScreeningReport;
use super::json::{Json, Text};
use super::lenient::{self, DecodeIssue, ObjectReader, UnknownFields};
use super::request::{HttpRequest, check_id};
use super::routes::{Endpoint, Routes};
use crate::error::Error;

/// A request for one call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallDetailsRequest {
    call_id: String,
}

impl CallDetailsRequest {
    /// `call_id`: the call's unique identifier.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) where `call_id` is blank, `.` or `..`.
    pub fn new(call_id: impl Into<String>) -> Result<Self, Error> {
        let call_id = call_id.into();
        check_id("call_id", &call_id)?;
        Ok(Self { call_id })
    }

    /// The call's unique identifier.
    pub fn call_id(&self) -> &str {
        &self.call_id
    }

    /// The request as HTTP, without base URL and key.
    pub fn to_http(&self, routes: &Routes) -> HttpRequest {
        HttpRequest::new(routes, Endpoint::CallDetails, &self.call_id)
    }
}

/// Complete details of a call.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct CallDetails {
    /// Unique identifier for the call.
    pub call_id: Text,
    /// How the call went.
    #[serde(flatten)]
    pub report: ScreeningReport,
    /// The fields that are not as the vendor's page promises. Absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub decode_issues: Vec<DecodeIssue>,
    /// Fields that the vendor's page does not name, as the server sent them.
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

impl CallDetails {
    /// Decodes the answer. A defective field becomes `None` and is reported in `decode_issues`;
    /// with `strict` it is an error.
    ///
    /// # Errors [`ErrorKind::Decode`](crate::ErrorKind::Decode) where the body is not JSON, not an
    /// object, or has no `call_id`; with `strict` also where a field is defective.
    ///
    /// ```
    /// use ninjahire_calls::api::CallDetails;
    /// let body = br#"{"call_id":"c1","call_status":"call_completed","call_score":"87"}"#;
    /// let call = CallDetails::decode(body, false)?;
    /// assert_eq!(call.report.call_score, None);
    /// assert_eq!(call.decode_issues[0].path, "call_score");
    /// assert_eq!(call.decode_issues[0].found, "\"87\"");
    /// # Ok::<(), ninjahire_calls::Error>(())
    /// ```
    pub fn decode(body: &[u8], strict: bool) -> Result<Self, Error> {
        Self::from_json(&lenient::parse(body)?, strict)
    }

    /// Decodes an answer that is already parsed.
    pub(crate) fn from_json(json: &Json, strict: bool) -> Result<Self, Error> {
        let mut object = ObjectReader::answer(json)?;
        let call_id = object.read_required_text("call_id")?;
        let report: ScreeningReport = object.read_struct();
        if report.call_status.is_none() {
            object.report_missing("call_status", "a string");
        }
        let (decode_issues, unknown_fields) = object.finish();
        lenient::refuse_issues(strict, &decode_issues)?;
        Ok(Self {
            call_id,
            report,
            decode_issues,
            unknown_fields,
        })
    }

    /// A call of which only the id is known, before the first answer.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn unanswered(call_id: &str) -> Self {
        let mut object = ObjectReader::empty();
        let call_id = Text::from(call_id);
        object.set("call_id", call_id.as_js());
        let report = object.read_struct();
        let (decode_issues, unknown_fields) = object.finish();
        Self {
            call_id,
            report,
            decode_issues,
            unknown_fields,
        }
    }

    /// The names of the fields that are new or different compared with `old`.
    pub(crate) fn fields_that_differ(&self, old: Option<&Self>) -> Vec<String> {
        let old = old.map(|old| &old.unknown_fields);
        self.unknown_fields.fields_that_differ(old)
    }
}
