//! The crate's webhooks decide the same as `ninjahire-calls/webhooks` in JavaScript.
#![cfg(feature = "webhooks")]

use ninjahire_calls::webhooks::{
    DEFAULT_TOLERANCE_MS, Delivery, Verified, WebhookError, decode, sign, verify,
};
use serde_json::Value;

const SECRET: &str = "whsec_5f2b9c1e";
const BODY: &str =
    r#"{"call_id":"c-1","call_status":"call_completed","call_score":87,"tenant_field":[1]}"#;
const NOW_MS: f64 = 1_764_000_000_000.0;

fn check(
    body: &str,
    signature: Option<&str>,
    timestamp: Option<&str>,
) -> Result<Verified, &'static str> {
    let delivery = Delivery {
        body: body.as_bytes(),
        signature,
        timestamp,
        is_form: false,
    };
    verify(&delivery, &[SECRET], DEFAULT_TOLERANCE_MS, NOW_MS).map_err(WebhookError::code)
}

#[test]
fn a_known_signature_is_computed_and_verified() {
    // RFC 4231, test case 2.
    assert_eq!(
        sign(b"what do ya want for nothing?", "Jefe"),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    );
    let signature = sign(BODY.as_bytes(), SECRET);
    let verified = check(BODY, Some(&signature), Some("1764000000")).unwrap();
    assert_eq!(verified.id, signature);
    assert_eq!(verified.signed, BODY.as_bytes());
}

#[test]
fn a_signature_is_hexadecimal_in_any_case_with_or_without_its_prefix() {
    let hex = sign(BODY.as_bytes(), SECRET);
    let upper = hex.to_uppercase();
    for fine in [
        hex.clone(),
        upper.clone(),
        format!("sha256={hex}"),
        format!("SHA256={upper}"),
        format!(" {hex} "),
    ] {
        let verified = check(BODY, Some(&fine), Some("1764000000"));
        assert_eq!(
            verified.map(|verified| verified.id),
            Ok(hex.clone()),
            "{fine}"
        );
    }
    let other = sign(BODY.as_bytes(), "other");
    for (signature, code) in [
        (None, "signature_missing"),
        (Some(" "), "signature_missing"),
        (Some("sha256="), "signature_malformed"),
        (Some(&hex[1..]), "signature_malformed"),
        (Some("ébé"), "signature_malformed"),
        (Some(other.as_str()), "signature_mismatch"),
    ] {
        assert_eq!(check(BODY, signature, Some("1764000000")), Err(code));
    }
}

#[test]
fn a_timestamp_is_in_seconds_or_milliseconds_and_fresh() {
    let signature = sign(BODY.as_bytes(), SECRET);
    for (timestamp, refused) in [
        (Some("1764000000"), None),
        (Some("1764000000000"), None),
        (Some("1763999700.5"), None),
        (Some("1763999699"), Some("timestamp_not_fresh")),
        (Some("1764000301"), Some("timestamp_not_fresh")),
        (Some("9999999999999999"), Some("timestamp_not_fresh")),
        (Some("0"), Some("timestamp_not_fresh")),
        (None, Some("timestamp_missing")),
        (Some(""), Some("timestamp_missing")),
        (Some("-1"), Some("timestamp_malformed")),
        (Some("+1764000000"), Some("timestamp_malformed")),
        (Some("1.764e9"), Some("timestamp_malformed")),
        (Some("inf"), Some("timestamp_malformed")),
        (Some("1764000000."), Some("timestamp_malformed")),
        (Some(".5"), Some("timestamp_malformed")),
    ] {
        let verified = check(BODY, Some(&signature), timestamp);
        assert_eq!(verified.err(), refused, "{timestamp:?}");
    }
    let delivery = Delivery {
        body: BODY.as_bytes(),
        signature: Some(&signature),
        timestamp: None,
        is_form: false,
    };
    assert!(verify(&delivery, &[SECRET], f64::INFINITY, NOW_MS).is_ok());
}

#[test]
fn the_signed_text_may_be_the_body_after_json_stringify() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/conformance/webhooks.json"
    );
    let table: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    for case in table["cases"].as_array().unwrap() {
        let body = case["body"].as_str().unwrap();
        let signed = case["signed"].as_str();
        let signature = sign(signed.unwrap_or("another body").as_bytes(), SECRET);
        let verified = check(body, Some(&signature), Some("1764000000"));
        assert_eq!(
            verified.map(|verified| verified.signed).ok().as_deref(),
            signed.map(str::as_bytes),
            "{case}"
        );
    }
}

#[test]
fn the_signature_of_a_form_must_be_that_of_its_bytes() {
    let signature = sign(b"1", SECRET);
    let form = |body: &'static str| Delivery {
        body: body.as_bytes(),
        signature: Some(&signature),
        timestamp: Some("1764000000"),
        is_form: true,
    };
    let outcome = |body| verify(&form(body), &[SECRET], DEFAULT_TOLERANCE_MS, NOW_MS);
    assert!(outcome("1").is_ok());
    assert_eq!(outcome(" 1 "), Err(WebhookError::SignatureMismatch));
}

#[test]
fn a_secret_is_required_and_may_be_one_of_several() {
    let signature = sign(BODY.as_bytes(), SECRET);
    let delivery = Delivery {
        body: BODY.as_bytes(),
        signature: Some(&signature),
        timestamp: Some("1764000000"),
        is_form: false,
    };
    let with = |secrets: &[&str]| verify(&delivery, secrets, DEFAULT_TOLERANCE_MS, NOW_MS);
    for missing in [&[][..], &[""], &[" "], &[SECRET, ""]] {
        assert_eq!(with(missing), Err(WebhookError::SecretMissing));
    }
    assert!(with(&["next", SECRET]).is_ok());
    assert_eq!(with(&["next"]), Err(WebhookError::SignatureMismatch));
}

#[test]
fn an_event_is_any_subset_of_a_calls_fields() {
    let event = decode(BODY.as_bytes()).unwrap();
    assert_eq!(event.ids.call_id.unwrap().as_str(), "c-1");
    assert_eq!(event.report.call_score.map(|score| score.0), Some(87));
    assert!(event.decode_issues.is_empty());
    let odd = decode(br#"{"call_score":"87"}"#).unwrap();
    assert_eq!(odd.ids.call_id, None);
    assert_eq!(odd.decode_issues[0].path, "call_score");
    for unreadable in ["", "[]", "null", "7", "{", "{}{}", "{}],\"x\":[{}"] {
        let refused = decode(unreadable.as_bytes()).map(drop);
        assert_eq!(refused, Err(WebhookError::BodyUnreadable), "{unreadable}");
    }
}

#[test]
fn no_body_and_no_header_makes_it_panic() {
    let deep = "[".repeat(100_000);
    for body in ["", "\u{feff}{}", "{\"a\":\"\\ud800\"}", &deep, "\u{0}"] {
        for header in [
            None,
            Some(""),
            Some("é"),
            Some("sha256=é"),
            Some("99999999999999999999"),
        ] {
            assert!(check(body, header, header).is_err());
        }
        let _ = decode(body.as_bytes());
        let signature = sign(b"x", SECRET);
        assert!(check(body, Some(&signature), Some("1764000000")).is_err());
    }
}
