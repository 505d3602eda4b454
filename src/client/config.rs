//! A client's settings, checked once, when the client is constructed.

use super::options::{ClientOptions, RouteOptions};
use super::retry::RetryPolicy;
use crate::api::arguments::{ArgumentReader, parse_record};
use crate::api::{DEFAULT_BASE_URL, Endpoint, Json, Routes, Text, facts};
use crate::error::Error;

/// The settings that are plain data.
#[derive(Debug, Clone)]
pub(crate) struct Config {
    pub(crate) base_url: BaseUrl,
    pub(crate) routes: Routes,
    pub(crate) retry: RetryPolicy,
    pub(crate) timeout_ms: f64,
    pub(crate) max_response_bytes: f64,
    pub(crate) redial_guard_ms: f64,
    /// Whether a dial has an `Idempotency-Key` header. `None`: only where it goes to a proxy.
    pub(crate) idempotency_key: Option<bool>,
    pub(crate) headers: Vec<(String, Text)>,
    pub(crate) strict: bool,
    pub(crate) has_api_key: bool,
}

impl Config {
    /// Checks the options that are plain data.
    pub(crate) fn new(options: &ClientOptions) -> Result<Self, Error> {
        let base_url = BaseUrl::parse(&options.base_url.as_str())?;
        let has_api_key = options.api_key.is_some();
        if has_api_key {
            base_url.check_key_transport()?;
        }
        Ok(Self {
            base_url,
            routes: parse_routes(options.routes.as_ref())?,
            retry: RetryPolicy {
                retries: options.retries.0,
                max_retry_after_ms: options.max_retry_after_ms.0,
            },
            timeout_ms: options.timeout_ms.0,
            max_response_bytes: options.max_response_bytes.0,
            redial_guard_ms: options.redial_guard_ms.0,
            idempotency_key: options.idempotency_key.map(|flag| flag.0),
            headers: parse_headers(options.headers.as_ref())?,
            strict: options.strict.0,
            has_api_key,
        })
    }

    /// Whether requests go to the vendor, and not to the page's proxy.
    pub(crate) fn is_direct(&self) -> bool {
        self.has_api_key || self.base_url.0 == DEFAULT_BASE_URL
    }

    /// Whether a dial has an `Idempotency-Key` header.
    pub(crate) fn has_idempotency_key(&self) -> bool {
        self.idempotency_key.unwrap_or(!self.is_direct())
    }
}

/// The route table with the caller's templates.
pub(crate) fn parse_routes(given: Option<&Json>) -> Result<Routes, Error> {
    let mut routes = Routes::default();
    if let Some(given) = given {
        let mut arguments = ArgumentReader::nested("routes", given)?;
        let given: RouteOptions = arguments.read_struct()?;
        arguments.finish()?;
        for (endpoint, template) in [
            (Endpoint::InstantCall, given.instant_call),
            (Endpoint::CallDetails, given.call_details),
            (Endpoint::ScreeningResults, given.screening_results),
        ] {
            if let Some(template) = template {
                routes.set(endpoint, &template.as_str())?;
            }
        }
    }
    Ok(routes)
}

fn parse_headers(given: Option<&Json>) -> Result<Vec<(String, Text)>, Error> {
    let headers: Vec<(String, Text)> = given
        .map(|given| parse_record("headers", given))
        .transpose()?
        .unwrap_or_default();
    for (name, _) in &headers {
        if name.eq_ignore_ascii_case("authorization") {
            let param = format!("headers.{name}");
            return Err(Error::invalid(
                &param,
                "must be given as `token` or `apiKey`",
            ));
        }
    }
    Ok(headers)
}

/// The URL that every request's path is appended to: `https://…`, or, in a page, a path such as
/// `/api/ninjahire`. It has no slash at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BaseUrl(String);

impl BaseUrl {
    pub(crate) fn parse(base_url: &str) -> Result<Self, Error> {
        let invalid = |problem: &str| Err(Error::invalid("baseUrl", problem));
        let absolute = base_url
            .strip_prefix("https://")
            .or_else(|| base_url.strip_prefix("http://"));
        match absolute {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => {
                return invalid("must have a host");
            }
            Some(rest) if before(rest, '/').contains('@') => {
                return invalid("must not have a password in it");
            }
            Some(_) => {}
            None if base_url.starts_with("//") || !base_url.starts_with(['/', '.']) => {
                return invalid("must start with https://, http://, or, in a page, with /");
            }
            None => {}
        }
        if base_url.contains(|c: char| {
            c.is_whitespace() || c.is_control() || matches!(c, '?' | '#' | '\\')
        }) {
            return invalid("must have no query, fragment, backslash or space");
        }
        Ok(Self(base_url.trim_end_matches('/').into()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Refuses a base URL to which a key would travel without encryption over a network.
    pub(crate) fn check_key_transport(&self) -> Result<(), Error> {
        let Some(rest) = self.0.strip_prefix("http://") else {
            return Ok(());
        };
        let authority = before(rest, '/');
        let host = match authority.strip_prefix('[') {
            Some(v6) => before(v6, ']'),
            None => before(authority, ':'),
        };
        if facts::may_use_plain_http(host) {
            return Ok(());
        }
        Err(Error::invalid(
            "baseUrl",
            "must be https:// for an `apiKey`",
        ))
    }
}

/// The text before the first `stop`; all of it where there is none.
fn before(text: &str, stop: char) -> &str {
    text.split_once(stop).map_or(text, |(before, _)| before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::arguments::parse_options;

    fn config(json: &str) -> Result<Config, Error> {
        let json = Json::parse(json.as_bytes()).unwrap();
        Config::new(&parse_options(&json)?)
    }

    #[test]
    fn a_base_url_is_absolute_or_a_path_and_its_last_slashes_are_removed() {
        for (given, expected) in [
            ("https://api.ninjahire.co", "https://api.ninjahire.co"),
            ("https://ats.example/api/", "https://ats.example/api"),
            ("http://127.0.0.1:8080//", "http://127.0.0.1:8080"),
            ("/api/ninjahire", "/api/ninjahire"),
            ("./api", "./api"),
            ("/", ""),
        ] {
            assert_eq!(BaseUrl::parse(given).unwrap().as_str(), expected);
        }
    }

    #[test]
    fn anything_else_is_refused_as_base_url() {
        for given in [
            "",
            " ",
            "api",
            "//evil.example",
            "ftp://x",
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://key@host",
            "https://u:p@host/x",
            "https://host/?a=1",
            "https://host/#a",
            "https://ho st",
            "/a\\b",
            "/a\n",
        ] {
            let error = BaseUrl::parse(given).unwrap_err();
            assert!(
                error.to_string().starts_with("`baseUrl` "),
                "{given:?}: {error}"
            );
        }
    }

    #[test]
    fn a_key_is_sent_without_encryption_to_this_machine_only() {
        for (base_url, is_allowed) in [
            ("https://api.ninjahire.co", true),
            ("http://127.0.0.1:8080/x", true),
            ("http://localhost", true),
            ("http://[::1]:8080", true),
            ("/api/ninjahire", true),
            ("http://api.ninjahire.co", false),
            ("http://localhost.evil.example", false),
            ("http://127.evil.example", false),
            ("http://10.0.0.1", false),
        ] {
            let options = format!(r#"{{"apiKey":"k","baseUrl":"{base_url}"}}"#);
            assert_eq!(config(&options).is_ok(), is_allowed, "{base_url}");
        }
    }

    /// `tests/proxy/conformance.test.mjs` runs the same table against the proxy.
    #[test]
    fn base_urls_are_what_the_conformance_table_says() {
        let table: serde_json::Value =
            serde_json::from_str(include_str!("../../tests/conformance/base-urls.json")).unwrap();
        for case in table["cases"].as_array().unwrap() {
            let base_url = BaseUrl::parse(case["given"].as_str().unwrap()).ok();
            let for_key = base_url.filter(|url| url.check_key_transport().is_ok());
            assert_eq!(
                for_key.as_ref().map(BaseUrl::as_str),
                case["url"].as_str(),
                "{case}"
            );
        }
    }

    #[test]
    fn a_wrong_option_is_refused_by_name_without_its_value() {
        for (given, message) in [
            (
                r#"{"timeoutMs":"5s"}"#,
                "`timeoutMs` must be a number, 0 or more, not string",
            ),
            (
                r#"{"timeoutMs":-1}"#,
                "`timeoutMs` must be a number, 0 or more",
            ),
            (
                r#"{"retries":1.5}"#,
                "`retries` must be a whole number, 0 or more",
            ),
            (
                r#"{"strict":1}"#,
                "`strict` must be true or false, not number",
            ),
            (r#"{"apiKey":17}"#, "`apiKey` must be a string, not number"),
            (
                r#"{"token":"secret"}"#,
                "`token` must be a function, not string",
            ),
            (
                r#"{"credentials":"all"}"#,
                "`credentials` must be \"omit\" or \"same-origin\" or \"include\"",
            ),
            (r#"{"routes":5}"#, "`routes` must be an object, not number"),
            (
                r#"{"routes":{"callDetails":1}}"#,
                "`routes.callDetails` must be a string, not number",
            ),
            (
                r#"{"routes":{"callDetail":"GET /x"}}"#,
                "`routes.callDetail` is not known here; known are instantCall, callDetails, screeningResults",
            ),
            (
                r#"{"headers":{"x":1}}"#,
                "`headers.x` must be a string, not number",
            ),
            (
                r#"{"headers":{"Authorization":"Bearer x"}}"#,
                "`headers.Authorization` must be given as `token` or `apiKey`",
            ),
            ("[]", "`options` must be an object, not array"),
        ] {
            assert_eq!(config(given).unwrap_err().to_string(), message, "{given}");
        }
        let unknown = config(r#"{"timeout":5}"#).unwrap_err().to_string();
        assert!(
            unknown.starts_with("`timeout` is not known here; known are baseUrl, token, apiKey")
        );
    }
}
