//! Following a call: when to look again, when it is over, and what is new. Decisions only.

use crate::api::{CallDetails, CallStatus, ScreeningReport};
use crate::reading;

/// What a watched call is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Until {
    /// The call has ended, well or not.
    #[default]
    Ended,
    /// The call has failed, or it has ended and has a score or a summary.
    Assessed,
}

/// How a call is followed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WatchSettings {
    /// What is waited for.
    pub until: Until,
    /// The shortest time between two looks, in milliseconds.
    pub min_interval_ms: f64,
    /// The longest time between two looks, in milliseconds.
    pub max_interval_ms: f64,
    /// How long from the start a call that is not found is taken for one that is not there yet,
    /// in milliseconds.
    pub not_found_grace_ms: f64,
    /// The time allowed in all, in milliseconds.
    pub timeout_ms: f64,
}

impl Default for WatchSettings {
    fn default() -> Self {
        Self {
            until: Until::Ended,
            min_interval_ms: 1_000.0,
            max_interval_ms: 10_000.0,
            not_found_grace_ms: 30_000.0,
            timeout_ms: 30.0 * 60_000.0,
        }
    }
}

impl WatchSettings {
    /// How long to wait, in milliseconds, after `idle` looks in a row that showed nothing new.
    /// `random` is uniform in 0..1: many watchers must not march in step.
    pub fn interval_ms(&self, idle: u32, random: f64) -> f64 {
        let ceiling = self.max_interval_ms.max(self.min_interval_ms);
        let upper = (self.min_interval_ms * 1.5_f64.powi(idle.min(64) as i32)).min(ceiling);
        let lower = (upper * 0.75).max(self.min_interval_ms);
        lower + (upper - lower) * random
    }

    /// Whether there is nothing left to wait for. A status that nobody knows is not the end.
    pub fn is_done(&self, report: &ScreeningReport) -> bool {
        match report.call_status {
            Some(CallStatus::CallFailed) => true,
            Some(CallStatus::CallCompleted) => {
                self.until == Until::Ended
                    || report.call_score.is_some()
                    || report.call_summary.is_some()
            }
            _ => false,
        }
    }
}

/// What became of the transcript between two looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TranscriptChange {
    /// Nothing.
    Unchanged,
    /// All that was there is still there, and there is more.
    Grown,
    /// What was there has changed: what was shown of it must be shown anew.
    Rewritten,
}

impl TranscriptChange {
    /// Its name in JavaScript.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Grown => "grown",
            Self::Rewritten => "rewritten",
        }
    }
}

/// What is new in a call since the last look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallChange {
    /// The names of the fields that differ.
    pub fields: Vec<String>,
    /// What became of the transcript.
    pub transcript: TranscriptChange,
    /// The first turn that is new or differs; the number of turns where none does.
    pub first_new_turn: usize,
}

impl CallChange {
    /// What `new` has that `old` had not. Without an `old`, everything it has.
    pub fn between(old: Option<&CallDetails>, new: &CallDetails) -> Self {
        let old_transcript = old.and_then(|old| old.report.transcript.as_deref());
        let old_transcript = old_transcript.unwrap_or_default();
        let new_transcript = new.report.transcript.as_deref().unwrap_or_default();
        let transcript = if old_transcript == new_transcript {
            TranscriptChange::Unchanged
        } else if new_transcript.starts_with(old_transcript) {
            TranscriptChange::Grown
        } else {
            TranscriptChange::Rewritten
        };
        Self {
            fields: changed_fields(old, new),
            first_new_turn: first_new_turn(old_transcript, new_transcript),
            transcript,
        }
    }

    /// Whether the call itself has moved on, and will soon again. A signed URL that is new at
    /// every look says nothing.
    pub fn is_progress(&self) -> bool {
        const PROGRESS: [&str; 7] = [
            "call_status",
            "transcript",
            "call_score",
            "call_summary",
            "call_digest",
            "questions_response",
            "ninjahire_intelligence",
        ];
        self.fields
            .iter()
            .any(|name| PROGRESS.iter().any(|progress| name == progress))
    }
}

fn first_new_turn(old: &str, new: &str) -> usize {
    let options = reading::TranscriptOptions::default();
    let old_turns = reading::parse_transcript(old, &options);
    let new_turns = reading::parse_transcript(new, &options);
    let same = old_turns
        .iter()
        .zip(&new_turns)
        .take_while(|(a, b)| a.role == b.role && a.text == b.text && a.text(old) == b.text(new));
    same.count()
}

fn changed_fields(old: Option<&CallDetails>, new: &CallDetails) -> Vec<String> {
    let mut names = Vec::new();
    let nothing = ScreeningReport::default();
    let before = old.map_or(&nothing, |old| &old.report);
    if before.call_score != new.report.call_score {
        names.push("call_score".into());
    }
    for ((name, before), (_, now)) in before.texts().iter().zip(&new.report.texts()) {
        if before != now {
            names.push((*name).into());
        }
    }
    for (name, value) in &new.unknown_fields.0 {
        let before =
            old.and_then(|old| old.unknown_fields.0.iter().find(|(other, _)| other == name));
        if before.is_none_or(|(_, before)| before != value) {
            names.push(name.clone());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(json: &str) -> CallDetails {
        CallDetails::decode(json.as_bytes(), false).unwrap()
    }

    fn is_done(until: Until, json: &str) -> bool {
        let settings = WatchSettings {
            until,
            ..WatchSettings::default()
        };
        settings.is_done(&call(json).report)
    }

    #[test]
    fn a_call_is_over_when_it_has_ended_well_or_not() {
        assert!(is_done(
            Until::Ended,
            r#"{"call_id":"c","call_status":"call_completed"}"#
        ));
        assert!(is_done(
            Until::Ended,
            r#"{"call_id":"c","call_status":"call_failed"}"#
        ));
        assert!(!is_done(
            Until::Ended,
            r#"{"call_id":"c","call_status":"call_in_progress"}"#
        ));
    }

    #[test]
    fn an_unknown_or_missing_status_is_not_the_end() {
        assert!(!is_done(
            Until::Ended,
            r#"{"call_id":"c","call_status":"call_ringing"}"#
        ));
        assert!(!is_done(Until::Ended, r#"{"call_id":"c"}"#));
        // The intelligence of the same name is another thing.
        assert!(!is_done(
            Until::Ended,
            r#"{"call_id":"c","ninjahire_intelligence":"call_failed"}"#
        ));
    }

    #[test]
    fn an_assessment_is_waited_for_unless_the_call_failed() {
        let done = |json| is_done(Until::Assessed, json);
        assert!(!done(r#"{"call_id":"c","call_status":"call_completed"}"#));
        assert!(done(
            r#"{"call_id":"c","call_status":"call_completed","call_score":0}"#
        ));
        assert!(done(
            r#"{"call_id":"c","call_status":"call_completed","call_summary":{}}"#
        ));
        assert!(!done(
            r#"{"call_id":"c","call_status":"call_in_progress","call_score":5}"#
        ));
        assert!(done(r#"{"call_id":"c","call_status":"call_failed"}"#));
    }

    #[test]
    fn intervals_grow_while_nothing_happens_and_stay_within_their_bounds() {
        let settings = WatchSettings::default();
        assert_eq!(settings.interval_ms(0, 0.5), settings.min_interval_ms);
        assert!(settings.interval_ms(3, 0.0) > settings.interval_ms(1, 1.0));
        for idle in [0, 1, 5, 50, u32::MAX] {
            for random in [0.0, 0.5, 0.999] {
                let interval = settings.interval_ms(idle, random);
                assert!((settings.min_interval_ms..=settings.max_interval_ms).contains(&interval));
            }
        }
        let swapped = WatchSettings {
            max_interval_ms: 10.0,
            ..settings
        };
        assert_eq!(swapped.interval_ms(9, 0.5), swapped.min_interval_ms);
    }

    #[test]
    fn a_first_look_shows_everything_as_new() {
        let new = call(
            r#"{"call_id":"c","call_status":"call_in_progress","transcript":"BOT: Hi.","x":1}"#,
        );
        let change = CallChange::between(None, &new);
        assert_eq!(change.fields, ["call_status", "transcript", "x"]);
        assert_eq!(change.transcript, TranscriptChange::Grown);
        assert_eq!(change.first_new_turn, 0);
    }

    #[test]
    fn a_grown_transcript_has_new_turns_and_the_last_one_that_grew() {
        let old = call(r#"{"call_id":"c","transcript":"BOT: Hi.\nHUMAN: I"}"#);
        let new = call(r#"{"call_id":"c","transcript":"BOT: Hi.\nHUMAN: I do.\nBOT: Good."}"#);
        let change = CallChange::between(Some(&old), &new);
        assert_eq!(change.transcript, TranscriptChange::Grown);
        assert_eq!(change.first_new_turn, 1);
        assert_eq!(CallChange::between(Some(&new), &new).first_new_turn, 3);
    }

    #[test]
    fn a_rewritten_transcript_is_told_from_a_grown_one() {
        let old = call(r#"{"call_id":"c","transcript":"BOT: Hi.\nHUMAN: Yes.\nBOT: Good."}"#);
        let new = call(r#"{"call_id":"c","transcript":"BOT: Hi.\nHUMAN: No.\nBOT: Good."}"#);
        let change = CallChange::between(Some(&old), &new);
        assert_eq!(change.transcript, TranscriptChange::Rewritten);
        assert_eq!(change.first_new_turn, 1);
        assert!(change.is_progress());
    }

    #[test]
    fn a_url_that_is_new_at_every_look_is_no_progress() {
        let old = call(r#"{"call_id":"c","recording_url":"https://x/?s=1","t":1}"#);
        let new = call(r#"{"call_id":"c","recording_url":"https://x/?s=2","t":2}"#);
        let change = CallChange::between(Some(&old), &new);
        assert_eq!(change.fields, ["recording_url", "t"]);
        assert!(!change.is_progress());
    }
}
