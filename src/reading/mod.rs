//! What else can be done with turns.
//!
//! Everything here is a pure function of text: no browser, no clock, no network.
//!
//! * [`link_evidence`](evidence::link_evidence) finds where each question was asked and answered,
//!   [`search_transcript`](search::search_transcript) finds words,
//!   [`transcript_stats`](stats::transcript_stats) counts,
//!   [`mask_contact_details`](masking::mask_contact_details) masks.
//! * [`export`] writes Markdown, HTML, text, WebVTT and CSV.

pub mod evidence;
pub mod export;
pub(crate) mod folding;
pub mod masking;
pub mod search;
pub mod stats;
