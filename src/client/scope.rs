//! One deadline and one signal over everything a method call does.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use gloo_timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};

use super::deferred::Deferred;
use crate::error::Thrown;
use crate::property::call;

/// Timers hold 31 bits of milliseconds; a longer one fires at once.
const LONGEST_TIMER_MS: f64 = 2_147_483_647.0;

/// Why there is no result.
#[derive(Clone)]
pub(crate) enum Ended {
    /// The caller's signal was aborted, with this reason.
    Aborted(Thrown),
    /// The time allowed is over.
    Deadline,
}

/// Why a promise gave nothing.
pub(crate) enum Stop {
    /// The scope ended first.
    Ended(Ended),
    /// It was rejected.
    Thrown(JsValue),
}

impl Stop {
    /// Whether the caller wanted it to stop.
    pub(crate) fn is_abort(&self) -> bool {
        matches!(self, Self::Ended(Ended::Aborted(_)))
    }
}

impl From<JsValue> for Stop {
    fn from(thrown: JsValue) -> Self {
        Self::Thrown(thrown)
    }
}

/// Ends whatever is waited for in it when the caller's signal is aborted or the time is over, at
/// once, whether or not what is waited for knows how to be aborted. Leaves nothing behind when
/// dropped.
pub(crate) struct Scope {
    shared: Rc<Shared>,
    timeout_ms: f64,
    deadline_ms: f64,
    // Held to be dropped: dropping clears the timer.
    _timer: Option<Timeout>,
    listener: Option<(AbortSignal, Closure<dyn FnMut()>)>,
}

struct Shared {
    controller: AbortController,
    ended: RefCell<Option<Ended>>,
    waker: Cell<Option<Waker>>,
}

impl Shared {
    fn end(&self, why: Ended) {
        if self.ended.borrow().is_none() {
            *self.ended.borrow_mut() = Some(why);
            self.controller.abort();
            if let Some(waker) = self.waker.take() {
                waker.wake();
            }
        }
    }
}

impl Scope {
    /// `timeout_ms` of infinity is no deadline.
    pub(crate) fn new(signal: Option<&AbortSignal>, timeout_ms: f64) -> Self {
        let shared = Rc::new(Shared {
            // Fails only where there is no AbortController at all, and so no fetch either.
            controller: AbortController::new()
                .unwrap_or_else(|_| JsValue::UNDEFINED.unchecked_into()),
            ended: RefCell::new(None),
            waker: Cell::new(None),
        });
        let timer = timeout_ms.is_finite().then(|| {
            let shared = shared.clone();
            let ms = timeout_ms.min(LONGEST_TIMER_MS) as u32;
            Timeout::new(ms, move || shared.end(Ended::Deadline))
        });
        let listener = signal.and_then(|signal| {
            if signal.aborted() {
                shared.end(Ended::Aborted(Thrown(signal.reason())));
                return None;
            }
            let (ending, reason) = (shared.clone(), signal.clone());
            let closure = Closure::new(move || {
                ending.end(Ended::Aborted(Thrown(reason.reason())));
            });
            let callback = closure.as_ref().unchecked_ref();
            signal
                .add_event_listener_with_callback("abort", callback)
                .ok()?;
            Some((signal.clone(), closure))
        });
        Self {
            shared,
            timeout_ms,
            deadline_ms: js_sys::Date::now() + timeout_ms,
            _timer: timer,
            listener,
        }
    }

    /// What the promise gives, unless the scope ends first.
    ///
    /// Everything that is waited for is a promise, so that there is one copy of this.
    pub(crate) async fn wait(&self, promise: &Promise) -> Result<JsValue, Stop> {
        let mut future = JsFuture::from(promise.clone());
        poll_fn(|context| {
            if let Some(why) = self.ended() {
                return Poll::Ready(Err(Stop::Ended(why)));
            }
            if let Poll::Ready(output) = Pin::new(&mut future).poll(context) {
                return Poll::Ready(output.map_err(Stop::Thrown));
            }
            self.shared.waker.set(Some(context.waker().clone()));
            Poll::Pending
        })
        .await
    }

    /// Waits, in milliseconds.
    pub(crate) async fn sleep(&self, ms: f64) -> Result<JsValue, Stop> {
        let (promise, _timer) = timer(ms);
        self.wait(&promise).await
    }

    pub(crate) fn ended(&self) -> Option<Ended> {
        // A machine that was asleep fires its timers late: the clock counts that time too.
        if js_sys::Date::now() >= self.deadline_ms {
            self.shared.end(Ended::Deadline);
        }
        self.shared.ended.borrow().clone()
    }

    /// The time allowed in all, in milliseconds.
    pub(crate) fn timeout_ms(&self) -> f64 {
        self.timeout_ms
    }

    /// The time left, in milliseconds.
    pub(crate) fn remaining_ms(&self) -> f64 {
        self.deadline_ms - js_sys::Date::now()
    }

    /// A signal for the platform's own operations.
    pub(crate) fn signal(&self) -> AbortSignal {
        self.shared.controller.signal()
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        if let Some((signal, closure)) = &self.listener {
            let callback = closure.as_ref().unchecked_ref();
            // Fails only for a signal that is none, which was refused before.
            let _ = signal.remove_event_listener_with_callback("abort", callback);
        }
        // Lets go of an answer that nobody reads to its end.
        self.shared.controller.abort();
    }
}

/// A promise that is kept after a time in milliseconds, unless its timer is dropped before.
pub(crate) fn timer(ms: f64) -> (Promise, Timeout) {
    let Deferred { promise, resolve } = Deferred::new();
    let timer = Timeout::new(ms.min(LONGEST_TIMER_MS) as u32, move || {
        call(&resolve, &JsValue::UNDEFINED);
    });
    (promise, timer)
}
