//! Decides when to poll a call again, and when following ends. Pure functions only.

use crate::api::{CallStatus, ScreeningReport};
use crate::client::options::{Until, WatchOptions};
use crate::client::retry::is_transient;
use crate::error::{Error, ErrorKind};

/// The result of a poll.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Polled {
    /// The call has moved on.
    Progress,
    /// The call is as it was.
    Nothing,
    /// No answer came, or a transient error.
    Failed {
        /// The server's `Retry-After`, in milliseconds; 0 where it sent none.
        retry_after_ms: f64,
    },
}

/// The history of polls that the time of the next poll depends on.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Pace {
    /// The number of polls in a row without progress.
    idle: u32,
    /// Whether the last poll failed.
    was_out: bool,
}

impl Pace {
    /// When to poll next, in milliseconds from now. `took_ms` is how long the last poll took.
    /// `random` is uniform in 0..1.
    ///
    /// A call without progress is polled less and less often. Many pages may follow calls at the
    /// same time, and an outage synchronises their polls: they all get an answer at the same
    /// moment, or all get the same `Retry-After`. So the first wait after an outage, and each wait
    /// after a `Retry-After`, is spread over the longest interval.
    pub fn next_poll_ms(
        &mut self,
        options: &WatchOptions,
        polled: Polled,
        took_ms: f64,
        random: f64,
    ) -> f64 {
        self.idle = match polled {
            Polled::Progress => 0,
            _ => self.idle.saturating_add(1),
        };
        let (shortest_ms, longest_ms) = options.bounds_ms();
        let interval_ms = options.interval_ms(self.idle, random);
        if let Polled::Failed { retry_after_ms } = polled {
            self.was_out = true;
            let spread_ms = retry_after_ms.min(longest_ms) * random;
            return interval_ms.max(retry_after_ms + spread_ms);
        }
        let was_out = std::mem::take(&mut self.was_out) || took_ms >= options.stale_after_ms.0;
        match was_out {
            true => shortest_ms + (longest_ms - shortest_ms) * random,
            false => interval_ms,
        }
    }
}

impl WatchOptions {
    /// The shortest and the longest time between two polls, in milliseconds.
    fn bounds_ms(&self) -> (f64, f64) {
        let shortest_ms = self.min_interval_ms.0;
        (shortest_ms, self.max_interval_ms.0.max(shortest_ms))
    }

    /// How long to wait, in milliseconds, after `idle` polls in a row without progress. `random` is
    /// uniform in 0..1, and keeps many watches from polling at the same moments.
    pub(crate) fn interval_ms(&self, idle: u32, random: f64) -> f64 {
        let (shortest, longest) = self.bounds_ms();
        let upper = (shortest * 1.5_f64.powi(idle.min(64) as i32)).min(longest);
        let lower = (upper * 0.75).max(shortest);
        lower + (upper - lower) * random
    }

    /// Whether the call is as `until` requires. An unknown status does not end a call.
    pub(crate) fn is_done(&self, report: &ScreeningReport) -> bool {
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

    /// Whether to poll the call again after this error. `is_known`: an earlier poll has found the
    /// call. `age_ms`: how long it has been followed.
    pub(crate) fn survives(&self, error: &Error, is_known: bool, age_ms: f64) -> bool {
        match error.kind() {
            ErrorKind::Http(problem) if problem.status == 404 => {
                !is_known && age_ms < self.not_found_grace_ms.0
            }
            ErrorKind::Deadline { .. } => true,
            _ => is_transient(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{CallDetails, Millis};
    use crate::client::problem::tests::answered;

    fn call(json: &str) -> CallDetails {
        CallDetails::decode(json.as_bytes(), false).unwrap()
    }

    fn is_done(until: Until, json: &str) -> bool {
        let settings = WatchOptions {
            until,
            ..WatchOptions::default()
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
        // `call_failed` is also a value of the intelligence, where it does not end the call.
        assert!(!is_done(
            Until::Ended,
            r#"{"call_id":"c","ninjahire_intelligence":"call_failed"}"#
        ));
    }

    #[test]
    fn until_assessed_waits_for_an_assessment_unless_the_call_failed() {
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
    fn intervals_grow_without_progress_and_stay_within_their_bounds() {
        let settings = WatchOptions::default();
        assert_eq!(settings.interval_ms(0, 0.5), settings.min_interval_ms.0);
        assert!(settings.interval_ms(3, 0.0) > settings.interval_ms(1, 1.0));
        for idle in [0, 1, 5, 50, u32::MAX] {
            for random in [0.0, 0.5, 0.999] {
                let interval = settings.interval_ms(idle, random);
                assert!((1_000.0..=10_000.0).contains(&interval));
            }
        }
        let swapped = WatchOptions {
            max_interval_ms: Millis(10.0),
            ..settings
        };
        assert_eq!(swapped.interval_ms(9, 0.5), swapped.min_interval_ms.0);
    }

    #[test]
    fn after_an_outage_the_first_wait_is_spread_over_the_longest_interval() {
        let options = WatchOptions::default();
        let failed = Polled::Failed {
            retry_after_ms: 0.0,
        };
        for (random, wait_ms) in [(0.0, 1_000.0), (0.5, 5_500.0), (1.0, 10_000.0)] {
            let mut pace = Pace::default();
            pace.next_poll_ms(&options, failed, 0.0, random);
            assert_eq!(
                pace.next_poll_ms(&options, Polled::Progress, 0.0, random),
                wait_ms
            );
            // After that the waits are as usual.
            assert_eq!(
                pace.next_poll_ms(&options, Polled::Progress, 0.0, random),
                1_000.0
            );
            // A slow answer counts as an outage too.
            assert_eq!(
                pace.next_poll_ms(&options, Polled::Progress, 9e3, random),
                wait_ms
            );
        }
    }

    #[test]
    fn polls_after_a_retry_after_are_spread() {
        let options = WatchOptions::default();
        let wait_ms = |retry_after_ms, random| {
            let failed = Polled::Failed { retry_after_ms };
            Pace::default().next_poll_ms(&options, failed, 0.0, random)
        };
        assert_eq!(wait_ms(30_000.0, 0.0), 30_000.0);
        assert_eq!(wait_ms(30_000.0, 1.0), 40_000.0);
        assert_eq!(wait_ms(2_000.0, 1.0), 4_000.0);
        // Never sooner than without a `Retry-After`.
        assert_eq!(wait_ms(0.0, 1.0), 1_500.0);
    }

    #[test]
    fn a_404_is_polled_again_for_a_while_at_the_start() {
        let options = WatchOptions::default();
        assert!(options.survives(&answered(404), false, 0.0));
        assert!(!options.survives(&answered(404), false, 30_000.0));
        assert!(!options.survives(&answered(404), true, 0.0));
        assert!(options.survives(&answered(503), true, 1e9));
        assert!(!options.survives(&answered(403), false, 0.0));
    }
}
