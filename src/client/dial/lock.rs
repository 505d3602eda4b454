//! One dial for an application at a time, over all tabs and clients of an origin.

use std::pin::pin;

use futures_channel::oneshot;
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

/// Held while a dial is on its way. The way to let go of it is kept in `held`, outside of the
/// wasm instance, so that the page can still do that when the instance has died.
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
    /// `None` where somebody else holds it. `held` stands in for Web Locks within this page, and
    /// where there are none is all there is.
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
            let returned = pin!(JsFuture::from(returned));
            select(returned, pin!(sleep(RETURN_MS))).await;
        }
    }

    /// Asks for the lock; an error where the browser has none to give.
    async fn web_lock(&mut self) -> Result<Grant, JsValue> {
        let locks = property(&global("navigator"), "locks");
        let mut release = JsValue::UNDEFINED;
        let released = Promise::new(&mut |resolve, _| release = resolve.into());
        let (grant, granted) = oneshot::channel();
        let held = (self.held.clone(), self.name.clone());
        // It may be called long after this dial, and lives until then.
        let callback = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            // Nobody waits for a lock that comes too late: it goes back at once.
            let is_granted = !lock.is_null();
            if grant.send(is_granted).is_err() || !is_granted {
                return JsValue::UNDEFINED;
            }
            held.0.set(&held.1, &release);
            released.into()
        });
        let options = Object::new();
        Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE)?;
        let arguments = Array::of3(&self.name, &options, &callback);
        let requested = Promise::resolve(&call_method(&locks, "request", &arguments)?);
        // The request itself ends when the lock is released, or at once where it is refused.
        let ended = JsFuture::from(requested.clone());
        let answer = select(granted, ended);
        let is_granted = match select(answer, pin!(sleep(GRANT_MS))).await {
            Either::Left((Either::Left((granted, _)), _)) => granted.unwrap_or(false),
            Either::Left((Either::Right((ended, mut granted)), _)) => {
                ended?;
                match granted.try_recv() {
                    Ok(Some(is_granted)) => is_granted,
                    _ => return Ok(Grant::Unanswered),
                }
            }
            Either::Right(_) => return Ok(Grant::Unanswered),
        };
        if !is_granted {
            return Ok(Grant::Refused);
        }
        self.returned = Some(requested);
        Ok(Grant::Granted)
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
