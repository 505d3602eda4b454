//! What could not be read.

/// A part that could not be read. The rest was, and the raw text still has this part as well.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(
    feature = "typescript",
    derive(tsify::Tsify),
    tsify(rename = "ReadingProblem")
)]
pub struct Problem {
    /// Where: `[3].score`, `Skills.Java`; empty for the whole.
    pub path: String,
    /// What was expected there.
    pub expected: &'static str,
    /// What was there instead: its JSON, cut after some 60 bytes.
    pub found: String,
}

/// The longest excerpt of what was found, in bytes.
const LONGEST_EXCERPT: usize = 60;

impl Problem {
    pub(crate) fn new(path: &str, expected: &'static str, found: &str) -> Self {
        let mut found = found.to_owned();
        if found.len() > LONGEST_EXCERPT {
            let is_boundary = |at: &usize| found.is_char_boundary(*at);
            let end = (0..=LONGEST_EXCERPT).rev().find(is_boundary);
            found.truncate(end.unwrap_or_default());
            found.push('…');
        }
        Problem {
            path: path.to_owned(),
            expected,
            found,
        }
    }
}
