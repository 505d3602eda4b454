//! Who said how much.
#![cfg(feature = "reading")]

use ninjahire_calls::reading::stats::*;
use ninjahire_calls::reading::*;

fn stats(transcript: &str) -> TranscriptStats {
    let turns = parse_transcript(transcript, &TranscriptOptions::default());
    transcript_stats(&spoken(transcript, &turns))
}

#[test]
fn each_speaker_is_counted() {
    let stats = stats("BOT: Hi there. How are you?\nHUMAN: Fine.\nBot: OK?\nBOT:");
    assert_eq!((stats.turns, stats.words), (4, 7));
    let bot = &stats.speakers[0];
    assert_eq!(bot.label.as_deref(), Some("BOT"));
    assert_eq!((bot.turns, bot.words, bot.questions), (3, 6, 2));
    assert_eq!((bot.longest_turn, bot.longest_turn_words), (0, 5));
    assert_eq!((bot.share * 7.0).round(), 6.0);
    let human = &stats.speakers[1];
    assert_eq!(
        (human.words, human.characters, human.longest_turn),
        (1, 5, 1)
    );
    assert_eq!(human.seconds, None);
}

#[test]
fn words_and_characters_are_those_of_a_reader() {
    let one = |text: &str| {
        let stats = stats(&format!("HUMAN: {text}"));
        (stats.words, stats.characters)
    };
    assert_eq!(one("don't stop, e-mail 3.5"), (5, 19));
    assert_eq!(one("我有五年经验。"), (6, 7));
    assert_eq!(one("e\u{301}a 👨‍👩‍👧"), (1, 3));
    assert_eq!(one("שלום עולם"), (2, 8));
}

#[test]
fn questions_of_all_scripts_are_counted_once() {
    for (text, expected) in [
        ("Really?? You did?! Yes.", 2),
        ("真的吗？好？", 2),
        ("حقا؟", 1),
        ("see /jobs?id=1", 0),
        ("“Why?” he said", 1),
        ("Τι\u{37E}", 1),
    ] {
        assert_eq!(
            stats(&format!("BOT: {text}")).speakers[0].questions,
            expected,
            "{text}"
        );
    }
}

#[test]
fn seconds_are_counted_where_there_are_clocks() {
    let all = stats("[0:00] BOT: a\n[0:05] HUMAN: b\n[0:07] BOT: c\n[0:10] HUMAN: d");
    assert_eq!(all.seconds, Some(10.0));
    assert_eq!(all.speakers[0].seconds, Some(8.0));
    assert_eq!(all.speakers[1].seconds, Some(2.0));
}

#[test]
fn nothing_said_is_nothing_counted() {
    assert_eq!(transcript_stats(&[]), TranscriptStats::default());
    let silent = stats("BOT:\nHUMAN:");
    assert_eq!((silent.words, silent.speakers[0].share), (0, 0.0));
}
