//! Initiate an instant call for an application.

use serde::Serialize;

use super::json::{Json, Text};
use super::lenient::{self, DecodeIssue, ObjectReader, UnknownFields};
use super::request::{HttpRequest, check_id};
use super::routes::{Endpoint, Routes};
use crate::error::Error;

/// A dial: a request that makes a phone ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstantCallRequest {
    application_id: String,
}

impl InstantCallRequest {
    /// `application_id`: the ID of the application for which the instant call is triggered.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) where `application_id` is blank, `.` or `..`.
    pub fn new(application_id: impl Into<String>) -> Result<Self, Error> {
        let application_id = application_id.into();
        check_id("application_id", &application_id)?;
        Ok(Self { application_id })
    }

    /// The ID of the application for which the instant call is triggered.
    pub fn application_id(&self) -> &str {
        &self.application_id
    }

    /// The request as HTTP, without base URL and key.
    pub fn to_http(&self, routes: &Routes) -> HttpRequest {
        HttpRequest::new(routes, Endpoint::InstantCall, &self.application_id)
    }
}

/// A call that was placed. The candidate's phone is ringing even where a field is missing here.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct InstantCall {
    /// Status of the call trigger.
    pub status: Option<Text>,
    /// Unique ID of the triggered call. `null` where the server did not send it. The call was
    /// placed all the same, and a listing filtered by `application_id` will show it.
    pub call_id: Option<Text>,
    /// The fields that are not as the vendor's page promises. Absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub decode_issues: Vec<DecodeIssue>,
    /// Fields that the vendor's page does not name, as the server sent them.
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

impl InstantCall {
    /// Decodes the answer to a dial. Every JSON answer is a placed call: a missing or defective
    /// field is not an error.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) where the body is not JSON.
    pub fn decode(body: &[u8]) -> Result<Self, Error> {
        Ok(Self::from_json(&lenient::parse(body)?))
    }

    /// Decodes an answer that is already parsed.
    pub(crate) fn from_json(json: &Json) -> Self {
        Self::from_object(ObjectReader::tolerant(String::new(), json))
    }

    /// The placed call where the answer has no body (204).
    pub(crate) fn from_empty_answer() -> Self {
        Self::from_object(ObjectReader::empty())
    }

    fn from_object(mut object: ObjectReader) -> Self {
        let status = object.read_optional("status");
        let call_id = object
            .read_optional("call_id")
            .filter(|id: &Text| *id != "");
        if call_id.is_none() {
            object.set_null("call_id");
        }
        let (decode_issues, unknown_fields) = object.finish();
        Self {
            status,
            call_id,
            decode_issues,
            unknown_fields,
        }
    }
}
