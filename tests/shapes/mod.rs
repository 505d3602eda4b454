//! Transcripts and the turns that a person would read.

use ninjahire_calls::transcript::*;

/// What it shows, the transcript, and `role|label|text` of every turn.
pub type Case = (&'static str, &'static str, &'static [&'static str]);

fn read(transcript: &str) -> Vec<String> {
    parse_transcript(transcript, &TranscriptOptions::default())
        .iter()
        .map(|turn| {
            let label = turn.label(transcript).unwrap_or("-");
            format!("{}|{label}|{}", turn.role.as_str(), turn.text(transcript))
        })
        .collect()
}

#[track_caller]
pub fn check(cases: &[Case]) {
    let mut wrong = 0;
    for (name, transcript, expected) in cases {
        let found = read(transcript);
        if found != *expected {
            wrong += 1;
            eprintln!("{name}\n  {transcript:?}\n  expected {expected:#?}\n  found {found:#?}");
        }
    }
    assert_eq!(
        wrong,
        0,
        "{wrong} of {} shapes are read otherwise",
        cases.len()
    );
}
