//! Authentication: by an API key, by a token for the page's proxy, or by the browser's cookies.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;

use super::callback::TokenSource;
use super::options::ClientOptions;
use super::platform::is_browser;
use super::scope::Scope;
use crate::api::facts::key_problem;
use crate::error::{Error, ErrorKind, Thrown};

/// How requests are authenticated. No code prints the secret or returns it to the page.
#[derive(Clone)]
pub(crate) enum Auth {
    /// The browser sends its cookies to the page's proxy.
    Cookies,
    /// The vendor's API key. Never in a page that others can open.
    ApiKey(Secret),
    /// A token for the page's proxy. The caller's function returns a new one for every request.
    Token(Rc<Tokens>),
}

impl fmt::Debug for Auth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Cookies => "Cookies",
            Self::ApiKey(_) => "ApiKey(…)",
            Self::Token(_) => "Token(…)",
        })
    }
}

/// A checked API key.
#[derive(Clone)]
pub(crate) struct Secret(String);

impl Auth {
    /// Checks the options. Refuses a key in a page: everyone who opens the page can read it.
    pub(crate) fn new(options: &ClientOptions) -> Result<Self, Error> {
        match (&options.api_key, &options.token) {
            (Some(_), Some(_)) => Err(Error::invalid("token", "must not be given beside `apiKey`")),
            (Some(key), None) => {
                let key = key.to_string();
                if let Some(problem) = key_problem(&key) {
                    return Err(Error::invalid("apiKey", problem));
                }
                if !options.dangerously_allow_browser.0 && is_browser() {
                    return Err(Error::invalid(
                        "apiKey",
                        "must not be in a browser: everyone who opens the page can read it. Keep it behind a proxy",
                    ));
                }
                Ok(Self::ApiKey(Secret(key)))
            }
            (None, Some(source)) => Ok(Self::Token(Rc::new(Tokens {
                source: source.clone(),
                pending: RefCell::new(None),
            }))),
            (None, None) => Ok(Self::Cookies),
        }
    }

    /// The value of the `Authorization` header.
    pub(crate) async fn header(&self, scope: &Scope) -> Result<Option<String>, Error> {
        let secret = match self {
            Self::Cookies => return Ok(None),
            Self::ApiKey(Secret(key)) => key.clone(),
            Self::Token(tokens) => tokens.next_token(scope).await?,
        };
        Ok(Some(format!("Bearer {secret}")))
    }

    /// Whether the next `header` may be another one.
    pub(crate) fn can_renew(&self) -> bool {
        matches!(self, Self::Token(_))
    }
}

/// Calls the caller's `token` function. Requests that need a token at the same time share one call.
pub(crate) struct Tokens {
    source: TokenSource,
    pending: RefCell<Option<Promise>>,
}

impl Tokens {
    async fn next_token(&self, scope: &Scope) -> Result<String, Error> {
        let pending = self.pending.borrow().clone();
        let promise = pending.unwrap_or_else(|| {
            let promise = self.source.0();
            self.pending.replace(Some(promise.clone()));
            promise
        });
        let settled = scope.settled(promise.clone()).await;
        // The next request calls the function again, even where this call never ends.
        let is_latest =
            self.pending.borrow().as_ref().map(AsRef::<JsValue>::as_ref) == Some(promise.as_ref());
        if is_latest {
            self.pending.take();
        }
        let token = settled?.map_err(|cause| token_error("it failed", cause))?;
        let token = token
            .as_string()
            .ok_or_else(|| token_error("it gave no string", JsValue::UNDEFINED))?;
        match key_problem(&token) {
            Some(problem) => Err(token_error(problem, JsValue::UNDEFINED)),
            None => Ok(token),
        }
    }
}

fn token_error(detail: &str, cause: JsValue) -> Error {
    ErrorKind::Token {
        detail: detail.into(),
        cause: Thrown(cause),
    }
    .into()
}
