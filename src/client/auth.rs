//! Who asks: an API key, a token for the page's own proxy, or the browser's cookies.

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

/// How requests are authenticated. The secret is write-only: nothing prints or returns it.
#[derive(Clone)]
pub(crate) enum Auth {
    /// By the browser: cookies to the page's own proxy.
    Cookies,
    /// With the vendor's API key. Never in a page that others can open.
    ApiKey(Secret),
    /// With a token for the page's own proxy, asked for when needed.
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
    /// What the options say. A key in a page is refused: everyone who opens the page can read it.
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
            (None, Some(ask)) => Ok(Self::Token(Rc::new(Tokens {
                source: ask.clone(),
                asked: RefCell::new(None),
            }))),
            (None, None) => Ok(Self::Cookies),
        }
    }

    /// The value of the `Authorization` header.
    pub(crate) async fn header(&self, scope: &Scope) -> Result<Option<String>, Error> {
        let secret = match self {
            Self::Cookies => return Ok(None),
            Self::ApiKey(Secret(key)) => key.clone(),
            Self::Token(tokens) => tokens.next(scope).await?,
        };
        Ok(Some(format!("Bearer {secret}")))
    }

    /// Whether asking again may give another answer.
    pub(crate) fn can_renew(&self) -> bool {
        matches!(self, Self::Token(_))
    }
}

/// Asks for a token. Needs that arise while it is being asked for share the one answer.
pub(crate) struct Tokens {
    source: TokenSource,
    asked: RefCell<Option<Promise>>,
}

impl Tokens {
    async fn next(&self, scope: &Scope) -> Result<String, Error> {
        let asked = self.asked.borrow().clone();
        let promise = asked.unwrap_or_else(|| {
            let promise = self.source.0();
            self.asked.replace(Some(promise.clone()));
            promise
        });
        let settled = scope.settled(promise.clone()).await;
        // A token is good for one need, and one that never comes must not stop the next.
        let is_latest =
            self.asked.borrow().as_ref().map(AsRef::<JsValue>::as_ref) == Some(promise.as_ref());
        if is_latest {
            self.asked.take();
        }
        let token = settled?.map_err(|cause| no_token("it failed", cause))?;
        let token = token
            .as_string()
            .ok_or_else(|| no_token("it gave no string", JsValue::UNDEFINED))?;
        match key_problem(&token) {
            Some(problem) => Err(no_token(problem, JsValue::UNDEFINED)),
            None => Ok(token),
        }
    }
}

fn no_token(detail: &str, cause: JsValue) -> Error {
    ErrorKind::Token {
        detail: detail.into(),
        cause: Thrown(cause),
    }
    .into()
}
