//! The crate's error type. Each kind's documentation says what to do about it.

use std::sync::Arc;

use serde::Serialize;
use thiserror::Error as ThisError;

use crate::endpoint::Endpoint;

/// The error of every fallible function here. [`Error::kind`] says what went wrong. A clone is cheap.
#[derive(Debug, Clone, PartialEq, ThisError)]
#[error(transparent)]
pub struct Error(Arc<ErrorKind>);

/// Everything that can go wrong, and what to do about it.
#[derive(Debug, Clone, PartialEq, ThisError)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An argument or option was refused before anything was sent. Fix the named one.
    #[error("`{param}` {problem}")]
    InvalidRequest {
        /// The argument, in the vendor's own words (`application_id`), or the option (`routes.callDetails`).
        param: String,
        /// The problem, as the end of a sentence: `must not be blank`.
        problem: String,
    },
    /// The server answered with a status outside 200–299. [`Problem`] has what it said. 401: renew
    /// the token or check the key. 403: ask who may see this call. 404: check the id and, since the
    /// vendor prints no paths, the routes. 429: wait [`Problem::retry_after_ms`].
    #[error("{}", .0.message())]
    Http(Problem),
    /// No answer came: the network, the host name, TLS, CORS or the Content-Security-Policy is at
    /// fault. A browser hides the cause from scripts, but prints it on its console.
    #[error(
        "{request} got no answer ({detail}). Is the proxy up? Do CORS and `connect-src` allow it? The console says which."
    )]
    Connection {
        /// The request.
        request: RequestSummary,
        /// The platform's message.
        detail: String,
        /// The exception that the platform threw.
        cause: Thrown,
    },
    /// The caller's `token` function returned no token. Fix the function, or the service that it
    /// calls.
    #[error("The `token` function gave no token: {detail}")]
    Token {
        /// The problem: the error that the function threw, or the defect of the token.
        detail: String,
        /// The exception that it threw.
        cause: Thrown,
    },
    /// The whole answer did not arrive within `timeoutMs`.
    #[error("{request} was not done within {} ms (`timeoutMs`)", *timeout_ms as u64)]
    Deadline {
        /// The request.
        request: RequestSummary,
        /// The time allowed, in milliseconds.
        timeout_ms: f64,
    },
    /// The caller aborted the signal. JavaScript callers get the signal's reason instead.
    #[error("aborted by the caller")]
    Aborted {
        /// The signal's reason.
        reason: Thrown,
    },
    /// The answer is not what the vendor's page promises, and cannot be used. Check that `baseUrl` and
    /// the routes lead to the API, and not to a login page.
    #[error("{}: expected {expected}, found {}", if path.is_empty() { "the answer" } else { path }, abbreviate(found))]
    Decode {
        /// Where, as a JSON path: `data[3].call_score`; empty for the whole answer.
        path: String,
        /// The expected value: `an integer 0–100`.
        expected: String,
        /// The actual value, as JSON text.
        found: String,
    },
    /// The dial was sent and no answer came back that can be trusted: **the candidate's phone may
    /// be ringing**. Do not dial again; check with a listing filtered by `application_id`.
    #[error(
        "The candidate's phone may be ringing: the request for application {application_id} went out, but its outcome is not known ({cause}). Do not call again; look with listScreeningResults({{ application_id }}) first."
    )]
    DialOutcomeUnknown {
        /// The application that the call is for.
        application_id: String,
        /// Why the outcome is not known.
        #[source]
        cause: Error,
    },
    /// Another tab or client is dialling this candidate now, or the browser does not answer whether
    /// one holds the lock. Nothing was sent.
    #[error(
        "Application {application_id} is being called right now from another tab or client, or this browser does not say; nothing was sent"
    )]
    DialPending {
        /// The application that the call is for.
        application_id: String,
    },
    /// This candidate was called, or may have been, a moment ago. Nothing was sent. Ask the user
    /// whether to call again, then pass the token as `redial`.
    #[error(
        "Application {application_id} was called, or may have been, a moment ago; nothing was sent. The guard holds for another {} s; to call all the same, pass this error's `redialToken` as `redial`.",
        (remaining_ms / 1000.0) as u64 + 1
    )]
    RedialGuard {
        /// The application that the call is for.
        application_id: String,
        /// Confirms the redial. It is valid once.
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
    /// A status outside 200–299 that has no other code here.
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
    /// No answer came.
    Connection,
    /// The answer did not arrive within `timeoutMs`.
    Deadline,
    /// The caller aborted the signal.
    Aborted,
    /// The answer cannot be used.
    Decode,
    /// The candidate's phone may be ringing.
    DialOutcomeUnknown,
    /// Another tab or client is dialling this candidate.
    DialPending,
    /// The candidate was called a moment ago.
    RedialGuard,
    /// JavaScript only: the browser has no WebAssembly, or the page's policy forbids it.
    WebassemblyUnavailable,
    /// JavaScript only: the wasm could not be loaded.
    StartFailed,
    /// JavaScript only: a synchronous helper was called before `init()`.
    NotStarted,
    /// JavaScript only: a bug of this package.
    Crashed,
}

/// An exception that JavaScript code threw. Natively there is none.
#[cfg(target_arch = "wasm32")]
#[derive(Debug, Clone, PartialEq)]
pub struct Thrown(pub wasm_bindgen::JsValue);

/// An exception that JavaScript code threw. Natively there is none.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Clone, PartialEq)]
pub struct Thrown;

/// A request in terms that may be logged: without the key, ids and query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct RequestSummary {
    /// The endpoint.
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

/// The body of an answer with a status outside 200–299.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The request.
    pub request: RequestSummary,
    /// The HTTP status.
    pub status: u16,
    /// The id that the server gave the request. Its operators find the request by it.
    pub request_id: Option<String>,
    /// `title` of an RFC 9457 problem body.
    pub title: Option<String>,
    /// `detail` of an RFC 9457 problem body, or a summary of an HTML or text body.
    pub detail: Option<String>,
    /// Why the proxy's `authorize` refused, as a word that your application chose: `no_consent`,
    /// `outside_hours`.
    pub reason: Option<String>,
    /// `Retry-After`, in milliseconds from now.
    pub retry_after_ms: Option<f64>,
}

impl Problem {
    fn message(&self) -> String {
        let mut message = format!("{} was answered with {}", self.request, self.status);
        for part in [&self.title, &self.detail].into_iter().flatten() {
            message.push_str(": ");
            // The advice below starts with a full stop.
            message.push_str(part.trim_end_matches('.'));
        }
        message.push_str(match self.status {
            401 => ". Check the API key in the proxy, or the token.",
            // The server's reason is better than advice.
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

/// The first 80 characters: enough to recognise a value by, and short enough for a log.
fn abbreviate(text: &str) -> &str {
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

    /// What went wrong, with its details.
    pub fn kind(&self) -> &ErrorKind {
        &self.0
    }

    /// The server's reason, where it answered with a status outside 200–299.
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
