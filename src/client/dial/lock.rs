//! A lock per application, across all tabs and clients of an origin: one dial at a time.

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

/// How long to wait until the browser grants or refuses a lock, in milliseconds.
const GRANT_MS: f64 = 2_000.0;

/// How long to wait until the browser has released a lock, in milliseconds.
const RELEASE_MS: f64 = 1_000.0;

/// A lock that lasts as long as its dial. The function that releases it is in `held`, outside of
/// the wasm instance. So the page can release the lock after the instance has crashed.
pub(crate) struct DialLock {
    name: JsValue,
    held: Map,
    /// Settles when the browser has released the lock.
    is_released: Option<Promise>,
    /// Whether the browser has Web Locks, but did not answer in time whether this one is free.
    pub(crate) is_unanswered: bool,
}

/// The browser's answer to a request for a lock.
enum Grant {
    Granted,
    Refused,
    Unanswered,
}

impl DialLock {
    /// `None` where another dial has the lock. `held` finds the other dials of this page, Web Locks
    /// those of other tabs. In a browser without Web Locks only `held` counts.
    pub(crate) async fn acquire(application_id: &str, held: &Map) -> Option<Self> {
        let name = JsValue::from_str(&format!("{PREFIX}{application_id}"));
        if held.has(&name) {
            return None;
        }
        held.set(&name, &JsValue::NULL);
        let mut lock = Self {
            name,
            held: held.clone(),
            is_released: None,
            is_unanswered: false,
        };
        match lock.request_web_lock().await {
            Ok(Grant::Refused) => None,
            Ok(Grant::Unanswered) => {
                lock.is_unanswered = true;
                Some(lock)
            }
            // Granted; or an error, because Web Locks are missing or forbidden here.
            _ => Some(lock),
        }
    }

    /// Releases the lock, and waits until the next dial can have it, for at most a second. A
    /// confirmed redial may follow at once.
    pub(crate) async fn release(mut self) {
        let is_released = self.is_released.take();
        drop(self);
        if let Some(is_released) = is_released {
            settled_within(is_released, RELEASE_MS).await;
        }
    }

    /// Requests the Web Lock. An error where the browser has no Web Locks.
    async fn request_web_lock(&mut self) -> Result<Grant, JsValue> {
        let locks = property(&global("navigator"), "locks");
        let (released, release) = resolvable();
        let (granted, grant) = resolvable();
        let held = (self.held.clone(), self.name.clone());
        let is_late = Rc::new(Cell::new(false));
        // The browser may call it long after this dial, so JavaScript owns it.
        let callback: Closure<dyn Fn(JsValue) -> JsValue> = Closure::new({
            let is_late = is_late.clone();
            move |lock: JsValue| {
                let is_granted = !lock.is_null();
                call(&grant, &is_granted.into());
                // A lock that comes too late is released at once, because no dial waits for it.
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
        // `requested` settles when the lock is released, or with an error at once. So `granted` says
        // when the lock is granted.
        let answered = Promise::race(&Array::of2(&granted, &requested));
        let answer = settled_within(answered, GRANT_MS).await.transpose()?;
        match answer.and_then(|granted| granted.as_bool()) {
            Some(true) => {
                self.is_released = Some(requested);
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

/// A promise, and the function that resolves it.
fn resolvable() -> (Promise, Function) {
    let mut resolve = JsValue::UNDEFINED;
    let promise = Promise::new(&mut |resolves, _| resolve = resolves.into());
    (promise, resolve.unchecked_into())
}

/// The outcome of a promise; `None` where it does not settle within so many milliseconds.
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
