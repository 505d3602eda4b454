//! What a caller knows about their transcripts.

use super::role::Role;

/// What a caller knows about their transcripts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TranscriptOptions {
    /// Custom labels and whose they are, such as `("Nina", Role::Bot)`, without the colon. Case
    /// does not matter. A label that is known anyway gets the role given here.
    ///
    /// They count by the same rule as all labels: where both `BOT:` and `HUMAN:` lead lines, a
    /// line that starts with a third name for the bot or the human is speech.
    pub roles: Vec<(String, Role)>,
}

impl TranscriptOptions {
    /// With one more label and whose it is.
    ///
    /// ```
    /// use ninjahire_calls::transcript::{Role, TranscriptOptions, parse_transcript};
    /// let options = TranscriptOptions::default()
    ///     .with_role("Nina", Role::Bot)
    ///     .with_role("Sam Lee", Role::Human);
    /// let turns = parse_transcript("Nina: Hi.\nSam Lee: Hello.", &options);
    /// assert_eq!(turns[1].role, Role::Human);
    /// ```
    pub fn with_role(mut self, label: &str, role: Role) -> Self {
        self.roles.push((label.to_owned(), role));
        self
    }
}
