//! One dial for an application at a time, over all tabs and clients of an origin.

use std::cell::Cell;
use std::pin::pin;
use std::rc::Rc;

use futures_util::future::{Either, select};
use js_sys::{Array, Function, Map, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::client::platform::{call, call_method, global, property};
use crate::client::scope::sleep;

const PREFIX: &str = "ninjahire-calls:lock:";

/// How long the browser has to grant a lock or to refuse it, in milliseconds.
const GRANT_MS: f64 = 2_000.0;

/// How long the browser has to take a lock back, in milliseconds.
const RETURN_MS: f64 = 1_000.0;

/// A lock that lasts as long as its dial. The function that releases it is in `held`, outside of the wasm
/// instance, so that the page can release the lock after the instance has died.
pub(crate) struct DialLock {
    name: JsValue,
    held: Map,
    /// Settles when the browser has taken the lock back.
    returned: Option<Promise>,
    /// Whether the browser had locks, and did not say in time whether this one is free.
    pub(crate) is_unanswered: bool,
}

/// What the browser says to a request for a lock.
enum Grant {
    Granted,
    Refused,
    Unanswered,
}

impl DialLock {
    /// `None` if another dial has the lock. `held` excludes dials of this page, Web Locks those of other
    /// tabs. A browser without Web Locks has `held` only.
    pub(crate) async fn acquire(application_id: &str, held: &Map) -> Option<Self> {
        let name = JsValue::from_str(&format!("{PREFIX}{application_id}"));
        if held.has(&name) {
            return None;
        }
        held.set(&name, &JsValue::NULL);
        let mut lock = Self {
            name,
            held: held.clone(),
            returned: None,
            is_unanswered: false,
        };
        match lock.web_lock().await {
            Ok(Grant::Refused) => None,
            Ok(Grant::Unanswered) => {
                lock.is_unanswered = true;
                Some(lock)
            }
            // Granted; or no Web Locks here, or not for this origin.
            _ => Some(lock),
        }
    }

    /// Lets go of it, and waits until the next dial can have it, within reason: a confirmed redial
    /// may follow at once.
    pub(crate) async fn release(mut self) {
        let returned = self.returned.take();
        drop(self);
        if let Some(returned) = returned {
            settled_within(returned, RETURN_MS).await;
        }
    }

    /// Asks for the lock; an error where the browser has none to give.
    async fn web_lock(&mut self) -> Result<Grant, JsValue> {
        let locks = property(&global("navigator"), "locks");
        let (released, release) = resolvable();
        let (granted, grant) = resolvable();
        let held = (self.held.clone(), self.name.clone());
        let is_late = Rc::new(Cell::new(false));
        // It may be called long after this dial, and lives until then.
        let callback: Closure<dyn Fn(JsValue) -> JsValue> = Closure::new({
            let is_late = is_late.clone();
            move |lock: JsValue| {
                let is_granted = !lock.is_null();
                call(&grant, &is_granted.into());
                // Nobody waits for a lock that comes too late: it goes back at once.
                if !is_granted || is_late.get() {
                    return JsValue::UNDEFINED;
                }
                held.0.set(&held.1, &release);
                released.clone().into()
            }
        });
        let options = Object::new();
        Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE)?;
        let arguments = Array::of3(&self.name, &options, &callback.into_js_value());
        let requested = Promise::resolve(&call_method(&locks, "request", &arguments)?);
        // The request itself ends when the lock is released, or with an error at once.
        let answered = Promise::race(&Array::of2(&granted, &requested));
        let answer = settled_within(answered, GRANT_MS).await.transpose()?;
        match answer.and_then(|granted| granted.as_bool()) {
            Some(true) => {
                self.returned = Some(requested);
                Ok(Grant::Granted)
            }
            Some(false) => Ok(Grant::Refused),
            None => {
                is_late.set(true);
                Ok(Grant::Unanswered)
            }
        }
    }
}

/// A promise, and what resolves it.
fn resolvable() -> (Promise, Function) {
    let mut resolve = JsValue::UNDEFINED;
    let promise = Promise::new(&mut |resolves, _| resolve = resolves.into());
    (promise, resolve.unchecked_into())
}

/// What becomes of a promise within so many milliseconds.
async fn settled_within(promise: Promise, ms: f64) -> Option<Result<JsValue, JsValue>> {
    match select(JsFuture::from(promise), pin!(sleep(ms))).await {
        Either::Left((settled, _)) => Some(settled),
        Either::Right(_) => None,
    }
}

impl Drop for DialLock {
    fn drop(&mut self) {
        let release = self.held.get(&self.name);
        self.held.delete(&self.name);
        if let Some(release) = release.dyn_ref::<Function>() {
            call(release, &JsValue::UNDEFINED);
        }
    }
}
