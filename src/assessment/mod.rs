//! Assessments: `questions_response` and `call_summary` as rows.
//!
//! [`parse_questions`] and [`parse_summary`] never fail. They read what a person would read, and
//! report what they could not in `problems`; the raw text still has it.
//!
//! 1. `lenient` makes JSON of the text: strictly if it is JSON, else as JSON5 after what is cut off
//!    or written as Python writes it was put right.
//! 2. `keys` knows the names of members, in many languages.
//! 3. `questions` and `summary` make rows; `scores` reads scores as they are given.

mod extra;
mod keys;
mod lenient;
mod problems;
mod questions;
mod scores;
mod summary;
mod values;

pub use problems::Problem;
pub use questions::{QuestionRow, Questions, parse_questions};
pub use summary::{Summary, SummaryRow, parse_summary};
