//! Audio that a browser can play and seek in.

mod support;

use support::{Answer, Client, get, mock};

async fn ask(mock: &mock_api::Handle, method: &str, path: &str, range: Option<&str>) -> Answer {
    let headers: Vec<_> = range.map(|range| ("range", range)).into_iter().collect();
    Client::of(mock)
        .await
        .ask(method, path, &headers, "")
        .await
        .unwrap()
}

async fn a_recording(mock: &mock_api::Handle) -> String {
    let page = get(mock, "/calls?size=100").await.json();
    let urls = page["data"].as_array().unwrap().iter();
    let url = urls
        .clone()
        .find_map(|call| call["recording_url"].as_str())
        .unwrap();
    url.strip_prefix(&mock.url())
        .expect("served by the mock itself")
        .to_owned()
}

#[tokio::test]
async fn a_recording_is_a_complete_audible_wav_file() {
    let mock = mock().await;
    let answer = ask(&mock, "GET", &a_recording(&mock).await, None).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), Some("audio/wav"));
    assert_eq!(answer.header("accept-ranges"), Some("bytes"));
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    assert_eq!(
        (&answer.body[..4], &answer.body[8..16]),
        (&b"RIFF"[..], &b"WAVEfmt "[..])
    );
    let announced = u32::from_le_bytes(answer.body[40..44].try_into().unwrap()) as usize;
    assert_eq!(announced + 44, answer.body.len());
    let samples = answer.body[44..].chunks_exact(2);
    let loudest = samples
        .map(|pair| i16::from_le_bytes([pair[0], pair[1]]).unsigned_abs())
        .max();
    assert!((2_000..12_000).contains(&loudest.unwrap()), "{loudest:?}");
}

#[tokio::test]
async fn a_range_of_a_recording_is_that_part_of_the_file() {
    let mock = mock().await;
    let path = a_recording(&mock).await;
    let whole = ask(&mock, "GET", &path, None).await.body;
    let part = ask(&mock, "GET", &path, Some("bytes=100001-200004")).await;
    assert_eq!(part.status, 206);
    let expected = format!("bytes 100001-200004/{}", whole.len());
    assert_eq!(part.header("content-range"), Some(expected.as_str()));
    assert!(part.body == whole[100_001..=200_004]);

    let beyond = ask(&mock, "GET", &path, Some("bytes=999999999-")).await;
    assert_eq!(beyond.status, 416);
    let expected = format!("bytes */{}", whole.len());
    assert_eq!(beyond.header("content-range"), Some(expected.as_str()));

    let head = ask(&mock, "HEAD", &path, None).await;
    let length = whole.len().to_string();
    assert_eq!(
        (head.status, head.header("content-length")),
        (200, Some(length.as_str()))
    );
}

#[tokio::test]
async fn where_there_is_no_recording_it_is_404() {
    let mock = mock().await;
    for path in [
        "/recordings/nobody.wav",
        "/recordings/nobody",
        "/recordings/",
    ] {
        assert_eq!(ask(&mock, "GET", path, None).await.status, 404, "{path}");
    }
}
