//! Turns of one speaker in a row.

use super::range::TextRange;
use super::role::Role;
use super::turn::Turn;
use std::ops::Range;

/// Turns of one speaker that follow one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurnGroup {
    /// The role of their speaker.
    pub role: Role,
    /// The label of the first of them.
    pub label: Option<TextRange>,
    /// Which turns, by index: `&turns[group.turns]`.
    pub turns: Range<usize>,
}

/// Joins the consecutive turns of one speaker, for display. They have the same role and the same
/// label, apart from case.
///
/// ```
/// use ninjahire_calls::transcript::{TranscriptOptions, group_turns, parse_transcript};
///
/// let transcript = "BOT: Hi.\nBot: Are you there?\nHUMAN: Yes.";
/// let turns = parse_transcript(transcript, &TranscriptOptions::default());
/// let groups = group_turns(transcript, &turns);
/// assert_eq!(groups.len(), 2);
/// assert_eq!(groups[0].turns, 0..2);
/// ```
pub fn group_turns(transcript: &str, turns: &[Turn]) -> Vec<TurnGroup> {
    let mut groups: Vec<TurnGroup> = Vec::new();
    for (place, turn) in turns.iter().enumerate() {
        if let Some(group) = groups.last_mut()
            && group.role == turn.role
            && same_label(transcript, group.label, turn.label)
        {
            group.turns.end = place + 1;
            continue;
        }
        groups.push(TurnGroup {
            role: turn.role,
            label: turn.label,
            turns: place..place + 1,
        });
    }
    groups
}

fn same_label(transcript: &str, one: Option<TextRange>, other: Option<TextRange>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one
            .of(transcript)
            .eq_ignore_ascii_case(other.of(transcript)),
        (None, None) => true,
        _ => false,
    }
}
