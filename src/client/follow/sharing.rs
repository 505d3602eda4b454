//! Polls of a call. All watches of one call on one client share them.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, Shared};
use js_sys::JsString;

use crate::api::Times;
use crate::api::{CallDetails, HttpRequest};
use crate::client::Client;
use crate::client::event::Event;
use crate::client::http::parse_body;
use crate::client::options::ReadOptions;
use crate::client::platform::steady_ms;
use crate::error::Error;

/// A client's polls, with the ids of their calls.
pub(in crate::client) type Polls = Vec<(String, Weak<SharedPolls>)>;

/// The body of the answer to a poll. Each watch decodes it separately, because JavaScript may
/// change the object that it gets.
#[derive(Clone)]
pub(super) struct Answered(JsString);

impl Answered {
    pub(super) fn decode(&self, is_strict: bool) -> Result<CallDetails, Error> {
        CallDetails::from_json(&parse_body(&self.0)?, is_strict)
    }
}

type Poll = Shared<LocalBoxFuture<'static, Result<Answered, Error>>>;

/// The polls of one call.
#[derive(Default)]
pub(in crate::client) struct SharedPolls {
    running: RefCell<Option<Poll>>,
    last: RefCell<Option<(f64, Result<Answered, Error>)>>,
    count: Cell<u32>,
}

impl SharedPolls {
    /// The shared polls of a call. They are dropped with the last watch that uses them.
    pub(super) fn for_call(client: &Client, call_id: &str) -> Rc<Self> {
        let mut polls = client.inner.polls.borrow_mut();
        polls.retain(|(_, shared)| shared.strong_count() > 0);
        let known = polls.iter().find(|(id, _)| id == call_id);
        if let Some(shared) = known.and_then(|(_, shared)| shared.upgrade()) {
            return shared;
        }
        let shared = Rc::new(Self::default());
        polls.push((call_id.into(), Rc::downgrade(&shared)));
        shared
    }

    /// The time and the outcome of the last poll, where it ended after `since_ms`.
    pub(super) fn last_since(&self, since_ms: f64) -> Option<(f64, Result<Answered, Error>)> {
        let last = self.last.borrow().clone();
        last.filter(|(at_ms, _)| *at_ms > since_ms)
    }

    /// The poll that is running, or a new one.
    pub(super) fn join_poll(self: &Rc<Self>, client: &Client, request: &HttpRequest) -> Poll {
        let mut running = self.running.borrow_mut();
        if let Some(poll) = &*running {
            return poll.clone();
        }
        let polls = self.count.replace(self.count.get() + 1);
        client.report(|| Event::Poll { polls });
        let (client, request) = (client.clone(), request.clone());
        let shared = Rc::downgrade(self);
        let poll = async move {
            let polled = client.poll_once(&request).await;
            if let Some(shared) = shared.upgrade() {
                shared.last.replace(Some((steady_ms(), polled.clone())));
                shared.running.take();
            }
            polled
        };
        // It runs while a watch awaits it, and is aborted with the last watch.
        let poll = poll.boxed_local().shared();
        *running = Some(poll.clone());
        poll
    }
}

impl Client {
    /// Sends one request without retries, because the watch polls again.
    async fn poll_once(&self, request: &HttpRequest) -> Result<Answered, Error> {
        let options = ReadOptions {
            retries: Some(Times(0)),
            ..ReadOptions::default()
        };
        let polled = Answered(self.send_read(request, &options).await?.body);
        let call = polled.decode(self.inner.config.strict)?;
        self.report_issues(request, &call.decode_issues);
        Ok(polled)
    }
}
