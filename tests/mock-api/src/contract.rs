//! The vendor's three endpoints, strictly: anything outside the contract is an error, so that a
//! client's mistake shows.

use axum::Json;
use axum::extract::{FromRequestParts, Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header, request::Parts};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::{json, value::RawValue};

use crate::Shared;
use crate::log::RequestNumber;
use crate::problem::Problem;
use crate::webhooks;
use crate::world::call::FILTERS;

/// Proof that the caller has a bearer key (the right one, where the mock has one).
pub struct Authorized;

impl FromRequestParts<Shared> for Authorized {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, mock: &Shared) -> Result<Self, Problem> {
        let refused = |why: &str| Err(Problem::new(StatusCode::UNAUTHORIZED, why));
        let Some(value) = parts.headers.get(header::AUTHORIZATION) else {
            return refused("No Authorization header.");
        };
        let key = value.to_str().ok().and_then(|value| {
            let (scheme, key) = value.split_once(' ')?;
            scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
        });
        match (key, &mock.config.key) {
            (None | Some(""), _) => refused("The Authorization header must be `Bearer YOUR_KEY`."),
            (Some(key), Some(wanted)) if key != wanted => refused("The API key is not valid."),
            _ => Ok(Self),
        }
    }
}

/// The query of an endpoint that has none.
pub struct NoQuery;

impl<S: Sync> FromRequestParts<S> for NoQuery {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        match parts.uri.query() {
            None | Some("") => Ok(Self),
            Some(_) => Err(Problem::bad_request(
                "This endpoint has no query parameters.",
            )),
        }
    }
}

pub async fn instant_call(
    _: Authorized,
    _: NoQuery,
    State(mock): State<Shared>,
    Path(application_id): Path<String>,
    number: Option<axum::Extension<RequestNumber>>,
    headers: HeaderMap,
) -> Response {
    let Some(application) = mock.world.application(&application_id) else {
        return Problem::not_found("There is no application with this id.").into_response();
    };
    let key = headers.get("idempotency-key").map(crate::log::text);
    let call_id = mock.place(application, number.map(|number| number.0), key);
    webhooks::after_assessment(&mock, &call_id);
    Json(json!({"status": "initiated", "call_id": call_id})).into_response()
}

pub async fn details(
    _: Authorized,
    _: NoQuery,
    State(mock): State<Shared>,
    Path(call_id): Path<String>,
) -> Response {
    call(&mock, &call_id)
}

/// The same with the id in the query, because the vendor's page does not say where it is.
pub async fn details_by_query(
    _: Authorized,
    State(mock): State<Shared>,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Response {
    match parameters.as_slice() {
        [(name, call_id)] if name == "call_id" => call(&mock, call_id),
        _ => Problem::bad_request("Exactly one query parameter: call_id.").into_response(),
    }
}

fn call(mock: &Shared, call_id: &str) -> Response {
    match mock.call_json(call_id) {
        Some(call) => Json(call).into_response(),
        None => Problem::not_found("There is no call with this id.").into_response(),
    }
}

#[derive(Debug)]
struct Listing {
    page: usize,
    size: usize,
    filters: Vec<(&'static str, String)>,
}

impl Listing {
    fn parse(parameters: Vec<(String, String)>) -> Result<Self, Problem> {
        let mut listing = Self {
            page: 1,
            size: 10,
            filters: Vec::new(),
        };
        let mut seen = Vec::new();
        for (name, value) in parameters {
            if seen.contains(&name) {
                return Err(Problem::bad_request(format!(
                    "{name} was given more than once."
                )));
            }
            match name.as_str() {
                "page" => listing.page = integer(&name, &value, 1..=usize::MAX)?,
                "size" => listing.size = integer(&name, &value, 1..=100)?,
                other => {
                    let Some(filter) = FILTERS.into_iter().find(|filter| *filter == other) else {
                        let detail = format!("There is no query parameter {other:?}.");
                        return Err(Problem::bad_request(detail));
                    };
                    if value.trim().is_empty() {
                        return Err(Problem::bad_request(format!("{filter} must not be blank.")));
                    }
                    listing.filters.push((filter, value));
                }
            }
            seen.push(name);
        }
        Ok(listing)
    }
}

fn integer(
    name: &str,
    value: &str,
    allowed: std::ops::RangeInclusive<usize>,
) -> Result<usize, Problem> {
    // Digits only: `parse` alone would take "+1".
    let number = value
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| value.parse().ok());
    match number.flatten() {
        Some(number) if allowed.contains(&number) => Ok(number),
        _ if *allowed.end() == usize::MAX => Err(Problem::bad_request(format!(
            "{name} must be an integer of at least 1."
        ))),
        _ => Err(Problem::bad_request(format!(
            "{name} must be an integer from {} to {}.",
            allowed.start(),
            allowed.end()
        ))),
    }
}

#[derive(Serialize)]
struct Page<'a> {
    data: Vec<&'a RawValue>,
    count: usize,
}

pub async fn results(
    _: Authorized,
    State(mock): State<Shared>,
    Query(parameters): Query<Vec<(String, String)>>,
) -> Response {
    let listing = match Listing::parse(parameters) {
        Ok(listing) => listing,
        Err(problem) => return problem.into_response(),
    };
    let wanted = |application: usize| {
        let ids = &mock.world.applications[application].ids;
        listing
            .filters
            .iter()
            .all(|(filter, value)| ids.get(filter) == Some(value))
    };
    let live = mock.live_json(&wanted);
    let stored = mock
        .world
        .calls
        .iter()
        .filter(|call| wanted(call.application));
    let all: Vec<&RawValue> = live
        .iter()
        .map(AsRef::as_ref)
        .chain(stored.map(|call| &*call.json))
        .collect();
    let first = (listing.page - 1)
        .saturating_mul(listing.size)
        .min(all.len());
    let last = first.saturating_add(listing.size).min(all.len());
    Json(Page {
        data: all[first..last].to_vec(),
        count: all.len(),
    })
    .into_response()
}

pub async fn not_found() -> Problem {
    Problem::not_found("There is nothing at this address.")
}

pub async fn method_not_allowed() -> Problem {
    Problem::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "This address does not take this method.",
    )
}
