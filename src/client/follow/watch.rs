//! A watch: follows one call, and gives an update whenever something is new.

use std::pin::pin;
use std::rc::Rc;

use futures_util::future::{Either, select};
use js_sys::Math;

use super::changes::CallChange;
use super::policy::{Pace, Polled};
use super::sharing::{Answered, SharedPolls};
use super::visibility::{is_paused, visibility_changed};
use crate::api::{CallDetails, CallDetailsRequest, HttpRequest};
use crate::client::Client;
use crate::client::event::Event;
use crate::client::options::WatchOptions;
use crate::client::platform::steady_ms;
use crate::client::retry::retry_after_ms;
use crate::client::scope::{Scope, after};
use crate::error::{Error, ErrorCode};
use crate::transcript::TranscriptReader;

/// Follows one call. Dropping it stops the polling.
pub struct Watch {
    client: Client,
    call_id: String,
    request: HttpRequest,
    options: WatchOptions,
    scope: Scope,
    polls: Rc<SharedPolls>,
    // All times are by the page's monotonic clock, in milliseconds.
    started_ms: f64,
    /// When the last poll ended that this watch has handled.
    seen_ms: f64,
    /// How long to wait before the next poll; 0 once that wait has begun.
    wait_ms: f64,
    /// When the next poll is due.
    next_ms: f64,
    pace: Pace,
    /// The call of the last answer. Only this watch has it, so no caller can change it.
    call: Option<CallDetails>,
    /// Has read the transcript of `call`.
    reader: TranscriptReader,
    /// The answer that `call` was decoded from.
    answered: Option<Answered>,
    silence: Silence,
    is_done: bool,
}

/// Since when the service has not answered, and whether an update has reported it.
#[derive(Default)]
struct Silence {
    /// When the running poll began.
    poll_ms: Option<f64>,
    /// When the first poll without an answer began.
    since_ms: Option<f64>,
    /// The error of the last poll.
    error: Option<Error>,
    /// Whether an update has reported the silence, and the code of the error in it.
    reported: Option<Option<ErrorCode>>,
}

impl Silence {
    /// How long, in milliseconds, until an update must report the silence; infinite where none must.
    fn report_in_ms(&self, stale_after_ms: f64) -> f64 {
        match self.since_ms {
            Some(since_ms) if self.reported != Some(self.code()) => {
                since_ms + stale_after_ms - steady_ms()
            }
            _ => f64::INFINITY,
        }
    }

    fn code(&self) -> Option<ErrorCode> {
        self.error.as_ref().map(Error::code)
    }
}

/// The state of a followed call: after a change, or when the service does not answer.
#[derive(Debug, Clone)]
pub struct CallUpdate {
    /// The current call. Where the service has not answered yet, it has only a `call_id`.
    pub call: CallDetails,
    /// The changes since the last update.
    pub change: CallChange,
    /// The turns from `change.first_new_turn` on, as an array of numbers for JavaScript.
    pub(crate) flat_turns: Vec<f64>,
    /// Set where the service does not answer; `call` is then the last known one. The watch goes on,
    /// and the update after the next answer has no `stale`.
    pub stale: Option<Stale>,
}

/// How long the service has not answered, and why.
#[derive(Debug, Clone)]
pub struct Stale {
    /// For how long the service has not answered, in milliseconds.
    pub since_ms: f64,
    /// The error of the last poll; `None` while it is running.
    pub error: Option<Error>,
}

impl Client {
    /// Follows a call until it has ended, or, with `options.until`, until it is assessed.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) where an argument is wrong.
    pub fn watch_call(&self, call_id: &str, options: WatchOptions) -> Result<Watch, Error> {
        let request = CallDetailsRequest::new(call_id)?.to_http(&self.inner.config.routes);
        let signal = options.signal.as_ref().map(|signal| &signal.0);
        Ok(Watch {
            client: self.clone(),
            call_id: call_id.into(),
            scope: Scope::new(&request.request, signal, options.timeout_ms.0),
            polls: SharedPolls::for_call(self, call_id),
            request,
            options,
            started_ms: steady_ms(),
            seen_ms: f64::NEG_INFINITY,
            wait_ms: 0.0,
            next_ms: f64::NEG_INFINITY,
            pace: Pace::default(),
            call: None,
            reader: TranscriptReader::default(),
            answered: None,
            silence: Silence::default(),
            is_done: false,
        })
    }
}

impl Watch {
    /// The next update. The first comes with the first answer, the others whenever something is
    /// new. `None` after the last update, and after an error.
    pub async fn next(&mut self) -> Option<Result<CallUpdate, Error>> {
        if self.is_done {
            return None;
        }
        let update = self.next_update().await;
        self.is_done |= update.is_err();
        Some(update)
    }

    async fn next_update(&mut self) -> Result<CallUpdate, Error> {
        let is_strict = self.client.inner.config.strict;
        loop {
            let Some(polled) = self.next_poll().await? else {
                return self.stale_update();
            };
            match polled {
                Ok(answered) => {
                    let call = answered.decode(is_strict)?;
                    let change = CallChange::between(self.call.as_ref(), &call, &mut self.reader);
                    self.is_done = self.options.is_done(&call.report);
                    self.plan_next_poll(match change.is_progress {
                        true => Polled::Progress,
                        false => Polled::Nothing,
                    });
                    let was_stale = self.silence.reported.is_some();
                    self.silence = Silence::default();
                    let is_first = self.call.replace(call).is_none();
                    let call = answered.decode(is_strict)?;
                    self.answered = Some(answered);
                    if is_first || was_stale || self.is_done || !change.fields.is_empty() {
                        let flat_turns = self.reader.utf16_turns(change.first_new_turn);
                        return Ok(CallUpdate {
                            call,
                            change,
                            flat_turns,
                            stale: None,
                        });
                    }
                }
                Err(error) => {
                    let age_ms = steady_ms() - self.started_ms;
                    if !self.options.survives(&error, self.call.is_some(), age_ms) {
                        return Err(error);
                    }
                    // A 404 is an answer: the call does not exist yet.
                    if error.problem().is_some_and(|problem| problem.status == 404) {
                        self.plan_next_poll(Polled::Nothing);
                        self.silence.since_ms = None;
                        continue;
                    }
                    self.plan_next_poll(Polled::Failed {
                        retry_after_ms: retry_after_ms(&error).unwrap_or_default(),
                    });
                    self.silence.error = Some(error);
                }
            }
        }
    }

    /// The update that reports that the service does not answer, with the last known call.
    fn stale_update(&mut self) -> Result<CallUpdate, Error> {
        let silence = &mut self.silence;
        silence.reported = Some(silence.code());
        let stale = Stale {
            since_ms: steady_ms() - silence.since_ms.unwrap_or_default(),
            error: silence.error.clone(),
        };
        let call = match &self.answered {
            Some(answered) => answered.decode(self.client.inner.config.strict)?,
            None => CallDetails::unanswered(&self.call_id),
        };
        Ok(CallUpdate {
            change: CallChange::between(Some(&call), &call, &mut self.reader),
            call,
            flat_turns: Vec::new(),
            stale: Some(stale),
        })
    }

    /// Sets the wait before the next poll.
    fn plan_next_poll(&mut self, polled: Polled) {
        let took_ms = self.silence.poll_ms.take();
        let took_ms = took_ms.map_or(0.0, |began_ms| steady_ms() - began_ms);
        let random = Math::random();
        self.wait_ms = (self.pace).next_poll_ms(&self.options, polled, took_ms, random);
    }

    /// Waits, polls, and returns the outcome. `None` where an update must report first that there
    /// is no answer. The outer error ends the watch.
    async fn next_poll(&mut self) -> Result<Option<Result<Answered, Error>>, Error> {
        match self.wait_until_due().await? {
            true => self.poll().await,
            false => Ok(None),
        }
    }

    /// Waits until the next poll is due. While the page is hidden or offline it waits until that
    /// ends, and the poll is then due at once. `false` where an update must report first that there
    /// is no answer.
    async fn wait_until_due(&mut self) -> Result<bool, Error> {
        if self.wait_ms > 0.0 {
            let wait_ms = std::mem::take(&mut self.wait_ms);
            self.client.report(|| Event::Wait {
                request: self.request.request.clone(),
                wait_ms,
            });
            self.next_ms = steady_ms() + wait_ms;
        }
        let mut was_paused = false;
        loop {
            let is_paused = is_paused();
            was_paused |= is_paused;
            let left_ms = self.next_ms - steady_ms();
            if !is_paused && (was_paused || left_ms <= 0.0) {
                return self.scope.check_awake().map(|()| true);
            }
            let mut timer_ms = f64::INFINITY;
            if is_paused {
                // No poll runs, so no answer is missing.
                self.silence.since_ms = None;
            } else {
                let report_ms = self.silence.report_in_ms(self.options.stale_after_ms.0);
                if report_ms <= 0.0 {
                    return Ok(false);
                }
                timer_ms = left_ms.min(report_ms).ceil();
            }
            let (elapsed, changed) = (pin!(after(timer_ms)), pin!(visibility_changed()));
            self.scope.wait(select(elapsed, changed)).await?;
        }
    }

    /// The outcome of a poll that this watch has not handled: a finished one of another watch, or a
    /// new one. `None` where an update must report first that there is no answer.
    async fn poll(&mut self) -> Result<Option<Result<Answered, Error>>, Error> {
        // At the start, a poll of another watch that ended a moment ago is recent enough.
        let recent_ms = self.started_ms - self.options.min_interval_ms.0;
        if let Some((at_ms, polled)) = self.polls.last_since(self.seen_ms.max(recent_ms)) {
            self.seen_ms = at_ms;
            return Ok(Some(polled));
        }
        let began_ms = *self.silence.poll_ms.get_or_insert_with(steady_ms);
        self.silence.since_ms.get_or_insert(began_ms);
        let poll = self.polls.join_poll(&self.client, &self.request);
        let report_ms = self.silence.report_in_ms(self.options.stale_after_ms.0);
        let silent = pin!(after(report_ms.max(0.0).ceil()));
        match self.scope.wait(select(poll, silent)).await? {
            Either::Left((polled, _)) => {
                self.seen_ms = steady_ms();
                Ok(Some(polled))
            }
            Either::Right(_) => Ok(None),
        }
    }
}
