//! Every option, declared once: its name, its default, and what it is for. The TypeScript types are
//! made from these structs.

use serde::{Deserialize, Deserializer};

use super::callback::{Fetch, Listener, Signal, TokenSource};
use crate::api::{Bytes, DEFAULT_BASE_URL, Flag, Json, Millis, Text, Times};

/// A client's settings.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(default, rename_all = "camelCase")]
pub struct ClientOptions {
    /// Where requests go: your proxy (`/api/ninjahire`), which holds the key. Default: the vendor,
    /// `https://api.ninjahire.co`.
    pub base_url: Text,
    /// Gives a token for *your proxy*; called once per need. Without it, cookies speak for the user.
    #[cfg_attr(feature = "typescript", tsify(type = "() => string | Promise<string>"))]
    pub token: Option<TokenSource>,
    /// The vendor's API key, for servers and scripts. It cannot be read back.
    pub api_key: Option<Text>,
    /// Lets `apiKey` be used in a browser, where everyone who opens the page can read it. Default
    /// `false`.
    pub dangerously_allow_browser: Flag,
    /// The vendor prints no paths: the defaults are an assumption, and can be overridden here.
    #[cfg_attr(feature = "typescript", tsify(type = "Routes"))]
    pub routes: Option<Json>,
    /// Called instead of the global `fetch`.
    #[cfg_attr(
        feature = "typescript",
        tsify(type = "(request: Request) => Promise<Response>")
    )]
    pub fetch: Option<Fetch>,
    /// Whether cookies go along. Default: the browser's, which is `same-origin`.
    pub credentials: Option<Credentials>,
    /// Headers to add to every request, by name.
    #[cfg_attr(feature = "typescript", tsify(type = "Record<string, string>"))]
    pub headers: Option<Json>,
    /// The time allowed for one method call, in milliseconds: the token, every attempt and wait,
    /// and the whole answer. Default 30,000.
    pub timeout_ms: Millis,
    /// How often a read is tried again; a dial never is. Default 2.
    pub retries: Times,
    /// The longest `Retry-After` that is waited out, in milliseconds. Default 60,000.
    pub max_retry_after_ms: Millis,
    /// The longest answer that is read, in bytes. Default 64 MiB.
    pub max_response_bytes: Bytes,
    /// How long after a dial another one for the same application is refused, in milliseconds; 0
    /// turns the guard off. Default 60,000.
    pub redial_guard_ms: Millis,
    /// Whether dials carry an `Idempotency-Key`. Default: to a proxy yes, to the vendor no.
    pub idempotency_key: Option<Flag>,
    /// Throw at the first field that is not as the vendor's page promises, instead of reporting it
    /// in `decode_issues`. Default `false`.
    pub strict: Flag,
    /// Called at every step, without key, ids or a word of a call. What it throws is ignored.
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

/// The endpoints' templates: a method, a space, and a path or query with the placeholder.
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
    /// Never.
    Omit,
    /// To the page's own origin.
    SameOrigin,
    /// To any origin.
    Include,
}

impl<'de> Deserialize<'de> for Credentials {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        one_of(
            deserializer,
            &[
                ("omit", Self::Omit),
                ("same-origin", Self::SameOrigin),
                ("include", Self::Include),
            ],
        )
    }
}

/// What one read may differ in from its client's settings.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(default, rename_all = "camelCase")]
pub struct ReadOptions {
    /// Ends it at once; it then rejects with the signal's own reason.
    #[cfg_attr(feature = "typescript", tsify(type = "AbortSignal"))]
    pub signal: Option<Signal>,
    /// The time allowed, in milliseconds.
    pub timeout_ms: Option<Millis>,
    /// How often it is tried again.
    pub retries: Option<Times>,
    /// The longest `Retry-After` that is waited out, in milliseconds.
    pub max_retry_after_ms: Option<Millis>,
    /// Throw at the first field that is not as the vendor's page promises.
    pub strict: Option<Flag>,
}

/// What one dial may differ in from its client's settings.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(default, rename_all = "camelCase")]
pub struct DialOptions {
    /// Ends the wait at once. A request that is on its way is left alone: taking it back does not
    /// keep a phone from ringing.
    #[cfg_attr(feature = "typescript", tsify(type = "AbortSignal"))]
    pub signal: Option<Signal>,
    /// The time allowed, in milliseconds.
    pub timeout_ms: Option<Millis>,
    /// The `redialToken` of a `RedialGuardError`: says that a second call is meant.
    pub redial: Option<Text>,
}

/// How a call is followed.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(default, rename_all = "camelCase")]
pub struct WatchOptions {
    /// Ends it at once; it then rejects with the signal's own reason.
    #[cfg_attr(feature = "typescript", tsify(type = "AbortSignal"))]
    pub signal: Option<Signal>,
    /// The time allowed in all, in milliseconds, time asleep included. Default 30 minutes.
    pub timeout_ms: Millis,
    /// `"ended"` (default): the call is over. `"assessed"`: it has a score or a summary too, or it
    /// failed.
    pub until: Until,
    /// The shortest time between two polls, in milliseconds. Default 1,000.
    pub min_interval_ms: Millis,
    /// The longest time between two polls, in milliseconds. Default 10,000.
    pub max_interval_ms: Millis,
    /// How long from the start a call that is not found counts as not there yet, in milliseconds.
    /// Default 30,000.
    pub not_found_grace_ms: Millis,
    /// How long there may be no answer before an update says so (`stale`), in milliseconds. Default
    /// 5,000.
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

/// What a followed call is waited for.
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
        one_of(
            deserializer,
            &[("ended", Self::Ended), ("assessed", Self::Assessed)],
        )
    }
}

/// What requests are made from that are sent by other means.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(default, rename_all = "camelCase")]
pub struct RequestsOptions {
    /// As a client's.
    pub base_url: Text,
    /// As a client's.
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

/// Reads one of a few words. serde's own error would contain the value.
fn one_of<'de, D: Deserializer<'de>, T: Copy>(
    deserializer: D,
    words: &[(&str, T)],
) -> Result<T, D::Error> {
    let given = Text::deserialize(deserializer).ok();
    let found = given.and_then(|given| words.iter().find(|(word, _)| given == *word));
    found.map(|(_, value)| *value).ok_or_else(|| {
        let words: Vec<_> = words
            .iter()
            .map(|(word, _)| format!("\"{word}\""))
            .collect();
        serde::de::Error::custom(words.join(" or "))
    })
}
