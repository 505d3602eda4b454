//! Reads the error answers of servers.

use crate::api::Json;
use crate::api::json::{JsonObject, Text};
use crate::error::{Problem, RequestSummary};

/// Parses an RFC 9457 problem body. HTML and plain text, which gateways send, are summarised.
pub(crate) fn parse_problem(request: RequestSummary, status: u16, body: &str) -> Problem {
    let mut problem = Problem {
        request,
        status,
        request_id: None,
        title: None,
        detail: None,
        reason: None,
        retry_after_ms: None,
    };
    let body = body.trim();
    let members = Json::parse(body.as_bytes()).ok();
    if let Some(members) = members.and_then(|json| json.to_object()) {
        problem.title = text(&members, "title");
        // Many servers do not follow RFC 9457, and use one of the other two.
        problem.detail = text(&members, "detail")
            .or_else(|| text(&members, "message"))
            .or_else(|| text(&members, "error"));
        problem.reason = text(&members, "reason");
        // The vendor's gateway repeats the request's id in the body.
        let trace = members.get("trace").and_then(|trace| trace.to_object());
        problem.request_id = trace.and_then(|trace| text(&trace, "requestId"));
    } else if !body.is_empty() {
        problem.detail = Some(summarise(body));
    }
    problem
}

fn text(members: &JsonObject, name: &'static str) -> Option<String> {
    let text: Option<Text> = members.read_field(name).ok()?;
    text.map(Into::into)
}

/// Parses a `Retry-After` header, seconds or an HTTP date, as milliseconds from `now_ms` (Unix
/// time). A date in the past is 0, and an invalid header `None`.
///
/// `date_ms` parses a date, as Unix time in milliseconds or NaN. In the browser it is `Date.parse`,
/// because every page would have to download another parser.
pub(crate) fn parse_retry_after(
    header: &str,
    now_ms: f64,
    date_ms: impl FnOnce(&str) -> f64,
) -> Option<f64> {
    let header = header.trim();
    if !header.is_empty() && header.bytes().all(|byte| byte.is_ascii_digit()) {
        let digits = header.bytes().map(|byte| f64::from(byte - b'0'));
        return Some(digits.fold(0.0, |seconds, digit| seconds * 10.0 + digit) * 1000.0);
    }
    // `Date.parse` accepts more than HTTP dates, all of which start with the name of a day.
    if !header.bytes().next()?.is_ascii_alphabetic() {
        return None;
    }
    let date_ms = date_ms(header);
    (!date_ms.is_nan()).then(|| (date_ms - now_ms).max(0.0))
}

/// The title of an HTML page, or the first words of a text: at most about 120 bytes.
fn summarise(text: &str) -> String {
    const LONGEST: usize = 120;
    let title = split_at_tag(text, "<title").and_then(|(_, rest)| {
        let (_, rest) = rest.split_once('>')?;
        Some(split_at_tag(rest, "</title")?.0)
    });
    let mut summary = String::new();
    let mut inside_tag = false;
    for c in title.unwrap_or(text).chars() {
        let c = if c.is_control() { ' ' } else { c };
        match c {
            '<' => inside_tag = true,
            '>' if inside_tag => inside_tag = false,
            _ if inside_tag => {}
            _ if !c.is_whitespace() => summary.push(c),
            _ if summary.is_empty() || summary.ends_with(' ') => {}
            _ => summary.push(' '),
        }
        if summary.len() >= LONGEST {
            summary.push('…');
            break;
        }
    }
    if summary.ends_with(' ') {
        summary.pop();
    }
    summary
}

/// The text before and after the first `tag`, in any case.
fn split_at_tag<'a>(text: &'a str, tag: &str) -> Option<(&'a str, &'a str)> {
    let windows = || text.as_bytes().windows(tag.len());
    let at = windows().position(|part| part.eq_ignore_ascii_case(tag.as_bytes()))?;
    Some((text.get(..at)?, text.get(at + tag.len()..)?))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::api::Endpoint;
    use crate::error::{Error, ErrorKind};

    pub(crate) fn request() -> RequestSummary {
        RequestSummary {
            endpoint: Endpoint::CallDetails,
            method: "GET".into(),
            route: "/calls/{call_id}".into(),
        }
    }

    pub(crate) fn problem(status: u16) -> Problem {
        parse_problem(request(), status, "")
    }

    pub(crate) fn answered(status: u16) -> Error {
        ErrorKind::Http(problem(status)).into()
    }

    fn parse(body: &str) -> Problem {
        parse_problem(request(), 400, body)
    }

    #[test]
    fn a_problem_body_gives_title_detail_and_the_gateways_request_id() {
        let problem = parse(
            r#"{"type":"https://httpproblems.com/http-status/400","title":"Bad Request","status":400,
               "detail":"page must be 1 or more","instance":"/calls","trace":{"requestId":"r-1"}}"#,
        );
        assert_eq!(problem.title.as_deref(), Some("Bad Request"));
        assert_eq!(problem.detail.as_deref(), Some("page must be 1 or more"));
        assert_eq!(problem.request_id.as_deref(), Some("r-1"));
    }

    #[test]
    fn a_refusal_of_the_proxy_gives_its_reason() {
        let body = r#"{"type":"urn:ninjahire-calls:refused","title":"This call was refused","status":403,
               "detail":"She has not agreed.","reason":"no_consent"}"#;
        let problem = parse_problem(request(), 403, body);
        assert_eq!(problem.reason.as_deref(), Some("no_consent"));
        assert_eq!(problem.detail.as_deref(), Some("She has not agreed."));
        let message = Error::from(ErrorKind::Http(problem)).to_string();
        let said = "was answered with 403: This call was refused: She has not agreed.";
        assert!(message.ends_with(said), "{message}");
        assert_eq!(parse(r#"{"reason":7}"#).reason, None);
    }

    #[test]
    fn an_html_body_is_summarised_by_its_title() {
        let page =
            "<!DOCTYPE html><html><head><TITLE>502 Bad\n Gateway</TITLE></head><body>nginx</body>";
        assert_eq!(parse(page).detail.as_deref(), Some("502 Bad Gateway"));
        let untitled = "<h1>Service <b>Unavailable</b></h1>";
        assert_eq!(
            parse(untitled).detail.as_deref(),
            Some("Service Unavailable")
        );
    }

    #[test]
    fn of_any_other_body_the_first_words_are_kept() {
        assert_eq!(parse("").detail, None);
        assert_eq!(parse("{\"message\":\"no\"}").detail.as_deref(), Some("no"));
        assert_eq!(parse("[1]").detail.as_deref(), Some("[1]"));
        let long = parse(&"é ".repeat(10_000)).detail.unwrap();
        assert!(long.len() < 130 && long.ends_with('…'));
    }

    #[test]
    fn malformed_bodies_cause_no_panic() {
        for body in [
            "<title",
            "<title>",
            "<TITLE></title",
            "İ<title>x</title>",
            "\u{0}",
            "{",
            "{\"trace\":1}",
        ] {
            parse(body);
        }
        parse("\u{fffd}<title>\u{fffd}</title>");
    }

    #[test]
    fn retry_after_is_read_as_seconds_or_as_a_date() {
        let now = 784_111_777_000.0; // Sun, 06 Nov 1994 08:49:37 GMT
        let date_ms = |text: &str| match text {
            "Sun, 06 Nov 1994 08:49:39 GMT" => now + 2_000.0,
            "Sun, 06 Nov 1994 08:00:00 GMT" => now - 2_977_000.0,
            _ => f64::NAN,
        };
        let parse = |header| parse_retry_after(header, now, date_ms);
        assert_eq!(parse("120"), Some(120_000.0));
        assert_eq!(parse(" 0 "), Some(0.0));
        assert_eq!(parse("Sun, 06 Nov 1994 08:49:39 GMT"), Some(2_000.0));
        assert_eq!(parse("Sun, 06 Nov 1994 08:00:00 GMT"), Some(0.0));
        assert_eq!(parse("99999999999999"), Some(99_999_999_999_999_000.0));
        assert_eq!(parse("-1"), None);
        assert_eq!(parse("soon"), None);
        assert_eq!(parse(""), None);
    }
}
