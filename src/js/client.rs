//! The client's methods. Each returns a promise and holds no borrow while it runs.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use js_sys::{Function, Map, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Headers, RequestCredentials};

use super::options::{Kind, Known, Options};
use super::requests::{endpoint_at, query, routes};
use super::text::string;
use super::{errors, events, models};
use crate::api::Endpoint;
use crate::client::{
    Auth, Client, Config, DialOptions, Pages, Platform, RequestOptions, Until, Watch, WatchSettings,
};
use crate::error::Error;

const CLIENT_OPTIONS: [Known; 16] = [
    ("baseUrl", Kind::Text),
    ("apiKey", Kind::Text),
    ("token", Kind::Function),
    ("dangerouslyAllowBrowser", Kind::Flag),
    ("routes", Kind::Any),
    ("fetch", Kind::Function),
    ("credentials", Kind::Credentials),
    ("headers", Kind::Any),
    ("timeoutMs", Kind::Amount),
    ("retries", Kind::Whole),
    ("maxRetryAfterMs", Kind::Amount),
    ("maxResponseBytes", Kind::Amount),
    ("redialGuardMs", Kind::Amount),
    ("idempotencyKey", Kind::Flag),
    ("strict", Kind::Flag),
    ("onEvent", Kind::Function),
];

const DIAL_OPTIONS: [Known; 3] = [
    ("signal", Kind::Signal),
    ("timeoutMs", Kind::Amount),
    ("redial", Kind::Text),
];

const READ_OPTIONS: [Known; 5] = [
    ("signal", Kind::Signal),
    ("timeoutMs", Kind::Amount),
    ("retries", Kind::Whole),
    ("maxRetryAfterMs", Kind::Amount),
    ("strict", Kind::Flag),
];

const WATCH_OPTIONS: [Known; 6] = [
    ("signal", Kind::Signal),
    ("timeoutMs", Kind::Amount),
    ("until", Kind::Until),
    ("minIntervalMs", Kind::Amount),
    ("maxIntervalMs", Kind::Amount),
    ("notFoundGraceMs", Kind::Amount),
];

/// A client of this wasm instance.
#[wasm_bindgen(js_name = Client, skip_typescript)]
pub struct JsClient(Client);

/// A promise for what comes out; errors leave as plain objects.
fn promise(future: impl Future<Output = Result<JsValue, Error>> + 'static) -> Promise {
    crate::client::promise(async move { future.await.map_err(|error| errors::to_js(&error)) })
}

#[wasm_bindgen(js_class = Client)]
impl JsClient {
    /// `memory` outlives this instance: dials are remembered in it.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue, memory: Map) -> Result<JsClient, JsValue> {
        let client = build(options, memory).map_err(|error| errors::to_js(&error))?;
        Ok(JsClient(client))
    }

    /// Asks an endpoint.
    pub fn ask(&self, endpoint: u32, argument: JsValue, options: JsValue) -> Promise {
        let (client, endpoint) = (self.0.clone(), endpoint_at(endpoint));
        promise(async move {
            Ok(match endpoint {
                Endpoint::InstantCall => {
                    let application_id = string("application_id", &argument)?;
                    let options = dial_options(&options)?;
                    let call = client.place_call(&application_id, options).await?;
                    models::instant_call(&call)
                }
                Endpoint::CallDetails => {
                    let call_id = string("call_id", &argument)?;
                    let options = read_options(&options)?;
                    models::call_details(&client.get_call_details(&call_id, options).await?)
                }
                Endpoint::ScreeningResults => {
                    let query = query(&argument)?;
                    let options = read_options(&options)?;
                    models::page(&client.list_screening_results(query, options).await?)
                }
            })
        })
    }

    /// Every page from `filters.page` on.
    pub fn pages(&self, filters: &JsValue, options: &JsValue) -> Result<JsSequence, JsValue> {
        JsSequence::new(pages(&self.0, filters, options).map(Sequence::Pages))
    }

    /// Follows a call: `{ call, firstNewTurn, changed }`, whenever something is new.
    pub fn watch(&self, call_id: &JsValue, options: &JsValue) -> Result<JsSequence, JsValue> {
        JsSequence::new(watch(&self.0, call_id, options).map(Sequence::Watch))
    }
}

/// Pages of a listing or updates of a call, one after the other.
#[wasm_bindgen(js_name = Sequence, skip_typescript)]
pub struct JsSequence(Rc<RefCell<Option<Sequence>>>);

enum Sequence {
    Pages(Pages),
    Watch(Watch),
}

#[wasm_bindgen(js_class = Sequence)]
impl JsSequence {
    /// The next one, or `undefined` after the last. One at a time.
    pub fn next(&self) -> Promise {
        let slot = self.0.clone();
        promise(async move {
            let Some(mut sequence) = slot.take() else {
                return Ok(JsValue::UNDEFINED);
            };
            let next = match &mut sequence {
                Sequence::Pages(pages) => {
                    let page = pages.next().await.transpose()?;
                    page.map(|page| models::page(&page))
                }
                Sequence::Watch(watch) => {
                    let update = watch.next().await.transpose()?;
                    update.map(|update| events::update(&update))
                }
            };
            if next.is_some() {
                slot.replace(Some(sequence));
            }
            Ok(next.unwrap_or_default())
        })
    }
}

impl JsSequence {
    fn new(sequence: Result<Sequence, Error>) -> Result<Self, JsValue> {
        match sequence {
            Ok(sequence) => Ok(Self(Rc::new(RefCell::new(Some(sequence))))),
            Err(error) => Err(errors::to_js(&error)),
        }
    }
}

fn pages(client: &Client, filters: &JsValue, options: &JsValue) -> Result<Pages, Error> {
    let query = query(filters)?;
    client.screening_results_pages(query, read_options(options)?)
}

fn dial_options(options: &JsValue) -> Result<DialOptions, Error> {
    let options = Options::new("options", options, &DIAL_OPTIONS)?;
    Ok(DialOptions {
        signal: options.signal(),
        timeout_ms: options.number("timeoutMs"),
        redial: options.text("redial"),
    })
}

fn read_options(options: &JsValue) -> Result<RequestOptions, Error> {
    let options = Options::new("options", options, &READ_OPTIONS)?;
    Ok(RequestOptions {
        signal: options.signal(),
        timeout_ms: options.number("timeoutMs"),
        retries: options.whole("retries"),
        max_retry_after_ms: options.number("maxRetryAfterMs"),
        strict: options.flag("strict"),
    })
}

fn watch(client: &Client, call_id: &JsValue, options: &JsValue) -> Result<Watch, Error> {
    let call_id = string("call_id", call_id)?;
    let options = Options::new("options", options, &WATCH_OPTIONS)?;
    let mut settings = WatchSettings::default();
    if options
        .text("until")
        .is_some_and(|until| until == "assessed")
    {
        settings.until = Until::Assessed;
    }
    for (name, setting) in &mut [
        ("timeoutMs", &mut settings.timeout_ms),
        ("minIntervalMs", &mut settings.min_interval_ms),
        ("maxIntervalMs", &mut settings.max_interval_ms),
        ("notFoundGraceMs", &mut settings.not_found_grace_ms),
    ] {
        set(setting, options.number(name));
    }
    client.watch_call(&call_id, settings, options.signal())
}

fn set(setting: &mut f64, given: Option<f64>) {
    if let Some(given) = given {
        *setting = given;
    }
}

fn build(options: &JsValue, memory: Map) -> Result<Client, Error> {
    let options = Options::new("options", options, &CLIENT_OPTIONS)?;
    let mut config = match options.text("baseUrl") {
        Some(base_url) => Config::new(&base_url)?,
        None => Config::default(),
    };
    if let Some(given) = options.get("routes") {
        config.routes = routes(&given)?;
    }
    for (name, setting) in &mut [
        ("timeoutMs", &mut config.timeout_ms),
        ("maxResponseBytes", &mut config.max_response_bytes),
        ("redialGuardMs", &mut config.redial_guard_ms),
        ("maxRetryAfterMs", &mut config.retry.max_retry_after_ms),
    ] {
        set(setting, options.number(name));
    }
    if let Some(retries) = options.whole("retries") {
        config.retry.retries = retries;
    }
    config.idempotency_key = options.flag("idempotencyKey");
    config.strict = options.flag("strict").unwrap_or(false);
    config.headers = headers(&options)?;

    let auth = match (options.text("apiKey"), options.function("token")) {
        (Some(_), Some(_)) => {
            return Err(Error::invalid("token", "must not be given beside `apiKey`"));
        }
        (Some(key), None) => Auth::api_key(key)?,
        (None, Some(ask)) => Auth::token_promise(move || ask_for(&ask)),
        (None, None) => Auth::Cookies,
    };
    let credentials = options.text("credentials");
    let platform = Platform {
        fetch: options.function("fetch"),
        credentials: credentials.map(|credentials| match credentials.as_str() {
            "omit" => RequestCredentials::Omit,
            "include" => RequestCredentials::Include,
            _ => RequestCredentials::SameOrigin,
        }),
        on_event: options.function("onEvent").map(events::listener),
        dial_memory: Some(memory),
        dangerously_allow_browser: options.flag("dangerouslyAllowBrowser").unwrap_or(false),
    };
    Client::on(platform, config, auth)
}

/// A function that throws is a promise that rejects.
fn ask_for(token: &Function) -> Promise {
    match token.call0(&JsValue::UNDEFINED) {
        Ok(token) => Promise::resolve(&token),
        Err(thrown) => Promise::reject(&thrown),
    }
}

fn headers(options: &Options) -> Result<Vec<(String, String)>, Error> {
    let mut headers = Vec::new();
    for [param, name, value] in options.record("headers")? {
        // The platform knows what a header can be.
        let fits = Headers::new().and_then(|headers| headers.append(&name, &value));
        let problem = if name.eq_ignore_ascii_case("authorization") {
            "must be given as `token` or `apiKey`"
        } else if fits.is_err() {
            "is not a header"
        } else {
            headers.push((name, value));
            continue;
        };
        return Err(Error::invalid(&param, problem));
    }
    Ok(headers)
}
