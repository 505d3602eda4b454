//! A mock of the NinjaHire Calls API on the loopback. It is strict about the contract, has seeded
//! calls, counts its requests, and simulates faults.
//!
//! ```no_run
//! # async fn example() -> std::io::Result<()> {
//! let mock = mock_api::serve(mock_api::Config::default()).await?;
//! println!("{}", mock.url());
//! mock.shutdown().await;
//! # Ok(())
//! # }
//! ```

mod connection;
mod contract;
mod control;
mod cors;
mod delivery;
mod demo;
mod dialogue;
mod exchange;
mod faults;
mod gateway;
mod live_call;
mod log;
mod misbehave;
mod problem;
mod recording;
mod routes;
mod server;
mod state;
mod webhooks;
mod world;

use std::time::Duration;

pub use routes::router;
pub use server::{Handle, serve};
pub use state::{Mock, Shared, seconds};

#[derive(Clone, Debug)]
pub struct Config {
    /// The port; 0 for any free one.
    pub port: u16,
    /// The length of an instant call.
    pub call_duration: Duration,
    /// The time from the end of a call to its score, summary, digest and questions.
    pub assessment_delay: Duration,
    /// How long the details of a new call are a 404.
    pub details_lag: Duration,
    /// The number of screening results.
    pub results: usize,
    pub seed: u64,
    /// Makes realistic data for the demo: calls up to today, timestamps, and questions in other
    /// words than they were asked. Without it a seed gives the same world, byte for byte, on any
    /// day.
    pub is_lifelike: bool,
    /// The only key that is accepted. Without it any key is.
    pub key: Option<String>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            port: 0,
            call_duration: Duration::from_secs(20),
            assessment_delay: Duration::from_secs(3),
            details_lag: Duration::ZERO,
            results: 300,
            seed: 1,
            is_lifelike: false,
            key: None,
        }
    }
}
