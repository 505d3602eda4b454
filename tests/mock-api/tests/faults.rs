//! The mock simulates faults exactly, on cold and on warm connections.

mod support;

use std::io::{ErrorKind, Read};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use support::{Client, application_id, count, fault, get, mock, post};
use tokio::time::{sleep, timeout};

const SOON: Duration = Duration::from_millis(250);

async fn last_entry(mock: &mock_api::Handle) -> Value {
    let log = get(mock, "/__mock/log").await.json();
    log.as_array().unwrap().last().unwrap().clone()
}

#[tokio::test]
async fn a_reset_before_the_headers_is_a_real_one_and_the_phone_has_rung() {
    let mock = mock().await;
    let id = application_id(&mock).await;
    for warm in [false, true] {
        let mut client = Client::of(&mock).await;
        if warm {
            assert_eq!(client.get("/calls").await.unwrap().status, 200);
        }
        post(&mock, "/__mock/reset", &json!({})).await;
        fault(
            &mock,
            json!({"method": "POST", "warm": warm}),
            json!({"reset": "before_headers"}),
        )
        .await;
        let error = client.dial(&id).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ConnectionReset, "warm: {warm}");
        assert_eq!(count(&mock, "instant_calls_received").await, 1);
        assert_eq!(count(&mock, "calls_placed").await, 1);
        let entry = last_entry(&mock).await;
        assert_eq!(entry["status"], Value::Null);
        assert_eq!(entry["outcome"], "dropped");
        assert_eq!(entry["fault"]["reset"], "before_headers");
        assert_eq!(entry["request_on_connection"], if warm { 2 } else { 1 });
        assert!(entry["placed"].is_string());
    }
}

#[tokio::test]
async fn bytes_before_a_later_reset_or_cut_arrive() {
    let mock = mock().await;
    for (action, arrives, how) in [
        (
            json!({"reset": "after_headers"}),
            0,
            ErrorKind::ConnectionReset,
        ),
        (
            json!({"reset": "mid_body", "at_byte": 100}),
            100,
            ErrorKind::ConnectionReset,
        ),
        (
            json!({"cut_body": true, "at_byte": 200}),
            200,
            ErrorKind::UnexpectedEof,
        ),
        (
            json!({"cut_body": true, "chunked": true, "at_byte": 200}),
            200,
            ErrorKind::UnexpectedEof,
        ),
    ] {
        fault(&mock, json!({"path_prefix": "/calls"}), action.clone()).await;
        let answer = get(&mock, "/calls").await;
        assert_eq!(answer.status, 200, "{action}");
        assert_eq!(answer.broken_off, Some(how), "{action}");
        assert_eq!(answer.body.len(), arrives, "{action}");
    }
}

#[tokio::test]
async fn a_stall_never_ends_and_a_dial_has_rung_by_then() {
    let mock = mock().await;
    let id = application_id(&mock).await;
    for (action, status) in [
        (json!({"stall": "headers"}), Value::Null),
        (json!({"stall": "body"}), json!(200)),
    ] {
        post(&mock, "/__mock/reset", &json!({})).await;
        fault(&mock, json!({}), action).await;
        let mut client = Client::of(&mock).await;
        assert!(timeout(SOON, client.dial(&id)).await.is_err());
        assert_eq!(count(&mock, "calls_placed").await, 1);
        let entry = last_entry(&mock).await;
        assert_eq!(
            (&entry["status"], &entry["outcome"]),
            (&status, &json!("pending"))
        );
        drop(client);
        sleep(SOON).await;
        assert_eq!(last_entry(&mock).await["outcome"], "dropped");
    }
}

#[tokio::test]
async fn a_refusal_does_not_ring_unless_place_is_set() {
    let mock = mock().await;
    let id = application_id(&mock).await;
    for (action, status, rings) in [
        (json!({"status": 500}), 500, 0),
        (json!({"status": 500, "place": true}), 500, 1),
        (
            json!({"status": 429, "headers": {"retry-after": "2"}}),
            429,
            0,
        ),
        (json!({"redirect": {"location": "/elsewhere"}}), 307, 0),
        (json!({"status": 202}), 202, 1),
        (json!({"no_content": true}), 204, 1),
        (json!({"raw_body": "{\"status\": "}), 200, 1),
    ] {
        post(&mock, "/__mock/reset", &json!({})).await;
        fault(&mock, json!({"path_contains": &id}), action.clone()).await;
        let answer = support::dial(&mock, &id).await;
        assert_eq!(answer.status, status, "{action}");
        assert_eq!(count(&mock, "calls_placed").await, rings, "{action}");
        assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
        match status {
            307 => assert_eq!(answer.header("location"), Some("/elsewhere")),
            429 => assert_eq!(answer.header("retry-after"), Some("2")),
            500 => assert_eq!(answer.json()["title"], "Internal Server Error"),
            204 => assert!(answer.header("content-type").is_none()),
            _ => {}
        }
    }
}

#[tokio::test]
async fn an_answer_can_be_damaged_in_many_ways() {
    let mock = mock().await;
    let calls = json!({"path_prefix": "/calls"});
    let page = "<html><body>Bad gateway</body></html>";
    let html = json!({"status": 502, "raw_body": page, "content_type": "text/html"});
    fault(&mock, calls.clone(), html).await;
    let answer = get(&mock, "/calls").await;
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (502, Some("text/html"))
    );
    assert_eq!(answer.body, page.as_bytes());

    let patch = json!({"merge": {"count": 7, "extra": {"a": 1}}, "merge_items":
        {"0": {"call_score": "87", "call_direction": null}}});
    fault(&mock, calls.clone(), patch).await;
    let answer = get(&mock, "/calls").await.json();
    assert_eq!(
        (&answer["count"], &answer["extra"]),
        (&json!(7), &json!({"a": 1}))
    );
    assert_eq!(answer["data"][0]["call_score"], "87");
    assert!(answer["data"][0].get("call_direction").is_none());
    assert!(answer["data"][1]["call_id"].is_string());

    fault(&mock, calls.clone(), json!({"replace_json": []})).await;
    assert_eq!(get(&mock, "/calls").await.json(), json!([]));

    fault(&mock, calls.clone(), json!({"gzip": true})).await;
    let answer = get(&mock, "/calls").await;
    assert_eq!(answer.header("content-encoding"), Some("gzip"));
    let mut unzipped = String::new();
    flate2::read::GzDecoder::new(&answer.body[..])
        .read_to_string(&mut unzipped)
        .unwrap();
    assert_eq!(unzipped.as_bytes(), get(&mock, "/calls").await.body);

    for chunked in [false, true] {
        let huge = json!({"body_bytes": 3_000_000, "chunked": chunked});
        fault(&mock, calls.clone(), huge).await;
        let answer = get(&mock, "/calls").await;
        assert_eq!(answer.header("content-length").is_none(), chunked);
        assert_eq!(
            (answer.body.len(), answer.json()["count"].as_u64()),
            (3_000_000, Some(60))
        );
    }

    let headers = json!({"headers":
        {"access-control-allow-origin": null, "set-cookie": ["a=1", "b=2"], "x-n": 3}});
    fault(&mock, calls, headers).await;
    let answer = get(&mock, "/calls").await;
    assert_eq!(answer.header("access-control-allow-origin"), None);
    assert_eq!(
        answer
            .headers
            .iter()
            .filter(|(name, _)| name == "set-cookie")
            .count(),
        2
    );
    assert_eq!(answer.header("x-n"), Some("3"));
}

#[tokio::test]
async fn an_answer_can_be_late_or_trickle() {
    let mock = mock().await;
    for action in [
        json!({"delay_ms": 120}),
        json!({"raw_body": "0123456789", "pace": {"bytes": 3, "every_ms": 40}}),
    ] {
        fault(&mock, json!({}), action.clone()).await;
        let asked = Instant::now();
        let answer = get(&mock, "/calls").await;
        assert_eq!((answer.status, answer.broken_off), (200, None));
        assert!(asked.elapsed() >= Duration::from_millis(120), "{action}");
    }
}

#[tokio::test]
async fn the_first_matching_fault_is_applied_as_often_as_it_says() {
    let mock = mock().await;
    let queue = json!([
        {"match": {"path_prefix": "/calls"}, "times": 2, "after": 1, "action": {"status": 503}},
        {"match": {"path_prefix": "/calls"}, "action": {"status": 500}},
        {"match": {"query_contains": "page=9"}, "times": 0, "action": {"status": 418}},
    ]);
    assert_eq!(
        post(&mock, "/__mock/faults", &queue).await.json(),
        json!({"added": 3})
    );
    let mut statuses = Vec::new();
    for _ in 0..5 {
        statuses.push(get(&mock, "/calls").await.status);
    }
    // The first one skips one request, to which the second one then applies.
    assert_eq!(statuses, [500, 503, 503, 200, 200]);
    for _ in 0..3 {
        assert_eq!(get(&mock, "/calls?page=9").await.status, 418);
    }
    assert_eq!(
        get(&mock, "/__mock/faults").await.json(),
        json!({"waiting": 1})
    );
    post(&mock, "/__mock/reset", &json!({})).await;
    assert_eq!(get(&mock, "/calls?page=9").await.status, 200);
}

#[tokio::test]
async fn a_preflight_uses_up_only_a_fault_for_options() {
    let mock = mock().await;
    fault(&mock, json!({}), json!({"status": 500})).await;
    let headers = [
        ("origin", "http://a"),
        ("access-control-request-method", "GET"),
    ];
    let mut client = Client::of(&mock).await;
    assert_eq!(
        client
            .ask("OPTIONS", "/calls", &headers, "")
            .await
            .unwrap()
            .status,
        204
    );
    assert_eq!(get(&mock, "/calls").await.status, 500);
    fault(&mock, json!({"method": "options"}), json!({"status": 403})).await;
    assert_eq!(
        client
            .ask("OPTIONS", "/calls", &headers, "")
            .await
            .unwrap()
            .status,
        403
    );
}

#[tokio::test]
async fn an_invalid_fault_is_refused_with_the_reason() {
    let mock = mock().await;
    for (wrong, reason) in [
        (json!({"action": {"sttaus": 500}}), "sttaus"),
        (json!({"action": {"status": 99}}), "200 to 599"),
        (json!({"match": {"path": "/x"}, "action": {}}), "path"),
        (json!({"action": {"reset": "sometimes"}}), "sometimes"),
    ] {
        let answer = post(&mock, "/__mock/faults", &wrong).await;
        assert_eq!(answer.status, 400);
        assert!(
            answer.json()["detail"].as_str().unwrap().contains(reason),
            "{}",
            answer.json()
        );
    }
}

#[tokio::test]
async fn idle_connections_can_be_reset_or_closed_all_at_once() {
    let mock = mock().await;
    for (action, kind) in [
        ("reset_idle", ErrorKind::ConnectionReset),
        ("close_idle", ErrorKind::UnexpectedEof),
        ("reset_all", ErrorKind::ConnectionReset),
    ] {
        let mut client = Client::of(&mock).await;
        assert_eq!(client.get("/calls").await.unwrap().status, 200);
        sleep(Duration::from_millis(50)).await;
        let ended = post(&mock, "/__mock/connections", &json!({"action": action}))
            .await
            .json();
        assert!(ended["ended"].as_u64().unwrap() >= 1, "{action}");
        sleep(Duration::from_millis(50)).await;
        let error = client.get("/calls").await.unwrap_err();
        // Whichever comes first: writing into it, or reading from it.
        assert!(
            error.kind() == kind
                || error.kind() == ErrorKind::BrokenPipe
                || error.kind() == ErrorKind::ConnectionReset,
            "{action}: {error:?}"
        );
    }
}
