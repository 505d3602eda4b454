//! Where the last dials are remembered: in local storage, for other tabs and after a reload, and
//! in the page, where there is no storage. Ids and times, nothing else.

use js_sys::Map;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

use super::guard::DialRecord;
use crate::client::platform::global;

const PREFIX: &str = "ninjahire-calls:dial:";

pub(crate) struct DialStore {
    memory: Map,
}

fn key(application_id: &str) -> String {
    format!("{PREFIX}{application_id}")
}

/// `None` in workers and on servers, and where the page may not store anything.
fn storage() -> Option<Storage> {
    let storage = global("localStorage");
    (!storage.is_falsy()).then(|| storage.unchecked_into())
}

impl DialStore {
    pub(crate) fn new(memory: Map) -> Self {
        Self { memory }
    }

    /// The newest dial known for the application.
    pub(crate) fn last(&self, application_id: &str) -> Option<DialRecord> {
        let key = key(application_id);
        let remembered = self.memory.get(&JsValue::from_str(&key)).as_string();
        let stored = storage().and_then(|storage| storage.get_item(&key).ok()?);
        let read = |text: Option<String>| DialRecord::from_text(&text?);
        match (read(remembered), read(stored)) {
            (Some(a), Some(b)) => Some(if a.at_ms > b.at_ms { a } else { b }),
            (a, b) => a.or(b),
        }
    }

    /// Remembers a dial, or forgets it. Storage that is full or forbidden is done without.
    pub(crate) fn set(&self, application_id: &str, record: Option<&DialRecord>) {
        let key = key(application_id);
        match record {
            Some(record) => {
                let text = record.to_text();
                self.memory
                    .set(&JsValue::from_str(&key), &JsValue::from_str(&text));
                let _ = storage().map(|storage| storage.set_item(&key, &text));
            }
            None => {
                self.memory.delete(&JsValue::from_str(&key));
                let _ = storage().map(|storage| storage.remove_item(&key));
            }
        }
    }

    /// What must be let go of when the wasm instance dies; see [`super::lock`].
    pub(crate) fn memory(&self) -> &Map {
        &self.memory
    }
}
