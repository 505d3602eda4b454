//! Turns as plain text.

use super::super::spoken::Spoken;
use super::clock;

/// Writes turns as text: a clock where there is one, the label, the words, and a blank line
/// between turns. Further lines of a turn are indented, so that a line of it that begins with a
/// label cannot be taken for another turn.
///
/// ```
/// use ninjahire_calls::reading::export::turns_to_text;
/// use ninjahire_calls::reading::{TranscriptOptions, parse_transcript, spoken};
///
/// let transcript = "[00:04] BOT: Hi.\n[01:12] HUMAN: Hello.\nYes?";
/// let turns = parse_transcript(transcript, &TranscriptOptions::default());
/// assert_eq!(
///     turns_to_text(&spoken(transcript, &turns)),
///     "[0:04] BOT: Hi.\n\n[1:12] HUMAN: Hello.\n    Yes?\n"
/// );
/// ```
pub fn turns_to_text(turns: &[Spoken<'_>]) -> String {
    let mut text = String::new();
    for turn in turns {
        if !text.is_empty() {
            text.push('\n');
        }
        if let Some(time) = turn.start_time {
            text.push('[');
            text.push_str(&clock(time));
            text.push_str("] ");
        }
        if turn.label.is_some() {
            text.push_str(&one_line(turn.name()));
            text.push(':');
        }
        for (place, line) in lines(turn.text).enumerate() {
            if place > 0 {
                text.push('\n');
            }
            if !line.trim().is_empty() {
                match (place, turn.label) {
                    (0, Some(_)) => text.push(' '),
                    (0, None) => {}
                    _ => text.push_str("    "),
                }
                text.push_str(line);
            }
        }
        text.push('\n');
    }
    text
}

/// The lines of a text, whatever breaks them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .flat_map(|line| line.split(['\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}']))
}

/// `text` with a space for every line break and other control character.
pub(super) fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{2028}' | '\u{2029}' => ' ',
            _ if c.is_control() => ' ',
            _ => c,
        })
        .collect()
}
