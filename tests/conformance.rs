//! Facts on which client and proxy must agree, in tables of cases. `tests/proxy/conformance.test.mjs`
//! runs the same tables against the proxy. The table of base URLs is run in `src/client/config.rs`.

use ninjahire_calls::api::{
    CallDetailsRequest, Endpoint, InstantCallRequest, Routes, ScreeningResultsRequest, facts,
};
use serde_json::Value;

fn table(name: &str) -> Value {
    let path = format!(
        "{}/tests/conformance/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(&path).expect(&path);
    serde_json::from_str(&text).expect(&path)
}

fn cases(name: &str) -> Vec<Value> {
    table(name)["cases"].as_array().expect("cases").clone()
}

fn text<'a>(case: &'a Value, field: &str) -> &'a str {
    case[field].as_str().expect(field)
}

#[test]
fn route_templates_mean_what_the_table_says() {
    for case in cases("routes") {
        let endpoint = Endpoint::ALL
            .into_iter()
            .find(|endpoint| endpoint.name() == text(&case, "route"))
            .expect("a route");
        let mut routes = Routes::default();
        let is_set = routes.set(endpoint, text(&case, "template"));
        let path = is_set.ok().map(|()| {
            match endpoint {
                Endpoint::InstantCall => InstantCallRequest::new("c-1").unwrap().to_http(&routes),
                Endpoint::CallDetails => CallDetailsRequest::new("c-1").unwrap().to_http(&routes),
                Endpoint::ScreeningResults => {
                    ScreeningResultsRequest::default().to_http(&routes).unwrap()
                }
            }
            .path
        });
        assert_eq!(path.as_deref(), case["path"].as_str(), "{case}");
    }
}

#[test]
fn keys_are_what_the_table_says() {
    for case in cases("keys") {
        assert_eq!(
            facts::key_problem(text(&case, "key")).is_none(),
            case["ok"].as_bool().unwrap(),
            "{case}"
        );
    }
}

#[test]
fn pages_and_sizes_are_what_the_table_says() {
    let whole = |value: &Value| value.as_u64().and_then(|number| u32::try_from(number).ok());
    for case in cases("pages") {
        let request = whole(&case["page"])
            .zip(whole(&case["size"]))
            .map(|(page, size)| ScreeningResultsRequest {
                page,
                size,
                ..ScreeningResultsRequest::default()
            });
        let is_ok = request.is_some_and(|request| request.to_http(&Routes::default()).is_ok());
        assert_eq!(is_ok, case["ok"].as_bool().unwrap(), "{case}");
    }
}

#[test]
fn ids_are_what_the_table_says() {
    for case in cases("ids") {
        let id = text(&case, "id");
        let is_ok = case["client"].as_bool().unwrap();
        assert_eq!(CallDetailsRequest::new(id).is_ok(), is_ok, "{case}");
        assert_eq!(InstantCallRequest::new(id).is_ok(), is_ok, "{case}");
    }
}

#[test]
fn statuses_are_what_the_table_says() {
    let table = table("statuses");
    for (list, did_not_ring) in [("didNotRing", true), ("unknown", false)] {
        for status in table[list].as_array().expect(list) {
            let status = u16::try_from(status.as_u64().unwrap()).unwrap();
            assert_eq!(facts::surely_did_not_ring(status), did_not_ring, "{status}");
        }
    }
}
