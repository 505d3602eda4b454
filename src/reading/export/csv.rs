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
/// No cell becomes a formula, whether the file is opened with comma, semicolon or tab as the
/// separator. A spreadsheet takes a cell for a formula if it begins with `=`, `+`, `-` or `@`
/// (whitespace and quotes before it left aside). Opened with the wrong separator, a cell can begin at
/// every semicolon, tab and line break in a text. In all those places the sign gets an apostrophe in
/// front, and so does a text that begins with a tab or a carriage return. That is the one way in which
/// a cell is not what was said.
///
/// ```
/// use ninjahire_calls::reading::export::{CsvOptions, ResultRow, results_to_csv};
///
/// let row = ResultRow { call_id: Some("c1"), digest: Some("=1+1"), ..ResultRow::default() };
/// let csv = results_to_csv(&[row], &CsvOptions::default());
/// assert!(csv.ends_with("c1,,,,,,,,'=1+1,,,,\r\n"));
/// ```
pub fn results_to_csv(rows: &[ResultRow<'_>], options: &CsvOptions) -> String {
    let mut table = String::new();
    if options.byte_order_mark {
        table.push('\u{FEFF}');
    }
    push_record(&mut table, HEADER);
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
        push_record(&mut table, cells.map(Option::unwrap_or_default));
    }
    table
}

/// Appends one record, without formulas.
///
/// The quoting is `csv_core`'s. The writer of the crate `csv` would bring a parser of floating-point
/// numbers, for a style of quoting that is not used: 14 kB of the download.
fn push_record(table: &mut String, cells: [&str; HEADER.len()]) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            table.push(',');
        }
        let cell = without_formulas(cell);
        match cell.contains([',', '"', '\r', '\n']) {
            true => push_quoted(table, &cell),
            false => table.push_str(&cell),
        }
    }
    table.push_str("\r\n");
}

fn push_quoted(table: &mut String, cell: &str) {
    // Every character could be a quote, which is doubled.
    let mut quoted = vec![0; 2 * cell.len()];
    let (_, _, length) = csv_core::quote(cell.as_bytes(), &mut quoted, b'"', b'"', true);
    let quoted = str::from_utf8(&quoted[..length]).expect("quotes are doubled, and no more");
    table.push('"');
    table.push_str(quoted);
    table.push('"');
}

/// `text` with an apostrophe before each sign that could begin a formula.
fn without_formulas(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    if text.starts_with(['\t', '\r']) {
        safe.push('\'');
    }
    let mut cell_starts = true;
    for letter in text.chars() {
        match letter {
            ';' | '\t' | '\r' | '\n' => cell_starts = true,
            '"' => {}
            _ if letter.is_whitespace() || letter.is_control() => {}
            _ => {
                if cell_starts && is_formula_sign(letter) {
                    safe.push('\'');
                }
                cell_starts = false;
            }
        }
        safe.push(letter);
    }
    safe
}

/// Full-width signs count: Excel takes them for the plain ones where the system's language has them.
fn is_formula_sign(letter: char) -> bool {
    matches!(
        letter,
        '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '−'
    )
}
