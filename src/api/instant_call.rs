//! Initiate an instant call for an application.

use serde::Serialize;

use super::decode::{Object, answer};
use super::request::check_id;
use super::{DecodeIssue, Endpoint, HttpRequest, Routes, UnknownFields};
use crate::Error;
use crate::utf8;

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

/// A call that was placed: somebody's phone is ringing, whatever the answer lacks.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct InstantCall {
    /// Status of the call trigger.
    pub status: Option<String>,
    /// Unique ID of the triggered call. `null` where the server did not say: the call was placed
    /// all the same, and a listing filtered by `application_id` will show it.
    pub call_id: Option<String>,
    /// What in the answer was not as the vendor's page promises; absent where all was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "js", tsify(optional))]
    pub decode_issues: Vec<DecodeIssue>,
    /// Fields that the vendor's page does not name, as the server sent them.
    #[serde(flatten)]
    #[cfg_attr(feature = "js", tsify(type = "Record<string, unknown>"))]
    pub unknown_fields: UnknownFields,
}

impl InstantCall {
    /// Reads the answer to a dial. Every JSON answer is a placed call: that a field is missing or
    /// odd never makes it an error.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) where the body is not JSON.
    pub fn decode(body: &[u8]) -> Result<Self, Error> {
        let text = utf8::lossy(body);
        let raw = answer(&text)?;
        let mut issues = Vec::new();
        let mut call = Self::default();
        if let Some(mut object) = Object::at(String::new(), raw, &mut issues) {
            call.status = object.string("status");
            call.call_id = object.string("call_id").filter(|id| !id.is_empty());
            call.unknown_fields = object.rest();
        }
        call.decode_issues = issues;
        Ok(call)
    }
}
