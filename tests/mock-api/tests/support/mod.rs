//! A minimal HTTP client, so that tests see the transferred bytes.
#![allow(dead_code, reason = "every test file uses some of it")]

use std::io;
use std::time::Duration;

use mock_api::{Config, Handle, serve};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

pub async fn mock() -> Handle {
    serve(quick()).await.expect("a free port")
}

/// A configuration with very short calls, and a small world.
pub fn quick() -> Config {
    Config {
        call_duration: Duration::from_millis(300),
        assessment_delay: Duration::from_millis(200),
        results: 60,
        ..Config::default()
    }
}

pub struct Client {
    stream: TcpStream,
    read: Vec<u8>,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// `None` where the body is complete.
    pub broken_off: Option<io::ErrorKind>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut all = self
            .headers
            .iter()
            .filter(|(had, _)| had.eq_ignore_ascii_case(name));
        all.next().map(|(_, value)| value.as_str())
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }
}

impl Client {
    pub async fn of(mock: &Handle) -> Self {
        let stream = TcpStream::connect(mock.addr)
            .await
            .expect("a listening mock");
        Self {
            stream,
            read: Vec::new(),
        }
    }

    /// With a key, as nearly every request needs it.
    pub async fn get(&mut self, target: &str) -> io::Result<Answer> {
        self.ask("GET", target, &[("authorization", "Bearer k")], "")
            .await
    }

    pub async fn dial(&mut self, application_id: &str) -> io::Result<Answer> {
        let target = format!("/applications/{application_id}/instant-call");
        self.ask("POST", &target, &[("authorization", "Bearer k")], "")
            .await
    }

    pub async fn ask(
        &mut self,
        method: &str,
        target: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> io::Result<Answer> {
        let mut head = format!("{method} {target} HTTP/1.1\r\nhost: mock\r\n");
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("content-length: {}\r\n\r\n{body}", body.len()));
        self.stream.write_all(head.as_bytes()).await?;
        self.answer(method == "HEAD").await
    }

    async fn answer(&mut self, no_body: bool) -> io::Result<Answer> {
        let head = self.until(b"\r\n\r\n").await?;
        let head = String::from_utf8(head).expect("a head in ASCII");
        let mut lines = head.trim_end().lines();
        let status_line = lines.next().expect("a status line");
        let headers = lines.filter_map(|line| line.split_once(": "));
        let mut answer = Answer {
            status: status_line[9..12].parse().expect("a status"),
            headers: headers
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            body: Vec::new(),
            broken_off: None,
        };
        let length = answer
            .header("content-length")
            .map(|length| length.parse().expect("digits"));
        let chunked = answer.header("transfer-encoding") == Some("chunked");
        let read = match length {
            _ if no_body || answer.status == 204 => Ok(()),
            _ if chunked => self.chunks(&mut answer.body).await,
            Some(length) => self.exactly(length, &mut answer.body).await,
            None => Ok(()),
        };
        answer.broken_off = read.err().map(|error| error.kind());
        Ok(answer)
    }

    async fn chunks(&mut self, body: &mut Vec<u8>) -> io::Result<()> {
        loop {
            let size = String::from_utf8(self.until(b"\r\n").await?).expect("a size");
            let size = usize::from_str_radix(size.trim(), 16).expect("a size in hex");
            self.exactly(size, body).await?;
            self.until(b"\r\n").await?;
            if size == 0 {
                return Ok(());
            }
        }
    }

    async fn exactly(&mut self, length: usize, into: &mut Vec<u8>) -> io::Result<()> {
        while self.read.len() < length {
            if let Err(error) = self.more().await {
                into.append(&mut self.read);
                return Err(error);
            }
        }
        into.extend(self.read.drain(..length));
        Ok(())
    }

    async fn until(&mut self, end: &[u8]) -> io::Result<Vec<u8>> {
        loop {
            let found = self
                .read
                .windows(end.len())
                .position(|window| window == end);
            if let Some(at) = found {
                return Ok(self.read.drain(..at + end.len()).collect());
            }
            self.more().await?;
        }
    }

    async fn more(&mut self) -> io::Result<()> {
        match self.stream.read_buf(&mut self.read).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }
}

/// Sends one request on a new connection.
pub async fn get(mock: &Handle, target: &str) -> Answer {
    Client::of(mock).await.get(target).await.expect("an answer")
}

pub async fn dial(mock: &Handle, application_id: &str) -> Answer {
    Client::of(mock)
        .await
        .dial(application_id)
        .await
        .expect("an answer")
}

pub async fn post(mock: &Handle, target: &str, body: &Value) -> Answer {
    let headers = [("content-type", "application/json")];
    let mut client = Client::of(mock).await;
    client
        .ask("POST", target, &headers, &body.to_string())
        .await
        .expect("an answer")
}

pub async fn fault(mock: &Handle, matching: Value, action: Value) {
    let answer = post(
        mock,
        "/__mock/faults",
        &json!([{"match": matching, "action": action}]),
    )
    .await;
    assert_eq!(answer.status, 200, "{}", answer.json());
}

/// The ids of the n-th application.
pub async fn application(mock: &Handle, at: usize) -> Value {
    get(mock, "/__mock/world").await.json()["applications"][at].clone()
}

pub async fn application_id(mock: &Handle) -> String {
    application(mock, 0).await["application_id"]
        .as_str()
        .expect("an id")
        .to_owned()
}

pub async fn count(mock: &Handle, of: &str) -> u64 {
    get(mock, "/__mock/counts").await.json()[of]
        .as_u64()
        .expect("a number")
}
