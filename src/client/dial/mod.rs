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

    use super::guard::{DialRecord, Moment, check_redial, same_for_all_spellings};
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

    /// The dials on their way, with their applications. There are few at a time.
    pub(in crate::client) type Dials = Vec<(String, SharedDial)>;

    /// A dial, and all who wait for it.
    #[derive(Clone)]
    pub(in crate::client) struct SharedDial {
        outcome: Shared<LocalBoxFuture<'static, Result<Placed, Error>>>,
        progress: Rc<Progress>,
    }

    #[derive(Default)]
    struct Progress {
        /// From here on a phone may be ringing.
        is_sent: Cell<bool>,
        /// How many callers still want it.
        waiting: Cell<usize>,
        /// What came of it, which is known before the lock is back.
        outcome: RefCell<Option<Result<Placed, Error>>>,
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

    /// The answer of a placed call; `None` where it has no body. Each caller decodes it anew,
    /// because JavaScript may change the object that it is given.
    #[derive(Clone)]
    struct Placed(Option<JsString>);

    impl Placed {
        fn decode(&self) -> Result<InstantCall, Error> {
            match &self.0 {
                Some(body) => Ok(InstantCall::from_json(&crate::client::http::parse_body(
                    body,
                )?)),
                None => Ok(InstantCall::without_body()),
            }
        }
    }

    impl Client {
        /// Initiate an instant call for an application: **rings the candidate's phone, now.**
        ///
        /// The request is sent once. Calls for one application at the same time on one client share
        /// it. Another call soon after is refused; see [`ErrorKind::RedialGuard`].
        ///
        /// # Errors
        /// [`ErrorKind::DialOutcomeUnknown`] whenever a phone may be ringing; with every other error
        /// none is.
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
            // Whoever starts the dial gives it its deadline, and waits for what comes of that.
            let timeout_ms = if is_joined { timeout_ms } else { f64::INFINITY };
            let scope = Scope::new(&info, signal, timeout_ms);
            let _wish = Wish::new(&dial.progress.waiting);
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

        /// The dial that is on its way for the application, or a new one; and whether it was there.
        fn join_dial(
            &self,
            request: InstantCallRequest,
            timeout_ms: f64,
            redial: Option<String>,
        ) -> (SharedDial, bool) {
            let key = same_for_all_spellings(request.application_id());
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
        /// The application, as locks and records name it.
        key: &'a str,
        /// What a redial after this one must name.
        token: String,
        redial: Option<String>,
        progress: &'a Progress,
    }

    impl Dial<'_> {
        async fn run(&self, timeout_ms: f64) -> Result<Placed, Error> {
            let store = &self.client.inner.store;
            let lock = DialLock::acquire(self.key, store.memory()).await;
            // Where the browser does not say whether the lock is free, the records of other tabs
            // must do.
            let is_taken = |lock: &DialLock| lock.is_unanswered && !store.sees_other_tabs();
            let Some(lock) = lock.filter(|lock| !is_taken(lock)) else {
                return Err(ErrorKind::DialPending {
                    application_id: self.request.application_id().into(),
                }
                .into());
            };
            let outcome = self.run_alone(timeout_ms).await;
            self.progress.outcome.replace(Some(outcome.clone()));
            lock.release().await;
            outcome
        }

        /// The dial, while nobody else dials for the application.
        async fn run_alone(&self, timeout_ms: f64) -> Result<Placed, Error> {
            self.check_guard()?;
            let config = &self.client.inner.config;
            let http = self.request.to_http(&config.routes);
            let scope = Scope::new(&http.request, None, timeout_ms);
            let before = RefCell::new(None);
            // All of this at once, so that no other tab comes in between, also where there are no
            // locks. The record is written before the dial is sent: a page that is closed in
            // between must not ring again.
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
                self.remember(None);
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
                // A 401 was turned away at the door, so no phone rings. Until the next is sent,
                // none does.
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
                    self.remember(call.call_id.map(String::from));
                    self.client.report_issues(&http, &call.decode_issues);
                    Ok(placed)
                }
                Err(refused) if !self.progress.is_sent.get() || is_refusal(&refused) => {
                    self.progress.is_sent.set(false);
                    let store = &self.client.inner.store;
                    store.release(self.key, &self.token, before.borrow().as_ref());
                    Err(refused)
                }
                Err(cause) => {
                    self.remember(None);
                    Err(outcome_unknown(self.request.application_id(), cause))
                }
            }
        }

        /// The last dial for the application, unless that is this one; an error where it stands in
        /// the way.
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

        /// Writes this dial down.
        fn remember(&self, call_id: Option<String>) {
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
