//! `call_summary` in every known form, and damaged.

use ninjahire_calls::assessment::*;

/// `category|score|text` of every row.
fn rows(raw: &str) -> Vec<String> {
    parse_summary(raw)
        .rows
        .iter()
        .map(|row| {
            format!(
                "{}|{}|{}",
                row.category,
                row.score_text.as_deref().unwrap_or("-"),
                row.text.as_deref().unwrap_or("-"),
            )
        })
        .collect()
}

#[track_caller]
fn reads(raw: &str, expected: &[&str]) {
    assert_eq!(rows(raw), expected, "{raw}");
    assert_eq!(parse_summary(raw).problems, [], "{raw}");
}

#[test]
fn values_may_be_prose_or_numbers() {
    reads(
        r#"{"Communication":"Clear and calm.","Skills":8,"Fit":"7/10","Salary":null,"Visa":false}"#,
        &[
            "Communication|-|Clear and calm.",
            "Skills|8|-",
            "Fit|7/10|-",
            "Salary|-|-",
            "Visa|-|false",
        ],
    );
}

#[test]
fn rows_keep_the_order_of_the_wire() {
    reads(
        r#"{"b":1,"a":2,"10":3,"9":4}"#,
        &["b|1|-", "a|2|-", "10|3|-", "9|4|-"],
    );
}

#[test]
fn values_may_be_objects_with_a_score_and_prose() {
    for (object, expected) in [
        (r#"{"score":8,"summary":"Good."}"#, "C|8|Good."),
        (r#"{"rating":"8","reason":"Good."}"#, "C|8|Good."),
        (r#"{"rating":"8/10","comment":"Good."}"#, "C|8/10|Good."),
        (r#"{"evidence":"Good."}"#, "C|-|Good."),
        (
            r#"{"score":8,"evidence":["Good.","Fine."]}"#,
            "C|8|Good.\nFine.",
        ),
        (
            r#"{"score":8,"summary":"Good.","evidence":"I did."}"#,
            "C|8|Good.\nI did.",
        ),
        (r#"{"score":null,"reason":null}"#, "C|-|-"),
        (r#"{}"#, "C|-|-"),
    ] {
        reads(&format!(r#"{{"C":{object}}}"#), &[expected]);
    }
    assert_eq!(
        parse_summary(r#"{"C":{"score":"8/10"}}"#).rows[0].score,
        Some(8.0)
    );
}

#[test]
fn other_members_of_an_assessment_are_kept() {
    let summary = parse_summary(r#"{"C":{"score":8,"weight":0.30,"tags":["x"],"reason":"Good."}}"#);
    assert_eq!(
        summary.rows[0].extra,
        [
            ("weight".to_owned(), "0.30".to_owned()),
            ("tags".to_owned(), "[\"x\"]".to_owned())
        ]
    );
}

#[test]
fn categories_may_be_nested() {
    reads(
        r#"{"Skills":{"Rust":{"score":9,"reason":"Deep."},"SQL":6,"English":"Fluent."}}"#,
        &[
            "Skills / Rust|9|Deep.",
            "Skills / SQL|6|-",
            "Skills / English|-|Fluent.",
        ],
    );
    reads(
        r#"{"Skills":{"score":8,"breakdown":{"Rust":9}}}"#,
        &["Skills|8|-", "Skills / breakdown / Rust|9|-"],
    );
    let summary = parse_summary(r#"{"Skills":{"Rust":9},"Fit":1}"#);
    assert_eq!(summary.rows[0].group.as_deref(), Some("Skills"));
    assert_eq!(summary.rows[1].group, None);
}

#[test]
fn categories_may_be_in_an_array() {
    reads(
        r#"{"categories":[{"category":"Skills","score":8,"comment":"Good."},{"name":"Fit","rating":2}]}"#,
        &["categories / Skills|8|Good.", "categories / Fit|2|-"],
    );
    reads(r#"[{"category":"Skills","score":8}]"#, &["Skills|8|-"]);
    reads(
        r#"{"Strengths":["calm","clear"]}"#,
        &["Strengths|-|calm\nclear"],
    );
}

#[test]
fn a_summary_may_be_a_string_or_in_a_fence() {
    reads(r#""{\"Skills\":8}""#, &["Skills|8|-"]);
    reads("```json\n{\"Skills\":8,}\n```", &["Skills|8|-"]);
    reads(
        r#"{"Skills":"{\"score\":8,\"reason\":\"Good.\"}"}"#,
        &["Skills|8|Good."],
    );
}

#[test]
fn nothing_is_no_rows_and_no_problem() {
    for raw in ["", " ", "null", "{}", "[]", "\"\""] {
        reads(raw, &[]);
    }
}

#[test]
fn what_cannot_be_read_is_reported_and_kept() {
    for (raw, kept) in [
        ("\"A strong call.\"", "|-|A strong call."),
        ("87", "|87|-"),
        (r#"{"C":{"score":"good"}}"#, "C|good|-"),
    ] {
        assert_eq!(rows(raw), [kept]);
        assert_eq!(parse_summary(raw).problems.len(), 1, "{raw}");
    }
    assert_eq!(parse_summary("nonsense").problems.len(), 1);
    let cut = parse_summary(r#"{"Skills":8,"Fit":{"score":7,"reas"#);
    assert_eq!(cut.rows.len(), 2);
    assert_eq!(cut.problems.len(), 1);
}

#[test]
fn depth_is_bounded() {
    let deep = "{\"a\":".repeat(100_000) + "1" + &"}".repeat(100_000);
    let summary = parse_summary(&deep);
    assert_eq!((summary.rows.len(), summary.problems.len()), (1, 1));
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    assert_eq!(parse_summary(&deep).problems.len(), 1);
    // Each item with a name adds two levels, so the bound must also hold on odd levels.
    let named = r#"[{"name":"a","b":"#.repeat(10_000) + "1" + &"}]".repeat(10_000);
    for deep in [named.clone(), format!("[{named}]")] {
        assert_eq!(parse_summary(&deep).problems.len(), 1);
    }
}

#[test]
fn a_prototype_key_and_duplicate_keys_are_data() {
    reads(
        r#"{"__proto__":1,"a":2,"a":3}"#,
        &["__proto__|1|-", "a|3|-"],
    );
}
