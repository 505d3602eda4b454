//! An instant call rings, proceeds, ends and is assessed in time.

mod support;

use std::time::Duration;

use mock_api::{Config, serve};
use serde_json::{Value, json};
use support::{application, application_id, count, dial, get, mock, post, quick};
use tokio::time::sleep;

async fn placed(mock: &mock_api::Handle, application_id: &str) -> String {
    let answer = dial(mock, application_id).await;
    assert_eq!(
        (answer.status, &answer.json()["status"]),
        (200, &json!("initiated"))
    );
    answer.json()["call_id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_call_goes_from_in_progress_over_completed_to_assessed_and_its_transcript_only_grows() {
    let half = Duration::from_millis(500);
    let slower = Config {
        call_duration: half,
        assessment_delay: half,
        ..quick()
    };
    let mock = serve(slower).await.unwrap();
    let call_id = placed(&mock, &application_id(&mock).await).await;
    let mut stages: Vec<String> = Vec::new();
    let mut transcript = String::new();
    let mut growths = 0;
    let last: Value = loop {
        let call = get(&mock, &format!("/calls/{call_id}")).await.json();
        let now = call["transcript"].as_str().unwrap_or_default();
        assert!(
            now.starts_with(&transcript),
            "{transcript:?} became {now:?}"
        );
        growths += usize::from(now.len() > transcript.len());
        transcript = now.to_owned();
        let status = call["call_status"].as_str().unwrap();
        let stage = format!("{status}, assessed: {}", call["call_score"].is_u64());
        if stages.last() != Some(&stage) {
            stages.push(stage);
        }
        if call["call_score"].is_u64() {
            break call;
        }
        sleep(Duration::from_millis(10)).await;
    };
    assert_eq!(
        stages,
        [
            "call_in_progress, assessed: false",
            "call_completed, assessed: false",
            "call_completed, assessed: true"
        ]
    );
    assert!(growths >= 4, "{growths}");
    assert!(transcript.contains("\nHUMAN: "));
    for field in [
        "call_digest",
        "questions_response",
        "recording_url",
        "ninjahire_intelligence",
    ] {
        assert!(last[field].is_string(), "{field}");
    }
    assert!(last["call_summary"].is_object());
}

#[tokio::test]
async fn a_placed_call_is_the_first_of_the_listing_until_the_reset() {
    let mock = mock().await;
    let id = application_id(&mock).await;
    let (first, second) = (placed(&mock, &id).await, placed(&mock, &id).await);
    let page = get(&mock, "/calls?size=2").await.json();
    assert_eq!(page["count"], 62);
    assert_eq!(page["data"][0]["call_id"], second.as_str());
    assert_eq!(page["data"][1]["call_id"], first.as_str());
    let counts = get(&mock, "/__mock/counts").await.json();
    assert_eq!(counts["by_application"][&id], 2);
    assert_eq!(counts["calls_placed"], 2);

    post(&mock, "/__mock/reset", &json!({})).await;
    assert_eq!(get(&mock, "/calls").await.json()["count"], 60);
    assert_eq!(get(&mock, &format!("/calls/{first}")).await.status, 404);
    assert_eq!(count(&mock, "calls_placed").await, 0);
}

#[tokio::test]
async fn an_unanswered_call_fails_and_has_no_transcript() {
    let mock = mock().await;
    let world = get(&mock, "/__mock/world").await.json();
    let silent = world["applications"].as_array().unwrap().iter();
    let silent = silent
        .clone()
        .find(|application| application["answers"] == false)
        .unwrap();
    let call_id = placed(&mock, silent["application_id"].as_str().unwrap()).await;
    let before = get(&mock, &format!("/calls/{call_id}")).await.json();
    assert_eq!(before["call_status"], "call_in_progress");
    sleep(Duration::from_millis(350)).await;
    let after = get(&mock, &format!("/calls/{call_id}")).await.json();
    assert_eq!(after["call_status"], "call_failed");
    assert_eq!(after["ninjahire_intelligence"], "call_failed");
    assert_eq!(after["transcript"], Value::Null);
}

#[tokio::test]
async fn the_details_of_a_new_call_can_lag_behind() {
    let lagging = Config {
        details_lag: Duration::from_millis(200),
        ..quick()
    };
    let mock = serve(lagging).await.unwrap();
    let call_id = placed(&mock, &application_id(&mock).await).await;
    assert_eq!(get(&mock, &format!("/calls/{call_id}")).await.status, 404);
    sleep(Duration::from_millis(220)).await;
    assert_eq!(get(&mock, &format!("/calls/{call_id}")).await.status, 200);
}

#[tokio::test]
async fn the_length_of_calls_can_be_changed_while_the_mock_runs() {
    let mock = mock().await;
    let settings = json!({"call_seconds": 0, "assess_seconds": 0});
    let changed = post(&mock, "/__mock/settings", &settings).await.json();
    assert_eq!(
        changed,
        json!({"call_seconds": 0.0, "assess_seconds": 0.0, "lag_ms": 0})
    );
    let call_id = placed(&mock, &application_id(&mock).await).await;
    let call = get(&mock, &format!("/calls/{call_id}")).await.json();
    assert_eq!(call["call_status"], "call_completed");
    assert!(call["call_score"].is_u64());
    let refused = post(&mock, "/__mock/settings", &json!({"call_seconds": -1})).await;
    assert_eq!(refused.status, 400);
}

#[tokio::test]
async fn every_post_is_a_new_ring_whatever_its_idempotency_key() {
    let mock = mock().await;
    let id = application(&mock, 3).await["application_id"]
        .as_str()
        .unwrap()
        .to_owned();
    let target = format!("/applications/{id}/instant-call");
    let headers = [
        ("authorization", "Bearer k"),
        ("idempotency-key", "one-decision"),
    ];
    let mut client = support::Client::of(&mock).await;
    client.ask("POST", &target, &headers, "").await.unwrap();
    client.ask("POST", &target, &headers, "{}").await.unwrap();
    let counts = get(&mock, "/__mock/counts").await.json();
    assert_eq!(counts["calls_placed"], 2);
    assert_eq!(counts["by_idempotency_key"]["one-decision"], 2);
    let log = get(&mock, "/__mock/log").await.json();
    assert_eq!(log[1]["headers"]["idempotency-key"], "one-decision");
    assert_eq!(log[1]["headers"]["authorization"], "Bearer k");
    assert_eq!(log[1]["request_on_connection"], 2);
    assert_eq!(log[0]["connection"], log[1]["connection"]);
    assert_eq!(
        (&log[1]["status"], &log[1]["outcome"]),
        (&json!(200), &json!("sent"))
    );
    let placed = get(&mock, "/__mock/placed").await.json();
    assert_eq!(placed[1]["call_id"], log[1]["placed"]);
}
