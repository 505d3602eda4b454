//! The client's methods. Each returns a promise, and keeps no borrow while it runs.

use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Poll, Waker};

use js_sys::{Float64Array, Map, Object, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;

use super::input::string_argument;
use super::{page_to_js, to_js};
use crate::api::arguments::parse_options;
use crate::api::{Json, ScreeningResultsRequest};
use crate::client::{CallUpdate, Client, ClientOptions, Fetch, Pages, Watch};
use crate::error::Error;

/// A client of this wasm instance.
#[wasm_bindgen(js_name = Client)]
pub struct JsClient(Client);

#[wasm_bindgen(js_class = Client)]
impl JsClient {
    /// `memory` keeps the dials, and outlives this wasm instance. Where the options have no `fetch`,
    /// `early_reads` replaces the global one, and so does `fetch_for_headers` for a client with
    /// custom headers.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "ClientOptions")] given: JsValue,
        memory: Map,
        #[wasm_bindgen(unchecked_param_type = "ClientOptions[\"fetch\"]")] early_reads: JsValue,
        #[wasm_bindgen(unchecked_param_type = "ClientOptions[\"fetch\"]")]
        fetch_for_headers: JsValue,
    ) -> Result<JsClient, JsValue> {
        let mut given: ClientOptions = parse_options(&Json::from(given))?;
        if given.fetch.is_none() {
            let early_reads = early_reads.dyn_into().ok();
            let for_headers = given.headers.as_ref();
            let for_headers = for_headers.and_then(|_| fetch_for_headers.dyn_into().ok());
            given.fetch = early_reads.or(for_headers).map(Fetch);
        }
        Ok(JsClient(Client::with_memory(given, memory)?))
    }

    /// Initiate an instant call for an application.
    #[wasm_bindgen(js_name = initiateInstantCall, unchecked_return_type = "Promise<InstantCall>")]
    pub fn initiate_instant_call(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] application_id: JsValue,
        #[wasm_bindgen(unchecked_param_type = "DialOptions | undefined")] given: JsValue,
    ) -> Promise {
        let client = self.0.clone();
        promise(async move {
            let application_id = string_argument("application_id", &application_id)?;
            let given = parse_options(&Json::from(given))?;
            let call = client.initiate_instant_call(&application_id, given).await?;
            Ok(call.unknown_fields.object().as_js().into())
        })
    }

    /// Retrieve call details for a specific call.
    #[wasm_bindgen(js_name = getCallDetails, unchecked_return_type = "Promise<CallDetails>")]
    pub fn get_call_details(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] call_id: JsValue,
        #[wasm_bindgen(unchecked_param_type = "ReadOptions | undefined")] given: JsValue,
    ) -> Promise {
        let client = self.0.clone();
        promise(async move {
            let call_id = string_argument("call_id", &call_id)?;
            let given = parse_options(&Json::from(given))?;
            let call = client.get_call_details(&call_id, given).await?;
            Ok(call.unknown_fields.object().as_js().into())
        })
    }

    /// Retrieve one page of screening call results.
    #[wasm_bindgen(
        js_name = listScreeningResults,
        unchecked_return_type = "Promise<ScreeningResultsPage>"
    )]
    pub fn list_screening_results(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ScreeningResultsRequest | undefined")]
        filters: JsValue,
        #[wasm_bindgen(unchecked_param_type = "ReadOptions | undefined")] given: JsValue,
    ) -> Promise {
        let client = self.0.clone();
        promise(async move {
            let query = ScreeningResultsRequest::from_arguments(&Json::from(filters))?;
            let given = parse_options(&Json::from(given))?;
            let page = client.list_screening_results(query, given).await?;
            Ok(page_to_js(&page))
        })
    }

    /// The pages from `filters.page` on.
    #[wasm_bindgen(js_name = screeningResultsPages)]
    pub fn screening_results_pages(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ScreeningResultsRequest | undefined")]
        filters: JsValue,
        #[wasm_bindgen(unchecked_param_type = "ReadOptions | undefined")] given: JsValue,
    ) -> Result<JsPages, JsValue> {
        let query = ScreeningResultsRequest::from_arguments(&Json::from(filters))?;
        let given = parse_options(&Json::from(given))?;
        let pages = self.0.screening_results_pages(query, given)?;
        Ok(JsPages(Sequence::new(pages)))
    }

    /// Follows a call. It gives an update whenever something is new.
    #[wasm_bindgen(js_name = watchCall)]
    pub fn watch_call(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] call_id: JsValue,
        #[wasm_bindgen(unchecked_param_type = "WatchOptions | undefined")] given: JsValue,
    ) -> Result<JsWatch, JsValue> {
        let call_id = string_argument("call_id", &call_id)?;
        let given = parse_options(&Json::from(given))?;
        let watch = self.0.watch_call(&call_id, given)?;
        Ok(JsWatch(Sequence::new(watch)))
    }
}

/// The pages of a listing, one after the other.
#[wasm_bindgen(js_name = Pages)]
pub struct JsPages(Sequence<Pages>);

#[wasm_bindgen(js_class = Pages)]
impl JsPages {
    /// The next page, or `undefined` after the last. Call it again only after the promise has settled.
    #[wasm_bindgen(unchecked_return_type = "Promise<ScreeningResultsPage | undefined>")]
    pub fn next(&self) -> Promise {
        self.0.next(async |pages| {
            let page = pages.next().await.transpose()?;
            Ok(page.map_or(JsValue::UNDEFINED, |page| page_to_js(&page)))
        })
    }
}

/// The updates of a call, one after the other.
#[wasm_bindgen(js_name = Watch)]
pub struct JsWatch(Sequence<Watch>);

#[wasm_bindgen(js_class = Watch)]
impl JsWatch {
    /// The next update, or `undefined` after the last. Call it again only after the promise has settled.
    #[wasm_bindgen(
        unchecked_return_type = "Promise<{ call: CallDetails; changed: CallChange; turns: Float64Array; stale?: { sinceMs: number; error: unknown } } | undefined>"
    )]
    pub fn next(&self) -> Promise {
        self.0.next(async |watch| {
            let update = watch.next().await.transpose()?;
            Ok(update.map_or(JsValue::UNDEFINED, |update| update_to_js(&update)))
        })
    }
}

/// `{ call, changed, turns, stale }`.
fn update_to_js(update: &CallUpdate) -> JsValue {
    let js = Object::new();
    // Setting fails only on a frozen object.
    let set = |object: &Object, name: &str, value: &JsValue| {
        let _ = Reflect::set(object, &name.into(), value);
    };
    set(&js, "call", update.call.unknown_fields.object().as_js());
    set(&js, "changed", &to_js(&update.change));
    let turns = Float64Array::from(update.flat_turns.as_slice());
    set(&js, "turns", &turns);
    if let Some(stale) = &update.stale {
        let error = stale.error.clone().map_or(JsValue::NULL, JsValue::from);
        let object = Object::new();
        set(&object, "sinceMs", &stale.since_ms.into());
        set(&object, "error", &error);
        set(&js, "stale", &object);
    }
    js.into()
}

/// A source of items for JavaScript. `next` takes the source out while it waits for an item, so
/// that nothing is borrowed meanwhile. When JavaScript frees the sequence, the wait ends.
struct Sequence<T> {
    items: Rc<RefCell<Option<T>>>,
    freed: Rc<Freed>,
}

/// Whether JavaScript has freed a sequence, and the task that waits for an item.
#[derive(Default)]
struct Freed {
    is_freed: Cell<bool>,
    waiting: RefCell<Option<Waker>>,
}

impl<T: 'static> Sequence<T> {
    fn new(items: T) -> Self {
        Self {
            items: Rc::new(RefCell::new(Some(items))),
            freed: Rc::default(),
        }
    }

    /// A promise of the next item. It is `undefined` after the last item, and where JavaScript
    /// frees the sequence first.
    fn next(&self, next: impl AsyncFnOnce(&mut T) -> Result<JsValue, Error> + 'static) -> Promise {
        let (cell, freed) = (self.items.clone(), self.freed.clone());
        promise(async move {
            let Some(mut items) = cell.take() else {
                return Ok(JsValue::UNDEFINED);
            };
            let item = {
                let mut work = pin!(next(&mut items));
                let unless_freed = poll_fn(|context| {
                    if freed.is_freed.get() {
                        return Poll::Ready(Ok(JsValue::UNDEFINED));
                    }
                    freed.waiting.replace(Some(context.waker().clone()));
                    work.as_mut().poll(context)
                });
                unless_freed.await?
            };
            if !item.is_undefined() {
                cell.replace(Some(items));
            }
            Ok(item)
        })
    }
}

impl<T> Drop for Sequence<T> {
    fn drop(&mut self) {
        self.freed.is_freed.set(true);
        if let Some(waker) = self.freed.waiting.take() {
            waker.wake();
        }
    }
}

/// A promise for a future. The future is boxed, so that the wasm has one copy of the code that drives
/// it.
fn promise(future: impl Future<Output = Result<JsValue, Error>> + 'static) -> Promise {
    let future: Pin<Box<dyn Future<Output = Result<JsValue, Error>>>> = Box::pin(future);
    future_to_promise(async move { future.await.map_err(JsValue::from) })
}
