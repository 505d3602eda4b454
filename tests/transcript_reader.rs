//! A transcript that grows is read as if it were read whole.

use ninjahire_calls::transcript::*;
use proptest::prelude::*;

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(vec![
            "BOT: ", "HUMAN: ", "Agent: ", "User: ", "Sam: ", "Nina: ", "Note: ", "Q: ", "A: ",
            "[00:01] ", "0:04 ", "[7] ", "  ", "\n", "\n", "\n", "\r\n", "\r", "\\n", "\u{2028}",
            "Hi. ", "Hello there", "So? ", "夜 ", "😀", "\"", "<br>", "<p>", "BOT\n", "(AI): ",
            "Sam  0:03\n", " - ", "|", "10:30\n", "[{\"speaker\":\"BOT\",\"text\":\"Hi.\"},",
            "WEBVTT\n\n", "00:01.000 --> 00:02.000\n", "0:00:01.000,0:00:03.000\n", "Tom: ", "Tool: ",
            "\"BOT\": ", "Q. ", "A. ", "(0:04) ", "1746086531 ", "1 ", "+1 (555) ", "{\"role\":\"agent",
            "\",\"content\":\"", "\"},",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..Default::default() })]

    #[test]
    fn however_it_is_cut_it_is_read_as_the_whole(
        text in pieces(),
        cuts in proptest::collection::vec(0..2000_usize, 0..12),
    ) {
        let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut % (text.len() + 1)).collect();
        cuts.sort_unstable();
        cuts.push(text.len());
        let options = TranscriptOptions::default();
        let mut reader = TranscriptReader::new(options.clone());
        let mut shown: Vec<f64> = Vec::new();
        for cut in cuts {
            let end = (0..=cut).rev().find(|at| text.is_char_boundary(*at));
            let now = &text[..end.unwrap_or_default()];
            let before = reader.turns().to_vec();
            let unchanged = reader.update(now);
            let whole = parse_transcript(now, &options);
            prop_assert_eq!(reader.turns(), &whole[..]);
            prop_assert_eq!(&before[..unchanged], &whole[..unchanged]);
            // JavaScript keeps the numbers of the unchanged turns, and gets those of the others.
            shown.truncate(unchanged * FLAT_TURN);
            shown.extend(reader.utf16_turns(unchanged));
            let bits = |numbers: &[f64]| numbers.iter().map(|it| it.to_bits()).collect::<Vec<_>>();
            prop_assert_eq!(bits(&shown), bits(&utf16_turns(now, &whole)));
        }
    }
}

#[test]
fn only_the_last_turns_change_when_a_call_goes_on() {
    let mut reader = TranscriptReader::new(TranscriptOptions::default());
    let mut text = String::new();
    for turn in 0..50 {
        text.push_str(if turn % 2 == 0 { "BOT: " } else { "HUMAN: " });
        let known = reader.turns().len();
        assert!(reader.update(&text) + 1 >= known);
        text.push_str("some words\n");
        assert_eq!(reader.update(&text), turn);
    }
    assert_eq!(reader.turns().len(), 50);
}

#[test]
fn another_text_is_read_from_its_beginning() {
    let mut reader = TranscriptReader::new(TranscriptOptions::default());
    reader.update("BOT: Hi.\nHUMAN: Hello.\nBOT: So?");
    assert_eq!(reader.update("BOT: Hi.\nHUMAN: Bye."), 1);
    assert_eq!(reader.update("BOT: Ho.\nHUMAN: Bye."), 0);
    assert_eq!(reader.turns().len(), 2);
    assert_eq!(reader.update("BOT: Ho.\nHUMAN: Bye."), 2);
}
