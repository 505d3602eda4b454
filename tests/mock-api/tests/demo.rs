//! What the demo page needs besides the vendor's API.

mod support;

use support::{Client, get, mock};

#[tokio::test]
async fn the_candidates_have_what_a_recruiter_looks_for_and_need_no_key() {
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
