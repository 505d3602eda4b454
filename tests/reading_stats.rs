//! Statistics of each speaker.
#![cfg(feature = "reading")]

use ninjahire_calls::reading::statistics::*;
use ninjahire_calls::reading::*;

fn stats(transcript: &str) -> TranscriptStats {
    let turns = parse_transcript(transcript, &TranscriptOptions::default());
    transcript_stats(&spoken(transcript, &turns))
}

#[test]
fn each_speaker_is_counted() {
    let stats = stats("BOT: Hi there. How are you?\nHUMAN: Fine.\nBot: OK?\nBOT:");
    assert_eq!((stats.turns, stats.words), (4, Some(7)));
    let bot = &stats.speakers[0];
    assert_eq!(bot.label.as_deref(), Some("BOT"));
    assert_eq!((bot.turns, bot.words, bot.questions), (3, Some(6), 2));
    assert_eq!((bot.longest_turn, bot.longest_turn_words), (0, Some(5)));
    assert_eq!((bot.share * 7.0).round(), 6.0);
    let human = &stats.speakers[1];
    assert_eq!(
        (human.words, human.characters, human.longest_turn),
        (Some(1), 5, 1)
    );
    assert_eq!(human.seconds, None);
}

#[test]
fn words_and_characters_are_counted_as_a_reader_would() {
    let one = |text: &str| {
        let stats = stats(&format!("HUMAN: {text}"));
        (stats.words, stats.characters)
    };
    assert_eq!(one("don't stop, e-mail 3.5"), (Some(5), 19));
    assert_eq!(one("我有五年经验。"), (Some(6), 7));
    assert_eq!(one("e\u{301}a 👨‍👩‍👧"), (Some(1), 3));
    assert_eq!(one("שלום עולם"), (Some(2), 8));
}

#[test]
fn questions_are_counted_once_in_all_scripts() {
    for (text, expected) in [
        ("Really?? You did?! Yes.", 2),
        ("真的吗？好？", 2),
        ("حقا؟", 1),
        ("see /jobs?id=1", 0),
        ("“Why?” he said", 1),
        ("Τι\u{37E}", 1),
        ("Πώς είστε; Καλά; Ναι.", 2),
        ("one; two; three", 0),
        ("Ինչո՞ւ։", 1),
        ("ለምን፧", 1),
    ] {
        assert_eq!(
            stats(&format!("BOT: {text}")).speakers[0].questions,
            expected,
            "{text}"
        );
    }
}

#[test]
fn seconds_are_counted_where_there_are_timestamps() {
    let all = stats("[0:00] BOT: a\n[0:05] HUMAN: b\n[0:07] BOT: c\n[0:10] HUMAN: d");
    assert_eq!(all.seconds, Some(10.0));
    assert_eq!(all.speakers[0].seconds, Some(8.0));
    assert_eq!(all.speakers[1].seconds, Some(2.0));
}

#[test]
fn empty_turns_count_nothing() {
    let nothing = transcript_stats(&[]);
    assert_eq!((nothing.turns, nothing.words), (0, Some(0)));
    assert!(nothing.speakers.is_empty());
    let silent = stats("BOT:\nHUMAN:");
    assert_eq!((silent.words, silent.speakers[0].share), (Some(0), 0.0));
}

#[test]
fn words_that_need_a_dictionary_are_counted_only_with_one() {
    let spoken = |text| Spoken {
        role: Role::Human,
        label: None,
        text,
        start_time: None,
    };
    for text in ["ผมทำงานห้าปี", "ຂ້ອຍເຮັດວຽກ", "ខ្ញុំធ្វើការ", "ကျွန်တော်အလုပ်လုပ်တယ်"]
    {
        let turns = [spoken("Hello there."), spoken(text)];
        let unknown = transcript_stats(&turns);
        let speaker = &unknown.speakers[0];
        assert_eq!((unknown.words, speaker.words), (None, None), "{text}");
        assert_eq!(
            speaker.longest_turn_words,
            if speaker.longest_turn == 0 {
                Some(2)
            } else {
                None
            }
        );
        assert_eq!(speaker.share, 1.0);
        let known = transcript_stats_with(&turns, |asked| (asked == text).then_some(4));
        assert_eq!((known.words, known.speakers[0].longest_turn), (Some(6), 1));
    }
    // Digits and the currency of Thailand are no words that need one.
    assert_eq!(transcript_stats(&[spoken("5 ฿ ๕")]).words, Some(2));
}
