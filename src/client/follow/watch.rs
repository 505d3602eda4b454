//! A followed call.

use std::pin::pin;
use std::rc::Rc;

use futures_util::future::select;
use js_sys::{Date, Math};

use super::changes::CallChange;
use super::sharing::{Polled, SharedPolls};
use super::visibility::{changed, is_paused};
use crate::api::{CallDetails, CallDetailsRequest, HttpRequest};
use crate::client::Client;
use crate::client::event::Event;
use crate::client::options::WatchOptions;
use crate::client::retry::retry_after_ms;
use crate::client::scope::{Scope, sleep};
use crate::error::Error;

/// A call, followed. Dropping it stops that.
pub struct Watch {
    client: Client,
    request: HttpRequest,
    options: WatchOptions,
    scope: Scope,
    polls: Rc<SharedPolls>,
    started_ms: f64,
    /// When the poll was that was last handed over or passed over.
    seen_ms: f64,
    wait_ms: f64,
    idle: u32,
    /// The call as it was, decoded for this watch alone.
    call: Option<CallDetails>,
    is_done: bool,
}

/// A call that has moved on.
#[derive(Debug, Clone)]
pub struct CallUpdate {
    /// The call as it is now.
    pub call: CallDetails,
    /// What is new since the last update.
    pub change: CallChange,
}

impl Client {
    /// Follows a call until it has ended, or, with `options.until`, until it is assessed.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) before anything is sent.
    pub fn watch_call(&self, call_id: &str, options: WatchOptions) -> Result<Watch, Error> {
        let request = CallDetailsRequest::new(call_id)?.to_http(&self.inner.config.routes);
        let signal = options.signal.as_ref().map(|signal| &signal.0);
        Ok(Watch {
            client: self.clone(),
            scope: Scope::new(&request.request, signal, options.timeout_ms.0),
            polls: SharedPolls::of(self, call_id),
            request,
            options,
            started_ms: Date::now(),
            seen_ms: f64::NEG_INFINITY,
            wait_ms: 0.0,
            idle: 0,
            call: None,
            is_done: false,
        })
    }
}

impl Watch {
    /// The next update: at once for the first, then whenever something is new. `None` after the
    /// last, or after an error.
    pub async fn next(&mut self) -> Option<Result<CallUpdate, Error>> {
        if self.is_done {
            return None;
        }
        let update = self.update().await;
        self.is_done |= update.is_err();
        Some(update)
    }

    async fn update(&mut self) -> Result<CallUpdate, Error> {
        let is_strict = self.client.inner.config.strict;
        loop {
            self.wait().await?;
            match self.poll().await? {
                Ok(polled) => {
                    let call = polled.decode(is_strict)?;
                    let change = CallChange::between(self.call.as_ref(), &call);
                    self.is_done = self.options.is_done(&call.report);
                    self.plan(change.is_progress, 0.0);
                    let is_first = self.call.replace(call).is_none();
                    if is_first || self.is_done || !change.fields.is_empty() {
                        let call = polled.decode(is_strict)?;
                        return Ok(CallUpdate { call, change });
                    }
                }
                Err(error) => {
                    let age_ms = Date::now() - self.started_ms;
                    if !self.options.survives(&error, self.call.is_some(), age_ms) {
                        return Err(error);
                    }
                    self.plan(false, retry_after_ms(&error).unwrap_or_default());
                }
            }
        }
    }

    /// When to poll next: later and later where a call does not move on.
    fn plan(&mut self, is_progress: bool, least_ms: f64) {
        self.idle = match is_progress {
            true => 0,
            false => self.idle.saturating_add(1),
        };
        let interval_ms = self.options.interval_ms(self.idle, Math::random());
        self.wait_ms = interval_ms.max(least_ms);
    }

    /// Waits for the time of the next poll; and, while nobody could see it or the network is gone,
    /// for that to pass, and then no longer.
    async fn wait(&mut self) -> Result<(), Error> {
        if self.wait_ms > 0.0 {
            self.client.report(|| Event::Wait {
                request: self.request.request.clone(),
                wait_ms: self.wait_ms,
            });
        }
        let next_ms = Date::now() + self.wait_ms;
        let mut was_paused = false;
        loop {
            let is_paused = is_paused();
            was_paused |= is_paused;
            let left_ms = next_ms - Date::now();
            if !is_paused && (was_paused || left_ms <= 0.0) {
                return self.scope.check();
            }
            if is_paused {
                self.scope.wait(changed()).await?;
            } else {
                let (elapsed, changed) = (pin!(sleep(left_ms.ceil())), pin!(changed()));
                self.scope.wait(select(elapsed, changed)).await?;
            }
        }
    }

    /// The outcome of a poll that this watch has not seen: one that another started meanwhile, or a
    /// new one. The outer error is the end of the watch itself.
    async fn poll(&mut self) -> Result<Result<Polled, Error>, Error> {
        // On starting, one of a moment ago will do.
        let recent_ms = self.started_ms - self.options.min_interval_ms.0;
        if let Some((at_ms, polled)) = self.polls.since(self.seen_ms.max(recent_ms)) {
            self.seen_ms = at_ms;
            return Ok(polled);
        }
        let poll = self.polls.poll(&self.client, &self.request);
        let polled = self.scope.wait(poll).await?;
        self.seen_ms = Date::now();
        Ok(polled)
    }
}
