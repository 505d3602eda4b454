//! Screening results as a table.

/// One screening result, as much of it as there is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ResultRow<'a> {
    /// `call_id`.
    pub call_id: Option<&'a str>,
    /// `application_id`.
    pub application_id: Option<&'a str>,
    /// `job_id`.
    pub job_id: Option<&'a str>,
    /// `candidate_id`.
    pub candidate_id: Option<&'a str>,
    /// `call_status`.
    pub call_status: Option<&'a str>,
    /// `ninjahire_intelligence`.
    pub intelligence: Option<&'a str>,
    /// `call_direction`.
    pub direction: Option<&'a str>,
    /// `call_score`, of 100.
    pub call_score: Option<u8>,
    /// `call_digest`.
    pub digest: Option<&'a str>,
    /// `recording_url`.
    pub recording_url: Option<&'a str>,
    /// `transcript`.
    pub transcript: Option<&'a str>,
    /// `questions_response`, as it came.
    pub questions_response: Option<&'a str>,
    /// `call_summary`, as JSON.
    pub call_summary: Option<&'a str>,
}

/// How to write a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CsvOptions {
    /// Begin with a byte order mark: without it, Excel takes the text for another encoding.
    pub byte_order_mark: bool,
}

const HEADER: [&str; 13] = [
    "call_id",
    "application_id",
    "job_id",
    "candidate_id",
    "call_status",
    "ninjahire_intelligence",
    "call_direction",
    "call_score",
    "call_digest",
    "recording_url",
    "transcript",
    "questions_response",
    "call_summary",
];

/// Writes results as CSV (RFC 4180): a header with the wire's names, one record per result, CRLF at
/// every end. What is absent is an empty field.
///
/// A cell that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, a
/// tab or a carriage return (blanks before it left aside), gets an apostrophe in front. That is the
/// one way in which a cell is not what was said.
///
/// ```
/// use ninjahire_calls::reading::export::{CsvOptions, ResultRow, results_to_csv};
///
/// let row = ResultRow { call_id: Some("c1"), digest: Some("=1+1"), ..ResultRow::default() };
/// let csv = results_to_csv(&[row], &CsvOptions::default());
/// assert!(csv.ends_with("c1,,,,,,,,'=1+1,,,,\r\n"));
/// ```
pub fn results_to_csv(rows: &[ResultRow<'_>], options: &CsvOptions) -> String {
    let mut out = String::new();
    if options.byte_order_mark {
        out.push('\u{FEFF}');
    }
    record(&mut out, &HEADER);
    for row in rows {
        let score = row.call_score.map(|score| score.to_string());
        let cells = [
            row.call_id,
            row.application_id,
            row.job_id,
            row.candidate_id,
            row.call_status,
            row.intelligence,
            row.direction,
            score.as_deref(),
            row.digest,
            row.recording_url,
            row.transcript,
            row.questions_response,
            row.call_summary,
        ];
        record(&mut out, &cells.map(Option::unwrap_or_default));
    }
    out
}

fn record(out: &mut String, cells: &[&str]) {
    for (place, text) in cells.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        let formula = is_formula(text);
        let quoted = text.contains([',', '"', '\r', '\n', ';', '\t'])
            || text.starts_with(char::is_whitespace)
            || text.ends_with(char::is_whitespace);
        if quoted {
            out.push('"');
        }
        if formula {
            out.push('\'');
        }
        for letter in text.chars() {
            if letter == '"' {
                out.push('"');
            }
            out.push(letter);
        }
        if quoted {
            out.push('"');
        }
    }
    out.push_str("\r\n");
}

/// Whether a spreadsheet could take the text for a formula. Full-width signs count: Excel takes
/// them for the plain ones where the system's language has them.
fn is_formula(text: &str) -> bool {
    let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '−'];
    text.starts_with(['\t', '\r']) || text.trim_start().starts_with(signs)
}
