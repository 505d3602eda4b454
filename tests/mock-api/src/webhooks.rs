//! Signed webhooks. The mock posts them to the loopback after the assessment of a placed call, or
//! on command.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::body::Body;
use axum::http::{Request, Uri, header};
use hmac::{Hmac, KeyInit, Mac};
use hyper_util::rt::TokioIo;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::Sha256;
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use crate::state::Shared;

/// A webhook's settings as in the tenant API, and how the mock signs.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// `http://127.0.0.1:PORT/…`: the mock sends nothing off this machine.
    pub url: String,
    pub secret: String,
    #[serde(default = "post")]
    pub http_method: String,
    #[serde(default = "json")]
    pub content_type: String,
    /// The call's fields to send. Default: all.
    pub fields: Option<Vec<String>>,
    /// Sends the JSON indented, and signs it without the white space, as the vendor's sample would.
    #[serde(default)]
    pub indented: bool,
    /// How often a delivery is retried that was not answered with 2xx.
    #[serde(default = "retries")]
    pub retries: u32,
}

const FORM: &str = "application/x-www-form-urlencoded";

fn post() -> String {
    "POST".into()
}

fn json() -> String {
    "application/json".into()
}

const fn retries() -> u32 {
    3
}

/// One attempt to post a webhook.
#[derive(Clone, Debug, Serialize)]
pub struct Delivery {
    pub call_id: String,
    /// From 1.
    pub attempt: u32,
    /// `None` where there was no answer.
    pub status: Option<u16>,
}

impl Setup {
    /// Refuses URLs to which the mock will not or cannot send.
    pub fn check(&self) -> Result<(), String> {
        let uri: Uri = self.url.parse().map_err(|error| format!("url: {error}"))?;
        let is_loopback = matches!(uri.host(), Some("127.0.0.1" | "localhost" | "[::1]"));
        if uri.scheme_str() != Some("http") || !is_loopback {
            return Err("url must be http:// on this machine".into());
        }
        if !matches!(self.http_method.as_str(), "POST" | "PUT" | "PATCH") {
            return Err("http_method must be POST, PUT or PATCH".into());
        }
        if self.content_type != json() && self.content_type != FORM {
            return Err(format!("content_type must be {} or {FORM}", json()));
        }
        Ok(())
    }

    /// The body, and the signed text.
    fn payload(&self, call: &Map<String, Value>) -> (String, String) {
        let is_wanted = |name: &String| self.fields.as_ref().is_none_or(|all| all.contains(name));
        let fields = call.iter().filter(|(name, _)| is_wanted(name));
        if self.content_type == FORM {
            let pairs = fields.map(|(name, value)| match value {
                Value::String(text) => (name.clone(), text.clone()),
                other => (name.clone(), other.to_string()),
            });
            let form = form_urlencoded::Serializer::new(String::new())
                .extend_pairs(pairs)
                .finish();
            return (form.clone(), form);
        }
        let fields: Map<_, _> = fields
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        let signed = serde_json::to_string(&fields).expect("strings and numbers");
        let body = match self.indented {
            true => serde_json::to_string_pretty(&fields).expect("strings and numbers"),
            false => signed.clone(),
        };
        (body, signed)
    }
}

/// Posts the webhook of a placed call after its assessment.
pub fn after_assessment(mock: &Shared, call_id: &str) {
    let Some(setup) = mock.webhooks(|webhooks| webhooks.setup.clone()) else {
        return;
    };
    let wait = mock.pace(|pace| pace.call + pace.assessment + Duration::from_millis(10));
    let (mock, call_id) = (mock.clone(), call_id.to_owned());
    tokio::spawn(async move {
        sleep(wait).await;
        deliver(&mock, &setup, &call_id).await;
    });
}

/// Posts a call's webhook now, and retries where the answer is not 2xx. `None` where there is no such call.
pub async fn deliver(mock: &Shared, setup: &Setup, call_id: &str) -> Option<Vec<Delivery>> {
    let call: Map<String, Value> = serde_json::from_str(mock.call_json(call_id)?.get()).ok()?;
    let (body, signed) = setup.payload(&call);
    let signature = sign(&signed, &setup.secret);
    let mut deliveries = Vec::new();
    for attempt in 1..=setup.retries + 1 {
        if attempt > 1 {
            sleep(Duration::from_millis(50 << attempt.min(8))).await;
        }
        let status = timeout(Duration::from_secs(10), send(setup, &body, &signature)).await;
        let delivery = Delivery {
            call_id: call_id.to_owned(),
            attempt,
            status: status.ok().flatten(),
        };
        mock.webhooks(|webhooks| webhooks.deliveries.push(delivery.clone()));
        let is_done = matches!(delivery.status, Some(200..=299));
        deliveries.push(delivery);
        if is_done {
            break;
        }
    }
    Some(deliveries)
}

fn sign(text: &str, secret: &str) -> String {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
    mac.update(text.as_bytes());
    let digest = mac.finalize().into_bytes();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The status of the answer, if there is one.
async fn send(setup: &Setup, body: &str, signature: &str) -> Option<u16> {
    let uri: Uri = setup.url.parse().ok()?;
    let address = (
        uri.host()?.trim_matches(['[', ']']),
        uri.port_u16().unwrap_or(80),
    );
    let stream = TcpStream::connect(address).await.ok()?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream))
        .await
        .ok()?;
    tokio::spawn(connection);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    let request = Request::builder()
        .method(setup.http_method.as_str())
        .uri(uri.path_and_query()?.as_str())
        .header(header::HOST, uri.authority()?.as_str())
        .header(header::CONTENT_TYPE, &setup.content_type)
        .header("x-ninjahire-signature", signature)
        .header("x-ninjahire-timestamp", now.as_secs().to_string())
        .body(Body::from(body.to_owned()))
        .ok()?;
    let response = sender.send_request(request).await.ok()?;
    Some(response.status().as_u16())
}
