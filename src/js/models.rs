//! Models out, with the wire's own field names.

use wasm_bindgen::JsValue;

use super::object::{Fields, list, problem};
use crate::api::{
    CallDetails, DecodeIssue, InstantCall, ScreeningReport, ScreeningResult, ScreeningResultsPage,
    ScreeningResultsRequest, UnknownFields,
};

pub(super) fn instant_call(call: &InstantCall) -> JsValue {
    let fields = Fields::new();
    unknown(&fields, &call.unknown_fields);
    fields.text("status", call.status.as_deref());
    fields.text("call_id", call.call_id.as_deref());
    issues(&fields, &call.decode_issues);
    fields.build()
}

pub(super) fn call_details(call: &CallDetails) -> JsValue {
    let fields = Fields::new();
    unknown(&fields, &call.unknown_fields);
    fields.set("call_id", call.call_id.as_str());
    report(&fields, &call.report);
    issues(&fields, &call.decode_issues);
    fields.build()
}

pub(super) fn page(page: &ScreeningResultsPage) -> JsValue {
    let fields = Fields::new();
    unknown(&fields, &page.unknown_fields);
    fields.set("data", list(&mut page.data.iter().map(result)));
    fields.number("count", page.count);
    fields.set("request", request(&page.request));
    issues(&fields, &page.decode_issues);
    fields.build()
}

fn request(request: &ScreeningResultsRequest) -> JsValue {
    let fields = Fields::new();
    fields.set("page", request.page);
    fields.set("size", request.size);
    for (name, value) in &request.filters.entries() {
        if let Some(value) = value {
            fields.set(name, value.as_str());
        }
    }
    fields.build()
}

fn result(result: &ScreeningResult) -> JsValue {
    let fields = Fields::new();
    unknown(&fields, &result.unknown_fields);
    for (name, value) in &[
        ("call_id", &result.call_id),
        ("application_id", &result.application_id),
        ("job_id", &result.job_id),
        ("candidate_id", &result.candidate_id),
        ("application_source_id", &result.application_source_id),
        ("job_source_id", &result.job_source_id),
        ("candidate_source_id", &result.candidate_source_id),
    ] {
        fields.text(name, value.as_deref());
    }
    report(&fields, &result.report);
    issues(&fields, &result.decode_issues);
    fields.build()
}

fn report(fields: &Fields, report: &ScreeningReport) {
    fields.number("call_score", report.call_score.map(f64::from));
    for &(name, text) in &report.texts() {
        match name {
            "call_summary" => fields.json(name, text),
            _ => fields.text(name, text),
        };
    }
}

/// Present only where there is one.
fn issues(fields: &Fields, issues: &[DecodeIssue]) {
    if issues.is_empty() {
        return;
    }
    let issues = list(&mut issues.iter().map(|issue| {
        let DecodeIssue {
            path,
            expected,
            found,
        } = issue;
        problem(path, expected, found)
    }));
    fields.set("decode_issues", issues);
}

fn unknown(fields: &Fields, unknown: &UnknownFields) {
    for (name, value) in &unknown.0 {
        fields.json(name, Some(value.as_str()));
    }
}
