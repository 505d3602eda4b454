//! The vendor's contract, and nothing else.

mod support;

use mock_api::{Config, serve};
use support::{Client, application, application_id, dial, get, mock, quick};

#[tokio::test]
async fn without_a_bearer_key_everything_is_401_with_a_problem_body() {
    let mock = mock().await;
    let id = application_id(&mock).await;
    let dial = format!("/applications/{id}/instant-call");
    for (method, target) in [
        ("POST", dial.as_str()),
        ("GET", "/calls/x"),
        ("GET", "/calls"),
    ] {
        for headers in [
            &[][..],
            &[("authorization", "Basic a")],
            &[("authorization", "Bearer ")],
        ] {
            let mut client = Client::of(&mock).await;
            let answer = client.ask(method, target, headers, "").await.unwrap();
            assert_eq!(answer.status, 401, "{method} {target} {headers:?}");
            assert_eq!(
                answer.header("content-type"),
                Some("application/problem+json")
            );
            let problem = answer.json();
            assert_eq!(problem["status"], 401);
            assert_eq!(problem["title"], "Unauthorized");
            assert_eq!(problem["instance"], target);
            let request_id = answer.header("x-request-id");
            assert_eq!(problem["trace"]["requestId"].as_str(), request_id);
        }
    }
    assert_eq!(support::count(&mock, "calls_placed").await, 0);
}

#[tokio::test]
async fn where_a_key_was_set_only_that_one_is_accepted() {
    let mock = serve(Config {
        key: Some("right".to_owned()),
        ..quick()
    })
    .await
    .unwrap();
    for (key, status) in [
        ("Bearer right", 200),
        ("bearer right", 200),
        ("Bearer wrong", 401),
    ] {
        let mut client = Client::of(&mock).await;
        let answer = client
            .ask("GET", "/calls", &[("authorization", key)], "")
            .await
            .unwrap();
        assert_eq!(answer.status, status, "{key}");
    }
}

#[tokio::test]
async fn anything_outside_the_contract_is_an_error() {
    let mock = mock().await;
    let id = application_id(&mock).await;
    for (target, status) in [
        ("/calls?page=0", 400),
        ("/calls?page=-1", 400),
        ("/calls?page=1.5", 400),
        ("/calls?page=%2B1", 400),
        ("/calls?page=", 400),
        ("/calls?page=one", 400),
        ("/calls?size=0", 400),
        ("/calls?size=101", 400),
        ("/calls?page=1&page=2", 400),
        ("/calls?applicationId=x", 400),
        ("/calls?job_id=", 400),
        ("/calls?job_id=%20", 400),
        ("/calls?size=100", 200),
        ("/calls?page=99999999999999999", 200),
        ("/calls/nobody", 404),
        ("/calls/nobody?x=1", 400),
        ("/call", 400),
        ("/call?call_id=nobody", 404),
        ("/nowhere", 404),
        ("/calls/", 404),
        ("//calls", 404),
    ] {
        assert_eq!(get(&mock, target).await.status, status, "{target}");
    }
    assert_eq!(dial(&mock, "nobody").await.status, 404);
    for (method, target, allow) in [
        ("PUT", "/calls".to_owned(), "GET,HEAD"),
        ("GET", format!("/applications/{id}/instant-call"), "POST"),
    ] {
        let key = [("authorization", "Bearer k")];
        let answer = Client::of(&mock)
            .await
            .ask(method, &target, &key, "")
            .await
            .unwrap();
        assert_eq!((answer.status, answer.header("allow")), (405, Some(allow)));
        assert_eq!(answer.json()["title"], "Method Not Allowed");
    }
}

#[tokio::test]
async fn each_of_the_six_filters_filters_and_count_is_of_all_that_match() {
    let mock = mock().await;
    let everything = get(&mock, "/calls?page=1&size=100").await.json();
    assert_eq!(everything["count"], 60);
    let all = everything["data"].as_array().unwrap();
    for filter in [
        "application_id",
        "job_id",
        "candidate_id",
        "application_source_id",
        "job_source_id",
        "candidate_source_id",
    ] {
        let value = all.iter().find_map(|call| call[filter].as_str()).unwrap();
        let expected = all.iter().filter(|call| call[filter] == value).count();
        let escaped = value.replace('/', "%2F");
        let page = get(&mock, &format!("/calls?page=1&size=1&{filter}={escaped}"))
            .await
            .json();
        assert_eq!(page["count"], expected, "{filter}");
        assert_eq!(page["data"][0][filter], value);
        let none = get(&mock, &format!("/calls?{filter}=nobody")).await.json();
        assert_eq!(
            (none["count"].clone(), none["data"].clone()),
            (0.into(), Vec::<i32>::new().into())
        );
    }
}

#[tokio::test]
async fn the_pages_together_are_all_results_newest_first_and_each_can_be_fetched() {
    let mock = mock().await;
    let mut seen = Vec::new();
    let mut times = Vec::new();
    for page in 1..=7 {
        let page = get(&mock, &format!("/calls?page={page}")).await.json();
        for call in page["data"].as_array().unwrap() {
            seen.push(call["call_id"].as_str().unwrap().to_owned());
            times.push(call["created_at"].as_str().unwrap().to_owned());
        }
    }
    assert_eq!(seen.len(), 60);
    assert!(times.is_sorted_by(|earlier, later| earlier > later));
    for id in seen {
        assert_eq!(
            get(&mock, &format!("/calls/{id}")).await.json()["call_id"],
            id.as_str()
        );
        assert_eq!(
            get(&mock, &format!("/call?call_id={id}")).await.json()["call_id"],
            id.as_str()
        );
    }
}

#[tokio::test]
async fn the_world_has_every_enum_value_and_is_a_function_of_its_seed() {
    let big = Config {
        results: 300,
        ..quick()
    };
    let (one, same) = (
        serve(big.clone()).await.unwrap(),
        serve(big.clone()).await.unwrap(),
    );
    let other = serve(Config { seed: 2, ..big }).await.unwrap();
    let mut statuses = Vec::new();
    let mut sizes = Vec::new();
    for page in 1..=3 {
        let target = format!("/calls?page={page}&size=100");
        // The address in recording_url is the only difference there may be.
        let text = |answer: support::Answer, mock: &mock_api::Handle| {
            String::from_utf8(answer.body)
                .unwrap()
                .replace(&mock.url(), "")
        };
        let page = get(&one, &target).await;
        for call in page.json()["data"].as_array().unwrap() {
            for field in ["call_status", "ninjahire_intelligence", "call_direction"] {
                statuses.push(call[field].as_str().unwrap_or("absent").to_owned());
            }
            sizes.push(call["transcript"].as_str().map_or(0, str::len));
            let questions = &call["questions_response"];
            assert!(questions.is_null() || questions.is_string());
        }
        let page = text(page, &one);
        assert_eq!(page, text(get(&same, &target).await, &same));
        assert_ne!(page, text(get(&other, &target).await, &other));
    }
    for value in [
        "call_completed",
        "call_in_progress",
        "call_failed",
        "call_success",
        "call_inconclusive",
        "outgoing",
        "incoming",
        "absent",
    ] {
        assert!(statuses.iter().any(|status| status == value), "{value}");
    }
    sizes.sort_unstable();
    assert!(
        (180_000..=200_000).contains(sizes.last().unwrap()),
        "{sizes:?}"
    );
    assert!(
        sizes.iter().any(|size| (1..=400).contains(size)),
        "{sizes:?}"
    );
}

#[tokio::test]
async fn a_preflight_allows_what_the_contract_needs_and_is_counted() {
    let mock = mock().await;
    let id = application(&mock, 0).await["application_id"]
        .as_str()
        .unwrap()
        .to_owned();
    let headers = [
        ("origin", "http://page.example"),
        ("access-control-request-method", "POST"),
        (
            "access-control-request-headers",
            "authorization,idempotency-key",
        ),
    ];
    let target = format!("/applications/{id}/instant-call");
    let answer = Client::of(&mock)
        .await
        .ask("OPTIONS", &target, &headers, "")
        .await
        .unwrap();
    assert_eq!(answer.status, 204);
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    assert_eq!(
        answer.header("access-control-allow-methods"),
        Some("GET, POST")
    );
    let allowed = answer.header("access-control-allow-headers");
    assert_eq!(allowed, Some("authorization, accept, content-type"));
    assert_eq!(support::count(&mock, "preflights").await, 1);
    assert_eq!(support::count(&mock, "instant_calls_received").await, 0);
    let refused = get(&mock, "/calls?page=0").await;
    assert_eq!(refused.header("access-control-allow-origin"), Some("*"));
}
