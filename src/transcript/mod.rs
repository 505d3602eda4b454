//! Transcripts: text to turns.
//!
//! * [`parse_transcript`] splits a transcript into [`Turn`]s. [`TranscriptReader`] does so while
//!   the transcript grows.
//! * [`detect_format`] reports how the text was split and what is in doubt. [`group_turns`] joins
//!   what one speaker said in a row.
//!
//! Everything here is a pure function of text: no browser, no clock, no network.
//!
//! A person's chances are read off the result, so two rules come before all others: nothing that
//! was said is lost, and nothing is put into the wrong mouth. Where a label could as well be
//! speech, it is left as speech.
//!
//! How a transcript is read:
//!
//! 1. Some formats name the speakers themselves: `json`, `captions`, `chat_template`.
//! 2. In other text, every position that could begin a turn becomes a label match (`label_match`).
//!    One scan finds those that lead lines (`line_labels`). HTML and escaped line breaks are other
//!    ways to end a line (`whitespace`, `html`).
//! 3. `selection` infers from all matches which labels the transcript uses. All others are speech.
//! 4. `turns` cuts the text at the matches that are left.
//!
//! ```
//! use ninjahire_calls::transcript::{Role, TranscriptOptions, parse_transcript};
//!
//! let transcript = "BOT: Hi.\nHUMAN: Hello.";
//! let turns = parse_transcript(transcript, &TranscriptOptions::default());
//! assert_eq!(turns.len(), 2);
//! assert_eq!((turns[1].role, turns[1].text(transcript)), (Role::Human, "Hello."));
//! ```

mod captions;
mod characters;
mod chat_template;
mod cursor;
mod entries;
mod format;
mod groups;
#[cfg(any(test, feature = "js"))]
pub(crate) mod heads;
mod html;
mod inline_labels;
mod json;
mod json_entry;
mod json_text;
mod label_after;
mod label_before;
mod label_match;
mod label_name;
mod label_table;
mod line_breaks;
mod line_labels;
mod names;
mod offsets;
mod options;
mod place;
mod range;
mod reader;
mod reading;
mod role;
mod selection;
mod shape;
mod speakers;
mod timestamps;
mod turn;
mod turns;
mod whitespace;

pub use format::{Format, FormatLabel, detect_format};
pub use groups::{TurnGroup, group_turns};
pub use offsets::{FLAT_TURN, Utf16Offsets, utf16_turns};
pub use options::TranscriptOptions;
pub use range::TextRange;
pub use reader::TranscriptReader;
pub use role::Role;

pub use shape::Shape;
pub use turn::Turn;
pub use turns::parse_transcript;
