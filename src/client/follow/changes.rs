//! Following a call: what is new since the last poll. Decisions only.

use serde::Serialize;

use crate::api::{CallDetails, ScreeningReport, Text};
use crate::transcript::TranscriptReader;

/// What became of the transcript between two polls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum TranscriptChange {
    /// Nothing.
    Unchanged,
    /// All that was there is still there, and there is more.
    Grown,
    /// What was there has changed: what was shown of it must be shown anew.
    Rewritten,
}

/// What is new in a call since the last update.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct CallChange {
    /// The names of the fields that differ.
    pub fields: Vec<String>,
    /// The first turn that is new or differs; the number of turns where none does.
    pub first_new_turn: usize,
    /// `"rewritten"`: what was shown of the transcript must be shown anew, from `firstNewTurn` on.
    pub transcript: TranscriptChange,
    /// Whether the call itself has moved on, and will soon again.
    #[serde(skip)]
    pub(crate) is_progress: bool,
}

impl CallChange {
    /// What `new` has that `old` had not. Without an `old`, everything it has. `reader` has read the
    /// transcript of `old`, and reads that of `new`.
    pub fn between(
        old: Option<&CallDetails>,
        new: &CallDetails,
        reader: &mut TranscriptReader,
    ) -> Self {
        let transcript = |call: &'_ CallDetails| call.report.transcript.clone();
        let before: Text = old.and_then(transcript).unwrap_or_default();
        let now = transcript(new).unwrap_or_default();
        let (transcript, first_new_turn) = if before == now {
            (TranscriptChange::Unchanged, reader.turns().len())
        } else {
            let now = now.as_str();
            let change = match now.starts_with(reader.text()) {
                true => TranscriptChange::Grown,
                false => TranscriptChange::Rewritten,
            };
            (change, reader.update(&now))
        };
        Self {
            fields: new.fields_that_differ(old),
            first_new_turn,
            transcript,
            is_progress: progress(old) != progress(Some(new)),
        }
    }
}

/// The part of a call that moves on with it. A signed URL that is new at every poll says nothing,
/// and neither do unknown fields.
fn progress(call: Option<&CallDetails>) -> ScreeningReport {
    let report = call.map(|call| call.report.clone()).unwrap_or_default();
    ScreeningReport {
        recording_url: None,
        ..report
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(old: Option<&CallDetails>, new: &CallDetails) -> CallChange {
        let mut reader = TranscriptReader::default();
        if let Some(old) = old {
            CallChange::between(None, old, &mut reader);
        }
        CallChange::between(old, new, &mut reader)
    }

    fn call(json: &str) -> CallDetails {
        CallDetails::decode(json.as_bytes(), false).unwrap()
    }

    #[test]
    fn a_first_poll_shows_everything_as_new() {
        let new = call(
            r#"{"call_id":"c","call_status":"call_in_progress","transcript":"BOT: Hi.","x":1}"#,
        );
        let change = between(None, &new);
        assert_eq!(change.fields, ["call_status", "transcript", "x"]);
        assert_eq!(change.transcript, TranscriptChange::Grown);
        assert_eq!(change.first_new_turn, 0);
    }

    #[test]
    fn a_grown_transcript_has_new_turns_and_the_last_one_that_grew() {
        let old = call(r#"{"call_id":"c","transcript":"BOT: Hi.\nHUMAN: I"}"#);
        let new = call(r#"{"call_id":"c","transcript":"BOT: Hi.\nHUMAN: I do.\nBOT: Good."}"#);
        let change = between(Some(&old), &new);
        assert_eq!(change.transcript, TranscriptChange::Grown);
        assert_eq!(change.first_new_turn, 1);
        assert_eq!(between(Some(&new), &new).first_new_turn, 3);
    }

    #[test]
    fn a_rewritten_transcript_is_told_from_a_grown_one() {
        let old = call(r#"{"call_id":"c","transcript":"BOT: Hi.\nHUMAN: Yes.\nBOT: Good."}"#);
        let new = call(r#"{"call_id":"c","transcript":"BOT: Hi.\nHUMAN: No.\nBOT: Good."}"#);
        let change = between(Some(&old), &new);
        assert_eq!(change.transcript, TranscriptChange::Rewritten);
        assert_eq!(change.first_new_turn, 1);
        assert!(change.is_progress);
    }

    #[test]
    fn a_url_that_is_new_at_every_poll_is_no_progress() {
        let old = call(r#"{"call_id":"c","recording_url":"https://x/?s=1","t":1}"#);
        let new = call(r#"{"call_id":"c","recording_url":"https://x/?s=2","t":2}"#);
        let change = between(Some(&old), &new);
        assert_eq!(change.fields, ["recording_url", "t"]);
        assert!(!change.is_progress);
    }
}
