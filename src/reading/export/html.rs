//! A call as an HTML page.

use super::report::{CallReport, is_web_link, timestamp};
use super::text::one_line;
use crate::transcript::Role;
use maud::{DOCTYPE, Markup, PreEscaped, html};

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

/// A second line of defence: even if an escape were missing, the page would run and load nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// Writes a call as one HTML page for printing. It has no script, loads nothing, and escapes all
/// text.
///
/// ```
/// use ninjahire_calls::reading::export::{CallReport, call_to_html};
///
/// let html = call_to_html(&CallReport { digest: Some("<script>"), ..CallReport::default() });
/// assert!(html.contains("&lt;script&gt;") && !html.contains("<script>"));
/// ```
pub fn call_to_html(report: &CallReport<'_>) -> String {
    let title = printable(&one_line(report.title()));
    let page = html! {
        (DOCTYPE)
        html {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta name="referrer" content="no-referrer";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 dir="auto" { (title) }
                (facts(report))
                @if let Some(digest) = report.digest {
                    h2 { "Digest" }
                    (paragraph(digest))
                }
                (summary(report))
                (questions(report))
                (transcript(report))
            }
        }
    };
    page.into_string()
}

fn facts(report: &CallReport<'_>) -> Markup {
    let facts = report.facts();
    html! {
        @if !facts.is_empty() || report.recording_url.is_some() {
            dl {
                @for (name, value) in facts {
                    dt { (name) }
                    dd dir="auto" { (printable(&value)) }
                }
                @if let Some(url) = report.recording_url {
                    dt { "Recording" }
                    dd {
                        @if is_web_link(url) {
                            a href=(url) rel="noreferrer" { (url) }
                        } @else {
                            (printable(url))
                        }
                    }
                }
            }
        }
    }
}

fn summary(report: &CallReport<'_>) -> Markup {
    html! {
        @if !report.summary.is_empty() {
            h2 { "Summary" }
            @for row in report.summary {
                h3 dir="auto" { (printable(&row.category)) }
                (score(row.score_text.as_deref()))
                @if let Some(text) = &row.text {
                    (paragraph(text))
                }
            }
        }
    }
}

fn questions(report: &CallReport<'_>) -> Markup {
    html! {
        @if !report.questions.is_empty() {
            h2 { "Questions" }
            @for row in report.questions {
                h3 dir="auto" { (printable(row.question.as_deref().unwrap_or("(no question)"))) }
                @if let Some(response) = &row.response {
                    blockquote dir="auto" { (printable(response)) }
                }
                (score(row.score_text.as_deref()))
            }
        }
    }
}

fn transcript(report: &CallReport<'_>) -> Markup {
    html! {
        @if !report.turns.is_empty() {
            h2 { "Transcript" }
            @for turn in report.turns {
                div class=(if turn.role == Role::Human { "turn human" } else { "turn" }) {
                    span class="who" dir="auto" { (printable(&one_line(turn.name()))) }
                    @if let Some(time) = turn.start_time {
                        " " span class="when" { (timestamp(time)) }
                    }
                    (paragraph(turn.text))
                }
            }
        }
    }
}

fn paragraph(text: &str) -> Markup {
    html! { p dir="auto" { (printable(text)) } }
}

fn score(score: Option<&str>) -> Markup {
    html! {
        @if let Some(score) = score {
            p { "Score: " bdi { (printable(score)) } }
        }
    }
}

/// `text` with U+FFFD for each control character that HTML does not allow.
fn printable(text: &str) -> String {
    text.replace(
        |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t'),
        "\u{FFFD}",
    )
}
