//! Reports of parts that could not be read.

use serde::Serialize;

/// A part that could not be read. The other parts were read, and the raw text still has this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(
    feature = "typescript",
    derive(tsify::Tsify),
    tsify(rename = "ReadingProblem")
)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// The position: `[3].score`, `Skills.Java`; empty for the whole value.
    pub path: String,
    /// The expected value.
    pub expected: &'static str,
    /// The actual value: the first 60 bytes or so of its JSON.
    pub found: String,
}

impl Problem {
    pub(crate) fn new(path: &str, expected: &'static str, found: &str) -> Self {
        let mut short = found[..found.floor_char_boundary(60)].to_owned();
        if short.len() < found.len() {
            short.push('…');
        }
        Problem {
            path: path.to_owned(),
            expected,
            found: short,
        }
    }
}

/// `path[index]`.
pub(super) fn item_path(path: &str, index: usize) -> String {
    format!("{path}[{index}]")
}

/// `path.key`.
pub(super) fn member_path(path: &str, key: &str) -> String {
    match path {
        "" => key.to_owned(),
        _ => format!("{path}.{key}"),
    }
}
