//! A validated request, not yet sent and without the key.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::facts;
use super::routes::{Endpoint, Routes, split};
use crate::error::{Error, RequestSummary};

/// All but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A request that may be sent: its arguments were checked. It never holds the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// What it asks for, fit for a log, which `path` is not; the HTTP method is in it.
    pub request: RequestSummary,
    /// Path and query, to be put behind the base URL: `/calls/0c9f…`.
    pub path: String,
}

impl HttpRequest {
    /// `id` goes in place of the template's placeholder, as one path segment or query value.
    pub(super) fn new(routes: &Routes, endpoint: Endpoint, id: &str) -> Self {
        let (method, route) = routes.get(endpoint);
        let (before, placeholder, after) = split(route);
        let id = placeholder.map_or("", |_| id);
        let path = format!("{before}{}{after}", encode(id));
        Self {
            request: RequestSummary {
                endpoint,
                method: method.into(),
                route: route.into(),
            },
            path,
        }
    }

    pub(super) fn push_query(&mut self, name: &str, value: &str) {
        let separator = if self.path.contains('?') { '&' } else { '?' };
        self.path
            .push_str(&format!("{separator}{name}={}", encode(value)));
    }
}

fn encode(text: &str) -> impl std::fmt::Display {
    utf8_percent_encode(text, RESERVED)
}

/// An id as one path segment: not blank, and not one that a URL parser folds away however it is
/// encoded (`.` and `..`, for which `%2e` is only another spelling).
pub(super) fn check_id(param: &'static str, id: &str) -> Result<(), Error> {
    check_text(param, id)?;
    if facts::REFUSED_IDS.contains(&id) {
        return Err(Error::invalid(param, "must be an id, not a path"));
    }
    Ok(())
}

/// An id or filter that says something.
pub(super) fn check_text(param: &'static str, text: &str) -> Result<(), Error> {
    if text.trim().is_empty() {
        return Err(Error::invalid(param, "must not be blank"));
    }
    Ok(())
}
