//! `/__mock/…`: tests read the mock's records and control it.

use std::time::Duration;

use axum::extract::rejection::JsonRejection;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::connection::{Connection, End};
use crate::faults::Fault;
use crate::problem::Problem;
use crate::state::{Shared, seconds};
use crate::webhooks::{self, Setup};

pub fn router() -> Router<Shared> {
    Router::new()
        .route("/world", get(world))
        .route("/log", get(log))
        .route("/counts", get(counts))
        .route("/placed", get(placed))
        .route("/reset", post(reset))
        .route(
            "/faults",
            get(waiting).post(add_faults).delete(clear_faults),
        )
        .route("/settings", get(settings).post(change_settings))
        .route("/connections", get(connections).post(end_connections))
        .route("/webhooks", get(deliveries).post(set_up_webhooks))
        .route("/webhooks/send", post(send_webhook))
}

async fn world(State(mock): State<Shared>) -> Json<Value> {
    let world = &mock.world;
    let applications = world
        .applications
        .iter()
        .enumerate()
        .map(|(at, application)| {
            let calls = world.calls.iter().filter(|call| call.application == at);
            let mut row = json!(application.ids);
            row["candidate_name"] = json!(world.candidate_of(application).person.name);
            row["answers"] = json!(application.answers);
            row["call_ids"] = calls.map(|call| call.call_id.as_str()).collect();
            row
        });
    let calls = world.calls.iter().map(|call| {
        json!({
            "call_id": call.call_id,
            "call_status": call.status,
            "application_id": world.applications[call.application].ids.application_id,
            "has_recording": call.recording.is_some(),
        })
    });
    Json(json!({
        "applications": applications.collect::<Vec<_>>(),
        "calls": calls.collect::<Vec<_>>(),
    }))
}

async fn log(State(mock): State<Shared>) -> Json<Vec<crate::log::Entry>> {
    Json(mock.log(|log| log.entries().cloned().collect()))
}

#[derive(Deserialize)]
struct CountsOf {
    application_id: Option<String>,
}

async fn counts(State(mock): State<Shared>, Query(of): Query<CountsOf>) -> Json<Value> {
    Json(mock.log(|log| log.counts(of.application_id.as_deref())))
}

async fn placed(State(mock): State<Shared>) -> Json<Vec<crate::log::Placed>> {
    Json(mock.log(|log| log.calls_placed().to_vec()))
}

async fn reset(State(mock): State<Shared>) -> Json<Value> {
    mock.reset();
    Json(json!({"reset": true}))
}

async fn waiting(State(mock): State<Shared>) -> Json<Value> {
    Json(json!({"waiting": mock.faults(|faults| faults.waiting())}))
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    More(Vec<Value>),
    One(Value),
}

async fn add_faults(
    State(mock): State<Shared>,
    body: Result<Json<OneOrMore>, JsonRejection>,
) -> Response {
    let written = match body {
        Ok(Json(OneOrMore::More(faults))) => faults,
        Ok(Json(OneOrMore::One(fault))) => vec![fault],
        Err(rejection) => return Problem::bad_request(rejection.body_text()).into_response(),
    };
    let parsed = written.into_iter().enumerate().map(|(at, fault)| {
        serde_json::from_value::<Fault>(fault).map_err(|error| format!("fault {at}: {error}"))
    });
    let added = parsed
        .collect::<Result<Vec<_>, _>>()
        .and_then(|faults| mock.faults(|all| all.add(faults)));
    match added {
        Ok(added) => Json(json!({"added": added})).into_response(),
        Err(wrong) => Problem::bad_request(wrong).into_response(),
    }
}

async fn clear_faults(State(mock): State<Shared>) -> Json<Value> {
    mock.faults(|faults| faults.clear());
    Json(json!({"waiting": 0}))
}

/// A field that is not set keeps its value.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    call_seconds: Option<f64>,
    assess_seconds: Option<f64>,
    lag_ms: Option<u64>,
}

async fn settings(State(mock): State<Shared>) -> Json<Value> {
    let pace = mock.pace(|pace| *pace);
    Json(json!({
        "call_seconds": pace.call.as_secs_f64(),
        "assess_seconds": pace.assessment.as_secs_f64(),
        "lag_ms": pace.lag.as_millis() as u64,
    }))
}

async fn change_settings(
    state: State<Shared>,
    body: Result<Json<Settings>, JsonRejection>,
) -> Response {
    let settings_asked = match body {
        Ok(Json(asked)) => asked,
        Err(rejection) => return Problem::bad_request(rejection.body_text()).into_response(),
    };
    let duration = |value: Option<f64>| value.map(seconds).transpose();
    let (call, assessment) = match (
        duration(settings_asked.call_seconds),
        duration(settings_asked.assess_seconds),
    ) {
        (Ok(call), Ok(assessment)) => (call, assessment),
        (Err(wrong), _) | (_, Err(wrong)) => {
            return Problem::bad_request(wrong).into_response();
        }
    };
    state.pace(|pace| {
        pace.call = call.unwrap_or(pace.call);
        pace.assessment = assessment.unwrap_or(pace.assessment);
        pace.lag = settings_asked
            .lag_ms
            .map_or(pace.lag, Duration::from_millis);
    });
    settings(state).await.into_response()
}

async fn connections(State(mock): State<Shared>) -> Json<Vec<Value>> {
    let row = |connection: &Connection| {
        json!({
            "id": connection.id,
            "requests": connection.requests(),
            "idle": connection.is_idle(),
        })
    };
    Json(
        mock.connections
            .all()
            .iter()
            .map(|connection| row(connection))
            .collect(),
    )
}

#[derive(Deserialize)]
#[serde(tag = "action", rename_all = "snake_case")]
enum EndThem {
    ResetIdle,
    CloseIdle,
    /// Also those with a request under way, but not the connection of this command.
    ResetAll,
}

async fn end_connections(
    State(mock): State<Shared>,
    own: Option<axum::Extension<std::sync::Arc<Connection>>>,
    body: Result<Json<EndThem>, JsonRejection>,
) -> Response {
    let asked = match body {
        Ok(Json(asked)) => asked,
        Err(rejection) => return Problem::bad_request(rejection.body_text()).into_response(),
    };
    let own = own.map(|own| own.id);
    let mut ended = 0;
    for connection in mock.connections.all() {
        let (wanted, how) = match asked {
            EndThem::ResetIdle => (connection.is_idle(), End::Reset),
            EndThem::CloseIdle => (connection.is_idle(), End::Close),
            EndThem::ResetAll => (true, End::Reset),
        };
        if wanted && Some(connection.id) != own {
            connection.end(how);
            ended += 1;
        }
    }
    Json(json!({"ended": ended})).into_response()
}

async fn deliveries(State(mock): State<Shared>) -> Json<Value> {
    Json(mock.webhooks(|all| json!({"setup": all.setup, "deliveries": all.deliveries})))
}

/// Sets the webhook, or removes it with `null`.
async fn set_up_webhooks(
    state: State<Shared>,
    body: Result<Json<Option<Setup>>, JsonRejection>,
) -> Response {
    let setup = match body {
        Ok(Json(setup)) => setup,
        Err(rejection) => return Problem::bad_request(rejection.body_text()).into_response(),
    };
    if let Some(Err(wrong)) = setup.as_ref().map(Setup::check) {
        return Problem::bad_request(wrong).into_response();
    }
    state.webhooks(|webhooks| webhooks.setup = setup);
    deliveries(state).await.into_response()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SendOne {
    call_id: String,
}

/// Posts a call's webhook now, and answers after the last attempt.
async fn send_webhook(
    State(mock): State<Shared>,
    body: Result<Json<SendOne>, JsonRejection>,
) -> Response {
    let call_id = match body {
        Ok(Json(SendOne { call_id })) => call_id,
        Err(rejection) => return Problem::bad_request(rejection.body_text()).into_response(),
    };
    let Some(setup) = mock.webhooks(|webhooks| webhooks.setup.clone()) else {
        return Problem::bad_request("No webhook is set up.").into_response();
    };
    match webhooks::deliver(&mock, &setup, &call_id).await {
        Some(deliveries) => Json(json!({"deliveries": deliveries})).into_response(),
        None => Problem::bad_request("There is no such call.").into_response(),
    }
}
