//! The contents of a call's document.

use crate::assessment::{QuestionRow, SummaryRow};
use crate::reading::Spoken;

/// One call. Every field is optional: use `..CallReport::default()` for the others.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CallReport<'a> {
    /// The heading, such as the candidate's name; `Call` where there is none.
    pub title: Option<&'a str>,
    /// `call_id`.
    pub call_id: Option<&'a str>,
    /// `call_status`.
    pub call_status: Option<&'a str>,
    /// `ninjahire_intelligence`.
    pub intelligence: Option<&'a str>,
    /// `call_direction`.
    pub direction: Option<&'a str>,
    /// `call_score`, 0 to 100.
    pub call_score: Option<u8>,
    /// `recording_url`. It becomes a link only where it is `http` or `https`.
    pub recording_url: Option<&'a str>,
    /// `call_digest`.
    pub digest: Option<&'a str>,
    /// The rows of `call_summary`.
    pub summary: &'a [SummaryRow],
    /// The rows of `questions_response`.
    pub questions: &'a [QuestionRow],
    /// The turns of the transcript.
    pub turns: &'a [Spoken<'a>],
}

impl CallReport<'_> {
    pub(super) fn title(&self) -> &str {
        self.title.unwrap_or("Call")
    }

    /// The short facts, as name and value.
    pub(super) fn facts(&self) -> Vec<(&'static str, String)> {
        let mut facts = Vec::new();
        let mut push = |name, value: Option<&str>| {
            if let Some(value) = value {
                facts.push((name, value.to_owned()));
            }
        };
        push("Call", self.call_id);
        push("Status", self.call_status);
        push("Assessment", self.intelligence);
        push("Direction", self.direction);
        let score = self.call_score.map(|score| format!("{score} of 100"));
        push("Score", score.as_deref());
        facts
    }
}

/// Seconds as `M:SS`, or as `H:MM:SS` from one hour on; with milliseconds unless they are 0.
pub(super) fn timestamp(seconds: f64) -> String {
    let millis = (seconds.max(0.0) * 1000.0).round() as u64;
    let whole = millis / 1000;
    let (hours, minutes, seconds) = (whole / 3600, whole / 60 % 60, whole % 60);
    let mut timestamp = match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    };
    if !millis.is_multiple_of(1000) {
        timestamp.push_str(&format!(".{:03}", millis % 1000));
    }
    timestamp
}

/// Whether a URL may become a link: `http` or `https`, without whitespace.
pub(super) fn is_web_link(url: &str) -> bool {
    let scheme = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    (scheme.starts_with("https://") || scheme.starts_with("http://"))
        && !url.contains(|c: char| c.is_whitespace() || c.is_control())
}
