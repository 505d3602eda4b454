//! Questions linked to where they were asked and answered, measured on labelled calls.
#![cfg(feature = "reading")]

use ninjahire_calls::reading::evidence::measure::Measured;
use ninjahire_calls::reading::evidence::*;
use ninjahire_calls::reading::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// For each question, `asks -> answers` by turn, or `-`.
fn links(transcript: &str, questions: &[&str]) -> Vec<String> {
    let rows: Vec<QuestionRow> = questions
        .iter()
        .map(|question| QuestionRow {
            question: Some((*question).to_owned()),
            ..QuestionRow::default()
        })
        .collect();
    let turns = parse_transcript(transcript, &TranscriptOptions::default());
    let evidence = link_evidence(&spoken(transcript, &turns), &rows);
    (0..rows.len())
        .map(|question| {
            let turns = |spans: &[EvidenceSpan]| -> Vec<usize> {
                spans.iter().map(|span| span.turn).collect()
            };
            match evidence
                .iter()
                .find(|evidence| evidence.question == question)
            {
                Some(found) => format!("{:?} -> {:?}", turns(&found.asks), turns(&found.answers)),
                None => "-".to_owned(),
            }
        })
        .collect()
}

#[test]
fn labelled_calls_are_linked_precisely() {
    let mut all = Measured::default();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/evidence");
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            all.add_all(&std::fs::read_to_string(path).unwrap())
                .unwrap();
        }
    }
    assert!(all.calls >= 60);
    assert!(
        all.precision() >= 0.97,
        "{:.3} {:#?}",
        all.precision(),
        all.mistakes
    );
    assert!(
        all.recall() >= 0.85,
        "{:.3} {:#?}",
        all.recall(),
        all.mistakes
    );
}

#[test]
fn a_question_in_its_own_words_is_found_with_its_range() {
    let transcript = "BOT: Good. What is your notice period?\nHUMAN: A month.";
    let turns = parse_transcript(transcript, &TranscriptOptions::default());
    let rows = parse_questions(r#"[{"question":"What is your notice period?"}]"#).rows;
    let evidence = link_evidence(&spoken(transcript, &turns), &rows);
    let ask = evidence[0].asks[0];
    assert_eq!(
        ask.range.of(turns[ask.turn].text(transcript)),
        "What is your notice period"
    );
    let answer = evidence[0].answers[0];
    assert_eq!(
        answer.range.of(turns[answer.turn].text(transcript)),
        "A month."
    );
    assert!(evidence[0].confidence > 0.9);
}

#[test]
fn repeated_after_sorry_both_times_ask_and_what_follows_answers() {
    assert_eq!(
        links(
            "BOT: What is your notice period?\nHUMAN: Sorry?\nBOT: I asked what your notice period is.\nHUMAN: A month.",
            &["What is your notice period?"]
        ),
        ["[0, 2] -> [3]"]
    );
}

#[test]
fn split_over_two_turns_both_ask() {
    assert_eq!(
        links(
            "BOT: Would you be able to work\nHUMAN: Yes?\nBOT: on weekends and public holidays?\nHUMAN: Weekends, yes.",
            &["Would you be able to work on weekends and public holidays?"]
        ),
        ["[0, 2] -> [3]"]
    );
}

#[test]
fn nothing_is_linked_for_what_nobody_asked() {
    let transcript = "BOT: How many years of Java experience do you have?\nHUMAN: Six.\nBOT: How soon could you start?\nHUMAN: In May.";
    assert_eq!(
        links(
            transcript,
            &[
                "How many years of Python experience do you have?",
                "What is your notice period?",
                "How many years of Java experience do you have?",
                "",
                "???",
            ]
        ),
        ["-", "-", "[0] -> [1]", "-", "-"]
    );
}

#[test]
fn what_a_human_says_asks_nothing() {
    assert_eq!(
        links(
            "BOT: Go on.\nHUMAN: They asked me: What is your notice period?\nBOT: And?\nHUMAN: A month.",
            &["What is your notice period?"]
        ),
        ["-"]
    );
}

#[test]
fn one_turn_is_claimed_by_one_question_unless_the_text_repeats() {
    let transcript = "BOT: What is your notice period?\nHUMAN: A month.\nBOT: Thanks.";
    assert_eq!(
        links(
            transcript,
            &[
                "What is your notice period?",
                "What is your current notice period?"
            ]
        )
        .iter()
        .filter(|link| *link != "-")
        .count(),
        1
    );
    assert_eq!(
        links(
            transcript,
            &["What is your notice period?", "What is your notice period?"]
        ),
        ["[0] -> [1]", "[0] -> [1]"]
    );
}

#[test]
fn speakers_without_roles_can_ask_and_answer() {
    assert_eq!(
        links(
            "Speaker 0: What is your notice period?\nSpeaker 1: A month.\nSpeaker 0: Thanks.",
            &["What is your notice period?"]
        ),
        ["[0] -> [1]"]
    );
}

#[test]
fn a_question_nobody_answered_has_no_answers() {
    assert_eq!(
        links(
            "BOT: Hello?\nHUMAN: Yes.\nBOT: What is your notice period?",
            &["What is your notice period?"]
        ),
        ["[2] -> []"]
    );
    assert!(links("", &["What?"]) == ["-"] && links("BOT: Hi.", &[]).is_empty());
}

#[test]
fn labelled_calls_that_are_not_as_agreed_are_told() {
    let mut measured = Measured::default();
    for call in [
        "[]",
        "{}",
        r#"{"name":"x","transcript":"BOT: a","questions":[{"question":"b"}],"links":[]}"#,
    ] {
        assert!(measured.add(call).is_err(), "{call}");
    }
    assert_eq!((measured.precision(), measured.recall()), (1.0, 1.0));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 300, ..Default::default() })]

    #[test]
    fn links_are_within_the_call_and_turns_are_not_shared(
        said in proptest::collection::vec("([a-cé五年経A7'?. ]|\\PC){0,30}", 0..8),
        asked in proptest::collection::vec("([a-cé五年経A7'?. ]|\\PC){0,20}", 0..5),
    ) {
        let turns: Vec<Spoken<'_>> = said.iter().enumerate().map(|(place, text)| Spoken {
            role: if place % 2 == 0 { Role::Bot } else { Role::Human },
            label: None,
            text,
            start_time: None,
        }).collect();
        let rows: Vec<QuestionRow> = asked.iter().map(|question| QuestionRow {
            question: Some(question.clone()),
            ..QuestionRow::default()
        }).collect();
        let mut claimed = BTreeMap::new();
        for found in link_evidence(&turns, &rows) {
            prop_assert!((0.0..=1.0).contains(&found.confidence));
            for span in found.asks.iter().chain(&found.answers) {
                prop_assert!(turns[span.turn].text.get(span.range.start..span.range.end).is_some());
            }
            prop_assert!(found.asks.iter().all(|span| turns[span.turn].role == Role::Bot));
            prop_assert!(found.answers.iter().all(|span| turns[span.turn].role == Role::Human));
            // Rows that ask the same words may share a turn; others must not.
            let words: String = asked[found.question].to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
            for span in &found.asks {
                claimed.entry(span.turn).or_insert_with(BTreeSet::new).insert(words.clone());
            }
        }
        let simple = asked.iter().all(|text| text.chars().all(|c| c.is_ascii() || "é五年経".contains(c)) && !text.contains(['A', '7', '\'', '.']));
        if simple {
            for texts in claimed.values() {
                prop_assert!(texts.len() <= 1, "{:?}", texts);
            }
        }
    }
}
