//! Placing a call: one decision, one request.

mod guard;
#[cfg(target_arch = "wasm32")]
mod lock;
#[cfg(target_arch = "wasm32")]
mod store;

#[cfg(target_arch = "wasm32")]
pub(super) use placing::Dials;
#[cfg(target_arch = "wasm32")]
pub(super) use store::DialStore;

#[cfg(target_arch = "wasm32")]
mod placing {
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;

    use futures_util::future::{LocalBoxFuture, Shared};
    use js_sys::{Date, JsString};
    use uuid::Uuid;
    use wasm_bindgen::JsValue;

    use super::guard::{DialRecord, Moment, check_redial, normalise_id};
    use super::lock::DialLock;
    use super::store::KnownDial;
    use crate::api::facts::surely_did_not_ring;
    use crate::api::{InstantCall, InstantCallRequest};
    use crate::client::Client;
    use crate::client::http::Attempt;
    use crate::client::options::DialOptions;
    use crate::client::platform::steady_ms;
    use crate::client::scope::{Scope, spawn_shared};
    use crate::error::{Error, ErrorKind, Thrown};

    /// The dials under way, with their applications. There are few at a time.
    pub(in crate::client) type Dials = Vec<(String, SharedDial)>;

    /// A dial that several callers may wait for.
    #[derive(Clone)]
    pub(in crate::client) struct SharedDial {
        outcome: Shared<LocalBoxFuture<'static, Result<Placed, Error>>>,
        progress: Rc<Progress>,
    }

    #[derive(Default)]
    struct Progress {
        /// Whether the request is sent. From then on a phone may be ringing.
        is_sent: Cell<bool>,
        /// How many callers still wait.
        waiting: Cell<usize>,
        /// The outcome, which is known before the lock is released.
        outcome: RefCell<Option<Result<Placed, Error>>>,
    }

    /// Counts one waiting caller, until it is dropped.
    struct Waiting<'a>(&'a Cell<usize>);

    impl<'a> Waiting<'a> {
        fn new(waiting: &'a Cell<usize>) -> Self {
            waiting.set(waiting.get() + 1);
            Self(waiting)
        }
    }

    impl Drop for Waiting<'_> {
        fn drop(&mut self) {
            self.0.set(self.0.get() - 1);
        }
    }

    /// The body of the answer to a placed call; `None` where there is none. Each caller decodes it
    /// separately, because JavaScript may change the object that it gets.
    #[derive(Clone)]
    struct Placed(Option<JsString>);

    impl Placed {
        fn decode(&self) -> Result<InstantCall, Error> {
            match &self.0 {
                Some(body) => Ok(InstantCall::from_json(&crate::client::http::parse_body(
                    body,
                )?)),
                None => Ok(InstantCall::from_empty_answer()),
            }
        }
    }

    impl Client {
        /// Initiate an instant call for an application: **rings the candidate's phone, now.**
        ///
        /// The request is sent once. Simultaneous calls for one application on one client share it.
        /// Another call soon after is refused; see [`ErrorKind::RedialGuard`].
        ///
        /// # Errors [`ErrorKind::DialOutcomeUnknown`] whenever a phone may be ringing. After every
        /// other error no phone rings.
        pub async fn initiate_instant_call(
            &self,
            application_id: &str,
            options: DialOptions,
        ) -> Result<InstantCall, Error> {
            let request = InstantCallRequest::new(application_id)?;
            let info = request.to_http(&self.inner.config.routes).request;
            let timeout_ms = options
                .timeout_ms
                .map_or(self.inner.config.timeout_ms, |ms| ms.0);
            let signal = options.signal.as_ref().map(|signal| &signal.0);
            Scope::new(&info, signal, timeout_ms).check()?;
            let redial = options.redial.map(String::from);
            let (dial, is_joined) = self.join_dial(request, timeout_ms, redial);
            // The caller that starts the dial gives it its deadline, and waits for the outcome. A caller
            // that joins has its own deadline.
            let timeout_ms = if is_joined { timeout_ms } else { f64::INFINITY };
            let scope = Scope::new(&info, signal, timeout_ms);
            let _waiting = Waiting::new(&dial.progress.waiting);
            let outcome = scope.wait(dial.outcome).await.or_else(|ended| {
                let known = dial.progress.outcome.borrow().clone();
                known.ok_or(ended)
            });
            match outcome {
                Ok(placed) => placed?.decode(),
                Err(ended) if dial.progress.is_sent.get() => {
                    Err(outcome_unknown(application_id, ended))
                }
                Err(ended) => Err(ended),
            }
        }

        /// The dial that is under way for the application, or a new one; and whether it was under way.
        fn join_dial(
            &self,
            request: InstantCallRequest,
            timeout_ms: f64,
            redial: Option<String>,
        ) -> (SharedDial, bool) {
            let key = normalise_id(request.application_id());
            let mut dials = self.inner.dials.borrow_mut();
            if let Some((_, dial)) = dials.iter().find(|(other, _)| *other == key) {
                return (dial.clone(), true);
            }
            let progress = Rc::new(Progress::default());
            let outcome = spawn_shared({
                let (client, progress, key) = (self.clone(), progress.clone(), key.clone());
                async move {
                    let dial = Dial {
                        client: &client,
                        request: &request,
                        key: &key,
                        token: random_uuid(),
                        redial,
                        progress: &progress,
                    };
                    let outcome = dial.run(timeout_ms).await;
                    let mut dials = client.inner.dials.borrow_mut();
                    dials.retain(|(other, _)| *other != key);
                    outcome
                }
            });
            let dial = SharedDial { outcome, progress };
            dials.push((key, dial.clone()));
            (dial, false)
        }
    }

    /// One decision to dial.
    struct Dial<'a> {
        client: &'a Client,
        request: &'a InstantCallRequest,
        /// The application's id, normalised for locks and records.
        key: &'a str,
        /// The token that a redial after this one must have.
        token: String,
        redial: Option<String>,
        progress: &'a Progress,
    }

    impl Dial<'_> {
        async fn run(&self, timeout_ms: f64) -> Result<Placed, Error> {
            let store = &self.client.inner.store;
            let lock = DialLock::acquire(self.key, store.memory()).await;
            // Where the browser does not answer whether the lock is free, the records of other tabs
            // decide; without them the dial is refused.
            let is_taken = |lock: &DialLock| lock.is_unanswered && !store.sees_other_tabs();
            let Some(lock) = lock.filter(|lock| !is_taken(lock)) else {
                return Err(ErrorKind::DialPending {
                    application_id: self.request.application_id().into(),
                }
                .into());
            };
            let outcome = self.run_locked(timeout_ms).await;
            self.progress.outcome.replace(Some(outcome.clone()));
            lock.release().await;
            outcome
        }

        /// Dials while this tab has the lock.
        async fn run_locked(&self, timeout_ms: f64) -> Result<Placed, Error> {
            self.check_guard()?;
            let config = &self.client.inner.config;
            let http = self.request.to_http(&config.routes);
            let scope = Scope::new(&http.request, None, timeout_ms);
            let before = RefCell::new(None);
            // This runs without interruption, so that no other tab can dial between the check and
            // the record, even without locks. It writes the record before the dial is sent: a page
            // that is closed right after must not ring again.
            let before_sending = || {
                if self.progress.waiting.get() == 0 {
                    let reason = Thrown(JsValue::UNDEFINED);
                    return Err(ErrorKind::Aborted { reason }.into());
                }
                scope.check_awake()?;
                if let Some(last) = self.check_guard()? {
                    before.replace(Some(last));
                }
                self.progress.is_sent.set(true);
                self.store_record(None);
                Ok(())
            };
            let key = config.has_idempotency_key().then(random_uuid);
            let attempt = Attempt {
                number: 0,
                idempotency_key: key.as_deref(),
                is_dial: true,
                before_sending: Some(&before_sending),
            };
            let mut is_renewed = false;
            let answer = loop {
                let answer = self.client.attempt(&http, &scope, &attempt).await;
                let may_renew = answer
                    .as_ref()
                    .is_err_and(|error| self.client.may_renew(error));
                if is_renewed || !may_renew {
                    break answer;
                }
                // After a 401 no phone rings. The request may be sent again, with a new token.
                is_renewed = true;
                self.progress.is_sent.set(false);
            };

            let placed = answer.and_then(|answer| {
                let has_body = !matches!(answer.status, 204 | 205);
                let placed = Placed(has_body.then_some(answer.body));
                let call = placed.decode()?;
                Ok((placed, call))
            });
            match placed {
                Ok((placed, call)) => {
                    self.store_record(call.call_id.map(String::from));
                    self.client.report_issues(&http, &call.decode_issues);
                    Ok(placed)
                }
                Err(error) if !self.progress.is_sent.get() || is_refusal(&error) => {
                    self.progress.is_sent.set(false);
                    let store = &self.client.inner.store;
                    store.withdraw(self.key, &self.token, before.borrow().as_ref());
                    Err(error)
                }
                Err(cause) => {
                    self.store_record(None);
                    Err(outcome_unknown(self.request.application_id(), cause))
                }
            }
        }

        /// The last dial for the application that is not this one. An error where its guard forbids
        /// this dial.
        fn check_guard(&self) -> Result<Option<KnownDial>, Error> {
            let inner = &self.client.inner;
            let now = now();
            let last = inner.store.last(self.key, now);
            let last = last.filter(|last| last.record.token != self.token);
            check_redial(
                self.request.application_id(),
                last.as_ref().map(|last| (&last.record, last.age_ms(now))),
                inner.config.redial_guard_ms,
                self.redial.as_deref(),
            )?;
            Ok(last)
        }

        /// Stores the record of this dial.
        fn store_record(&self, call_id: Option<String>) {
            let record = DialRecord {
                at: now(),
                token: self.token.clone(),
                call_id,
            };
            self.client.inner.store.set(self.key, record);
        }
    }

    fn now() -> Moment {
        Moment {
            wall_ms: Date::now(),
            steady_ms: steady_ms(),
        }
    }

    fn random_uuid() -> String {
        Uuid::new_v4().to_string()
    }

    fn is_refusal(error: &Error) -> bool {
        error
            .problem()
            .is_some_and(|problem| surely_did_not_ring(problem.status))
    }

    fn outcome_unknown(application_id: &str, cause: Error) -> Error {
        ErrorKind::DialOutcomeUnknown {
            application_id: application_id.into(),
            cause,
        }
        .into()
    }
}
