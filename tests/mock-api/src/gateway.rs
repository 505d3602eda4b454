//! The layer before the handlers. It counts requests, answers preflights, adds request ids, and
//! applies faults.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::connection::Connection;
use crate::exchange::Exchange;
use crate::log::{RequestNumber, dialled};
use crate::problem::Problem;
use crate::state::Shared;
use crate::{cors, faults, misbehave};

pub async fn gateway(State(mock): State<Shared>, mut request: Request, next: Next) -> Response {
    let connection = request.extensions().get::<Arc<Connection>>().cloned();
    let exchange = Exchange::begin(&mock, &request, connection.clone());
    let Some(number) = exchange.number() else {
        return exchange.track(control(request, next).await);
    };
    let fault = {
        let seen = faults::Seen {
            method: request.method(),
            path: request.uri().path(),
            query: request.uri().query().unwrap_or_default(),
            warm: exchange.is_warm(),
        };
        mock.faults(|faults| faults.next_action(&seen))
    };
    let dial = dialled(request.method(), request.uri().path()).is_some();
    request.extensions_mut().insert(number);
    let response = match fault {
        None => answer(number, request, next).await,
        Some(action) => {
            mock.log(|log| {
                log.note(number, |entry| {
                    entry.fault = Some(action.as_written.clone())
                })
            });
            let instance = request.uri().path().to_owned();
            let instead = |problem: Problem| finish(problem.into_response(), &instance, number);
            let truth = answer(number, request, next);
            misbehave::apply(&action, dial, truth, &instead, connection).await
        }
    };
    exchange.track(response)
}

/// Requests that control the mock. They are not counted, and any page may send them.
async fn control(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let response = if request.method() == Method::OPTIONS {
        cors::control_preflight(request.headers())
    } else {
        next.run(request).await
    };
    let mut response = Problem::render(response, &path, "");
    cors::expose(response.headers_mut());
    response
}

async fn answer(number: RequestNumber, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let response = if cors::is_preflight(request.method(), request.headers()) {
        cors::preflight()
    } else {
        next.run(request).await
    };
    finish(response, &path, number)
}

fn finish(response: Response, path: &str, number: RequestNumber) -> Response {
    let request_id = format!("mock-{:08}", number.0);
    let mut response = Problem::render(response, path, &request_id);
    let headers = response.headers_mut();
    headers.insert(
        "x-request-id",
        HeaderValue::from_str(&request_id).expect("ASCII"),
    );
    cors::expose(headers);
    response
}
