//! A request with checked arguments, not yet sent and without the key.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::facts;
use super::routes::{Endpoint, Routes, split_at_placeholder};
use crate::error::{Error, RequestSummary};

/// The characters to encode: all but the unreserved ones of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A request with checked arguments. It never contains the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// The endpoint, the HTTP method and the route's template. Unlike `path` it may be logged.
    pub request: RequestSummary,
    /// Path and query, to be appended to the base URL: `/calls/0c9f…`.
    pub path: String,
}

impl HttpRequest {
    /// `id` replaces the template's placeholder, encoded as one path segment or query value.
    pub(super) fn new(routes: &Routes, endpoint: Endpoint, id: &str) -> Self {
        let (method, route) = routes.get(endpoint);
        let (before, placeholder, after) = split_at_placeholder(route);
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

/// Refuses an id that cannot be one path segment: a blank one, and `.` and `..`, which a URL parser
/// removes even where they are written `%2e`.
pub(super) fn check_id(param: &'static str, id: &str) -> Result<(), Error> {
    check_not_blank(param, id)?;
    if facts::REFUSED_IDS.contains(&id) {
        return Err(Error::invalid(param, "must be an id, not a path"));
    }
    Ok(())
}

/// Refuses a blank id or filter.
pub(super) fn check_not_blank(param: &'static str, text: &str) -> Result<(), Error> {
    if text.trim().is_empty() {
        return Err(Error::invalid(param, "must not be blank"));
    }
    Ok(())
}
