//! Stores the last dials: in local storage, for other tabs and after a reload, and in the page's
//! memory, where there is no storage. A record has ids and times, and nothing else.

use js_sys::{Array, Map};
use wasm_bindgen::{JsCast, JsValue};

use super::guard::{DialRecord, Moment};
use crate::client::platform::{call_method, global};

const PREFIX: &str = "ninjahire-calls:dial:";

pub(crate) struct DialStore {
    /// By key: when this page first saw a record, by its monotonic clock, and the record as text.
    memory: Map,
}

/// A dial's record, and since when this page knows it.
#[derive(Clone)]
pub(crate) struct KnownDial {
    /// When this page first saw the record, by its monotonic clock, in milliseconds.
    pub(crate) seen_ms: f64,
    pub(crate) record: DialRecord,
}

impl KnownDial {
    /// How long ago the dial was, in milliseconds.
    pub(crate) fn age_ms(&self, now: Moment) -> f64 {
        self.record.age_ms(self.seen_ms, now)
    }
}

fn storage_key(application_id: &str) -> String {
    format!("{PREFIX}{application_id}")
}

/// Calls a method of local storage. An error in workers and on servers, which have none, and where the
/// browser forbids it.
fn call_storage(method: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    call_method(&global("localStorage"), method, arguments)
}

fn get_item(key: &str) -> Result<JsValue, JsValue> {
    call_storage("getItem", &Array::of1(&key.into()))
}

impl DialStore {
    pub(crate) fn new(memory: Map) -> Self {
        Self { memory }
    }

    /// Whether the records of other tabs can be read.
    pub(crate) fn sees_other_tabs(&self) -> bool {
        get_item(PREFIX).is_ok()
    }

    /// The youngest dial known for the application.
    pub(crate) fn last(&self, application_id: &str, now: Moment) -> Option<KnownDial> {
        let key = storage_key(application_id);
        let remembered = self.remembered(&key);
        let stored = stored_record(&key).filter(|stored| {
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
            // The wall clock was set back. Dated to now, the record guards for no longer than a new
            // one, even after a reload.
            stored.record.at = now;
            store_record(&key, &stored.record);
        }
        self.remember(&key, &stored);
        Some(stored)
    }

    /// Stores a dial of this page. Where local storage is full or forbidden, only in memory.
    pub(crate) fn set(&self, application_id: &str, record: DialRecord) {
        let key = storage_key(application_id);
        store_record(&key, &record);
        let seen_ms = record.at.steady_ms;
        self.remember(&key, &KnownDial { seen_ms, record });
    }

    /// Withdraws the dial with this token, which did not ring: `before` becomes the last dial
    /// again. A record that another page has written since stays.
    pub(crate) fn withdraw(&self, application_id: &str, token: &str, before: Option<&KnownDial>) {
        let key = storage_key(application_id);
        let is_ours = |record: &DialRecord| record.token == token;
        if stored_record(&key).is_some_and(|stored| is_ours(&stored)) {
            match before {
                Some(before) => store_record(&key, &before.record),
                None => drop(call_storage(
                    "removeItem",
                    &Array::of1(&key.as_str().into()),
                )),
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

    /// The map that also has the functions that release locks; see [`super::lock`].
    pub(crate) fn memory(&self) -> &Map {
        &self.memory
    }
}

fn stored_record(key: &str) -> Option<DialRecord> {
    DialRecord::from_text(&get_item(key).ok()?.as_string()?)
}

fn store_record(key: &str, record: &DialRecord) {
    let text = record.to_text().into();
    let _ = call_storage("setItem", &Array::of2(&key.into(), &text));
}
