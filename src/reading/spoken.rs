//! Turns as they are handed to whatever works with their words.

use crate::transcript::Role;
use crate::transcript::Turn;

/// One turn's words. What takes these takes turns from anywhere: a transcript that was parsed, or
/// objects from JavaScript.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spoken<'a> {
    /// Whose words they are.
    pub role: Role,
    /// What the speaker is called.
    pub label: Option<&'a str>,
    /// The words.
    pub text: &'a str,
    /// When they start, in seconds.
    pub start_time: Option<f64>,
}

impl<'a> Spoken<'a> {
    /// What to call the speaker: the label, or the role's name.
    pub fn name(&self) -> &'a str {
        match self.label {
            Some(label) => label,
            None => self.role.as_str(),
        }
    }

    /// Whether both are of one speaker: the same role and, but for case, the same label.
    pub fn same_speaker(&self, other: &Spoken<'_>) -> bool {
        self.role == other.role && self.name().eq_ignore_ascii_case(other.name())
    }
}

/// The words of `turns`, which were read from `transcript`.
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
