//! A placed instant call. Its state is a function of its script and the elapsed time, so it
//! proceeds without a task and without polls.

use std::time::{Duration, Instant};

use crate::recording::Recording;
use crate::world::{Assessment, Call, Length, Screening, World, assess, rng::Rng, time};

/// The times of a call. A call keeps the times that were set when it was placed.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// The time from dialling to hanging up.
    pub call: Duration,
    /// The time from hanging up to score, summary, digest and questions.
    pub assessment: Duration,
    /// The time from dialling until the call can be found.
    pub lag: Duration,
}

/// The share of the call during which the phone rings.
const RINGING: f64 = 0.08;

pub struct LiveCall {
    pub call_id: String,
    pub application: usize,
    pub placed: Instant,
    created_at: u64,
    pace: Pace,
    /// `None` where no one picks up.
    talk: Option<(Screening, Assessment)>,
}

impl LiveCall {
    pub fn place(world: &World, application: usize, pace: Pace, rng: &mut Rng) -> Self {
        let about = &world.applications[application];
        let talk = about.answers.then(|| {
            let (job, person) = (world.job_of(about).seed, &world.candidate_of(about).person);
            let mut talk = world.talk(about, Length::Usual, rng);
            talk.seconds = pace.call.as_secs_f64();
            let assessment = assess(&talk, job, &person.name, rng);
            (talk, assessment)
        });
        Self {
            call_id: rng.uuid(),
            application,
            placed: Instant::now(),
            created_at: time::now(),
            pace,
            talk,
        }
    }

    /// The call's state `elapsed` after dialling; `None` where it cannot be found yet.
    pub fn view(&self, world: &World, base_url: &str, elapsed: Duration) -> Option<Call> {
        if elapsed < self.pace.lag {
            return None;
        }
        let ended = elapsed >= self.pace.call;
        let assessed = elapsed >= self.pace.call + self.pace.assessment;
        let (status, intelligence) = match (&self.talk, ended) {
            (_, false) => ("call_in_progress", None),
            (None, true) => ("call_failed", Some("call_failed")),
            (Some((_, assessment)), true) => (
                "call_completed",
                assessed.then_some(assessment.intelligence),
            ),
        };
        let assessment = self
            .talk
            .as_ref()
            .filter(|_| assessed)
            .map(|(_, assessment)| assessment);
        Some(Call {
            call_id: self.call_id.clone(),
            status,
            intelligence,
            direction: Some("outgoing"),
            recording_url: assessment
                .map(|_| format!("{base_url}/recordings/{}.wav", self.call_id)),
            score: assessment.map(|assessment| assessment.score),
            summary: assessment.map(|assessment| assessment.summary.clone()),
            digest: assessment.map(|assessment| assessment.digest.clone()),
            questions: assessment.map(|assessment| assessment.questions.clone()),
            transcript: self.transcript(elapsed, ended),
            ids: world.applications[self.application].ids.clone(),
            created_at: time::rfc3339(self.created_at),
            absent_as_null: true,
        })
    }

    fn transcript(&self, elapsed: Duration, ended: bool) -> Option<String> {
        let (talk, _) = self.talk.as_ref()?;
        if ended {
            return Some(talk.transcript());
        }
        let share = elapsed.as_secs_f64() / self.pace.call.as_secs_f64();
        (share > RINGING)
            .then(|| talk.transcript_so_far((share - RINGING) / (1.0 - RINGING)))
            .filter(|transcript| !transcript.is_empty())
    }

    /// The recording, with the length of the call, once the call is over.
    pub fn recording(&self, elapsed: Duration) -> Option<Recording> {
        let (talk, _) = self.talk.as_ref()?;
        (elapsed >= self.pace.call).then(|| Recording::of(talk))
    }
}
