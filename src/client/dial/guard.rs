//! May this phone be rung? Decisions only.

use crate::error::{Error, ErrorKind};

/// A moment by the two clocks of a page, each as Unix time in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Moment {
    /// The clock on the wall, which people and networks set.
    pub wall_ms: f64,
    /// The page's own clock: it starts with the page, at the wall clock's time, and nobody sets it.
    pub steady_ms: f64,
}

/// The last dial for an application, as it outlives a reload: ids and times, nothing else.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DialRecord {
    /// When it was sent or answered.
    pub at: Moment,
    /// What a redial must name, so that one confirmation is good for one redial.
    pub token: String,
    /// The call it placed, where that is known.
    pub call_id: Option<String>,
}

impl DialRecord {
    /// `wall/steady token call_id`: a form that needs no decoder. Nothing in it has a space but,
    /// perhaps, the last.
    pub(crate) fn to_text(&self) -> String {
        let call_id = self.call_id.as_deref().unwrap_or_default();
        let (wall_ms, steady_ms) = (self.at.wall_ms as u64, self.at.steady_ms as u64);
        format!("{wall_ms}/{steady_ms} {} {call_id}", self.token)
    }

    /// `None` where the text is not one of ours.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ' ');
        let (at, token, call_id) = (parts.next()?, parts.next()?, parts.next()?);
        // Version 0.1 wrote one clock.
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

    /// How long ago it was, in milliseconds. `seen_ms`: when this page first knew of it, by the
    /// page's own clock.
    ///
    /// Where a clock was set in between, the two clocks disagree. The dial cannot be in the future,
    /// so a clock that says that is wrong; of two that may be right, the one counts that makes the
    /// dial younger, since ringing early is worse than ringing late. But it is no younger than this
    /// page has known of it: so a guard ends in time, whatever was done to the clocks.
    pub(crate) fn age_ms(&self, seen_ms: f64, now: Moment) -> f64 {
        let age_ms = self.possible_age_ms(now).unwrap_or(0.0);
        age_ms.max(now.steady_ms - seen_ms)
    }

    /// The youngest that it may be, in milliseconds, by the clocks alone. `None` where it is in the
    /// future by both.
    pub(crate) fn possible_age_ms(&self, now: Moment) -> Option<f64> {
        let wall_ms = now.wall_ms - self.at.wall_ms;
        let steady_ms = now.steady_ms - self.at.steady_ms;
        // Both clocks are written down in whole milliseconds.
        let ages = [wall_ms, steady_ms].into_iter().filter(|age| *age > -1.0);
        ages.map(|age| age.max(0.0)).reduce(f64::min)
    }
}

/// Whether `application_id` may be rung, given the last dial for it and how long ago that was, in
/// milliseconds.
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

/// What all spellings of an application's id have in common: the case of a UUID says nothing.
pub(crate) fn same_for_all_spellings(application_id: &str) -> String {
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
    fn a_second_within_the_guard_is_refused_with_all_one_needs_to_go_on() {
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
    fn the_guard_ends_on_time_and_can_be_off() {
        assert!(!may(59_999.0, None));
        assert!(may(60_000.0, None));
        let last = record(at(0.0, 0.0));
        assert!(check_redial("a", Some((&last, 0.0)), 0.0, None).is_ok());
    }

    #[test]
    fn a_redial_must_name_the_very_dial_it_follows() {
        assert!(may(1.0, Some("t-1")));
        assert!(!may(1.0, Some("t-0")));
        assert!(!may(1.0, Some("")));
    }

    /// Where the page that asks is the one that dialled, its own clock is exact.
    #[test]
    fn whatever_is_done_to_the_clock_a_page_knows_how_long_ago_it_dialled() {
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

    /// `(the dialling page's clocks at the dial, this page's clocks now, since this page saw it, age)`.
    #[test]
    fn another_pages_dial_is_as_young_as_it_can_be_and_no_younger_than_it_is_known() {
        let h = HOUR_MS;
        for (what, dialled, now, known_ms, age) in [
            ("nothing was set", at(h, h), at(h + 9e3, h + 9e3), 0.0, 9e3),
            // This page was open before the clock was set forward, and so was the other.
            ("set forward", at(h, h), at(2.0 * h, h + 9e3), 0.0, 9e3),
            // The same, set back: the wall clock puts the dial into the future.
            ("set back", at(h, h), at(1e3, h + 9e3), 0.0, 9e3),
            // Set before the dial, but after both pages began.
            (
                "set before",
                at(2.0 * h, h),
                at(2.0 * h + 9e3, h + 9e3),
                0.0,
                9e3,
            ),
            // This page began after the clock was set back: only this is known.
            ("set back, then opened", at(h, h), at(1e3, 1e3), 0.0, 0.0),
            ("the same, later", at(h, h), at(51e3, 51e3), 50e3, 50e3),
            ("the same, in time", at(h, h), at(61e3, 61e3), 60e3, 60e3),
            // Set back by less than has passed: it may be that young, for no longer than a guard.
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
    fn a_record_survives_being_written_down() {
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
    fn a_record_of_version_0_1_is_read() {
        let read = DialRecord::from_text("1234 t-1 c-1");
        assert_eq!(read, Some(record(at(1_234.0, 1_234.0))));
    }

    #[test]
    fn a_uuid_is_the_same_in_any_case_and_no_other_id_is() {
        let id = "0C9F5A1e-0000-4000-8000-00000000000F";
        assert_eq!(same_for_all_spellings(id), id.to_lowercase());
        for other in [
            "ABC",
            "",
            "0C9F5A1e-0000-4000-8000-00000000000G",
            "0C9F5A1e000040008000",
        ] {
            assert_eq!(same_for_all_spellings(other), other);
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
