//! A stand-in for the NinjaHire Calls API on loopback: strict about the contract, with a small
//! world of calls in it, counting what it receives, and misbehaving when told to.
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
    /// 0 takes any free one.
    pub port: u16,
    /// How long an instant call lasts.
    pub call_duration: Duration,
    /// From the end of a call to its score, summary, digest and questions.
    pub assessment_delay: Duration,
    /// For how long the details of a new call are 404.
    pub details_lag: Duration,
    /// How many screening results there are.
    pub results: usize,
    pub seed: u64,
    /// For people to look at: calls up to today, timestamps, questions in other words than they were
    /// asked in. Otherwise a seed gives the same world, byte for byte, on any day.
    pub is_lifelike: bool,
    /// The only key that is accepted; without it any will do.
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
