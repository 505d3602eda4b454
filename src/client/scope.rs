//! The deadline and the abort signal of a method call, for every step of it.

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

/// `setTimeout` has 31 bits of milliseconds. A longer timer would fire at once.
const LONGEST_TIMER_MS: f64 = 2_147_483_647.0;

/// Waits for so many milliseconds, at most 24 days.
pub(crate) fn sleep(ms: f64) -> TimeoutFuture {
    TimeoutFuture::new(ms.min(LONGEST_TIMER_MS) as u32)
}

/// Waits for so many milliseconds from this call on; for ever where `ms` is infinite.
pub(crate) fn after(ms: f64) -> impl Future<Output = ()> {
    let timer = ms.is_finite().then(|| sleep(ms));
    async move {
        match timer {
            Some(timer) => timer.await,
            None => pending().await,
        }
    }
}

/// Ends every wait when the caller aborts the signal or the deadline passes. It does so at once,
/// even where the work itself cannot be aborted. Dropping it removes its listener and aborts its
/// downloads.
pub(crate) struct Scope {
    request: RequestSummary,
    timeout_ms: f64,
    /// By the monotonic clock.
    deadline_ms: f64,
    /// By the wall clock, which goes on while the machine sleeps.
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
    /// Errors have `request`. An infinite `timeout_ms` means no deadline.
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
                // An error means that there is no signal. Then this future never ends.
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
            // This fails only where there is no `AbortController`, and so no `fetch` either.
            controller: AbortController::new().ok(),
            ended: ended.boxed_local().shared(),
            caller: signal.cloned(),
            _listener: listener,
        }
    }

    /// The outcome of some work, or an error where the scope ends first.
    pub(crate) async fn wait<T>(&self, work: impl Future<Output = T>) -> Result<T, Error> {
        self.check()?;
        match select(pin!(work), self.ended.clone()).await {
            Either::Left((outcome, _)) => Ok(outcome),
            Either::Right((Ended::Aborted, _)) => Err(self.aborted_error()),
            Either::Right((Ended::Deadline, _)) => Err(self.deadline_error()),
        }
    }

    /// The value or the rejection of a promise, or an error where the scope ends first.
    pub(crate) async fn settled(
        &self,
        promise: Promise,
    ) -> Result<Result<JsValue, JsValue>, Error> {
        self.wait(JsFuture::from(promise)).await
    }

    /// Waits for so many milliseconds.
    pub(crate) async fn sleep(&self, ms: f64) -> Result<(), Error> {
        self.wait(sleep(ms)).await
    }

    /// An error where the scope has ended.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if self.caller.as_ref().is_some_and(AbortSignal::aborted) {
            return Err(self.aborted_error());
        }
        // The timer cannot fire while work runs without waiting.
        if steady_ms() >= self.deadline_ms {
            return Err(self.deadline_error());
        }
        Ok(())
    }

    /// The same, but the time that the machine slept counts too, because timers fire late after a
    /// sleep. Call it before work that must not start late. `check` ignores the wall clock, so that
    /// setting it does not end work that has started.
    pub(crate) fn check_awake(&self) -> Result<(), Error> {
        self.check()?;
        if Date::now() >= self.wall_deadline_ms {
            return Err(self.deadline_error());
        }
        Ok(())
    }

    /// The time left, in milliseconds.
    pub(crate) fn remaining_ms(&self) -> f64 {
        self.deadline_ms - steady_ms()
    }

    /// A signal that is aborted when the scope is dropped, for `fetch`.
    pub(crate) fn signal(&self) -> Option<AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }

    fn aborted_error(&self) -> Error {
        let reason = self.caller.as_ref().map(AbortSignal::reason);
        let reason = Thrown(reason.unwrap_or_default());
        ErrorKind::Aborted { reason }.into()
    }

    fn deadline_error(&self) -> Error {
        ErrorKind::Deadline {
            request: self.request.clone(),
            timeout_ms: self.timeout_ms,
        }
        .into()
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        // Ends the download of a body that is not read to its end.
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}

/// Listens to a caller's signal. The signal may be any object, and gloo's listener panics where a
/// method is missing or throws.
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
        // Where this fails, `check` still sees an abort before each wait.
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
            // The signal may still call it, so it must not be freed.
            callback.forget();
        }
    }
}

/// Starts a future and returns a handle to its output. The future runs even where no one awaits it.
pub(crate) fn spawn_shared<T: Clone + 'static>(
    work: impl Future<Output = T> + 'static,
) -> Shared<LocalBoxFuture<'static, T>> {
    let shared = work.boxed_local().shared();
    wasm_bindgen_futures::spawn_local(shared.clone().map(drop));
    shared
}
