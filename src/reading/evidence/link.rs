//! The links of questions to turns.

use crate::reading::Spoken;
use crate::transcript::{TextRange, Utf16Offsets};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// A link: where a question was asked and answered.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// The index of the question's row.
    pub question: usize,
    /// The words that ask the question, in the order of the call: in one turn; in two, where the
    /// question is split over them; in more, where it was repeated.
    #[cfg_attr(feature = "typescript", tsify(type = "TurnRange[]"))]
    pub asks: Vec<EvidenceSpan>,
    /// The human turns that answer the question. Empty where no one answered.
    #[cfg_attr(feature = "typescript", tsify(type = "TurnRange[]"))]
    pub answers: Vec<EvidenceSpan>,
    /// The basis of the link.
    pub basis: EvidenceBasis,
    /// The estimated probability that the asks are right, 0 to 1. Of the links at 0.9 and above, at
    /// least 95 % were right on labelled calls that the model was not fitted to.
    pub ask_confidence: f64,
    /// The estimated probability that the answers are right, 0 to 1, measured in the same way.
    pub answer_confidence: f64,
    /// The smaller of the two.
    pub confidence: f64,
}

/// The basis of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum EvidenceBasis {
    /// The words of the question, found in the turn.
    Question,
    /// The words of the recorded response, found in the answer, and the order of the questions. The
    /// asks are inferred, and the page should say so.
    Response,
}

/// A part of a turn's text. Serialized, it is `{ turn, start, end }` in UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvidenceSpan {
    /// The index of the turn.
    pub turn: usize,
    /// The range in that turn's text, in bytes.
    pub range: TextRange,
    /// The same range in UTF-16 code units, for JavaScript.
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
