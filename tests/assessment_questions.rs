//! `questions_response` in every known form, and damaged.

use ninjahire_calls::assessment::*;
use proptest::prelude::*;

/// `question|response|score|score text` of every row.
fn rows(raw: &str) -> Vec<String> {
    parse_questions(raw)
        .rows
        .iter()
        .map(|row| {
            format!(
                "{}|{}|{}|{}",
                row.question.as_deref().unwrap_or("-"),
                row.response.as_deref().unwrap_or("-"),
                row.score.map_or("-".to_owned(), |score| score.to_string()),
                row.score_text.as_deref().unwrap_or("-"),
            )
        })
        .collect()
}

fn problems(raw: &str) -> Vec<String> {
    parse_questions(raw)
        .problems
        .iter()
        .map(|problem| {
            format!(
                "{}: expected {}, found {}",
                problem.path, problem.expected, problem.found
            )
        })
        .collect()
}

#[track_caller]
fn reads(raw: &str, expected: &[&str]) {
    assert_eq!(rows(raw), expected, "{raw}");
    assert_eq!(problems(raw), [""; 0], "{raw}");
}

#[test]
fn an_array_of_questions_is_read() {
    reads(
        r#"[{"question":"Why?","response":"Because.","score":8},{"question":"When?","response":"Now.","score":7.5}]"#,
        &["Why?|Because.|8|8", "When?|Now.|7.5|7.5"],
    );
}

#[test]
fn nothing_is_no_rows_and_no_problem() {
    for raw in [
        "",
        "  \n",
        "\u{FEFF}",
        "null",
        "[]",
        "{\"questions\":[]}",
        "\"\"",
        "```json\n```",
    ] {
        reads(raw, &[]);
    }
}

#[test]
fn keys_have_many_names() {
    for raw in [
        r#"[{"question":"Q","answer":"A","score":1}]"#,
        r#"[{"question_text":"Q","candidate_response":"A","rating":1}]"#,
        r#"[{"questionText":"Q","candidateAnswer":"A","Score":1}]"#,
        r#"[{"Question":"Q","Response":"A","Rating":1}]"#,
        r#"[{"text":"Q","response":"A","question_score":1}]"#,
        r#"[{"prompt":"Q","user_response":"A","points":1}]"#,
        r#"[{"q":"Q","a":"A","score":1}]"#,
        r#"[{"Question":"Q","Candidate Response":"A","Score (0-10)":1}]"#,
    ] {
        reads(raw, &["Q|A|1|1"]);
    }
    reads(
        r#"[{"question":null,"text":"Q","answer":"A"}]"#,
        &["Q|A|-|-"],
    );
}

#[test]
fn scores_are_read_as_given() {
    for (given, expected) in [
        ("8", "8|8"),
        ("8.50", "8.5|8.50"),
        ("-1", "-1|-1"),
        ("\"8\"", "8|8"),
        ("\" 7,5 \"", "7.5| 7,5 "),
        ("\"8/10\"", "8|8/10"),
        ("\"8 / 10\"", "8|8 / 10"),
        ("\"7 out of 10\"", "7|7 out of 10"),
        ("\"85%\"", "85|85%"),
        ("null", "-|-"),
    ] {
        let raw = format!(r#"[{{"question":"Q","score":{given}}}]"#);
        reads(&raw, &[&format!("Q|-|{expected}")]);
    }
    for (given, expected) in [
        ("\"good\"", "-|good"),
        ("\"\"", "-|"),
        ("\"8 years\"", "-|8 years"),
        ("1e999", "-|1e999"),
        ("true", "-|-"),
        ("[8]", "-|-"),
        ("{\"value\":8,\"max\":10}", "8|8"),
    ] {
        let raw = format!(r#"[{{"question":"Q","score":{given}}}]"#);
        assert_eq!(rows(&raw), [format!("Q|-|{expected}")]);
        assert_eq!(problems(&raw).is_empty(), given.starts_with('{'));
    }
    assert_eq!(
        problems(r#"[{"question":"Q","score":"good"}]"#),
        ["[0].score: expected a number, found \"good\""]
    );
}

#[test]
fn a_question_of_null_is_none() {
    reads(
        r#"[{"question":null,"response":"A","score":3}]"#,
        &["-|A|3|3"],
    );
    reads(
        r#"[{"question":"Q","response":null,"score":null}]"#,
        &["Q|-|-|-"],
    );
}

#[test]
fn items_may_be_strings_of_json() {
    reads(
        r#"["{\"question\":\"Q\",\"response\":\"A\",\"score\":\"4\"}","{\"question\":\"R\"}"]"#,
        &["Q|A|4|4", "R|-|-|-"],
    );
    reads(r#""[{\"question\":\"Q\"}]""#, &["Q|-|-|-"]);
}

#[test]
fn a_fenced_block_is_opened() {
    for raw in [
        "```json\n[{\"question\":\"Q\"}]\n```",
        "```\n[{\"question\":\"Q\"}]\n```\n",
        "Here you are:\n```JSON\n[{\"question\":\"Q\"}]\n```\nBye",
        "```json\n[{\"question\":\"Q\"}]",
    ] {
        reads(raw, &["Q|-|-|-"]);
    }
    reads(
        r#"[{"question":"What is ```json?"}]"#,
        &["What is ```json?|-|-|-"],
    );
}

#[test]
fn trailing_commas_and_line_breaks_in_strings_are_accepted() {
    reads(
        "[{\"question\":\"Q\",\"response\":\"one\ntwo\tthree\",},]",
        &["Q|one\ntwo\tthree|-|-"],
    );
    reads(r#"[{"question":"a, ] b,}"},]"#, &["a, ] b,}|-|-|-"]);
}

#[test]
fn an_object_may_replace_the_array_or_contain_it() {
    reads(r#"{"question":"Q","response":"A"}"#, &["Q|A|-|-"]);
    reads(r#"{"questions":[{"question":"Q"}]}"#, &["Q|-|-|-"]);
    reads(
        r#"{"version":2,"responses":[{"question":"Q"}]}"#,
        &["Q|-|-|-"],
    );
    reads(r#"{"screening":[{"question":"Q"}]}"#, &["Q|-|-|-"]);
    reads(
        r#"{"q1":{"question":"Q","answer":"A"},"Why?":{"answer":"B","score":2}}"#,
        &["Q|A|-|-", "Why?|B|2|2"],
    );
    reads(
        r#"[[{"question":"Q"}],[{"question":"R"}]]"#,
        &["Q|-|-|-", "R|-|-|-"],
    );
}

#[test]
fn objects_one_after_the_other_are_an_array() {
    reads(
        "{\"question\":\"Q\"}\n{\"question\":\"R\"}\n",
        &["Q|-|-|-", "R|-|-|-"],
    );
    reads(
        "{\"question\":\"Q\"},{\"question\":\"R\"}",
        &["Q|-|-|-", "R|-|-|-"],
    );
}

#[test]
fn cut_off_text_is_read_and_reported() {
    let raw = r#"[{"question":"Q","response":"A","score":8},{"question":"R","response":"I wa"#;
    assert_eq!(rows(raw), ["Q|A|8|8", "R|I wa|-|-"]);
    assert_eq!(
        problems(raw),
        [": expected whole JSON, found it is cut off"]
    );
    assert_eq!(
        rows("{\"question\":\"Q\"}\n{\"question\":\"Why R"),
        ["Q|-|-|-", "Why R|-|-|-"]
    );
}

#[test]
fn what_cannot_be_read_is_reported_and_the_rest_is_read() {
    let raw =
        r#"[null,{"question":"Q"},7,"free text",{"other":1},{"question":{"a":1},"response":"A"}]"#;
    assert_eq!(
        rows(raw),
        ["Q|-|-|-", "-|-|-|-", "-|-|-|-", "-|-|-|-", "-|A|-|-"]
    );
    assert_eq!(
        problems(raw),
        [
            "[0]: expected an object with a question, found null",
            "[2]: expected an object with a question, found 7",
            "[3]: expected an object with a question, found \"free text\"",
            "[4]: expected an object with a question, found an object without one",
            "[5].question: expected a string, found {\"a\":1}",
        ]
    );
    let read = parse_questions(raw);
    assert_eq!(read.rows[1].extra, [("value".to_owned(), "7".to_owned())]);
    assert_eq!(read.rows[3].extra, [("other".to_owned(), "1".to_owned())]);
    assert_eq!(
        read.rows[4].extra,
        [("question".to_owned(), "{\"a\":1}".to_owned())]
    );
    for raw in ["nonsense", "<html>", "{", "[{]", "tru", "7"] {
        assert!(!problems(raw).is_empty(), "{raw}");
    }
}

#[test]
fn extra_fields_are_kept_as_they_are() {
    let read = parse_questions(r#"[{"id":1.50,"question":"Q","tags":["a", "b"],"score":3}]"#);
    assert_eq!(
        read.rows[0].extra,
        [
            ("id".to_owned(), "1.50".to_owned()),
            ("tags".to_owned(), "[\"a\", \"b\"]".to_owned())
        ]
    );
}

#[test]
fn responses_may_be_several_strings_numbers_or_booleans() {
    reads(
        r#"[{"question":"Q","response":["one","two"]}]"#,
        &["Q|one\ntwo|-|-"],
    );
    reads(
        r#"[{"question":"Q","responses":["one","two"]}]"#,
        &["Q|one\ntwo|-|-"],
    );
    reads(r#"[{"question":"Q","response":5}]"#, &["Q|5|-|-"]);
    reads(r#"[{"question":"Q","response":true}]"#, &["Q|true|-|-"]);
    reads(r#"[{"question":{"text":"Q"},"response":""}]"#, &["Q||-|-"]);
}

#[test]
fn lone_surrogates_duplicate_keys_and_a_byte_order_mark_are_accepted() {
    reads("\u{FEFF}[{\"question\":\"Q\"}]", &["Q|-|-|-"]);
    reads(
        r#"[{"question":"\ud83d","question":"Q\udc00"}]"#,
        &["Q\u{FFFD}|-|-|-"],
    );
}

#[test]
fn depth_is_bounded() {
    let deep = "[".repeat(200_000) + &"]".repeat(200_000);
    assert_eq!(problems(&deep).len(), 1);
    let mut strings = r#"[{"question":"Q"}]"#.to_owned();
    for _ in 0..10 {
        strings = serde_json::to_string(&strings).unwrap();
    }
    assert_eq!(problems(&strings).len(), 1);
    assert_eq!(problems(&"[{\"a\":".repeat(50_000)).len(), 1);
}

fn damaged() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        proptest::sample::select(vec![
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "\"",
            "\\",
            "\\\"",
            "\\u",
            "\\ud83d",
            "null",
            "true",
            "1",
            "-1.5e3",
            "\"question\":",
            "\"response\":",
            "\"score\":",
            "\"a\"",
            "\"8/10\"",
            "```",
            "```json\n",
            "\n",
            " ",
            "\u{FEFF}",
            "é",
            "\0",
            "\u{1}",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_text_makes_it_fail(raw in damaged()) {
        let read = parse_questions(&raw);
        parse_summary(&raw);
        if read.rows.is_empty() && read.problems.is_empty() {
            prop_assert!(serde_json::from_str::<Vec<()>>(&raw).is_err() || raw.trim() == "[]");
        }
    }

    #[test]
    fn cut_anywhere_the_whole_items_before_the_cut_are_read(cut in 0..200_usize, count in 1..5_usize) {
        let item = r#"{"question":"Q, [","response":"A}","score":8}"#;
        let whole = format!("[{}]", vec![item; count].join(","));
        let cut = cut.min(whole.len());
        let read = parse_questions(&whole[..cut]);
        let complete = if cut > 0 { (cut - 1) / (item.len() + 1) } else { 0 };
        prop_assert!(read.rows.len() >= complete.min(count));
        for row in read.rows.iter().take(complete) {
            prop_assert_eq!(row.score, Some(8.0));
            prop_assert_eq!(row.response.as_deref(), Some("A}"));
        }
    }
}
