//! The one error type, and what to do about each kind.

use std::fmt;
use std::sync::Arc;

use crate::api::Endpoint;
use crate::utf8;

/// Anything that went wrong between an intent and a model; [`Error::kind`] says what.
///
/// One pointer wide: every `?` moves one.
#[derive(Debug, Clone, PartialEq)]
pub struct Error(Arc<ErrorKind>);

/// Everything that can go wrong. Every variant's documentation says what to do about it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An argument or option was refused before anything was sent. Mend the named one.
    InvalidRequest {
        /// The argument, in the vendor's own words (`application_id`), or the option (`routes.callDetails`).
        param: String,
        /// What is wrong with it, as the end of a sentence: `must not be blank`.
        problem: String,
    },
    /// The server answered with a status outside 200–299 (see [`Problem`] for what it said).
    /// 401: renew the token or check the key. 403: ask who may see this call. 404: check the id
    /// and, since the vendor prints no paths, the routes. 429: wait [`Problem::retry_after_ms`].
    Http(Problem),
    /// No answer: the network, the name, TLS, CORS or the Content-Security-Policy. Browsers do
    /// not tell scripts which; their console does.
    Connection {
        /// What was being asked for.
        request: Request,
        /// What the platform said of it.
        detail: String,
        /// What the platform threw.
        cause: Thrown,
    },
    /// The function that gives tokens did not give one. Mend what it asks.
    Token {
        /// What it did instead.
        detail: String,
        /// What it threw.
        cause: Thrown,
    },
    /// `timeoutMs` was over before the whole answer was there.
    Deadline {
        /// What was being asked for.
        request: Request,
        /// The time allowed, in milliseconds.
        timeout_ms: f64,
    },
    /// The caller's signal was aborted. JavaScript callers see the signal's own reason instead.
    Aborted {
        /// The signal's reason.
        reason: Thrown,
    },
    /// The answer is not what the vendor's page promises, and cannot be used.
    Decode {
        /// Where, as a JSON path: `data[3].call_score`; empty for the whole answer.
        path: String,
        /// What should be there: `an integer 0–100`.
        expected: &'static str,
        /// What is there, as JSON text.
        found: String,
    },
    /// The request to ring went out and no trustworthy answer came back: **the candidate's phone
    /// may be ringing**. Do not ring again; look with a listing filtered by `application_id`.
    DialOutcomeUnknown {
        /// Whose call it is.
        application_id: String,
        /// Why the outcome is not known.
        cause: Error,
    },
    /// Another tab or client is ringing this candidate right now. Nothing was sent.
    DialPending {
        /// Whose call it is.
        application_id: String,
    },
    /// This candidate was rung, or may have been, a moment ago. Nothing was sent. Ask the person
    /// at the screen, then pass the token as `redial`.
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

/// What JavaScript code threw. There is none natively.
#[cfg(target_arch = "wasm32")]
#[derive(Debug, Clone, PartialEq)]
pub struct Thrown(pub wasm_bindgen::JsValue);

/// What JavaScript code threw. There is none natively.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Clone, PartialEq)]
pub struct Thrown;

/// What was asked for, in terms that may be logged: never the key, an id or a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Which of the vendor's endpoints.
    pub endpoint: Endpoint,
    /// `GET`.
    pub method: String,
    /// `/calls/{call_id}`: the template, without the ids.
    pub route: String,
}

/// What a server said with a status outside 200–299.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// What was being asked for.
    pub request: Request,
    /// The HTTP status.
    pub status: u16,
    /// The id that the server gave the request, for its operators.
    pub request_id: Option<String>,
    /// `title` of an RFC 9457 problem body.
    pub title: Option<String>,
    /// `detail` of an RFC 9457 problem body, or a summary of an HTML or text body.
    pub detail: Option<String>,
    /// `Retry-After`, in milliseconds from now.
    pub retry_after_ms: Option<f64>,
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self(Arc::new(kind))
    }
}

impl Error {
    // Called from everywhere: inlined there it is 2 kB of wasm.
    #[inline(never)]
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
    pub fn code(&self) -> &'static str {
        match self.kind() {
            ErrorKind::InvalidRequest { .. } => "invalid_request",
            ErrorKind::Http(problem) => match problem.status {
                401 => "authentication",
                403 => "permission",
                404 => "not_found",
                429 => "rate_limit",
                500.. => "server",
                _ => "http",
            },
            ErrorKind::Connection { .. } => "connection",
            ErrorKind::Token { .. } => "authentication",
            ErrorKind::Deadline { .. } => "deadline",
            ErrorKind::Aborted { .. } => "aborted",
            ErrorKind::Decode { .. } => "decode",
            ErrorKind::DialOutcomeUnknown { .. } => "dial_outcome_unknown",
            ErrorKind::DialPending { .. } => "dial_pending",
            ErrorKind::RedialGuard { .. } => "redial_guard",
        }
    }
}

/// What is said of an argument that was refused, in parts.
pub(crate) fn invalid_message<'a>(param: &'a str, problem: &'a str) -> [&'a str; 4] {
    ["`", param, "` ", problem]
}

/// Digits, without the formatting machinery that a page would have to download.
pub(crate) fn push_number(text: &mut String, number: u64) {
    if number > 9 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

impl Request {
    fn describe(&self, text: &mut String) {
        for part in &[&self.method, " ", &self.route] {
            text.push_str(part);
        }
    }
}

impl Problem {
    fn describe(&self, text: &mut String) {
        self.request.describe(text);
        text.push_str(" was answered with ");
        push_number(text, self.status.into());
        #[expect(clippy::manual_flatten, reason = "`flatten` is larger in the wasm")]
        for said in &[&self.title, &self.detail] {
            if let Some(said) = said {
                text.push_str(": ");
                // The sentences below bring their own full stop.
                text.push_str(utf8::trim_end(said, b'.'));
            }
        }
        text.push_str(match self.status {
            401 => ". Check the API key in the proxy, or the token.",
            403 => ". This user or key may not see it.",
            404 => ". Check the id, and `routes`: the vendor prints no paths.",
            429 => ". Too many requests: wait.",
            300..=399 => ". A redirect is not followed here: set `baseUrl` to where it leads.",
            _ => "",
        });
    }
}

impl Error {
    /// What happened and what to do, in words.
    pub fn message(&self) -> String {
        let mut text = String::new();
        self.describe(&mut text);
        text
    }

    fn describe(&self, text: &mut String) {
        let parts: &[&str] = match self.kind() {
            ErrorKind::InvalidRequest { param, problem } => &invalid_message(param, problem),
            ErrorKind::Http(problem) => return problem.describe(text),
            ErrorKind::Connection {
                request, detail, ..
            } => {
                request.describe(text);
                &[
                    " got no answer (",
                    detail,
                    "). Is the proxy up? Do CORS and `connect-src` allow it? The console says which.",
                ]
            }
            ErrorKind::Deadline {
                request,
                timeout_ms,
            } => {
                request.describe(text);
                text.push_str(" was not done within ");
                push_number(text, *timeout_ms as u64);
                &[" ms (`timeoutMs`)"]
            }
            ErrorKind::Aborted { .. } => &["aborted by the caller"],
            ErrorKind::Token { detail, .. } => &["The `token` function gave no token: ", detail],
            ErrorKind::Decode {
                path,
                expected,
                found,
            } => &[
                if path.is_empty() { "the answer" } else { path },
                ": expected ",
                expected,
                ", found ",
                // Enough to recognise it by, and not too much for a log.
                utf8::start(found, 80),
            ],
            ErrorKind::DialOutcomeUnknown {
                application_id,
                cause,
            } => {
                text.push_str("The candidate's phone may be ringing: the request for application ");
                text.push_str(application_id);
                text.push_str(" went out, but its outcome is not known (");
                cause.describe(text);
                &["). Do not call again; look with listScreeningResults({ application_id }) first."]
            }
            ErrorKind::DialPending { application_id } => &[
                "Application ",
                application_id,
                " is being called right now from another tab or client; nothing was sent",
            ],
            ErrorKind::RedialGuard {
                application_id,
                remaining_ms,
                ..
            } => {
                text.push_str("Application ");
                text.push_str(application_id);
                text.push_str(" was called, or may have been, a moment ago; nothing was sent. The guard holds for another ");
                push_number(text, (*remaining_ms / 1000.0) as u64 + 1);
                &[" s; to call all the same, pass this error's `redialToken` as `redial`."]
            }
        };
        for part in parts {
            text.push_str(part);
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self.kind() {
            ErrorKind::DialOutcomeUnknown { cause, .. } => Some(cause),
            _ => None,
        }
    }
}
