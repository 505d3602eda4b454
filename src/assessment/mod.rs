//! Assessments: `questions_response` and `call_summary` as rows.
//!
//! [`parse_questions`] and [`parse_summary`] never fail. They read what a person would read, and
//! report what they could not read in `problems`.
//!
//! 1. `lenient` parses the text: as JSON or, where it is no JSON, after `repair` rewrote it as JSON.
//! 2. `questions` and `summary` make rows of the value, with `item`, which takes the words and the score
//!    out of one object. `keys` knows the names of members in many languages, `scores` the ways in
//!    which a score is written.

mod extra;
mod item;
mod json;
mod keys;
mod lenient;
mod problems;
mod questions;
mod repair;
mod scores;
mod summary;

pub use problems::Problem;
pub use questions::{QuestionRow, Questions, parse_questions};
pub use summary::{Summary, SummaryRow, parse_summary};
