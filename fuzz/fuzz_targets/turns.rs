#![no_main]
//! Any text, any labels: ranges stay in order and on character boundaries, offsets are exact.

use libfuzzer_sys::fuzz_target;
use ninjahire_calls::reading::*;

fuzz_target!(|input: (&str, Vec<(String, u8)>)| {
    let (text, roles) = input;
    let all = [Role::Bot, Role::Human, Role::Other, Role::Unknown];
    let roles = roles
        .into_iter()
        .take(4)
        .map(|(label, role)| (label, all[usize::from(role) % 4]))
        .collect();
    let options = TranscriptOptions { roles };
    let turns = parse_transcript(text, &options);
    let mut end = 0;
    let mut last_label = None;
    for turn in &turns {
        if let Some(label) = turn.label {
            // An entry of JSON or captions without a label goes on with the speaker before.
            assert!(label.start >= end || last_label == Some(label));
            assert!(label.end <= turn.text.start);
            assert!(text.get(label.start..label.end).is_some());
        }
        last_label = turn.label;
        assert!(turn.text.start >= end && turn.text.end >= turn.text.start);
        assert!(text.get(turn.text.start..turn.text.end).is_some());
        end = turn.text.end;
    }
    let rest = text.get(end..).unwrap();
    if turns.is_empty() {
        assert!(rest.trim_start_matches('\u{FEFF}').trim().is_empty());
    }
    let flat = utf16_turns(text, &turns);
    let units: Vec<u16> = text.encode_utf16().collect();
    for (turn, flat) in turns.iter().zip(flat.chunks(FLAT_TURN)) {
        let slice = &units[flat[3] as usize..flat[4] as usize];
        assert_eq!(String::from_utf16(slice).unwrap(), turn.text(text));
    }
    assert_eq!(detect_format(text, &options).turns, turns.len());
    group_turns(text, &turns);
});
