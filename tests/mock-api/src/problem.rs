//! Errors as the vendor's gateway writes them: RFC 9457 `application/problem+json`.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::world::time;

#[derive(Clone, Debug)]
pub struct Problem {
    status: StatusCode,
    detail: String,
}

impl Problem {
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self {
            status,
            detail: detail.into(),
        }
    }

    pub fn bad_request(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, detail)
    }

    pub fn not_found(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, detail)
    }

    fn body(&self, instance: &str, request_id: &str) -> String {
        json!({
            "type": format!("https://httpproblems.com/http-status/{}", self.status.as_u16()),
            "title": self.status.canonical_reason().unwrap_or("Unknown"),
            "status": self.status.as_u16(),
            "detail": self.detail,
            "instance": instance,
            "trace": {
                "requestId": request_id,
                "timestamp": time::rfc3339(time::now()),
                "buildId": "mock",
            },
        })
        .to_string()
    }

    /// Writes the body with the request's path and id, which a handler does not have.
    pub fn render(response: Response, instance: &str, request_id: &str) -> Response {
        match response.extensions().get::<Self>() {
            None => response,
            Some(problem) => {
                let body = problem.body(instance, request_id);
                let (mut parts, _) = response.into_parts();
                parts.headers.remove(header::CONTENT_LENGTH);
                parts.headers.insert(
                    header::CONTENT_TYPE,
                    HeaderValue::from_static("application/problem+json"),
                );
                Response::from_parts(parts, body.into())
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        if self.status == StatusCode::UNAUTHORIZED {
            let bearer = HeaderValue::from_static("Bearer");
            response
                .headers_mut()
                .insert(header::WWW_AUTHENTICATE, bearer);
        }
        response.extensions_mut().insert(self);
        response
    }
}
