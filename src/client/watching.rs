//! Following a call: the looking and waiting that `watch` decides on.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use js_sys::{Array, Date, Math, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, EventTarget};

use super::browser::{Client, RequestOptions, stopped};
use super::deferred::Deferred;
use super::event::Event;
use super::retry::{is_transient, retry_after_ms};
use super::scope::{Scope, Stop, timer};
use super::task::Task;
use super::watch::{CallChange, WatchSettings};
use crate::api::{CallDetails, CallDetailsRequest, HttpRequest};
use crate::error::{Error, ErrorKind};
use crate::property::{call, global, property};

/// What a look at a call showed, or why it failed.
type Look = Result<Rc<CallDetails>, Error>;

/// What all who watch one call on one client share: the looks.
pub(super) struct SharedWatch {
    looking: RefCell<Option<Rc<Task<Rc<CallDetails>>>>>,
    last: RefCell<Option<(f64, Look)>>,
    looks: Cell<u32>,
}

/// A call, followed. Dropping it stops that.
pub struct Watch {
    client: Client,
    request: HttpRequest,
    call_id: String,
    settings: WatchSettings,
    scope: Scope,
    shared: Rc<SharedWatch>,
    started_ms: f64,
    /// When the look was taken that was last handed over or passed over.
    seen_ms: f64,
    wait_ms: f64,
    idle: u32,
    call: Option<Rc<CallDetails>>,
    is_done: bool,
}

/// A call that has moved on.
#[derive(Debug, Clone)]
pub struct CallUpdate {
    /// The call as it is now.
    pub call: Rc<CallDetails>,
    /// What is new since the last update.
    pub change: CallChange,
}

impl Client {
    /// Follows a call until it has ended, or, with `settings.until`, until it is assessed.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) before anything is sent.
    pub fn watch_call(
        &self,
        call_id: &str,
        settings: WatchSettings,
        signal: Option<AbortSignal>,
    ) -> Result<Watch, Error> {
        let request = CallDetailsRequest::new(call_id)?.to_http(&self.0.config.routes);
        let mut watches = self.0.watches.borrow_mut();
        let shared = watches.iter().find(|(id, _)| id == call_id);
        let shared = shared.and_then(|(_, shared)| shared.upgrade());
        let shared = shared.unwrap_or_else(|| {
            let shared = Rc::new(SharedWatch {
                looking: RefCell::default(),
                last: RefCell::default(),
                looks: Cell::default(),
            });
            let is_over = |(_, watch): &(_, Weak<_>)| watch.strong_count() == 0;
            while let Some(over) = watches.iter().position(is_over) {
                watches.swap_remove(over);
            }
            watches.push((call_id.into(), Rc::downgrade(&shared)));
            shared
        });
        let now = Date::now();
        Ok(Watch {
            client: self.clone(),
            request,
            call_id: call_id.into(),
            settings,
            scope: Scope::new(signal.as_ref(), settings.timeout_ms),
            shared,
            started_ms: now,
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
        loop {
            self.wait().await?;
            match self.look().await? {
                Ok(call) => {
                    let change = CallChange::between(self.call.as_deref(), &call);
                    let is_first = self.call.replace(call.clone()).is_none();
                    self.is_done = self.settings.is_done(&call.report);
                    self.plan(change.is_progress(), 0.0);
                    if is_first || self.is_done || !change.fields.is_empty() {
                        return Ok(CallUpdate { call, change });
                    }
                }
                Err(error) if self.is_ridden_out(&error) => {
                    self.plan(false, retry_after_ms(&error).unwrap_or_default());
                }
                Err(error) => return Err(error),
            }
        }
    }

    fn stopped(&self, stop: Stop) -> Error {
        stopped(&self.request, &self.scope, stop)
    }

    /// Whether the call is looked at again in spite of this error.
    fn is_ridden_out(&self, error: &Error) -> bool {
        let is_not_there_yet = || {
            self.call.is_none() && Date::now() - self.started_ms < self.settings.not_found_grace_ms
        };
        match error.kind() {
            ErrorKind::Http(problem) if problem.status == 404 => is_not_there_yet(),
            ErrorKind::Deadline { .. } => true,
            _ => is_transient(error),
        }
    }

    /// When to look next: later and later where a call does not move on.
    fn plan(&mut self, is_progress: bool, least_ms: f64) {
        self.idle = if is_progress {
            0
        } else {
            self.idle.saturating_add(1)
        };
        self.wait_ms = self
            .settings
            .interval_ms(self.idle, Math::random())
            .max(least_ms);
    }

    /// Waits for the time of the next look; and, while nobody could see it or the network is
    /// gone, for that to pass, and then no longer.
    async fn wait(&mut self) -> Result<(), Error> {
        if self.wait_ms > 0.0 {
            self.client.tell(&Event::Wait {
                request: &self.request.request,
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
                return Ok(());
            }
            let changed = Changed::new();
            // Whichever comes first: the time, or word that the page was hidden or is back.
            let (elapsed, _timer) = timer(if is_paused {
                f64::INFINITY
            } else {
                left_ms.ceil()
            });
            let until = Promise::race(&Array::of2(&elapsed, &changed.promise));
            let waited = self.scope.wait(&until).await;
            waited.map_err(|stop| self.stopped(stop))?;
        }
    }

    /// A look that this watch has not seen: one that another took meanwhile, or a new one.
    async fn look(&mut self) -> Result<Look, Error> {
        let recent = self.shared.last.borrow().clone();
        // On starting, one taken a moment ago will do.
        let since_ms = self
            .seen_ms
            .max(self.started_ms - self.settings.min_interval_ms);
        if let Some((at_ms, look)) = recent
            && at_ms > since_ms
        {
            self.seen_ms = at_ms;
            return Ok(look);
        }
        let looking = self.shared.looking.borrow().clone();
        let looking = looking.unwrap_or_else(|| self.take_look());
        let look = looking.outcome(&self.scope).await;
        let look = look.map_err(|why| self.stopped(Stop::Ended(why)))?;
        self.seen_ms = Date::now();
        Ok(look)
    }

    fn take_look(&self) -> Rc<Task<Rc<CallDetails>>> {
        let polls = self.shared.looks.replace(self.shared.looks.get() + 1);
        self.client.tell(&Event::Poll { polls });
        let (client, call_id) = (self.client.clone(), self.call_id.clone());
        let shared = Rc::downgrade(&self.shared);
        let looking = Task::spawn(async move {
            // The watch itself looks again; each look is one request.
            let options = RequestOptions {
                retries: Some(0),
                ..RequestOptions::default()
            };
            let look = client
                .get_call_details(&call_id, options)
                .await
                .map(Rc::new);
            if let Some(shared) = shared.upgrade() {
                *shared.last.borrow_mut() = Some((Date::now(), look.clone()));
                *shared.looking.borrow_mut() = None;
            }
            look
        });
        *self.shared.looking.borrow_mut() = Some(looking.clone());
        looking
    }
}

/// Whether nobody can see the page, or nothing can be reached.
fn is_paused() -> bool {
    property(&global("document"), "hidden").is_truthy()
        || property(&global("navigator"), "onLine") == JsValue::FALSE
}

/// Word that the page was hidden, shown, cut off or connected.
struct Changed {
    promise: Promise,
    listener: Closure<dyn FnMut()>,
    targets: [(Option<EventTarget>, &'static str); 3],
}

impl Changed {
    fn new() -> Self {
        let target = |target: JsValue| -> Option<EventTarget> {
            let listens = property(&target, "addEventListener").is_function();
            listens.then(|| target.unchecked_into())
        };
        let document = target(global("document"));
        let window = target(js_sys::global().into());
        let Deferred { promise, resolve } = Deferred::new();
        let listener = Closure::new(move || call(&resolve, &JsValue::UNDEFINED));
        let changed = Self {
            promise,
            listener,
            targets: [
                (document, "visibilitychange"),
                (window.clone(), "online"),
                (window, "offline"),
            ],
        };
        for (target, name) in &changed.targets {
            if let Some(target) = target {
                let listener = changed.listener.as_ref().unchecked_ref();
                let _ = target.add_event_listener_with_callback(name, listener);
            }
        }
        changed
    }
}

impl Drop for Changed {
    fn drop(&mut self) {
        for (target, name) in &self.targets {
            if let Some(target) = target {
                let listener = self.listener.as_ref().unchecked_ref();
                let _ = target.remove_event_listener_with_callback(name, listener);
            }
        }
    }
}
