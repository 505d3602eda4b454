//! The fields that a call has both in call details and in a listing.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::json::{RawObject, Text};

/// An enum that the vendor may extend. An unknown value is kept as the server's string. `(string &
/// {})` makes editors go on completing the known values in TypeScript.
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
            /// The type in TypeScript.
            #[cfg(feature = "typescript")]
            pub(crate) const DECL: &str = concat!(
                "/**\n", $(" *", $doc, "\n",)+ " */\n",
                "export type ", stringify!($name), " = ", $("\"", $wire, "\" | ",)+ "(string & {});",
            );

            /// The value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)+
                    Self::Other(value) => value,
                }
            }
        }

        impl From<&str> for $name {
            fn from(value: &str) -> Self {
                match value {
                    $($wire => Self::$variant,)+
                    _ => Self::Other(value.into()),
                }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = Text::deserialize(deserializer)?;
                Ok(Self::from(&*value.as_str()))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

open_enum! {
    /// The status of the call.
    CallStatus {
        /// The call has ended.
        CallCompleted = "call_completed",
        /// The call is going on.
        CallInProgress = "call_in_progress",
        /// The call did not come about. `ninjahire_intelligence` has a value of the same name that means
        /// something else.
        CallFailed = "call_failed",
    }
}

open_enum! {
    /// The intelligence assessment of the call.
    NinjaHireIntelligence {
        /// The call says enough to judge by.
        CallSuccess = "call_success",
        /// The assessment failed. `call_status` has a value of the same name that means something else.
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

/// How a call went. A field is `null` until the server sends it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ScreeningReport {
    /// The status of the call.
    pub call_status: Option<CallStatus>,
    /// The intelligence assessment of the call.
    pub ninjahire_intelligence: Option<NinjaHireIntelligence>,
    /// Direction of the call.
    pub call_direction: Option<CallDirection>,
    /// The URL to the recording of the call. As the server sent it: check that it is http(s)
    /// before it becomes a link.
    pub recording_url: Option<Text>,
    /// The overall score of the call assessment (0-100), a whole number.
    pub call_score: Option<Score>,
    /// Detailed breakdown of the call assessment by category, as the server sent it;
    /// `parseSummary` makes rows of it.
    pub call_summary: Option<RawObject>,
    /// A comprehensive summary of the call assessment and candidate evaluation.
    pub call_digest: Option<Text>,
    /// Full transcript of the call conversation with speaker labels (BOT/HUMAN);
    /// `parseTranscript` makes turns of it.
    pub transcript: Option<Text>,
    /// JSON string array containing individual questions, responses, and their scores;
    /// `parseQuestions` makes rows of it.
    pub questions_response: Option<Text>,
}

/// A score: a whole number from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(type = "number"))]
#[serde(transparent)]
pub struct Score(pub u8);

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match whole_number(deserializer) {
            Some(score @ 0.0..=100.0) => Ok(Self(score as u8)),
            _ => Err(D::Error::custom("an integer 0–100")),
        }
    }
}

/// A count: a whole number, 0 or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(type = "number"))]
#[serde(transparent)]
pub struct Count(pub u64);

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match whole_number(deserializer) {
            Some(count) if count >= 0.0 => Ok(Self(count as u64)),
            _ => Err(D::Error::custom("an integer ≥ 0")),
        }
    }
}

/// A whole number in any notation: `87`, `87.0`, `8.7e1`. `None` for `"87"`, for `87.5`, and beyond
/// ±2⁵³, where a double cannot represent every whole number.
fn whole_number<'de, D: Deserializer<'de>>(deserializer: D) -> Option<f64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let number = f64::deserialize(deserializer).ok()?;
    (number.fract() == 0.0 && number.abs() <= EXACT).then_some(number)
}
