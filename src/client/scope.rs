//! One deadline and one signal over everything that a method call does.

use std::future::Future;
use std::pin::pin;

use futures_channel::oneshot;
use futures_util::FutureExt;
use futures_util::future::{Either, LocalBoxFuture, Shared, pending, select};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Date, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};

use super::platform::steady_ms;
use crate::error::{Error, ErrorKind, RequestSummary, Thrown};

/// Timers hold 31 bits of milliseconds; a longer one fires at once.
const LONGEST_TIMER_MS: f64 = 2_147_483_647.0;

/// Waits, in milliseconds.
pub(crate) fn sleep(ms: f64) -> TimeoutFuture {
    TimeoutFuture::new(ms.min(LONGEST_TIMER_MS) as u32)
}

/// Waits, in milliseconds, from now on; for ever where that is infinity.
pub(crate) fn after(ms: f64) -> impl Future<Output = ()> {
    let timer = ms.is_finite().then(|| sleep(ms));
    async move {
        match timer {
            Some(timer) => timer.await,
            None => pending().await,
        }
    }
}

/// Ends whatever is waited for in it when the caller's signal is aborted or the time is over, at
/// once, whether or not what is waited for can be aborted. Leaves nothing behind when dropped.
pub(crate) struct Scope {
    request: RequestSummary,
    timeout_ms: f64,
    /// By a clock that nobody sets.
    deadline_ms: f64,
    /// By the clock on the wall, which goes on while a machine sleeps.
    wall_deadline_ms: f64,
    controller: Option<AbortController>,
    ended: Shared<LocalBoxFuture<'static, Ended>>,
    caller: Option<AbortSignal>,
    _listener: Option<AbortListener>,
}

#[derive(Clone)]
enum Ended {
    Aborted,
    Deadline,
}

impl Scope {
    /// `request` is what errors name; `timeout_ms` of infinity is no deadline.
    pub(crate) fn new(
        request: &RequestSummary,
        signal: Option<&AbortSignal>,
        timeout_ms: f64,
    ) -> Self {
        let (abort, aborted) = oneshot::channel();
        let listener = signal.map(|signal| AbortListener::new(signal, abort));
        let deadline = after(timeout_ms);
        let ended = async move {
            let aborted = aborted.then(|aborted| async move {
                // Without a signal the sender is gone at once, and nobody aborts.
                if aborted.is_err() {
                    pending::<()>().await;
                }
            });
            match select(pin!(aborted), pin!(deadline)).await {
                Either::Left(_) => Ended::Aborted,
                Either::Right(_) => Ended::Deadline,
            }
        };
        Self {
            request: request.clone(),
            timeout_ms,
            deadline_ms: steady_ms() + timeout_ms,
            wall_deadline_ms: Date::now() + timeout_ms,
            // Fails only where there is no AbortController at all, and so no fetch either.
            controller: AbortController::new().ok(),
            ended: ended.boxed_local().shared(),
            caller: signal.cloned(),
            _listener: listener,
        }
    }

    /// The outcome of some work, unless the scope ends first. What has an outcome keeps it.
    pub(crate) async fn wait<T>(&self, work: impl Future<Output = T>) -> Result<T, Error> {
        self.check()?;
        match select(pin!(work), self.ended.clone()).await {
            Either::Left((outcome, _)) => Ok(outcome),
            Either::Right((Ended::Aborted, _)) => Err(self.aborted()),
            Either::Right((Ended::Deadline, _)) => Err(self.deadline()),
        }
    }

    /// What a promise gives or is rejected with, unless the scope ends first.
    pub(crate) async fn settled(
        &self,
        promise: Promise,
    ) -> Result<Result<JsValue, JsValue>, Error> {
        self.wait(JsFuture::from(promise)).await
    }

    /// Waits, in milliseconds.
    pub(crate) async fn sleep(&self, ms: f64) -> Result<(), Error> {
        self.wait(sleep(ms)).await
    }

    /// An error where the scope has ended.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if self.caller.as_ref().is_some_and(AbortSignal::aborted) {
            return Err(self.aborted());
        }
        // Work that never waits leaves no time for the timer.
        if steady_ms() >= self.deadline_ms {
            return Err(self.deadline());
        }
        Ok(())
    }

    /// The same, where the time asleep counts too: a machine that was asleep fires its timers late.
    /// For what must not begin late; what has begun is not ended because somebody set the clock.
    pub(crate) fn check_awake(&self) -> Result<(), Error> {
        self.check()?;
        if Date::now() >= self.wall_deadline_ms {
            return Err(self.deadline());
        }
        Ok(())
    }

    /// The time left, in milliseconds.
    pub(crate) fn remaining_ms(&self) -> f64 {
        self.deadline_ms - steady_ms()
    }

    /// A signal for the platform's own operations.
    pub(crate) fn signal(&self) -> Option<AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }

    fn aborted(&self) -> Error {
        let reason = self.caller.as_ref().map(AbortSignal::reason);
        let reason = Thrown(reason.unwrap_or_default());
        ErrorKind::Aborted { reason }.into()
    }

    fn deadline(&self) -> Error {
        ErrorKind::Deadline {
            request: self.request.clone(),
            timeout_ms: self.timeout_ms,
        }
        .into()
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        // Ends the download of a response that nobody reads to its end.
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

/// Listens to a caller's signal, which may be of any make: gloo's listener panics where a method is
/// missing or throws.
struct AbortListener {
    signal: AbortSignal,
    callback: Option<Closure<dyn FnMut()>>,
}

impl AbortListener {
    fn new(signal: &AbortSignal, abort: oneshot::Sender<()>) -> Self {
        let mut abort = Some(abort);
        let callback = Closure::<dyn FnMut()>::new(move || {
            let _ = abort.take().map(|abort| abort.send(()));
        });
        // A signal that cannot be listened to is checked before each wait.
        let _ = signal.add_event_listener_with_callback("abort", callback.as_ref().unchecked_ref());
        Self {
            signal: signal.clone(),
            callback: Some(callback),
        }
    }
}

impl Drop for AbortListener {
    fn drop(&mut self) {
        let Some(callback) = self.callback.take() else {
            return;
        };
        let listener = callback.as_ref().unchecked_ref();
        let removed = (self.signal).remove_event_listener_with_callback("abort", listener);
        if removed.is_err() {
            // It may still be called.
            callback.forget();
        }
    }
}

/// A promise of a Rust future; nothing needs to wait for it.
pub(crate) fn spawn_shared<T: Clone + 'static>(
    work: impl Future<Output = T> + 'static,
) -> Shared<LocalBoxFuture<'static, T>> {
    let shared = work.boxed_local().shared();
    wasm_bindgen_futures::spawn_local(shared.clone().map(drop));
    shared
}
