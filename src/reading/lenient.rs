//! JSON as it comes out of text fields: fenced, with a trailing comma, with line breaks in its
//! strings, cut off, or one object after the other.

use super::problems::Problem;
use crate::json;

/// Well-formed JSON, and what had to be done for it.
#[derive(Default)]
pub(crate) struct Lenient {
    pub(crate) json: String,
    /// Why something may be missing.
    pub(crate) damage: Option<&'static str>,
}

/// The JSON in `text` made well-formed; what is wrong with it goes to `problems`. Nothing where
/// there is none.
pub(crate) fn read_or_tell(text: &str, path: &str, problems: &mut Vec<Problem>) -> String {
    if unfence(text).is_empty() {
        return String::new();
    }
    let Some(lenient) = read(text) else {
        problems.push(Problem::new(path, "JSON", text));
        return String::new();
    };
    if let Some(damage) = lenient.damage {
        problems.push(Problem::new(path, "whole JSON", damage));
    }
    lenient.json
}

/// Makes the JSON in `text` well-formed; `None` where there is none.
pub(crate) fn read(text: &str) -> Option<Lenient> {
    let text = unfence(text);
    if well_formed(text) {
        return Some(Lenient {
            json: text.to_owned(),
            damage: None,
        });
    }
    let start = text.bytes().position(opens)?;
    let lenient = repair(text.as_bytes().get(start..)?);
    well_formed(&lenient.json).then_some(lenient)
}

/// `text` without a byte order mark, blanks and a Markdown fence around it.
pub(crate) fn unfence(text: &str) -> &str {
    let text = text.trim();
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).trim();
    // By bytes: searching for text costs a search algorithm in the wasm.
    let fence = |window: &[u8]| window == b"```";
    let windows = || text.as_bytes().windows(3);
    let Some(open) = windows().position(fence) else {
        return text;
    };
    let before = text.get(..open).unwrap_or_default();
    // A fence within a string is no fence.
    if before.bytes().any(opens) {
        return text;
    }
    let last = windows().rposition(fence).unwrap_or(open);
    let end = if last >= open + 3 { last } else { text.len() };
    let fenced = text.get(open + 3..end).unwrap_or_default();
    // `json`, or whatever the language is called.
    let language = fenced
        .bytes()
        .position(|byte| !byte.is_ascii_alphanumeric());
    fenced
        .get(language.unwrap_or(fenced.len())..)
        .unwrap_or_default()
        .trim()
}

/// Whether JSON may begin with it.
pub(crate) fn opens(byte: u8) -> bool {
    matches!(byte, b'[' | b'{' | b'"')
}

fn well_formed(text: &str) -> bool {
    json::parse(text).is_some()
}

/// Goes over the text once: leaves out commas before a closing bracket, escapes control characters
/// in strings, puts commas between values that follow one another, closes what is open at the end
/// after the last value that is whole, and leaves out what follows.
fn repair(bytes: &[u8]) -> Lenient {
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len() + 16);
    let mut closers: Vec<u8> = Vec::new();
    // Where the text can be cut, and how many brackets are open there: they only grow from there.
    let mut whole = (0, 0);
    let mut in_string = false;
    let mut several = false;
    let mut damage = None;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if in_string {
            match byte {
                b'\\' => {
                    out.push(byte);
                    out.extend(bytes.get(at));
                    at += 1;
                    continue;
                }
                b'"' => in_string = false,
                0..0x20 => {
                    out.extend_from_slice(b"\\u00");
                    out.push(b'0' + (byte >> 4));
                    out.push(b"0123456789abcdef"[usize::from(byte & 15)]);
                    continue;
                }
                _ => {}
            }
            out.push(byte);
            if !in_string && closers.is_empty() {
                whole = (out.len(), 0);
            }
            continue;
        }
        match byte {
            b'"' | b'[' | b'{' => {
                if closers.is_empty() && whole.0 > 0 {
                    if !several {
                        several = true;
                        out.insert(0, b'[');
                        whole.0 += 1;
                    }
                    out.push(b',');
                }
                match byte {
                    b'"' => in_string = true,
                    b'[' => closers.push(b']'),
                    _ => closers.push(b'}'),
                }
                out.push(byte);
            }
            b']' | b'}' => {
                if closers.pop() != Some(byte) {
                    damage = Some("a bracket closes nothing");
                    break;
                }
                out.push(byte);
                whole = (out.len(), closers.len());
            }
            b',' => {
                let next = bytes
                    .get(at..)
                    .unwrap_or_default()
                    .iter()
                    .find(|byte| !byte.is_ascii_whitespace());
                if matches!(next, Some(b']' | b'}' | b',') | None) || closers.is_empty() {
                    continue;
                }
                whole = (out.len(), closers.len());
                out.push(byte);
            }
            _ if closers.is_empty() => {
                // Prose after the JSON.
                if !byte.is_ascii_whitespace() && whole.0 > 0 {
                    damage = Some("text follows the JSON");
                }
            }
            _ => out.push(byte),
        }
    }
    if !closers.is_empty() || in_string || damage == Some("a bracket closes nothing") {
        damage = damage.or(Some("it is cut off"));
        out.truncate(whole.0);
        closers.truncate(whole.1);
        while let Some(closer) = closers.pop() {
            out.push(closer);
        }
    }
    if several {
        out.push(b']');
    }
    Lenient {
        json: String::from_utf8(out).unwrap_or_default(),
        damage,
    }
}
