//! The queue of faults: which requests get a wrong answer, and which one.

use axum::http::Method;
use serde::Deserialize;
use serde_json::{Map, Value};

/// A fault as a test writes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    #[serde(default, rename = "match")]
    pub matching: Match,
    /// How many requests it applies to; 0: until the next reset.
    #[serde(default = "once")]
    pub times: u64,
    /// How many matching requests are answered normally first.
    #[serde(default)]
    pub after: u64,
    pub action: Value,
}

fn once() -> u64 {
    1
}

/// A field that is not set matches everything. A preflight matches only `"method": "OPTIONS"`;
/// otherwise the browser's preflight would use up a fault for the client's request.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Match {
    method: Option<String>,
    path_prefix: Option<String>,
    path_contains: Option<String>,
    query_contains: Option<String>,
    /// Whether the connection was used before.
    warm: Option<bool>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Action {
    /// As the test wrote it, for the log.
    #[serde(skip)]
    pub as_written: Value,

    /// Whether a dial rings before the fault. By default a refusal (a `status` of 300 or more, or a
    /// redirect) does not ring, and everything else does.
    pub place: Option<bool>,
    pub delay_ms: u64,

    pub status: Option<u16>,
    /// A string is sent unchanged, any other value as JSON.
    pub body: Option<Value>,
    pub raw_body: Option<String>,
    pub replace_json: Option<Value>,
    /// A JSON merge patch (RFC 7386) on the true answer.
    pub merge: Option<Value>,
    /// The same, on the items of a listing: `{"0": {…}, "3": {…}}`.
    pub merge_items: Option<Map<String, Value>>,
    pub no_content: bool,
    pub redirect: Option<Redirect>,
    pub content_type: Option<String>,
    /// A string, several strings, or null to remove a header.
    pub headers: Map<String, Value>,
    pub gzip: bool,
    /// The body is filled up with spaces to this many bytes.
    pub body_bytes: Option<u64>,
    /// Without a Content-Length.
    pub chunked: bool,

    pub stall: Option<Stall>,
    pub reset: Option<Reset>,
    pub cut_body: bool,
    /// After how many bytes of the body to stall, reset or cut. Default: in the middle.
    pub at_byte: Option<u64>,
    /// The speed of a body that arrives slowly.
    pub pace: Option<BodyPace>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    #[serde(default = "temporary")]
    pub status: u16,
    pub location: String,
}

fn temporary() -> u16 {
    307
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stall {
    Headers,
    Body,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reset {
    #[serde(alias = "on_receipt")]
    BeforeHeaders,
    AfterHeaders,
    MidBody,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyPace {
    pub bytes: u64,
    pub every_ms: u64,
}

impl Action {
    fn parse(written: &Value) -> Result<Self, String> {
        let mut action: Self =
            serde_json::from_value(written.clone()).map_err(|error| format!("action: {error}"))?;
        let statuses = [
            action.status,
            action.redirect.as_ref().map(|redirect| redirect.status),
        ];
        if statuses
            .into_iter()
            .flatten()
            .any(|status| !(200..=599).contains(&status))
        {
            return Err("action: a status must be from 200 to 599".to_owned());
        }
        action.as_written = written.clone();
        Ok(action)
    }

    pub fn places(&self) -> bool {
        let refused = self.redirect.is_some() || self.status.is_some_and(|status| status >= 300);
        self.place.unwrap_or(!refused)
    }
}

/// The properties of a request that a fault can match.
pub struct Seen<'a> {
    pub method: &'a Method,
    pub path: &'a str,
    pub query: &'a str,
    pub warm: bool,
}

impl Match {
    fn fits(&self, seen: &Seen) -> bool {
        let method = match &self.method {
            Some(method) => method.eq_ignore_ascii_case(seen.method.as_str()),
            None => seen.method != Method::OPTIONS,
        };
        method
            && self
                .path_prefix
                .as_ref()
                .is_none_or(|prefix| seen.path.starts_with(prefix))
            && self
                .path_contains
                .as_ref()
                .is_none_or(|part| seen.path.contains(part))
            && self
                .query_contains
                .as_ref()
                .is_none_or(|part| seen.query.contains(part))
            && self.warm.is_none_or(|warm| warm == seen.warm)
    }
}

struct Queued {
    fault: Fault,
    action: Action,
}

#[derive(Default)]
pub struct Faults {
    queue: Vec<Queued>,
}

impl Faults {
    /// Adds all of them, or none where one is invalid.
    pub fn add(&mut self, faults: Vec<Fault>) -> Result<usize, String> {
        let queued = faults.into_iter().enumerate().map(|(at, fault)| {
            let action =
                Action::parse(&fault.action).map_err(|error| format!("fault {at}: {error}"))?;
            Ok(Queued { fault, action })
        });
        let queued = queued.collect::<Result<Vec<_>, String>>()?;
        let added = queued.len();
        self.queue.extend(queued);
        Ok(added)
    }

    /// The action for a request: that of the first fault that matches and whose `after` is zero. A fault
    /// that has been used as often as wanted is removed.
    pub fn next_action(&mut self, seen: &Seen) -> Option<Action> {
        for at in 0..self.queue.len() {
            let Queued { fault, action } = &mut self.queue[at];
            if !fault.matching.fits(seen) {
                continue;
            }
            if fault.after > 0 {
                fault.after -= 1;
                continue;
            }
            let action = action.clone();
            match fault.times {
                0 => {}
                1 => drop(self.queue.remove(at)),
                _ => fault.times -= 1,
            }
            return Some(action);
        }
        None
    }

    pub fn clear(&mut self) {
        self.queue.clear();
    }

    /// The number of faults that are not used up.
    pub fn waiting(&self) -> usize {
        self.queue.len()
    }
}
