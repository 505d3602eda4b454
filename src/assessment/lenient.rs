//! Parses JSON as text fields have it: in a Markdown fence, cut off, in several pieces, or as
//! Python and JavaScript write data.

use super::json::{self, Json};
use super::problems::Problem;
use super::repair::{find, repair};

/// The value in `text`, if there is one. Reports its defects in `problems`.
pub(super) fn parse_or_report(text: &str, path: &str, problems: &mut Vec<Problem>) -> Option<Json> {
    let text = unfence(text);
    if text.is_empty() {
        return None;
    }
    let Some((value, damage)) = parse(text) else {
        problems.push(Problem::new(path, "JSON", text));
        return None;
    };
    if let Some(damage) = damage {
        problems.push(Problem::new(path, "whole JSON", damage));
    }
    Some(value)
}

/// The value in `text`, and why something may be missing in it.
pub(super) fn parse(text: &str) -> Option<(Json, Option<&'static str>)> {
    let text = unfence(text);
    if let Some(value) = json::parse(text.as_bytes()) {
        return Some((value, None));
    }
    let start = match text.bytes().next()? {
        b'"' | b'\'' | b'(' => 0,
        _ => text.bytes().position(|byte| matches!(byte, b'[' | b'{'))?,
    };
    let repaired = repair(&text[start..])?;
    Some((json::parse(&repaired.json)?, repaired.damage))
}

/// `text` without a byte order mark, whitespace and a Markdown fence around it.
pub(super) fn unfence(text: &str) -> &str {
    let text = text.trim();
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).trim();
    // Three backticks within a string are not a fence.
    let first = text
        .bytes()
        .position(|byte| matches!(byte, b'[' | b'{' | b'"'));
    let Some(open) = find(text, 0, FENCE).filter(|open| *open < first.unwrap_or(text.len())) else {
        return text;
    };
    // Skip the language: `json`.
    let mut start = open + FENCE.len();
    while text
        .as_bytes()
        .get(start)
        .is_some_and(u8::is_ascii_alphanumeric)
    {
        start += 1;
    }
    let mut end = start;
    while let Some(close) = find(text, end, FENCE) {
        end = close + 1;
    }
    let end = if end > start { end - 1 } else { text.len() };
    text[start..end].trim()
}

const FENCE: &str = "```";

/// Whether a text starts like JSON, and not like prose.
pub(super) fn starts_like_json(text: &str) -> bool {
    matches!(unfence(text).bytes().next(), Some(b'[' | b'{' | b'"'))
}
