//! The one error type, and what to do about each kind.

use std::sync::Arc;

use serde::Serialize;
use thiserror::Error as ThisError;

use crate::endpoint::Endpoint;

/// Anything that went wrong between an intent and a model; [`Error::kind`] says what.
#[derive(Debug, Clone, PartialEq, ThisError)]
#[error(transparent)]
pub struct Error(Arc<ErrorKind>);

/// Everything that can go wrong. Every variant's documentation says what to do about it.
#[derive(Debug, Clone, PartialEq, ThisError)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An argument or option was refused before anything was sent. Fix the named one.
    #[error("`{param}` {problem}")]
    InvalidRequest {
        /// The argument, in the vendor's own words (`application_id`), or the option (`routes.callDetails`).
        param: String,
        /// What is wrong with it, as the end of a sentence: `must not be blank`.
        problem: String,
    },
    /// The server answered with a status outside 200–299 (see [`Problem`] for what it said).
    /// 401: renew the token or check the key. 403: ask who may see this call. 404: check the id
    /// and, since the vendor prints no paths, the routes. 429: wait [`Problem::retry_after_ms`].
    #[error("{}", .0.message())]
    Http(Problem),
    /// No answer: the network, the name, TLS, CORS or the Content-Security-Policy. Browsers do
    /// not tell scripts which; their console does.
    #[error(
        "{request} got no answer ({detail}). Is the proxy up? Do CORS and `connect-src` allow it? The console says which."
    )]
    Connection {
        /// What was being asked for.
        request: RequestSummary,
        /// What the platform said of it.
        detail: String,
        /// What the platform threw.
        cause: Thrown,
    },
    /// The function that gives tokens did not give one. Fix what it asks.
    #[error("The `token` function gave no token: {detail}")]
    Token {
        /// What it did instead.
        detail: String,
        /// What it threw.
        cause: Thrown,
    },
    /// `timeoutMs` was over before the whole answer was there.
    #[error("{request} was not done within {} ms (`timeoutMs`)", *timeout_ms as u64)]
    Deadline {
        /// What was being asked for.
        request: RequestSummary,
        /// The time allowed, in milliseconds.
        timeout_ms: f64,
    },
    /// The caller's signal was aborted. JavaScript callers see the signal's own reason instead.
    #[error("aborted by the caller")]
    Aborted {
        /// The signal's reason.
        reason: Thrown,
    },
    /// The answer is not what the vendor's page promises, and cannot be used.
    #[error("{}: expected {expected}, found {}", if path.is_empty() { "the answer" } else { path }, start(found))]
    Decode {
        /// Where, as a JSON path: `data[3].call_score`; empty for the whole answer.
        path: String,
        /// What should be there: `an integer 0–100`.
        expected: String,
        /// What is there, as JSON text.
        found: String,
    },
    /// The request to ring went out and no trustworthy answer came back: **the candidate's phone
    /// may be ringing**. Do not ring again; look with a listing filtered by `application_id`.
    #[error(
        "The candidate's phone may be ringing: the request for application {application_id} went out, but its outcome is not known ({cause}). Do not call again; look with listScreeningResults({{ application_id }}) first."
    )]
    DialOutcomeUnknown {
        /// Whose call it is.
        application_id: String,
        /// Why the outcome is not known.
        #[source]
        cause: Error,
    },
    /// Another tab or client is ringing this candidate right now, or the browser, asked for a lock,
    /// does not say whether one is. Nothing was sent.
    #[error(
        "Application {application_id} is being called right now from another tab or client, or this browser does not say; nothing was sent"
    )]
    DialPending {
        /// Whose call it is.
        application_id: String,
    },
    /// This candidate was rung, or may have been, a moment ago. Nothing was sent. Ask the person
    /// at the screen, then pass the token as `redial`.
    #[error(
        "Application {application_id} was called, or may have been, a moment ago; nothing was sent. The guard holds for another {} s; to call all the same, pass this error's `redialToken` as `redial`.",
        (remaining_ms / 1000.0) as u64 + 1
    )]
    RedialGuard {
        /// Whose call it is.
        application_id: String,
        /// Says that the redial is meant; valid for this one.
        redial_token: String,
        /// The `call_id` of the earlier call, where it is known.
        call_id: Option<String>,
        /// How long the guard still holds, in milliseconds.
        remaining_ms: f64,
    },
}

/// A stable name for the kind of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorCode {
    /// An argument or option was refused.
    InvalidRequest,
    /// A status outside 200–299 without a code of its own.
    Http,
    /// 401, or no token.
    Authentication,
    /// 403.
    Permission,
    /// 404.
    NotFound,
    /// 429.
    RateLimit,
    /// 500 and above.
    Server,
    /// No answer.
    Connection,
    /// `timeoutMs` was over.
    Deadline,
    /// The caller's signal was aborted.
    Aborted,
    /// The answer cannot be used.
    Decode,
    /// The candidate's phone may be ringing.
    DialOutcomeUnknown,
    /// Another tab or client is ringing.
    DialPending,
    /// Rung a moment ago.
    RedialGuard,
    /// JavaScript only: there is no WebAssembly, or the page forbids it.
    WebassemblyUnavailable,
    /// JavaScript only: the wasm could not be loaded.
    StartFailed,
    /// JavaScript only: a synchronous helper was called before `init()`.
    NotStarted,
    /// JavaScript only: a bug of this package.
    Crashed,
}

/// What JavaScript code threw. There is none natively.
#[cfg(target_arch = "wasm32")]
#[derive(Debug, Clone, PartialEq)]
pub struct Thrown(pub wasm_bindgen::JsValue);

/// What JavaScript code threw. There is none natively.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Clone, PartialEq)]
pub struct Thrown;

/// What was asked for, in terms that may be logged: never the key, an id or a query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RequestSummary {
    /// Which of the vendor's endpoints.
    pub endpoint: Endpoint,
    /// The HTTP method: `GET`.
    pub method: String,
    /// The route's template, without ids: `/calls/{call_id}`.
    pub route: String,
}

impl std::fmt::Display for RequestSummary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method, self.route)
    }
}

/// What a server said with a status outside 200–299.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// What was being asked for.
    pub request: RequestSummary,
    /// The HTTP status.
    pub status: u16,
    /// The id that the server gave the request, for its operators.
    pub request_id: Option<String>,
    /// `title` of an RFC 9457 problem body.
    pub title: Option<String>,
    /// `detail` of an RFC 9457 problem body, or a summary of an HTML or text body.
    pub detail: Option<String>,
    /// Why the proxy's `authorize` refused, in a word that was agreed on there: `no_consent`,
    /// `outside_hours`.
    pub reason: Option<String>,
    /// `Retry-After`, in milliseconds from now.
    pub retry_after_ms: Option<f64>,
}

impl Problem {
    fn message(&self) -> String {
        let mut message = format!("{} was answered with {}", self.request, self.status);
        for said in [&self.title, &self.detail].into_iter().flatten() {
            message.push_str(": ");
            // The advice below brings its own full stop.
            message.push_str(said.trim_end_matches('.'));
        }
        message.push_str(match self.status {
            401 => ". Check the API key in the proxy, or the token.",
            // What was refused with a reason says all there is to say.
            403 if self.reason.is_some() => ".",
            403 => ". This user or key may not see it.",
            404 => ". Check the id, and `routes`: the vendor prints no paths.",
            429 => ". Too many requests: wait.",
            300..=399 => ". A redirect is not followed here: set `baseUrl` to where it leads.",
            _ => "",
        });
        message
    }
}

/// Enough of a value to recognise it by, and not too much for a log.
fn start(text: &str) -> &str {
    text.char_indices()
        .nth(80)
        .map_or(text, |(end, _)| &text[..end])
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self(Arc::new(kind))
    }
}

impl Error {
    pub(crate) fn invalid(param: &str, problem: &str) -> Self {
        ErrorKind::InvalidRequest {
            param: param.into(),
            problem: problem.into(),
        }
        .into()
    }

    /// What went wrong.
    pub fn kind(&self) -> &ErrorKind {
        &self.0
    }

    /// What the server said, where it answered with a status outside 200–299.
    pub fn problem(&self) -> Option<&Problem> {
        match self.kind() {
            ErrorKind::Http(problem) => Some(problem),
            _ => None,
        }
    }

    /// A stable name for the kind of error, the same as `error.code` in JavaScript.
    pub fn code(&self) -> ErrorCode {
        match self.kind() {
            ErrorKind::InvalidRequest { .. } => ErrorCode::InvalidRequest,
            ErrorKind::Http(problem) => match problem.status {
                401 => ErrorCode::Authentication,
                403 => ErrorCode::Permission,
                404 => ErrorCode::NotFound,
                429 => ErrorCode::RateLimit,
                500.. => ErrorCode::Server,
                _ => ErrorCode::Http,
            },
            ErrorKind::Connection { .. } => ErrorCode::Connection,
            ErrorKind::Token { .. } => ErrorCode::Authentication,
            ErrorKind::Deadline { .. } => ErrorCode::Deadline,
            ErrorKind::Aborted { .. } => ErrorCode::Aborted,
            ErrorKind::Decode { .. } => ErrorCode::Decode,
            ErrorKind::DialOutcomeUnknown { .. } => ErrorCode::DialOutcomeUnknown,
            ErrorKind::DialPending { .. } => ErrorCode::DialPending,
            ErrorKind::RedialGuard { .. } => ErrorCode::RedialGuard,
        }
    }
}
