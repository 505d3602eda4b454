//! Where the three endpoints are: the only place that knows.
//!
//! The vendor prints no paths and no methods, so these are an assumption and can be overridden.

use crate::Error;
use crate::utf8;

/// The vendor's own base URL.
pub const DEFAULT_BASE_URL: &str = "https://api.ninjahire.co";

/// The vendor's three endpoints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Endpoint {
    /// Initiate an instant call for an application.
    InstantCall,
    /// Retrieve call details for a specific call.
    CallDetails,
    /// Retrieve screening call results.
    ScreeningResults,
}

impl Endpoint {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::InstantCall, Self::CallDetails, Self::ScreeningResults];

    /// Its name in the `routes` option and in events: `instantCall`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InstantCall => "instantCall",
            Self::CallDetails => "callDetails",
            Self::ScreeningResults => "screeningResults",
        }
    }

    /// The template used unless overridden: a method, a space, and a path with its placeholder.
    pub const fn default_route(self) -> &'static str {
        match self {
            Self::InstantCall => "POST /applications/{application_id}/instant-call",
            Self::CallDetails => "GET /calls/{call_id}",
            Self::ScreeningResults => "GET /calls",
        }
    }

    /// The placeholder that its template must have exactly once, in braces.
    pub const fn placeholder(self) -> Option<&'static str> {
        match self {
            Self::InstantCall => Some("application_id"),
            Self::CallDetails => Some("call_id"),
            Self::ScreeningResults => None,
        }
    }
}

/// The three route templates.
///
/// ```
/// use ninjahire_calls::api::{Endpoint, Routes};
/// let mut routes = Routes::default();
/// routes.set(Endpoint::CallDetails, "GET /call?call_id={call_id}")?;
/// assert!(routes.set(Endpoint::CallDetails, "GET /call").is_err()); // no placeholder
/// # Ok::<(), ninjahire_calls::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Routes([Option<String>; 3]);

impl Routes {
    /// The endpoint's method and its template.
    pub(crate) fn get(&self, endpoint: Endpoint) -> (&str, &str) {
        let route = self.0[endpoint as usize].as_deref();
        let route = route.unwrap_or(endpoint.default_route());
        // Every one of them was checked, the default ones by a test.
        utf8::cut(route, b' ').unwrap_or_default()
    }

    /// Overrides one endpoint's template.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) naming `routes.callDetails` and the like, where the template is
    /// not `METHOD /path`, or lacks its placeholder, or has another.
    pub fn set(&mut self, endpoint: Endpoint, template: &str) -> Result<(), Error> {
        if let Err(problem) = check(endpoint, template) {
            let mut param = String::from("routes.");
            param.push_str(endpoint.name());
            return Err(Error::invalid(&param, problem));
        }
        self.0[endpoint as usize] = Some(template.into());
        Ok(())
    }
}

/// A template before, inside and after its first braces.
pub(super) fn split(template: &str) -> (&str, Option<&str>, &str) {
    match utf8::cut(template, b'{') {
        None => (template, None, ""),
        Some((before, rest)) => match utf8::cut(rest, b'}') {
            None => (template, None, ""),
            Some((inside, after)) => (before, Some(inside), after),
        },
    }
}

fn check(endpoint: Endpoint, template: &str) -> Result<(), &'static str> {
    const FORM: &str = "must be like \"GET /calls/{call_id}\"";
    let (method, path) = utf8::cut(template, b' ').ok_or(FORM)?;
    if !matches!(method, "GET" | "POST" | "PUT" | "PATCH") || !path.starts_with('/') {
        return Err(FORM);
    }
    // What a URL parser would drop, fold or take for the end of the path.
    let strange = |byte: u8| !byte.is_ascii_graphic() || matches!(byte, b'\\' | b'#' | b'%');
    let is_folded = path
        .as_bytes()
        .windows(2)
        .any(|pair| matches!(pair, b"//" | b"/."));
    if path.bytes().any(strange) || is_folded {
        return Err("has something in its path that no URL can have");
    }
    let brace = |byte| matches!(byte, b'{' | b'}');
    let (before, inside, after) = split(path);
    match endpoint.placeholder() {
        Some(name) if inside != Some(name) || before.bytes().chain(after.bytes()).any(brace) => {
            return Err(match endpoint {
                Endpoint::InstantCall => "must have {application_id} once, and nothing else in {}",
                _ => "must have {call_id} once, and nothing else in {}",
            });
        }
        None if inside.is_some() || before.bytes().any(brace) => {
            return Err("must have no placeholder");
        }
        _ => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_templates_pass_their_own_check() {
        let mut routes = Routes::default();
        for endpoint in Endpoint::ALL {
            routes.set(endpoint, endpoint.default_route()).unwrap();
            assert_eq!(routes.get(endpoint), Routes::default().get(endpoint));
        }
    }

    #[test]
    fn a_template_without_its_placeholder_is_refused_by_name() {
        for (endpoint, template) in [
            (Endpoint::InstantCall, "POST /applications/instant-call"),
            (
                Endpoint::InstantCall,
                "POST /{application_id}/{application_id}",
            ),
            (Endpoint::InstantCall, "POST /applications/{call_id}"),
            (Endpoint::CallDetails, "GET /calls"),
            (Endpoint::CallDetails, "/calls/{call_id}"),
            (Endpoint::CallDetails, "GET calls/{call_id}"),
            (Endpoint::CallDetails, "FETCH /calls/{call_id}"),
            (Endpoint::CallDetails, "GET /../calls/{call_id}"),
            (Endpoint::CallDetails, "GET //evil.example/{call_id}"),
            (Endpoint::CallDetails, "GET /calls/{call_id}#x"),
            (Endpoint::ScreeningResults, "GET /calls/{call_id}"),
            (Endpoint::ScreeningResults, ""),
        ] {
            let error = Routes::default().set(endpoint, template).unwrap_err();
            assert!(
                error.to_string().contains(endpoint.name()),
                "{template}: {error}"
            );
        }
    }
}
