//! Prepares a conversation for display.
//!
//! Everything here is a pure function of text, and needs no browser, clock or network. The parsers
//! of turns and rows are in [`transcript`](crate::transcript) and
//! [`assessment`](crate::assessment). They can also be imported from here, as in version 0.1.
//!
//! With the feature `reading`:
//!
//! * [`link_evidence`](evidence::link_evidence) finds where each question was asked and answered,
//!   [`search_transcript`](search::search_transcript) finds words,
//!   [`transcript_stats`](statistics::transcript_stats) counts,
//!   [`mask_contact_details`](masking::mask_contact_details) masks.
//! * [`export`] writes Markdown, HTML, text, WebVTT and CSV.
//!
//! A person's chances depend on the result. So two rules come before all others: no words are lost,
//! and no words are attributed to the wrong speaker. Text that may be a label or speech is treated
//! as speech.
//!
//! ```
//! use ninjahire_calls::reading::{Role, TranscriptOptions, parse_transcript};
//!
//! let transcript = "BOT: Hi.\nHUMAN: Hello.";
//! let turns = parse_transcript(transcript, &TranscriptOptions::default());
//! assert_eq!(turns.len(), 2);
//! assert_eq!((turns[1].role, turns[1].text(transcript)), (Role::Human, "Hello."));
//! ```

#[cfg(feature = "reading")]
pub mod evidence;
#[cfg(feature = "reading")]
pub mod export;
#[cfg(feature = "reading")]
pub(crate) mod folding;
#[cfg(feature = "reading")]
pub mod masking;
#[cfg(feature = "reading")]
mod question_marks;
#[cfg(feature = "reading")]
pub mod search;
#[cfg(feature = "reading")]
mod spoken;
#[cfg(feature = "reading")]
pub mod statistics;
#[cfg(feature = "reading")]
pub(crate) mod steps;

#[doc(no_inline)]
pub use crate::assessment::*;
#[doc(no_inline)]
pub use crate::transcript::*;
#[cfg(feature = "reading")]
pub use spoken::{Spoken, spoken};
