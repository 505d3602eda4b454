//! What was said on a call, made ready to show.
//!
//! Everything here is a pure function of text: no browser, no clock, no network.
//!
//! * [`parse_transcript`] splits a transcript into [`Turn`]s, [`detect_format`] says how it was
//!   split, and [`group_turns`] joins what one speaker said in a row.
//!
//! With the feature `reading`:
//!
//! * [`link_evidence`](evidence::link_evidence) finds where each question was asked and answered,
//!   [`search_transcript`](search::search_transcript) finds words,
//!   [`transcript_stats`](stats::transcript_stats) counts,
//!   [`mask_contact_details`](masking::mask_contact_details) masks.
//! * [`export`] writes Markdown, HTML, text, WebVTT and CSV.
//!
//! A person's chances are read off the result, so two rules come before all others: nothing that
//! was said is lost, and nothing is put into the wrong mouth. Where a label could as well be
//! speech, it is left as speech.
//!
//! ```
//! use ninjahire_calls::reading::{Role, TranscriptOptions, parse_transcript};
//!
//! let transcript = "BOT: Hi.\nHUMAN: Hello.";
//! let turns = parse_transcript(transcript, &TranscriptOptions::default());
//! assert_eq!(turns.len(), 2);
//! assert_eq!((turns[1].role, turns[1].text(transcript)), (Role::Human, "Hello."));
//! ```

mod chars;
mod clocks;
mod format;
mod groups;
mod held;
mod inline;
mod labels;
mod lines;
mod marks;
mod offsets;
mod turns;

#[cfg(feature = "reading")]
pub mod evidence;
#[cfg(feature = "reading")]
pub mod export;
#[cfg(feature = "reading")]
pub(crate) mod folding;
#[cfg(feature = "reading")]
pub mod masking;
#[cfg(feature = "reading")]
pub mod search;
#[cfg(feature = "reading")]
mod spoken;
#[cfg(feature = "reading")]
pub mod stats;

pub use format::{Format, FormatLabel, Shape, detect_format};
pub use groups::{TurnGroup, group_turns};
pub use labels::{Role, TranscriptOptions};
pub use offsets::{FLAT_TURN, TextRange, Utf16Offsets, utf16_turns};
pub use turns::{Turn, parse_transcript};

#[cfg(feature = "reading")]
pub use spoken::{Spoken, spoken};
