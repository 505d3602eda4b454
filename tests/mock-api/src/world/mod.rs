//! A small world of jobs, candidates, applications and screening calls. It is a function of the
//! seed, and never changes. `live_call` has the calls that clients place.

mod assessment;
pub mod call;
mod jobs;
mod people;
mod recorded;
mod results;
pub mod rng;
mod screening;
pub mod time;

use std::collections::HashMap;

use serde_json::value::RawValue;

pub use assessment::{Assessment, assess};
pub use call::{Call, Ids};
pub use jobs::JobSeed;
use screening::screening;
pub use screening::{Length, Screening, Speaker};

use crate::Config;
use crate::recording::Recording;
use rng::Rng;

const CANDIDATES: usize = 120;
const SOURCES: [&str; 5] = ["Careers page", "Indeed", "LinkedIn", "Referral", "Job fair"];
const STAGES: [&str; 5] = ["Applied", "Applied", "Screening", "Interview", "Offer"];

pub struct Job {
    pub id: String,
    pub source_id: Option<String>,
    pub seed: &'static JobSeed,
}

pub struct Candidate {
    pub id: String,
    pub source_id: Option<String>,
    pub person: people::Person,
    pub experience_years: usize,
}

pub struct Application {
    pub ids: Ids,
    pub job: usize,
    pub candidate: usize,
    pub applied_at: u64,
    pub source: &'static str,
    pub stage: &'static str,
    /// Whether an instant call is picked up.
    pub answers: bool,
}

/// A call of the world. It is serialised once, because it never changes.
pub struct StoredCall {
    pub call_id: String,
    pub application: usize,
    pub created_at: u64,
    pub status: &'static str,
    pub score: Option<u8>,
    pub json: Box<RawValue>,
    pub recording: Option<Recording>,
}

pub struct World {
    pub jobs: Vec<Job>,
    pub candidates: Vec<Candidate>,
    pub applications: Vec<Application>,
    /// Newest first.
    pub calls: Vec<StoredCall>,
    is_lifelike: bool,
    application_by_id: HashMap<String, usize>,
    call_by_id: HashMap<String, usize>,
}

impl World {
    /// `base_url` is the start of the recordings' URLs.
    pub fn generate(config: &Config, base_url: &str) -> Self {
        let seed = config.seed;
        let now = match config.is_lifelike {
            true => time::now(),
            false => time::WORLD_NOW,
        };
        let jobs = jobs(seed);
        let candidates = candidates(seed);
        let applications = applications(seed, now, &jobs, &candidates);
        let mut world = Self {
            application_by_id: index(applications.iter().map(|one| &one.ids.application_id)),
            jobs,
            candidates,
            applications,
            calls: Vec::new(),
            is_lifelike: config.is_lifelike,
            call_by_id: HashMap::new(),
        };
        world.calls = results::generate(&world, config, now, base_url);
        if config.is_lifelike {
            // A call is never before the application.
            for call in &world.calls {
                let applied_at = &mut world.applications[call.application].applied_at;
                *applied_at = (*applied_at).min(call.created_at - 86_400);
            }
        }
        world.call_by_id = index(world.calls.iter().map(|call| &call.call_id));
        world
    }

    pub fn application(&self, id: &str) -> Option<usize> {
        self.application_by_id.get(id).copied()
    }

    pub fn call(&self, id: &str) -> Option<&StoredCall> {
        self.call_by_id.get(id).map(|&at| &self.calls[at])
    }

    /// The conversation of a call for that application.
    pub fn talk(&self, application: &Application, length: Length, rng: &mut Rng) -> Screening {
        let job = self.job_of(application).seed;
        let name = &self.candidate_of(application).person.spoken_name;
        if !self.is_lifelike {
            return screening(job, name, length, rng);
        }
        // Conversations are short, and a recording is cut after half an hour.
        let length = match length {
            Length::AtLeast(bytes) => Length::AtLeast(bytes.min(20_000)),
            other => other,
        };
        let mut talk = screening(job, name, length, rng);
        talk.has_timestamps = true;
        for answered in &mut talk.answered {
            let words = recorded::question(job.language, answered.about);
            if let Some(words) = words.filter(|_| rng.chance(50)) {
                answered.question = words.to_owned();
            }
        }
        talk
    }

    pub fn job_of(&self, application: &Application) -> &Job {
        &self.jobs[application.job]
    }

    pub fn candidate_of(&self, application: &Application) -> &Candidate {
        &self.candidates[application.candidate]
    }
}

fn index<'a>(ids: impl Iterator<Item = &'a String>) -> HashMap<String, usize> {
    ids.cloned().enumerate().map(|(at, id)| (id, at)).collect()
}

fn jobs(seed: u64) -> Vec<Job> {
    let job = |(at, job): (usize, &'static JobSeed)| {
        let mut rng = Rng::for_part(seed, "job", at as u64);
        Job {
            id: rng.uuid(),
            source_id: rng
                .chance(85)
                .then(|| format!("REQ-{}", rng.between(10_000, 99_999))),
            seed: job,
        }
    };
    jobs::JOBS.iter().enumerate().map(job).collect()
}

/// Each language gets candidates in proportion to its jobs, so that each finds a job to apply for.
fn candidates(seed: u64) -> Vec<Candidate> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let candidate = |at: usize| {
        let mut rng = Rng::for_part(seed, "candidate", at as u64);
        let language = jobs::JOBS[at % jobs::JOBS.len()].language;
        let nth = seen.entry(language).or_default();
        *nth += 1;
        Candidate {
            id: rng.uuid(),
            source_id: rng
                .chance(80)
                .then(|| format!("cand_{:07}", rng.below(10_000_000))),
            person: people::person(language, *nth - 1, &mut rng),
            experience_years: rng.between(0, 22),
        }
    };
    (0..CANDIDATES).map(candidate).collect()
}

fn applications(seed: u64, now: u64, jobs: &[Job], candidates: &[Candidate]) -> Vec<Application> {
    let mut applications = Vec::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let language = jobs::JOBS[at % jobs::JOBS.len()].language;
        let mut rng = Rng::for_part(seed, "application", at as u64);
        let mut fitting: Vec<usize> = (0..jobs.len())
            .filter(|&job| jobs[job].seed.language == language)
            .collect();
        rng.shuffle(&mut fitting);
        for job in fitting.into_iter().take(1 + usize::from(rng.chance(35))) {
            let number = applications.len();
            applications.push(Application {
                ids: Ids {
                    application_id: rng.uuid(),
                    job_id: jobs[job].id.clone(),
                    candidate_id: candidate.id.clone(),
                    application_source_id: rng
                        .chance(75)
                        .then(|| format!("GH-APP/{}", rng.between(100_000, 999_999))),
                    job_source_id: jobs[job].source_id.clone(),
                    candidate_source_id: candidate.source_id.clone(),
                },
                job,
                candidate: at,
                applied_at: now - rng.between(3_600, 40 * 86_400) as u64,
                source: SOURCES[rng.below(SOURCES.len())],
                stage: STAGES[rng.below(STAGES.len())],
                // Not random, because tests need the first ones to pick up.
                answers: number % 20 != 7,
            });
        }
    }
    applications
}
