//! Screening results as CSV.

/// One screening result. A field that is `None` becomes an empty cell.
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
    /// `call_score`, 0 to 100.
    pub call_score: Option<u8>,
    /// `call_digest`.
    pub digest: Option<&'a str>,
    /// `recording_url`.
    pub recording_url: Option<&'a str>,
    /// `transcript`.
    pub transcript: Option<&'a str>,
    /// `questions_response`, as the server sent it.
    pub questions_response: Option<&'a str>,
    /// `call_summary`, as JSON.
    pub call_summary: Option<&'a str>,
}

/// How to write CSV.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CsvOptions {
    /// Whether to start with a byte order mark. Without it, Excel reads the text in another encoding.
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

/// Writes results as CSV (RFC 4180): a header with the wire's names, one record per result, and
/// CRLF after each. An absent field is an empty cell.
///
/// No cell becomes a formula, whether a spreadsheet opens the file with comma, semicolon or tab as
/// separator. A cell is a formula where it starts with `=`, `+`, `-` or `@`, after any whitespace
/// and quotes. With the wrong separator a cell may start after every semicolon, tab and line break
/// of a text. In all these positions the sign gets an apostrophe in front, and so does a text that
/// starts with a tab or a carriage return. Nothing else in a text is changed.
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
/// `csv_core` does the quoting. The writer of the crate `csv` would add 14 kB to the download: for
/// a style of quoting that is not used here, it contains a parser of floating-point numbers.
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
    // Every character may be a quote, which is doubled.
    let mut quoted = vec![0; 2 * cell.len()];
    let (_, _, length) = csv_core::quote(cell.as_bytes(), &mut quoted, b'"', b'"', true);
    let quoted = str::from_utf8(&quoted[..length]).expect("quotes are doubled, and no more");
    table.push('"');
    table.push_str(quoted);
    table.push('"');
}

/// `text` with an apostrophe before each sign that could start a formula.
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

/// Whether a formula may start with `letter`. Full-width signs count, because Excel accepts them on
/// systems in East Asian languages.
fn is_formula_sign(letter: char) -> bool {
    matches!(
        letter,
        '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '−'
    )
}
