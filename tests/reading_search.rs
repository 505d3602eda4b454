//! Search ignores case, accents and line breaks, in all scripts.
#![cfg(feature = "reading")]

use ninjahire_calls::reading::search::*;
use ninjahire_calls::reading::*;
use proptest::prelude::*;

fn turn(text: &str) -> Spoken<'_> {
    Spoken {
        role: Role::Human,
        label: None,
        text,
        start_time: None,
    }
}

fn found<'a>(text: &'a str, query: &str, whole_word: bool) -> Vec<&'a str> {
    search_transcript(&[turn(text)], query, &SearchOptions { whole_word })
        .iter()
        .map(|found| found.range.of(text))
        .collect()
}

#[test]
fn case_and_diacritics_are_ignored() {
    for (text, query, expected) in [
        ("Rust and RUST", "rust", vec!["Rust", "RUST"]),
        (
            "Straße STRASSE STRAẞE",
            "strasse",
            vec!["Straße", "STRASSE", "STRAẞE"],
        ),
        ("strasse", "STRAẞE", vec!["strasse"]),
        ("José Jose\u{301}", "jose", vec!["José", "Jose\u{301}"]),
        ("Jose", "José", vec!["Jose"]),
        (
            "İstanbul ISTANBUL ıstanbul",
            "istanbul",
            vec!["İstanbul", "ISTANBUL", "ıstanbul"],
        ),
        ("ΟΔΟΣ οδός", "οδος", vec!["ΟΔΟΣ", "οδός"]),
        ("Łódź, Ørsted", "lodz", vec!["Łódź"]),
        ("Łódź, Ørsted", "orsted", vec!["Ørsted"]),
        ("مُحَمَّد", "محمد", vec!["مُحَمَّد"]),
        ("أحمد", "احمد", vec!["أحمد"]),
        ("שָׁלוֹם", "שלום", vec!["שָׁלוֹם"]),
        ("ЁЛКА", "елка", vec!["ЁЛКА"]),
        ("ＲＵＳＴ ﬁne", "rust", vec!["ＲＵＳＴ"]),
        ("我有五年经验，五年。", "五年", vec!["五年", "五年"]),
        ("がか", "か", vec!["か"]),
        ("か\u{3099}", "が", vec!["か\u{3099}"]),
        ("ひらがな", "がな", vec!["がな"]),
        ("한국어 하", "하", vec!["하"]),
        ("don’t", "don't", vec!["don’t"]),
        ("co\u{AD}operate", "cooperate", vec!["co\u{AD}operate"]),
        ("👍🏽 👍", "👍", vec!["👍"]),
    ] {
        let found: Vec<&str> = found(text, query, false)
            .into_iter()
            .map(|found| found.trim_end_matches('\u{AD}'))
            .collect();
        assert_eq!(found, expected, "{query:?} in {text:?}");
    }
}

#[test]
fn a_phrase_is_found_across_line_breaks() {
    assert_eq!(
        found("six\r\n   years of", "six years", false),
        ["six\r\n   years"]
    );
    assert_eq!(found("six years", " six\n\nyears ", false), ["six years"]);
}

#[test]
fn whole_word_search_finds_whole_words_only() {
    assert_eq!(
        found("cat concatenate Cat's cat.", "cat", true),
        ["cat", "cat"]
    );
    assert_eq!(found("cat concatenate", "cat", false), ["cat", "cat"]);
    assert_eq!(found("niño ni", "ni", true), ["ni"]);
}

#[test]
fn matches_neither_overlap_nor_split_a_character() {
    assert_eq!(found("aaaa", "aa", false), ["aa", "aa"]);
    assert_eq!(found("ß", "s", false), [""; 0]);
    assert_eq!(found("ßs", "ss", false), ["ß"]);
}

#[test]
fn a_blank_query_finds_nothing() {
    for query in ["", " \n", "\u{200B}"] {
        assert_eq!(found("a b", query, false), [""; 0]);
    }
}

#[test]
fn matches_tell_their_turn_and_utf16_offsets() {
    let turns = [turn("no"), turn("😀 é yes")];
    let found = search_transcript(&turns, "YES", &SearchOptions::default());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].turn, 1);
    assert_eq!(
        Utf16Offsets::new(turns[1].text).range(found[0].range),
        (5, 8)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn what_is_in_a_text_is_found_in_it(before in "\\PC{0,8}", query in "[a-zßé五]{1,6}", after in "\\PC{0,8}") {
        let text = format!("{before} {query} {after}");
        let found = found(&text, &query, false);
        prop_assert!(!found.is_empty());
    }

    #[test]
    fn nothing_makes_it_fail(text in any::<String>(), query in any::<String>(), whole_word: bool) {
        for found in search_transcript(&[turn(&text)], &query, &SearchOptions { whole_word }) {
            prop_assert!(text.get(found.range.start..found.range.end).is_some());
            prop_assert!(!found.range.is_empty());
        }
    }
}
