//! Reads assessments: `questions_response` and `call_summary` as rows.
//!
//! [`parse_questions`] and [`parse_summary`] never fail. They accept whatever a person can make
//! sense of, and report in `problems` what they could not read.
//!
//! 1. `lenient` parses the text as JSON. Where it is not JSON, `repair` rewrites it as JSON first.
//! 2. `questions` and `summary` make rows of the value. `item` reads the texts and the score from one
//!    object. `keys` has the names of members in many languages, and `scores` parses scores.

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
