//! Sending: what may be sent, when, and how often.
//!
//! Decisions are pure functions of their arguments, the clock and the random number included, and
//! run natively. What does the waiting and sending is for the browser only.

// Natively only their tests call the decisions.
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]

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
mod reads;
#[cfg(target_arch = "wasm32")]
mod scope;

pub use callback::{Fetch, Listener, Signal, TokenSource};
#[doc(hidden)]
pub use config::base_url_for_key;
pub use event::Event;
pub use follow::{CallChange, TranscriptChange};
pub use options::{
    ClientOptions, Credentials, DialOptions, ReadOptions, RequestsOptions, RouteOptions, Until,
    WatchOptions,
};

#[cfg(target_arch = "wasm32")]
pub use follow::{CallUpdate, Watch};
#[cfg(target_arch = "wasm32")]
pub use pages::Pages;
#[cfg(target_arch = "wasm32")]
pub use reads::Client;

#[cfg(all(feature = "js", target_arch = "wasm32"))]
pub(crate) use config::{BaseUrl, parse_routes};
