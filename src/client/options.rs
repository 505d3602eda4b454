//! Every option, declared once, with its name, default and documentation. The build derives the
//! TypeScript types from these structs.

use serde::{Deserialize, Deserializer};

use super::callback::{Fetch, Listener, Signal, TokenSource};
use crate::api::{Bytes, DEFAULT_BASE_URL, Flag, Json, Millis, Text, Times};

/// A client's settings.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(default, rename_all = "camelCase")]
pub struct ClientOptions {
    /// The URL of the API: of your proxy (`/api/ninjahire`), which has the key. Default: the vendor's,
    /// `https://api.ninjahire.co`.
    pub base_url: Text,
    /// Returns a token for *your proxy*. It is called for every request. Without it, the browser's
    /// cookies identify the user.
    #[cfg_attr(feature = "typescript", tsify(type = "() => string | Promise<string>"))]
    pub token: Option<TokenSource>,
    /// The vendor's API key, for servers and scripts. The client never returns it.
    pub api_key: Option<Text>,
    /// Allows an `apiKey` in a browser, where everyone who opens the page can read it. Default `false`.
    pub dangerously_allow_browser: Flag,
    /// Templates that override the default routes, which are an assumption: the vendor documents no
    /// paths.
    #[cfg_attr(feature = "typescript", tsify(type = "Routes"))]
    pub routes: Option<Json>,
    /// Called instead of the global `fetch`.
    #[cfg_attr(
        feature = "typescript",
        tsify(type = "(request: Request) => Promise<Response>")
    )]
    pub fetch: Option<Fetch>,
    /// Whether requests have cookies. Default: the browser's, which is `same-origin`.
    pub credentials: Option<Credentials>,
    /// Headers to add to every request, by name.
    #[cfg_attr(feature = "typescript", tsify(type = "Record<string, string>"))]
    pub headers: Option<Json>,
    /// The time allowed for one method call, in milliseconds. It includes the token, every attempt
    /// and wait, and the whole answer. Default 30,000.
    pub timeout_ms: Millis,
    /// How often a failed read is retried. A dial is never retried. Default 2.
    pub retries: Times,
    /// The longest `Retry-After` that the client waits for, in milliseconds. After a longer one the read
    /// fails at once. Default 60,000.
    pub max_retry_after_ms: Millis,
    /// The size of the longest answer, in bytes. A longer one is a `DecodeError`. Default 64 MiB.
    pub max_response_bytes: Bytes,
    /// How long after a dial the client refuses another one for the same application, in
    /// milliseconds. 0 turns this guard off. Default 60,000.
    pub redial_guard_ms: Millis,
    /// Whether dials have an `Idempotency-Key` header. Default: to a proxy yes, to the vendor no.
    pub idempotency_key: Option<Flag>,
    /// Whether the first field that is not as the vendor's page promises is an error, instead of an
    /// entry in `decode_issues`. Default `false`.
    pub strict: Flag,
    /// Called at every step, with an event that contains no key, no id and no text of a call. Exceptions
    /// that it throws are ignored.
    #[cfg_attr(feature = "typescript", tsify(type = "(event: ClientEvent) => void"))]
    pub on_event: Option<Listener>,
}

impl Default for ClientOptions {
    fn default() -> Self {
        Self {
            base_url: DEFAULT_BASE_URL.into(),
            token: None,
            api_key: None,
            dangerously_allow_browser: Flag(false),
            routes: None,
            fetch: None,
            credentials: None,
            headers: None,
            timeout_ms: Millis(30_000.0),
            retries: Times(2),
            max_retry_after_ms: Millis(60_000.0),
            max_response_bytes: Bytes(64.0 * 1024.0 * 1024.0),
            redial_guard_ms: Millis(60_000.0),
            idempotency_key: None,
            strict: Flag(false),
            on_event: None,
        }
    }
}

/// The endpoints' route templates: a method, a space, and a path or query with the placeholder.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(rename = "Routes"))]
#[serde(default, rename_all = "camelCase")]
pub struct RouteOptions {
    /// Default: `POST /applications/{application_id}/instant-call`.
    pub instant_call: Option<Text>,
    /// Default: `GET /calls/{call_id}`.
    pub call_details: Option<Text>,
    /// Default: `GET /calls`.
    pub screening_results: Option<Text>,
}

/// Whether a request carries cookies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(
    feature = "typescript",
    derive(tsify::Tsify),
    serde(rename_all = "kebab-case")
)]
pub enum Credentials {
    /// To no origin.
    Omit,
    /// To the page's own origin.
    SameOrigin,
    /// To any origin.
    Include,
}

impl<'de> Deserialize<'de> for Credentials {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_choice(
            deserializer,
            &[
                ("omit", Self::Omit),
                ("same-origin", Self::SameOrigin),
                ("include", Self::Include),
            ],
        )
    }
}

/// Options of one read. One that is not set is as the client's.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(default, rename_all = "camelCase")]
pub struct ReadOptions {
    /// Aborts it at once. The promise then rejects with the signal's reason.
    #[cfg_attr(feature = "typescript", tsify(type = "AbortSignal"))]
    pub signal: Option<Signal>,
    /// The time allowed for the method call, in milliseconds.
    pub timeout_ms: Option<Millis>,
    /// How often the read is retried.
    pub retries: Option<Times>,
    /// The longest `Retry-After` that the client waits for, in milliseconds.
    pub max_retry_after_ms: Option<Millis>,
    /// Whether the first field that is not as the vendor's page promises is an error.
    pub strict: Option<Flag>,
}

/// Options of one dial. One that is not set is as the client's.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(default, rename_all = "camelCase")]
pub struct DialOptions {
    /// Ends the wait at once. A request that is already sent is not aborted: that would not keep a
    /// phone from ringing.
    #[cfg_attr(feature = "typescript", tsify(type = "AbortSignal"))]
    pub signal: Option<Signal>,
    /// The time allowed for the method call, in milliseconds.
    pub timeout_ms: Option<Millis>,
    /// The `redialToken` of a `RedialGuardError`: confirms that a second call is intended.
    pub redial: Option<Text>,
}

/// Options of following a call.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(default, rename_all = "camelCase")]
pub struct WatchOptions {
    /// Aborts it at once. The promise then rejects with the signal's reason.
    #[cfg_attr(feature = "typescript", tsify(type = "AbortSignal"))]
    pub signal: Option<Signal>,
    /// The time allowed for the whole watch, in milliseconds. The time that the machine sleeps counts.
    /// Default 30 minutes.
    pub timeout_ms: Millis,
    /// When the watch ends. `"ended"` (default): the call is over. `"assessed"`: it also has a
    /// score or a summary, or it failed.
    pub until: Until,
    /// The shortest time between two polls, in milliseconds. Default 1,000.
    pub min_interval_ms: Millis,
    /// The longest time between two polls, in milliseconds. Default 10,000.
    pub max_interval_ms: Millis,
    /// How long from the start a 404 means that the call does not exist yet, in milliseconds. Later
    /// it is an error. Default 30,000.
    pub not_found_grace_ms: Millis,
    /// How long the service may not answer before an update reports it (`stale`), in milliseconds.
    /// Default 5,000.
    pub stale_after_ms: Millis,
}

impl Default for WatchOptions {
    fn default() -> Self {
        Self {
            signal: None,
            timeout_ms: Millis(30.0 * 60_000.0),
            until: Until::Ended,
            min_interval_ms: Millis(1_000.0),
            max_interval_ms: Millis(10_000.0),
            not_found_grace_ms: Millis(30_000.0),
            stale_after_ms: Millis(5_000.0),
        }
    }
}

/// When the following of a call ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(
    feature = "typescript",
    derive(tsify::Tsify),
    serde(rename_all = "camelCase")
)]
pub enum Until {
    /// The call has ended, well or not.
    #[default]
    Ended,
    /// The call has failed, or it has ended and has a score or a summary.
    Assessed,
}

impl<'de> Deserialize<'de> for Until {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parse_choice(
            deserializer,
            &[("ended", Self::Ended), ("assessed", Self::Assessed)],
        )
    }
}

/// Options for requests that the caller sends.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(default, rename_all = "camelCase")]
pub struct RequestsOptions {
    /// The same as a client's `baseUrl`.
    pub base_url: Text,
    /// The same as a client's `routes`.
    #[cfg_attr(feature = "typescript", tsify(type = "Routes"))]
    pub routes: Option<Json>,
}

impl Default for RequestsOptions {
    fn default() -> Self {
        Self {
            base_url: DEFAULT_BASE_URL.into(),
            routes: None,
        }
    }
}

/// Reads one of a few strings. serde's error for a derived enum would contain the value.
fn parse_choice<'de, D: Deserializer<'de>, T: Copy>(
    deserializer: D,
    choices: &[(&str, T)],
) -> Result<T, D::Error> {
    let given = Text::deserialize(deserializer).ok();
    let found = given.and_then(|given| choices.iter().find(|(choice, _)| given == *choice));
    found.map(|(_, value)| *value).ok_or_else(|| {
        let choices: Vec<_> = choices
            .iter()
            .map(|(choice, _)| format!("\"{choice}\""))
            .collect();
        serde::de::Error::custom(choices.join(" or "))
    })
}
