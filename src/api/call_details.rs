//! Retrieve call details for a specific call.

use serde::Serialize;

use super::call::ScreeningReport;
use super::decode::{Object, answer, refuse_issues, unusable};
use super::request::check_id;
use super::{DecodeIssue, Endpoint, HttpRequest, Routes, UnknownFields};
use crate::Error;
use crate::json;
use crate::utf8;

/// Asks for one call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallDetailsRequest {
    call_id: String,
}

impl CallDetailsRequest {
    /// `call_id`: the call's unique identifier.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) where it is blank or a path.
    pub fn new(call_id: impl Into<String>) -> Result<Self, Error> {
        let call_id = call_id.into();
        check_id("call_id", &call_id)?;
        Ok(Self { call_id })
    }

    /// The call's unique identifier.
    pub fn call_id(&self) -> &str {
        &self.call_id
    }

    /// The request as HTTP.
    pub fn to_http(&self, routes: &Routes) -> HttpRequest {
        HttpRequest::new(routes, Endpoint::CallDetails, &self.call_id)
    }
}

/// Complete details of a call.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct CallDetails {
    /// Unique identifier for the call.
    pub call_id: String,
    /// How it went.
    #[serde(flatten)]
    pub report: ScreeningReport,
    /// What in the answer was not as the vendor's page promises; absent where all was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "js", tsify(optional))]
    pub decode_issues: Vec<DecodeIssue>,
    /// Fields that the vendor's page does not name, as the server sent them.
    #[serde(flatten)]
    #[cfg_attr(feature = "js", tsify(type = "Record<string, unknown>"))]
    pub unknown_fields: UnknownFields,
}

impl CallDetails {
    /// Reads the answer. A defective field becomes `None` and is told in `decode_issues`, or, with
    /// `strict`, is an error.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) where the body is not JSON, not an object, or has no `call_id`.
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
        let text = utf8::lossy(body);
        let raw = answer(&text)?;
        let mut issues = Vec::new();
        let mut object = Object::at(String::new(), raw, &mut issues)
            .ok_or_else(|| unusable("", "an object", Some(raw.text())))?;
        let call_id = object.take("call_id");
        let call_id = match call_id.and_then(json::string) {
            Some(id) if !id.is_empty() => id,
            _ => {
                return Err(unusable(
                    "call_id",
                    "a string",
                    call_id.map(|raw| raw.text()),
                ));
            }
        };
        let missing = object.is_missing("call_status");
        let report = ScreeningReport::take(&mut object);
        if missing {
            object.tell("call_status", "a string", "nothing");
        }
        let unknown_fields = object.rest();
        refuse_issues(strict, &issues)?;
        Ok(Self {
            call_id,
            report,
            unknown_fields,
            decode_issues: issues,
        })
    }
}
