//! A call as the wire has it.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

/// The ids of a call, by which a listing can be filtered.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Ids {
    pub application_id: String,
    pub job_id: String,
    pub candidate_id: String,
    pub application_source_id: Option<String>,
    pub job_source_id: Option<String>,
    pub candidate_source_id: Option<String>,
}

/// The six filters of a listing, in the order in which the vendor lists them.
pub const FILTERS: [&str; 6] = [
    "application_id",
    "job_id",
    "candidate_id",
    "application_source_id",
    "job_source_id",
    "candidate_source_id",
];

impl Ids {
    pub fn get(&self, filter: &str) -> Option<&str> {
        match filter {
            "application_id" => Some(&self.application_id),
            "job_id" => Some(&self.job_id),
            "candidate_id" => Some(&self.candidate_id),
            "application_source_id" => self.application_source_id.as_deref(),
            "job_source_id" => self.job_source_id.as_deref(),
            "candidate_source_id" => self.candidate_source_id.as_deref(),
            _ => None,
        }
    }
}

#[derive(Clone, Debug)]
pub struct Call {
    pub call_id: String,
    pub status: &'static str,
    pub intelligence: Option<&'static str>,
    pub direction: Option<&'static str>,
    pub recording_url: Option<String>,
    pub score: Option<u8>,
    pub summary: Option<Value>,
    pub digest: Option<String>,
    pub transcript: Option<String>,
    pub questions: Option<String>,
    pub ids: Ids,
    pub created_at: String,
    /// Whether a missing field is `null` or absent. Clients must handle both.
    pub absent_as_null: bool,
}

// By hand, because "absent or null" is decided per call and the order of the fields should be the
// vendor's.
impl Serialize for Call {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("call_id", &self.call_id)?;
        map.serialize_entry("call_status", self.status)?;
        macro_rules! optional {
            ($($key:literal: $value:expr),* $(,)?) => {$(
                if $value.is_some() || self.absent_as_null {
                    map.serialize_entry($key, &$value)?;
                }
            )*};
        }
        optional! {
            "ninjahire_intelligence": self.intelligence,
            "call_direction": self.direction,
            "recording_url": self.recording_url,
            "call_score": self.score,
            "call_summary": self.summary,
            "call_digest": self.digest,
            "transcript": self.transcript,
            "questions_response": self.questions,
        }
        map.serialize_entry("application_id", &self.ids.application_id)?;
        map.serialize_entry("job_id", &self.ids.job_id)?;
        map.serialize_entry("candidate_id", &self.ids.candidate_id)?;
        optional! {
            "application_source_id": self.ids.application_source_id,
            "job_source_id": self.ids.job_source_id,
            "candidate_source_id": self.ids.candidate_source_id,
        }
        map.serialize_entry("created_at", &self.created_at)?;
        map.end()
    }
}
