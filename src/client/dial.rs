//! Placing a call: one decision, one request.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Date;
use wasm_bindgen::JsValue;
use web_sys::AbortSignal;

use super::auth::Auth;
use super::browser::{Attempt, Client, stopped};
use super::dial_guard::{DialRecord, check_redial, surely_did_not_ring};
use super::dial_lock::DialLock;
use super::random_uuid::random_uuid;
use super::scope::{Scope, Stop};
use super::task::Task;
use crate::api::{InstantCall, InstantCallRequest};
use crate::error::{Error, ErrorKind, Thrown};

/// What one dial may differ in from its client's settings.
#[derive(Debug, Clone, Default)]
pub struct DialOptions {
    /// Ends the wait at once when aborted. A request that is on its way is left alone: taking it
    /// back does not keep a phone from ringing.
    pub signal: Option<AbortSignal>,
    /// The time allowed, in milliseconds.
    pub timeout_ms: Option<f64>,
    /// The `redialToken` of the error that refused a second call: says that it is meant.
    pub redial: Option<String>,
}

/// A dial, and all who wait for it.
pub(super) struct SharedDial {
    task: Rc<Task<Rc<InstantCall>>>,
    progress: Rc<Progress>,
}

#[derive(Default)]
struct Progress {
    /// From here on a phone may be ringing.
    sent: Cell<bool>,
    /// How many callers still want it.
    waiting: Cell<usize>,
}

/// One caller's wish, for as long as it lives.
struct Wish<'a>(&'a Cell<usize>);

impl<'a> Wish<'a> {
    fn new(waiting: &'a Cell<usize>) -> Self {
        waiting.set(waiting.get() + 1);
        Self(waiting)
    }
}

impl Drop for Wish<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() - 1);
    }
}

impl Client {
    /// Initiate an instant call for an application: **rings the candidate's phone, now.**
    ///
    /// The request is sent once. Calls for one application at the same time on one client share
    /// it. Another call soon after is refused; see [`ErrorKind::RedialGuard`].
    ///
    /// # Errors
    /// [`ErrorKind::DialOutcomeUnknown`] whenever a phone may be ringing; with every other error none
    /// is.
    pub async fn initiate_instant_call(
        &self,
        application_id: &str,
        options: DialOptions,
    ) -> Result<InstantCall, Error> {
        let placed = self.place_call(application_id, options).await?;
        Ok(Rc::unwrap_or_clone(placed))
    }

    /// The same for those who share what comes of it.
    pub(crate) async fn place_call(
        &self,
        application_id: &str,
        options: DialOptions,
    ) -> Result<Rc<InstantCall>, Error> {
        let request = InstantCallRequest::new(application_id)?;
        let http = request.to_http(&self.0.config.routes);
        let timeout_ms = options.timeout_ms.unwrap_or(self.0.config.timeout_ms);
        let scope = Scope::new(options.signal.as_ref(), timeout_ms);
        if let Some(why) = scope.ended() {
            return Err(stopped(&http, &scope, Stop::Ended(why)));
        }
        let dial = self.join_dial(request, timeout_ms, options.redial);
        let _wish = Wish::new(&dial.progress.waiting);
        dial.task.outcome(&scope).await.unwrap_or_else(|why| {
            let cause = stopped(&http, &scope, Stop::Ended(why));
            Err(if dial.progress.sent.get() {
                outcome_unknown(application_id, cause)
            } else {
                cause
            })
        })
    }

    fn join_dial(
        &self,
        request: InstantCallRequest,
        timeout_ms: f64,
        redial: Option<String>,
    ) -> Rc<SharedDial> {
        let application_id = request.application_id().to_owned();
        let mut dials = self.0.dials.borrow_mut();
        if let Some((_, dial)) = dials.iter().find(|(id, _)| *id == application_id) {
            return dial.clone();
        }
        let progress = Rc::new(Progress::default());
        let task = Task::spawn({
            let (client, progress) = (self.clone(), progress.clone());
            async move {
                let outcome = client.dial(&request, timeout_ms, redial, &progress).await;
                let outcome = outcome.map(Rc::new);
                let mut dials = client.0.dials.borrow_mut();
                let done = dials
                    .iter()
                    .position(|(id, _)| id == request.application_id());
                done.map(|done| dials.swap_remove(done));
                outcome
            }
        });
        let dial = Rc::new(SharedDial { task, progress });
        dials.push((application_id, dial.clone()));
        dial
    }

    async fn dial(
        &self,
        request: &InstantCallRequest,
        timeout_ms: f64,
        redial: Option<String>,
        progress: &Progress,
    ) -> Result<InstantCall, Error> {
        let application_id = request.application_id();
        let Some(lock) = DialLock::acquire(application_id, self.0.store.memory()).await else {
            let application_id = application_id.into();
            return Err(ErrorKind::DialPending { application_id }.into());
        };
        let outcome = self.dial_alone(request, timeout_ms, redial, progress).await;
        lock.release().await;
        outcome
    }

    /// The dial, while nobody else dials for the application.
    async fn dial_alone(
        &self,
        request: &InstantCallRequest,
        timeout_ms: f64,
        redial: Option<String>,
        progress: &Progress,
    ) -> Result<InstantCall, Error> {
        let application_id = request.application_id();
        let store = &self.0.store;
        let last = store.last(application_id);
        let guard_ms = self.0.config.redial_guard_ms;
        check_redial(
            application_id,
            last.as_ref(),
            guard_ms,
            redial.as_deref(),
            Date::now(),
        )?;

        let record = |call_id| DialRecord {
            at_ms: Date::now(),
            token: random_uuid(),
            call_id,
        };
        // Written down before it is sent: a page that is closed in between must not ring again.
        let before_sending = || {
            if progress.waiting.get() == 0 {
                let reason = Thrown(JsValue::UNDEFINED);
                return Err(ErrorKind::Aborted { reason }.into());
            }
            progress.sent.set(true);
            store.set(application_id, Some(&record(None)));
            Ok(())
        };
        let is_direct = self
            .0
            .config
            .is_direct(matches!(self.0.auth, Auth::ApiKey(_)));
        let has_key = self.0.config.idempotency_key.unwrap_or(!is_direct);
        let key = has_key.then(random_uuid);
        let attempt = Attempt {
            number: 0,
            idempotency_key: key.as_deref(),
            is_dial: true,
            before_sending: Some(&before_sending),
        };
        let http = request.to_http(&self.0.config.routes);
        let scope = Scope::new(None, timeout_ms);
        let mut renewed = false;
        let answer = loop {
            let answer = self.attempt(&http, &scope, &attempt).await;
            if renewed || !answer.as_ref().is_err_and(|error| self.may_renew(error)) {
                break answer;
            }
            // A 401 was turned away at the door, so no phone rings. Until the next is sent, none does.
            renewed = true;
            progress.sent.set(false);
        };

        let outcome = answer.and_then(|(status, body)| match status {
            204 | 205 => Ok(InstantCall::default()),
            _ => InstantCall::decode(&body),
        });
        match outcome {
            Ok(call) => {
                store.set(application_id, Some(&record(call.call_id.clone())));
                self.tell_issues(&http, &call.decode_issues);
                Ok(call)
            }
            Err(refused) if !progress.sent.get() || is_refusal(&refused) => {
                progress.sent.set(false);
                store.set(application_id, last.as_ref());
                Err(refused)
            }
            Err(cause) => {
                store.set(application_id, Some(&record(None)));
                Err(outcome_unknown(application_id, cause))
            }
        }
    }
}

fn is_refusal(error: &Error) -> bool {
    error
        .problem()
        .is_some_and(|problem| surely_did_not_ring(problem.status))
}

fn outcome_unknown(application_id: &str, cause: Error) -> Error {
    let application_id = application_id.into();
    ErrorKind::DialOutcomeUnknown {
        application_id,
        cause,
    }
    .into()
}
