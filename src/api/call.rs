//! What every call can say, in call details and in a listing alike.

use serde::{Serialize, Serializer};

use super::decode::Object;
use crate::json::JsonText;

/// An enum that grows with the vendor: what is not known is kept as the server's own string, and
/// TypeScript goes on completing what is.
macro_rules! open_enum {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $variant_doc:literal])+ $variant:ident = $wire:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $name {
            $($(#[doc = $variant_doc])+ $variant,)+
            /// A value that the vendor's page does not name, as the server sent it.
            Other(String),
        }

        impl $name {
            /// The wire's own word for it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)+
                    Self::Other(value) => value,
                }
            }
        }

        impl From<String> for $name {
            fn from(value: String) -> Self {
                match value.as_str() {
                    $($wire => Self::$variant,)+
                    _ => Self::Other(value),
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(all(feature = "js", target_arch = "wasm32"))]
        const _: () = {
            use wasm_bindgen::prelude::wasm_bindgen;
            #[wasm_bindgen(typescript_custom_section)]
            const TYPE: &str = concat!(
                "/**", $($doc, "\n",)+ "*/\n",
                "export type ", stringify!($name), " = ", $("\"", $wire, "\" | ",)+ "(string & {});\n",
            );
        };
    };
}

open_enum! {
    /// The status of the call.
    CallStatus {
        /// It has ended.
        CallCompleted = "call_completed",
        /// It is going on.
        CallInProgress = "call_in_progress",
        /// It did not come about. Not to be confused with the intelligence of the same name.
        CallFailed = "call_failed",
    }
}

open_enum! {
    /// The intelligence assessment of the call.
    NinjaHireIntelligence {
        /// The call says enough to judge by.
        CallSuccess = "call_success",
        /// The assessment failed. Not to be confused with the status of the same name.
        CallFailed = "call_failed",
        /// The call does not say enough to judge by.
        CallInconclusive = "call_inconclusive",
    }
}

open_enum! {
    /// Direction of the call.
    CallDirection {
        /// NinjaHire rang the candidate.
        Outgoing = "outgoing",
        /// The candidate rang.
        Incoming = "incoming",
    }
}

/// The parts of a call that say how it went. All of them are `null` until there is something to
/// say, and for as long as the server leaves them out.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ScreeningReport {
    /// The status of the call.
    pub call_status: Option<CallStatus>,
    /// The intelligence assessment of the call.
    pub ninjahire_intelligence: Option<NinjaHireIntelligence>,
    /// Direction of the call.
    pub call_direction: Option<CallDirection>,
    /// The URL to the recording of the call. As the server sent it: check that it is http(s)
    /// before it becomes a link.
    pub recording_url: Option<String>,
    /// The overall score of the call assessment (0-100), a whole number.
    pub call_score: Option<u8>,
    /// Detailed breakdown of the call assessment by category, as the server sent it;
    /// `parseSummary` makes rows of it.
    #[cfg_attr(feature = "js", tsify(type = "Record<string, unknown> | null"))]
    pub call_summary: Option<JsonText>,
    /// A comprehensive summary of the call assessment and candidate evaluation.
    pub call_digest: Option<String>,
    /// Full transcript of the call conversation with speaker labels (BOT/HUMAN);
    /// `parseTranscript` makes turns of it.
    pub transcript: Option<String>,
    /// JSON string array containing individual questions, responses, and their scores;
    /// `parseQuestions` makes rows of it.
    pub questions_response: Option<String>,
}

impl ScreeningReport {
    /// Every field but the score, by name, as the wire's text; the summary as its JSON.
    pub(crate) fn texts(&self) -> [(&'static str, Option<&str>); 8] {
        [
            (
                "call_status",
                self.call_status.as_ref().map(CallStatus::as_str),
            ),
            (
                "ninjahire_intelligence",
                self.ninjahire_intelligence
                    .as_ref()
                    .map(NinjaHireIntelligence::as_str),
            ),
            (
                "call_direction",
                self.call_direction.as_ref().map(CallDirection::as_str),
            ),
            ("recording_url", self.recording_url.as_deref()),
            (
                "call_summary",
                self.call_summary.as_ref().map(JsonText::as_str),
            ),
            ("call_digest", self.call_digest.as_deref()),
            ("transcript", self.transcript.as_deref()),
            ("questions_response", self.questions_response.as_deref()),
        ]
    }

    pub(super) fn take(object: &mut Object<'_, '_>) -> Self {
        Self {
            call_status: object.string("call_status").map(Into::into),
            ninjahire_intelligence: object.string("ninjahire_intelligence").map(Into::into),
            call_direction: object.string("call_direction").map(Into::into),
            recording_url: object.string("recording_url"),
            call_score: object.score("call_score"),
            call_summary: object.object("call_summary"),
            call_digest: object.string("call_digest"),
            transcript: object.string("transcript"),
            questions_response: object.string("questions_response"),
        }
    }
}

/// Something in an answer that is not as the vendor's page promises. Its field is `null`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct DecodeIssue {
    /// Where in the answer, as a JSON path: `data[3].call_score`.
    pub path: String,
    /// What should be there: `an integer 0–100`.
    pub expected: &'static str,
    /// What is there, whole, as JSON text; `nothing` where a required field is missing.
    pub found: String,
}

/// Fields that the vendor's page does not name, in the order of the wire.
#[derive(Debug, Clone, Default)]
pub struct UnknownFields(pub Vec<(String, JsonText)>);

impl Serialize for UnknownFields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
