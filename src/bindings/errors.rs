//! Errors as plain objects, from which the package makes errors of its classes.

use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::to_js;
use crate::error::{Error, ErrorCode, ErrorKind, RequestSummary};

/// An error's fields in JavaScript. The package's error classes document them.
#[derive(Serialize)]
struct Report<'a> {
    code: ErrorCode,
    message: String,
    #[serde(flatten)]
    details: Details<'a>,
}

#[derive(Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
enum Details<'a> {
    InvalidRequest {
        param: &'a str,
    },
    Http {
        #[serde(flatten)]
        request: &'a RequestSummary,
        status: u16,
        #[serde(skip_serializing_if = "Option::is_none")]
        request_id: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        detail: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        retry_after_ms: Option<f64>,
    },
    Request {
        #[serde(flatten)]
        request: &'a RequestSummary,
        #[serde(skip_serializing_if = "Option::is_none")]
        timeout_ms: Option<f64>,
    },
    Decode {
        path: &'a str,
        expected: &'a str,
        found: &'a str,
    },
    Dial {
        application_id: &'a str,
    },
    RedialGuard {
        application_id: &'a str,
        redial_token: &'a str,
        call_id: Option<&'a str>,
        remaining_ms: f64,
    },
    None {},
}

/// `{ code, message, … }`. An aborted request has the signal's reason as its `cause`.
pub(super) fn error_to_js(error: &Error) -> JsValue {
    let report = to_js(&Report {
        code: error.code(),
        message: error.to_string(),
        details: details(error.kind()),
    });
    if let Some(cause) = cause(error.kind()) {
        // Setting fails only on a frozen object.
        let _ = Reflect::set(&report, &"cause".into(), &cause);
    }
    report
}

fn details(kind: &ErrorKind) -> Details<'_> {
    match kind {
        ErrorKind::InvalidRequest { param, .. } => Details::InvalidRequest { param },
        ErrorKind::Http(problem) => Details::Http {
            request: &problem.request,
            status: problem.status,
            request_id: problem.request_id.as_deref(),
            title: problem.title.as_deref(),
            detail: problem.detail.as_deref(),
            reason: problem.reason.as_deref(),
            retry_after_ms: problem.retry_after_ms,
        },
        ErrorKind::Connection { request, .. } => Details::Request {
            request,
            timeout_ms: None,
        },
        ErrorKind::Deadline {
            request,
            timeout_ms,
        } => Details::Request {
            request,
            timeout_ms: Some(*timeout_ms),
        },
        ErrorKind::Decode {
            path,
            expected,
            found,
        } => Details::Decode {
            path,
            expected,
            found,
        },
        ErrorKind::DialOutcomeUnknown { application_id, .. }
        | ErrorKind::DialPending { application_id } => Details::Dial { application_id },
        ErrorKind::RedialGuard {
            application_id,
            redial_token,
            call_id,
            remaining_ms,
        } => Details::RedialGuard {
            application_id,
            redial_token,
            call_id: call_id.as_deref(),
            remaining_ms: *remaining_ms,
        },
        ErrorKind::Token { .. } | ErrorKind::Aborted { .. } => Details::None {},
    }
}

fn cause(kind: &ErrorKind) -> Option<JsValue> {
    match kind {
        ErrorKind::Connection { cause, .. } | ErrorKind::Token { cause, .. } => {
            Some(cause.0.clone())
        }
        ErrorKind::Aborted { reason } => Some(reason.0.clone()),
        ErrorKind::DialOutcomeUnknown { cause, .. } => Some(error_to_js(cause)),
        _ => None,
    }
}

impl From<Error> for JsValue {
    fn from(error: Error) -> Self {
        error_to_js(&error)
    }
}
