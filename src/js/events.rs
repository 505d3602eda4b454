//! Events and updates out.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsValue;

use super::object::{Fields, list};
use super::{errors, models};
use crate::client::{CallUpdate, Event};

/// Calls the user's function; what it throws is its own affair.
pub(super) fn listener(listener: Function) -> Rc<dyn Fn(&Event<'_>)> {
    Rc::new(move |event| {
        let _ = listener.call1(&JsValue::UNDEFINED, &to_js(event));
    })
}

fn to_js(event: &Event<'_>) -> JsValue {
    let fields = Fields::new();
    match event {
        Event::Request { request, attempt } => {
            fields.set("type", "request").set("attempt", *attempt);
            errors::request(&fields, request);
        }
        Event::Response {
            request,
            attempt,
            status,
            duration_ms,
            request_id,
        } => {
            fields.set("type", "response").set("attempt", *attempt);
            errors::request(&fields, request);
            fields
                .set("status", *status)
                .set("durationMs", *duration_ms);
            fields.text("requestId", *request_id);
        }
        Event::Retry {
            request,
            attempt,
            code,
        } => {
            fields.set("type", "retry").set("attempt", *attempt);
            errors::request(&fields, request);
            fields.set("code", *code);
        }
        Event::Wait { request, wait_ms } => {
            fields.set("type", "wait");
            errors::request(&fields, request);
            fields.set("waitMs", *wait_ms);
        }
        Event::Poll { polls } => {
            fields.set("type", "poll").set("polls", *polls);
        }
        Event::DecodeIssue {
            request,
            path,
            expected,
        } => {
            fields.set("type", "decode_issue");
            errors::request(&fields, request);
            fields.set("path", *path).set("expected", *expected);
        }
    }
    fields.build()
}

/// `{ call, firstNewTurn, changed }`.
pub(super) fn update(update: &CallUpdate) -> JsValue {
    let changed = Fields::new();
    let mut names = update
        .change
        .fields
        .iter()
        .map(|name| JsValue::from_str(name));
    changed.set("fields", list(&mut names));
    changed.set("transcript", update.change.transcript.as_str());
    let fields = Fields::new();
    fields.set("call", models::call_details(&update.call));
    fields.set("firstNewTurn", update.change.first_new_turn as u32);
    fields.set("changed", changed.build());
    fields.build()
}
