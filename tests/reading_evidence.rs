//! Links of questions to turns, measured on labelled calls.
#![cfg(feature = "reading")]

#[path = "corpus/evidence.rs"]
mod corpus;

use corpus::{Measured, read_folder, variations};
use ninjahire_calls::assessment::*;
use ninjahire_calls::reading::evidence::*;
use ninjahire_calls::reading::*;
use proptest::prelude::*;

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

/// The calls of one part of the fixtures, and the quality of their links.
fn measured(part: &str, varied: bool) -> Measured {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/evidence");
    let calls = read_folder(&std::path::Path::new(fixtures).join(part));
    assert!(calls.len() >= 35);
    let calls = if varied { variations(&calls, 2) } else { calls };
    Measured::of(&calls, |call| link_evidence(&call.turns(), &call.rows))
}

#[test]
fn links_reach_the_documented_quality_on_calls_that_the_model_was_not_fitted_to() {
    for part in ["held-out", "unseen"] {
        let measured = measured(part, false);
        let all = &measured.all;
        assert!(
            all.asks_precision() >= 0.98,
            "{part}: {all:?} {:#?}",
            measured.mistakes
        );
        assert!(all.asks_found() >= 0.8, "{part}: {all:?}");
        assert!(all.answers_precision() >= 0.96, "{part}: {all:?}");
        assert!(all.answers_recall() >= 0.75, "{part}: {all:?}");
        let paraphrased = &measured.kinds[&corpus::Kind::Paraphrased];
        assert!(paraphrased.asks_found() >= 0.45, "{part}: {paraphrased:?}");
    }
}

#[test]
fn links_stay_right_where_rows_and_responses_are_removed_or_added() {
    for part in ["tuning", "held-out", "unseen"] {
        let varied = measured(part, true);
        assert!(
            varied.all.asks_precision() >= 0.96,
            "{part}: {:?}",
            varied.all
        );
        assert!(varied.all.asks_found() >= 0.8, "{part}: {:?}", varied.all);
        assert!(
            varied.all.answers_precision() >= 0.95,
            "{part}: {:?}",
            varied.all
        );
    }
}

#[test]
fn of_links_with_high_confidence_nineteen_in_twenty_are_right() {
    let held_out = measured("held-out", true);
    for confidences in [&held_out.ask_confidences, &held_out.answer_confidences] {
        let sure: Vec<bool> = confidences
            .iter()
            .filter(|(confidence, _)| *confidence >= 0.9)
            .map(|(_, right)| *right)
            .collect();
        let right = sure.iter().filter(|right| **right).count();
        assert!(sure.len() > 100);
        assert!(
            right as f64 >= 0.95 * sure.len() as f64,
            "{right} of {}",
            sure.len()
        );
    }
}

#[test]
fn an_answer_goes_on_after_a_follow_up_question_that_the_response_covers() {
    let transcript = "BOT: How many years have you repaired boilers?\nHUMAN: Nine years.\n\
        BOT: And which brands?\nHUMAN: Vaillant and Remeha.\n\
        BOT: Do you like coffee?\nHUMAN: Black, please.\n\
        BOT: When could we meet?\nHUMAN: Tuesday.";
    let answers = |response: &str| {
        let rows = format!(
            r#"[{{"question": "How many years have you repaired boilers?", "response": "{response}"}}]"#
        );
        let turns = parse_transcript(transcript, &TranscriptOptions::default());
        let links = link_evidence(&spoken(transcript, &turns), &parse_questions(&rows).rows);
        let answers = links[0].answers.iter();
        answers.map(|span| span.turn).collect::<Vec<_>>()
    };
    assert_eq!(answers("9 years, Vaillant and Remeha"), [1, 3]);
    assert_eq!(answers("Nine years"), [1]);
}

#[test]
fn a_question_asked_in_other_words_is_found_by_its_response() {
    let transcript = "BOT: What is your notice period?\nHUMAN: A month.\n\
        BOT: Picture a colleague you just don't get along with. What do you do?\n\
        HUMAN: I talk to them privately, and involve the charge nurse if needed.\n\
        BOT: Which shift would you prefer?\nHUMAN: Nights.";
    let rows = parse_questions(
        r#"[{"question": "What is your notice period?", "response": "One month"},
            {"question": "How do you handle conflict?", "response": "Talks privately, involves the charge nurse."},
            {"question": "Which shift would you prefer?", "response": "Nights"}]"#,
    )
    .rows;
    let turns = parse_transcript(transcript, &TranscriptOptions::default());
    let evidence = link_evidence(&spoken(transcript, &turns), &rows);
    assert_eq!(evidence.len(), 3);
    assert_eq!(evidence[0].basis, EvidenceBasis::Question);
    let inferred = &evidence[1];
    assert_eq!(inferred.basis, EvidenceBasis::Response);
    assert_eq!((inferred.asks[0].turn, inferred.answers[0].turn), (2, 3));
    let ask = inferred.asks[0];
    assert_eq!(
        ask.range.of(turns[ask.turn].text(transcript)),
        "What do you do"
    );
}

#[test]
fn links_are_serialized_with_utf16_offsets() {
    let transcript = "BOT: 😀 Good. What is your notice period?\nHUMAN: A month.";
    let rows = parse_questions(r#"[{"question":"What is your notice period?"}]"#).rows;
    let turns = parse_transcript(transcript, &TranscriptOptions::default());
    let evidence = link_evidence(&spoken(transcript, &turns), &rows);
    let json = serde_json::to_value(&evidence).unwrap();
    assert_eq!(json[0]["basis"], "question");
    assert_eq!(
        json[0]["asks"],
        serde_json::json!([{"turn": 0, "start": 9, "end": 35}])
    );
    assert_eq!(
        json[0]["answers"],
        serde_json::json!([{"turn": 1, "start": 0, "end": 8}])
    );
    let confidences = ["askConfidence", "answerConfidence", "confidence"]
        .map(|name| json[0][name].as_f64().unwrap());
    assert_eq!(confidences[2], confidences[0].min(confidences[1]));
}

#[test]
fn announcing_a_question_is_not_asking_it() {
    for (transcript, question) in [
        (
            "BOT: Hi. I would like to talk about your notice period and your salary.\nHUMAN: Okay.\nBOT: Do you have a licence?\nHUMAN: Yes.",
            "What is your notice period?",
        ),
        (
            "HUMAN: Leave a message.\nBOT: Hello. We wanted to ask about your notice period. Please call back.",
            "What is your notice period?",
        ),
        (
            "BOT: Do you drive?\nHUMAN: Yes. What is the salary?\nBOT: The expected salary is fifty thousand.\nHUMAN: Okay.\nBOT: Do you smoke?\nHUMAN: No.",
            "What salary do you expect?",
        ),
    ] {
        assert_eq!(links(transcript, &[question]), ["-"], "{transcript}");
    }
}

#[test]
fn two_questions_in_one_turn_are_linked_to_different_words() {
    let transcript =
        "BOT: Do you have a driving licence? And do you own a reliable car?\nHUMAN: Both, yes.";
    assert_eq!(
        links(
            transcript,
            &[
                "Do you have a driving licence?",
                "Do you own a reliable car?"
            ]
        ),
        ["[0] -> [1]", "[0] -> [1]"]
    );
}

#[test]
fn a_question_of_the_candidate_is_not_the_answer_where_one_follows() {
    assert_eq!(
        links(
            "BOT: What is your expected salary?\nHUMAN: Gross or net?\nBOT: Gross, please.\nHUMAN: Fifty thousand.",
            &["What is your expected salary?"]
        ),
        ["[0] -> [3]"]
    );
    assert_eq!(
        links(
            "BOT: 您什么时候可以开始上班？\nHUMAN: 什么？\nBOT: 我问您什么时候可以上班。\nHUMAN: 下周一。",
            &["您什么时候可以开始上班？"]
        ),
        ["[0, 2] -> [3]"]
    );
}

#[test]
fn a_verbatim_question_is_found_with_its_range() {
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
fn a_repeated_question_has_two_asks_and_the_answer_after_the_second() {
    assert_eq!(
        links(
            "BOT: What is your notice period?\nHUMAN: Sorry?\nBOT: I asked what your notice period is.\nHUMAN: A month.",
            &["What is your notice period?"]
        ),
        ["[0, 2] -> [3]"]
    );
}

#[test]
fn a_question_split_over_two_turns_has_two_asks() {
    assert_eq!(
        links(
            "BOT: Would you be able to work\nHUMAN: Yes?\nBOT: on weekends and public holidays?\nHUMAN: Weekends, yes.",
            &["Would you be able to work on weekends and public holidays?"]
        ),
        ["[0, 2] -> [3]"]
    );
}

#[test]
fn a_question_that_was_not_asked_gets_no_link() {
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
fn a_human_turn_never_asks_a_listed_question() {
    assert_eq!(
        links(
            "BOT: Go on.\nHUMAN: They asked me: What is your notice period?\nBOT: And?\nHUMAN: A month.",
            &["What is your notice period?"]
        ),
        ["-"]
    );
}

#[test]
fn one_turn_is_linked_to_one_question_unless_the_text_repeats() {
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
fn an_unanswered_question_has_no_answers() {
    assert_eq!(
        links(
            "BOT: Hello?\nHUMAN: Yes.\nBOT: What is your notice period?",
            &["What is your notice period?"]
        ),
        ["[2] -> []"]
    );
    assert!(links("", &["What?"]) == ["-"] && links("BOT: Hi.", &[]).is_empty());
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
        let mut claimed: Vec<(usize, TextRange, String)> = Vec::new();
        for found in link_evidence(&turns, &rows) {
            prop_assert!((0.0..=1.0).contains(&found.confidence));
            for span in found.asks.iter().chain(&found.answers) {
                prop_assert!(turns[span.turn].text.get(span.range.start..span.range.end).is_some());
            }
            prop_assert!(found.asks.iter().all(|span| turns[span.turn].role == Role::Bot));
            prop_assert!(found.answers.iter().all(|span| turns[span.turn].role == Role::Human));
            // Rows that ask the same may share the words that ask; others must not.
            let words: String = asked[found.question].to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
            for span in &found.asks {
                claimed.push((span.turn, span.range, words.clone()));
            }
        }
        let simple = asked.iter().all(|text| text.chars().all(|c| c.is_ascii() || "é五年経".contains(c)) && !text.contains(['A', '7', '\'', '.']));
        if simple {
            for (turn, range, words) in &claimed {
                let shared = claimed.iter().filter(|(other, span, _)| other == turn && span.start < range.end && range.start < span.end);
                prop_assert!(shared.into_iter().all(|(_, _, other)| other == words), "{:?}", claimed);
            }
        }
    }
}
