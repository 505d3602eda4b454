//! Follows a call: polls it, waits between polls, and reports changes.

mod changes;
mod policy;
#[cfg(target_arch = "wasm32")]
mod sharing;
#[cfg(target_arch = "wasm32")]
mod visibility;
#[cfg(target_arch = "wasm32")]
mod watch;

pub use changes::{CallChange, TranscriptChange};
pub use policy::{Pace, Polled};
#[cfg(target_arch = "wasm32")]
pub(super) use sharing::Polls;
#[cfg(target_arch = "wasm32")]
pub use watch::{CallUpdate, Stale, Watch};
