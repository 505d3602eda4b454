//! The client: decides what may be sent, when and how often, and sends it.
//!
//! Decisions are pure functions of their arguments, the clock and the random number included, and
//! run natively. The code that waits and sends needs a browser.

mod callback;
mod config;
mod dial;
mod event;
mod follow;
mod options;
mod pages;
mod problem;
mod retry;

#[cfg(target_arch = "wasm32")]
mod auth;
#[cfg(target_arch = "wasm32")]
mod http;
#[cfg(target_arch = "wasm32")]
mod platform;
#[cfg(target_arch = "wasm32")]
mod scope;

pub use callback::{Fetch, Listener, Signal, TokenSource};
pub use event::Event;
pub use follow::{CallChange, TranscriptChange};
// Public for `cargo xtask bench --fleet`, which simulates many pages.
#[doc(hidden)]
pub use follow::{Pace, Polled};
pub use options::{
    ClientOptions, Credentials, DialOptions, ReadOptions, RequestsOptions, RouteOptions, Until,
    WatchOptions,
};

#[cfg(target_arch = "wasm32")]
pub use follow::{CallUpdate, Stale, Watch};
#[cfg(target_arch = "wasm32")]
pub use pages::Pages;

#[cfg(all(feature = "js", target_arch = "wasm32"))]
pub(crate) use config::{BaseUrl, parse_routes};

#[cfg(target_arch = "wasm32")]
use {
    crate::api::{
        CallDetails, CallDetailsRequest, DecodeIssue, HttpRequest, ScreeningResultsPage,
        ScreeningResultsRequest,
    },
    crate::error::Error,
    auth::Auth,
    config::Config,
    dial::{DialStore, Dials},
    follow::Polls,
    http::parse_body,
    js_sys::{Function, Map},
    std::cell::RefCell,
    std::fmt,
    std::rc::Rc,
    web_sys::Headers,
};

/// Places, follows and reads calls.
///
/// A clone is cheap, and shares everything with the original.
///
/// ```no_run
/// use ninjahire_calls::client::{Client, ClientOptions};
/// # async fn run() -> Result<(), ninjahire_calls::Error> {
/// let client = Client::new(ClientOptions {
///     base_url: "/api/ninjahire".into(),
///     ..ClientOptions::default()
/// })?;
/// let placed = client.initiate_instant_call("0c9f…", Default::default()).await?;
/// if let Some(call_id) = placed.call_id {
///     let call = client.get_call_details(&call_id.as_str(), Default::default()).await?;
/// }
/// # Ok(()) }
/// ```
#[cfg(target_arch = "wasm32")]
#[derive(Clone)]
pub struct Client {
    inner: Rc<Inner>,
}

#[cfg(target_arch = "wasm32")]
struct Inner {
    config: Config,
    auth: Auth,
    fetch: Option<Function>,
    credentials: Option<Credentials>,
    listener: Option<Listener>,
    store: DialStore,
    dials: RefCell<Dials>,
    polls: RefCell<Polls>,
}

#[cfg(target_arch = "wasm32")]
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("config", &self.inner.config)
            .field("auth", &self.inner.auth)
            .finish_non_exhaustive()
    }
}

#[cfg(target_arch = "wasm32")]
impl Client {
    /// Checks the options.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) with the name of the wrong option.
    pub fn new(options: ClientOptions) -> Result<Self, Error> {
        Self::with_memory(options, Map::new())
    }

    /// A client that keeps its dials in `memory`, which outlives the wasm instance.
    pub(crate) fn with_memory(options: ClientOptions, memory: Map) -> Result<Self, Error> {
        let config = Config::new(&options)?;
        for (name, value) in &config.headers {
            // The platform decides whether a header is valid.
            let fits = Headers::new().and_then(|headers| headers.append(name, &value.as_str()));
            if fits.is_err() {
                return Err(Error::invalid(
                    &format!("headers.{name}"),
                    "is not a header",
                ));
            }
        }
        Ok(Self {
            inner: Rc::new(Inner {
                auth: Auth::new(&options)?,
                config,
                fetch: options.fetch.map(|fetch| fetch.0),
                credentials: options.credentials,
                listener: options.on_event,
                store: DialStore::new(memory),
                dials: RefCell::default(),
                polls: RefCell::default(),
            }),
        })
    }

    /// Retrieve call details for a specific call.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) where an argument is wrong; nothing is sent then. After sending,
    /// any other kind except those of a dial.
    pub async fn get_call_details(
        &self,
        call_id: &str,
        options: ReadOptions,
    ) -> Result<CallDetails, Error> {
        let request = CallDetailsRequest::new(call_id)?.to_http(&self.inner.config.routes);
        let answer = self.send_read(&request, &options).await?;
        let call = CallDetails::from_json(&parse_body(&answer.body)?, self.is_strict(&options))?;
        self.report_issues(&request, &call.decode_issues);
        Ok(call)
    }

    /// Retrieve one page of screening call results.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) where an argument is wrong; nothing is sent then. After sending,
    /// any other kind except those of a dial.
    pub async fn list_screening_results(
        &self,
        query: ScreeningResultsRequest,
        options: ReadOptions,
    ) -> Result<ScreeningResultsPage, Error> {
        let request = query.to_http(&self.inner.config.routes)?;
        let answer = self.send_read(&request, &options).await?;
        let json = parse_body(&answer.body)?;
        let page = ScreeningResultsPage::from_json(&json, query, self.is_strict(&options))?;
        self.report_issues(&request, &page.decode_issues);
        Ok(page)
    }

    fn is_strict(&self, options: &ReadOptions) -> bool {
        options
            .strict
            .map_or(self.inner.config.strict, |strict| strict.0)
    }

    /// Passes an event to the listener. It is not made where there is none.
    fn report(&self, event: impl FnOnce() -> Event) {
        if let Some(Listener(listener)) = &self.inner.listener {
            listener(&event());
        }
    }

    fn report_issues(&self, request: &HttpRequest, issues: &[DecodeIssue]) {
        for issue in issues {
            self.report(|| Event::DecodeIssue {
                request: request.request.clone(),
                path: issue.path.clone(),
                expected: issue.expected.clone(),
            });
        }
    }
}
