//! Verifies the vendor's webhooks: whether the vendor signed this one, and which text it signed.
//!
//! The signature does not cover the timestamp, so a fresh timestamp does not prevent a replay.
//! Store the signatures of the webhooks that you have handled; the vendor, too, may post one event
//! several times. Treat an event as a hint: read the call again before you act on it.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;

use crate::api::{ScreeningResult, ScreeningResultsPage, ScreeningResultsRequest};

/// The name of the header with the signature.
pub const SIGNATURE_HEADER: &str = "x-ninjahire-signature";
/// The name of the header with the timestamp.
pub const TIMESTAMP_HEADER: &str = "x-ninjahire-timestamp";
/// How far a timestamp may usually be from now, in milliseconds: five minutes.
pub const DEFAULT_TOLERANCE_MS: f64 = 300_000.0;

/// A webhook as it arrived.
#[derive(Debug, Clone, Copy)]
pub struct Delivery<'a> {
    /// The body's bytes, before any parser.
    pub body: &'a [u8],
    /// The value of the header [`SIGNATURE_HEADER`].
    pub signature: Option<&'a str>,
    /// The value of the header [`TIMESTAMP_HEADER`].
    pub timestamp: Option<&'a str>,
    /// Whether the content type is `application/x-www-form-urlencoded`. The vendor then signs the
    /// bytes themselves.
    pub is_form: bool,
}

/// A webhook that the vendor signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The signature in lower case: the same for every delivery of one payload.
    pub id: String,
    /// The text that was signed: the body, or `JSON.stringify(JSON.parse(body))`. Decode this, and not
    /// the body, which may contain more.
    pub signed: Vec<u8>,
}

/// Why a webhook is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WebhookError {
    /// No secret was given, or a blank one. Anybody could sign a webhook with that.
    SecretMissing,
    /// The webhook has no signature.
    SignatureMissing,
    /// The signature is not 64 hexadecimal digits.
    SignatureMalformed,
    /// The signature does not belong to this body.
    SignatureMismatch,
    /// The webhook has no timestamp.
    TimestampMissing,
    /// The timestamp is not a Unix time.
    TimestampMalformed,
    /// The timestamp is too far from now.
    TimestampNotFresh,
    /// The body is not a JSON object.
    BodyUnreadable,
}

impl WebhookError {
    /// A stable name, the same as `error.code` in JavaScript.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SecretMissing => "secret_missing",
            Self::SignatureMissing => "signature_missing",
            Self::SignatureMalformed => "signature_malformed",
            Self::SignatureMismatch => "signature_mismatch",
            Self::TimestampMissing => "timestamp_missing",
            Self::TimestampMalformed => "timestamp_malformed",
            Self::TimestampNotFresh => "timestamp_not_fresh",
            Self::BodyUnreadable => "body_unreadable",
        }
    }
}

impl fmt::Display for WebhookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the webhook is refused: {}", self.code())
    }
}

impl std::error::Error for WebhookError {}

/// Checks signature and timestamp.
///
/// * `secrets`: the webhook's secret, or both the new and the old one while you change it.
/// * `tolerance_ms`: how far the timestamp may be from `now_ms` (Unix time in milliseconds). With
///   [`f64::INFINITY`] the timestamp is ignored.
///
/// # Errors
/// [`WebhookError`]: what is missing, malformed or wrong. It never contains the secret.
///
/// ```
/// use ninjahire_calls::webhooks::{DEFAULT_TOLERANCE_MS, Delivery, decode, sign, verify};
///
/// let body = br#"{"call_id":"c1","call_score":87}"#;
/// let signature = sign(body, "secret");
/// let delivery = Delivery {
///     body,
///     signature: Some(&signature),
///     timestamp: Some("1764000000"),
///     is_form: false,
/// };
/// let verified = verify(&delivery, &["secret"], DEFAULT_TOLERANCE_MS, 1_764_000_001_000.0)?;
/// assert_eq!(decode(&verified.signed)?.report.call_score.map(|score| score.0), Some(87));
/// # Ok::<(), ninjahire_calls::webhooks::WebhookError>(())
/// ```
pub fn verify(
    delivery: &Delivery<'_>,
    secrets: &[&str],
    tolerance_ms: f64,
    now_ms: f64,
) -> Result<Verified, WebhookError> {
    if secrets.is_empty() || secrets.iter().any(|secret| secret.trim().is_empty()) {
        return Err(WebhookError::SecretMissing);
    }
    let (id, signature) = parse_signature(delivery.signature)?;
    if tolerance_ms != f64::INFINITY {
        let age_ms = (now_ms - parse_timestamp(delivery.timestamp)?).abs();
        if age_ms.is_nan() || age_ms > tolerance_ms {
            return Err(WebhookError::TimestampNotFresh);
        }
    }
    if is_signed(delivery.body, &signature, secrets) {
        let signed = delivery.body.to_vec();
        return Ok(Verified { id, signed });
    }
    // The vendor's sample signs `JSON.stringify(payload)`.
    let signed = match delivery.is_form {
        true => None,
        false => reserialize(delivery.body).filter(|text| is_signed(text, &signature, secrets)),
    };
    let signed = signed.ok_or(WebhookError::SignatureMismatch)?;
    Ok(Verified { id, signed })
}

/// Decodes a JSON payload, which may have any subset of a call's fields. A defective field becomes
/// `None` and is reported in `decode_issues`.
///
/// # Errors
/// [`WebhookError::BodyUnreadable`] where the payload is not a JSON object.
pub fn decode(json: &[u8]) -> Result<ScreeningResult, WebhookError> {
    let is_object = serde_json::from_slice::<Value>(json).is_ok_and(|value| value.is_object());
    if !is_object {
        return Err(WebhookError::BodyUnreadable);
    }
    // An item of a listing is the model that requires no field.
    let page = [b"{\"data\":[", json, b"]}"].concat();
    let page = ScreeningResultsPage::decode(&page, ScreeningResultsRequest::default(), false);
    let result = page.ok().and_then(|page| page.data.into_iter().next());
    let mut result = result.ok_or(WebhookError::BodyUnreadable)?;
    for issue in &mut result.decode_issues {
        if let Some(path) = issue.path.strip_prefix("data[0]") {
            issue.path = path.trim_start_matches('.').to_owned();
        }
    }
    Ok(result)
}

/// The signature of a body: HMAC-SHA-256 in hexadecimal, in lower case.
pub fn sign(body: &[u8], secret: &str) -> String {
    let digest = mac(body, secret).finalize().into_bytes();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn mac(body: &[u8], secret: &str) -> Hmac<Sha256> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
    mac.update(body);
    mac
}

/// Whether one of the secrets signed the body. Compares in constant time.
fn is_signed(body: &[u8], signature: &[u8; 32], secrets: &[&str]) -> bool {
    let did_sign = |secret: &&str| mac(body, secret).verify_slice(signature).is_ok();
    secrets.iter().any(did_sign)
}

/// The signature in lower case, and its bytes. The header may be in any case, and start with
/// `sha256=`.
fn parse_signature(header: Option<&str>) -> Result<(String, [u8; 32]), WebhookError> {
    let header = header.map(str::trim).filter(|header| !header.is_empty());
    let hex = header
        .ok_or(WebhookError::SignatureMissing)?
        .to_ascii_lowercase();
    let hex = hex.strip_prefix("sha256=").unwrap_or(&hex);
    if hex.len() != 64 || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(WebhookError::SignatureMalformed);
    }
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(hex.as_bytes().chunks(2)) {
        let digit = |digit: u8| char::from(digit).to_digit(16).unwrap_or_default() as u8;
        *byte = digit(pair[0]) << 4 | digit(pair[1]);
    }
    Ok((hex.to_owned(), bytes))
}

/// The header, in seconds or milliseconds, as Unix time in milliseconds.
fn parse_timestamp(header: Option<&str>) -> Result<f64, WebhookError> {
    /// This many milliseconds after 1970 is in 1973; this many seconds is in the far future. So a
    /// smaller number is in seconds.
    const FIRST_MILLISECONDS: f64 = 100_000_000_000.0;
    let header = header.map(str::trim).filter(|header| !header.is_empty());
    let header = header.ok_or(WebhookError::TimestampMissing)?;
    let (whole, fraction) = header.split_once('.').unwrap_or((header, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || whole.len() > 16 || !is_number(fraction) || fraction.len() > 9 {
        return Err(WebhookError::TimestampMalformed);
    }
    let time: f64 = header
        .parse()
        .map_err(|_| WebhookError::TimestampMalformed)?;
    Ok(if time < FIRST_MILLISECONDS {
        time * 1_000.0
    } else {
        time
    })
}

/// The result of `JSON.stringify(JSON.parse(body))`. `None` where the body is not JSON, or nested too
/// deeply.
fn reserialize(body: &[u8]) -> Option<Vec<u8>> {
    let text = String::from_utf8_lossy(body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body));
    let value: Value = serde_json::from_str(&text).ok()?;
    let mut json = String::with_capacity(text.len());
    push_json(&mut json, &value);
    Some(json.into_bytes())
}

fn push_json(json: &mut String, value: &Value) {
    match value {
        Value::Null | Value::Bool(_) => json.push_str(&value.to_string()),
        // In JavaScript every number is a double.
        Value::Number(number) => match number.as_f64() {
            Some(number) if number.is_finite() => {
                json.push_str(ryu_js::Buffer::new().format(number));
            }
            _ => json.push_str("null"),
        },
        Value::String(text) => push_string(json, text),
        Value::Array(items) => {
            json.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    json.push(',');
                }
                push_json(json, item);
            }
            json.push(']');
        }
        Value::Object(members) => {
            // JavaScript keeps members in order, but those whose names are array indices come first.
            let mut ordered: Vec<_> = members.iter().collect();
            ordered.sort_by_key(|(name, _)| array_index(name).map_or((1, 0), |index| (0, index)));
            json.push('{');
            for (index, (name, member)) in ordered.into_iter().enumerate() {
                if index > 0 {
                    json.push(',');
                }
                push_string(json, name);
                json.push(':');
                push_json(json, member);
            }
            json.push('}');
        }
    }
}

/// The index, where JavaScript takes this name for the index of an array.
fn array_index(name: &str) -> Option<u32> {
    let index = name.parse::<u32>().ok().filter(|&index| index < u32::MAX)?;
    (index.to_string() == name).then_some(index)
}

/// Appends a string literal, escaped as `JSON.stringify` does.
fn push_string(json: &mut String, text: &str) {
    json.push('"');
    for char in text.chars() {
        match char {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            '\u{0}'..='\u{1f}' => json.push_str(&format!("\\u{:04x}", u32::from(char))),
            _ => json.push(char),
        }
    }
    json.push('"');
}
