//! The client's methods. Each returns a promise and holds no borrow while it runs.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Array, Function, Map, Object, Promise};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;
use web_sys::{Headers, RequestCredentials};

use super::options::Options;
use super::requests::{query, routes};
use super::text::{string, wrong_type};
use super::{errors, events, models};
use crate::client::{
    Auth, Client, Config, DialOptions, Pages, Platform, RequestOptions, RetryPolicy, Until, Watch,
    WatchSettings,
};
use crate::error::Error;

const READ_OPTIONS: [&str; 5] = [
    "signal",
    "timeoutMs",
    "retries",
    "maxRetryAfterMs",
    "strict",
];

/// A client of this wasm instance.
#[wasm_bindgen(js_name = Client, skip_typescript)]
pub struct JsClient(Client);

/// A promise for what comes out; errors leave as plain objects.
fn promise(future: impl Future<Output = Result<JsValue, Error>> + 'static) -> Promise {
    // Boxed, so that there is one copy of what drives it, and not one for each method.
    let future: Pin<Box<dyn Future<Output = _>>> = Box::pin(future);
    future_to_promise(async move { future.await.map_err(|error| errors::to_js(&error)) })
}

#[wasm_bindgen(js_class = Client)]
impl JsClient {
    /// `memory` outlives this instance: dials are remembered in it.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &JsValue, memory: Map) -> Result<JsClient, JsValue> {
        let client = build(options, memory).map_err(|error| errors::to_js(&error))?;
        Ok(JsClient(client))
    }

    #[wasm_bindgen(js_name = initiateInstantCall)]
    pub fn initiate_instant_call(&self, application_id: JsValue, options: JsValue) -> Promise {
        let client = self.0.clone();
        promise(async move {
            let application_id = string("application_id", &application_id)?;
            let options = Options::new("options", &options, &["signal", "timeoutMs", "redial"])?;
            let options = DialOptions {
                signal: options.signal()?,
                timeout_ms: options.amount("timeoutMs")?,
                redial: options.string("redial")?,
            };
            let call = client
                .initiate_instant_call(&application_id, options)
                .await?;
            Ok(models::instant_call(&call))
        })
    }

    #[wasm_bindgen(js_name = getCallDetails)]
    pub fn get_call_details(&self, call_id: JsValue, options: JsValue) -> Promise {
        let client = self.0.clone();
        promise(async move {
            let call_id = string("call_id", &call_id)?;
            let options = read_options(&options)?;
            let call = client.get_call_details(&call_id, options).await?;
            Ok(models::call_details(&call))
        })
    }

    #[wasm_bindgen(js_name = listScreeningResults)]
    pub fn list_screening_results(&self, filters: JsValue, options: JsValue) -> Promise {
        let client = self.0.clone();
        promise(async move {
            let query = query(&filters)?;
            let options = read_options(&options)?;
            let page = client.list_screening_results(query, options).await?;
            Ok(models::page(&page))
        })
    }

    /// Every page from `filters.page` on.
    pub fn pages(&self, filters: &JsValue, options: &JsValue) -> Result<JsPages, JsValue> {
        query(filters)
            .and_then(|query| {
                let options = read_options(options)?;
                self.0.screening_results_pages(query, options)
            })
            .map(|pages| JsPages(Rc::new(RefCell::new(Some(pages)))))
            .map_err(|error| errors::to_js(&error))
    }

    /// Follows a call.
    pub fn watch(&self, call_id: &JsValue, options: &JsValue) -> Result<JsWatch, JsValue> {
        watch(&self.0, call_id, options)
            .map(|watch| JsWatch(Rc::new(RefCell::new(Some(watch)))))
            .map_err(|error| errors::to_js(&error))
    }
}

/// Pages, one after the other.
#[wasm_bindgen(js_name = Pages, skip_typescript)]
pub struct JsPages(Rc<RefCell<Option<Pages>>>);

#[wasm_bindgen(js_class = Pages)]
impl JsPages {
    /// The next page, or `undefined` after the last. One at a time.
    pub fn next(&self) -> Promise {
        let slot = self.0.clone();
        promise(async move {
            let taken = slot.borrow_mut().take();
            let Some(mut pages) = taken else {
                return Ok(JsValue::UNDEFINED);
            };
            match pages.next().await {
                None => Ok(JsValue::UNDEFINED),
                Some(page) => {
                    let page = page?;
                    *slot.borrow_mut() = Some(pages);
                    Ok(models::page(&page))
                }
            }
        })
    }
}

/// Updates of a call, one after the other.
#[wasm_bindgen(js_name = Watch, skip_typescript)]
pub struct JsWatch(Rc<RefCell<Option<Watch>>>);

#[wasm_bindgen(js_class = Watch)]
impl JsWatch {
    /// `{ call, firstNewTurn, changed }`, or `undefined` after the last. One at a time.
    pub fn next(&self) -> Promise {
        let slot = self.0.clone();
        promise(async move {
            let taken = slot.borrow_mut().take();
            let Some(mut watch) = taken else {
                return Ok(JsValue::UNDEFINED);
            };
            match watch.next().await {
                None => Ok(JsValue::UNDEFINED),
                Some(update) => {
                    let update = update?;
                    *slot.borrow_mut() = Some(watch);
                    Ok(events::update(&update))
                }
            }
        })
    }
}

fn read_options(options: &JsValue) -> Result<RequestOptions, Error> {
    let options = Options::new("options", options, &READ_OPTIONS)?;
    let retries = options.whole("retries", RETRIES)?;
    let max_retry_after_ms = options.amount("maxRetryAfterMs")?;
    Ok(RequestOptions {
        signal: options.signal()?,
        timeout_ms: options.amount("timeoutMs")?,
        retries,
        max_retry_after_ms,
        strict: options.bool("strict")?,
    })
}

const RETRIES: &str = "must be a whole number, 0 or more";

fn watch(client: &Client, call_id: &JsValue, options: &JsValue) -> Result<Watch, Error> {
    let call_id = string("call_id", call_id)?;
    let options = Options::new(
        "options",
        options,
        &[
            "signal",
            "timeoutMs",
            "until",
            "minIntervalMs",
            "maxIntervalMs",
            "notFoundGraceMs",
        ],
    )?;
    let default = WatchSettings::default();
    let settings = WatchSettings {
        until: match options.string("until")?.as_deref() {
            None | Some("ended") => Until::Ended,
            Some("assessed") => Until::Assessed,
            Some(_) => return Err(Error::invalid("until", "must be \"ended\" or \"assessed\"")),
        },
        min_interval_ms: options
            .amount("minIntervalMs")?
            .unwrap_or(default.min_interval_ms),
        max_interval_ms: options
            .amount("maxIntervalMs")?
            .unwrap_or(default.max_interval_ms),
        not_found_grace_ms: options
            .amount("notFoundGraceMs")?
            .unwrap_or(default.not_found_grace_ms),
        timeout_ms: options.amount("timeoutMs")?.unwrap_or(default.timeout_ms),
    };
    client.watch_call(&call_id, settings, options.signal()?)
}

fn build(options: &JsValue, memory: Map) -> Result<Client, Error> {
    let options = Options::new(
        "options",
        options,
        &[
            "baseUrl",
            "apiKey",
            "token",
            "dangerouslyAllowBrowser",
            "routes",
            "fetch",
            "credentials",
            "headers",
            "timeoutMs",
            "retries",
            "maxRetryAfterMs",
            "maxResponseBytes",
            "redialGuardMs",
            "idempotencyKey",
            "strict",
            "onEvent",
        ],
    )?;
    let mut config = match options.string("baseUrl")? {
        Some(base_url) => Config::new(&base_url)?,
        None => Config::default(),
    };
    if let Some(given) = options.get("routes") {
        config.routes = routes(&given)?;
    }
    let default = RetryPolicy::default();
    config.retry = RetryPolicy {
        retries: options
            .whole("retries", RETRIES)?
            .unwrap_or(default.retries),
        max_retry_after_ms: options
            .amount("maxRetryAfterMs")?
            .unwrap_or(default.max_retry_after_ms),
    };
    for (name, setting) in [
        ("timeoutMs", &mut config.timeout_ms),
        ("maxResponseBytes", &mut config.max_response_bytes),
        ("redialGuardMs", &mut config.redial_guard_ms),
    ] {
        if let Some(amount) = options.amount(name)? {
            *setting = amount;
        }
    }
    config.idempotency_key = options.bool("idempotencyKey")?;
    config.strict = options.bool("strict")?.unwrap_or(false);
    if let Some(given) = options.get("headers") {
        config.headers = headers(&given)?;
    }

    let auth = match (options.string("apiKey")?, options.function("token")?) {
        (Some(_), Some(_)) => {
            return Err(Error::invalid("token", "must not be given beside `apiKey`"));
        }
        (Some(key), None) => Auth::api_key(key)?,
        (None, Some(ask)) => Auth::token_promise(move || ask_for(&ask)),
        (None, None) => Auth::Cookies,
    };
    let platform = Platform {
        fetch: options.function("fetch")?,
        credentials: credentials(&options)?,
        on_event: options.function("onEvent")?.map(events::listener),
        dial_memory: Some(memory),
        dangerously_allow_browser: options.bool("dangerouslyAllowBrowser")?.unwrap_or(false),
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

fn credentials(options: &Options) -> Result<Option<RequestCredentials>, Error> {
    Ok(Some(match options.string("credentials")?.as_deref() {
        None => return Ok(None),
        Some("omit") => RequestCredentials::Omit,
        Some("same-origin") => RequestCredentials::SameOrigin,
        Some("include") => RequestCredentials::Include,
        Some(_) => {
            let problem = "must be \"omit\", \"same-origin\" or \"include\"";
            return Err(Error::invalid("credentials", problem));
        }
    }))
}

fn headers(given: &JsValue) -> Result<Vec<(String, String)>, Error> {
    if !given.is_object() {
        return Err(Error::invalid("headers", &wrong_type("an object", given)));
    }
    let mut headers = Vec::new();
    for entry in Object::entries(given.unchecked_ref::<Object>()) {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string().unwrap_or_default();
        let mut param = String::from("headers.");
        param.push_str(&name);
        let value = string(&param, &entry.get(1))?;
        if name.eq_ignore_ascii_case("authorization") {
            return Err(Error::invalid(
                &param,
                "must be given as `token` or `apiKey`",
            ));
        }
        // The platform knows what a header can be.
        let fits = Headers::new().and_then(|headers| headers.append(&name, &value));
        if fits.is_err() {
            return Err(Error::invalid(&param, "is not a header"));
        }
        headers.push((name, value));
    }
    Ok(headers)
}
