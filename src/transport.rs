//! The only place that does I/O: one request out, one answer in.
//!
//! gloo-net wraps the response. The request is built here, since gloo-net's builder brings the
//! standard library's formatting (3 kB of wasm), and `fetch` is called here: gloo-net's own `send`
//! knows only the global one, and never returns when it rejects with what is no `Error`.

use gloo_net::http::Response;
use js_sys::{Array, Function, Object, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, ReadableStreamDefaultReader, RequestCredentials};

use crate::client::{Scope, Stop};
use crate::property::{global, property};

/// A request with everything that goes over the wire, the key included.
pub(crate) struct Outgoing<'a> {
    pub(crate) method: &'a str,
    pub(crate) url: &'a str,
    pub(crate) headers: web_sys::Headers,
    pub(crate) credentials: Option<RequestCredentials>,
    /// Whether a redirect is an error: a 307 would post again.
    pub(crate) refuse_redirects: bool,
    pub(crate) signal: &'a AbortSignal,
}

/// Builds the request; nothing is sent yet. Fails with what the platform threw, for example at a
/// relative URL where there is no page.
pub(crate) fn build(outgoing: Outgoing<'_>) -> Result<web_sys::Request, JsValue> {
    let options = Array::new();
    let set = |name: &str, value: JsValue| {
        options.push(&Array::of2(&name.into(), &value));
    };
    set("method", outgoing.method.into());
    set("headers", outgoing.headers.into());
    set("signal", outgoing.signal.into());
    if let Some(credentials) = outgoing.credentials {
        // The enum's own conversion has a text for what it does not know.
        let credentials = match credentials {
            RequestCredentials::Omit => "omit",
            RequestCredentials::Include => "include",
            _ => "same-origin",
        };
        set("credentials", credentials.into());
    }
    if outgoing.refuse_redirects {
        set("redirect", "error".into());
    }
    let options = Object::from_entries(&options)?;
    web_sys::Request::new_with_str_and_init(outgoing.url, options.unchecked_ref())
}

/// Sends the request with the given `fetch`, or the global one.
pub(crate) fn fetch(
    own: Option<&Function>,
    request: &web_sys::Request,
) -> Result<Promise, JsValue> {
    let promise = match own {
        Some(own) => own.call1(&JsValue::UNDEFINED, request)?,
        None => {
            let fetch: Function = global("fetch").dyn_into()?;
            fetch.call1(&js_sys::global(), request)?
        }
    };
    Ok(Promise::resolve(&promise))
}

/// Why a body could not be read.
pub(crate) enum BodyError {
    /// It broke off, or nobody waits for it any more.
    Stop(Stop),
    /// It is longer than allowed.
    TooLong,
}

impl<T: Into<Stop>> From<T> for BodyError {
    fn from(stop: T) -> Self {
        Self::Stop(stop.into())
    }
}

/// Reads the body to its end, or to one chunk past `max_bytes`.
pub(crate) async fn read_body(
    response: &Response,
    max_bytes: f64,
    scope: &Scope,
) -> Result<Vec<u8>, BodyError> {
    let mut body = Vec::new();
    let Some(stream) = response.body() else {
        return Ok(body);
    };
    let reader = ReadableStreamDefaultReader::new(&stream)?;
    loop {
        let result = scope.wait(&reader.read().unchecked_into()).await?;
        if property(&result, "done").is_truthy() {
            return Ok(body);
        }
        let chunk = property(&result, "value").dyn_into::<Uint8Array>()?;
        let start = body.len();
        let end = start + chunk.length() as usize;
        if end as f64 > max_bytes {
            return Err(BodyError::TooLong);
        }
        body.resize(end, 0);
        chunk.copy_to(&mut body[start..]);
    }
}
