//! A client's settings, checked once, at construction.

use crate::Error;
use crate::api::{DEFAULT_BASE_URL, Routes};
use crate::utf8;

use super::retry::RetryPolicy;

/// Everything about a client that is plain data.
#[derive(Debug, Clone)]
pub struct Config {
    pub(crate) base_url: String,
    /// Where the three endpoints are.
    pub routes: Routes,
    /// How reads are tried again.
    pub retry: RetryPolicy,
    /// The time allowed for one call of a method, in milliseconds: the token, every attempt and
    /// wait, and the whole answer.
    pub timeout_ms: f64,
    /// The longest answer that is read, in bytes.
    pub max_response_bytes: f64,
    /// How long after a dial another one for the same application is refused, in milliseconds; 0
    /// turns the guard off.
    pub redial_guard_ms: f64,
    /// Whether a dial carries an `Idempotency-Key`. `None`: where it goes to a proxy.
    pub idempotency_key: Option<bool>,
    /// Headers to add to every request, by name.
    pub headers: Vec<(String, String)>,
    /// Fail on the first field that is not as the vendor's page promises.
    pub strict: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            base_url: DEFAULT_BASE_URL.into(),
            routes: Routes::default(),
            retry: RetryPolicy::default(),
            timeout_ms: 30_000.0,
            max_response_bytes: 64.0 * 1024.0 * 1024.0,
            redial_guard_ms: 60_000.0,
            idempotency_key: None,
            headers: Vec::new(),
            strict: false,
        }
    }
}

impl Config {
    /// Settings for a server at `base_url`: `https://…`, or, in a page, a path such as
    /// `/api/ninjahire`.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) naming `baseUrl`.
    pub fn new(base_url: &str) -> Result<Self, Error> {
        Ok(Self {
            base_url: check_base_url(base_url)?,
            ..Self::default()
        })
    }

    /// Where requests go, without a slash at the end.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// Whether requests go to the vendor itself, and not to a proxy of one's own.
    pub(crate) fn is_direct(&self, has_api_key: bool) -> bool {
        has_api_key || self.base_url == DEFAULT_BASE_URL
    }

    /// Refuses to send a key in the clear over a network.
    pub(crate) fn check_api_key_transport(&self) -> Result<(), Error> {
        let Some(rest) = self.base_url.strip_prefix("http://") else {
            return Ok(());
        };
        let authority = before(rest, b'/');
        let host = match authority.strip_prefix('[') {
            Some(v6) => before(v6, b']'),
            None => before(authority, b':'),
        };
        let is_loopback_v4 =
            host.starts_with("127.") && host.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        if is_loopback_v4 || matches!(host, "localhost" | "::1") || host.ends_with(".localhost") {
            return Ok(());
        }
        Err(Error::invalid(
            "baseUrl",
            "must be https:// for an `apiKey`",
        ))
    }
}

/// What stands before the first such byte; all of it where there is none.
fn before(text: &str, stop: u8) -> &str {
    utf8::cut(text, stop).map_or(text, |(before, _)| before)
}

fn check_base_url(base_url: &str) -> Result<String, Error> {
    let invalid = |problem: &str| Err(Error::invalid("baseUrl", problem));
    let absolute = base_url
        .strip_prefix("https://")
        .or_else(|| base_url.strip_prefix("http://"));
    match absolute {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => {
            return invalid("must have a host");
        }
        Some(rest) if before(rest, b'/').bytes().any(|byte| byte == b'@') => {
            return invalid("must not have a password in it");
        }
        Some(_) => {}
        None if base_url.starts_with("//")
            || !matches!(base_url.bytes().next(), Some(b'/' | b'.')) =>
        {
            return invalid("must start with https://, http://, or, in a page, with /");
        }
        None => {}
    }
    if base_url
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '?' | '#' | '\\'))
    {
        return invalid("must have no query, fragment, backslash or space");
    }
    Ok(utf8::trim_end(base_url, b'/').into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_is_absolute_or_a_path_and_loses_its_last_slash() {
        for (given, kept) in [
            ("https://api.ninjahire.co", "https://api.ninjahire.co"),
            ("https://ats.example/api/", "https://ats.example/api"),
            ("http://127.0.0.1:8080//", "http://127.0.0.1:8080"),
            ("/api/ninjahire", "/api/ninjahire"),
            ("./api", "./api"),
            ("/", ""),
        ] {
            assert_eq!(Config::new(given).unwrap().base_url(), kept);
        }
    }

    #[test]
    fn what_is_no_base_url_is_refused_by_name() {
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
            let error = Config::new(given).unwrap_err();
            assert!(
                error.to_string().starts_with("`baseUrl` "),
                "{given:?}: {error}"
            );
        }
    }

    #[test]
    fn a_key_goes_in_the_clear_to_this_machine_only() {
        for (base_url, fine) in [
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
            let config = Config::new(base_url).unwrap();
            assert_eq!(config.check_api_key_transport().is_ok(), fine, "{base_url}");
        }
    }
}
