//! One attempt: sends one request and reads one answer. Only this file calls `fetch`.

use std::str::FromStr;

use gloo_net::http::{Headers, Method, RequestBuilder, Response};
use js_sys::{Array, Date, Function, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, RequestCredentials, RequestRedirect};

use super::Client;
use super::event::Event;
use super::options::Credentials;
use super::platform::{call_method, global, is_browser, message, property, steady_ms};
use super::problem::{parse_problem, parse_retry_after};
use super::scope::Scope;
use crate::api::facts::REQUEST_ID_HEADERS;
use crate::api::lenient::not_json_error;
use crate::api::{HttpRequest, Json};
use crate::error::{Error, ErrorKind, RequestSummary, Thrown};

/// The most bytes that are read of the body of an error.
const LONGEST_PROBLEM: f64 = 65_536.0;

#[wasm_bindgen]
extern "C" {
    /// With `{ stream: true }` it keeps the first bytes of a character that ends in the next chunk.
    type TextDecoder;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<TextDecoder, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &JsValue, options: &JsValue) -> Result<JsString, JsValue>;

    /// `ArrayBuffer.isView` recognises the arrays of every realm; `instanceof` does not.
    #[wasm_bindgen(js_namespace = ArrayBuffer, js_name = isView)]
    fn is_view(value: &JsValue) -> bool;
}

/// The parts in which attempts differ.
#[derive(Default)]
pub(super) struct Attempt<'a> {
    pub(super) number: u32,
    pub(super) idempotency_key: Option<&'a str>,
    /// Whether this is a dial. A dial follows no redirect. To the vendor it is sent without
    /// cookies, which puts it on another connection than other requests: no proxy is there to
    /// recognise it where a browser sends it twice.
    pub(super) is_dial: bool,
    /// Called directly before the request is sent. An error keeps it from being sent.
    pub(super) before_sending: Option<&'a dyn Fn() -> Result<(), Error>>,
}

/// A successful answer.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: JsString,
}

impl Client {
    /// Sends one request. Any status outside 200–299 is an error.
    pub(super) async fn attempt(
        &self,
        request: &HttpRequest,
        scope: &Scope,
        attempt: &Attempt<'_>,
    ) -> Result<Answer, Error> {
        let info = &request.request;
        scope.check()?;
        let authorization = self.inner.auth.header(scope).await?;
        let outgoing = self.build_request(request, authorization, attempt, scope.signal())?;
        if let Some(check) = attempt.before_sending {
            check()?;
        }
        self.report(|| Event::Request {
            request: info.clone(),
            attempt: attempt.number,
        });
        let sent_ms = steady_ms();
        let no_answer = |thrown| connection_error(info, thrown);
        let sending = fetch(self.inner.fetch.as_ref(), &outgoing).map_err(no_answer)?;
        let response = scope.settled(sending).await?.map_err(no_answer)?;
        let raw = check_response(response).map_err(no_answer)?;
        // `raw.clone()` would call JavaScript's `Response.clone`.
        let response = Response::from(Clone::clone(&raw));
        let status = response.status();
        let request_id = first_header(&raw, &REQUEST_ID_HEADERS);
        self.report(|| Event::Response {
            request: info.clone(),
            attempt: attempt.number,
            status,
            duration_ms: steady_ms() - sent_ms,
            request_id: request_id.clone(),
        });

        if (200..300).contains(&status) {
            let most = self.inner.config.max_response_bytes;
            let body = read_body(&raw, &response, most, scope).await?;
            let body = body.map_err(|unread| match unread {
                Unread::Thrown(thrown) => no_answer(thrown),
                Unread::TooLong => ErrorKind::Decode {
                    path: String::new(),
                    expected: format!("at most {} bytes (`maxResponseBytes`)", most as u64),
                    found: "more".into(),
                }
                .into(),
            })?;
            return Ok(Answer { status, body });
        }
        // The status is the answer, even where the body cannot be read. Only an abort ends this.
        let body = match read_body(&raw, &response, LONGEST_PROBLEM, scope).await {
            Ok(body) => body.unwrap_or_default(),
            Err(error) if matches!(error.kind(), ErrorKind::Aborted { .. }) => return Err(error),
            Err(_) => JsString::default(),
        };
        let mut problem = parse_problem(info.clone(), status, &String::from(body));
        problem.request_id = request_id.or(problem.request_id);
        problem.retry_after_ms = first_header(&raw, &["retry-after"])
            .and_then(|value| parse_retry_after(&value, Date::now(), Date::parse));
        Err(ErrorKind::Http(problem).into())
    }

    fn build_request(
        &self,
        request: &HttpRequest,
        authorization: Option<String>,
        attempt: &Attempt<'_>,
        signal: Option<AbortSignal>,
    ) -> Result<web_sys::Request, Error> {
        let config = &self.inner.config;
        let cannot = |thrown: JsValue| {
            let problem = format!("cannot be requested from here ({})", message(&thrown));
            Error::invalid("baseUrl", &problem)
        };
        let url = format!("{}{}", config.base_url.as_str(), request.path);
        // gloo-net's builder panics where the platform refuses a URL or a header with an exception
        // that is not an `Error` of this realm. So both are tried first.
        let probe = web_sys::Request::new_with_str(&url).map_err(cannot)?;
        let headers = web_sys::Headers::new().map_err(cannot)?;
        let has_body = attempt.is_dial && request.request.method != "GET";
        // A proxy's framework may take a POST without a content type for a form, and refuse it. To
        // another origin the content type would need a preflight.
        let has_json = has_body && !config.is_direct() && is_same_origin(&probe.url());
        let ours = [
            ("accept", Some("application/json")),
            ("content-type", has_json.then_some("application/json")),
            ("authorization", authorization.as_deref()),
            ("idempotency-key", attempt.idempotency_key),
        ];
        for (name, value) in ours {
            if let Some(value) = value {
                headers.append(name, value).map_err(cannot)?;
            }
        }
        for (name, value) in &config.headers {
            headers.append(name, &value.as_str()).map_err(cannot)?;
        }
        let credentials = match self.inner.credentials {
            Some(Credentials::SameOrigin) => Some(RequestCredentials::SameOrigin),
            Some(Credentials::Include) => Some(RequestCredentials::Include),
            Some(Credentials::Omit) => Some(RequestCredentials::Omit),
            None if attempt.is_dial && config.is_direct() => Some(RequestCredentials::Omit),
            None => None,
        };
        let build = |redirect: Option<RequestRedirect>| {
            let mut builder = RequestBuilder::new(&url)
                .method(Method::from_str(&request.request.method).unwrap_or_default())
                .headers(Headers::from_raw(headers.clone()))
                .abort_signal(signal.as_ref());
            if let Some(credentials) = credentials {
                builder = builder.credentials(credentials);
            }
            if let Some(redirect) = redirect {
                builder = builder.redirect(redirect);
            }
            match has_json {
                true => builder.body("{}"),
                false => builder.build(),
            }
        };
        // A 307 would send the POST again. Workers refuse "error"; with "manual" they return the 3xx.
        let built = match attempt.is_dial {
            true => build(Some(RequestRedirect::Error))
                .or_else(|_| build(Some(RequestRedirect::Manual))),
            false => build(None),
        };
        let built = built
            .map(web_sys::Request::from)
            .map_err(|error| cannot(error.to_string().into()))?;
        // Not in browsers, which send such a body only over HTTP/2, and after a preflight.
        if has_body && !has_json && !is_browser() {
            return Ok(with_unrepeatable_body(&built).unwrap_or(built));
        }
        Ok(built)
    }
}

/// Whether a URL has the page's origin.
fn is_same_origin(url: &str) -> bool {
    let origin = property(&global("location"), "origin").as_string();
    let path = origin.and_then(|origin| url.strip_prefix(origin.as_str()));
    path.is_some_and(|path| path.starts_with('/'))
}

/// The request with an empty body that can be read only once. Then Node cannot send it again after
/// a 421, nor Deno after a reset. See `docs/decisions/0002-proxy-dials-once.md`.
fn with_unrepeatable_body(request: &web_sys::Request) -> Result<web_sys::Request, JsValue> {
    let blob: Function = global("Blob").dyn_into()?;
    let blob = Reflect::construct(&blob, &Array::new())?;
    let stream = call_method(&blob, "stream", &Array::new())?;
    let init = web_sys::RequestInit::new();
    init.set_body(&stream);
    Reflect::set(&init, &"duplex".into(), &"half".into())?;
    web_sys::Request::new_with_request_and_init(request, &init)
}

/// Sends the request with the custom `fetch`, or the global one.
fn fetch(custom: Option<&Function>, request: &web_sys::Request) -> Result<Promise, JsValue> {
    let promise = match custom {
        Some(custom) => custom.call1(&JsValue::UNDEFINED, request)?,
        None => {
            let fetch: Function = global("fetch").dyn_into()?;
            let is_patched_by_next = property(&fetch, "__nextPatched").is_truthy();
            if is_patched_by_next && request.method() == "GET" {
                let (url, init) = url_and_init(request);
                fetch.call2(&js_sys::global(), &url, &init)?
            } else {
                fetch.call1(&js_sys::global(), request)?
            }
        }
    };
    Ok(Promise::resolve(&promise))
}

/// URL and options of a read, for Next's `fetch`. Within one server component Next answers a
/// repeated read from memory, so that a poll would get the first answer for ever. It makes an
/// exception for a request with a signal, but does not see the signal of a `Request`.
fn url_and_init(request: &web_sys::Request) -> (JsValue, Object) {
    let init = Object::new();
    for name in ["headers", "credentials", "signal"] {
        let _ = Reflect::set(&init, &name.into(), &property(request, name));
    }
    (request.url().into(), init)
}

/// Accepts any object with a status: a mock's response, or one of another realm.
fn check_response(value: JsValue) -> Result<web_sys::Response, JsValue> {
    let status = property(&value, "status").as_f64();
    if status.is_some_and(|status| status.fract() == 0.0 && (0.0..1_000.0).contains(&status)) {
        return Ok(value.unchecked_into());
    }
    Err("`fetch` gave no Response".into())
}

fn connection_error(request: &RequestSummary, thrown: JsValue) -> Error {
    ErrorKind::Connection {
        request: request.clone(),
        detail: message(&thrown),
        cause: Thrown(thrown),
    }
    .into()
}

/// Why a body could not be read.
enum Unread {
    Thrown(JsValue),
    TooLong,
}

impl From<JsValue> for Unread {
    fn from(thrown: JsValue) -> Self {
        Self::Thrown(thrown)
    }
}

/// Reads the body to its end, or to one chunk past `max_bytes`.
async fn read_body(
    raw: &web_sys::Response,
    response: &Response,
    max_bytes: f64,
    scope: &Scope,
) -> Result<Result<JsString, Unread>, Error> {
    if let Some(stream) = response.body()
        && property(&stream, "getReader").is_function()
    {
        return read_stream(&stream, max_bytes, scope).await;
    }
    // A mock's response may have only `text()`, or no body at all.
    let Ok(text) = call_method(raw, "text", &Array::new()) else {
        return Ok(Ok(JsString::default()));
    };
    let text = scope.settled(Promise::resolve(&text)).await?;
    Ok(text.map_err(Unread::Thrown).and_then(|text| {
        let text: JsString = text.dyn_into()?;
        match f64::from(text.length()) > max_bytes {
            true => Err(Unread::TooLong),
            false => Ok(text),
        }
    }))
}

async fn read_stream(
    stream: &JsValue,
    max_bytes: f64,
    scope: &Scope,
) -> Result<Result<JsString, Unread>, Error> {
    let mut text = JsString::default();
    let mut length = 0.0;
    let more = js_sys::Object::new();
    let _ = Reflect::set(&more, &"stream".into(), &JsValue::TRUE);
    let no_arguments = Array::new();
    let start = || -> Result<(TextDecoder, JsValue), JsValue> {
        Ok((
            TextDecoder::new()?,
            call_method(stream, "getReader", &no_arguments)?,
        ))
    };
    let (decoder, reader) = match start() {
        Ok(started) => started,
        Err(thrown) => return Ok(Err(thrown.into())),
    };
    loop {
        let read = match call_method(&reader, "read", &no_arguments) {
            Ok(read) => Promise::resolve(&read),
            Err(thrown) => return Ok(Err(thrown.into())),
        };
        let chunk = match scope.settled(read).await? {
            Ok(chunk) => chunk,
            Err(thrown) => return Ok(Err(thrown.into())),
        };
        let is_done = property(&chunk, "done").is_truthy();
        let decoded = if is_done {
            decoder.decode(&JsValue::UNDEFINED, &JsValue::UNDEFINED)
        } else {
            let bytes = property(&chunk, "value");
            if !is_view(&bytes) {
                return Ok(Err(JsValue::from("a chunk of the body is not bytes").into()));
            }
            let bytes: Uint8Array = bytes.unchecked_into();
            length += f64::from(bytes.byte_length());
            if length > max_bytes {
                return Ok(Err(Unread::TooLong));
            }
            decoder.decode(&bytes, &more)
        };
        match decoded {
            Ok(part) => text = text.concat(&part),
            Err(thrown) => return Ok(Err(thrown.into())),
        }
        if is_done {
            return Ok(Ok(text));
        }
    }
}

/// The first of these headers that is there. gloo-net's `get` panics where a mock has no headers.
fn first_header(response: &web_sys::Response, names: &[&str]) -> Option<String> {
    let headers = property(response, "headers");
    names.iter().find_map(|name| {
        let value = call_method(&headers, "get", &Array::of1(&JsValue::from_str(name)));
        value.ok()?.as_string()
    })
}

/// Parses the body of an answer.
pub(super) fn parse_body(body: &JsString) -> Result<Json, Error> {
    Json::parse_text(body).map_err(|text| not_json_error(&text))
}
