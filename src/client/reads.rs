//! The client's reads, and what all its methods share.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use js_sys::{Function, JsString, Map};
use web_sys::Headers;

use super::auth::Auth;
use super::callback::Listener;
use super::config::Config;
use super::dial::{DialStore, Dials};
use super::event::Event;
use super::follow::Polls;
use super::options::{ClientOptions, Credentials, ReadOptions};
use crate::api::lenient::not_json;
use crate::api::{
    CallDetails, CallDetailsRequest, DecodeIssue, HttpRequest, Json, ScreeningResultsPage,
    ScreeningResultsRequest,
};
use crate::error::Error;

/// Places, follows and reads calls.
///
/// Cheap to clone; clones share everything.
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
#[derive(Clone)]
pub struct Client {
    pub(super) inner: Rc<Inner>,
}

pub(super) struct Inner {
    pub(super) config: Config,
    pub(super) auth: Auth,
    pub(super) fetch: Option<Function>,
    pub(super) credentials: Option<Credentials>,
    listener: Option<Listener>,
    pub(super) store: DialStore,
    pub(super) dials: RefCell<Dials>,
    pub(super) polls: RefCell<Polls>,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("config", &self.inner.config)
            .field("auth", &self.inner.auth)
            .finish_non_exhaustive()
    }
}

impl Client {
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) naming the option that is wrong.
    pub fn new(options: ClientOptions) -> Result<Self, Error> {
        Self::remembering(options, Map::new())
    }

    /// A client that remembers its dials in `memory`, which outlives the wasm instance.
    pub(crate) fn remembering(options: ClientOptions, memory: Map) -> Result<Self, Error> {
        let config = Config::new(&options)?;
        for (name, value) in &config.headers {
            // The platform knows what a header can be.
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
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) before anything is sent; otherwise what became of the request.
    pub async fn get_call_details(
        &self,
        call_id: &str,
        options: ReadOptions,
    ) -> Result<CallDetails, Error> {
        let request = CallDetailsRequest::new(call_id)?.to_http(&self.inner.config.routes);
        let answer = self.read(&request, &options).await?;
        let call = CallDetails::from_json(&parse(&answer.body)?, self.is_strict(&options))?;
        self.report_issues(&request, &call.decode_issues);
        Ok(call)
    }

    /// Retrieve one page of screening call results.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) before anything is sent; otherwise what became of the request.
    pub async fn list_screening_results(
        &self,
        query: ScreeningResultsRequest,
        options: ReadOptions,
    ) -> Result<ScreeningResultsPage, Error> {
        let request = query.to_http(&self.inner.config.routes)?;
        let answer = self.read(&request, &options).await?;
        let json = parse(&answer.body)?;
        let page = ScreeningResultsPage::from_json(&json, query, self.is_strict(&options))?;
        self.report_issues(&request, &page.decode_issues);
        Ok(page)
    }

    fn is_strict(&self, options: &ReadOptions) -> bool {
        options
            .strict
            .map_or(self.inner.config.strict, |strict| strict.0)
    }

    /// Calls the listener, if there is one.
    pub(super) fn report(&self, event: impl FnOnce() -> Event) {
        if let Some(Listener(listener)) = &self.inner.listener {
            listener(&event());
        }
    }

    pub(super) fn report_issues(&self, request: &HttpRequest, issues: &[DecodeIssue]) {
        for issue in issues {
            self.report(|| Event::DecodeIssue {
                request: request.request.clone(),
                path: issue.path.clone(),
                expected: issue.expected.clone(),
            });
        }
    }
}

/// Parses the body of an answer.
pub(super) fn parse(body: &JsString) -> Result<Json, Error> {
    Json::parse_text(body).map_err(|text| not_json(&text))
}
