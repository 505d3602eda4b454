//! The routes of the mock.

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

use crate::state::Shared;
use crate::{contract, control, demo, gateway, recording};

/// All routes, for `serve`. On another server, the faults that end a connection do not work.
pub fn router(mock: Shared) -> Router {
    let inner = Router::new()
        .route(
            "/applications/{application_id}/instant-call",
            post(contract::instant_call),
        )
        .route("/calls/{call_id}", get(contract::details))
        .route("/call", get(contract::details_by_query))
        .route("/calls", get(contract::results))
        .route("/recordings/{file}", get(recording::recording))
        .route("/demo/candidates", get(demo::candidates))
        .nest("/__mock", control::router())
        .fallback(contract::not_found)
        .method_not_allowed_fallback(contract::method_not_allowed)
        .with_state(mock.clone());
    // The layer is around all routes. A layer on the routes would be inside axum's handling of
    // methods, which adds `Allow` to the gateway's own answers.
    Router::new()
        .fallback_service(inner)
        .layer(from_fn_with_state(mock, gateway::gateway))
}
