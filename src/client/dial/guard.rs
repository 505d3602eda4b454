//! May this phone be rung? Decisions only.

use crate::error::{Error, ErrorKind};

/// The last dial for an application, as it outlives a reload: ids and times, nothing else.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DialRecord {
    /// When it was sent or answered, as Unix time in milliseconds.
    pub at_ms: f64,
    /// What a redial must name, so that one confirmation is good for one redial.
    pub token: String,
    /// The call it placed, where that is known.
    pub call_id: Option<String>,
}

impl DialRecord {
    /// `at token call_id`: a form that needs no decoder. None of the three has a space in it but,
    /// perhaps, the last.
    pub(crate) fn to_text(&self) -> String {
        let call_id = self.call_id.as_deref().unwrap_or_default();
        format!("{} {} {call_id}", self.at_ms as u64, self.token)
    }

    /// `None` where the text is not one of ours.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ' ');
        let (at_ms, token, call_id) = (parts.next()?, parts.next()?, parts.next()?);
        let at_ms: u64 = at_ms.parse().ok()?;
        if token.is_empty() {
            return None;
        }
        Some(Self {
            at_ms: at_ms as f64,
            token: token.into(),
            call_id: (!call_id.is_empty()).then(|| call_id.into()),
        })
    }
}

/// Whether `application_id` may be rung at `now_ms`, given the last dial for it.
pub(crate) fn check_redial(
    application_id: &str,
    last: Option<&DialRecord>,
    guard_ms: f64,
    redial: Option<&str>,
    now_ms: f64,
) -> Result<(), Error> {
    let Some(last) = last else { return Ok(()) };
    // A record from the future means that the clock was set back: it guards for no longer than a
    // fresh one.
    let age_ms = (now_ms - last.at_ms).max(0.0);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::facts::surely_did_not_ring;

    fn record(at_ms: f64) -> DialRecord {
        DialRecord {
            at_ms,
            token: "t-1".into(),
            call_id: Some("c-1".into()),
        }
    }

    fn may(at_ms: f64, now_ms: f64, redial: Option<&str>) -> bool {
        check_redial("a", Some(&record(at_ms)), 60_000.0, redial, now_ms).is_ok()
    }

    #[test]
    fn the_first_dial_may_ring() {
        assert!(check_redial("a", None, 60_000.0, None, 0.0).is_ok());
    }

    #[test]
    fn a_second_within_the_guard_is_refused_with_all_one_needs_to_go_on() {
        let last = record(1_000.0);
        assert_eq!(
            check_redial("a", Some(&last), 60_000.0, None, 11_000.0),
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
        assert!(!may(0.0, 59_999.0, None));
        assert!(may(0.0, 60_000.0, None));
        assert!(check_redial("a", Some(&record(0.0)), 0.0, None, 0.0).is_ok());
    }

    #[test]
    fn a_redial_must_name_the_very_dial_it_follows() {
        assert!(may(0.0, 1.0, Some("t-1")));
        assert!(!may(0.0, 1.0, Some("t-0")));
        assert!(!may(0.0, 1.0, Some("")));
    }

    #[test]
    fn a_clock_set_back_does_not_guard_for_ever() {
        match check_redial("a", Some(&record(1e15)), 60_000.0, None, 0.0) {
            Err(error) => match error.kind() {
                ErrorKind::RedialGuard { remaining_ms, .. } => assert_eq!(*remaining_ms, 60_000.0),
                other => panic!("{other:?}"),
            },
            Ok(()) => panic!("it may ring"),
        }
    }

    #[test]
    fn a_record_survives_being_written_down() {
        for call_id in [None, Some("c-1".to_owned()), Some("a b".to_owned())] {
            let record = DialRecord {
                call_id,
                ..record(1_234.0)
            };
            assert_eq!(DialRecord::from_text(&record.to_text()), Some(record));
        }
        for text in ["", "x", "1", "1 ", "1 t", "-1 t c", "{\"at\":1}"] {
            assert_eq!(DialRecord::from_text(text), None, "{text:?}");
        }
    }

    #[test]
    fn only_a_refusal_is_sure_not_to_ring() {
        for status in [400, 401, 403, 404, 405, 409, 415, 422, 429] {
            assert!(surely_did_not_ring(status), "{status}");
        }
        for status in [200, 301, 302, 307, 308, 408, 499, 500, 502, 503, 504] {
            assert!(!surely_did_not_ring(status), "{status}");
        }
    }
}
