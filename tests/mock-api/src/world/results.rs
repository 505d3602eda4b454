//! The screening calls at the start.

use serde_json::value::to_raw_value;

use super::assessment::Assessment;
use super::call::Call;
use super::rng::Rng;
use super::screening::Length;
use super::{StoredCall, World, assess, time};
use crate::Config;
use crate::recording::Recording;

/// These calls (the numbers do not matter) are so long that a page with them is large.
const VERY_LONG: [usize; 4] = [11, 74, 151, 226];

pub fn generate(world: &World, config: &Config, now: u64, base_url: &str) -> Vec<StoredCall> {
    // Newest first, two calls never at the same second.
    let mut created_at = now;
    (0..config.results)
        .map(|number| {
            let mut rng = Rng::for_part(config.seed, "result", number as u64);
            created_at -= rng.between(60, 15_000) as u64;
            if config.is_lifelike {
                created_at = by_day(created_at);
            }
            result(world, number, created_at, base_url, &mut rng)
        })
        .collect()
}

/// The same time, or the evening before, because there are no calls at night.
fn by_day(seconds: u64) -> u64 {
    match seconds / 3_600 % 24 {
        hour @ 0..8 => seconds - (hour + 5) * 3_600,
        hour @ 20.. => seconds - (hour - 19) * 3_600,
        _ => seconds,
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Assessed,
    /// It has ended, but is not assessed yet.
    NotAssessedYet,
    /// The conversation took place, but its assessment failed.
    AssessmentFailed,
    Unanswered,
    InProgress,
}

fn outcome(number: usize, rng: &mut Rng) -> Outcome {
    // The first ones are fixed, so that the first page has every outcome with any seed.
    match number {
        0 | 2 | 4 | 5 | 7 | 9 => return Outcome::Assessed,
        1 => return Outcome::InProgress,
        3 => return Outcome::Unanswered,
        6 => return Outcome::NotAssessedYet,
        8 => return Outcome::AssessmentFailed,
        number if VERY_LONG.contains(&number) => return Outcome::Assessed,
        _ => {}
    }
    match rng.below(100) {
        0..78 => Outcome::Assessed,
        78..82 => Outcome::NotAssessedYet,
        82..86 => Outcome::AssessmentFailed,
        86..97 => Outcome::Unanswered,
        _ => Outcome::InProgress,
    }
}

fn length(number: usize, rng: &mut Rng) -> Length {
    if VERY_LONG.contains(&number) {
        return Length::AtLeast(rng.between(180_000, 186_000));
    }
    match rng.below(100) {
        0..6 => Length::Cut,
        6..80 => Length::Usual,
        80..97 => Length::AtLeast(rng.between(8_000, 25_000)),
        _ => Length::AtLeast(rng.between(40_000, 80_000)),
    }
}

fn result(
    world: &World,
    number: usize,
    created_at: u64,
    base_url: &str,
    rng: &mut Rng,
) -> StoredCall {
    // A prime stride spreads the calls: some applications have several, some none.
    let application = if number < world.applications.len() / 2 {
        number * 37 % world.applications.len()
    } else {
        rng.below(world.applications.len())
    };
    let about = &world.applications[application];
    let job = world.job_of(about).seed;
    let person = &world.candidate_of(about).person;
    let call_id = rng.uuid();
    let outcome = outcome(number, rng);
    let talk =
        (outcome != Outcome::Unanswered).then(|| world.talk(about, length(number, rng), rng));
    let assessment: Option<Assessment> = match (&talk, outcome) {
        (Some(talk), Outcome::Assessed) => Some(assess(talk, job, &person.name, rng)),
        _ => None,
    };
    let ended = !matches!(outcome, Outcome::InProgress | Outcome::Unanswered);
    let has_recording = ended && rng.chance(94);

    let call = Call {
        status: match outcome {
            Outcome::Unanswered => "call_failed",
            Outcome::InProgress => "call_in_progress",
            _ => "call_completed",
        },
        intelligence: match outcome {
            Outcome::Assessed => assessment
                .as_ref()
                .map(|assessment| assessment.intelligence),
            Outcome::AssessmentFailed | Outcome::Unanswered => Some("call_failed"),
            Outcome::NotAssessedYet | Outcome::InProgress => None,
        },
        direction: match rng.below(20) {
            0 => None,
            1 | 2 => Some("incoming"),
            _ => Some("outgoing"),
        },
        recording_url: has_recording.then(|| format!("{base_url}/recordings/{call_id}.wav")),
        // The candidate hung up before the first answer, so there is no score.
        score: assessment
            .as_ref()
            .filter(|_| talk.as_ref().is_some_and(|talk| !talk.answered.is_empty()))
            .map(|assessment| assessment.score),
        transcript: talk.as_ref().map(|talk| match outcome {
            Outcome::InProgress => talk.transcript_so_far(0.4),
            _ => talk.transcript(),
        }),
        // This field is optional in the contract, so sometimes it is absent.
        digest: assessment
            .as_ref()
            .filter(|_| rng.chance(95))
            .map(|one| one.digest.clone()),
        summary: assessment
            .as_ref()
            .filter(|_| rng.chance(95))
            .map(|one| one.summary.clone()),
        questions: assessment
            .filter(|_| rng.chance(95))
            .map(|one| one.questions),
        ids: about.ids.clone(),
        created_at: time::rfc3339(created_at),
        absent_as_null: rng.chance(50),
        call_id,
    };
    StoredCall {
        application,
        created_at,
        status: call.status,
        score: call.score,
        json: to_raw_value(&call).expect("strings and numbers"),
        recording: talk
            .filter(|_| has_recording)
            .map(|talk| Recording::of(&talk)),
        call_id: call.call_id,
    }
}
