//! Errors out: plain objects that the package makes its error classes of.

use wasm_bindgen::JsValue;

use super::object::Fields;
#[cfg(feature = "js")]
use crate::error::Request;
use crate::error::{Error, ErrorKind};

/// `{ code, message, param }`: in the second wasm an argument can be wrong, and nothing else. The
/// texts for all the rest are 2 kB.
#[cfg(not(feature = "js"))]
pub(super) fn to_js(error: &Error) -> JsValue {
    let fields = Fields::new();
    if let ErrorKind::InvalidRequest { param, problem } = error.kind() {
        fields.set("code", "invalid_request");
        let message = crate::error::invalid_message(param, problem).concat();
        fields.set("message", message).set("param", param.as_str());
    }
    fields.build()
}

/// `{ code, message, … }`; for an aborted one `{ code: "aborted", reason }`.
#[cfg(feature = "js")]
pub(super) fn to_js(error: &Error) -> JsValue {
    let fields = Fields::new();
    fields.set("code", error.code());
    if let ErrorKind::Aborted { reason } = error.kind() {
        return fields.set("reason", reason.0.clone()).build();
    }
    fields.set("message", error.message());
    match error.kind() {
        ErrorKind::InvalidRequest { param, .. } => {
            fields.set("param", param.as_str());
        }
        ErrorKind::Http(problem) => {
            request(&fields, &problem.request);
            fields.set("status", problem.status);
            for (name, value) in &[
                ("requestId", &problem.request_id),
                ("title", &problem.title),
                ("detail", &problem.detail),
            ] {
                if let Some(value) = value {
                    fields.set(name, value.as_str());
                }
            }
            if let Some(ms) = problem.retry_after_ms {
                fields.set("retryAfterMs", ms);
            }
        }
        ErrorKind::Connection {
            request: asked,
            cause,
            ..
        } => {
            request(&fields, asked);
            fields.set("cause", cause.0.clone());
        }
        ErrorKind::Token { cause, .. } => {
            fields.set("cause", cause.0.clone());
        }
        ErrorKind::Deadline {
            request: asked,
            timeout_ms,
        } => {
            request(&fields, asked);
            fields.set("timeoutMs", *timeout_ms);
        }
        ErrorKind::Decode {
            path,
            expected,
            found,
        } => {
            fields.set("path", path.as_str());
            fields.set("expected", *expected);
            fields.set("found", found.as_str());
        }
        ErrorKind::DialOutcomeUnknown {
            application_id,
            cause,
        } => {
            fields.set("applicationId", application_id.as_str());
            fields.set("cause", to_js(cause));
        }
        ErrorKind::DialPending { application_id } => {
            fields.set("applicationId", application_id.as_str());
        }
        ErrorKind::RedialGuard {
            application_id,
            redial_token,
            call_id,
            remaining_ms,
        } => {
            fields.set("applicationId", application_id.as_str());
            fields.set("redialToken", redial_token.as_str());
            fields.text("callId", call_id.as_deref());
            fields.set("remainingMs", *remaining_ms);
        }
        ErrorKind::Aborted { .. } => {}
    }
    fields.build()
}

#[cfg(feature = "js")]
pub(super) fn request(fields: &Fields, request: &Request) {
    fields.set("endpoint", request.endpoint.name());
    fields.set("method", request.method.as_str());
    fields.set("route", request.route.as_str());
}
