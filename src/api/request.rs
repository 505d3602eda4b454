//! A validated request, not yet sent and without the key.

use super::routes::split;
use super::{Endpoint, Routes};
use crate::error::{Error, Request};
use crate::utf8;

/// A request that may be sent: its arguments were checked. It never holds the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// What it asks for, fit for a log, which `path` is not; the HTTP method is in it.
    pub request: Request,
    /// Path and query, to be put behind the base URL: `/calls/0c9f…`.
    pub path: String,
}

impl HttpRequest {
    /// `id` goes in place of the template's placeholder, as one path segment or query value.
    pub(super) fn new(routes: &Routes, endpoint: Endpoint, id: &str) -> Self {
        let (method, route) = routes.get(endpoint);
        let (before, placeholder, after) = split(route);
        let mut path = String::from(before);
        if placeholder.is_some() {
            push_encoded(&mut path, id);
        }
        path.push_str(after);
        Self {
            request: Request {
                endpoint,
                method: method.into(),
                route: route.into(),
            },
            path,
        }
    }

    pub(super) fn push_query(&mut self, name: &str, value: &str) {
        let has_query = self.path.bytes().any(|byte| byte == b'?');
        self.path.push(if has_query { '&' } else { '?' });
        self.path.push_str(name);
        self.path.push('=');
        push_encoded(&mut self.path, value);
    }
}

/// Percent-encodes all but the unreserved characters of RFC 3986.
fn push_encoded(url: &mut String, text: &str) {
    let digit = |digit: u8| char::from(b"0123456789ABCDEF"[usize::from(digit)]);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            url.push(char::from(byte));
        } else {
            url.push('%');
            url.push(digit(byte >> 4));
            url.push(digit(byte & 0x0F));
        }
    }
}

/// An id as one path segment: not blank, and not one that a URL parser folds away however it is
/// encoded (`.` and `..`, for which `%2e` is only another spelling).
pub(super) fn check_id(param: &'static str, id: &str) -> Result<(), Error> {
    check_text(param, id)?;
    if matches!(id, "." | "..") {
        return Err(Error::invalid(param, "must be an id, not a path"));
    }
    Ok(())
}

/// An id or filter that says something.
pub(super) fn check_text(param: &'static str, text: &str) -> Result<(), Error> {
    if utf8::trim(text).is_empty() {
        return Err(Error::invalid(param, "must not be blank"));
    }
    Ok(())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    use proptest::prelude::*;

    use super::*;

    const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'.')
        .remove(b'_')
        .remove(b'~');

    proptest! {
        #[test]
        fn an_id_is_encoded_as_a_maintained_library_does(id in ".{0,12}") {
            let mut url = String::new();
            push_encoded(&mut url, &id);
            prop_assert_eq!(url, utf8_percent_encode(&id, RESERVED).to_string());
        }
    }
}
