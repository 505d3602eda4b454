//! The mock's state: the fixed world, and the changes by clients.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use serde_json::value::{RawValue, to_raw_value};

use crate::Config;
use crate::connection::Connections;
use crate::faults::Faults;
use crate::live_call::{LiveCall, Pace};
use crate::log::{Log, Placed, RequestNumber};
use crate::recording::Recording;
use crate::webhooks;
use crate::world::rng::Rng;
use crate::world::{World, time};

pub type Shared = Arc<Mock>;

pub struct Mock {
    pub(crate) config: Config,
    pub(crate) world: World,
    pub(crate) connections: Connections,
    base_url: String,
    changing: Mutex<Changing>,
}

struct Changing {
    pace: Pace,
    log: Log,
    faults: Faults,
    live: Vec<LiveCall>,
    rng: Rng,
    webhooks: Webhooks,
}

/// Where to post webhooks, and the outcomes.
#[derive(Default)]
pub(crate) struct Webhooks {
    pub setup: Option<webhooks::Setup>,
    pub deliveries: Vec<webhooks::Delivery>,
}

impl Mock {
    /// `base_url` is the mock's URL, which is part of the recordings' URLs.
    pub fn new(config: Config, base_url: impl Into<String>) -> Shared {
        let base_url = base_url.into();
        let changing = Changing {
            pace: config.pace(),
            log: Log::default(),
            faults: Faults::default(),
            live: Vec::new(),
            // The world is the same at every start, but the ids of new calls must differ.
            rng: Rng::for_part(config.seed ^ time::now(), "live", std::process::id().into()),
            webhooks: Webhooks::default(),
        };
        Arc::new(Self {
            world: World::generate(&config, &base_url),
            connections: Connections::default(),
            changing: Mutex::new(changing),
            base_url,
            config,
        })
    }

    fn changing(&self) -> MutexGuard<'_, Changing> {
        self.changing.lock().expect("no panic while held")
    }

    /// Places a call. Returns its id.
    pub(crate) fn place(
        &self,
        application: usize,
        request: Option<RequestNumber>,
        idempotency_key: Option<String>,
    ) -> String {
        let changing = &mut *self.changing();
        let call = LiveCall::place(&self.world, application, changing.pace, &mut changing.rng);
        let call_id = call.call_id.clone();
        changing.live.push(call);
        changing.log.placed(Placed {
            call_id: call_id.clone(),
            application_id: self.world.applications[application]
                .ids
                .application_id
                .clone(),
            idempotency_key,
            request: request.map(|number| number.0),
        });
        call_id
    }

    pub(crate) fn call_json(&self, call_id: &str) -> Option<Box<RawValue>> {
        if let Some(call) = self.world.call(call_id) {
            return Some(call.json.clone());
        }
        let changing = self.changing();
        let call = changing.live.iter().find(|call| call.call_id == call_id)?;
        self.view(call)
    }

    /// The calls placed by clients, newest first.
    pub(crate) fn live_json(&self, wanted: &dyn Fn(usize) -> bool) -> Vec<Box<RawValue>> {
        let changing = self.changing();
        let calls = changing
            .live
            .iter()
            .rev()
            .filter(|call| wanted(call.application));
        calls.filter_map(|call| self.view(call)).collect()
    }

    fn view(&self, call: &LiveCall) -> Option<Box<RawValue>> {
        let view = call.view(&self.world, &self.base_url, call.placed.elapsed())?;
        Some(to_raw_value(&view).expect("strings and numbers"))
    }

    pub(crate) fn recording(&self, call_id: &str) -> Option<Recording> {
        if let Some(call) = self.world.call(call_id) {
            return call.recording.clone();
        }
        let changing = self.changing();
        let call = changing.live.iter().find(|call| call.call_id == call_id)?;
        call.recording(call.placed.elapsed())
    }

    pub(crate) fn log<T>(&self, with: impl FnOnce(&mut Log) -> T) -> T {
        with(&mut self.changing().log)
    }

    pub(crate) fn faults<T>(&self, with: impl FnOnce(&mut Faults) -> T) -> T {
        with(&mut self.changing().faults)
    }

    pub(crate) fn pace<T>(&self, with: impl FnOnce(&mut Pace) -> T) -> T {
        with(&mut self.changing().pace)
    }

    pub(crate) fn webhooks<T>(&self, with: impl FnOnce(&mut Webhooks) -> T) -> T {
        with(&mut self.changing().webhooks)
    }

    /// Removes all changes by clients, and all settings.
    pub fn reset(&self) {
        let changing = &mut *self.changing();
        changing.log.reset();
        changing.faults.clear();
        changing.live.clear();
        changing.pace = self.config.pace();
        changing.webhooks = Webhooks::default();
    }
}

impl Config {
    fn pace(&self) -> Pace {
        Pace {
            call: self.call_duration,
            assessment: self.assessment_delay,
            lag: self.details_lag,
        }
    }
}

/// Parses seconds, which may have a fraction. Refuses anything else.
pub fn seconds(value: f64) -> Result<Duration, String> {
    Duration::try_from_secs_f64(value).map_err(|error| error.to_string())
}
