//! A call as an HTML page.

use super::super::labels::Role;
use super::text::one_line;
use super::{CallReport, clock, is_web_link, push};

const STYLE: &str = "\
body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{line-height:1.2}h2{margin-top:2rem;border-bottom:1px solid #ccc}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{font-weight:600}dd{margin:0}
p,dd,blockquote,h1,h3{white-space:pre-wrap;overflow-wrap:anywhere}
blockquote{margin:.5rem 0;padding-left:1rem;border-left:3px solid #ccc}
.turn{margin:.75rem 0;padding:.5rem .75rem;border-radius:.5rem;background:#f2f2f2;break-inside:avoid}
.human{background:#e6f0fb}.turn p{margin:0}.who{font-weight:600}.when{color:#555;font-size:.875rem}
@media print{body{margin:0;max-width:none}.turn{border:1px solid #ccc;background:none}}
";

/// Writes a call as one HTML page: everything in it, no script, nothing loaded from elsewhere, made
/// to be printed. All text is escaped.
///
/// ```
/// use ninjahire_calls::reading::export::{CallReport, call_to_html};
///
/// let html = call_to_html(&CallReport { digest: Some("<script>"), ..CallReport::default() });
/// assert!(html.contains("&lt;script&gt;") && !html.contains("<script>"));
/// ```
pub fn call_to_html(report: &CallReport<'_>) -> String {
    let title = escape(&one_line(report.title()));
    let mut out = String::from("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n");
    out.push_str("<meta name=\"referrer\" content=\"no-referrer\">\n");
    // Whatever might slip through, the page runs and loads nothing.
    out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    push(
        &mut out,
        &[
            "<title>",
            &title,
            "</title>\n<style>\n",
            STYLE,
            "</style>\n</head>\n<body>\n",
        ],
    );
    push(&mut out, &["<h1 dir=\"auto\">", &title, "</h1>\n"]);
    let facts = report.facts();
    if !facts.is_empty() || report.recording_url.is_some() {
        out.push_str("<dl>\n");
        for (name, value) in facts {
            push(
                &mut out,
                &[
                    "<dt>",
                    name,
                    "</dt><dd dir=\"auto\">",
                    &escape(&value),
                    "</dd>\n",
                ],
            );
        }
        if let Some(url) = report.recording_url {
            let shown = escape(url);
            out.push_str("<dt>Recording</dt><dd>");
            match is_web_link(url) {
                true => push(
                    &mut out,
                    &[
                        "<a href=\"",
                        &shown,
                        "\" rel=\"noreferrer\">",
                        &shown,
                        "</a>",
                    ],
                ),
                false => out.push_str(&shown),
            }
            out.push_str("</dd>\n");
        }
        out.push_str("</dl>\n");
    }
    if let Some(digest) = report.digest {
        push(
            &mut out,
            &[
                "<h2>Digest</h2>\n<p dir=\"auto\">",
                &escape(digest),
                "</p>\n",
            ],
        );
    }
    if !report.summary.is_empty() {
        out.push_str("<h2>Summary</h2>\n");
        for row in report.summary {
            push(
                &mut out,
                &["<h3 dir=\"auto\">", &escape(&row.category), "</h3>\n"],
            );
            score(&mut out, &row.score_text);
            if let Some(text) = &row.text {
                push(&mut out, &["<p dir=\"auto\">", &escape(text), "</p>\n"]);
            }
        }
    }
    if !report.questions.is_empty() {
        out.push_str("<h2>Questions</h2>\n");
        for row in report.questions {
            let question = row.question.as_deref().unwrap_or("(no question)");
            push(
                &mut out,
                &["<h3 dir=\"auto\">", &escape(question), "</h3>\n"],
            );
            if let Some(response) = &row.response {
                push(
                    &mut out,
                    &[
                        "<blockquote dir=\"auto\">",
                        &escape(response),
                        "</blockquote>\n",
                    ],
                );
            }
            score(&mut out, &row.score_text);
        }
    }
    if !report.turns.is_empty() {
        out.push_str("<h2>Transcript</h2>\n");
        for turn in report.turns {
            let class = match turn.role {
                Role::Human => "turn human",
                _ => "turn",
            };
            let who = escape(&one_line(turn.name()));
            push(
                &mut out,
                &[
                    "<div class=\"",
                    class,
                    "\"><span class=\"who\" dir=\"auto\">",
                    &who,
                    "</span>",
                ],
            );
            if let Some(time) = turn.start_time {
                push(
                    &mut out,
                    &[" <span class=\"when\">", &clock(time), "</span>"],
                );
            }
            push(
                &mut out,
                &["<p dir=\"auto\">", &escape(turn.text), "</p></div>\n"],
            );
        }
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn score(out: &mut String, score: &Option<String>) {
    if let Some(score) = score {
        push(out, &["<p>Score: <bdi>", &escape(score), "</bdi></p>\n"]);
    }
}

/// Text as HTML, in elements and in quoted attributes. Control characters, which HTML cannot have,
/// become U+FFFD.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\r' => out.push_str("&#13;"),
            '\n' | '\t' => out.push(letter),
            _ if letter.is_control() => out.push('\u{FFFD}'),
            _ => out.push(letter),
        }
    }
    out
}
