#![no_main]
//! Search, statistics, masking, evidence and exports accept any turns.

use libfuzzer_sys::fuzz_target;
use ninjahire_calls::assessment::{parse_questions, parse_summary};
use ninjahire_calls::reading::{evidence, export, masking, search, statistics, *};

fuzz_target!(|input: (&str, &str)| {
    let (transcript, other) = input;
    let turns = parse_transcript(transcript, &TranscriptOptions::default());
    let turns = spoken(transcript, &turns);
    for whole_word in [false, true] {
        search::search_transcript(&turns, other, &search::SearchOptions { whole_word });
    }
    statistics::transcript_stats(&turns);
    let options = masking::MaskOptions {
        terms: vec![other.to_owned()],
        replacement: None,
    };
    masking::mask_contact_details(&turns, &options);
    let questions = parse_questions(other).rows;
    evidence::link_evidence(&turns, &questions);
    let summary = parse_summary(other).rows;
    let report = export::CallReport {
        title: Some(other),
        digest: Some(other),
        recording_url: Some(other),
        summary: &summary,
        questions: &questions,
        turns: &turns,
        ..Default::default()
    };
    export::call_to_markdown(&report);
    export::call_to_html(&report);
    export::turns_to_text(&turns);
    let _ = export::turns_to_webvtt(&turns, None);
});
