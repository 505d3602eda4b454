//! What a caller knows about their transcripts.

use super::role::Role;

/// What a caller knows about their transcripts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TranscriptOptions {
    /// Custom labels and their roles, such as `("Nina", Role::Bot)`, without the colon. Case does
    /// not matter. A known label gets the role given here.
    ///
    /// Custom labels follow the same rules as all labels: where both `BOT:` and `HUMAN:` lead
    /// lines, a line that starts with a third name for the bot or the human is speech.
    pub roles: Vec<(String, Role)>,
}

impl TranscriptOptions {
    /// Adds a custom label and its role.
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
