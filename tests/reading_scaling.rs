//! The time grows linearly with the length of a text, for any content.
//!
//! The tests compare times within one run, because machines differ. With quadratic time, eight times the
//! text would take 64 times as long; the bound is wide enough for a noisy machine.

#![cfg(not(target_arch = "wasm32"))]

use cpu_time::ThreadTime;
use ninjahire_calls::{assessment::*, reading::*};
use std::time::Duration;

/// Texts that make careless parsers slow.
const FAMILIES: [&str; 34] = [
    "\n",
    "\r",
    "\r\n",
    " ",
    "\t",
    "\u{A0}",
    "\u{3000}",
    "\u{FEFF}",
    "\u{200F}",
    ":",
    "：",
    "::",
    "BOT:",
    "BOT: ",
    "BOT:\n",
    "\nBOT:\nHUMAN:",
    "BOT",
    "bot ",
    "BO",
    "BOT (",
    "[",
    "[[1] ",
    "(",
    "*",
    "_",
    "**BOT",
    "#",
    "> ",
    "00:00:0",
    "[00:00:04] ",
    "\\n",
    "\\",
    "\"",
    "“BOT: x. ",
];

/// The same after a start that gives the text another shape.
const BEGINNINGS: [&str; 4] = ["", "BOT: Hi. HUMAN: Hello. ", "BOT: a\nHUMAN: b\n", "x "];

/// Whether `run` takes at most about `factor` times as long for `factor` times the size. A result
/// that is too slow is measured again. It measures the thread's processor time, because other work
/// changes the wall time.
fn scales(name: &str, small: usize, factor: usize, run: &dyn Fn(usize)) {
    measured_scales(name, small, factor, &|size| {
        let start = ThreadTime::now();
        run(size);
        start.elapsed()
    });
}

/// The same where `time` measures by itself.
fn measured_scales(name: &str, small: usize, factor: usize, time: &dyn Fn(usize) -> Duration) {
    let mut measured = (Duration::ZERO, Duration::ZERO);
    for _ in 0..4 {
        measured = (time(small), time(small * factor));
        let floor = Duration::from_micros(500);
        if measured.1 < measured.0.max(floor) * factor as u32 * 3 {
            return;
        }
    }
    panic!("{name}: {:?} became {:?}", measured.0, measured.1);
}

fn transcripts_scale(small: usize, factor: usize, options: &TranscriptOptions) {
    for family in FAMILIES {
        for beginning in BEGINNINGS {
            let name = format!("{beginning:?} + {family:?}");
            measured_scales(&name, small, factor, &|size| {
                // Not measured: to make 64 MB takes longer than to read them, where they are one turn,
                // and as long as the machine is short of memory.
                let text = beginning.to_owned() + &family.repeat(size / family.len());
                let start = ThreadTime::now();
                let turns = parse_transcript(&text, options);
                std::hint::black_box(utf16_turns(&text, &turns));
                start.elapsed()
            });
        }
    }
}

#[test]
fn eight_times_the_text_takes_about_eight_times_as_long() {
    transcripts_scale(8 << 10, 8, &TranscriptOptions::default());
}

#[test]
fn with_custom_labels_it_is_the_same() {
    let own = TranscriptOptions::default().with_role("Nina Ω", Role::Bot);
    transcripts_scale(4 << 10, 8, &own);
}

#[test]
#[ignore = "takes minutes: cargo test --release --test reading_scaling -- --ignored"]
fn sixty_four_megabytes_take_sixty_four_times_as_long_as_one() {
    transcripts_scale(1 << 20, 64, &TranscriptOptions::default());
}

#[test]
fn the_format_of_eight_times_the_text_takes_about_eight_times_as_long() {
    for family in FAMILIES {
        scales(family, 8 << 10, 8, &|size| {
            let text = "BOT: a\nHUMAN: b\n".to_owned() + &family.repeat(size / family.len());
            std::hint::black_box(detect_format(&text, &TranscriptOptions::default()));
        });
    }
}

#[test]
fn questions_and_summary_scale_as_well() {
    for family in [
        "[",
        "{",
        "\"",
        ",",
        "\\",
        "[{\"question\":",
        "{\"a\":",
        "{\"question\":\"Q\"},",
        "```",
        "[\"",
        "\"a\":1,",
        "{}",
        "[],",
        "'",
        "{'a': ",
        "('a', ",
        "a(b=",
        "“",
        "'a' ",
        "None, ",
        "8, ",
        "x(1,2),",
        "',a",
        "// ",
        "\\u",
    ] {
        for beginning in ["", "[", "{\"questions\":[", "{\"a\":[{\"name\":\"x\","] {
            scales(
                &format!("{beginning:?} + {family:?}"),
                8 << 10,
                8,
                &|size| {
                    let text = beginning.to_owned() + &family.repeat(size / family.len());
                    std::hint::black_box(parse_questions(&text));
                    std::hint::black_box(parse_summary(&text));
                },
            );
        }
    }
}

#[cfg(feature = "reading")]
#[test]
fn searching_masking_and_counting_scale_as_well() {
    use ninjahire_calls::reading::{masking::*, search::*, statistics::*};
    for family in [
        "a",
        "é",
        "五",
        "a ",
        "@",
        "a@",
        "a@b.",
        ".",
        "www.",
        "www.)",
        "://",
        "a.com/",
        "1",
        "1 ",
        "+1",
        "(1",
        "1-",
        "2026-05-01 ",
        "call 1 ",
        "1, ",
        "1 uh ",
        "a@例.",
        "one at ",
        "dot dev ",
        "\u{301}",
        "한",
        "?",
        "\n",
    ] {
        scales(family, 8 << 10, 8, &|size| {
            let text = family.repeat(size / family.len());
            let turn = Spoken {
                role: Role::Human,
                label: None,
                text: &text,
                start_time: None,
            };
            for query in ["aaaaaaab", "a a", "11", "五五"] {
                let whole = SearchOptions { whole_word: true };
                std::hint::black_box(search_transcript(&[turn], query, &whole));
            }
            let options = MaskOptions {
                terms: vec!["a".to_owned(), "1 1".to_owned()],
                replacement: None,
            };
            std::hint::black_box(mask_contact_details(&[turn], &options));
            std::hint::black_box(transcript_stats(&[turn]));
        });
    }
}

#[cfg(feature = "reading")]
#[test]
fn evidence_scales_as_well() {
    use ninjahire_calls::reading::evidence::link_evidence;
    for family in [
        "a",
        "ab ",
        "是",
        "notice period ",
        "Notice? ",
        "aaa1 aaa2 aaa3 ",
        "1 ",
        "?",
        "\n",
    ] {
        scales(family, 2 << 10, 8, &|size| {
            let long = family.repeat(size / family.len());
            let turn = |role, text| Spoken {
                role,
                label: None,
                text,
                start_time: None,
            };
            let turns = [
                turn(Role::Bot, "What is your notice period?"),
                turn(Role::Human, "A month."),
                turn(Role::Bot, &long),
                turn(Role::Human, &long),
            ];
            let row = |question: &str, response: &str| QuestionRow {
                question: Some(question.to_owned()),
                response: Some(response.to_owned()),
                ..QuestionRow::default()
            };
            let rows = [
                row("What is your notice period?", "A month"),
                row(&long, &long),
            ];
            std::hint::black_box(link_evidence(&turns, &rows));
        });
        scales(family, 2 << 10, 8, &|size| {
            let turns: Vec<Spoken<'_>> = (0..size / 32)
                .map(|turn| Spoken {
                    role: if turn % 2 == 0 {
                        Role::Bot
                    } else {
                        Role::Human
                    },
                    label: None,
                    text: family,
                    start_time: None,
                })
                .collect();
            let rows = [QuestionRow {
                question: Some(family.to_owned()),
                response: Some(family.to_owned()),
                ..QuestionRow::default()
            }];
            std::hint::black_box(link_evidence(&turns, &rows));
        });
    }
}

#[cfg(feature = "reading")]
#[test]
#[ignore = "needs the release profile: cargo test --release --features reading --test reading_scaling -- --ignored megabyte --nocapture"]
fn a_megabyte_takes_well_under_a_second() {
    use ninjahire_calls::reading::{evidence::link_evidence, masking::*, search::*, statistics::*};
    for family in [
        "a ",
        "call me on 4155550132 or ",
        "sam at example dot com ",
        "ab1 ",
        "是",
        "a@b.co ",
        "é ",
        "1 ",
        "1-",
        "ß",
        "What is your notice period? ",
    ] {
        let text = family.repeat((1 << 20) / family.len());
        let turn = |role, text| Spoken {
            role,
            label: None,
            text,
            start_time: None,
        };
        let turns = [
            turn(Role::Bot, text.as_str()),
            turn(Role::Human, text.as_str()),
        ];
        let row = |question: &str, response: &str| QuestionRow {
            question: Some(question.to_owned()),
            response: Some(response.to_owned()),
            ..QuestionRow::default()
        };
        let rows = [row(family, family), row(&text, "yes"), row("a", &text)];
        let time = |name: &str, run: &dyn Fn()| {
            let start = ThreadTime::now();
            run();
            let elapsed = start.elapsed();
            println!("{name:10} {elapsed:10.1?} {family:?}");
            assert!(
                elapsed < Duration::from_millis(900),
                "{name} {family:?}: {elapsed:?}"
            );
        };
        time("mask", &|| {
            std::hint::black_box(mask_contact_details(&turns[..1], &MaskOptions::default()));
        });
        time("search", &|| {
            let whole = SearchOptions { whole_word: true };
            std::hint::black_box(search_transcript(&turns[..1], "notice period", &whole));
        });
        time("stats", &|| {
            std::hint::black_box(transcript_stats(&turns[..1]));
        });
        time("evidence", &|| {
            std::hint::black_box(link_evidence(&turns, &rows));
        });
    }
}
