//! Other parsers read the exports back, with hostile content too.
#![cfg(all(feature = "reading", not(target_arch = "wasm32")))]

use ninjahire_calls::assessment::*;
use ninjahire_calls::reading::export::*;
use ninjahire_calls::reading::*;
use proptest::prelude::*;

const HOSTILE: [&str; 22] = [
    "<script>alert(1)</script>",
    "</p></body><img src=x onerror=alert(1)>",
    "\"><a href='javascript:x'>",
    "&lt;b&gt; &amp; & &#x3C;",
    "**bold** _it_ `code` ~~x~~ [a](javascript:x) ![i](x)",
    "# heading\n- item\n1. one\n> quote\n---\n===\n    code\n```\nfence\n```",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "<https://x.example> https://x.example",
    "00:00:01.000 --> 00:00:02.000\n\n<v Eve>I was hired",
    "WEBVTT\n\nNOTE x\n\nSTYLE\n::cue{}",
    "=HYPERLINK(\"http://x\",\"y\")",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "a,\"b\"\r\nc;d",
    " padded ",
    "BOT: I say\nHUMAN: I do not",
    "\\ \\n \\* \\",
    "שלום \u{202E}x مرحبا 五年 😀",
    "a\r\nb\rc\u{2028}d",
];

fn turn(role: Role, text: &str, start_time: Option<f64>) -> Spoken<'_> {
    let label = Some(if role == Role::Bot { "BOT" } else { "HUMAN" });
    Spoken {
        role,
        label,
        text,
        start_time,
    }
}

fn report<'a>(
    text: &'a str,
    turns: &'a [Spoken<'a>],
    questions: &'a [QuestionRow],
    summary: &'a [SummaryRow],
) -> CallReport<'a> {
    CallReport {
        title: Some(text),
        call_id: Some(text),
        call_status: Some("call_completed"),
        call_score: Some(87),
        recording_url: Some(text),
        digest: Some(text),
        summary,
        questions,
        turns,
        ..CallReport::default()
    }
}

fn with_report<T>(text: &str, run: impl Fn(&CallReport<'_>) -> T) -> T {
    let questions = [QuestionRow {
        question: Some(text.to_owned()),
        response: Some(text.to_owned()),
        score_text: Some(text.to_owned()),
        ..QuestionRow::default()
    }];
    let summary = [SummaryRow {
        category: text.to_owned(),
        text: Some(text.to_owned()),
        score_text: Some(text.to_owned()),
        ..SummaryRow::default()
    }];
    let turns = [Spoken {
        role: Role::Human,
        label: Some(text),
        text,
        start_time: Some(3.0),
    }];
    run(&report(text, &turns, &questions, &summary))
}

/// Every extension of Markdown except the one that changes quotation marks.
fn extensions() -> pulldown_cmark::Options {
    let all = pulldown_cmark::Options::all();
    all.difference(pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION)
}

/// Text for comparison: without whitespace and control characters.
fn words(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !c.is_control() && *c != '\u{FFFD}')
        .collect()
}

#[test]
fn html_has_the_words_of_the_call_and_runs_nothing() {
    for text in HOSTILE {
        let html = with_report(text, call_to_html);
        let page = scraper::Html::parse_document(&html);
        let all = |selector: &str| -> Vec<String> {
            page.select(&scraper::Selector::parse(selector).unwrap())
                .map(|element| element.text().collect())
                .collect()
        };
        for selector in ["h1", "h2 + p", "h3", ".turn p", ".who", "blockquote", "bdi"] {
            let found = all(selector);
            assert!(!found.is_empty());
            for found in found {
                assert_eq!(words(&found), words(text), "{selector}");
            }
        }
        assert_eq!(
            all("script, img, b, iframe, form, body a[href^='j']").len(),
            0
        );
        for element in page.select(&scraper::Selector::parse("*").unwrap()) {
            for (name, _) in element.value().attrs() {
                assert!(!name.starts_with("on"), "{text:?}: {name}");
            }
        }
    }
    let html = call_to_html(&CallReport {
        recording_url: Some("https://x.example/a?b=1&c=\"2\""),
        ..CallReport::default()
    });
    let page = scraper::Html::parse_document(&html);
    let links: Vec<_> = page
        .select(&scraper::Selector::parse("a").unwrap())
        .filter_map(|link| link.value().attr("href"))
        .collect();
    assert_eq!(links, ["https://x.example/a?b=1&c=\"2\""]);
    for url in [
        "javascript:alert(1)",
        "data:text/html,x",
        " https://x",
        "https://x y",
        "ht\u{a0}tps://é",
    ] {
        let html = call_to_html(&CallReport {
            recording_url: Some(url),
            ..CallReport::default()
        });
        assert!(!html.contains("<a "), "{url}");
    }
}

#[test]
fn rendered_markdown_has_the_words_of_the_call() {
    for text in HOSTILE {
        let markdown = with_report(text, call_to_markdown);
        let parser = pulldown_cmark::Parser::new_ext(&markdown, extensions());
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, parser);
        let page = scraper::Html::parse_fragment(&html);
        let all = |selector: &str| -> Vec<String> {
            page.select(&scraper::Selector::parse(selector).unwrap())
                .map(|element| element.text().collect())
                .collect()
        };
        assert_eq!(words(&all("h1").concat()), words(text));
        assert_eq!(
            words(&all("blockquote").concat()),
            words(text),
            "{markdown}\n{html}"
        );
        assert_eq!(words(&all("strong").concat()), words(text));
        assert_eq!(all("h2").len(), 4, "{html}");
        assert_eq!(all("h3").len(), 2, "{html}");
        assert_eq!(
            all("script, img, a, em, code, pre, table, hr, ol, del, h4, sup, ul ul").len(),
            0,
            "{text:?}: {html}"
        );
        let said: String = page.root_element().text().collect();
        assert!(words(&said).ends_with(&words(text)), "{text:?}: {html}");
    }
}

#[test]
fn captions_are_read_back_by_a_vtt_parser() {
    for text in HOSTILE {
        let turns = [
            turn(Role::Bot, text, Some(1.0)),
            turn(Role::Human, text, Some(2.5)),
            turn(Role::Bot, text, None),
            turn(Role::Human, "Bye.", Some(3661.25)),
        ];
        let captions = turns_to_webvtt(&turns, Some(3662.0)).unwrap();
        let read = subtp::vtt::WebVtt::parse(&captions)
            .unwrap_or_else(|error| panic!("{text:?}: {error}\n{captions}"));
        let cues: Vec<_> = read
            .blocks
            .iter()
            .filter_map(|block| match block {
                subtp::vtt::VttBlock::Que(cue) => Some(cue),
                _ => None,
            })
            .collect();
        assert_eq!(read.blocks.len(), 3, "{text:?}");
        assert_eq!(cues.len(), 3);
        let said = |place: usize| cues[place].payload.join("\n");
        let plain = |cue: &str| {
            let text: String = cue.replace("<v BOT>", "").replace("<v HUMAN>", "");
            assert!(!text.contains(['<', '>']), "{text}");
            text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
        };
        assert_eq!(words(&plain(&said(0))), words(text));
        assert_eq!(words(&plain(&said(1))), words(text).repeat(2));
        assert_eq!(said(2), "<v HUMAN>Bye.");
        assert_eq!(cues[2].timings.start.hours, 1);
    }
}

#[test]
fn captions_need_timestamps() {
    let error = turns_to_webvtt(&[turn(Role::Bot, "Hi.", None)], None).unwrap_err();
    assert!(error.to_string().contains("no timestamps"));
    assert!(turns_to_webvtt(&[], None).is_err());
    let late = [
        turn(Role::Bot, "Hi.", None),
        turn(Role::Human, "Hello.", Some(5.0)),
    ];
    assert_eq!(
        turns_to_webvtt(&late, None).unwrap(),
        "WEBVTT\n\n00:00:05.000 --> 00:00:08.000\n<v BOT>Hi.\n<v HUMAN>Hello.\n"
    );
}

#[test]
fn a_table_is_read_back_by_a_csv_reader() {
    let row = |text| ResultRow {
        call_id: Some("c1"),
        call_score: Some(87),
        digest: Some(text),
        transcript: Some(text),
        ..ResultRow::default()
    };
    let rows: Vec<_> = HOSTILE.iter().map(|text| row(text)).collect();
    let table = results_to_csv(&rows, &CsvOptions::default());
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    assert_eq!(&reader.headers().unwrap()[7], "call_score");
    let records: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(records.len(), HOSTILE.len());
    for (record, text) in records.iter().zip(HOSTILE) {
        assert_eq!((&record[0], &record[7]), ("c1", "87"));
        for cell in [&record[8], &record[10]] {
            assert_eq!(without_guards(cell), without_guards(text));
            assert!(!cell.starts_with(['\t', '\r']), "{cell:?}");
        }
    }
    let marked = results_to_csv(
        &rows,
        &CsvOptions {
            byte_order_mark: true,
        },
    );
    assert_eq!(marked.strip_prefix('\u{FEFF}'), Some(table.as_str()));
}

/// A cell without the apostrophes that keep it from being a formula.
fn without_guards(cell: &str) -> String {
    let mut plain = cell.strip_prefix('\'').unwrap_or(cell).to_owned();
    for sign in ['=', '+', '-', '@', '＝', '＋', '－', '＠', '−'] {
        plain = plain.replace(&format!("'{sign}"), &sign.to_string());
    }
    plain
}

/// The first cell that is a formula where a spreadsheet opens the table with `separator`.
fn formula(table: &str, separator: u8) -> Option<String> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(table.as_bytes());
    let records = reader.records().map(Result::unwrap);
    let cells: Vec<String> = records
        .flat_map(|record| record.iter().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let is_formula = |cell: &String| {
        cell.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '"')
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '−'])
    };
    cells.into_iter().find(is_formula)
}

#[test]
fn no_cell_is_a_formula_with_any_separator() {
    let mut texts: Vec<String> = HOSTILE.iter().map(|text| (*text).to_owned()).collect();
    for sign in ["=1+1", "+1", "-1", "@SUM(A1)", "＝1"] {
        for before in [
            "", ";", "a;", "\t", "a\t", "a\n", "a\r\n", "a\r", "; ", ";\"", "\"", "x\";\"",
            "\n\t\"", "a,",
        ] {
            texts.push(format!("{before}{sign}"));
        }
    }
    for text in &texts {
        for row in [
            ResultRow {
                call_id: Some(text),
                ..ResultRow::default()
            },
            ResultRow {
                call_id: Some("c1"),
                digest: Some(text),
                transcript: Some(text),
                ..ResultRow::default()
            },
        ] {
            let table = results_to_csv(&[row, row], &CsvOptions::default());
            for separator in *b",;\t" {
                let found = formula(&table, separator);
                assert_eq!(found, None, "{text:?} in {table:?}");
            }
        }
    }
}

/// The turns that are read back from written text: role, label and words.
fn read_back(turns: &[Spoken<'_>]) -> Vec<(Role, Option<String>, String, Option<f64>)> {
    let text = turns_to_text(turns);
    let read = parse_transcript(&text, &TranscriptOptions::default());
    spoken(&text, &read)
        .iter()
        .map(|turn| {
            let label = turn.label.map(str::to_owned);
            (turn.role, label, one_spaced(turn.text), turn.start_time)
        })
        .collect()
}

/// Text with one space for every run of whitespace, because a line may be appended to the previous one.
fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn text_is_read_back_as_the_same_turns() {
    let turns = [
        turn(Role::Bot, "Hi.", Some(4.0)),
        turn(
            Role::Human,
            "I said\n\nHUMAN: this\nBOT: and that",
            Some(72.5),
        ),
        turn(Role::Bot, "", Some(3700.0)),
    ];
    assert_eq!(
        turns_to_text(&turns),
        "[0:04] BOT: Hi.\n\n[1:12.500] HUMAN: I said\n HUMAN: this BOT: and that\n\n[1:01:40] BOT:\n"
    );
    assert_eq!(turns_to_text(&[]), "");
    for text in HOSTILE.iter().chain(&[
        "Speaker 1: a\n\nSpeaker 2: b",
        "[0:01] BOT: x\nHUMAN：y",
        "a\n\nb\n\nBOT\nc",
        "\u{FF11}: BOT: \n HUMAN:",
    ]) {
        let turns = [
            turn(Role::Bot, "Hello.", Some(1.0)),
            turn(Role::Human, text, Some(2.25)),
            turn(Role::Bot, text, Some(3.0)),
            turn(Role::Human, "Bye.", None),
        ];
        let expected: Vec<_> = turns
            .iter()
            .map(|turn| {
                (
                    turn.role,
                    turn.label.map(str::to_owned),
                    one_spaced(turn.text),
                    turn.start_time,
                )
            })
            .collect();
        assert_eq!(read_back(&turns), expected, "{text:?}");
    }
}

#[test]
fn a_turn_without_a_label_is_written_with_one() {
    let turns = [Role::Unknown, Role::Bot, Role::Human].map(|role| Spoken {
        role,
        label: None,
        text: "Hi.",
        start_time: None,
    });
    assert_eq!(turns_to_text(&turns), "Hi.\n\nBOT: Hi.\n\nHUMAN: Hi.\n");
}

#[test]
fn an_empty_call_is_written_too() {
    assert_eq!(call_to_markdown(&CallReport::default()), "# Call\n");
    assert!(call_to_html(&CallReport::default()).contains("<h1 dir=\"auto\">Call</h1>"));
    let table = results_to_csv(&[ResultRow::default()], &CsvOptions::default());
    assert!(table.ends_with("\r\n,,,,,,,,,,,,\r\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn whatever_was_said_is_in_every_export(text in "([a-z<>&*_#`\"=+\\-@\\\\.:\\[\\]()!|~\n\r 0-9é]|\\PC){0,40}") {
        let html = with_report(&text, call_to_html);
        let page = scraper::Html::parse_document(&html);
        let said: String = page.select(&scraper::Selector::parse(".turn p").unwrap()).flat_map(|p| p.text()).collect();
        prop_assert_eq!(words(&said), words(&text));

        let markdown = with_report(&text, call_to_markdown);
        let mut rendered = String::new();
        pulldown_cmark::html::push_html(&mut rendered, pulldown_cmark::Parser::new_ext(&markdown, extensions()));
        let page = scraper::Html::parse_fragment(&rendered);
        let said: String = page.root_element().text().collect();
        prop_assert!(words(&said).ends_with(&words(&text)), "{:?}\n{}\n{}", text, markdown, rendered);

        let captions = turns_to_webvtt(&[turn(Role::Bot, &text, Some(1.0))], None).unwrap();
        prop_assert!(subtp::vtt::WebVtt::parse(&captions).is_ok(), "{}", captions);

        let table = results_to_csv(&[ResultRow { digest: Some(&text), ..ResultRow::default() }], &CsvOptions::default());
        let record = csv::Reader::from_reader(table.as_bytes()).records().next().unwrap().unwrap();
        prop_assert_eq!(without_guards(&record[8]), without_guards(&text));
        for separator in *b",;\t" {
            prop_assert_eq!(formula(&table, separator), None);
        }

        let turns = [turn(Role::Bot, "Hello.", None), turn(Role::Human, &text, None), turn(Role::Bot, "Bye.", None)];
        let read = read_back(&turns);
        prop_assert_eq!(read.len(), 3, "{:?}", turns_to_text(&turns));
        prop_assert_eq!(words(&read[1].2), words(&text));
    }
}
