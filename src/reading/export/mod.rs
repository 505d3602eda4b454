//! Exports calls and results: Markdown, HTML, plain text, WebVTT, CSV.
//!
//! The words of a call are data. They never become markup, a script or a spreadsheet formula.

mod csv;
mod html;
mod markdown;
mod report;
mod text;
mod webvtt;

pub use csv::{CsvOptions, ResultRow, results_to_csv};
pub use html::call_to_html;
pub use markdown::call_to_markdown;
pub use report::CallReport;
pub use text::turns_to_text;
pub use webvtt::{NoClocks, turns_to_webvtt};
