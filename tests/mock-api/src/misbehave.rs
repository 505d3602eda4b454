//! Applies a fault to an answer.

use std::future::{Future, pending};
use std::io::Write;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};
use serde_json::Value;
use tokio::time::sleep;

use crate::connection::{Connection, End};
use crate::delivery::{Delivery, Last};
use crate::exchange::whole;
use crate::faults::{Action, Reset, Stall};
use crate::problem::Problem;

/// `truth` is the true answer, and has effects only when it is awaited. `instead` makes an answer
/// from a problem.
pub async fn apply(
    action: &Action,
    dial: bool,
    truth: impl Future<Output = Response>,
    instead: &(dyn Fn(Problem) -> Response + Sync),
    connection: Option<Arc<Connection>>,
) -> Response {
    let mut response = if !dial || action.places() {
        truth.await
    } else {
        instead(Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "No call was placed.",
        ))
    };
    if action.delay_ms > 0 {
        sleep(Duration::from_millis(action.delay_ms)).await;
    }
    if action.stall == Some(Stall::Headers) {
        return pending().await;
    }
    if action.reset == Some(Reset::BeforeHeaders) {
        if let Some(connection) = connection {
            connection.end(End::Reset);
        }
        return pending().await;
    }
    if let Some(status) = action
        .status
        .and_then(|status| StatusCode::from_u16(status).ok())
    {
        if status.as_u16() >= 400 {
            response = instead(Problem::new(status, "Told to misbehave."));
        }
        *response.status_mut() = status;
    }
    if let Some(redirect) = &action.redirect {
        *response.status_mut() =
            StatusCode::from_u16(redirect.status).unwrap_or(StatusCode::TEMPORARY_REDIRECT);
        if let Ok(location) = HeaderValue::from_str(&redirect.location) {
            response.headers_mut().insert(header::LOCATION, location);
        }
        empty(&mut response);
    }
    if action.no_content {
        *response.status_mut() = StatusCode::NO_CONTENT;
        empty(&mut response);
    }
    response = rewrite_body(action, response).await;
    set_headers(action, &mut response);
    deliver(action, response, connection).await
}

fn empty(response: &mut Response) {
    response.headers_mut().remove(header::CONTENT_TYPE);
    replace(response, Bytes::new());
}

fn replace(response: &mut Response, body: impl Into<Bytes>) {
    response.headers_mut().remove(header::CONTENT_LENGTH);
    *response.body_mut() = Body::from(body.into());
}

async fn rewrite_body(action: &Action, mut response: Response) -> Response {
    match (&action.body, &action.raw_body) {
        (_, Some(text)) | (Some(Value::String(text)), _) => replace(&mut response, text.clone()),
        (Some(json), None) => replace(&mut response, json.to_string()),
        (None, None) => {}
    }
    if let Some(json) = &action.replace_json {
        replace(&mut response, json.to_string());
    }
    if action.merge.is_some() || action.merge_items.is_some() {
        let bytes = whole(std::mem::take(response.body_mut())).await;
        let merged = merged(action, &bytes).map_or(bytes, Bytes::from);
        replace(&mut response, merged);
    }
    if action.gzip {
        let bytes = whole(std::mem::take(response.body_mut())).await;
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        // Writing into memory cannot fail.
        let zipped = encoder.write_all(&bytes).and_then(|()| encoder.finish());
        replace(&mut response, zipped.unwrap_or_default());
        let gzip = HeaderValue::from_static("gzip");
        response
            .headers_mut()
            .insert(header::CONTENT_ENCODING, gzip);
    }
    response
}

/// `None` where the answer is not JSON, so that nothing can be merged.
fn merged(action: &Action, bytes: &[u8]) -> Option<String> {
    let mut answer: Value = serde_json::from_slice(bytes).ok()?;
    if let Some(patch) = &action.merge {
        merge(&mut answer, patch);
    }
    for (at, patch) in action.merge_items.iter().flatten() {
        let item = at
            .parse::<usize>()
            .ok()
            .and_then(|at| answer.get_mut("data")?.get_mut(at));
        if let Some(item) = item {
            merge(item, patch);
        }
    }
    Some(answer.to_string())
}

/// Applies a JSON merge patch (RFC 7386).
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    let Value::Object(target) = target else {
        return;
    };
    for (key, value) in patch {
        if value.is_null() {
            target.remove(key);
        } else {
            merge(target.entry(key).or_insert(Value::Null), value);
        }
    }
}

fn set_headers(action: &Action, response: &mut Response) {
    let headers = response.headers_mut();
    if let Some(Ok(content_type)) = action.content_type.as_deref().map(HeaderValue::from_str) {
        headers.insert(header::CONTENT_TYPE, content_type);
    }
    for (name, values) in &action.headers {
        let Ok(name) = HeaderName::from_bytes(name.as_bytes()) else {
            continue;
        };
        headers.remove(&name);
        let values = match values {
            Value::Array(values) => values.as_slice(),
            one => std::slice::from_ref(one),
        };
        for value in values {
            let text = match value {
                Value::Null => continue,
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            if let Ok(value) = HeaderValue::from_str(&text) {
                headers.append(&name, value);
            }
        }
    }
}

/// How the body arrives, if it does.
async fn deliver(
    action: &Action,
    mut response: Response,
    connection: Option<Arc<Connection>>,
) -> Response {
    let last = match (action.stall, action.reset, action.cut_body) {
        (Some(Stall::Body), ..) => Last::Stall,
        (_, Some(Reset::AfterHeaders | Reset::MidBody), _) => Last::End(End::Reset),
        (.., true) => Last::End(End::Close),
        _ => Last::Complete,
    };
    let plain = last == Last::Complete && action.pace.is_none();
    if plain && action.body_bytes.is_none() && !action.chunked {
        return response;
    }
    let bytes = whole(std::mem::take(response.body_mut())).await;
    let length = action.body_bytes.unwrap_or(0).max(bytes.len() as u64);
    let stop_at = match (last, action.reset) {
        (Last::Complete, _) => length,
        (_, Some(Reset::AfterHeaders)) => 0,
        _ => action.at_byte.unwrap_or(length / 2).min(length),
    };
    // An empty body cannot be cut, so the client must expect more bytes.
    let promised = if last == Last::Complete {
        length
    } else {
        length.max(stop_at + 1)
    };
    response.headers_mut().remove(header::CONTENT_LENGTH);
    if !action.chunked {
        response
            .headers_mut()
            .insert(header::CONTENT_LENGTH, promised.into());
    }
    let delivery = Delivery {
        bytes,
        at: 0,
        stop_at,
        last,
        pace: action.pace,
        connection,
    };
    *response.body_mut() = delivery.into_body();
    response
}
