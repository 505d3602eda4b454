//! Options that are functions, or objects of the platform. JavaScript callers give functions, Rust
//! callers give closures. Natively these types cannot be constructed from options.

use std::fmt;
use std::rc::Rc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::event::Event;

#[cfg(target_arch = "wasm32")]
use {
    super::platform::{call, promise_of, property},
    crate::api::Json,
    js_sys::{Function, Promise},
    std::future::Future,
    wasm_bindgen::{JsCast, JsValue},
    wasm_bindgen_futures::future_to_promise,
};

/// Converts a JavaScript value. The error is `expected`.
fn from_platform<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    expected: &str,
    #[cfg(target_arch = "wasm32")] convert: impl FnOnce(JsValue) -> Option<T>,
) -> Result<T, D::Error> {
    #[cfg(target_arch = "wasm32")]
    if let Some(value) = Json::deserialize(deserializer)
        .ok()
        .and_then(|json| convert(json.as_js().clone()))
    {
        return Ok(value);
    }
    #[cfg(not(target_arch = "wasm32"))]
    drop(deserializer);
    Err(D::Error::custom(expected))
}

/// A custom `fetch` function: `(request: Request) => Promise<Response>`.
#[derive(Debug, Clone)]
pub struct Fetch(#[cfg(target_arch = "wasm32")] pub Function);

impl<'de> Deserialize<'de> for Fetch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_platform(
            deserializer,
            "a function",
            #[cfg(target_arch = "wasm32")]
            |value| value.dyn_into().ok().map(Self),
        )
    }
}

/// A caller's `AbortSignal`.
#[derive(Debug, Clone)]
pub struct Signal(#[cfg(target_arch = "wasm32")] pub web_sys::AbortSignal);

impl<'de> Deserialize<'de> for Signal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_platform(
            deserializer,
            "an AbortSignal",
            // `instanceof` fails for a signal of another realm, such as a frame's.
            #[cfg(target_arch = "wasm32")]
            |value| {
                property(&value, "aborted").as_bool()?;
                Some(Self(value.unchecked_into()))
            },
        )
    }
}

/// A function that returns tokens for the page's proxy.
#[derive(Clone)]
pub struct TokenSource(#[cfg(target_arch = "wasm32")] pub(super) Rc<dyn Fn() -> Promise>);

impl fmt::Debug for TokenSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenSource(…)")
    }
}

impl<'de> Deserialize<'de> for TokenSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_platform(
            deserializer,
            "a function",
            #[cfg(target_arch = "wasm32")]
            |value| {
                let source: Function = value.dyn_into().ok()?;
                Some(Self(Rc::new(move || {
                    promise_of(source.call0(&JsValue::UNDEFINED))
                })))
            },
        )
    }
}

#[cfg(target_arch = "wasm32")]
impl TokenSource {
    /// A source of tokens from a Rust function, which is called for every request. The error is a
    /// message.
    pub fn new<F, T>(source: F) -> Self
    where
        F: Fn() -> T + 'static,
        T: Future<Output = Result<String, String>> + 'static,
    {
        Self(Rc::new(move || {
            let token = source();
            future_to_promise(async move { token.await.map(Into::into).map_err(Into::into) })
        }))
    }
}

/// A function that a client calls with each [`Event`].
#[derive(Clone)]
pub struct Listener(pub(super) Rc<dyn Fn(&Event)>);

impl fmt::Debug for Listener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Listener(…)")
    }
}

impl Listener {
    /// A listener from a Rust function.
    pub fn new(listener: impl Fn(&Event) + 'static) -> Self {
        Self(Rc::new(listener))
    }
}

impl<'de> Deserialize<'de> for Listener {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_platform(
            deserializer,
            "a function",
            #[cfg(target_arch = "wasm32")]
            |value| {
                let listener: Function = value.dyn_into().ok()?;
                Some(Self::new(move |event| {
                    use serde::Serialize;
                    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
                    let event = event.serialize(&serializer);
                    call(&listener, &event.expect("events are plain data"));
                }))
            },
        )
    }
}
