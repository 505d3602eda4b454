//! The crate's client in a real browser, against the mock API over real HTTP.
//!
//! `cargo xtask test wasm` starts the mock, and sets `MOCK_URL`.
#![cfg(target_arch = "wasm32")]

use ninjahire_calls::api::{
    CallStatus, Flag, Millis, ScreeningResultsFilters, ScreeningResultsRequest,
};
use ninjahire_calls::client::{
    Client, ClientOptions, DialOptions, ReadOptions, TokenSource, Until, WatchOptions,
};
use ninjahire_calls::{Error, ErrorKind};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const MOCK: Option<&str> = option_env!("MOCK_URL");

fn options() -> ClientOptions {
    ClientOptions {
        base_url: MOCK.expect("MOCK_URL: run `cargo xtask test wasm`").into(),
        redial_guard_ms: Millis(0.0),
        ..ClientOptions::default()
    }
}

fn client_with(options: ClientOptions) -> Client {
    Client::new(ClientOptions {
        api_key: Some("test-key".into()),
        dangerously_allow_browser: Flag(true),
        ..options
    })
    .unwrap()
}

fn client() -> Client {
    client_with(options())
}

/// The `n`th application of the mock's world.
async fn application(n: u32) -> String {
    let url = format!("{}/__mock/world", MOCK.unwrap());
    let window = web_sys::window().unwrap();
    let response = JsFuture::from(window.fetch_with_str(&url)).await.unwrap();
    let response: web_sys::Response = response.unchecked_into();
    let world = JsFuture::from(response.json().unwrap()).await.unwrap();
    let get = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).unwrap();
    let applications: js_sys::Array = get(&world, "applications").unchecked_into();
    get(&applications.get(n), "application_id")
        .as_string()
        .unwrap()
}

fn kind_of<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorKind {
    result.unwrap_err().kind().clone()
}

#[wasm_bindgen_test]
async fn a_call_is_placed_and_followed_until_it_is_assessed() {
    let client = client();
    let application = application(0).await;
    let placed = client.initiate_instant_call(&application, DialOptions::default());
    let call_id = placed.await.unwrap().call_id.unwrap();
    let options = WatchOptions {
        until: Until::Assessed,
        min_interval_ms: Millis(50.0),
        max_interval_ms: Millis(100.0),
        ..WatchOptions::default()
    };
    let mut watch = client.watch_call(&call_id.as_str(), options).unwrap();
    let mut last = None;
    while let Some(update) = watch.next().await {
        last = Some(update.unwrap().call);
    }
    let report = &last.unwrap().report;
    assert_eq!(report.call_status, Some(CallStatus::CallCompleted));
    assert!(report.call_score.is_some() && report.transcript.is_some());
}

#[wasm_bindgen_test]
async fn two_simultaneous_dials_for_one_application_share_one_call() {
    let (client, application) = (client(), application(1).await);
    let (first, second) = (
        client.initiate_instant_call(&application, DialOptions::default()),
        client.initiate_instant_call(&application, DialOptions::default()),
    );
    // Both are polled before either is done. By then the first one's request is sent.
    let second = wasm_bindgen_futures::future_to_promise({
        let (client, application) = (client.clone(), application.clone());
        drop(second);
        async move {
            let call = client
                .initiate_instant_call(&application, DialOptions::default())
                .await;
            Ok(call.unwrap().call_id.unwrap().as_js().into())
        }
    });
    let first = first.await.unwrap().call_id.map(String::from);
    assert_eq!(JsFuture::from(second).await.unwrap().as_string(), first);
}

#[wasm_bindgen_test]
async fn a_redial_is_refused_until_it_is_confirmed() {
    let options = ClientOptions {
        redial_guard_ms: Millis(60_000.0),
        ..options()
    };
    let (client, application) = (client_with(options), application(2).await);
    client
        .initiate_instant_call(&application, DialOptions::default())
        .await
        .unwrap();
    let again = client
        .initiate_instant_call(&application, DialOptions::default())
        .await;
    let ErrorKind::RedialGuard { redial_token, .. } = kind_of(again) else {
        panic!("it rang twice");
    };
    let redial = DialOptions {
        redial: Some(redial_token.into()),
        ..DialOptions::default()
    };
    client
        .initiate_instant_call(&application, redial)
        .await
        .unwrap();
}

#[wasm_bindgen_test]
async fn a_listing_is_filtered_and_paged() {
    let client = client();
    let query = ScreeningResultsRequest {
        size: 100,
        ..ScreeningResultsRequest::default()
    };
    let mut pages = client
        .screening_results_pages(query, ReadOptions::default())
        .unwrap();
    let (mut seen, mut job_id) = (0, None);
    while let Some(page) = pages.next().await {
        let page = page.unwrap();
        seen += page.data.len();
        job_id = page.data[0].ids.job_id.clone();
    }
    assert!(seen >= 300, "{seen}");
    let query = ScreeningResultsRequest {
        filters: ScreeningResultsFilters {
            job_id: job_id.clone(),
            ..ScreeningResultsFilters::default()
        },
        ..ScreeningResultsRequest::default()
    };
    let page = client
        .list_screening_results(query, ReadOptions::default())
        .await
        .unwrap();
    assert!(page.data.iter().all(|result| result.ids.job_id == job_id));
}

#[wasm_bindgen_test]
async fn an_unknown_call_is_not_found() {
    let missing = client()
        .get_call_details("missing", ReadOptions::default())
        .await;
    assert!(matches!(kind_of(missing), ErrorKind::Http(problem) if problem.status == 404));
}

#[wasm_bindgen_test]
async fn the_token_function_is_called_and_its_token_sent() {
    let client = Client::new(ClientOptions {
        token: Some(TokenSource::new(async || Ok("from-the-page".to_owned()))),
        ..options()
    })
    .unwrap();
    let page = client
        .list_screening_results(ScreeningResultsRequest::default(), ReadOptions::default())
        .await
        .unwrap();
    assert_eq!(page.data.len(), 10);
}

#[wasm_bindgen_test]
fn a_key_in_a_page_is_refused() {
    let refused = Client::new(ClientOptions {
        api_key: Some("test-key".into()),
        ..options()
    });
    let ErrorKind::InvalidRequest { param, problem } = kind_of(refused) else {
        panic!("not refused");
    };
    assert_eq!(param, "apiKey");
    assert!(problem.contains("proxy"));
}
