//! Turns with their texts, as the functions of this module take them.

use crate::transcript::{Role, Turn};

/// A turn with its text. It may come from a parsed transcript or from a JavaScript object.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spoken<'a> {
    /// Who speaks.
    pub role: Role,
    /// The speaker's label.
    pub label: Option<&'a str>,
    /// The text that was spoken.
    pub text: &'a str,
    /// When the turn starts, in seconds from the start of the call.
    pub start_time: Option<f64>,
}

impl<'a> Spoken<'a> {
    /// The speaker's name: the label, or else the role.
    pub fn name(&self) -> &'a str {
        match self.label {
            Some(label) => label,
            None => self.role.as_str(),
        }
    }

    /// Whether both turns have the same speaker: the same role, and the same label in any case.
    pub fn same_speaker(&self, other: &Spoken<'_>) -> bool {
        self.role == other.role && self.name().eq_ignore_ascii_case(other.name())
    }
}

/// The `turns` of `transcript`, with their texts.
///
/// ```
/// use ninjahire_calls::reading::{TranscriptOptions, parse_transcript, spoken};
/// let transcript = "BOT: Hi.\nHUMAN: Hello.";
/// let turns = parse_transcript(transcript, &TranscriptOptions::default());
/// assert_eq!(spoken(transcript, &turns)[1].text, "Hello.");
/// ```
pub fn spoken<'a>(transcript: &'a str, turns: &[Turn]) -> Vec<Spoken<'a>> {
    turns
        .iter()
        .map(|turn| Spoken {
            role: turn.role,
            label: turn.label(transcript),
            text: turn.text(transcript),
            start_time: turn.start_time,
        })
        .collect()
}
