//! Retries of reads. Pure functions decide whether and when; the loop below them sends and waits.

use crate::error::{Error, ErrorKind};

/// How reads are retried. A dial never is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct RetryPolicy {
    /// How often a read is retried; 0 for never.
    pub(crate) retries: u32,
    /// The longest `Retry-After` to wait for, in milliseconds. After a longer one the error is
    /// returned at once.
    pub(crate) max_retry_after_ms: f64,
}

const FIRST_BACK_OFF_MS: f64 = 500.0;
const LONGEST_BACK_OFF_MS: f64 = 8_000.0;

impl RetryPolicy {
    /// How long to wait, in milliseconds, before the next attempt, after attempt number `attempt`
    /// (from 0) failed with `error`. `None` where the read must not be retried.
    ///
    /// `random` is uniform in 0..1. It spreads the retries of many pages that failed at the same
    /// time.
    pub(crate) fn wait_ms(&self, attempt: u32, error: &Error, random: f64) -> Option<f64> {
        if attempt >= self.retries || !is_transient(error) {
            return None;
        }
        match retry_after_ms(error) {
            Some(wait) if wait > self.max_retry_after_ms => None,
            Some(wait) => Some(wait),
            None => Some(back_off_ms(attempt, random)),
        }
    }
}

/// Exponential back-off with full jitter, in milliseconds.
fn back_off_ms(attempt: u32, random: f64) -> f64 {
    let ceiling = FIRST_BACK_OFF_MS * f64::from(1_u32 << attempt.min(10));
    ceiling.min(LONGEST_BACK_OFF_MS) * random
}

/// Whether the same read may succeed a moment later.
pub(crate) fn is_transient(error: &Error) -> bool {
    match error.kind() {
        ErrorKind::Connection { .. } => true,
        ErrorKind::Http(problem) => {
            matches!(problem.status, 408 | 425 | 429 | 500 | 502 | 503 | 504)
        }
        _ => false,
    }
}

/// The server's `Retry-After`, in milliseconds.
pub(crate) fn retry_after_ms(error: &Error) -> Option<f64> {
    error.problem()?.retry_after_ms
}

#[cfg(target_arch = "wasm32")]
mod reading {
    use js_sys::Math;

    use super::RetryPolicy;
    use crate::api::HttpRequest;
    use crate::client::Client;
    use crate::client::event::Event;
    use crate::client::http::{Answer, Attempt};
    use crate::client::options::ReadOptions;
    use crate::client::scope::Scope;
    use crate::error::Error;

    impl Client {
        /// Sends a read, and retries it by the client's policy.
        pub(in crate::client) async fn send_read(
            &self,
            request: &HttpRequest,
            options: &ReadOptions,
        ) -> Result<Answer, Error> {
            let config = &self.inner.config;
            let policy = RetryPolicy {
                retries: options
                    .retries
                    .map_or(config.retry.retries, |retries| retries.0),
                max_retry_after_ms: options
                    .max_retry_after_ms
                    .map_or(config.retry.max_retry_after_ms, |longest| longest.0),
            };
            let timeout_ms = options.timeout_ms.map_or(config.timeout_ms, |ms| ms.0);
            let info = &request.request;
            let signal = options.signal.as_ref().map(|signal| &signal.0);
            let scope = Scope::new(info, signal, timeout_ms);
            let mut is_renewed = false;
            let mut attempt = Attempt::default();
            loop {
                let error = match self.attempt(request, &scope, &attempt).await {
                    Ok(answer) => return Ok(answer),
                    Err(error) => error,
                };
                if !is_renewed && self.may_renew(&error) {
                    is_renewed = true;
                    continue;
                }
                let wait_ms = policy.wait_ms(attempt.number, &error, Math::random());
                // Where the deadline would end the wait, fail now: this error says more than a
                // deadline.
                let Some(wait_ms) = wait_ms.filter(|ms| *ms < scope.remaining_ms()) else {
                    return Err(error);
                };
                self.report(|| Event::Retry {
                    request: info.clone(),
                    attempt: attempt.number,
                    code: error.code(),
                });
                self.report(|| Event::Wait {
                    request: info.clone(),
                    wait_ms,
                });
                scope.sleep(wait_ms).await?;
                attempt.number += 1;
            }
        }

        /// Whether the same request may succeed with a new token.
        pub(in crate::client) fn may_renew(&self, error: &Error) -> bool {
            error.problem().is_some_and(|problem| problem.status == 401)
                && self.inner.auth.can_renew()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::problem::tests::{answered, problem};
    use crate::error::Problem;

    fn policy() -> RetryPolicy {
        RetryPolicy {
            retries: 2,
            max_retry_after_ms: 60_000.0,
        }
    }

    #[test]
    fn only_transient_errors_are_retried() {
        for status in [408, 425, 429, 500, 502, 503, 504] {
            assert!(
                policy().wait_ms(0, &answered(status), 0.5).is_some(),
                "{status}"
            );
        }
        for status in [301, 400, 401, 403, 404, 409, 410, 422, 501, 505] {
            assert_eq!(
                policy().wait_ms(0, &answered(status), 0.5),
                None,
                "{status}"
            );
        }
        assert_eq!(policy().wait_ms(0, &Error::invalid("x", "y"), 0.5), None);
    }

    #[test]
    fn retries_end_after_the_allowed_number() {
        assert!(policy().wait_ms(1, &answered(503), 0.5).is_some());
        assert_eq!(policy().wait_ms(2, &answered(503), 0.5), None);
        let never = RetryPolicy {
            retries: 0,
            ..policy()
        };
        assert_eq!(never.wait_ms(0, &answered(503), 0.5), None);
    }

    #[test]
    fn back_off_doubles_to_a_ceiling_and_has_full_jitter() {
        assert_eq!(back_off_ms(0, 1.0), 500.0);
        assert_eq!(back_off_ms(1, 1.0), 1000.0);
        assert_eq!(back_off_ms(2, 0.25), 500.0);
        assert_eq!(back_off_ms(60, 1.0), LONGEST_BACK_OFF_MS);
        assert_eq!(back_off_ms(3, 0.0), 0.0);
    }

    #[test]
    fn a_retry_after_is_respected_up_to_its_limit() {
        let wait = |retry_after_ms| {
            let problem = Problem {
                retry_after_ms: Some(retry_after_ms),
                ..problem(429)
            };
            policy().wait_ms(0, &ErrorKind::Http(problem).into(), 0.5)
        };
        assert_eq!(wait(60_000.0), Some(60_000.0));
        assert_eq!(wait(60_001.0), None);
    }
}
