//! Sending: what may be sent, when, and how often.
//!
//! Decisions are pure functions of their arguments, the clock and the random number included, and
//! run natively. What does the waiting and sending is for the browser only.

// Natively only their tests call the decisions.
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]

mod config;
mod dial_guard;
mod problem;
mod retry;
mod watch;

#[cfg(target_arch = "wasm32")]
mod auth;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod deferred;
#[cfg(target_arch = "wasm32")]
mod dial;
#[cfg(target_arch = "wasm32")]
mod dial_lock;
#[cfg(target_arch = "wasm32")]
mod dial_store;
#[cfg(target_arch = "wasm32")]
mod event;
#[cfg(target_arch = "wasm32")]
mod pages;
#[cfg(target_arch = "wasm32")]
mod random_uuid;
#[cfg(target_arch = "wasm32")]
mod scope;
#[cfg(target_arch = "wasm32")]
mod task;
#[cfg(target_arch = "wasm32")]
mod watching;

pub use config::Config;
pub use retry::RetryPolicy;
pub use watch::{CallChange, TranscriptChange, Until, WatchSettings};

#[cfg(target_arch = "wasm32")]
pub(crate) use scope::{Scope, Stop};
#[cfg(all(feature = "js", target_arch = "wasm32"))]
pub(crate) use task::promise;
#[cfg(target_arch = "wasm32")]
pub use {
    auth::Auth,
    browser::{Client, Listener, Platform, RequestOptions},
    dial::DialOptions,
    event::Event,
    pages::Pages,
    watching::{CallUpdate, Watch},
};
