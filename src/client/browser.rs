//! The client: reads with retries, and the plumbing that a dial shares with them.

use std::cell::RefCell;
use std::fmt;
use std::rc::{Rc, Weak};

use gloo_net::http::Response;
use js_sys::{Date, Function, Math};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, RequestCredentials};

use super::auth::{Auth, AuthError};
use super::config::Config;
use super::dial::SharedDial;
use super::dial_store::DialStore;
use super::event::Event;
use super::problem::{REQUEST_ID_HEADERS, read_problem};
use super::retry::{RetryPolicy, parse_retry_after};
use super::scope::{Ended, Scope, Stop};
use super::watching::SharedWatch;
use crate::api::{
    CallDetails, CallDetailsRequest, DecodeIssue, HttpRequest, ScreeningResultsPage,
    ScreeningResultsRequest,
};
use crate::error::{Error, ErrorKind, Problem, Thrown};
use crate::property::{global, property};
use crate::transport::{self, BodyError, Outgoing};

/// Of an error's body no more than this is read, in bytes.
const LONGEST_PROBLEM: f64 = 65_536.0;

/// Is told of every step.
pub type Listener = Rc<dyn Fn(&Event<'_>)>;

/// What a client takes from the platform instead of its defaults.
#[derive(Default)]
pub struct Platform {
    /// To be called instead of the global `fetch`.
    pub fetch: Option<Function>,
    /// Whether cookies go along; the browser's own default is same-origin.
    pub credentials: Option<RequestCredentials>,
    /// Told of every step.
    pub on_event: Option<Listener>,
    /// Where dials are remembered besides local storage, for as long as the page lives.
    pub dial_memory: Option<js_sys::Map>,
    /// Lets an API key be used in a page. Everyone who can open the page can read it.
    pub dangerously_allow_browser: bool,
}

/// Places, follows and reads calls.
///
/// Cheap to clone; clones share everything.
///
/// ```no_run
/// use ninjahire_calls::client::{Auth, Client, Config};
/// # async fn run() -> Result<(), ninjahire_calls::Error> {
/// let client = Client::new(Config::new("/api/ninjahire")?, Auth::Cookies)?;
/// let placed = client.initiate_instant_call("0c9f…", Default::default()).await?;
/// if let Some(call_id) = placed.call_id {
///     let call = client.get_call_details(&call_id, Default::default()).await?;
/// }
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Client(pub(super) Rc<Inner>);

pub(super) struct Inner {
    pub(super) config: Config,
    pub(super) auth: Auth,
    platform: Platform,
    pub(super) store: DialStore,
    pub(super) dials: RefCell<Vec<(String, Rc<SharedDial>)>>,
    pub(super) watches: RefCell<Vec<(String, Weak<SharedWatch>)>>,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("config", &self.0.config)
            .field("auth", &self.0.auth)
            .finish_non_exhaustive()
    }
}

/// What one read may differ in from its client's settings.
#[derive(Debug, Clone, Default)]
pub struct RequestOptions {
    /// Ends it at once when aborted.
    pub signal: Option<AbortSignal>,
    /// The time allowed, in milliseconds.
    pub timeout_ms: Option<f64>,
    /// How often it is tried again.
    pub retries: Option<u32>,
    /// The longest `Retry-After` that is waited out, in milliseconds.
    pub max_retry_after_ms: Option<f64>,
    /// Fail on the first field that is not as the vendor's page promises.
    pub strict: Option<bool>,
}

/// What differs between one attempt and another.
#[derive(Default)]
pub(super) struct Attempt<'a> {
    pub(super) number: u32,
    pub(super) idempotency_key: Option<&'a str>,
    /// A dial: no redirect is followed, and it stays off the connections of others where no proxy
    /// can recognise what a browser sends twice.
    pub(super) is_dial: bool,
    pub(super) before_sending: Option<&'a dyn Fn() -> Result<(), Error>>,
}

impl Client {
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) where an API key would be used in a page, or go over a network in
    /// the clear.
    pub fn new(config: Config, auth: Auth) -> Result<Self, Error> {
        Self::on(Platform::default(), config, auth)
    }

    /// A client with the given parts instead of the platform's defaults.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn on(platform: Platform, config: Config, auth: Auth) -> Result<Self, Error> {
        if matches!(auth, Auth::ApiKey(_)) {
            config.check_api_key_transport()?;
            if !platform.dangerously_allow_browser && is_browser() {
                return Err(Error::invalid(
                    "apiKey",
                    "must not be in a browser: everyone who opens the page can read it. Keep it behind a proxy",
                ));
            }
        }
        Ok(Self(Rc::new(Inner {
            store: DialStore::new(platform.dial_memory.clone()),
            config,
            auth,
            platform,
            dials: RefCell::default(),
            watches: RefCell::default(),
        })))
    }

    /// Retrieve call details for a specific call.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) before anything is sent; otherwise what became of the request.
    pub async fn get_call_details(
        &self,
        call_id: &str,
        options: RequestOptions,
    ) -> Result<CallDetails, Error> {
        let request = CallDetailsRequest::new(call_id)?.to_http(&self.0.config.routes);
        let body = self.read(&request, &options).await?;
        let call = CallDetails::decode(&body, self.is_strict(&options))?;
        self.tell_issues(&request, &call.decode_issues);
        Ok(call)
    }

    /// Retrieve one page of screening call results.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) before anything is sent; otherwise what became of the request.
    pub async fn list_screening_results(
        &self,
        query: ScreeningResultsRequest,
        options: RequestOptions,
    ) -> Result<ScreeningResultsPage, Error> {
        let request = query.to_http(&self.0.config.routes)?;
        let body = self.read(&request, &options).await?;
        let page = ScreeningResultsPage::decode(&body, query, self.is_strict(&options))?;
        self.tell_issues(&request, &page.decode_issues);
        Ok(page)
    }

    fn is_strict(&self, options: &RequestOptions) -> bool {
        options.strict.unwrap_or(self.0.config.strict)
    }

    /// Reads, again where that may help.
    async fn read(
        &self,
        request: &HttpRequest,
        options: &RequestOptions,
    ) -> Result<Vec<u8>, Error> {
        let timeout_ms = options.timeout_ms.unwrap_or(self.0.config.timeout_ms);
        let retry = self.0.config.retry;
        let policy = RetryPolicy {
            retries: options.retries.unwrap_or(retry.retries),
            max_retry_after_ms: options
                .max_retry_after_ms
                .unwrap_or(retry.max_retry_after_ms),
        };
        let scope = Scope::new(options.signal.as_ref(), timeout_ms);
        let mut renewed = false;
        let mut attempt = Attempt::default();
        loop {
            let error = match self.attempt(request, &scope, &attempt).await {
                Ok((_, body)) => return Ok(body),
                Err(error) => error,
            };
            if !renewed && self.may_renew(&error) {
                renewed = true;
                continue;
            }
            let wait_ms = policy.wait_ms(attempt.number, &error, Math::random());
            // A wait that the deadline would cut short ends now, with the reason and not with the
            // deadline.
            let Some(wait_ms) = wait_ms.filter(|wait_ms| *wait_ms < scope.remaining_ms()) else {
                return Err(error);
            };
            self.tell(&Event::Retry {
                request: &request.request,
                attempt: attempt.number,
                code: error.code(),
            });
            self.tell(&Event::Wait {
                request: &request.request,
                wait_ms,
            });
            let slept = scope.sleep(wait_ms).await;
            slept.map_err(|stop| stopped(request, &scope, stop))?;
            attempt.number += 1;
        }
    }

    /// Whether a fresh token may help against this error.
    pub(super) fn may_renew(&self, error: &Error) -> bool {
        error.problem().is_some_and(|problem| problem.status == 401) && self.0.auth.can_renew()
    }

    /// One request, one answer: its status, and its body where the status is 2xx.
    pub(super) async fn attempt(
        &self,
        request: &HttpRequest,
        scope: &Scope,
        attempt: &Attempt<'_>,
    ) -> Result<(u16, Vec<u8>), Error> {
        let stop = |stop| stopped(request, scope, stop);
        let config = &self.0.config;
        let authorization = match self.0.auth.header(scope).await {
            Ok(authorization) => authorization,
            Err(AuthError::Ended(why)) => return Err(stop(Stop::Ended(why))),
            Err(AuthError::Failed(error)) => return Err(error),
        };

        let outgoing = self.build(request, authorization, attempt, &scope.signal())?;
        if let Some(check) = attempt.before_sending {
            check()?;
        }

        self.tell(&Event::Request {
            request: &request.request,
            attempt: attempt.number,
        });
        let sent_ms = Date::now();
        let sending = transport::fetch(self.0.platform.fetch.as_ref(), &outgoing);
        let sending = sending.map_err(|thrown| stop(thrown.into()))?;
        let response = scope.wait(&sending).await.map_err(stop)?;
        let response = Response::from(response.unchecked_into::<web_sys::Response>());
        let status = response.status();
        let request_id = header(&response, &REQUEST_ID_HEADERS);
        self.tell(&Event::Response {
            request: &request.request,
            attempt: attempt.number,
            status,
            duration_ms: Date::now() - sent_ms,
            request_id: request_id.as_deref(),
        });

        let is_fine = (200..300).contains(&status);
        let most = if is_fine {
            config.max_response_bytes
        } else {
            LONGEST_PROBLEM
        };
        let body = transport::read_body(&response, most, scope).await;
        let error = match body {
            Ok(body) if is_fine => return Ok((status, body)),
            Err(BodyError::Stop(why)) if is_fine || why.is_abort() => return Err(stop(why)),
            Err(BodyError::TooLong) if is_fine => ErrorKind::Decode {
                path: String::new(),
                expected: "no more than `maxResponseBytes`",
                found: "more".into(),
            },
            // Whatever becomes of its body, the status is the answer.
            body => {
                let mut problem = refusal(request, &response, &body.unwrap_or_default());
                problem.request_id = request_id.or(problem.request_id);
                ErrorKind::Http(problem)
            }
        };
        Err(error.into())
    }

    fn build(
        &self,
        request: &HttpRequest,
        authorization: Option<String>,
        attempt: &Attempt<'_>,
        signal: &AbortSignal,
    ) -> Result<web_sys::Request, Error> {
        let config = &self.0.config;
        let cannot = |thrown: JsValue| {
            let mut problem = String::from("cannot be requested from here (");
            problem.push_str(&message(&thrown));
            problem.push(')');
            Error::invalid("baseUrl", &problem)
        };
        let headers = web_sys::Headers::new().map_err(cannot)?;
        let own = [
            ("accept", Some("application/json")),
            ("authorization", authorization.as_deref()),
            ("idempotency-key", attempt.idempotency_key),
        ];
        for &(name, value) in &own {
            if let Some(value) = value {
                headers.append(name, value).map_err(cannot)?;
            }
        }
        for (name, value) in &config.headers {
            headers.append(name, value).map_err(cannot)?;
        }
        let mut url = config.base_url.clone();
        url.push_str(&request.path);
        let is_direct = config.is_direct(matches!(self.0.auth, Auth::ApiKey(_)));
        let outgoing = Outgoing {
            method: &request.request.method,
            url: &url,
            headers,
            credentials: match self.0.platform.credentials {
                None if attempt.is_dial && is_direct => Some(RequestCredentials::Omit),
                given => given,
            },
            refuse_redirects: attempt.is_dial,
            signal,
        };
        transport::build(outgoing).map_err(cannot)
    }

    pub(super) fn tell(&self, event: &Event<'_>) {
        if let Some(listener) = &self.0.platform.on_event {
            listener(event);
        }
    }

    pub(super) fn tell_issues(&self, request: &HttpRequest, issues: &[DecodeIssue]) {
        for issue in issues {
            self.tell(&Event::DecodeIssue {
                request: &request.request,
                path: &issue.path,
                expected: issue.expected,
            });
        }
    }
}

#[inline(never)]
pub(super) fn stopped(request: &HttpRequest, scope: &Scope, stop: Stop) -> Error {
    let request = request.request.clone();
    match stop {
        Stop::Ended(Ended::Aborted(reason)) => ErrorKind::Aborted { reason },
        Stop::Ended(Ended::Deadline) => ErrorKind::Deadline {
            request,
            timeout_ms: scope.timeout_ms(),
        },
        Stop::Thrown(thrown) => ErrorKind::Connection {
            request,
            detail: message(&thrown),
            cause: Thrown(thrown),
        },
    }
    .into()
}

/// What the server said, but for the request's id.
#[inline(never)]
fn refusal(request: &HttpRequest, response: &Response, body: &[u8]) -> Problem {
    let mut problem = read_problem(request.request.clone(), response.status(), body);
    problem.retry_after_ms = header(response, &["retry-after"])
        .and_then(|value| parse_retry_after(&value, Date::now(), Date::parse));
    problem
}

fn message(thrown: &JsValue) -> String {
    let message = property(thrown, "message").as_string();
    message.or_else(|| thrown.as_string()).unwrap_or_default()
}

#[inline(never)]
fn header(response: &Response, names: &[&str]) -> Option<String> {
    let headers = response.headers();
    names.iter().find_map(|name| headers.get(name))
}

/// A page or any of its workers. Servers that speak of themselves say so in other words.
fn is_browser() -> bool {
    property(&global("navigator"), "userAgent")
        .as_string()
        .is_some_and(|agent| agent.starts_with("Mozilla/"))
}
