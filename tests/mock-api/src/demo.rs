//! Candidates and their applications, as in the database of an ATS. This is not part of the
//! vendor's API. The demo page needs names for the calls.

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use crate::Shared;
use crate::dialogue;

#[derive(Serialize)]
pub struct Candidate {
    application_id: String,
    candidate_id: String,
    job_id: String,
    application_source_id: Option<String>,
    candidate_name: String,
    phone_masked: String,
    experience_years: usize,
    job_title: &'static str,
    company: &'static str,
    location: &'static str,
    /// The language of the call: a code for `lang` attributes, and its English name.
    language: &'static str,
    language_name: &'static str,
    stage: &'static str,
    source: &'static str,
    applied_at: String,
    /// The newest screening call, if there was one.
    call_id: Option<String>,
    call_status: Option<&'static str>,
    call_score: Option<u8>,
    screening_calls: usize,
}

/// `GET /demo/candidates`: one row per application, the newest application first.
pub async fn candidates(State(mock): State<Shared>) -> Json<Vec<Candidate>> {
    let world = &mock.world;
    let mut newest: Vec<usize> = (0..world.applications.len()).collect();
    newest.sort_by_key(|&at| std::cmp::Reverse(world.applications[at].applied_at));
    let row = |at: usize| {
        let application = &world.applications[at];
        let (job, candidate) = (world.job_of(application), world.candidate_of(application));
        let language = dialogue::language(job.seed.language);
        let mut calls = world.calls.iter().filter(|call| call.application == at);
        let last = calls.next();
        Candidate {
            application_id: application.ids.application_id.clone(),
            candidate_id: candidate.id.clone(),
            job_id: job.id.clone(),
            application_source_id: application.ids.application_source_id.clone(),
            candidate_name: candidate.person.name.clone(),
            phone_masked: candidate.person.phone_masked.clone(),
            experience_years: candidate.experience_years,
            job_title: job.seed.title,
            company: job.seed.company,
            location: job.seed.city,
            language: language.code,
            language_name: language.name,
            stage: if last.is_some() {
                application.stage
            } else {
                "Applied"
            },
            source: application.source,
            applied_at: crate::world::time::rfc3339(application.applied_at),
            call_id: last.map(|call| call.call_id.clone()),
            call_status: last.map(|call| call.status),
            call_score: last.and_then(|call| call.score),
            screening_calls: usize::from(last.is_some()) + calls.count(),
        }
    };
    Json(newest.into_iter().map(row).collect())
}
