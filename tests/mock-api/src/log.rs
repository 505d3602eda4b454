//! The log: every request whose head was read, and its outcome.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Instant;

use axum::http::{HeaderMap, HeaderValue, Method, Uri};
use serde::Serialize;
use serde_json::{Value, json};

/// Enough for any test, and bounded for a demo that runs for weeks.
const KEPT: usize = 50_000;

/// The number of a request, for the handler that places a call.
#[derive(Clone, Copy, Debug)]
pub struct RequestNumber(pub u64);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The answer is not yet complete.
    Pending,
    /// The whole answer was written to the connection.
    Sent,
    /// The connection ended first: the client closed it, or a fault cut it.
    Dropped,
}

#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    pub n: u64,
    /// The time since the mock was started.
    pub at_ms: u64,
    pub method: String,
    pub path: String,
    pub query: Option<String>,
    /// Several values of one name are joined with ", ".
    pub headers: BTreeMap<String, String>,
    pub connection: Option<u64>,
    pub request_on_connection: Option<u64>,
    pub status: Option<u16>,
    pub outcome: Outcome,
    /// The action of the fault that was applied.
    pub fault: Option<Value>,
    /// The id of the call that this request placed.
    pub placed: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Placed {
    pub call_id: String,
    pub application_id: String,
    pub idempotency_key: Option<String>,
    pub request: Option<u64>,
}

pub struct Log {
    started: Instant,
    next: u64,
    entries: VecDeque<Entry>,
    counts: Counts,
    placed: Vec<Placed>,
}

#[derive(Clone, Debug, Default)]
struct Counts {
    instant_calls_received: u64,
    details: u64,
    listings: u64,
    recordings: u64,
    preflights: u64,
    other: u64,
    received_by_application: BTreeMap<String, u64>,
    connections: BTreeSet<u64>,
}

impl Default for Log {
    fn default() -> Self {
        Self {
            started: Instant::now(),
            next: 1,
            entries: VecDeque::new(),
            counts: Counts::default(),
            placed: Vec::new(),
        }
    }
}

/// The application of a dial; `None` for other requests.
pub fn dialled(method: &Method, path: &str) -> Option<String> {
    let id = path
        .strip_prefix("/applications/")?
        .strip_suffix("/instant-call")?;
    (method == Method::POST && !id.is_empty() && !id.contains('/')).then(|| id.to_owned())
}

pub fn text(value: &HeaderValue) -> String {
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}

impl Log {
    pub fn received(
        &mut self,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
        connection: Option<(u64, u64)>,
    ) -> RequestNumber {
        let n = self.next;
        self.next += 1;
        self.counts.add(method, uri.path());
        self.counts.connections.extend(connection.map(|(id, _)| id));
        let mut written: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in headers {
            let all = written.entry(name.as_str().to_owned()).or_default();
            if !all.is_empty() {
                all.push_str(", ");
            }
            all.push_str(&text(value));
        }
        if self.entries.len() == KEPT {
            self.entries.pop_front();
        }
        self.entries.push_back(Entry {
            n,
            at_ms: self.started.elapsed().as_millis() as u64,
            method: method.to_string(),
            path: uri.path().to_owned(),
            query: uri.query().map(str::to_owned),
            headers: written,
            connection: connection.map(|(id, _)| id),
            request_on_connection: connection.map(|(_, request)| request),
            status: None,
            outcome: Outcome::Pending,
            fault: None,
            placed: None,
        });
        RequestNumber(n)
    }

    /// Does nothing where the log was reset meanwhile.
    pub fn note(&mut self, number: RequestNumber, change: impl FnOnce(&mut Entry)) {
        let first = self.entries.front().map_or(0, |entry| entry.n);
        let at = number
            .0
            .checked_sub(first)
            .and_then(|at| usize::try_from(at).ok());
        if let Some(entry) = at.and_then(|at| self.entries.get_mut(at)) {
            change(entry);
        }
    }

    pub fn placed(&mut self, placed: Placed) {
        if let Some(request) = placed.request {
            let call_id = placed.call_id.clone();
            self.note(RequestNumber(request), |entry| entry.placed = Some(call_id));
        }
        self.placed.push(placed);
    }

    pub fn reset(&mut self) {
        self.entries.clear();
        self.placed.clear();
        self.counts = Counts::default();
    }

    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    pub fn calls_placed(&self) -> &[Placed] {
        &self.placed
    }

    /// The counts of one application, or of all.
    pub fn counts(&self, application: Option<&str>) -> Value {
        let counts = &self.counts;
        let placed: Vec<_> = self
            .placed
            .iter()
            .filter(|placed| application.is_none_or(|wanted| placed.application_id == wanted))
            .collect();
        let tally = |keys: &mut dyn Iterator<Item = &String>| {
            let mut tally: BTreeMap<String, u64> = BTreeMap::new();
            for key in keys {
                *tally.entry(key.clone()).or_default() += 1;
            }
            tally
        };
        json!({
            "instant_calls_received": match application {
                None => counts.instant_calls_received,
                Some(id) => counts.received_by_application.get(id).copied().unwrap_or(0),
            },
            "calls_placed": placed.len(),
            "by_application": tally(&mut placed.iter().map(|placed| &placed.application_id)),
            "by_idempotency_key":
                tally(&mut placed.iter().filter_map(|placed| placed.idempotency_key.as_ref())),
            "received_by_application": counts.received_by_application,
            "details": counts.details,
            "listings": counts.listings,
            "recordings": counts.recordings,
            "preflights": counts.preflights,
            "other": counts.other,
            "connections": counts.connections.len(),
        })
    }
}

impl Counts {
    fn add(&mut self, method: &Method, path: &str) {
        let get = method == Method::GET;
        if let Some(application) = dialled(method, path) {
            self.instant_calls_received += 1;
            *self.received_by_application.entry(application).or_default() += 1;
        } else if method == Method::OPTIONS {
            self.preflights += 1;
        } else if get && (path == "/call" || path.starts_with("/calls/")) {
            self.details += 1;
        } else if get && path == "/calls" {
            self.listings += 1;
        } else if path.starts_with("/recordings/") {
            self.recordings += 1;
        } else {
            self.other += 1;
        }
    }
}
