//! The route table: the method and the path of each endpoint. No other file has them.
//!
//! The vendor documents no paths and no methods. So the defaults are an assumption, and can be
//! overridden.

use super::facts;
pub use crate::endpoint::Endpoint;
use crate::error::Error;

/// The vendor's base URL.
pub const DEFAULT_BASE_URL: &str = "https://api.ninjahire.co";

impl Endpoint {
    /// The template used unless overridden: a method, a space, and a path with its placeholder.
    pub const fn default_route(self) -> &'static str {
        match self {
            Self::InstantCall => "POST /applications/{application_id}/instant-call",
            Self::CallDetails => "GET /calls/{call_id}",
            Self::ScreeningResults => "GET /calls",
        }
    }

    /// The placeholder, without its braces, that its template must have exactly once.
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
    /// The endpoint's method, and the template of its path.
    pub(crate) fn get(&self, endpoint: Endpoint) -> (&str, &str) {
        let route = self.0[endpoint as usize].as_deref();
        let route = route.unwrap_or(endpoint.default_route());
        // `set` has checked this template, or a test has checked the default one.
        route.split_once(' ').unwrap_or_default()
    }

    /// Overrides one endpoint's template.
    ///
    /// # Errors [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) for
    /// `routes.callDetails` and the like, where the template is not `METHOD /path`, lacks its
    /// placeholder, or has another one.
    pub fn set(&mut self, endpoint: Endpoint, template: &str) -> Result<(), Error> {
        if let Err(problem) = check_template(endpoint, template) {
            let param = format!("routes.{}", endpoint.name());
            return Err(Error::invalid(&param, problem));
        }
        self.0[endpoint as usize] = Some(template.into());
        Ok(())
    }
}

/// The text before, inside and after the first braces of a template.
pub(super) fn split_at_placeholder(template: &str) -> (&str, Option<&str>, &str) {
    let braces = template
        .split_once('{')
        .and_then(|(before, rest)| Some((before, rest.split_once('}')?)));
    match braces {
        Some((before, (inside, after))) => (before, Some(inside), after),
        None => (template, None, ""),
    }
}

/// Why the template cannot be this endpoint's.
fn check_template(endpoint: Endpoint, template: &str) -> Result<(), &'static str> {
    const FORM: &str = "must be like \"GET /calls/{call_id}\"";
    let (method, path) = template.split_once(' ').ok_or(FORM)?;
    if !facts::METHODS.contains(&method) || !path.starts_with('/') {
        return Err(FORM);
    }
    let is_refused = |part: &&str| path.contains(*part);
    if !path.bytes().all(|byte| byte.is_ascii_graphic())
        || facts::REFUSED_IN_ROUTES.iter().any(is_refused)
    {
        return Err("has something in its path that no URL can have");
    }
    let brace = |byte| matches!(byte, b'{' | b'}');
    let (before, inside, after) = split_at_placeholder(path);
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
