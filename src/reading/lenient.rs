//! JSON as it comes out of text fields: fenced, with a trailing comma, with line breaks in its
//! strings, cut off, or one object after the other.

use super::chars::byte;
use super::json;
use super::problems::Problem;

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
    if json::parse(text).is_some() {
        return Some(Lenient {
            json: text.to_owned(),
            damage: None,
        });
    }
    let start = text.bytes().position(opens)?;
    let lenient = repair(text.as_bytes(), start);
    json::parse(&lenient.json).is_some().then_some(lenient)
}

/// `text` without a byte order mark, blanks and a Markdown fence around it.
pub(crate) fn unfence(text: &str) -> &str {
    let text = (text).trim();
    let text = (text.strip_prefix('\u{FEFF}').unwrap_or(text)).trim();
    let bytes = text.as_bytes();
    let mut open = 0;
    while !fence(bytes, open) {
        // A fence within a string is no fence.
        if open >= bytes.len() || opens(byte(bytes, open)) {
            return text;
        }
        open += 1;
    }
    // `json`, or whatever the language is called.
    let mut start = open + 3;
    while byte(bytes, start).is_ascii_alphanumeric() {
        start += 1;
    }
    let mut end = bytes.len();
    while end > open + 3 && !fence(bytes, end) {
        end -= 1;
    }
    if !fence(bytes, end) {
        end = bytes.len();
    }
    (text.get(start..end).unwrap_or_default()).trim()
}

fn fence(bytes: &[u8], at: usize) -> bool {
    byte(bytes, at) == b'`' && byte(bytes, at + 1) == b'`' && byte(bytes, at + 2) == b'`'
}

/// Whether JSON may begin with it.
pub(crate) fn opens(byte: u8) -> bool {
    matches!(byte, b'[' | b'{' | b'"')
}

/// Goes over the text once: leaves out commas before a closing bracket, escapes control characters
/// in strings, puts commas between values that follow one another, closes what is open at the end
/// after the last value that is whole, and leaves out what follows.
fn repair(bytes: &[u8], mut at: usize) -> Lenient {
    // The first byte is for the bracket around several values.
    let mut out = vec![b' '];
    let mut closers: Vec<u8> = Vec::new();
    // Where the text can be cut, and how many brackets are open there: they only grow from there.
    let mut whole = 1;
    let mut whole_closers = 0;
    let mut in_string = false;
    let mut damage = None;
    let mut cut = false;
    while at < bytes.len() {
        let found = byte(bytes, at);
        at += 1;
        if in_string {
            if found < b' ' {
                out.extend_from_slice(b"\\u00");
                out.push(b'0' + (found >> 4));
                out.push(b"0123456789abcdef"[usize::from(found & 15)]);
                continue;
            }
            out.push(found);
            if found == b'\\' && at < bytes.len() {
                out.push(byte(bytes, at));
                at += 1;
            }
            in_string = found != b'"';
            if !in_string && closers.is_empty() {
                whole = out.len();
            }
            continue;
        }
        match found {
            b'"' | b'[' | b'{' => {
                if closers.is_empty() && whole > 1 {
                    out[0] = b'[';
                    out.push(b',');
                }
                in_string = found == b'"';
                if !in_string {
                    // `]` and `}` are two after what they close.
                    closers.push(found + 2);
                }
            }
            b']' | b'}' => {
                cut = closers.pop() != Some(found);
                if cut {
                    damage = Some("a bracket closes nothing");
                    break;
                }
            }
            b',' => {
                let mut next = at;
                while byte(bytes, next).is_ascii_whitespace() {
                    next += 1;
                }
                if next >= bytes.len()
                    || matches!(byte(bytes, next), b']' | b'}' | b',')
                    || closers.is_empty()
                {
                    continue;
                }
                whole = out.len();
                whole_closers = closers.len();
            }
            _ if closers.is_empty() => {
                // Prose after the JSON.
                if !found.is_ascii_whitespace() && whole > 1 {
                    damage = Some("text follows the JSON");
                }
                continue;
            }
            _ => {}
        }
        out.push(found);
        if matches!(found, b']' | b'}') {
            whole = out.len();
            whole_closers = closers.len();
        }
    }
    if cut || in_string || !closers.is_empty() {
        damage = damage.or(Some("it is cut off"));
        out.truncate(whole);
        closers.truncate(whole_closers);
        while let Some(closer) = closers.pop() {
            out.push(closer);
        }
    }
    if out[0] == b'[' {
        out.push(b']');
    }
    Lenient {
        json: String::from_utf8(out).unwrap_or_default(),
        damage,
    }
}
