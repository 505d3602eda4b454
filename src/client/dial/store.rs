//! Where the last dials are remembered: in local storage, for other tabs and after a reload, and
//! in the page, where there is no storage. Ids and times, nothing else.

use js_sys::{Array, Map};
use wasm_bindgen::{JsCast, JsValue};

use super::guard::{DialRecord, Moment};
use crate::client::platform::{call_method, global};

const PREFIX: &str = "ninjahire-calls:dial:";

pub(crate) struct DialStore {
    /// By key: when this page first knew of a dial, by its own clock, and the record as text.
    memory: Map,
}

/// A dial, as this page knows it.
#[derive(Clone)]
pub(crate) struct KnownDial {
    /// When this page first knew of it, by its own clock.
    pub(crate) seen_ms: f64,
    pub(crate) record: DialRecord,
}

impl KnownDial {
    /// How long ago it was, in milliseconds.
    pub(crate) fn age_ms(&self, now: Moment) -> f64 {
        self.record.age_ms(self.seen_ms, now)
    }
}

fn key(application_id: &str) -> String {
    format!("{PREFIX}{application_id}")
}

/// Calls a method of local storage. There is none in workers and on servers, and a page may be
/// forbidden to use it.
fn storage(method: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    call_method(&global("localStorage"), method, arguments)
}

fn get(key: &str) -> Result<JsValue, JsValue> {
    storage("getItem", &Array::of1(&key.into()))
}

impl DialStore {
    pub(crate) fn new(memory: Map) -> Self {
        Self { memory }
    }

    /// Whether the dials of other tabs can be seen.
    pub(crate) fn sees_other_tabs(&self) -> bool {
        get(PREFIX).is_ok()
    }

    /// The youngest dial known for the application.
    pub(crate) fn last(&self, application_id: &str, now: Moment) -> Option<KnownDial> {
        let key = key(application_id);
        let remembered = self.remembered(&key);
        let stored = stored(&key).filter(|stored| {
            let known = remembered.as_ref();
            known.is_none_or(|known| known.record.token != stored.token)
        });
        let Some(record) = stored else {
            return remembered;
        };
        let mut stored = KnownDial {
            seen_ms: now.steady_ms,
            record,
        };
        if remembered
            .as_ref()
            .is_some_and(|known| known.age_ms(now) < stored.age_ms(now))
        {
            return remembered;
        }
        if stored.record.possible_age_ms(now).is_none() {
            // The clock was set back. From now on it guards for no longer than a fresh one, also
            // after a reload.
            stored.record.at = now;
            store(&key, &stored.record);
        }
        self.remember(&key, &stored);
        Some(stored)
    }

    /// Writes a dial of this page down. Storage that is full or forbidden is done without.
    pub(crate) fn set(&self, application_id: &str, record: DialRecord) {
        let key = key(application_id);
        store(&key, &record);
        let seen_ms = record.at.steady_ms;
        self.remember(&key, &KnownDial { seen_ms, record });
    }

    /// Takes back the dial with this token, which did not ring: `before` is the last one again.
    /// What another page has written since stays.
    pub(crate) fn release(&self, application_id: &str, token: &str, before: Option<&KnownDial>) {
        let key = key(application_id);
        let is_ours = |record: &DialRecord| record.token == token;
        if stored(&key).is_some_and(|stored| is_ours(&stored)) {
            match before {
                Some(before) => store(&key, &before.record),
                None => drop(storage("removeItem", &Array::of1(&key.as_str().into()))),
            }
        }
        let remembered = self.remembered(&key);
        if remembered.is_some_and(|known| is_ours(&known.record)) {
            match before {
                Some(before) => self.remember(&key, before),
                None => drop(self.memory.delete(&key.into())),
            }
        }
    }

    fn remembered(&self, key: &str) -> Option<KnownDial> {
        let known: Array = self.memory.get(&key.into()).dyn_into().ok()?;
        Some(KnownDial {
            seen_ms: known.get(0).as_f64()?,
            record: DialRecord::from_text(&known.get(1).as_string()?)?,
        })
    }

    fn remember(&self, key: &str, known: &KnownDial) {
        let text = known.record.to_text().into();
        let known = Array::of2(&known.seen_ms.into(), &text);
        self.memory.set(&key.into(), &known);
    }

    /// What must be let go of when the wasm instance dies; see [`super::lock`].
    pub(crate) fn memory(&self) -> &Map {
        &self.memory
    }
}

fn stored(key: &str) -> Option<DialRecord> {
    DialRecord::from_text(&get(key).ok()?.as_string()?)
}

fn store(key: &str, record: &DialRecord) {
    let text = record.to_text().into();
    let _ = storage("setItem", &Array::of2(&key.into(), &text));
}
