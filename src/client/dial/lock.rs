//! One dial for an application at a time, over all tabs and clients of an origin.

use futures_channel::oneshot;
use futures_util::future::{Either, select};
use js_sys::{Array, Function, Map, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::client::platform::{call, call_method, global, property};

const PREFIX: &str = "ninjahire-calls:lock:";

/// Held while a dial is on its way. The way to let go of it is kept in `held`, outside of the
/// wasm instance, so that the page can still do that when the instance has died.
pub(crate) struct DialLock {
    name: JsValue,
    held: Map,
    /// Settles when the browser has taken the lock back.
    returned: Option<Promise>,
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
        };
        match lock.web_lock().await {
            // No Web Locks here, or not for this origin.
            Err(_) => Some(lock),
            Ok(granted) => granted.then_some(lock),
        }
    }

    /// Lets go of it, and waits until the next dial can have it: a confirmed redial may follow at
    /// once.
    pub(crate) async fn release(mut self) {
        let returned = self.returned.take();
        drop(self);
        if let Some(returned) = returned {
            let _ = JsFuture::from(returned).await;
        }
    }

    /// Whether the browser granted the lock; an error where it has none to give.
    async fn web_lock(&mut self) -> Result<bool, JsValue> {
        let locks = property(&global("navigator"), "locks");
        let mut release = JsValue::UNDEFINED;
        let released = Promise::new(&mut |resolve, _| release = resolve.into());
        let (grant, granted) = oneshot::channel();
        let held = (self.held.clone(), self.name.clone());
        let callback = Closure::once(move |lock: JsValue| -> JsValue {
            let is_granted = !lock.is_null();
            let _ = grant.send(is_granted);
            if !is_granted {
                return JsValue::UNDEFINED;
            }
            held.0.set(&held.1, &release);
            released.into()
        });
        let options = Object::new();
        Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE)?;
        let arguments = Array::of3(&self.name, &options, callback.as_ref());
        let requested = Promise::resolve(&call_method(&locks, "request", &arguments)?);
        // The request itself ends when the lock is released, or at once where it is refused.
        let ended = JsFuture::from(requested.clone());
        let is_granted = match select(granted, ended).await {
            Either::Left((granted, _)) => granted.unwrap_or(false),
            Either::Right((ended, granted)) => {
                ended?;
                granted.await.unwrap_or(false)
            }
        };
        if is_granted {
            self.returned = Some(requested);
        }
        Ok(is_granted)
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
