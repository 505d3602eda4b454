//! Requests that are refused before sending, and the decoding of answers.

use ninjahire_calls::api::*;
use ninjahire_calls::{Error, ErrorCode, ErrorKind};
use proptest::prelude::*;

fn param(error: Error) -> String {
    match error.kind() {
        ErrorKind::InvalidRequest { param, .. } => param.clone(),
        other => panic!("{other:?}"),
    }
}

fn details(json: &str) -> CallDetails {
    CallDetails::decode(json.as_bytes(), false).unwrap()
}

fn page(json: &str) -> ScreeningResultsPage {
    ScreeningResultsPage::decode(json.as_bytes(), ScreeningResultsRequest::default(), false)
        .unwrap()
}

fn decode_error(json: &[u8]) -> (String, String) {
    match CallDetails::decode(json, false).unwrap_err().kind() {
        ErrorKind::Decode { path, found, .. } => (path.clone(), found.clone()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn ids_that_are_blank_or_a_path_are_refused_by_name() {
    for id in ["", " ", "\t\n", ".", ".."] {
        assert_eq!(
            param(InstantCallRequest::new(id).unwrap_err()),
            "application_id"
        );
        assert_eq!(param(CallDetailsRequest::new(id).unwrap_err()), "call_id");
    }
}

#[test]
fn an_id_is_always_one_path_segment() {
    let routes = Routes::default();
    for (id, encoded) in [
        ("../x", "..%2Fx"),
        ("a/b", "a%2Fb"),
        ("a?b", "a%3Fb"),
        ("%2e%2e", "%252e%252e"),
        ("a#b", "a%23b"),
        ("a\\b", "a%5Cb"),
        ("é ", "%C3%A9%20"),
        ("...", "..."),
    ] {
        let request = CallDetailsRequest::new(id).unwrap().to_http(&routes);
        assert_eq!(request.path, format!("/calls/{encoded}"));
    }
}

#[test]
fn routes_can_be_overridden_and_have_the_id_in_the_query() {
    let mut routes = Routes::default();
    routes
        .set(Endpoint::CallDetails, "POST /call?id={call_id}&v=1")
        .unwrap();
    routes
        .set(Endpoint::ScreeningResults, "GET /results?kind=screening")
        .unwrap();
    let request = CallDetailsRequest::new("a&b").unwrap().to_http(&routes);
    assert_eq!(request.request.method, "POST");
    assert_eq!(request.path, "/call?id=a%26b&v=1");
    let request = ScreeningResultsRequest::default().to_http(&routes).unwrap();
    assert_eq!(request.path, "/results?kind=screening&page=1&size=10");
}

#[test]
fn a_listing_is_checked_and_has_its_filters() {
    let routes = Routes::default();
    let refused = |page, size, job_id: Option<&str>| {
        let filters = ScreeningResultsFilters {
            job_id: job_id.map(Into::into),
            ..ScreeningResultsFilters::default()
        };
        let request = ScreeningResultsRequest {
            page,
            size,
            filters,
        };
        param(request.to_http(&routes).unwrap_err())
    };
    assert_eq!(refused(0, 10, None), "page");
    assert_eq!(refused(1, 0, None), "size");
    assert_eq!(refused(1, 101, None), "size");
    assert_eq!(refused(1, 10, Some(" ")), "job_id");
    let mut request = ScreeningResultsRequest {
        page: 2,
        size: 100,
        ..Default::default()
    };
    for filter in request.filters.entries_mut() {
        *filter = Some("a b".into());
    }
    assert_eq!(
        request.to_http(&routes).unwrap().path,
        "/calls?page=2&size=100&application_id=a%20b&job_id=a%20b&candidate_id=a%20b\
         &application_source_id=a%20b&job_source_id=a%20b&candidate_source_id=a%20b"
    );
}

#[test]
fn a_whole_call_is_read() {
    let call = details(
        r#"{"call_id":"c","call_status":"call_completed","ninjahire_intelligence":"call_inconclusive",
            "call_direction":"outgoing","recording_url":"https://x/y.wav","call_score":87.0,
            "call_summary":{"Skills":{"score":8}},"call_digest":"Good.","transcript":"BOT: Hi.",
            "questions_response":"[]","new":{"a":[1,2.50]}}"#,
    );
    assert!(call.decode_issues.is_empty());
    let report = &call.report;
    assert_eq!(report.call_status, Some(CallStatus::CallCompleted));
    assert_eq!(
        report.ninjahire_intelligence,
        Some(NinjaHireIntelligence::CallInconclusive)
    );
    assert_eq!(report.call_direction, Some(CallDirection::Outgoing));
    assert_eq!(report.call_score, Some(Score(87)));
    assert_eq!(
        report.call_summary.as_ref().unwrap().to_text(),
        r#"{"Skills":{"score":8}}"#
    );
    let unknown: Vec<_> = call.unknown_fields.iter().collect();
    let [(name, value)] = &unknown[..] else {
        panic!("{unknown:?}")
    };
    assert_eq!(
        (name.as_str(), value.to_text().as_str()),
        ("new", r#"{"a":[1,2.50]}"#)
    );
    let json = serde_json::to_value(&call).unwrap();
    assert_eq!(json["call_status"], "call_completed");
    assert_eq!(json["new"]["a"][1], 2.5);
}

#[test]
fn a_call_in_progress_needs_only_its_id_and_status() {
    let call = details(r#"{"call_id":"c","call_status":"call_in_progress","call_score":null}"#);
    assert!(call.decode_issues.is_empty());
    assert_eq!(call.report.call_score, None);
}

#[test]
fn new_enum_values_are_kept_as_the_servers_string() {
    let call = details(r#"{"call_id":"c","call_status":"call_ringing"}"#);
    let status = call.report.call_status.unwrap();
    assert_eq!(status, CallStatus::Other("call_ringing".into()));
    assert_eq!(status.as_str(), "call_ringing");
}

#[test]
fn each_defective_field_is_none_and_reported_with_its_path() {
    let call = details(
        r#"{"call_id":"c","call_score":101,"call_summary":"x","transcript":["a"],"call_direction":1}"#,
    );
    let reported: Vec<_> = call
        .decode_issues
        .iter()
        .map(|issue| (&*issue.path, &*issue.expected, &*issue.found))
        .collect();
    assert_eq!(
        reported,
        [
            ("call_direction", "a string", "1"),
            ("call_score", "an integer 0–100", "101"),
            ("call_summary", "an object", "\"x\""),
            ("transcript", "a string", "[\"a\"]"),
            ("call_status", "a string", "nothing"),
        ]
    );
    for score in ["-1", "100.5", "\"87\"", "true", "{}", "1e3"] {
        let call = details(&format!(
            r#"{{"call_id":"c","call_status":"x","call_score":{score}}}"#
        ));
        assert_eq!(call.report.call_score, None);
        assert_eq!(call.decode_issues[0].found, score);
    }
}

#[test]
fn what_is_reported_is_an_error_with_strict() {
    let body = br#"{"data":[{},{"call_score":"87"}],"count":2}"#;
    let error = ScreeningResultsPage::decode(body, Default::default(), true).unwrap_err();
    assert_eq!(
        error.to_string(),
        "data[1].call_score: expected an integer 0–100, found \"87\""
    );
}

#[test]
fn one_bad_record_never_hides_the_others() {
    let page =
        page(r#"{"data":[{"call_id":"a"},null,"x",{"call_id":"b","candidate_id":7}],"count":99}"#);
    assert_eq!(page.count, Some(Count(99)));
    let ids: Vec<_> = page
        .data
        .iter()
        .map(|result| result.ids.call_id.as_ref().map(ToString::to_string))
        .collect();
    assert_eq!(ids, [Some("a".into()), None, None, Some("b".into())]);
    let paths: Vec<_> = page
        .decode_issues
        .iter()
        .map(|issue| issue.path.as_str())
        .collect();
    assert_eq!(paths, ["data[1]", "data[2]", "data[3].candidate_id"]);
    assert_eq!(page.data[3].decode_issues.len(), 1);
}

#[test]
fn an_error_has_the_path_and_the_value_that_was_found() {
    assert_eq!(
        decode_error(b"<p>Sign in"),
        (String::new(), "<p>Sign in".into())
    );
    assert_eq!(decode_error(b"").1, "nothing");
    assert_eq!(decode_error(b"[]").1, "[]");
    assert_eq!(decode_error(b"{}"), ("call_id".into(), "nothing".into()));
    assert_eq!(
        decode_error(br#"{"call_id":7}"#),
        ("call_id".into(), "7".into())
    );
    let no_data = ScreeningResultsPage::decode(b"{\"count\":1}", Default::default(), false);
    assert_eq!(no_data.unwrap_err().code(), ErrorCode::Decode);
}

#[test]
fn every_json_answer_to_a_dial_is_a_placed_call() {
    for body in [
        "{}",
        "null",
        "[]",
        "\"ok\"",
        "1",
        r#"{"call_id":null}"#,
        r#"{"call_id":""}"#,
        r#"{"call_id":{}}"#,
    ] {
        assert_eq!(
            InstantCall::decode(body.as_bytes()).unwrap().call_id,
            None,
            "{body}"
        );
    }
    let call = InstantCall::decode(br#"{"status":"initiated","call_id":"c"}"#).unwrap();
    assert_eq!(
        (call.status, call.call_id),
        (Some("initiated".into()), Some("c".into()))
    );
    assert!(InstantCall::decode(b"OK").is_err());
}

#[test]
fn what_json_parse_accepts_is_accepted() {
    assert_eq!(details("\u{feff} {\"call_id\":\"c\"} ").call_id, "c");
    assert_eq!(details(r#"{"call_id":"a","call_id":"b"}"#).call_id, "b");
    assert_eq!(details(r#"{"call_id":"\ud83d"}"#).call_id, "\u{fffd}");
    let invalid_utf8 = CallDetails::decode(b"{\"call_id\":\"a\xff\"}", false).unwrap();
    assert_eq!(invalid_utf8.call_id, "a\u{fffd}");
    let proto = details(r#"{"call_id":"c","__proto__":{"x":1}}"#);
    assert_eq!(proto.unknown_fields.iter().next().unwrap().0, "__proto__");
}

proptest! {
    #[test]
    fn no_bytes_make_a_decoder_panic(body in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = CallDetails::decode(&body, false);
        let _ = InstantCall::decode(&body);
        let _ = ScreeningResultsPage::decode(&body, ScreeningResultsRequest::default(), true);
    }

    #[test]
    fn no_id_leaves_its_segment(id in "\\PC{1,20}") {
        if let Ok(request) = CallDetailsRequest::new(id.as_str()) {
            let path = request.to_http(&Routes::default()).path;
            let segment = path.strip_prefix("/calls/").unwrap();
            let plain = |c: char| c.is_ascii_alphanumeric() || "-._~%".contains(c);
            prop_assert!(segment.chars().all(plain), "{}", segment);
        }
    }
}
