//! One dial for an application at a time, over all tabs and clients of an origin.

use js_sys::{Function, Map, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::deferred::Deferred;
use crate::property::{call, global, property};

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
        let mut name = String::from(PREFIX);
        name.push_str(application_id);
        let name = JsValue::from_str(&name);
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
        let request: Function = property(&locks, "request").dyn_into()?;

        let released = Deferred::new();
        let granted = Deferred::new();
        let answer = granted.promise.clone();
        let held = (self.held.clone(), self.name.clone());
        let callback = Closure::once(move |lock: JsValue| -> JsValue {
            let is_granted = !lock.is_null();
            call(&granted.resolve, &is_granted.into());
            if !is_granted {
                return JsValue::UNDEFINED;
            }
            held.0.set(&held.1, &released.resolve);
            released.promise.into()
        });
        let options = Object::new();
        Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE)?;
        let requested = request.call3(&locks, &self.name, &options, callback.as_ref())?;
        let requested = Promise::resolve(&requested);
        // The request itself ends when the lock is let go of, or at once where it is refused.
        let either = js_sys::Array::of2(&answer, &requested);
        let granted = JsFuture::from(Promise::race(&either)).await?;
        if granted.is_truthy() {
            self.returned = Some(requested);
        }
        Ok(granted.is_truthy())
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
