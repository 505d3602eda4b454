//! Compares a call with the previous poll. Pure functions only.

use serde::Serialize;

use crate::api::{CallDetails, ScreeningReport, Text};
use crate::transcript::TranscriptReader;

/// How the transcript differs from the previous poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum TranscriptChange {
    /// It is the same.
    Unchanged,
    /// It starts with the previous text, and is longer.
    Grown,
    /// The previous text has changed, so turns that are already shown must be replaced.
    Rewritten,
}

/// The changes of a call since the last update.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct CallChange {
    /// The names of the fields that are new or different.
    pub fields: Vec<String>,
    /// The index of the first turn that is new or different; the number of turns where none is.
    pub first_new_turn: usize,
    /// How the transcript differs. After `"rewritten"`, replace the turns from `firstNewTurn` on.
    pub transcript: TranscriptChange,
    /// Whether the call has moved on. Then the next poll comes soon.
    #[serde(skip)]
    pub(crate) is_progress: bool,
}

impl CallChange {
    /// Compares `new` with `old`. Without `old`, everything is new. `reader` must have read the
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
            is_progress: progress_fields(old) != progress_fields(Some(new)),
        }
    }
}

/// The fields that show progress. A signed recording URL may be new at every poll, and an unknown
/// field may be anything, so neither counts.
fn progress_fields(call: Option<&CallDetails>) -> ScreeningReport {
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
    fn on_the_first_poll_everything_is_new() {
        let new = call(
            r#"{"call_id":"c","call_status":"call_in_progress","transcript":"BOT: Hi.","x":1}"#,
        );
        let change = between(None, &new);
        assert_eq!(change.fields, ["call_status", "transcript", "x"]);
        assert_eq!(change.transcript, TranscriptChange::Grown);
        assert_eq!(change.first_new_turn, 0);
    }

    #[test]
    fn of_a_grown_transcript_the_new_turns_and_the_one_that_grew_are_new() {
        let old = call(r#"{"call_id":"c","transcript":"BOT: Hi.\nHUMAN: I"}"#);
        let new = call(r#"{"call_id":"c","transcript":"BOT: Hi.\nHUMAN: I do.\nBOT: Good."}"#);
        let change = between(Some(&old), &new);
        assert_eq!(change.transcript, TranscriptChange::Grown);
        assert_eq!(change.first_new_turn, 1);
        assert_eq!(between(Some(&new), &new).first_new_turn, 3);
    }

    #[test]
    fn a_rewritten_transcript_is_not_taken_for_a_grown_one() {
        let old = call(r#"{"call_id":"c","transcript":"BOT: Hi.\nHUMAN: Yes.\nBOT: Good."}"#);
        let new = call(r#"{"call_id":"c","transcript":"BOT: Hi.\nHUMAN: No.\nBOT: Good."}"#);
        let change = between(Some(&old), &new);
        assert_eq!(change.transcript, TranscriptChange::Rewritten);
        assert_eq!(change.first_new_turn, 1);
        assert!(change.is_progress);
    }

    #[test]
    fn a_recording_url_that_changes_at_every_poll_is_no_progress() {
        let old = call(r#"{"call_id":"c","recording_url":"https://x/?s=1","t":1}"#);
        let new = call(r#"{"call_id":"c","recording_url":"https://x/?s=2","t":2}"#);
        let change = between(Some(&old), &new);
        assert_eq!(change.fields, ["recording_url", "t"]);
        assert!(!change.is_progress);
    }
}
