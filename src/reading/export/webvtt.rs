//! Turns as WebVTT captions.

use super::text::{lines, one_line};
use crate::reading::Spoken;
use std::fmt;

/// No turn has a timestamp, so there are no captions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoClocks;

impl fmt::Display for NoClocks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "the transcript has no timestamps, and captions need a start time for their turns",
        )
    }
}

impl std::error::Error for NoClocks {}

/// Writes turns as WebVTT, with the speakers as `<v>`.
///
/// A cue lasts from its turn's timestamp to the next turn's. The last cue lasts until `end`, in
/// seconds, such as the recording's length. Without `end` it lasts two seconds, and half a second
/// for each word. A turn without a timestamp is in the cue of the previous turn, or at the start in
/// that of the first turn with a timestamp. Turns with the same timestamp share a cue.
///
/// # Errors
/// [`NoClocks`] where no turn has a timestamp.
///
/// ```
/// use ninjahire_calls::reading::export::turns_to_webvtt;
/// use ninjahire_calls::reading::{TranscriptOptions, parse_transcript, spoken};
///
/// let transcript = "[00:04] BOT: Hi.\n[00:09.5] HUMAN: Hello.";
/// let turns = parse_transcript(transcript, &TranscriptOptions::default());
/// assert_eq!(
///     turns_to_webvtt(&spoken(transcript, &turns), Some(12.0)).unwrap(),
///     "WEBVTT\n\n00:00:04.000 --> 00:00:09.500\n<v BOT>Hi.\n\n00:00:09.500 --> 00:00:12.000\n<v HUMAN>Hello.\n"
/// );
/// ```
pub fn turns_to_webvtt(turns: &[Spoken<'_>], end: Option<f64>) -> Result<String, NoClocks> {
    // In whole milliseconds, as WebVTT has them. Turns that start in the same one share a cue.
    let mut cues: Vec<(u64, String)> = Vec::new();
    let first = turns
        .iter()
        .find_map(|turn| turn.start_time)
        .ok_or(NoClocks)?;
    let mut words = 0;
    for turn in turns {
        let start = match (turn.start_time, cues.last()) {
            (Some(time), _) => millis(time),
            (None, Some((last, _))) => *last,
            (None, None) => millis(first),
        };
        if cues.last().is_none_or(|(last, _)| start > *last) {
            cues.push((start, String::new()));
            words = 0;
        }
        words += turn
            .text
            .split_whitespace()
            .count()
            .max(turn.text.chars().count() / 8);
        if let Some((_, cue)) = cues.last_mut() {
            push_turn(cue, turn);
        }
    }
    let mut out = String::from("WEBVTT\n");
    for (index, (start, cue)) in cues.iter().enumerate() {
        let end = match cues.get(index + 1) {
            Some((next, _)) => *next,
            None => end
                .map(millis)
                .filter(|end| end > start)
                .unwrap_or(start + 2000 + 500 * words as u64),
        };
        out.push_str(&format!("\n{} --> {}\n{cue}", stamp(*start), stamp(end)));
    }
    Ok(out)
}

/// Writes one turn into a cue, without its blank lines, which would end the cue.
fn push_turn(cue: &mut String, turn: &Spoken<'_>) {
    cue.push_str("<v ");
    cue.push_str(escape(&one_line(turn.name())).trim());
    cue.push('>');
    for line in lines(turn.text).filter(|line| !line.trim().is_empty()) {
        cue.push_str(&escape(line));
        cue.push('\n');
    }
    if !cue.ends_with('\n') {
        cue.push('\n');
    }
}

/// Escapes text for a cue, `>` too: `-->` within a cue would start another one.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\0' => out.push('\u{FFFD}'),
            _ => out.push(letter),
        }
    }
    out
}

fn millis(seconds: f64) -> u64 {
    (seconds.max(0.0) * 1000.0 + 0.5) as u64
}

/// A timestamp as WebVTT writes it: `00:01:02.345`.
fn stamp(millis: u64) -> String {
    let seconds = millis / 1000;
    format!(
        "{:02}:{:02}:{:02}.{:03}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60,
        millis % 1000
    )
}
