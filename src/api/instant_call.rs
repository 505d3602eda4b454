//! Initiate an instant call for an application.

use serde::Serialize;

use super::json::{Json, Text};
use super::lenient::{self, DecodeIssue, ObjectReader, UnknownFields};
use super::request::{HttpRequest, check_id};
use super::routes::{Endpoint, Routes};
use crate::error::Error;

/// Asks for a phone to ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstantCallRequest {
    application_id: String,
}

impl InstantCallRequest {
    /// `application_id`: the ID of the application for which the instant call is triggered.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) where it is blank or a path.
    pub fn new(application_id: impl Into<String>) -> Result<Self, Error> {
        let application_id = application_id.into();
        check_id("application_id", &application_id)?;
        Ok(Self { application_id })
    }

    /// The ID of the application for which the instant call is triggered.
    pub fn application_id(&self) -> &str {
        &self.application_id
    }

    /// The request as HTTP.
    pub fn to_http(&self, routes: &Routes) -> HttpRequest {
        HttpRequest::new(routes, Endpoint::InstantCall, &self.application_id)
    }
}

/// A call that was placed: the candidate's phone is ringing, whatever the answer lacks.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct InstantCall {
    /// Status of the call trigger.
    pub status: Option<Text>,
    /// Unique ID of the triggered call. `null` where the server did not say: the call was placed
    /// all the same, and a listing filtered by `application_id` will show it.
    pub call_id: Option<Text>,
    /// What in the answer was not as the vendor's page promises; absent where all was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub decode_issues: Vec<DecodeIssue>,
    /// Fields that the vendor's page does not name, as the server sent them.
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

impl InstantCall {
    /// Decodes the answer to a dial. Every JSON answer is a placed call: a missing or defective
    /// field never makes it an error.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) where the body is not JSON.
    pub fn decode(body: &[u8]) -> Result<Self, Error> {
        Ok(Self::from_json(&lenient::parse(body)?))
    }

    /// Decodes an answer that is parsed already.
    pub(crate) fn from_json(json: &Json) -> Self {
        Self::from_object(ObjectReader::tolerant(String::new(), json))
    }

    /// The call that an answer without a body (204) placed.
    pub(crate) fn without_body() -> Self {
        Self::from_object(ObjectReader::empty())
    }

    fn from_object(mut object: ObjectReader) -> Self {
        let status = object.optional("status");
        let call_id = object.optional("call_id").filter(|id: &Text| *id != "");
        if call_id.is_none() {
            object.clear("call_id");
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
