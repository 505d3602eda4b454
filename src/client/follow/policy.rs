//! Following a call: when to poll again, and when it is over. Decisions only.

use crate::api::{CallStatus, ScreeningReport};
use crate::client::options::{Until, WatchOptions};
use crate::client::retry::is_transient;
use crate::error::{Error, ErrorKind};

/// What a poll showed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Polled {
    /// The call has moved on.
    Progress,
    /// The call is as it was.
    Nothing,
    /// No answer, or an error that may pass. The server asked to be left alone for so long, in
    /// milliseconds; 0 where it did not.
    Failed {
        /// `Retry-After`.
        retry_after_ms: f64,
    },
}

/// How the following of a call has gone so far, as far as the time of the next poll depends on it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Pace {
    /// Polls in a row that showed nothing new.
    idle: u32,
    /// Whether the server was out of reach before the last poll.
    was_out: bool,
}

impl Pace {
    /// When to poll next, in milliseconds from now. `took_ms`: how long the last poll took.
    /// `random` is uniform in 0..1.
    ///
    /// Calls that do not move on are polled less and less. Many pages follow calls at the same time,
    /// and an outage brings them in step: a server that answers again answers all who wait at once,
    /// and one that names a time names the same to all. So the first wait after an outage, and all
    /// after a `Retry-After`, are spread over the longest interval.
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

    /// How long to wait, in milliseconds, after `idle` polls in a row that showed nothing new.
    /// `random` is uniform in 0..1: many watchers must not poll in step.
    pub(crate) fn interval_ms(&self, idle: u32, random: f64) -> f64 {
        let (shortest, longest) = self.bounds_ms();
        let upper = (shortest * 1.5_f64.powi(idle.min(64) as i32)).min(longest);
        let lower = (upper * 0.75).max(shortest);
        lower + (upper - lower) * random
    }

    /// Whether there is nothing left to wait for. An unknown status is not the end.
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

    /// Whether the call is polled again in spite of this error. `is_known`: it was found before.
    /// `age_ms`: how long it has been followed.
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
            // Then it is over.
            assert_eq!(
                pace.next_poll_ms(&options, Polled::Progress, 0.0, random),
                1_000.0
            );
            // An answer that came after all says the same as a failure.
            assert_eq!(
                pace.next_poll_ms(&options, Polled::Progress, 9e3, random),
                wait_ms
            );
        }
    }

    #[test]
    fn who_is_asked_to_come_back_at_one_time_comes_back_spread_over_a_while() {
        let options = WatchOptions::default();
        let wait_ms = |retry_after_ms, random| {
            let failed = Polled::Failed { retry_after_ms };
            Pace::default().next_poll_ms(&options, failed, 0.0, random)
        };
        assert_eq!(wait_ms(30_000.0, 0.0), 30_000.0);
        assert_eq!(wait_ms(30_000.0, 1.0), 40_000.0);
        assert_eq!(wait_ms(2_000.0, 1.0), 4_000.0);
        // No sooner than without it.
        assert_eq!(wait_ms(0.0, 1.0), 1_500.0);
    }

    #[test]
    fn a_call_that_is_not_there_yet_is_polled_again_for_a_while() {
        let options = WatchOptions::default();
        assert!(options.survives(&answered(404), false, 0.0));
        assert!(!options.survives(&answered(404), false, 30_000.0));
        assert!(!options.survives(&answered(404), true, 0.0));
        assert!(options.survives(&answered(503), true, 1e9));
        assert!(!options.survives(&answered(403), false, 0.0));
    }
}
