//! What linking gives.

use crate::reading::Spoken;
use crate::transcript::{TextRange, Utf16Offsets};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// Where a question was asked and answered.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// Which question, by its index among the rows.
    pub question: usize,
    /// The words that ask it: one turn; two, if the question is split over them; or more, if it was
    /// asked again. In the order of the call.
    #[cfg_attr(feature = "typescript", tsify(type = "TurnRange[]"))]
    pub asks: Vec<EvidenceSpan>,
    /// The human turns that answer it, whole. Empty if nobody answered.
    #[cfg_attr(feature = "typescript", tsify(type = "TurnRange[]"))]
    pub answers: Vec<EvidenceSpan>,
    /// What the link rests on.
    pub basis: EvidenceBasis,
    /// How sure it is that the asks are right, 0 to 1. Of links at 0.9 and above, at least 95 % were
    /// right on labelled calls that it was not fitted to.
    pub ask_confidence: f64,
    /// How sure it is that the answers are right, 0 to 1, measured in the same way.
    pub answer_confidence: f64,
    /// The smaller one of both.
    pub confidence: f64,
}

/// What a link rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum EvidenceBasis {
    /// The question's own words.
    Question,
    /// The recorded response, found in what was answered, and the order of the questions. The asks are
    /// inferred: show that.
    Response,
}

/// A part of a turn's text. Serialized, it is `{ turn, start, end }` in UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvidenceSpan {
    /// Which turn.
    pub turn: usize,
    /// Where in that turn's text, in bytes.
    pub range: TextRange,
    /// The same in UTF-16 code units, as JavaScript counts.
    pub utf16: TextRange,
}

impl EvidenceSpan {
    pub(super) fn new(spoken: &[Spoken<'_>], turn: usize, range: TextRange) -> EvidenceSpan {
        let (start, end) = Utf16Offsets::new(spoken[turn].text).range(range);
        EvidenceSpan {
            turn,
            range,
            utf16: TextRange::new(start, end),
        }
    }
}

impl Serialize for EvidenceSpan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut span = serializer.serialize_struct("TurnRange", 3)?;
        span.serialize_field("turn", &self.turn)?;
        span.serialize_field("start", &self.utf16.start)?;
        span.serialize_field("end", &self.utf16.end)?;
        span.end()
    }
}
