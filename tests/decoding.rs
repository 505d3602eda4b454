//! Hard cases for the decoder: one table, read from serde_json natively and from the engine's own
//! `JSON.parse` in a browser (`cargo xtask test wasm`).

use ninjahire_calls::ErrorKind;
use ninjahire_calls::api::{CallDetails, Score, ScreeningResultsPage, ScreeningResultsRequest};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_browser);

/// The expected result for `{"call_id":"c","call_status":"call_completed", … }`.
struct Case {
    members: &'static str,
    score: Option<u8>,
    /// Path and expectation.
    issues: &'static [(&'static str, &'static str)],
    unknown: &'static [&'static str],
}

const fn fine(members: &'static str) -> Case {
    Case {
        members,
        score: None,
        issues: &[],
        unknown: &[],
    }
}

const SCORE: &[(&str, &str)] = &[("call_score", "an integer 0–100")];

const CASES: &[Case] = &[
    fine(r#""call_score":null"#),
    fine(r#""call_summary":null,"transcript":null,"call_direction":null"#),
    Case {
        score: Some(87),
        ..fine(r#""call_score":87"#)
    },
    Case {
        score: Some(87),
        ..fine(r#""call_score":87.0"#)
    },
    Case {
        score: Some(87),
        ..fine(r#""call_score":8.7e1"#)
    },
    Case {
        score: Some(0),
        ..fine(r#""call_score":-0"#)
    },
    Case {
        score: Some(100),
        ..fine(r#""call_score":100"#)
    },
    Case {
        score: Some(2),
        ..fine(r#""call_score":1,"call_score":2"#)
    },
    Case {
        issues: SCORE,
        ..fine(r#""call_score":2,"call_score":"3""#)
    },
    Case {
        issues: SCORE,
        ..fine(r#""call_score":101"#)
    },
    Case {
        issues: SCORE,
        ..fine(r#""call_score":-1"#)
    },
    Case {
        issues: SCORE,
        ..fine(r#""call_score":87.5"#)
    },
    Case {
        issues: SCORE,
        ..fine(r#""call_score":"87""#)
    },
    Case {
        issues: SCORE,
        ..fine(r#""call_score":true"#)
    },
    Case {
        issues: SCORE,
        ..fine(r#""call_score":[87]"#)
    },
    Case {
        issues: SCORE,
        ..fine(r#""call_score":{}"#)
    },
    Case {
        issues: SCORE,
        ..fine(r#""call_score":1e999"#)
    },
    Case {
        issues: SCORE,
        ..fine(r#""call_score":9007199254740993"#)
    },
    Case {
        issues: &[("transcript", "a string"), ("call_digest", "a string")],
        ..fine(r#""transcript":["BOT: Hi."],"call_digest":{}"#)
    },
    Case {
        issues: &[("call_summary", "an object")],
        ..fine(r#""call_summary":[]"#)
    },
    Case {
        issues: &[("call_summary", "an object")],
        ..fine(r#""call_summary":"{}""#)
    },
    Case {
        issues: &[("call_direction", "a string")],
        ..fine(r#""call_direction":7"#)
    },
    fine(r#""ninjahire_intelligence":"call_unheard_of""#),
    fine(r#""transcript":"\ud83d\ude00 \ud83d""#),
    Case {
        unknown: &["x"],
        ..fine(r#""x":1"#)
    },
    Case {
        unknown: &["x"],
        ..fine(r#""x":1,"x":{"y":[1,2.50]}"#)
    },
    Case {
        unknown: &["__proto__"],
        ..fine(r#""__proto__":{"call_score":5}"#)
    },
    Case {
        unknown: &["toString", "constructor"],
        ..fine(r#""toString":1,"constructor":2"#)
    },
    Case {
        unknown: &["big"],
        ..fine(r#""big":123456789012345678901234567890"#)
    },
    Case {
        unknown: &["endless"],
        ..fine(r#""endless":-1e999"#)
    },
    Case {
        unknown: &[""],
        ..fine(r#""":5"#)
    },
];

fn body(members: &str) -> String {
    format!(r#"{{"call_id":"c","call_status":"call_completed",{members}}}"#)
}

fn check(case: &Case) {
    let body = body(case.members);
    let call = CallDetails::decode(body.as_bytes(), false).expect(case.members);
    assert_eq!(call.report.call_score, case.score.map(Score), "{body}");
    let mut issues: Vec<(&str, &str)> = call
        .decode_issues
        .iter()
        .map(|issue| (&*issue.path, &*issue.expected))
        .collect();
    issues.sort_unstable();
    let mut expected = case.issues.to_vec();
    expected.sort_unstable();
    assert_eq!(issues, expected, "{body}");
    assert!(
        call.decode_issues
            .iter()
            .all(|issue| !issue.found.is_empty())
    );
    let unknown: Vec<String> = call.unknown_fields.iter().map(|(name, _)| name).collect();
    assert_eq!(unknown, case.unknown, "{body}");

    let strict = CallDetails::decode(body.as_bytes(), true);
    assert_eq!(strict.is_err(), !case.issues.is_empty(), "{body}");
    if let Err(error) = strict {
        let ErrorKind::Decode { path, .. } = error.kind() else {
            panic!("{error}");
        };
        assert!(
            case.issues.iter().any(|(issue, _)| issue == path),
            "{error}"
        );
    }
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn hard_cases_are_decoded_as_the_table_says() {
    CASES.iter().for_each(check);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn ten_thousand_levels_of_nesting_are_kept_or_reported() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let members = format!(r#""deep":{deep},"call_summary":{{"a":{deep}}},"transcript":{deep}"#);
    let call = CallDetails::decode(body(&members).as_bytes(), false).unwrap();
    assert!(call.unknown_fields.get("deep").is_some());
    assert!(call.report.call_summary.is_some());
    assert_eq!(call.decode_issues[0].path, "transcript");
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn an_object_of_a_hundred_thousand_members_is_read() {
    let members: Vec<String> = (0..100_000).map(|n| format!(r#""k{n}":{n}"#)).collect();
    let members = format!(r#"{},"call_score":1,"call_score":2"#, members.join(","));
    let call = CallDetails::decode(body(&members).as_bytes(), false).unwrap();
    assert_eq!(call.report.call_score, Some(Score(2)));
    assert_eq!(call.unknown_fields.iter().count(), 100_000);
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn one_bad_record_never_hides_the_others() {
    let body =
        br#"{"data":[{"call_id":"a"},null,"x",7,[],{"call_id":"b","job_id":{}}],"count":-1}"#;
    let request = ScreeningResultsRequest::default();
    let page = ScreeningResultsPage::decode(body, request, false).unwrap();
    assert_eq!(page.data.len(), 6);
    let mut paths: Vec<&str> = page
        .decode_issues
        .iter()
        .map(|issue| &*issue.path)
        .collect();
    paths.sort_unstable();
    assert_eq!(
        paths,
        [
            "count",
            "data[1]",
            "data[2]",
            "data[3]",
            "data[4]",
            "data[5].job_id"
        ]
    );
}
