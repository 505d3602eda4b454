//! Turns as plain text.

use super::report::timestamp;
use crate::reading::Spoken;
use crate::transcript::Role;

/// Writes turns as text: for each a timestamp where it has one, the label and the text, with an empty
/// line between turns.
///
/// [`parse_transcript`](crate::reading::parse_transcript) reads the same turns back, given the same
/// custom labels. For that, a later line of a turn that has a colon, and so could be taken for a
/// label, is appended to the previous line. A turn without a label gets `BOT`, `HUMAN` or
/// `Speaker`; only text before the first label gets none.
///
/// ```
/// use ninjahire_calls::reading::export::turns_to_text;
/// use ninjahire_calls::reading::{TranscriptOptions, parse_transcript, spoken};
///
/// let transcript = "[00:04] BOT: Hi.\n[01:12] HUMAN: Hello.\nYes?";
/// let turns = parse_transcript(transcript, &TranscriptOptions::default());
/// assert_eq!(
///     turns_to_text(&spoken(transcript, &turns)),
///     "[0:04] BOT: Hi.\n\n[1:12] HUMAN: Hello.\nYes?\n"
/// );
/// ```
pub fn turns_to_text(turns: &[Spoken<'_>]) -> String {
    let mut text = String::new();
    for (index, turn) in turns.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        if let Some(time) = turn.start_time {
            text.push_str(&format!("[{}] ", timestamp(time)));
        }
        let label = label(turn, index);
        if let Some(label) = &label {
            text.push_str(label);
            text.push(':');
        }
        for (line_index, line) in lines(turn.text).enumerate() {
            let line = line.trim_end();
            if line_index == 0 {
                if label.is_some() && !line.is_empty() {
                    text.push(' ');
                }
            } else {
                let could_be_label = line.contains([':', '：', '﹕']);
                text.push(if could_be_label { ' ' } else { '\n' });
            }
            text.push_str(line);
        }
        text.push('\n');
    }
    text
}

/// The label to write before the turn.
fn label(turn: &Spoken<'_>, index: usize) -> Option<String> {
    let by_role = match turn.role {
        Role::Bot => "BOT",
        Role::Human => "HUMAN",
        Role::Unknown if index == 0 => return turn.label.map(one_line),
        Role::Other | Role::Unknown => "Speaker",
    };
    Some(one_line(turn.label.unwrap_or(by_role)))
}

/// The lines of a text, by any line break.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .flat_map(|line| line.split(['\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}']))
}

/// `text` with a space for every line break and other control character.
pub(super) fn one_line(text: &str) -> String {
    text.replace(
        |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'),
        " ",
    )
}
