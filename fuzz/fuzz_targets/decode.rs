//! Answers: exactly what serde_json accepts as JSON is decoded, and nothing panics.

#![no_main]

use libfuzzer_sys::fuzz_target;
use ninjahire_calls::api::{
    CallDetails, InstantCall, ScreeningResultsPage, ScreeningResultsRequest,
};
use serde_json::value::RawValue;

fuzz_target!(|body: &[u8]| {
    let text = String::from_utf8_lossy(body);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let is_json = serde_json::from_str::<&RawValue>(text).is_ok();
    // Every JSON answer to a dial is a placed call.
    assert_eq!(InstantCall::decode(body).is_ok(), is_json);
    for strict in [false, true] {
        let _ = CallDetails::decode(body, strict);
        let _ = ScreeningResultsPage::decode(body, ScreeningResultsRequest::default(), strict);
    }
});
