//! Decides whether a phone may be rung again. Pure functions only.

use crate::error::{Error, ErrorKind};

/// A moment by a page's two clocks, each as Unix time in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Moment {
    /// By the wall clock, which users and networks may set.
    pub wall_ms: f64,
    /// By the page's monotonic clock. It starts with the page at the wall clock's time, and cannot
    /// be set.
    pub steady_ms: f64,
}

/// The last dial for an application, as it is stored. It has ids and times, and nothing else.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DialRecord {
    /// When the dial was sent or answered.
    pub at: Moment,
    /// The token that a redial must have. Each dial has its own, so one confirmation allows one redial.
    pub token: String,
    /// The call that the dial placed, where it is known.
    pub call_id: Option<String>,
}

impl DialRecord {
    /// The record as `wall/steady token call_id`. Only `call_id` may contain a space.
    pub(crate) fn to_text(&self) -> String {
        let call_id = self.call_id.as_deref().unwrap_or_default();
        let (wall_ms, steady_ms) = (self.at.wall_ms as u64, self.at.steady_ms as u64);
        format!("{wall_ms}/{steady_ms} {} {call_id}", self.token)
    }

    /// `None` where the text is not a record.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ' ');
        let (at, token, call_id) = (parts.next()?, parts.next()?, parts.next()?);
        // Version 0.1 stored the wall clock only.
        let (wall_ms, steady_ms) = at.split_once('/').unwrap_or((at, at));
        let ms = |text: &str| Some(text.parse::<u64>().ok()? as f64);
        if token.is_empty() {
            return None;
        }
        Some(Self {
            at: Moment {
                wall_ms: ms(wall_ms)?,
                steady_ms: ms(steady_ms)?,
            },
            token: token.into(),
            call_id: (!call_id.is_empty()).then(|| call_id.into()),
        })
    }

    /// How long ago the dial was, in milliseconds. `seen_ms`: when this page first saw the record,
    /// by its monotonic clock.
    ///
    /// Where the wall clock was set meanwhile, the two clocks disagree. A clock by which the dial
    /// is in the future is wrong. Where both may be right, the smaller age counts, since ringing
    /// too early is worse than ringing too late. But the dial is at least as old as this page has
    /// known it. So the guard always ends in time.
    pub(crate) fn age_ms(&self, seen_ms: f64, now: Moment) -> f64 {
        let age_ms = self.possible_age_ms(now).unwrap_or(0.0);
        age_ms.max(now.steady_ms - seen_ms)
    }

    /// The smaller of the ages by the two clocks, in milliseconds. `None` where the dial is in the
    /// future by both.
    pub(crate) fn possible_age_ms(&self, now: Moment) -> Option<f64> {
        let wall_ms = now.wall_ms - self.at.wall_ms;
        let steady_ms = now.steady_ms - self.at.steady_ms;
        // Records have whole milliseconds, so a dial may seem to be up to 1 ms in the future.
        let ages = [wall_ms, steady_ms].into_iter().filter(|age| *age > -1.0);
        ages.map(|age| age.max(0.0)).reduce(f64::min)
    }
}

/// An error where `application_id` must not be rung. `last` is the last dial for it, and how long
/// ago that was in milliseconds. `redial` is the token of a confirmed redial.
pub(crate) fn check_redial(
    application_id: &str,
    last: Option<(&DialRecord, f64)>,
    guard_ms: f64,
    redial: Option<&str>,
) -> Result<(), Error> {
    let Some((last, age_ms)) = last else {
        return Ok(());
    };
    if age_ms >= guard_ms || redial == Some(last.token.as_str()) {
        return Ok(());
    }
    Err(ErrorKind::RedialGuard {
        application_id: application_id.into(),
        redial_token: last.token.clone(),
        call_id: last.call_id.clone(),
        remaining_ms: guard_ms - age_ms,
    }
    .into())
}

/// One spelling of an application's id for locks and records: a UUID in lower case, any other id
/// unchanged.
pub(crate) fn normalise_id(application_id: &str) -> String {
    let is_uuid = application_id.len() == 36
        && application_id
            .bytes()
            .enumerate()
            .all(|(index, byte)| match index {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            });
    match is_uuid {
        true => application_id.to_ascii_lowercase(),
        false => application_id.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::facts::surely_did_not_ring;

    const GUARD_MS: f64 = 60_000.0;
    const HOUR_MS: f64 = 3_600_000.0;

    fn at(wall_ms: f64, steady_ms: f64) -> Moment {
        Moment { wall_ms, steady_ms }
    }

    fn record(at: Moment) -> DialRecord {
        DialRecord {
            at,
            token: "t-1".into(),
            call_id: Some("c-1".into()),
        }
    }

    fn may(age_ms: f64, redial: Option<&str>) -> bool {
        let last = record(at(0.0, 0.0));
        check_redial("a", Some((&last, age_ms)), GUARD_MS, redial).is_ok()
    }

    #[test]
    fn the_first_dial_may_ring() {
        assert!(check_redial("a", None, GUARD_MS, None).is_ok());
    }

    #[test]
    fn a_second_dial_within_the_guard_is_refused_with_its_redial_token() {
        let last = record(at(1_000.0, 1_000.0));
        assert_eq!(
            check_redial("a", Some((&last, 10_000.0)), GUARD_MS, None),
            Err(ErrorKind::RedialGuard {
                application_id: "a".into(),
                redial_token: "t-1".into(),
                call_id: Some("c-1".into()),
                remaining_ms: 50_000.0,
            }
            .into())
        );
    }

    #[test]
    fn the_guard_ends_on_time_and_can_be_turned_off() {
        assert!(!may(59_999.0, None));
        assert!(may(60_000.0, None));
        let last = record(at(0.0, 0.0));
        assert!(check_redial("a", Some((&last, 0.0)), 0.0, None).is_ok());
    }

    #[test]
    fn a_redial_needs_the_token_of_the_last_dial() {
        assert!(may(1.0, Some("t-1")));
        assert!(!may(1.0, Some("t-0")));
        assert!(!may(1.0, Some("")));
    }

    /// For the page that dialled, `seen_ms` is the time of the dial.
    #[test]
    fn setting_the_clock_does_not_change_how_long_ago_the_same_page_dialled() {
        let dialled = at(HOUR_MS, HOUR_MS);
        let record = record(dialled);
        for elapsed in [0.0, 1.0, 30_000.0, 59_999.0, 60_000.0, 10.0 * HOUR_MS] {
            for set_by in [0.0, 1.0, -1.0, 30_000.0, -30_000.0, 5.0 * HOUR_MS, -HOUR_MS] {
                let now = at(HOUR_MS + elapsed + set_by, HOUR_MS + elapsed);
                let age = record.age_ms(dialled.steady_ms, now);
                assert_eq!(age, elapsed, "{elapsed} ms after, set by {set_by}");
            }
        }
    }

    /// `(what, the dialling page's clocks at the dial, this page's clocks now, how long this page
    /// has known the record, age)`.
    #[test]
    fn another_pages_dial_has_the_smaller_age_but_is_no_younger_than_it_is_known() {
        let h = HOUR_MS;
        for (what, dialled, now, known_ms, age) in [
            ("nothing was set", at(h, h), at(h + 9e3, h + 9e3), 0.0, 9e3),
            // This page was open before the clock was set forward, and so was the other.
            ("set forward", at(h, h), at(2.0 * h, h + 9e3), 0.0, 9e3),
            // The same, set back: by the wall clock the dial is in the future.
            ("set back", at(h, h), at(1e3, h + 9e3), 0.0, 9e3),
            // Set before the dial, but after both pages began.
            (
                "set before",
                at(2.0 * h, h),
                at(2.0 * h + 9e3, h + 9e3),
                0.0,
                9e3,
            ),
            // This page was opened after the clock was set back, so both clocks are wrong.
            ("set back, then opened", at(h, h), at(1e3, 1e3), 0.0, 0.0),
            ("the same, later", at(h, h), at(51e3, 51e3), 50e3, 50e3),
            ("the same, in time", at(h, h), at(61e3, 61e3), 60e3, 60e3),
            // Set back by less than has passed: the smaller age counts, for no longer than the guard.
            (
                "set back a little",
                at(h, h),
                at(h + 20e3, h + 50e3),
                0.0,
                20e3,
            ),
            (
                "the same, in time",
                at(h, h),
                at(h + 20e3, h + 50e3),
                60e3,
                60e3,
            ),
        ] {
            let found = record(dialled).age_ms(now.steady_ms - known_ms, now);
            assert_eq!(found, age, "{what}");
        }
    }

    #[test]
    fn a_dial_in_the_future_by_both_clocks_is_recognised() {
        let dialled = record(at(HOUR_MS, HOUR_MS));
        assert_eq!(dialled.possible_age_ms(at(0.0, 0.0)), None);
        assert_eq!(dialled.possible_age_ms(at(HOUR_MS - 0.5, 0.0)), Some(0.0));
        assert_eq!(dialled.possible_age_ms(at(0.0, HOUR_MS + 5.0)), Some(5.0));
    }

    #[test]
    fn a_record_is_the_same_after_writing_and_parsing() {
        for call_id in [None, Some("c-1".to_owned()), Some("a b".to_owned())] {
            let record = DialRecord {
                call_id,
                ..record(at(1_234.0, 5_678.0))
            };
            assert_eq!(DialRecord::from_text(&record.to_text()), Some(record));
        }
        for text in [
            "",
            "x",
            "1",
            "1 ",
            "1 t",
            "-1 t c",
            "1/ t c",
            "/1 t c",
            "{\"at\":1}",
        ] {
            assert_eq!(DialRecord::from_text(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_record_of_version_0_1_is_parsed() {
        let record_0_1 = DialRecord::from_text("1234 t-1 c-1");
        assert_eq!(record_0_1, Some(record(at(1_234.0, 1_234.0))));
    }

    #[test]
    fn a_uuid_is_the_same_in_any_case_and_no_other_id_is() {
        let id = "0C9F5A1e-0000-4000-8000-00000000000F";
        assert_eq!(normalise_id(id), id.to_lowercase());
        for other in [
            "ABC",
            "",
            "0C9F5A1e-0000-4000-8000-00000000000G",
            "0C9F5A1e000040008000",
        ] {
            assert_eq!(normalise_id(other), other);
        }
    }

    #[test]
    fn only_a_refusal_is_sure_not_to_ring() {
        for status in [400, 401, 403, 404, 405, 409, 415, 421, 422, 424, 425, 429] {
            assert!(surely_did_not_ring(status), "{status}");
        }
        for status in [200, 301, 302, 307, 308, 408, 499, 500, 502, 503, 504] {
            assert!(!surely_did_not_ring(status), "{status}");
        }
    }
}
