//! Assessments in other forms: as Python and JavaScript write data, cut off, as tables, keyed by the
//! question, in other languages.

use ninjahire_calls::assessment::*;

fn rows(raw: &str) -> Vec<String> {
    let show = |text: &Option<String>| text.clone().unwrap_or("-".to_owned());
    parse_questions(raw)
        .rows
        .iter()
        .map(|row| {
            let score = row.score.map_or("-".to_owned(), |score| score.to_string());
            format!("{}|{}|{score}", show(&row.question), show(&row.response))
        })
        .collect()
}

fn categories(raw: &str) -> Vec<String> {
    parse_summary(raw)
        .rows
        .iter()
        .map(|row| {
            let score = row.score.map_or("-".to_owned(), |score| score.to_string());
            format!(
                "{}|{score}|{}",
                row.category,
                row.text.as_deref().unwrap_or("-")
            )
        })
        .collect()
}

#[track_caller]
fn all_read(cases: &[(&str, &[&str])]) {
    for (raw, expected) in cases {
        assert_eq!(rows(raw), *expected, "{raw}");
        assert_eq!(parse_questions(raw).problems, [], "{raw}");
    }
}

#[test]
fn data_as_python_writes_it_is_read() {
    all_read(&[
        (
            "[{'question': 'Q', 'response': \"It's fine\", 'score': 8}]",
            &["Q|It's fine|8"],
        ),
        (
            "[{'question': 'Q', 'response': None, 'passed': True, 'score': 7.5}]",
            &["Q|-|7.5"],
        ),
        ("[('Q', 'A', 8), ('R', 'B', 7)]", &["Q|A|8", "R|B|7"]),
        ("[{u'question': u'Q', u'response': u'A'}]", &["Q|A|-"]),
        ("[Row(question='Q', response='A', score=8)]", &["Q|A|8"]),
        (
            "[{'question': 'Q', 'response': 'I don't know', 'score': 3}]",
            &["Q|I don't know|3"],
        ),
        (
            "[{'question': 'Q', 'response': 'one\\ntwo'}]",
            &["Q|one\ntwo|-"],
        ),
        ("[{'question': 'Q', 'score': Decimal('8.5')}]", &["Q|-|8.5"]),
    ]);
}

#[test]
fn data_as_javascript_writes_it_is_read() {
    all_read(&[
        ("[{question: 'Q', response: \"A\", score: 8,}]", &["Q|A|8"]),
        (
            "[{question: `Q`, response: undefined, score: .5}]",
            &["Q|-|0.5"],
        ),
        (
            "// rows\n[{/* one */ question: 'Q', response: 'A'}]",
            &["Q|A|-"],
        ),
        ("{question: 'Q', answer: 'A', rating: +8}", &["Q|A|8"]),
    ]);
}

#[test]
fn quotation_marks_within_strings_are_kept() {
    all_read(&[
        (
            "[{\"question\":\"Q\",\"response\":\"He said \"yes\" to me\",\"score\":8}]",
            &["Q|He said \"yes\" to me|8"],
        ),
        ("[{“question”: “Q”, “response”: “A”}]", &["Q|A|-"]),
    ]);
}

#[test]
fn missing_and_superfluous_commas_and_quotation_marks_are_fixed() {
    all_read(&[
        (
            "[{\"question\":\"Q\",\"response\":\"He said \"yes\", then left\"}]",
            &["Q|He said \"yes\", then left|-"],
        ),
        ("[{\"question\":\"Q\" \"response\":\"A\"}]", &["Q|A|-"]),
        (
            "[{\"question\":\"Q\",\"response\":A word}]",
            &["Q|A word|-"],
        ),
        (
            "{{'question': 'Q'}, {'question': 'R'}}",
            &["Q|-|-", "R|-|-"],
        ),
        ("[{question: Q, score: 8/10}]", &["Q|-|8"]),
    ]);
}

#[test]
fn dates_and_other_types_of_python_are_kept() {
    let raw = "[{'question': 'Q', 'response': 'caf\\xe9', 'score': nan, 'at': datetime.date(2024, 5, 1)}]";
    assert_eq!(rows(raw), ["Q|café|-"]);
    let read = parse_questions(raw);
    assert_eq!(read.problems, []);
    assert_eq!(
        read.rows[0].extra,
        [("at".to_owned(), "[2024,5,1]".to_owned())]
    );
}

#[test]
fn tables_and_keyed_objects_are_read() {
    all_read(&[
        ("[[\"Q\",\"A\",8],[\"R\",\"B\",7]]", &["Q|A|8", "R|B|7"]),
        (
            "[[\"question\",\"answer\",\"score\"],[\"Q\",\"A\",8]]",
            &["Q|A|8"],
        ),
        (
            "{\"Why do you apply?\": \"The team.\", \"When can you start?\": \"Now.\"}",
            &[
                "Why do you apply?|The team.|-",
                "When can you start?|Now.|-",
            ],
        ),
        (
            "{\"Why do you apply?\": {\"answer\": \"The team.\", \"score\": 8}}",
            &["Why do you apply?|The team.|8"],
        ),
        (
            "{\"question1\":\"Q\",\"answer1\":\"A\",\"score1\":8,\"question2\":\"R\",\"answer2\":\"B\"}",
            &["Q|A|8", "R|B|-"],
        ),
        (
            "{\"questions\":[\"Q\",\"R\"],\"answers\":[\"A\",\"B\"],\"scores\":[8,7]}",
            &["Q|A|8", "R|B|7"],
        ),
    ]);
}

#[test]
fn keys_may_be_in_other_languages() {
    all_read(&[
        (
            "[{\"Frage\":\"Q\",\"Antwort\":\"A\",\"Punktzahl\":8}]",
            &["Q|A|8"],
        ),
        (
            "[{\"pregunta\":\"Q\",\"respuesta\":\"A\",\"puntuación\":\"8 de 10\"}]",
            &["Q|A|8"],
        ),
        (
            "[{\"вопрос\":\"Q\",\"ответ\":\"A\",\"оценка\":\"8 из 10\"}]",
            &["Q|A|8"],
        ),
        ("[{\"问题\":\"Q\",\"回答\":\"A\",\"评分\":8}]", &["Q|A|8"]),
        (
            "[{\"السؤال\":\"Q\",\"الإجابة\":\"A\",\"الدرجة\":\"٨\"}]",
            &["Q|A|8"],
        ),
        ("[{\"प्रश्न\":\"Q\",\"उत्तर\":\"A\",\"अंक\":8}]", &["Q|A|8"]),
    ]);
}

#[test]
fn a_score_one_level_down_is_read() {
    all_read(&[
        (
            "[{\"question\":\"Q\",\"response\":\"A\",\"evaluation\":{\"score\":8,\"reason\":\"Good.\"}}]",
            &["Q|A|8"],
        ),
        (
            "[{\"question\":\"Q\",\"response\":{\"text\":\"A\",\"confidence\":0.9},\"score\":{\"value\":8,\"max\":10}}]",
            &["Q|A|8"],
        ),
    ]);
    assert_eq!(
        categories("{\"Skills\":{\"evaluation\":{\"score\":8,\"comment\":\"Good.\"}}}"),
        ["Skills|8|Good."]
    );
}

#[test]
fn cut_off_text_is_kept_except_half_a_score() {
    for (raw, expected) in [
        ("[{'question': 'Q', 'response': 'I wa", "Q|I wa|-"),
        (
            "[{\"question\":\"Q\",\"response\":\"A\",\"score\":8",
            "Q|A|-",
        ),
        (
            "[{\"question\":\"Q\",\"response\":\"A\",\"score\":\"8",
            "Q|A|-",
        ),
        ("[{\"question\":\"Q\",\"response\":\"A\",\"sc", "Q|A|-"),
        ("[{\"question\":\"Q\",\"response\":\"A\\u00", "Q|A|-"),
    ] {
        assert_eq!(rows(raw), [expected], "{raw}");
        assert_eq!(parse_questions(raw).problems.len(), 1, "{raw}");
    }
}

#[test]
fn a_score_without_a_number_is_a_problem() {
    for raw in [
        "[{\"question\":\"Q\",\"score\":\"eight\"}]",
        "[{\"question\":\"Q\",\"score\":[8]}]",
        "[{\"question\":\"Q\",\"score\":true}]",
        "[[\"Q\",\"A\",\"high\"]]",
    ] {
        assert_eq!(parse_questions(raw).problems.len(), 1, "{raw}");
    }
    for raw in [
        "{\"C\":{\"score\":[8]}}",
        "{\"C\":{\"score\":true,\"reason\":\"x\"}}",
    ] {
        assert_eq!(parse_summary(raw).problems.len(), 1, "{raw}");
    }
}

#[test]
fn summaries_in_other_notations_and_languages_are_read() {
    for (raw, expected) in [
        (
            "{'Skills': {'score': 8, 'reason': 'Good.'}, 'Fit': None}",
            vec!["Skills|8|Good.", "Fit|-|-"],
        ),
        ("{Skills: 8, Fit: '7/10'}", vec!["Skills|8|-", "Fit|7|-"]),
        (
            "[[\"Skills\", 8, \"Good.\"], [\"Fit\", 7]]",
            vec!["Skills|8|Good.", "Fit|7|-"],
        ),
        (
            "{\"Fachwissen\":{\"Punktzahl\":8,\"Begründung\":\"Gut.\"}}",
            vec!["Fachwissen|8|Gut."],
        ),
        (
            "{\"技能\":{\"评分\":8,\"理由\":\"好。\"}}",
            vec!["技能|8|好。"],
        ),
        (
            "{\"C\":{\"note\":8,\"commentaire\":\"Bien.\"}}",
            vec!["C|8|Bien."],
        ),
        (
            "{\"C\":{\"score\":8,\"note\":\"Good.\"}}",
            vec!["C|8|Good."],
        ),
    ] {
        assert_eq!(categories(raw), expected, "{raw}");
        assert_eq!(parse_summary(raw).problems, [], "{raw}");
    }
}

#[test]
fn a_megabyte_in_one_field_is_read_quickly() {
    let long = "x ".repeat(500_000);
    for raw in [
        format!("[{{\"question\":\"Q\",\"response\":\"{long}\",\"score\":8}}]"),
        format!("[{{'question': '{long}', 'response': None, 'score': 8}}]"),
        format!("[{{\"question\":\"Q\",\"score\":\"{long}\"}}]"),
        format!("[{{\"{long}\":\"Q\",\"score\":8}}]"),
        format!("{{'{long}': 'Q'"),
    ] {
        let start = std::time::Instant::now();
        parse_questions(&raw);
        parse_summary(&raw);
        // Seconds in a test that is not optimised are milliseconds in the package.
        assert!(start.elapsed().as_secs() < 20);
    }
}
