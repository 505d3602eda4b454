//! Who asks: an API key, a token for one's own proxy, or the browser's cookies.

use std::cell::RefCell;
use std::fmt;
use std::future::Future;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::scope::{Ended, Scope, Stop};
use super::task::promise;
use crate::error::{Error, ErrorKind, Thrown};

/// How requests are authenticated. The key is write-only: nothing prints or returns it.
#[derive(Clone, Default)]
pub enum Auth {
    /// By the browser: cookies to one's own proxy.
    #[default]
    Cookies,
    /// With the vendor's API key. Never in a page that others can open.
    ApiKey(Secret),
    /// With a token for one's own proxy, asked for when needed.
    Token(TokenSource),
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
pub struct Secret(String);

/// Asks for a token; needs that come while it is being asked for share the one answer.
#[derive(Clone)]
pub struct TokenSource(Rc<Source>);

struct Source {
    ask: Box<dyn Fn() -> Promise>,
    asked: RefCell<Option<Promise>>,
}

impl Auth {
    /// The vendor's API key.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) naming `apiKey`; the key itself is in no message.
    pub fn api_key(key: impl Into<String>) -> Result<Self, Error> {
        let key = key.into();
        check_bearer(&key).map_err(|problem| Error::invalid("apiKey", problem))?;
        Ok(Self::ApiKey(Secret(key)))
    }

    /// A token for one's own proxy, asked for once per need.
    pub fn token<F, T>(ask: F) -> Self
    where
        F: Fn() -> T + 'static,
        T: Future<Output = Result<String, Error>> + 'static,
    {
        Self::token_promise(move || {
            let token = ask();
            promise(async move {
                match token.await {
                    Ok(token) => Ok(token.into()),
                    Err(error) => Err(error.to_string().into()),
                }
            })
        })
    }

    pub(crate) fn token_promise(ask: impl Fn() -> Promise + 'static) -> Self {
        Self::Token(TokenSource(Rc::new(Source {
            ask: Box::new(ask),
            asked: RefCell::new(None),
        })))
    }

    /// The value of the `Authorization` header.
    pub(crate) async fn header(&self, scope: &Scope) -> Result<Option<String>, AuthError> {
        let secret = match self {
            Self::Cookies => return Ok(None),
            Self::ApiKey(Secret(key)) => key.clone(),
            Self::Token(source) => source.token(scope).await?,
        };
        let mut header = String::from("Bearer ");
        header.push_str(&secret);
        Ok(Some(header))
    }

    /// Whether asking again may give another answer.
    pub(crate) fn can_renew(&self) -> bool {
        matches!(self, Self::Token(_))
    }
}

/// Why there is no header.
pub(crate) enum AuthError {
    Ended(Ended),
    Failed(Error),
}

impl TokenSource {
    async fn token(&self, scope: &Scope) -> Result<String, AuthError> {
        let asked = self.0.asked.borrow().clone();
        let promise = asked.unwrap_or_else(|| self.ask());
        let token = match scope.wait(&promise).await {
            Ok(token) => token,
            Err(Stop::Ended(why)) => return Err(AuthError::Ended(why)),
            Err(Stop::Thrown(cause)) => return Err(failed("it failed", cause)),
        };
        let Some(token) = token.as_string() else {
            return Err(failed("it gave no string", JsValue::UNDEFINED));
        };
        match check_bearer(&token) {
            Ok(()) => Ok(token),
            Err(problem) => Err(failed(problem, JsValue::UNDEFINED)),
        }
    }

    fn ask(&self) -> Promise {
        let asked = (self.0.ask)();
        *self.0.asked.borrow_mut() = Some(asked.clone());
        // Forgotten as soon as it is answered, whoever still waits: a token is good for one need.
        let (source, answer) = (self.clone(), JsFuture::from(asked.clone()));
        let _ = promise(async move {
            let _ = answer.await;
            *source.0.asked.borrow_mut() = None;
            Ok(JsValue::UNDEFINED)
        });
        asked
    }
}

fn failed(detail: &str, cause: JsValue) -> AuthError {
    let detail = detail.into();
    let cause = Thrown(cause);
    AuthError::Failed(ErrorKind::Token { detail, cause }.into())
}

/// What fits into the header, and is not what it is often mistaken for.
fn check_bearer(secret: &str) -> Result<(), &'static str> {
    if secret.is_empty() {
        return Err("must not be blank");
    }
    if secret
        .get(..7)
        .is_some_and(|start| start.eq_ignore_ascii_case("bearer "))
    {
        return Err("must be the secret alone, without \"Bearer\"");
    }
    if !secret.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err("must be visible ASCII");
    }
    Ok(())
}
