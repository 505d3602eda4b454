//! A call as Markdown.

use super::report::{CallReport, is_web_link, timestamp};
use super::text::{lines, one_line};

/// Writes a call as Markdown (CommonMark): a heading, the facts, digest, summary, questions and
/// transcript, as far as the report has them. It escapes all text, so that no words of a call
/// become markup or HTML.
///
/// ```
/// use ninjahire_calls::reading::export::{CallReport, call_to_markdown};
///
/// let report = CallReport { title: Some("Sam *Lee*"), call_score: Some(87), ..CallReport::default() };
/// assert_eq!(call_to_markdown(&report), "# Sam \\*Lee\\*\n\n- Score: 87 of 100\n");
/// ```
pub fn call_to_markdown(report: &CallReport<'_>) -> String {
    let mut out = String::from("# ");
    out.push_str(&escape(&one_line(report.title())));
    out.push('\n');
    let facts = report.facts();
    if !facts.is_empty() || report.recording_url.is_some() {
        out.push('\n');
    }
    for (name, value) in facts {
        out.push_str(&format!("- {name}: {}\n", escape(&one_line(&value))));
    }
    if let Some(url) = report.recording_url {
        let url = match is_web_link(url) && !url.contains(['<', '>', '\\']) {
            true => format!("<{url}>"),
            false => escape(&one_line(url)),
        };
        out.push_str(&format!("- Recording: {url}\n"));
    }
    if let Some(digest) = report.digest {
        out.push_str("\n## Digest\n\n");
        push_paragraphs(&mut out, digest, "");
    }
    if !report.summary.is_empty() {
        out.push_str("\n## Summary\n");
        for row in report.summary {
            out.push_str(&format!("\n### {}\n\n", escape(&one_line(&row.category))));
            if let Some(score) = &row.score_text {
                out.push_str(&format!("Score: {}\n\n", escape(&one_line(score))));
            }
            if let Some(text) = &row.text {
                push_paragraphs(&mut out, text, "");
            }
        }
    }
    if !report.questions.is_empty() {
        out.push_str("\n## Questions\n");
        for (index, row) in report.questions.iter().enumerate() {
            let question = row.question.as_deref().unwrap_or("(no question)");
            let heading = escape(&one_line(question));
            out.push_str(&format!("\n### {}. {heading}\n\n", index + 1));
            if let Some(response) = &row.response {
                push_paragraphs(&mut out, response, "> ");
                out.push('\n');
            }
            if let Some(score) = &row.score_text {
                out.push_str(&format!("Score: {}\n", escape(&one_line(score))));
            }
        }
    }
    if !report.turns.is_empty() {
        out.push_str("\n## Transcript\n");
        for turn in report.turns {
            out.push_str("\n**");
            // Emphasis cannot start or end with a space.
            out.push_str(&escape(one_line(turn.name()).trim()));
            out.push_str("**");
            if let Some(time) = turn.start_time {
                out.push_str(&format!(" ({})", timestamp(time)));
            }
            out.push_str("\n\n");
            push_paragraphs(&mut out, turn.text, "");
        }
    }
    out
}

/// Writes the lines of a text, each with `prefix`, and keeps the line breaks.
fn push_paragraphs(out: &mut String, text: &str, prefix: &str) {
    let mut lines = lines(text).map(str::trim).peekable();
    while let Some(line) = lines.next() {
        out.push_str(prefix);
        out.push_str(&escape(line));
        if !line.is_empty() && lines.peek().is_some_and(|next| !next.is_empty()) {
            out.push('\\');
        }
        out.push('\n');
    }
}

/// Escapes every character that could be markup in any position.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut start = true;
    let mut digits_only = true;
    for (at, letter) in text.char_indices() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' | '!' | '$'
            | '^' | '{' | '}' => {
                out.push('\\');
            }
            '-' | '+' | '=' if start => out.push('\\'),
            // `1.` at the start of a line starts a list; `https://` may become a link.
            '.' | ')' if at > 0 && digits_only => {
                out.push('\\');
            }
            ':' | '@' => out.push('\\'),
            _ => {}
        }
        match letter {
            '\0' => out.push('\u{FFFD}'),
            _ if letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
        start = false;
        digits_only &= letter.is_ascii_digit();
    }
    out
}
