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
    use std::cell::Cell;
    use std::collections::HashMap;
    use std::rc::Rc;

    use futures_util::future::{LocalBoxFuture, Shared};
    use js_sys::{Date, JsString};
    use uuid::Uuid;
    use wasm_bindgen::JsValue;

    use super::guard::{DialRecord, check_redial};
    use super::lock::DialLock;
    use crate::api::facts::surely_did_not_ring;
    use crate::api::{InstantCall, InstantCallRequest};
    use crate::client::Client;
    use crate::client::http::Attempt;
    use crate::client::options::DialOptions;
    use crate::client::scope::{Scope, spawn_shared};
    use crate::error::{Error, ErrorKind, Thrown};

    /// The dials on their way, by application.
    pub(in crate::client) type Dials = HashMap<String, SharedDial>;

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
            match scope.wait(dial.outcome).await {
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
            let application_id = request.application_id().to_owned();
            let mut dials = self.inner.dials.borrow_mut();
            if let Some(dial) = dials.get(&application_id) {
                return (dial.clone(), true);
            }
            let progress = Rc::new(Progress::default());
            let outcome = spawn_shared({
                let (client, progress) = (self.clone(), progress.clone());
                async move {
                    let outcome = client.dial(&request, timeout_ms, redial, &progress).await;
                    let mut dials = client.inner.dials.borrow_mut();
                    dials.remove(request.application_id());
                    outcome
                }
            });
            let dial = SharedDial { outcome, progress };
            dials.insert(application_id, dial.clone());
            (dial, false)
        }

        async fn dial(
            &self,
            request: &InstantCallRequest,
            timeout_ms: f64,
            redial: Option<String>,
            progress: &Progress,
        ) -> Result<Placed, Error> {
            let application_id = request.application_id();
            let Some(lock) = DialLock::acquire(application_id, self.inner.store.memory()).await
            else {
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
        ) -> Result<Placed, Error> {
            let application_id = request.application_id();
            let (config, store) = (&self.inner.config, &self.inner.store);
            let last = store.last(application_id);
            check_redial(
                application_id,
                last.as_ref(),
                config.redial_guard_ms,
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
                progress.is_sent.set(true);
                store.set(application_id, Some(&record(None)));
                Ok(())
            };
            let key = config.has_idempotency_key().then(random_uuid);
            let attempt = Attempt {
                number: 0,
                idempotency_key: key.as_deref(),
                is_dial: true,
                before_sending: Some(&before_sending),
            };
            let http = request.to_http(&config.routes);
            let scope = Scope::new(&http.request, None, timeout_ms);
            let mut is_renewed = false;
            let answer = loop {
                let answer = self.attempt(&http, &scope, &attempt).await;
                let may_renew = answer.as_ref().is_err_and(|error| self.may_renew(error));
                if is_renewed || !may_renew {
                    break answer;
                }
                // A 401 was turned away at the door, so no phone rings. Until the next is sent,
                // none does.
                is_renewed = true;
                progress.is_sent.set(false);
            };

            let placed = answer.and_then(|answer| {
                let has_body = !matches!(answer.status, 204 | 205);
                let placed = Placed(has_body.then_some(answer.body));
                let call = placed.decode()?;
                Ok((placed, call))
            });
            match placed {
                Ok((placed, call)) => {
                    let call_id = call.call_id.map(String::from);
                    store.set(application_id, Some(&record(call_id)));
                    self.report_issues(&http, &call.decode_issues);
                    Ok(placed)
                }
                Err(refused) if !progress.is_sent.get() || is_refusal(&refused) => {
                    progress.is_sent.set(false);
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
