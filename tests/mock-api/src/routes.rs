//! Which address is answered by what.

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

use crate::state::Shared;
use crate::{contract, control, demo, gateway, recording};

/// Everything, to be served by `serve`. Under another server only the faults that end a connection
/// do not work.
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
    // Around the whole of it: a layer on the routes themselves would be inside of axum's own
    // handling of methods, which adds `Allow` to what the gateway answers by itself.
    Router::new()
        .fallback_service(inner)
        .layer(from_fn_with_state(mock, gateway::gateway))
}
