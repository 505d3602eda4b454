//! The endpoints for the demo page, besides the vendor's API.

mod support;

use support::{Client, get, mock};

#[tokio::test]
async fn the_candidates_have_the_demos_fields_and_need_no_key() {
    let mock = mock().await;
    let answer = Client::of(&mock)
        .await
        .ask("GET", "/demo/candidates", &[], "")
        .await
        .unwrap();
    let rows = answer.json();
    let rows = rows.as_array().unwrap();
    assert!(rows.len() > 120);
    for row in rows {
        for field in [
            "application_id",
            "candidate_id",
            "job_id",
            "candidate_name",
            "job_title",
        ] {
            assert!(!row[field].as_str().unwrap().is_empty());
        }
        assert!(row["phone_masked"].as_str().unwrap().contains('•'));
    }
    let screened = rows.iter().find(|row| row["call_id"].is_string()).unwrap();
    let id = screened["application_id"].as_str().unwrap();
    let calls = get(&mock, &format!("/calls?application_id={id}"))
        .await
        .json();
    assert_eq!(calls["count"], screened["screening_calls"]);
    assert_eq!(calls["data"][0]["call_id"], screened["call_id"]);
    let languages: std::collections::HashSet<_> = rows
        .iter()
        .map(|row| row["language"].as_str().unwrap())
        .collect();
    assert_eq!(languages.len(), 10);
}

#[tokio::test]
async fn a_lifelike_world_has_timestamps_within_the_recording_and_ends_today() {
    let config = mock_api::Config {
        is_lifelike: true,
        results: 100,
        ..support::quick()
    };
    let mock = mock_api::serve(config).await.unwrap();
    let page = get(&mock, "/calls?page=1&size=100").await.json();
    let calls = page["data"].as_array().unwrap();
    let newest = calls[0]["created_at"].as_str().unwrap();
    // The other world ends then.
    assert!(newest > "2026-11-20T16:00:00Z", "{newest}");

    let mut recorded = 0;
    for call in calls {
        let Some(transcript) = call["transcript"].as_str() else {
            continue;
        };
        assert!(transcript.starts_with("[00:00] BOT: "), "{transcript}");
        let Some(url) = call["recording_url"].as_str() else {
            continue;
        };
        let last = transcript.rsplit("\n[").next().unwrap();
        let (minutes, seconds) = last[..5].split_once(':').unwrap();
        let last_turn = minutes.parse::<u64>().unwrap() * 60 + seconds.parse::<u64>().unwrap();
        let length = get(&mock, url.strip_prefix(&mock.url()).unwrap())
            .await
            .body
            .len() as u64;
        assert!(last_turn <= (length - 44) / 16_000, "{url}");
        recorded += 1;
        if recorded == 5 {
            break;
        }
    }
    assert_eq!(recorded, 5);
}
